/**
 * `/user_mgt/second_factor`: the page on which a user sets up a second factor, or takes it away. It asks for the password
 * each time and keeps no cookie, so no other page can do it in the user's place.
 */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { renderSVG } from 'uqr'
import { secretText, secretUri } from '../authentication/second-factors/one-time-codes.ts'
import { originOf } from '../authentication/way-in.ts'
import { inLocale, type Localised } from '../protocol/languages.ts'
import { secondFactorPath } from '../protocol/page-paths.ts'
import type { Services } from '../protocol/services.ts'
import { type Field, fieldOf, type Problem, problemOf, sentForm } from './form.ts'
import { type Failed, failure, logInByForm, logInFields, passwordFields } from './log-in.ts'
import { Html, html, localeOf, sendPage } from './page.ts'
import { wayOn } from './way-on.ts'

type Parts = Pick<Services, 'users' | 'settings' | 'addressLimits' | 'secondFactors' | 'publicUrl'>

const texts = {
  title: { en: 'Second factor', es: 'Segundo factor' },
  what: {
    en: 'With a second factor you log in with your password and a code from an authenticator app. Setting it up or removing it ends every login that you have.',
    es: 'Con un segundo factor inicia sesión con su contraseña y un código de una aplicación de autenticación. Al configurarlo o quitarlo terminan todas sus sesiones.',
  },
  begin: { en: 'Set up', es: 'Configurar' },
  remove: { en: 'Remove', es: 'Quitar' },
  already: {
    en: 'You have a second factor. To set up another one, remove it first.',
    es: 'Ya tiene un segundo factor. Para configurar otro, quítelo primero.',
  },
  none: { en: 'You have no second factor.', es: 'No tiene ningún segundo factor.' },
  scan: {
    en: 'Scan the picture with your authenticator app, or type in the key. Then enter your password again and the code that the app shows.',
    es: 'Escanee la imagen con su aplicación de autenticación o escriba la clave. Después introduzca de nuevo su contraseña y el código que muestre la aplicación.',
  },
  picture: { en: 'QR code of the key', es: 'Código QR de la clave' },
  key: { en: 'Key', es: 'Clave' },
  open: { en: 'Open in an app on this device', es: 'Abrir en una aplicación de este dispositivo' },
  confirm: { en: 'Confirm', es: 'Confirmar' },
  wrongCode: {
    en: 'The code is wrong or too old. Enter the one that the app shows now.',
    es: 'El código no es correcto o ya no vale. Introduzca el que muestra ahora la aplicación.',
  },
  done: { en: 'Your second factor is set up', es: 'Su segundo factor está configurado' },
  recovery: {
    en: 'Keep these recovery codes now: they are shown only this once. Each of them counts once in place of a code of your app, should you lose it.',
    es: 'Guarde ahora estos códigos de recuperación: solo se muestran esta vez. Cada uno vale una vez en lugar de un código de su aplicación, si la pierde.',
  },
  again: {
    en: 'Every login that you had has ended, so log in again.',
    es: 'Todas sus sesiones han terminado, así que vuelva a iniciar sesión.',
  },
  removed: { en: 'Your second factor is removed', es: 'Su segundo factor se ha quitado' },
  alone: { en: 'You log in with your password alone.', es: 'Ahora inicia sesión solo con su contraseña.' },
} satisfies Record<string, Localised>

const newCode: Field = {
  name: 'code',
  label: { en: 'Code that the app shows', es: 'Código que muestra la aplicación' },
  autocomplete: 'one-time-code',
}

const wrong = (text: Localised): Problem => ({ text, field: undefined, status: 400 })

export function secondFactorPage(routes: FastifyInstance, parts: Parts): void {
  const served = { operationId: 'secondFactorPage', prefix: '', path: secondFactorPath }
  routes.get(secondFactorPath, { config: { served } }, async (request, reply) => show(request, reply, {}))
  routes.post(secondFactorPath, { config: { served } }, (request, reply) => decide(request, reply, parts))
}

async function decide(request: FastifyRequest, reply: FastifyReply, parts: Parts): Promise<FastifyReply> {
  const { users, addressLimits, settings, secondFactors } = parts
  const sent = sentForm(request)
  const decision = sent.get('decision')
  const provider = settings.localIdentityProvider
  const login = await logInByForm({ users, addressLimits, provider }, sent, request, { setsUp: true })
  if ('failed' in login) {
    const username = sent.get('username') ?? ''
    return show(request, reply, { failed: login.failed, username })
  }
  const { userId, username } = login.user
  const origin = { ...originOf(request), userId }
  if (decision === 'remove') {
    if (!(await secondFactors.remove(origin, userId)))
      return show(request, reply, { problem: wrong(texts.none), username })
    return sendText(request, reply, parts, texts.removed, texts.alone)
  }
  if (login.hasSecondFactor) return show(request, reply, { problem: wrong(texts.already), username })
  if (decision !== 'confirm') return showSecret(request, reply, parts, username, await secondFactors.begin(userId))
  const codes = await secondFactors.confirm(origin, userId, sent.get('code') ?? '')
  if (!codes)
    return showSecret(request, reply, parts, username, await secondFactors.begun(userId), {
      ...wrong(texts.wrongCode),
      field: newCode.name,
    })
  return sendText(
    request,
    reply,
    parts,
    texts.done,
    texts.recovery,
    html`<ol>${codes.map((code) => html`<li><code>${code}</code></li>`)}</ol>`,
  )
}

function show(
  request: FastifyRequest,
  reply: FastifyReply,
  { failed, problem, username }: { failed?: Failed; problem?: Problem; username?: string },
): FastifyReply {
  const locale = localeOf(request)
  const say = (text: Localised) => inLocale(text, locale)
  return sendPage(reply, failed?.status ?? problem?.status ?? 200, locale, {
    title: say(texts.title),
    content: html`${failure(locale, failed)}${problemOf(locale, problem)}
<p>${say(texts.what)}</p>
<form method="post" action="?locale=${locale}">
${logInFields(locale, failed, username)}
<button name="decision" value="begin">${say(texts.begin)}</button>
<button class="quiet" name="decision" value="remove">${say(texts.remove)}</button>
</form>`,
    inLanguage: (other) => `?locale=${other}`,
  })
}

/** Null: somebody else confirmed or removed it meanwhile. */
function showSecret(
  request: FastifyRequest,
  reply: FastifyReply,
  { publicUrl }: Parts,
  username: string,
  secret: Uint8Array | null,
  problem?: Problem,
): FastifyReply {
  if (!secret) return show(request, reply, { problem: problem ?? wrong(texts.already), username })
  const locale = localeOf(request)
  const say = (text: Localised) => inLocale(text, locale)
  const uri = secretUri(secret, { username, issuer: new URL(publicUrl()).hostname })
  return sendPage(reply, problem?.status ?? 200, locale, {
    title: say(texts.title),
    content: html`${problemOf(locale, problem)}
<p>${say(texts.scan)}</p>
<div class="picture" role="img" aria-label="${say(texts.picture)}">${new Html(renderSVG(uri, { border: 4 }))}</div>
<dl><dt>${say(texts.key)}</dt><dd id="key">${secretText(secret)}</dd></dl>
<p><a href="${uri}">${say(texts.open)}</a></p>
<form method="post" action="?locale=${locale}">
${passwordFields(locale, undefined, username)}
${fieldOf(locale, newCode, new URLSearchParams(), problem)}
<button name="decision" value="confirm">${say(texts.confirm)}</button>
</form>`,
  })
}

function sendText(
  request: FastifyRequest,
  reply: FastifyReply,
  { settings }: Parts,
  title: Localised,
  text: Localised,
  more: Html | string = '',
): FastifyReply {
  const locale = localeOf(request)
  return sendPage(reply, 200, locale, {
    title: inLocale(title, locale),
    content: html`<p>${inLocale(text, locale)}</p>${more}
<p>${inLocale(texts.again, locale)}</p>
${wayOn(locale, null, settings.explorer)}`,
  })
}
