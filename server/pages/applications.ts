/**
 * `/user_mgt/applications`: the page on which a user sees which applications may call for them, and takes it back for one.
 * It asks for the password each time and keeps no cookie, so no other page can do it in the user's place.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { AuthorizedApplication } from '../authentication/consumers/authorized-applications.ts'
import { originOf } from '../authentication/way-in.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { applicationsPath } from '../protocol/page-paths.ts'
import type { Services } from '../protocol/services.ts'
import { sentForm } from './form.ts'
import { type Failed, failure, logInByForm, logInFields } from './log-in.ts'
import { type Html, html, leadsTo, localeOf, sendPage } from './page.ts'

type Parts = Pick<Services, 'users' | 'settings' | 'addressLimits' | 'authorizedApplications'>

const texts = {
  title: { en: 'Applications that act for you', es: 'Aplicaciones que actúan en su nombre' },
  show: { en: 'Show', es: 'Mostrar' },
  none: {
    en: 'No application may act for you at this bank.',
    es: 'Ninguna aplicación puede actuar en su nombre en este banco.',
  },
  which: { en: 'Withdraw access from', es: 'Retirar el acceso a' },
  since: { en: 'since', es: 'desde el' },
  again: {
    en: 'Type your password again to withdraw its access.',
    es: 'Escriba de nuevo su contraseña para retirarle el acceso.',
  },
  withdraw: { en: 'Withdraw access', es: 'Retirar el acceso' },
  withdrawn: {
    en: 'The access is withdrawn: the application has to ask you again.',
    es: 'Se ha retirado el acceso: la aplicación deberá pedírselo de nuevo.',
  },
  choose: { en: 'Choose an application.', es: 'Elija una aplicación.' },
} satisfies Record<string, Localised>

export function applicationsPage(routes: FastifyInstance, parts: Parts): void {
  const served = { operationId: 'applicationsPage', prefix: '', path: applicationsPath }
  routes.get(applicationsPath, { config: { served } }, async (request, reply) => show(request, reply, {}))
  routes.post(applicationsPath, { config: { served } }, (request, reply) => decide(request, reply, parts))
}

async function decide(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<FastifyReply> {
  const sent = sentForm(request)
  const login = await logInByForm({ ...parts, provider: parts.settings.localIdentityProvider }, sent, request)
  if ('failed' in login) return show(request, reply, { failed: login.failed })
  const { userId, username } = login.user
  const list = () => parts.authorizedApplications.ofUser(userId)
  if (sent.get('decision') !== 'withdraw') return show(request, reply, { username, listed: await list() })
  const consumerId = sent.get('consumer_id') ?? ''
  if (consumerId === '' || consumerId.includes('\0'))
    return show(request, reply, { username, listed: await list(), problem: texts.choose })
  await parts.authorizedApplications.withdraw({ ...originOf(request), userId }, { userId, consumerId })
  return show(request, reply, { username, listed: await list(), done: texts.withdrawn })
}

interface Shown {
  failed?: Failed
  username?: string
  /** absent before the user has logged in */
  listed?: readonly AuthorizedApplication[]
  problem?: Localised
  done?: Localised
}

function show(request: FastifyRequest, reply: FastifyReply, { failed, username, listed, problem, done }: Shown) {
  const locale = localeOf(request)
  const say = (text: Localised) => inLocale(text, locale)
  const isEmpty = listed?.length === 0
  return sendPage(reply, failed?.status ?? (problem ? 400 : 200), locale, {
    title: say(texts.title),
    content: html`${failure(locale, failed)}${problem ? html`<p class="error" id="error" role="alert">${say(problem)}</p>` : ''}
${done ? html`<p role="status">${say(done)}</p>` : ''}
${isEmpty ? html`<p>${say(texts.none)}</p>` : form(locale, listed, logInFields(locale, failed, username))}`,
    inLanguage: (other) => `?locale=${other}`,
  })
}

function form(locale: Locale, listed: Shown['listed'], login: Html): Html {
  const say = (text: Localised) => inLocale(text, locale)
  const step = listed ? 'withdraw' : 'show'
  return html`<form method="post" action="?locale=${locale}">
${
  listed
    ? html`<fieldset>
<legend>${say(texts.which)}</legend>
${listed.map((application) => choice(locale, application))}
</fieldset>
<p>${say(texts.again)}</p>`
    : ''
}
${login}
<button name="decision" value="${step}">${say(texts[step])}</button>
</form>`
}

function choice(locale: Locale, { consumerId, appName, redirectUrl, authorizedAt }: AuthorizedApplication): Html {
  const since = new Intl.DateTimeFormat(locale.replace('_', '-'), { dateStyle: 'long', timeZone: 'UTC' })
  const [address = ''] = redirectUrl.split(' ')
  const id = `application-${consumerId}`
  return html`<label for="${id}"><input id="${id}" type="radio" name="consumer_id" value="${consumerId}" autocomplete="off"> ${appName}</label>
<p class="hint">${inLocale(texts.since, locale)} ${since.format(new Date(authorizedAt))}</p>
${URL.canParse(address) ? leadsTo(locale, address) : ''}`
}
