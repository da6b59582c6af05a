/** Logging in on a page: the fields, the comparison, and what is said when it fails. */

import type { FastifyRequest } from 'fastify'
import type { LoginOutcome, Users } from '../authentication/users/users.ts'
import { originOf } from '../authentication/way-in.ts'
import type { AddressLimits } from '../limits/addresses.ts'
import { Refusal, ServiceTooBusy, TooManyRequests } from '../protocol/errors.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import { changePasswordPath, secondFactorPath, signUpPath } from '../protocol/page-paths.ts'
import { type Field, fieldOf, type Problem } from './form.ts'
import { type Html, html } from './page.ts'

export interface LogInParts {
  users: Pick<Users, 'logIn'>
  addressLimits: AddressLimits
  /** of the users who log in here */
  provider: string
}

type LoggedIn = Extract<LoginOutcome, { outcome: 'user' }>

/** What went wrong, and the name that was given, which is shown again. */
export interface Failed {
  problem: Localised
  status: 401 | 403 | 429 | 503
  username: string
  /** the page that helps */
  helpedBy?: { path: string; text: Localised }
}

const texts = {
  username: { en: 'User name', es: 'Nombre de usuario' },
  password: { en: 'Password', es: 'Contraseña' },
  secondFactor: { en: 'Second factor', es: 'Segundo factor' },
  needed: {
    en: 'You need a second factor to log in here.',
    es: 'Para iniciar sesión aquí necesita un segundo factor.',
  },
  changePassword: { en: 'Change your password', es: 'Cambiar la contraseña' },
  signUp: { en: 'No account yet? Sign up', es: '¿Aún no tiene cuenta? Dese de alta' },
  noUsername: { en: 'User name is missing.', es: 'Falta el nombre de usuario.' },
  noPassword: { en: 'Password is missing.', es: 'Falta la contraseña.' },
  wrong: {
    en: 'The user name, the password or the code is wrong.',
    es: 'El nombre de usuario, la contraseña o el código no son correctos.',
  },
  locked: {
    en: 'The account has been locked, please contact an administrator!',
    es: 'La cuenta está bloqueada; póngase en contacto con un administrador.',
  },
  tooMany: { en: 'Too many attempts. Please try again later.', es: 'Demasiados intentos. Inténtelo más tarde.' },
} satisfies Record<string, Localised>

/** For whoever has a second factor. */
export const code: Field = {
  name: 'code',
  label: { en: 'Code', es: 'Código' },
  hint: {
    en: 'Only if you have a second factor: the code that your app shows, or a recovery code.',
    es: 'Solo si tiene un segundo factor: el código que muestra su aplicación o un código de recuperación.',
  },
  autocomplete: 'one-time-code',
  isOptional: true,
}

/**
 * Compares the fields of a form with what users have; wrong ones count against the user and the address. From then on the
 * request is the user's, in the metrics too.
 */
export async function logInByForm(
  { users, addressLimits, provider }: LogInParts,
  form: URLSearchParams,
  request: FastifyRequest,
  { setsUp = false } = {},
): Promise<LoggedIn | { failed: Failed }> {
  const username = form.get('username') ?? ''
  const password = form.get('password') ?? ''
  const given = form.get(code.name) ?? ''
  const failed = (problem: Localised, status: Failed['status']) => ({ failed: { problem, status, username } })
  // nobody has such ones, and PostgreSQL cannot look for a NUL
  if (username.includes('\0') || username.length > 512 || password.length > 512 || given.length > 512)
    return failed(texts.wrong, 401)
  try {
    await addressLimits.assertBelow('failed login', request.ip)
    const login = await users.logIn(originOf(request), { provider, username, password, code: given, setsUp })
    if (login.outcome === 'user') {
      request.origin = { ...originOf(request), userId: login.user.userId }
      return login
    }
    if (login.outcome === 'second factor needed')
      return {
        failed: { ...failed(texts.needed, 403).failed, helpedBy: { path: secondFactorPath, text: texts.secondFactor } },
      }
    await addressLimits.count('failed login', request.ip)
    return failed(login.outcome === 'locked' ? texts.locked : texts.wrong, 401)
  } catch (error) {
    if (error instanceof Refusal && error.entry === TooManyRequests) return failed(texts.tooMany, 429)
    if (error instanceof Refusal && error.entry === ServiceTooBusy) return failed(texts.tooMany, 503)
    throw error
  }
}

/** What a login cannot do without and the form has not, for where something else is wrong as well. */
export const missingLogin = (form: URLSearchParams): readonly Problem[] =>
  (
    [
      ['username', texts.noUsername],
      ['password', texts.noPassword],
    ] as const
  ).flatMap(([field, text]) => (form.get(field) ? [] : [{ text, field, status: 400 }]))

/** What went wrong at the last try, for above the form. */
export const failure = (locale: Locale, failed: Failed | undefined): Html =>
  failed
    ? html`<p class="error" id="error" role="alert">${inLocale(failed.problem, locale)}</p>${
        failed.helpedBy ? inNewTab(locale, failed.helpedBy.path, failed.helpedBy.text) : ''
      }`
    : html``

const inNewTab = (locale: Locale, path: string, text: Localised): Html =>
  html`<p><a href="${path}?locale=${locale}" target="_blank" rel="noopener">${inLocale(text, locale)}</a></p>`

/**
 * The fields of a login, inside a form. The code is there for everybody, so that the page does not tell who has a second
 * factor.
 */
export const logInFields = (
  locale: Locale,
  failed: Failed | undefined,
  username?: string,
  problems: readonly Problem[] = [],
): Html =>
  html`${passwordFields(locale, failed, username, problems)}
${fieldOf(locale, code, new URLSearchParams(), failed && { text: failed.problem, field: code.name, status: failed.status })}`

/** Name and password; the name that was typed is shown again, the password never. */
export function passwordFields(
  locale: Locale,
  failed: Failed | undefined,
  username: string = failed?.username ?? '',
  problems: readonly Problem[] = [],
): Html {
  const wrong = (by: string) => html` aria-describedby="${by}" aria-invalid="true"`
  const described = (name: string) => {
    if (failed) return wrong('error')
    return problems.some(({ field }) => field === name) ? wrong(`${name}-error`) : ''
  }
  return html`<label for="username">${inLocale(texts.username, locale)}</label>
<input id="username" name="username" autocomplete="username" autocapitalize="none" spellcheck="false" value="${username}"${described('username')}>
<label for="password">${inLocale(texts.password, locale)}</label>
<input id="password" name="password" type="password" autocomplete="current-password"${described('password')}>`
}

/** For whoever has no user here yet, or another password in mind; in a tab of its own, so that the login stays. */
export const otherPages = (locale: Locale): Html =>
  html`${[
    inNewTab(locale, signUpPath, texts.signUp),
    inNewTab(locale, changePasswordPath, texts.changePassword),
    inNewTab(locale, secondFactorPath, texts.secondFactor),
  ]}`
