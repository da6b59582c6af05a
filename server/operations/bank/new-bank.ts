/** What every version of *Create Bank* asks of the id, and what the creator may do at the new bank. */
import type { User } from '../../authentication/caller.ts'
import type { RoleName } from '../../authorisation/roles.ts'
import { InvalidCharacters, InvalidJson, Refusal, ValueTooLong } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Localised } from '../../protocol/languages.ts'

const characters = '^[A-Za-z0-9._-]+$'

/** The id of a new bank; `tooShort` is what its version documents behind the text of OBP-10001. */
const newBankId = ({ least, most, tooShort }: { least: number; most: number; tooShort: Localised }) =>
  field.refusedBy(
    {
      minLength: new Refusal(InvalidJson, tooShort),
      maxLength: new Refusal(ValueTooLong, {
        en: `. id may have at most ${most} characters.`,
        es: `. id admite como mucho ${most} caracteres.`,
      }),
      pattern: new Refusal(InvalidCharacters, {
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
