import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementV200, exampleEntitlement, listedUntil, toEntitlementV200 } from './entitlement-v200.ts'

const EntitlementV400 = field.object({ ...EntitlementV200.properties, user_id: field.string() })

export const getEntitlementsForBank = operation({
  version: 'v4.0.0',
  name: 'getEntitlementsForBank',
  verb: 'GET',
  path: '/banks/BANK_ID/entitlements',
  summary: { en: 'Get Entitlements for One Bank', es: 'Obtener los roles concedidos en un banco' },
  description: {
    en: `The roles that users were given at the bank, with the user who holds each. ${listedUntil.en}

Authentication is Mandatory`,
    es: `Los roles concedidos en el banco, con el usuario que tiene cada uno. ${listedUntil.es}

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  roles: anyOf('CanGetEntitlementsForOneBank', 'CanGetEntitlementsForAnyBank'),
  response: field.object({ list: field.array(EntitlementV400) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.BankNotFound, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { list: [{ ...exampleEntitlement, user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1' }] } },
  async handle({ bank: { bankId }, prefix }, _connector, { entitlements }) {
    const list = await entitlements.atBank(bankId)
    return { list: list.map((each) => ({ ...toEntitlementV200(each, prefix), user_id: each.userId })) }
  },
})
