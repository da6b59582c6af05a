import { randomUUID } from 'node:crypto'
import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV500, bankFieldsV500, exampleBankV500, exampleNewBankV500, fromBankV500, toBankV500 } from './bank-v500.ts'
import { creator, NewBankIdV500 } from './new-bank.ts'

export const createBankV500 = operation({
  version: 'v5.0.0',
  name: 'createBank',
  verb: 'POST',
  path: '/banks',
  summary: { en: 'Create Bank', es: 'Crear un banco' },
  description: {
    en: `Adds a bank to this server. Its \`id\` cannot be changed later and must not be in use; without one, the bank gets a UUID.

\`bank_routings\` may name one routing of scheme BIC and one of another scheme; that of scheme OBP is the id of the bank and is there by itself.

The user who creates a bank may from then on give others roles there.

Authentication is Mandatory`,
    es: `Añade un banco a este servidor. Su \`id\` no se puede cambiar después y no debe estar en uso; si no se indica, el banco recibe un UUID.

\`bank_routings\` admite un direccionamiento de esquema BIC y uno de otro esquema; el de esquema OBP es el identificador del banco y se añade solo.

Quien crea un banco puede, desde ese momento, conceder roles en él a otros usuarios.

Autenticación obligatoria`,
  },
  tags: ['Bank'],
  roles: allOf('CanCreateBank'),
  request: field.object({ id: field.optional(field.orNull(NewBankIdV500)), ...bankFieldsV500 }),
  response: BankV500,
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
  example: { request: exampleNewBankV500, response: exampleBankV500 },
  async handle({ user, body }, connector) {
    const bank = { nationalIdentifier: '', ...fromBankV500(body.id ?? randomUUID(), body) }
    return toBankV500(await connector.createBank({ ...bank, creator: creator(user) }))
  },
})
