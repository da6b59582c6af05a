/** Requests as the provider gets them: once more from the start, and as seen from the public address. */
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import type { FastifyRequest } from 'fastify'
import { type AccessTokens, isJwt } from './access-tokens.ts'
import { asVerified } from './marks.ts'

/** A request that was read already, in Node's form, with its correlation id. */
export type ReplayedRequest = IncomingMessage & { correlationId: string }

/** Fields of forms in which an access token can stand, by endpoint. */
const tokenFields: ReadonlyMap<string, string> = new Map([
  ['/token/introspection', 'token'],
  ['/token/revocation', 'token'],
  ['/me', 'access_token'],
])

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
  const body = Buffer.isBuffer(request.body) ? await withVerifiedToken(path!, request.body, accessTokens) : undefined
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

/** The form, in which every place of an access token names what was verified. A refresh token stays as it is. */
async function withVerifiedToken(path: string, body: Buffer, accessTokens: AccessTokens): Promise<Buffer> {
  const field = tokenFields.get(path)
  if (field === undefined) return body
  const form = new URLSearchParams(body.toString())
  const tokens = form.getAll(field)
  if (tokens.length !== 1) return body
  const [token] = tokens as [string]
  if (isJwt(token) || field === 'access_token') form.set(field, asVerified(await accessTokens.idOf(token)))
  return Buffer.from(form.toString())
}

async function bearerById(authorization: string, accessTokens: AccessTokens): Promise<string> {
  const [scheme, token = '', ...rest] = authorization.split(' ')
  if (scheme!.toLowerCase() !== 'bearer' || rest.length > 0) return authorization
  return `Bearer ${asVerified(await accessTokens.idOf(token))}`
}
