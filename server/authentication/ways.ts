/** All ways in, and the endpoints and pages where their credentials are got. */
import type { FastifyInstance } from 'fastify'
import type { Log } from '../observation/log.ts'
import { applicationsPage } from '../pages/applications.ts'
import { authorizePage } from '../pages/authorize.ts'
import { changePasswordPage } from '../pages/change-password.ts'
import { refuseForeignForms } from '../pages/form.ts'
import { registerConsumerPage } from '../pages/register-consumer.ts'
import { resetPasswordPage } from '../pages/reset-password.ts'
import { secondFactorPage } from '../pages/second-factor.ts'
import { signUpPage } from '../pages/sign-up.ts'
import type { Services } from '../protocol/services.ts'
import type { Storage } from '../storage/pool.ts'
import { bearer } from './bearer/bearer.ts'
import { issuersOf } from './bearer/issuer-settings.ts'
import { directLogin } from './direct-login.ts'
import { directLoginToken } from './direct-login-token.ts'
import { foreignSessions } from './foreign-sessions.ts'
import { gatewayLogin } from './gateway-login/gateway-login.ts'
import { exchange, initiate, oauth1 } from './oauth1/oauth1.ts'
import { openid } from './openid/openid.ts'
import type { WayIn } from './way-in.ts'

export interface Ways {
  /** in the order in which OBP looks for them */
  readonly ways: readonly WayIn[]
  mountLogins(routes: FastifyInstance): void
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
      routes.register(async (pages) => {
        pages.addHook('onRequest', refuseForeignForms(publicUrl))
        authorizePage(pages, { ...services, requestTokens: oauth1Tokens, provider })
        own.mountPages(pages)
        signUpPage(pages, services)
        registerConsumerPage(pages, services)
        changePasswordPage(pages, services)
        resetPasswordPage(pages, services)
        secondFactorPage(pages, { ...services, publicUrl })
        applicationsPage(pages, services)
      })
      own.mount(routes)
    },
  }
}
