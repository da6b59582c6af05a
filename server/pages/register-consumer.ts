/**
 * `/consumer-registration`: the page on which a developer registers an application. It asks for the password each time and
 * keeps no cookie, so no other page can register in the developer's place.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { CreatedConsumer } from '../authentication/consumers/consumers.ts'
import { originOf } from '../authentication/way-in.ts'
import { NewConsumerV510, registerOwn } from '../operations/consumer/consumer-v510.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { consumerRegistrationPath } from '../protocol/page-paths.ts'
import type { Services } from '../protocol/services.ts'
import { type Field, fieldOf, formReader, type Problem, problemOf, sentForm } from './form.ts'
import { type Failed, failure, logInByForm, logInFields, missingLogin, otherPages } from './log-in.ts'
import { html, localeOf, sendPage } from './page.ts'

type Parts = Pick<Services, 'users' | 'settings' | 'addressLimits' | 'consumers' | 'entitlements'>

const texts = {
  title: { en: 'Register an application', es: 'Registrar una aplicación' },
  yours: { en: 'Your login', es: 'Su inicio de sesión' },
  register: { en: 'Register', es: 'Registrar' },
  done: { en: 'Your application is registered', es: 'Su aplicación está registrada' },
  once: {
    en: 'Keep the secret now: it is shown only this once.',
    es: 'Guarde ahora el secreto: solo se muestra esta vez.',
  },
  oncePublic: {
    en: 'With OpenID Connect it needs no secret. If it signs with OAuth 1.0a, keep the consumer secret now: it is shown only this once.',
    es: 'Con OpenID Connect no necesita ningún secreto. Si firma con OAuth 1.0a, guarde ahora el secreto de consumidor: solo se muestra esta vez.',
  },
  disabled: {
    en: 'An administrator has to enable the application before anybody can log in with it.',
    es: 'Un administrador debe habilitar la aplicación antes de que alguien pueda iniciar sesión con ella.',
  },
  id: { en: 'Consumer id', es: 'Identificador del consumidor' },
  key: {
    en: 'Consumer key, which is also the client id',
    es: 'Clave de consumidor, que es también el identificador de cliente (client id)',
  },
  secret: {
    en: 'Consumer secret, which is also the client secret',
    es: 'Secreto de consumidor, que es también el secreto de cliente (client secret)',
  },
  secretPublic: { en: 'Consumer secret, for OAuth 1.0a only', es: 'Secreto de consumidor, solo para OAuth 1.0a' },
} satisfies Record<string, Localised>

const fields: readonly Field[] = [
  { name: 'app_name', label: { en: 'Name', es: 'Nombre' }, autocomplete: 'off' },
  {
    name: 'app_type',
    label: { en: 'Kind', es: 'Tipo' },
    choices: {
      Confidential: { en: 'on a server (has a secret)', es: 'en un servidor (tiene secreto)' },
      Public: { en: 'in a browser or an app', es: 'en un navegador o una aplicación móvil' },
    },
    autocomplete: 'off',
  },
  { name: 'description', label: { en: 'Description', es: 'Descripción' }, autocomplete: 'off' },
  {
    name: 'developer_email',
    label: { en: 'E-mail address of the developer', es: 'Correo electrónico del desarrollador' },
    type: 'email',
    autocomplete: 'email',
  },
  { name: 'company', label: { en: 'Company', es: 'Empresa' }, autocomplete: 'organization', isOptional: true },
  {
    name: 'redirect_url',
    label: { en: 'Redirect URL', es: 'URL de redirección' },
    hint: {
      en: 'Where browsers are sent back to after a login.',
      es: 'Dirección a la que se redirige al usuario tras iniciar sesión.',
    },
    type: 'url',
    autocomplete: 'url',
    isOptional: true,
  },
]

const read = formReader(NewConsumerV510, fields, { enabled: true })

export function registerConsumerPage(routes: FastifyInstance, parts: Parts): void {
  const served = { operationId: 'registerConsumerPage', prefix: '', path: consumerRegistrationPath }
  routes.get(consumerRegistrationPath, { config: { served } }, async (request, reply) => show(request, reply))
  routes.post(consumerRegistrationPath, { config: { served } }, (request, reply) => register(request, reply, parts))
}

async function register(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<FastifyReply> {
  const sent = sentForm(request)
  const form = read(sent)
  // no login is tried with a form that is wrong: it would use up the code of a second factor
  if ('problems' in form) return show(request, reply, sent, [...form.problems, ...missingLogin(sent)])
  const login = await logInByForm({ ...parts, provider: parts.settings.localIdentityProvider }, sent, request)
  if ('failed' in login) return show(request, reply, sent, [], login.failed)
  const { user } = login
  const origin = { ...originOf(request), userId: user.userId }
  const roles = await parts.entitlements.heldBy(user.userId, '')
  return done(reply, localeOf(request), await registerOwn(parts, origin, { user, roles, body: form.body }))
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  sent = new URLSearchParams(),
  problems: readonly Problem[] = [],
  failed?: Failed,
): FastifyReply {
  const locale = localeOf(request)
  const say = (text: Localised) => inLocale(text, locale)
  return sendPage(reply, problems[0]?.status ?? failed?.status ?? 200, locale, {
    title: say(texts.title),
    content: html`${problemOf(locale, problems)}${failure(locale, failed)}
<form method="post" action="?locale=${locale}" novalidate>
${fields.map((field) => fieldOf(locale, field, sent, problems))}
<fieldset>
<legend>${say(texts.yours)}</legend>
${logInFields(locale, failed, sent.get('username') ?? '', problems)}
</fieldset>
<button>${say(texts.register)}</button>
</form>
${otherPages(locale)}`,
    inLanguage: (other) => `?locale=${other}`,
  })
}

function done(reply: FastifyReply, locale: Locale, consumer: CreatedConsumer): FastifyReply {
  const say = (text: Localised) => inLocale(text, locale)
  const isPublic = consumer.app_type === 'Public'
  return sendPage(reply, 201, locale, {
    title: say(texts.done),
    content: html`<p>${say(isPublic ? texts.oncePublic : texts.once)}</p>
${consumer.is_active ? '' : html`<p>${say(texts.disabled)}</p>`}
<dl>
<dt>${say(texts.id)}</dt><dd id="consumer-id">${consumer.consumer_id}</dd>
<dt>${say(texts.key)}</dt><dd id="consumer-key">${consumer.consumer_key}</dd>
<dt>${say(isPublic ? texts.secretPublic : texts.secret)}</dt><dd id="consumer-secret">${consumer.consumer_secret}</dd>
</dl>`,
  })
}
