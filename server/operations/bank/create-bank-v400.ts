import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { keptRoutings, NewBankRoutings } from './bank-routings.ts'
import { BankV400, exampleBankV400, exampleNewBankV400, toBankV400 } from './bank-v400.ts'
import { creator, NewBankIdV400 } from './new-bank.ts'

export const createBankV400 = operation({
  version: 'v4.0.0',
  name: 'createBank',
  verb: 'POST',
  path: '/banks',
  summary: { en: 'Create Bank', es: 'Crear un banco' },
  description: {
    en: `Adds a bank to this server. Its \`id\` cannot be changed later and must not be in use.

\`bank_routings\` may name one routing of scheme BIC and one of another scheme; that of scheme OBP is the id of the bank and is there by itself.

The user who creates a bank may from then on give others roles there.

Authentication is Mandatory`,
    es: `Añade un banco a este servidor. Su \`id\` no se puede cambiar después y no debe estar en uso.

\`bank_routings\` admite un direccionamiento de esquema BIC y uno de otro esquema; el de esquema OBP es el identificador del banco y se añade solo.

Quien crea un banco puede, desde ese momento, conceder roles en él a otros usuarios.

Autenticación obligatoria`,
  },
  tags: ['Bank'],
  roles: allOf('CanCreateBank'),
  request: field.object({
    id: NewBankIdV400,
    short_name: field.text({ most: 100 }),
    full_name: field.text({ most: 255 }),
    logo: field.text({ most: 2000 }),
    website: field.text({ most: 2000 }),
    bank_routings: field.optional(NewBankRoutings),
  }),
  response: BankV400,
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
  example: { request: exampleNewBankV400, response: exampleBankV400 },
  async handle({ user, body }, connector) {
    const bank = await connector.createBank({
      bankId: body.id,
      shortName: body.short_name,
      fullName: body.full_name,
      logoUrl: body.logo,
      websiteUrl: body.website,
      nationalIdentifier: '',
      ...keptRoutings(body.id, body.bank_routings ?? []),
      creator: creator(user),
    })
    return toBankV400(bank)
  },
})
