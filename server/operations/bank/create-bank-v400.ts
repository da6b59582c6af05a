import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { keptRoutings, NewBankRoutings } from './bank-routings.ts'
import { BankV400, exampleBankV400, exampleNewBankV400, toBankV400 } from './bank-v400.ts'
import { creator, described, describing, idIsAsked, NewBankIdV400, twoRoutings } from './new-bank.ts'

export const createBankV400 = operation({
  ...described,
  version: 'v4.0.0',
  description: describing(idIsAsked, twoRoutings),
  tags: ['Bank'],
  request: field.object({
    id: NewBankIdV400,
    short_name: field.text({ most: 100 }),
    full_name: field.text({ most: 255 }),
    logo: field.text({ most: 2000 }),
    website: field.text({ most: 2000 }),
    bank_routings: field.optional(NewBankRoutings),
  }),
  response: BankV400,
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
