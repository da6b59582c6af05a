/** What metrics keep of a call that has been answered. */
import { isIP } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ObservedCall } from './metrics.ts'
import { servedBy } from './served.ts'

/** Null for a call of no operation. */
export function observedCall(request: FastifyRequest, reply: FastifyReply): ObservedCall | null {
  const served = servedBy(request)
  if (!served) return null
  const { operationId, prefix, path } = served
  const { origin, bankId } = request
  return {
    calledAt: Math.round(Date.now() - reply.elapsedTime),
    duration: Math.round(reply.elapsedTime),
    operationId,
    version: prefix,
    verb: request.method,
    url: bankId === '' ? path : path.replace('BANK_ID', () => bankId),
    status: reply.statusCode,
    correlationId: request.id,
    bankId,
    userId: origin?.userId ?? null,
    consumerId: origin?.consumerId ?? null,
    sourceIp: sourceIp(request.ip),
  }
}

let last: string | undefined
let itsAddress: string | null = null

/** Null where the connection has gone, or a proxy says something that is no address. */
function sourceIp(ip: string | undefined): string | null {
  // most calls come from where the one before came from
  if (ip === last) return itsAddress
  last = ip
  // IPv4 on a socket for both (RFC 4291 2.5.5.2); the zone of a link-local address means something on this machine only
  const address = ip?.replace(/^::ffff:(?=\d+\.)|%.*$/gi, '') ?? ''
  itsAddress = isIP(address) ? address : null
  return itsAddress
}
