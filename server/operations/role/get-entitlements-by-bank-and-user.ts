import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementsV200, exampleEntitlement, listedUntil, toEntitlementsV200 } from './entitlement-v200.ts'
import { userOfPath } from './user-of-path.ts'

export const getEntitlementsByBankAndUser = operation({
  version: 'v2.1.0',
  name: 'getEntitlementsByBankAndUser',
  verb: 'GET',
  path: '/banks/BANK_ID/users/USER_ID/entitlements',
  summary: { en: 'Get Entitlements for User at Bank', es: 'Obtener los roles de un usuario en un banco' },
  description: {
    en: `The roles that a user was given at the bank. ${listedUntil.en}

Authentication is Mandatory`,
    es: `Los roles concedidos a un usuario en el banco. ${listedUntil.es}

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  roles: anyOf('CanGetEntitlementsForAnyUserAtOneBank', 'CanGetEntitlementsForAnyUserAtAnyBank'),
  response: EntitlementsV200,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.BankNotFound,
    error.UserHasMissingRoles,
    error.UserNotFoundById,
    error.UnknownError,
  ],
  example: { response: { list: [exampleEntitlement] } },
  async handle({ bank, path, prefix }, _connector, { users, entitlements }) {
    const { userId } = await userOfPath(users, path.USER_ID)
    const everywhere = await entitlements.ofUser(userId)
    return toEntitlementsV200(
      everywhere.filter(({ bankId }) => bankId === bank.bankId),
      prefix,
    )
  },
})
