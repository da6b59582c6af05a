/** All ways in, and the endpoints where their credentials are got. */
import type { FastifyInstance } from 'fastify'
import type { Log } from '../observation/log.ts'
import type { Services } from '../protocol/services.ts'
import type { Storage } from '../storage/pool.ts'
import { bearer } from './bearer/bearer.ts'
import { issuersOf } from './bearer/issuer-settings.ts'
import { directLoginToken } from './direct-login/by-token.ts'
import { directLogin } from './direct-login/direct-login.ts'
import { foreignSessions } from './foreign-sessions.ts'
import { gatewayLogin } from './gateway-login/gateway-login.ts'
import { exchange, initiate, oauth1 } from './oauth1/oauth1.ts'
import { openid } from './openid/openid.ts'
import type { WayIn } from './way-in.ts'

interface Ways {
  /** in the order in which OBP looks for them */
  readonly ways: readonly WayIn[]
  /** Mounts the endpoints. */
  mountLogins(routes: FastifyInstance): void
  /** Mounts the pages of the provider of OpenID Connect. */
  mountOpenidPages(pages: FastifyInstance): void
}

export function openWays(services: Services, storage: Storage, publicUrl: () => string, log: Log): Ways {
  const { settings, tokens, oauth1Tokens, nonces } = services
  const { localIdentityProvider: provider, gatewayLoginSecret: secret, gatewayLoginAddresses: addresses } = settings
  const signed = { tokens: oauth1Tokens, nonces, publicUrl }
  const foreigners = foreignSessions(storage, settings)
  const issuers = issuersOf(settings.trustedIssuers, (err, issuer) => log.warn({ err, issuer }, 'no keys of an issuer'))
  const own = openid({ ...services, storage, publicUrl, log })
  return {
    ways: [
      oauth1(signed),
      bearer([...issuers, own.accessTokens.trusted], foreigners, { allowed: settings.allowOAuth2Login }),
      directLoginToken(tokens),
      ...(secret && addresses ? [gatewayLogin(foreigners, { secret, addresses })] : []),
    ],
    mountLogins(routes) {
      routes.post('/my/logins/direct', directLogin({ ...services, provider }))
      routes.post('/oauth/initiate', initiate(signed))
      routes.post('/oauth/token', exchange(signed))
      own.mount(routes)
    },
    mountOpenidPages: own.mountPages,
  }
}
