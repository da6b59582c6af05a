/**
 * `/user_mgt/reset_password/TOKEN`: the page on which a user who forgot their password chooses another, at the address that
 * an administrator made. The secret is the address: no other page knows it, and none is told it.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { User } from '../authentication/caller.ts'
import { deadToken, resetPassword, wrongCode } from '../authentication/passwords/password-resets.ts'
import { originOf } from '../authentication/way-in.ts'
import { Refusal } from '../protocol/errors.ts'
import { inLocale, type Localised } from '../protocol/languages.ts'
import { resetPasswordPath } from '../protocol/page-paths.ts'
import type { Services } from '../protocol/services.ts'
import { fieldOf, type Problem, problemOf, problemWith, sentForm } from './form.ts'
import { code } from './log-in.ts'
import { newPassword } from './new-password.ts'
import { html, localeOf, sendPage } from './page.ts'

type Parts = Pick<Services, 'passwordResets' | 'users' | 'addressLimits'>

const texts = {
  title: { en: 'Choose a new password', es: 'Elegir una contraseña nueva' },
  username: { en: 'User name', es: 'Nombre de usuario' },
  wrongCode: {
    en: 'The code of your second factor is wrong, or your account is locked. Ask an administrator to unlock it.',
    es: 'El código de su segundo factor no es correcto o su cuenta está bloqueada. Pida a un administrador que la desbloquee.',
  },
  done: { en: 'Your password is changed', es: 'Su contraseña ha cambiado' },
  logIn: {
    en: 'You can log in with it now. Every application that you were logged in with has to ask you to log in again.',
    es: 'Ya puede iniciar sesión con ella. Todas las aplicaciones en las que tenía la sesión iniciada deberán pedirle que vuelva a iniciarla.',
  },
  dead: { en: 'This link cannot be used', es: 'Este enlace no se puede usar' },
  ask: {
    en: 'It is good once and for a limited time. Ask the administrator who gave it to you for another one.',
    es: 'Solo sirve una vez y durante un tiempo limitado. Pida otro al administrador que se lo facilitó.',
  },
  later: { en: 'Please try again later', es: 'Inténtelo más tarde' },
} satisfies Record<string, Localised>

export function resetPasswordPage(routes: FastifyInstance, parts: Parts): void {
  const route = `${resetPasswordPath}/:token`
  // never the address itself
  const served = { operationId: 'resetPasswordPage', prefix: '', path: `${resetPasswordPath}/TOKEN` }
  const answer =
    (act: (visit: Visit) => Promise<FastifyReply>) => async (request: FastifyRequest, reply: FastifyReply) => {
      const { token } = request.params as { token: string }
      try {
        await parts.addressLimits.assertBelow('failed login', request.ip)
        const user = await parts.passwordResets.find(token)
        if (user) return await act({ request, reply, parts, token, user })
        await parts.addressLimits.count('failed login', request.ip)
        return showDead(request, reply)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        return showLater(request, reply, error)
      }
    }
  routes.get(route, { config: { served } }, answer(show))
  routes.post(route, { config: { served } }, answer(choose))
}

interface Visit {
  request: FastifyRequest
  reply: FastifyReply
  parts: Parts
  token: string
  user: User
}

async function choose(visit: Visit): Promise<FastifyReply> {
  const { request, reply, parts, token } = visit
  const sent = sentForm(request)
  const [password, given] = [sent.get(newPassword.name) ?? '', sent.get(code.name) ?? '']
  try {
    await resetPassword(parts, originOf(request), { token, password, code: given })
  } catch (error) {
    if (error === deadToken) return showDead(request, reply)
    if (error === wrongCode) {
      await parts.addressLimits.count('failed login', request.ip)
      return show(visit, { text: texts.wrongCode, field: code.name, status: 401 })
    }
    if (!(error instanceof Refusal)) throw error
    return show(visit, problemWith(error, [newPassword], newPassword.name))
  }
  const locale = localeOf(request)
  return sendPage(reply, 200, locale, {
    title: inLocale(texts.done, locale),
    content: html`<p>${inLocale(texts.logIn, locale)}</p>`,
  })
}

async function show({ request, reply, user }: Visit, problem?: Problem): Promise<FastifyReply> {
  const locale = localeOf(request)
  return sendPage(reply, problem?.status ?? 200, locale, {
    title: inLocale(texts.title, locale),
    content: html`${problemOf(locale, problem)}
<form method="post" action="?locale=${locale}" novalidate>
<label for="username">${inLocale(texts.username, locale)}</label>
<input id="username" autocomplete="username" readonly value="${user.username}">
${[newPassword, code].map((field) => fieldOf(locale, field, new URLSearchParams(), problem))}
<button>${inLocale(texts.title, locale)}</button>
</form>`,
    inLanguage: (other) => `?locale=${other}`,
  })
}

function showDead(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const locale = localeOf(request)
  return sendPage(reply, 400, locale, {
    title: inLocale(texts.dead, locale),
    content: html`<p class="error">${inLocale(texts.ask, locale)}</p>`,
    inLanguage: (other) => `?locale=${other}`,
  })
}

function showLater(request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const locale = localeOf(request)
  return sendPage(reply.headers(refusal.headers), refusal.entry.status, locale, {
    title: inLocale(texts.later, locale),
    content: html`<p class="error">${inLocale(refusal.entry, locale)}</p>`,
  })
}
