import { randomUUID } from 'node:crypto'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { BankV500, bankFieldsV500, exampleBankV500, exampleNewBankV500, fromBankV500, toBankV500 } from './bank-v500.ts'
import { creator, described, describing, idOrUuid, NewBankIdV500, twoRoutings } from './new-bank.ts'

export const createBankV500 = operation({
  ...described,
  version: 'v5.0.0',
  description: describing(idOrUuid, twoRoutings),
  tags: ['Bank'],
  request: field.object({ id: field.optional(field.orNull(NewBankIdV500)), ...bankFieldsV500 }),
  response: BankV500,
  example: { request: exampleNewBankV500, response: exampleBankV500 },
  async handle({ user, body }, connector) {
    const bank = { nationalIdentifier: '', ...fromBankV500(body.id ?? randomUUID(), body) }
    return toBankV500(await connector.createBank({ ...bank, creator: creator(user) }))
  },
})
