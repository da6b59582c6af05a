/** Somebody who signs up: what is sent, the rules that its fields keep, and what becomes of it. */
import type { Static } from 'typebox'
import type { Origin } from '../../observation/audit.ts'
import { DuplicateUsername, InvalidJson, InvalidStrongPasswordFormat, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Localised } from '../../protocol/languages.ts'
import type { Services } from '../../protocol/services.ts'
import type { User } from '../caller.ts'
import { usernamePattern } from '../direct-login/credentials.ts'
import { isCommonPassword } from '../passwords/common-passwords.ts'
import { hashPassword, holdsName, isStrongPassword } from '../passwords/passwords.ts'

export type NewUserV200 = Static<typeof NewUserV200>
const longest = 512
export const NewUserV200 = field.object({
  email: field.text({ most: longest }),
  username: field.text({ most: longest }),
  password: field.password(),
  first_name: field.text({ most: longest }),
  last_name: field.text({ most: longest }),
})

interface Rule {
  keeps: (value: string) => boolean
  mustBe: Localised
}

const name: Rule = {
  keeps: (value) => value.trim() !== '' && value.length <= 100,
  mustBe: { en: 'a text of 1 to 100 characters', es: 'un texto de 1 a 100 caracteres' },
}

const rules: Record<Exclude<keyof NewUserV200, 'password'>, Rule> = {
  username: {
    keeps: isUsername,
    mustBe: {
      en: 'an e-mail address of letters, digits and ._-@ with at most 100 characters, or 8 to 100 letters, digits, dots and underscores, with a dot or an underscore neither first nor last nor beside another',
      es: 'una dirección de correo de letras, cifras y ._-@ de como mucho 100 caracteres, o de 8 a 100 letras, cifras, puntos y guiones bajos, sin punto ni guion bajo al principio, al final o junto a otro',
    },
  },
  email: {
    keeps: (value) => field.isEmail(value.trim()) && value.trim().length <= 48,
    mustBe: {
      en: 'an e-mail address of at most 48 characters',
      es: 'una dirección de correo de como mucho 48 caracteres',
    },
  },
  first_name: name,
  last_name: name,
}

/** An e-mail address that DirectLogin can carry, or 8 to 100 letters and digits with single dots and underscores between. */
function isUsername(value: string): boolean {
  if (value.length > 100) return false
  if (value.includes('@')) return field.isEmail(value) && new RegExp(usernamePattern).test(value)
  return value.length >= 8 && /^[A-Za-z0-9]+([._][A-Za-z0-9]+)*$/.test(value)
}

/** @throws Refusal OBP-30207 for a password that is weak, holds a name of its user, or is a common one */
export async function assertStrong(password: string, user: { username: string; email: string }): Promise<void> {
  if (!isStrongPassword(password)) throw new Refusal(InvalidStrongPasswordFormat)
  if (holdsName(password, user))
    throw new Refusal(InvalidStrongPasswordFormat, {
      en: ' It must not hold the user name, the e-mail address or the name of this software.',
      es: ' No debe contener el nombre de usuario, el correo electrónico ni el nombre de este programa.',
    })
  if (await isCommonPassword(password))
    throw new Refusal(InvalidStrongPasswordFormat, {
      en: ' It is one of those that are tried first, or is made of one: please choose another.',
      es: ' Es una de las que se prueban primero, o deriva de una de ellas: elija otra.',
    })
}

/** What is wrong, field by field, each OBP-30207 or OBP-10001: the password first, then the others. */
export async function refusalsOf(user: NewUserV200): Promise<Refusal[]> {
  const refusals: Refusal[] = []
  await assertStrong(user.password, user).catch((error) => {
    if (!(error instanceof Refusal)) throw error
    refusals.push(error)
  })
  for (const field of Object.keys(rules) as (keyof typeof rules)[]) {
    const { keeps, mustBe } = rules[field]
    if (!keeps(user[field]))
      refusals.push(
        new Refusal(InvalidJson, {
          en: ` ${field} must be ${mustBe.en}.`,
          es: ` ${field} debe ser ${mustBe.es}.`,
        }),
      )
  }
  return refusals
}

const duplicateUsername = new Refusal(DuplicateUsername, {
  en: 'Please choose another username.',
  es: 'Elija otro nombre de usuario.',
})

/** Signs somebody up as a user of this server. @throws Refusal the first of {@link refusalsOf}, or OBP-20258 for a taken name */
export async function signUp(
  { users, settings }: Pick<Services, 'users' | 'settings'>,
  origin: Origin,
  body: NewUserV200,
): Promise<User> {
  const [wrong] = await refusalsOf(body)
  if (wrong) throw wrong
  const { username } = body
  const provider = settings.localIdentityProvider
  // before the costly hash; of two who ask for a name at once the database decides
  if (await users.withName(provider, username)) throw duplicateUsername
  const user = await users.create(origin, {
    provider,
    username,
    email: body.email.trim().toLowerCase(),
    firstName: body.first_name,
    lastName: body.last_name,
    passwordHash: await hashPassword(body.password),
    isValidated: !settings.usersNeedValidation,
  })
  if (!user) throw duplicateUsername
  return user
}
