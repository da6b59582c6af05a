import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV500, bankFieldsV500, exampleBankV500, exampleNewBankV500, fromBankV500, toBankV500 } from './bank-v500.ts'

export const updateBank = operation({
  version: 'v5.0.0',
  name: 'updateBank',
  verb: 'PUT',
  path: '/banks',
  summary: { en: 'Update Bank', es: 'Modificar un banco' },
  description: {
    en: `Replaces the code, full name, logo, website and routings of the bank that \`id\` names. What the request leaves out is empty afterwards.

Authentication is Mandatory`,
    es: `Sustituye el código, el nombre completo, el logotipo, el sitio web y los direccionamientos del banco que indica \`id\`. Lo que la petición no incluye queda vacío.

Autenticación obligatoria`,
  },
  tags: ['Bank'],
  roles: allOf('CanCreateBank'),
  request: field.object({ id: field.optional(field.orNull(field.text({ most: 255 }))), ...bankFieldsV500 }),
  response: BankV500,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.UpdateBankError,
    error.BankNotFound,
    error.UnknownError,
  ],
  uses: ['updateBank'],
  example: { request: exampleNewBankV500, response: exampleBankV500 },
  async handle({ body }, connector) {
    const { id } = body
    if (!id) throw new error.Refusal(error.UpdateBankError, { en: ': id is missing.', es: ': falta id.' })
    const bank = await connector.updateBank(fromBankV500(id, body))
    if (!bank) throw error.bankNotFound(id)
    return toBankV500(bank)
  },
})
