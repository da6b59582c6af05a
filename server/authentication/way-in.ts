/** The ways in: each kind of credentials that a call can carry, in the order in which they are looked for. */
import type { FastifyRequest } from 'fastify'
import type { Origin } from '../observation/audit.ts'
import { servedBy } from '../observation/served.ts'
import { AuthorizationHeaderNotSupported, Refusal } from '../protocol/errors.ts'
import type { Caller } from './caller.ts'

/** As OBP names them, in authentication-type validations. */
export const authenticationTypes = [
  'DirectLogin',
  'OAuth1.0a',
  'GatewayLogin',
  'DAuth',
  'OAuth2_OIDC',
  'OAuth2_OIDC_FAPI',
] as const
export type AuthenticationType = (typeof authenticationTypes)[number]

export interface WayIn {
  readonly type: AuthenticationType
  /** identifying changes nothing, so that it may begin before anybody knows whether the way is allowed */
  readonly onlyLooks?: true
  /** Starts what only looks of a way that also changes something; {@link identify} goes on from there. */
  begin?(request: FastifyRequest): void
  /** Whether a call carries such credentials, right or wrong; looks at the headers only. */
  carriedBy(request: FastifyRequest): boolean
  /**
   * Gives the caller of a call that carries them.
   * @throws Refusal for credentials that are wrong, expired, or of a user or consumer that may not call any more
   */
  identify(request: FastifyRequest): Promise<Caller>
}

/** The first of the ways whose credentials a call carries. */
export const wayOf = (ways: readonly WayIn[], request: FastifyRequest): WayIn | undefined =>
  ways.find((way) => way.carriedBy(request))

/**
 * Gives the caller by the way that was found; null where the call carries no credentials.
 * @throws Refusal 401 as {@link WayIn.identify}, and OBP-20080 for an `Authorization` that no way knows
 */
export async function identify(way: WayIn | undefined, request: FastifyRequest): Promise<Caller | null> {
  if (way) return way.identify(request)
  if (request.headers.authorization !== undefined) throw new Refusal(AuthorizationHeaderNotSupported)
  return null
}

/** The call, for the audit trail, while nobody knows yet who calls. */
export const originOf = (request: FastifyRequest): Origin => ({
  operationId: servedBy(request)?.operationId ?? 'routing',
  correlationId: request.id,
  userId: null,
  consumerId: null,
})
