/** How answers leave: JSON, its tag, and errors in OBP's envelope. */
import { hash } from 'node:crypto'
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isDatabaseUnavailable } from '../storage/pool.ts'
import {
  BodyTooLarge,
  DatabaseUnavailable,
  envelope,
  InvalidJson,
  NotFound,
  Refusal,
  UnknownError,
  UnsupportedMediaType,
} from './errors.ts'
import { localeNamed } from './languages.ts'
import { notFoundDetail } from './routing.ts'

export const json = 'application/json; charset=utf-8'
/** The ways in that a refusal tells of, as the reference names them. */
const ways = ['OAuth', 'Bearer', 'DirectLogin']

/** Sends a success; a GET that the client has already seen is a 304. */
export function sendJson(request: FastifyRequest, reply: FastifyReply, status: number, body: string): FastifyReply {
  // its time was over, and the client has been told
  if (reply.sent) return reply
  if (status === 204) return reply.code(204).send()
  if ((request.method === 'GET' || request.method === 'HEAD') && isKnown(request, reply, tagOf(body)))
    return reply.code(304).send()
  return reply.code(status).header('Content-Type', json).send(body)
}

/** What stands between the quotes of a strong ETag. */
export const tagOf = (body: string): string => hash('sha1', body, 'base64url')

/** Tags the answer; true where the client has it already. */
export function isKnown(request: FastifyRequest, reply: FastifyReply, tag: string): boolean {
  reply.header('ETag', `"${tag}"`)
  return knows(request.headers['if-none-match'], `"${tag}"`)
}

/** RFC 9110 13.1.2, and the tag without its quotes, as clients of the reference send it. */
function knows(header: string | undefined, tag: string): boolean {
  if (!header) return false
  if (header.trim() === '*') return true
  return header.split(',').some((each) => {
    const known = each.trim().replace(/^W\//, '')
    return known === tag || `"${known}"` === tag
  })
}

/** Sends a refusal in OBP's envelope, in the language that the call asks for. */
export function sendRefusal(
  request: FastifyRequest,
  reply: FastifyReply,
  refusal: Refusal,
  realm: string,
): FastifyReply {
  const { status } = refusal.entry
  const locale = localeNamed((request.query as Record<string, unknown> | undefined)?.locale) ?? 'en_GB'
  if (status === 401) reply.header('WWW-Authenticate', ways.map((way) => `${way} realm="${realm}"`).join(', '))
  if (status === 408) reply.header('Connection', 'close')
  return reply
    .code(status)
    .headers(refusal.headers)
    .header('Content-Type', json)
    .send(envelope(status, refusal.text(locale)))
}

/** The refusal that an error amounts to; null for a fault of ours, which the caller logs and answers with OBP-50000. */
export function refusalOf(error: unknown, request: FastifyRequest): Refusal | null {
  if (error instanceof Refusal) return error
  if (isDatabaseUnavailable(error)) return new Refusal(DatabaseUnavailable, '', { 'Retry-After': '1' })
  const { code, statusCode } = error as FastifyError
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE')
    return new Refusal(BodyTooLarge, { en: ' The body is larger than 1 MiB.', es: ' El cuerpo ocupa más de 1 MiB.' })
  if (statusCode === 415) return new Refusal(request.is404 ? NotFound : UnsupportedMediaType, notFoundDetail(request))
  if (code === 'FST_ERR_BAD_URL') return new Refusal(NotFound, notFoundDetail(request))
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Refusal(InvalidJson)
  return null
}

export const unknownError: Refusal = new Refusal(UnknownError)
