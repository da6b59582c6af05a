/** What *Create Bank* has in common in its versions. */
import type { User } from '../../authentication/caller.ts'
import { allOf } from '../../authorisation/requirement.ts'
import type { RoleName } from '../../authorisation/roles.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Localised } from '../../protocol/languages.ts'

const characters = '^[A-Za-z0-9._-]+$'

/** The id of a new bank; `tooShort` is what its version documents behind the text of OBP-10001. */
const newBankId = ({ least, most, tooShort }: { least: number; most: number; tooShort: Localised }) =>
  field.refusedBy(
    {
      minLength: new error.Refusal(error.InvalidJson, tooShort),
      maxLength: new error.Refusal(error.ValueTooLong, {
        en: `. id may have at most ${most} characters.`,
        es: `. id admite como mucho ${most} caracteres.`,
      }),
      pattern: new error.Refusal(error.InvalidCharacters, {
        en: '. id may have letters from A to Z, digits, dots, hyphens and underscores.',
        es: '. id admite letras de la A a la Z sin tilde, cifras, puntos, guiones y guiones bajos.',
      }),
    },
    field.matching({
      pattern: characters,
      least,
      most,
      mustBe: {
        en: `a text of ${least} to ${most} letters, digits, dots, hyphens and underscores`,
        es: `un texto de ${least} a ${most} letras, cifras, puntos, guiones y guiones bajos`,
      },
    }),
  )

export const NewBankIdV220 = newBankId({
  least: 5,
  most: 16,
  tooShort: {
    en: ' Min length of BANK_ID should be 5 characters.',
    es: ' BANK_ID debe tener al menos 5 caracteres.',
  },
})

const moreThan3 = {
  en: ' Min length of BANK_ID should be greater than 3 characters.',
  es: ' BANK_ID debe tener más de 3 caracteres.',
}
export const NewBankIdV400 = newBankId({ least: 4, most: 16, tooShort: moreThan3 })

/** As long as the UUID that a bank without an id gets. */
export const NewBankIdV500 = newBankId({ least: 4, most: 36, tooShort: moreThan3 })

const creatorRoles: RoleName[] = ['CanCreateEntitlementAtOneBank', 'CanReadDynamicResourceDocsAtOneBank']

/** Who creates a bank may give others roles there; without that nobody could. */
export const creator = ({ userId }: User) => ({ userId, roles: creatorRoles })

export const described = {
  name: 'createBank',
  verb: 'POST',
  path: '/banks',
  summary: { en: 'Create Bank', es: 'Crear un banco' },
  roles: allOf('CanCreateBank'),
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.InvalidCharacters,
    error.ValueTooLong,
    error.BankIdAlreadyExists,
    error.UnknownError,
  ],
  uses: ['createBank'],
} as const

/** The description, with what a version says of the id and the paragraphs that it has besides. */
export const describing = (id: Localised, ...more: Localised[]): Localised => {
  const paragraphs = [id, ...more, creatorMay, login]
  return { en: paragraphs.map(({ en }) => en).join('\n\n'), es: paragraphs.map(({ es }) => es).join('\n\n') }
}

export const idIsAsked: Localised = {
  en: 'Adds a bank to this server. Its `id` cannot be changed later and must not be in use.',
  es: 'Añade un banco a este servidor. Su `id` no se puede cambiar después y no debe estar en uso.',
}
export const idOrUuid: Localised = {
  en: 'Adds a bank to this server. Its `id` cannot be changed later and must not be in use; without one, the bank gets a UUID.',
  es: 'Añade un banco a este servidor. Su `id` no se puede cambiar después y no debe estar en uso; si no se indica, el banco recibe un UUID.',
}
export const twoRoutings: Localised = {
  en: '`bank_routings` may name one routing of scheme BIC and one of another scheme; that of scheme OBP is the id of the bank and is there by itself.',
  es: '`bank_routings` admite un direccionamiento de esquema BIC y uno de otro esquema; el de esquema OBP es el identificador del banco y se añade solo.',
}
const creatorMay: Localised = {
  en: 'The user who creates a bank may from then on give others roles there.',
  es: 'Quien crea un banco puede, desde ese momento, conceder roles en él a otros usuarios.',
}
const login: Localised = { en: 'Authentication is Mandatory', es: 'Autenticación obligatoria' }
