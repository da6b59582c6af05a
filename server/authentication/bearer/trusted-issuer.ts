/** An issuer whose tokens are taken, and what is expected of them: all of it is configuration, nothing is read from a token. */
import type { JWTPayload, JWTVerifyGetKey } from 'jose'
import type { Session } from '../caller.ts'

export interface TrustedIssuer {
  /** claim `iss`, to the letter */
  readonly issuer: string
  /** a token must be meant for one of these (claim `aud`) */
  readonly audience: readonly string[]
  /** of signatures; asymmetric ones only, for the keys are public */
  readonly algorithms: readonly string[]
  /** finds the public key of a token. @throws KeyServerAway where nobody can say */
  readonly keys: JWTVerifyGetKey
  /** the claim that names the user */
  readonly userClaim: string
  /** the claim that names the consumer */
  readonly consumerClaim: string
  /** of the users that come with its tokens */
  readonly provider: string
  /** what a token must allow, all of it (claim `scope`, with some issuers `scp`) */
  readonly scope: readonly string[]
  /** how its user must have logged in, one of these (claim `acr`); empty for any way */
  readonly acr: readonly string[]
  /** how its consumers are called in lists; without it, by the issuer's own address */
  readonly name?: string
  /** an issuer whose users and consumers are our own answers itself; null for a token that does not count (any more) */
  readonly callerOf?: (payload: JWTPayload) => Promise<Session | null>
}

/** The asymmetric signatures that issuers use (RFC 7518 3.1, RFC 8037, RFC 9864). */
export const asymmetric: readonly string[] = ['RS256', 'PS256', 'ES256', 'EdDSA', 'Ed25519']

/** The keys of an issuer cannot be had now: its key server is away, late, or answers with something else. */
export class KeyServerAway extends Error {}
