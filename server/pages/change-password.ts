/**
 * `/user_mgt/change_password`: the page on which a user of this server chooses another password. It asks for the one that
 * they have and keeps no cookie, so no other page can change it in the user's place.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hashPassword } from '../authentication/passwords/passwords.ts'
import { assertStrong } from '../authentication/users/sign-up.ts'
import { originOf } from '../authentication/way-in.ts'
import { Refusal } from '../protocol/errors.ts'
import { inLocale, type Localised } from '../protocol/languages.ts'
import { changePasswordPath } from '../protocol/page-paths.ts'
import type { Services } from '../protocol/services.ts'
import { fieldOf, type Problem, problemOf, problemWith, sentForm } from './form.ts'
import { type Failed, failure, logInByForm, logInFields } from './log-in.ts'
import { newPassword } from './new-password.ts'
import { html, localeOf, sendPage } from './page.ts'

type Parts = Pick<Services, 'users' | 'settings' | 'addressLimits'>

const texts = {
  title: { en: 'Change your password', es: 'Cambiar la contraseña' },
  done: { en: 'Your password is changed', es: 'Su contraseña ha cambiado' },
  ended: {
    en: 'Every application that you were logged in with has to ask you to log in again.',
    es: 'Todas las aplicaciones en las que tenía la sesión iniciada deberán pedirle que vuelva a iniciarla.',
  },
  meanwhile: {
    en: 'The password was changed meanwhile. Please try again.',
    es: 'La contraseña se ha cambiado entretanto. Inténtelo de nuevo.',
  },
} satisfies Record<string, Localised>

export function changePasswordPage(routes: FastifyInstance, parts: Parts): void {
  const served = { operationId: 'changePasswordPage', prefix: '', path: changePasswordPath }
  routes.get(changePasswordPath, { config: { served } }, async (request, reply) => show(request, reply))
  routes.post(changePasswordPath, { config: { served } }, (request, reply) => change(request, reply, parts))
}

async function change(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<FastifyReply> {
  const sent = sentForm(request)
  try {
    const login = await logInByForm({ ...parts, provider: parts.settings.localIdentityProvider }, sent, request)
    const password = sent.get(newPassword.name) ?? ''
    if ('failed' in login) return show(request, reply, await weaknessBeside(login.failed, password), login.failed)
    await assertStrong(password, login.user)
    const origin = { ...originOf(request), userId: login.user.userId }
    if (!(await parts.users.changePassword(origin, login, await hashPassword(password))))
      return show(request, reply, { text: texts.meanwhile, field: undefined, status: 409 })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return show(request, reply, weakness(error), undefined, sent)
  }
  const locale = localeOf(request)
  return sendPage(reply, 200, locale, {
    title: inLocale(texts.done, locale),
    content: html`<p>${inLocale(texts.ended, locale)}</p>`,
  })
}

const weakness = (refusal: Refusal): Problem => problemWith(refusal, [newPassword], newPassword.name)

/** What else is wrong where a login failed; of its user only the name that was typed is known. */
async function weaknessBeside({ status, username }: Failed, password: string): Promise<Problem | undefined> {
  // no work for an address that has tried too often
  if (status !== 401 && status !== 403) return undefined
  try {
    await assertStrong(password, { username, email: '' })
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return weakness(error)
  }
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  problem?: Problem,
  failed?: Failed,
  sent = new URLSearchParams(),
): FastifyReply {
  const locale = localeOf(request)
  return sendPage(reply, failed?.status ?? problem?.status ?? 200, locale, {
    title: inLocale(texts.title, locale),
    content: html`${failure(locale, failed)}${problemOf(locale, problem)}
<form method="post" action="?locale=${locale}" novalidate>
${logInFields(locale, failed, sent.get('username') ?? failed?.username)}
${fieldOf(locale, newPassword, sent, problem)}
<button>${inLocale(texts.title, locale)}</button>
</form>`,
    inLanguage: (other) => `?locale=${other}`,
  })
}
