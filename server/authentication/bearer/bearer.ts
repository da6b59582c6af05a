/** The way in by a bearer token: a JWT of an issuer that this server trusts (RFC 6750, RFC 8725). */
import type { FastifyRequest } from 'fastify'
import {
  InvalidConsumerCredentials,
  JwtInvalidOrExpired,
  NoJwkSetUrl,
  OAuth2NotAllowed,
  Refusal,
  UnknownIssuer,
} from '../../protocol/errors.ts'
import { admit, type Session } from '../caller.ts'
import type { ForeignSessions } from '../foreign-sessions.ts'
import { originOf, type WayIn } from '../way-in.ts'
import { foreignIdentity } from './foreign-identity.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'
import { issuerNamedBy, verifier } from './verify.ts'

const scheme = /^\s*Bearer\b\s*/i

const ended = () => new Refusal(JwtInvalidOrExpired, { en: 'Please log in again.', es: 'Inicie sesión de nuevo.' })

/** `allowed` false refuses every token, whoever issued it. */
export function bearer(
  issuers: readonly TrustedIssuer[],
  sessions: ForeignSessions,
  { allowed }: { allowed: boolean },
): WayIn {
  const verify = verifier()
  const hasForeign = issuers.some(({ callerOf }) => !callerOf)

  async function sessionOf(token: string, request: FastifyRequest): Promise<Session & { isEnded?: boolean }> {
    const named = issuerNamedBy(token)
    const issuer = issuers.find(({ issuer }) => issuer === named)
    if (!issuer) throw new Refusal(hasForeign ? UnknownIssuer : NoJwkSetUrl)
    const payload = await verify(token, issuer)
    if (!issuer.callerOf) {
      const session = await sessions.welcome(foreignIdentity(payload, issuer), originOf(request))
      const { iat = 0 } = payload
      return { ...session, isEnded: session.loginsEndedAt !== null && iat < session.loginsEndedAt }
    }
    const session = await issuer.callerOf(payload)
    if (!session) throw ended()
    return session
  }

  return {
    type: 'OAuth2_OIDC',
    carriedBy: ({ headers }) => scheme.test(headers.authorization ?? ''),
    async identify(request) {
      if (!allowed) throw new Refusal(OAuth2NotAllowed)
      const token = request.headers.authorization!.replace(scheme, '').trim()
      const session = await sessionOf(token, request)
      if (!session.isConsumerActive) throw new Refusal(InvalidConsumerCredentials)
      const caller = admit(session)
      if (session.isEnded) throw ended()
      return caller
    },
  }
}
