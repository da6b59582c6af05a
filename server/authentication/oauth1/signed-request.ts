/** A request that is signed by RFC 5849: its parameters, and whether the signature is right. */
import { createHmac, timingSafeEqual, verify } from 'node:crypto'
import type { FastifyRequest } from 'fastify'
import { duplicated, missing, noTimestamp, staleTimestamp, unknownMethod, unknownVersion } from './problem.ts'

/** Seconds that a timestamp may be off. */
const mostClockDifference = 300

export type Parameters = Readonly<Record<string, string>>
type Pair = readonly [string, string]

/** RFC 5849 3.6: everything but the unreserved characters of RFC 3986, in upper case. */
export const encode = (text: string): string =>
  // most texts of a signed call are keys and numbers
  /^[\w.~-]*$/.test(text)
    ? text
    : encodeURIComponent(text).replaceAll(
        /[!'()*]/g,
        (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
      )

function decode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

export const carriesOAuth1 = ({ headers }: FastifyRequest): boolean => /^\s*OAuth\s/i.test(headers.authorization ?? '')

/**
 * The `oauth_` parameters of the header (RFC 5849 3.5.1), decoded. Quotes are optional, as some clients leave them out;
 * empty values count as absent.
 * @throws Problem where one of them comes twice
 */
export function protocolParameters({ headers }: FastifyRequest): Parameters {
  const parameters: Record<string, string> = {}
  for (const part of (headers.authorization ?? '').replace(/^\s*OAuth\s+/i, '').split(',')) {
    const equals = part.indexOf('=')
    const name = decode(part.slice(0, equals).trim())
    if (equals < 1 || !name.startsWith('oauth_')) continue
    if (Object.hasOwn(parameters, name)) throw duplicated
    const value = decode(unquoted(part.slice(equals + 1).trim()))
    // PostgreSQL stores no NUL: with another character in its place the value is nobody's
    if (value !== '') parameters[name] = value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
  }
  return parameters
}

const unquoted = (text: string): string =>
  text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text

const always = [
  'oauth_consumer_key',
  'oauth_nonce',
  'oauth_signature_method',
  'oauth_timestamp',
  'oauth_signature',
] as const

/** @throws Problem for parameters that are missing, and for a version or a method that is not served */
export function assertWellFormed(parameters: Parameters, more: readonly string[]): void {
  const absent = [...always, ...more].filter((name) => parameters[name] === undefined)
  if (absent.length > 0) throw missing(absent)
  const { oauth_version: version } = parameters
  // the package `oauth` shows 1.0A in its own example, which is the name of this revision
  if (version !== undefined && !/^1(\.0a?)?$/i.test(version)) throw unknownVersion
  if (!Object.hasOwn(digests, parameters.oauth_signature_method!.toUpperCase())) throw unknownMethod
}

/** RFC 5849 3.3. @throws Problem where the timestamp is no number of seconds, or too far from now */
export function assertTimely({ oauth_timestamp: timestamp = '' }: Parameters): void {
  if (!/^\d{1,15}$/.test(timestamp)) throw noTimestamp(timestamp)
  if (Math.abs(Number(timestamp) - Date.now() / 1000) > mostClockDifference) throw staleTimestamp(timestamp)
}

/** RFC 5849 3.4.1. `url` is without query; `parameters` are those of header, query and form, without the signature. */
export function baseString(method: string, url: string, parameters: readonly Pair[]): string {
  const [, server = '', path = ''] = /^([^:]+:\/\/[^/?#]*)([^?#]*)/.exec(url) ?? []
  const sorted = parameters
    .map(([name, value]) => [encode(name), encode(value)] as const)
    // by bytes (3.4.1.3.2): encoded texts are ASCII
    .sort(([a, x], [b, y]) => (a < b ? -1 : a > b ? 1 : x < y ? -1 : x > y ? 1 : 0))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  return [method.toUpperCase(), encode(originOf(server) + (path || '/')), encode(sorted)].join('&')
}

let latest = { server: '', origin: '' }
/** Scheme and host in lower case, without the port that the scheme has anyway (3.4.1.2); it is the same for all calls. */
function originOf(server: string): string {
  if (latest.server !== server) latest = { server, origin: new URL(server).origin }
  return latest.origin
}

/**
 * The signature base string of a request that reached this server. The address is the configured one (3.4.1.2), never that
 * of the Host header; the form is the body of `initiate` and `token`.
 */
export function baseStringOf(request: FastifyRequest, publicUrl: string, parameters: Parameters, form = ''): string {
  // RFC 9112 3.2.2: a proxy may send the target in absolute form
  const [path = '', query = ''] = request.raw.url!.replace(/^https?:\/\/[^/?]*/i, '').split(/\?(.*)/s)
  const { oauth_signature: _, ...signed } = parameters
  return baseString(request.method, publicUrl + path, [
    ...Object.entries(signed),
    ...new URLSearchParams(query),
    ...new URLSearchParams(form),
  ])
}

interface Keys {
  /** null where the consumer has none; only HMAC needs it */
  consumerSecret: string | null
  /** PEM; only RSA needs it */
  certificate: string
  /** '' before there is a token */
  tokenSecret: string
}
type Check = (text: string, signature: Buffer, keys: Keys) => boolean

const hmac =
  (algorithm: string): Check =>
  (text, signature, { consumerSecret, tokenSecret }) => {
    if (consumerSecret === null) return false
    // 3.4.2
    const expected = createHmac(algorithm, `${encode(consumerSecret)}&${encode(tokenSecret)}`)
      .update(text)
      .digest()
    return expected.length === signature.length && timingSafeEqual(expected, signature)
  }

const digests: Readonly<Record<string, Check>> = {
  'HMAC-SHA1': hmac('sha1'),
  'HMAC-SHA256': hmac('sha256'),
  'RSA-SHA256': (text, signature, { certificate }) => {
    try {
      return certificate !== '' && verify('sha256', Buffer.from(text), certificate, signature)
    } catch {
      // no certificate at all
      return false
    }
  },
}

export function isSignatureRight(text: string, parameters: Parameters, keys: Keys): boolean {
  const { oauth_signature: signature = '', oauth_signature_method: method = '' } = parameters
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return false
  return digests[method.toUpperCase()]!(text, Buffer.from(signature, 'base64'), keys)
}
