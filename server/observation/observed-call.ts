/** What metrics keep of a call that has been answered. */
import { isIP } from 'node:net'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Origin } from './audit.ts'
import type { ObservedCall } from './metrics.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** of the operation, or the name of a login; without one a call is no metric */
    operationId?: string
    /** the version by which the route is called */
    prefix?: string
  }
  interface FastifyRequest {
    /** who calls, as soon as it is known */
    origin: Origin | null
    /** of the path's bank, as soon as it is known to exist; else '' */
    bankId: string
  }
}

/** Null for a call of no operation. */
export function observedCall(request: FastifyRequest, reply: FastifyReply): ObservedCall | null {
  const { operationId, prefix = '' } = request.routeOptions.config
  if (operationId === undefined) return null
  const { origin, bankId } = request
  const path = operationPath(request.routeOptions.url!)
  return {
    calledAt: Math.round(Date.now() - reply.elapsedTime),
    duration: Math.round(reply.elapsedTime),
    operationId,
    version: prefix,
    verb: request.method,
    url: bankId === '' ? path : path.replace('/BANK_ID', () => `/${bankId}`),
    status: reply.statusCode,
    correlationId: request.id,
    bankId,
    userId: origin?.userId ?? null,
    consumerId: origin?.consumerId ?? null,
    sourceIp: sourceIp(request.ip),
  }
}

const paths = new Map<string, string>()

/** The path of a route as operations write it: CUSTOMER_ID for `:CUSTOMER_ID`. */
function operationPath(url: string): string {
  let path = paths.get(url)
  if (path === undefined) {
    path = url.replaceAll(':', '')
    paths.set(url, path)
  }
  return path
}

/** Null where the connection has gone, or a proxy says something that is no address. */
function sourceIp(ip: string | undefined): string | null {
  // IPv4 on a socket for both (RFC 4291 2.5.5.2); the zone of a link-local address means something on this machine only
  const address = ip?.replace(/^::ffff:(?=\d+\.)|%.*$/gi, '') ?? ''
  return isIP(address) ? address : null
}
