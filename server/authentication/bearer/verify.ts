/** Whether a token is what its issuer's configuration asks for. */
import { hash } from 'node:crypto'
import { decodeJwt, errors, type JWTHeaderParameters, type JWTPayload, jwtVerify } from 'jose'
import { LRUCache } from 'lru-cache'
import { BadJwt, JwtInvalidOrExpired, JwtParseError, KeysUnavailable, Refusal } from '../../protocol/errors.ts'
import { KeyServerAway, type TrustedIssuer } from './trusted-issuer.ts'

/** Seconds by which the clocks of an issuer and of this server may differ. */
const clockTolerance = 30

/** Most characters of a token; a larger one would cost time before anybody knows who sends it. */
const longest = 8192

/** Kinds of token that say who calls; others of the same issuer, such as logout tokens, say something else (RFC 8725 3.11). */
const kinds: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt'])

/**
 * The issuer that a token names. Nothing of it is verified yet: it only says whose keys to verify it with.
 * @throws Refusal OBP-20205
 */
export function issuerNamedBy(token: string): string {
  try {
    if (token.length > longest) throw new Error('too long')
    return decodeJwt(token).iss ?? ''
  } catch {
    throw new Refusal(JwtParseError, {
      en: `Send a JWT of at most ${longest} characters after the word Bearer.`,
      es: `Envíe un JWT de como mucho ${longest} caracteres detrás de la palabra Bearer.`,
    })
  }
}

/** Tokens whose verification is remembered: some megabytes. */
const mostRemembered = 10_000

interface Remembered {
  header: JWTHeaderParameters
  payload: JWTPayload
  /** that the signature was verified with */
  key: object
}

/**
 * Makes what verifies tokens. A signature is arithmetic, so what it came to is remembered: it holds while the issuer has the
 * same key and the token has not expired. Whom the token is of is looked up each time.
 */
export function verifier(): (token: string, issuer: TrustedIssuer) => Promise<JWTPayload> {
  const known = new LRUCache<string, Remembered>({ max: mostRemembered })
  return async (token, issuer) => {
    // the token itself is a secret, which need not lie about
    const digest = `${issuer.issuer} ${hash('sha256', token, 'base64')}`
    const remembered = known.get(digest)
    if (remembered && (await holds(remembered, issuer))) return remembered.payload
    known.delete(digest)
    const { header, payload, key } = await verified(token, issuer)
    known.set(digest, { header, payload, key })
    return payload
  }
}

const nowhere = { payload: '', signature: '' }

/** @throws Refusal 503 OBP-20207 where the issuer's keys cannot be had */
async function holds({ header, payload, key }: Remembered, issuer: TrustedIssuer): Promise<boolean> {
  if (payload.exp! + clockTolerance <= Date.now() / 1000) return false
  try {
    return (await issuer.keys(header, nowhere)) === key
  } catch (error) {
    throw refusalOf(error)
  }
}

/**
 * The claims of a token, after its signature, issuer, audience and times have been checked.
 * @throws Refusal OBP-20206 for a signature that is not the issuer's and for an expired token, OBP-20204 for other claims
 * that are wrong, 503 OBP-20207 where the issuer's keys cannot be had
 */
async function verified(token: string, issuer: TrustedIssuer): Promise<Remembered> {
  const {
    payload,
    protectedHeader: header,
    key,
  } = await jwtVerify(token, issuer.keys, {
    issuer: issuer.issuer,
    audience: [...issuer.audience],
    algorithms: [...issuer.algorithms],
    requiredClaims: ['exp'],
    clockTolerance,
  }).catch((error) => {
    throw refusalOf(error)
  })
  if (header.typ !== undefined && !kinds.has(header.typ.toLowerCase())) throw wrong('typ')
  // OpenID Connect Back-Channel Logout 2.4: the mark of a logout token
  if (payload.events !== undefined) throw wrong('events')
  const allowed = scopesIn(payload)
  if (!issuer.scope.every((scope) => allowed.has(scope))) throw wrong('scope')
  if (issuer.acr.length > 0 && !issuer.acr.includes(payload.acr as string)) throw wrong('acr')
  return { header, payload, key: key as object }
}

/** As RFC 9068 2.2.3 writes them, or in a list, as others do. */
const scopesIn = ({ scope, scp }: JWTPayload): ReadonlySet<unknown> => {
  const claim = scope ?? scp
  return new Set(Array.isArray(claim) ? claim : typeof claim === 'string' ? claim.split(' ') : [])
}

/** The refusal of a token in which one thing is not what it must be; it names the thing, and not its value. */
export const wrong = (claim: string): Refusal =>
  new Refusal(BadJwt, {
    en: `${claim} is missing or not what it must be.`,
    es: `${claim} falta o no es lo que debe ser.`,
  })

function refusalOf(error: unknown): Refusal {
  if (error instanceof KeyServerAway)
    return new Refusal(
      KeysUnavailable,
      {
        en: 'The keys of the issuer cannot be had now; try again later.',
        es: 'Las claves del emisor no están disponibles; inténtelo más tarde.',
      },
      { 'Retry-After': '10' },
    )
  if (error instanceof errors.JWTExpired)
    return new Refusal(JwtInvalidOrExpired, { en: 'It has expired.', es: 'Ha caducado.' })
  if (error instanceof errors.JWTClaimValidationFailed) return wrong(error.claim)
  return new Refusal(JwtInvalidOrExpired, {
    en: 'Its signature cannot be verified.',
    es: 'No se puede verificar su firma.',
  })
}
