/** All pages for people, where a newcomer finds which there are. */
import type { FastifyInstance } from 'fastify'
import type { Services } from '../protocol/services.ts'
import { applicationsPage } from './applications.ts'
import { authorizePage } from './authorize.ts'
import { changePasswordPage } from './change-password.ts'
import { refuseForeignForms } from './form.ts'
import { registerConsumerPage } from './register-consumer.ts'
import { resetPasswordPage } from './reset-password.ts'
import { secondFactorPage } from './second-factor.ts'
import { signUpPage } from './sign-up.ts'

/** @param mountOpenidPages those on the way of an authorisation by OpenID Connect, which its provider shows */
export function mountPages(
  routes: FastifyInstance,
  services: Services,
  publicUrl: () => string,
  mountOpenidPages: (pages: FastifyInstance) => void,
): void {
  const { settings, oauth1Tokens } = services
  routes.register(async (pages) => {
    pages.addHook('onRequest', refuseForeignForms(publicUrl))
    signUpPage(pages, services)
    changePasswordPage(pages, services)
    resetPasswordPage(pages, services)
    secondFactorPage(pages, { ...services, publicUrl })
    registerConsumerPage(pages, services)
    applicationsPage(pages, services)
    authorizePage(pages, { ...services, requestTokens: oauth1Tokens, provider: settings.localIdentityProvider })
    mountOpenidPages(pages)
  })
}
