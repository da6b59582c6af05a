/**
 * `/oauth/authorize` (RFC 5849 2.2): the page on which a user allows an application to call for them. It asks for the
 * password each time and keeps no cookie, so no other page can answer it in the user's place.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PendingRequest, RequestTokens } from '../authentication/oauth1/tokens.ts'
import type { Users } from '../authentication/users.ts'
import type { AddressLimits } from '../limits/addresses.ts'
import { Refusal, TooManyRequests } from '../protocol/errors.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { html, localeOf, sendPage } from './page.ts'

interface Parts {
  users: Users
  requestTokens: RequestTokens
  addressLimits: AddressLimits
  provider: string
}

const texts = {
  title: { en: 'Allow access', es: 'Permitir el acceso' },
  asks: { en: 'asks to act for you at this bank.', es: 'solicita actuar en su nombre en este banco.' },
  username: { en: 'User name', es: 'Nombre de usuario' },
  password: { en: 'Password', es: 'Contraseña' },
  allow: { en: 'Allow', es: 'Permitir' },
  refuse: { en: 'Refuse', es: 'Denegar' },
  wrong: {
    en: 'The user name or the password is wrong.',
    es: 'El nombre de usuario o la contraseña no son correctos.',
  },
  locked: {
    en: 'The account has been locked, please contact an administrator!',
    es: 'La cuenta está bloqueada; póngase en contacto con un administrador.',
  },
  tooMany: { en: 'Too many attempts. Please try again later.', es: 'Demasiados intentos. Inténtelo más tarde.' },
  refused: { en: 'Access refused', es: 'Acceso denegado' },
  refusedText: { en: 'You may close this page.', es: 'Puede cerrar esta página.' },
  allowed: { en: 'Access allowed', es: 'Acceso permitido' },
  copy: { en: 'Give this code to the application:', es: 'Indique este código a la aplicación:' },
  cannot: { en: 'This cannot be allowed', es: 'No se puede permitir' },
} satisfies Record<string, Localised>

const problems: Record<'none' | Exclude<PendingRequest['outcome'], 'open'>, Localised> = {
  none: { en: 'There is no Token.', es: 'No hay ningún token.' },
  unknown: { en: 'This token does not exist', es: 'Este token no existe' },
  expired: { en: 'Token expired', es: 'El token ha caducado' },
  'consumer inactive': { en: 'Application not found', es: 'Aplicación no encontrada' },
}

export function authorizePage(routes: FastifyInstance, parts: Parts): void {
  routes.get('/oauth/authorize', async (request, reply) => {
    const locale = localeOf(request)
    const { oauth_token: token = '' } = request.query as Record<string, string>
    return showForm(reply, 200, locale, token, await pending(parts, token))
  })
  routes.post('/oauth/authorize', (request, reply) => decide(request, reply, parts))
}

const pending = ({ requestTokens }: Parts, token: unknown): Promise<PendingRequest> | 'none' =>
  typeof token === 'string' && token !== '' ? requestTokens.find(token) : 'none'

async function decide(request: FastifyRequest, reply: FastifyReply, parts: Parts) {
  const locale = localeOf(request)
  const form = new URLSearchParams(String(request.body ?? ''))
  const token = form.get('oauth_token') ?? ''
  const found = await pending(parts, token)
  if (found === 'none' || found.outcome !== 'open') return showForm(reply, 400, locale, token, found)
  const say = (text: Localised) => inLocale(text, locale)
  if (form.get('decision') !== 'allow')
    return sendPage(reply, 200, locale, say(texts.refused), html`<p>${say(texts.refusedText)}</p>`)

  const username = form.get('username') ?? ''
  const login = await logIn(parts, username, form.get('password') ?? '', request.ip)
  if ('problem' in login) return showForm(reply, login.status, locale, token, found, { text: login.problem, username })
  const authorised = await parts.requestTokens.authorise(token, login.userId)
  if (!authorised) return showForm(reply, 400, locale, token, { outcome: 'expired' })
  // RFC 9110 15.4.4: with GET, whatever came in
  if (authorised.redirectTo !== null) return reply.redirect(authorised.redirectTo, 303)
  return sendPage(
    reply,
    200,
    locale,
    say(texts.allowed),
    html`<p>${say(texts.copy)}</p><output id="verifier">${authorised.verifier}</output>`,
  )
}

type Login = { userId: string } | { problem: Localised; status: number }

async function logIn(
  { users, addressLimits, provider }: Parts,
  username: string,
  password: string,
  address: string,
): Promise<Login> {
  try {
    await addressLimits.assertBelow('failed login', address)
    const login = await users.logIn(provider, username, password)
    if (login.outcome === 'user') return { userId: login.user.userId }
    await addressLimits.count('failed login', address)
    return { problem: login.outcome === 'locked' ? texts.locked : texts.wrong, status: 401 }
  } catch (error) {
    if (error instanceof Refusal && error.entry === TooManyRequests) return { problem: texts.tooMany, status: 429 }
    throw error
  }
}

function showForm(
  reply: FastifyReply,
  status: number,
  locale: Locale,
  token: string,
  found: PendingRequest | 'none',
  failed?: { text: Localised; username: string },
) {
  const say = (text: Localised) => inLocale(text, locale)
  if (found === 'none' || found.outcome !== 'open') {
    const problem = say(problems[found === 'none' ? 'none' : found.outcome])
    return sendPage(reply, 400, locale, say(texts.cannot), html`<p class="error">${problem}</p>`)
  }
  const error = failed ? html`<p class="error" id="error" role="alert">${say(failed.text)}</p>` : html``
  const described = failed ? html` aria-describedby="error" aria-invalid="true"` : html``
  return sendPage(
    reply,
    status,
    locale,
    say(texts.title),
    html`${error}
<p><strong>${found.appName}</strong> ${say(texts.asks)}</p>
<form method="post" action="authorize?locale=${locale}">
<input type="hidden" name="oauth_token" value="${token}">
<label for="username">${say(texts.username)}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" value="${failed?.username ?? ''}"${described}>
<label for="password">${say(texts.password)}</label>
<input id="password" name="password" type="password" autocomplete="current-password"${described}>
<button name="decision" value="allow">${say(texts.allow)}</button>
<button class="quiet" name="decision" value="refuse">${say(texts.refuse)}</button>
</form>`,
    targetOf(found.callback),
  )
}

/** What the policy of the page must name, so that the browser follows the redirect to the application. */
function targetOf(callback: string): readonly string[] {
  if (callback === 'oob') return []
  const { protocol, origin } = new URL(callback)
  return [origin === 'null' ? protocol : origin]
}
