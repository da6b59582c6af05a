/** `/user_mgt/sign_up`: the page on which somebody becomes a user of this server. */

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NewUserV200, refusalsOf, signUp } from '../authentication/users/sign-up.ts'
import { originOf } from '../authentication/way-in.ts'
import { DuplicateUsername, InvalidStrongPasswordFormat, Refusal } from '../protocol/errors.ts'
import { inLocale, type Localised } from '../protocol/languages.ts'
import { signUpPath } from '../protocol/page-paths.ts'
import type { Services } from '../protocol/services.ts'
import {
  type Field,
  fieldOf,
  formReader,
  type Problem,
  type Problems,
  problemOf,
  problemWith,
  sentForm,
} from './form.ts'
import { html, localeOf, sendPage } from './page.ts'
import { placeIn, queryWith, wayOn } from './way-on.ts'

type Parts = Pick<Services, 'users' | 'settings' | 'addressLimits'>

const texts = {
  title: { en: 'Sign up', es: 'Darse de alta' },
  done: { en: 'You are signed up', es: 'Se ha dado de alta' },
  logIn: { en: 'You can log in now, as {name}.', es: 'Ya puede iniciar sesión como {name}.' },
  wait: {
    en: 'You can log in, as {name}, as soon as an administrator has validated your account.',
    es: 'Podrá iniciar sesión como {name} en cuanto un administrador haya validado su cuenta.',
  },
} satisfies Record<string, Localised>

const fields: readonly Field[] = [
  { name: 'first_name', label: { en: 'First name', es: 'Nombre' }, autocomplete: 'given-name' },
  { name: 'last_name', label: { en: 'Last name', es: 'Apellidos' }, autocomplete: 'family-name' },
  { name: 'email', label: { en: 'E-mail address', es: 'Correo electrónico' }, type: 'email', autocomplete: 'email' },
  {
    name: 'username',
    label: { en: 'User name', es: 'Nombre de usuario' },
    hint: {
      en: 'An e-mail address, or 8 to 100 letters, digits, dots and underscores.',
      es: 'Una dirección de correo, o de 8 a 100 letras, cifras, puntos y guiones bajos.',
    },
    autocomplete: 'username',
  },
  {
    name: 'password',
    label: { en: 'Password', es: 'Contraseña' },
    hint: {
      en: 'At least 10 characters with a digit, a small and a capital letter and a special character, or at least 17 of any kind.',
      es: 'Al menos 10 caracteres con una cifra, una minúscula, una mayúscula y un carácter especial, o al menos 17 cualesquiera.',
    },
    type: 'password',
    autocomplete: 'new-password',
  },
]

const read = formReader(NewUserV200, fields)

export function signUpPage(routes: FastifyInstance, parts: Parts): void {
  const served = { operationId: 'signUpPage', prefix: '', path: signUpPath }
  routes.get(signUpPath, { config: { served } }, async (request, reply) => show(request, reply))
  routes.post(signUpPath, { config: { served } }, async (request, reply) => {
    const sent = sentForm(request)
    try {
      await parts.addressLimits.count('sign-up', request.ip)
      const form = read(sent)
      if ('problems' in form) return show(request, reply, sent, form.problems)
      const { body } = form
      // the API tells the first, a person all that is wrong
      const refusals = await refusalsOf(body)
      if (refusals.length > 0) return show(request, reply, sent, inOrder(refusals.map(problemFor)))
      const { userId, username } = await signUp(parts, originOf(request), body)
      request.origin = { ...originOf(request), userId }
      return done(request, reply, username, parts.settings)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return show(request, reply, sent, problemFor(error))
    }
  })
}

/** The field that a refusal is about which does not name it. */
const fieldOfEntry = new Map([
  [InvalidStrongPasswordFormat, 'password'],
  [DuplicateUsername, 'username'],
])

const problemFor = (refusal: Refusal): Problem => problemWith(refusal, fields, fieldOfEntry.get(refusal.entry))

const inOrder = (problems: Problem[]): Problem[] =>
  fields.flatMap(({ name }) => problems.filter(({ field }) => field === name))

function show(request: FastifyRequest, reply: FastifyReply, sent = new URLSearchParams(), problems?: Problems) {
  const [locale, place] = [localeOf(request), placeIn(request)]
  return sendPage(reply, [problems ?? []].flat()[0]?.status ?? 200, locale, {
    title: inLocale(texts.title, locale),
    content: html`${problemOf(locale, problems)}
<form method="post" action="${queryWith(locale, place)}" novalidate>
${fields.map((field) => fieldOf(locale, field, sent, problems))}
<button>${inLocale(texts.title, locale)}</button>
</form>`,
    inLanguage: (other) => queryWith(other, place),
  })
}

function done(
  request: FastifyRequest,
  reply: FastifyReply,
  username: string,
  { usersNeedValidation, explorer }: Parts['settings'],
) {
  const locale = localeOf(request)
  const text = inLocale(usersNeedValidation ? texts.wait : texts.logIn, locale)
  return sendPage(reply, 201, locale, {
    title: inLocale(texts.done, locale),
    content: html`<p>${text.replace('{name}', () => username)}</p>
${wayOn(locale, placeIn(request), explorer)}`,
  })
}
