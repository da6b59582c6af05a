/**
 * `/oauth/authorize` (RFC 5849 2.2): the page on which a user allows an application to call for them. It asks for the
 * password each time and keeps no cookie, so no other page can answer it in the user's place.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { PendingRequest, RequestTokens } from '../authentication/oauth1/tokens.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { sentForm } from './form.ts'
import { type Failed, failure, type LogInParts, logInByForm, logInFields, otherPages } from './log-in.ts'
import { formTargetOf, html, leadsTo, localeOf, sendPage } from './page.ts'

interface Parts extends LogInParts {
  requestTokens: RequestTokens
}

const texts = {
  title: { en: 'Allow access', es: 'Permitir el acceso' },
  asks: { en: 'asks to act for you at this bank.', es: 'solicita actuar en su nombre en este banco.' },
  allow: { en: 'Allow', es: 'Permitir' },
  refuse: { en: 'Refuse', es: 'Denegar' },
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
  const served = { operationId: 'oauth1Authorize', prefix: '', path: '/oauth/authorize' }
  routes.get('/oauth/authorize', { config: { served } }, async (request, reply) => {
    const locale = localeOf(request)
    const { oauth_token: token = '' } = request.query as Record<string, string>
    return showForm(reply, 200, locale, token, await pending(parts, token))
  })
  routes.post('/oauth/authorize', { config: { served } }, (request, reply) => decide(request, reply, parts))
}

const pending = ({ requestTokens }: Parts, token: unknown): Promise<PendingRequest> | 'none' =>
  typeof token === 'string' && token !== '' ? requestTokens.find(token) : 'none'

async function decide(request: FastifyRequest, reply: FastifyReply, parts: Parts) {
  const locale = localeOf(request)
  const form = sentForm(request)
  const token = form.get('oauth_token') ?? ''
  const found = await pending(parts, token)
  if (found === 'none' || found.outcome !== 'open') return showForm(reply, 400, locale, token, found)
  const say = (text: Localised) => inLocale(text, locale)
  if (form.get('decision') !== 'allow') {
    await parts.requestTokens.refuse(token)
    return sendPage(reply, 200, locale, { title: say(texts.refused), content: html`<p>${say(texts.refusedText)}</p>` })
  }

  const login = await logInByForm(parts, form, request)
  if ('failed' in login) return showForm(reply, login.failed.status, locale, token, found, login.failed)
  const authorised = await parts.requestTokens.authorise(token, login)
  if (!authorised) return showForm(reply, 400, locale, token, { outcome: 'expired' })
  // RFC 9110 15.4.4: with GET, whatever came in
  if (authorised.redirectTo !== null) return reply.redirect(authorised.redirectTo, 303)
  return sendPage(reply, 200, locale, {
    title: say(texts.allowed),
    content: html`<p>${say(texts.copy)}</p><output id="verifier">${authorised.verifier}</output>`,
  })
}

function showForm(
  reply: FastifyReply,
  status: number,
  locale: Locale,
  token: string,
  found: PendingRequest | 'none',
  failed?: Failed,
) {
  const say = (text: Localised) => inLocale(text, locale)
  if (found === 'none' || found.outcome !== 'open') {
    const problem = say(problems[found === 'none' ? 'none' : found.outcome])
    return sendPage(reply, 400, locale, { title: say(texts.cannot), content: html`<p class="error">${problem}</p>` })
  }
  return sendPage(reply, status, locale, {
    title: say(texts.title),
    content: html`${failure(locale, failed)}
<p><strong>${found.appName}</strong> ${say(texts.asks)}</p>
${found.callback === 'oob' ? '' : leadsTo(locale, found.callback)}
<form method="post" action="authorize?locale=${locale}">
<input type="hidden" name="oauth_token" value="${token}">
${logInFields(locale, failed)}
<button name="decision" value="allow">${say(texts.allow)}</button>
<button class="quiet" name="decision" value="refuse">${say(texts.refuse)}</button>
</form>
${otherPages(locale)}`,
    formTargets: found.callback === 'oob' ? [] : [formTargetOf(found.callback)],
    inLanguage: (other) => `authorize?${new URLSearchParams({ oauth_token: token, locale: other })}`,
  })
}
