/** Requests as the provider gets them: once more from the start, and as seen from the public address. */
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { type AccessTokens, isJwt } from './access-tokens.ts'

/** A request that was read already, in Node's form, with its correlation id. */
export type ReplayedRequest = IncomingMessage & { correlationId: string }

/** Endpoints that are asked about a token, in the field `token` of a form. */
const aboutTokens = new Set(['/token/introspection', '/token/revocation'])

/**
 * The request below the issuer's path. Its host and protocol are the issuer's, whatever a proxy or a caller said; a JWT of
 * ours becomes the id that the provider knows it by.
 */
export async function replay(
  request: FastifyRequest,
  issuer: URL,
  mountedAt: string,
  accessTokens: AccessTokens,
): Promise<ReplayedRequest> {
  const { raw } = request
  const url = raw.url!.slice(mountedAt.length) || '/'
  const [path] = url.split('?')
  const { 'x-forwarded-host': _, 'x-forwarded-for': __, 'transfer-encoding': ___, ...headers } = raw.headers
  let body = Buffer.isBuffer(request.body) ? request.body : undefined
  if (body && aboutTokens.has(path!)) body = await withIdOfToken(body, accessTokens)
  if (path === '/me' && headers.authorization)
    headers.authorization = await bearerById(headers.authorization, accessTokens)
  return Object.assign(Readable.from(body ? [body] : []), {
    method: raw.method,
    url,
    originalUrl: issuer.pathname + url,
    httpVersion: raw.httpVersion,
    httpVersionMajor: raw.httpVersionMajor,
    socket: raw.socket,
    headers: {
      ...headers,
      host: issuer.host,
      'x-forwarded-proto': issuer.protocol.slice(0, -1),
      ...(body && { 'content-length': String(body.length) }),
    },
    correlationId: request.id,
  }) as unknown as ReplayedRequest
}

async function withIdOfToken(body: Buffer, accessTokens: AccessTokens): Promise<Buffer> {
  const form = new URLSearchParams(body.toString())
  const tokens = form.getAll('token')
  if (tokens.length !== 1 || !isJwt(tokens[0]!)) return body
  form.set('token', (await accessTokens.idOf(tokens[0]!)) ?? 'unknown')
  return Buffer.from(form.toString())
}

async function bearerById(authorization: string, accessTokens: AccessTokens): Promise<string> {
  const [scheme, token = '', ...rest] = authorization.split(' ')
  if (scheme!.toLowerCase() !== 'bearer' || rest.length > 0) return authorization
  return `Bearer ${(await accessTokens.idOf(token)) ?? 'unknown'}`
}
