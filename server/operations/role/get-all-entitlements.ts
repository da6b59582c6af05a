import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementsV200, exampleEntitlement, listedUntil, toEntitlementsV200 } from './entitlement-v200.ts'

export const getAllEntitlements = operation({
  version: 'v2.0.0',
  name: 'getAllEntitlements',
  verb: 'GET',
  path: '/entitlements',
  summary: { en: 'Get all Entitlements', es: 'Obtener todos los roles concedidos' },
  description: {
    en: `The roles of all users, at every bank and in the system. ${listedUntil.en}

Authentication is Mandatory`,
    es: `Los roles de todos los usuarios, en todos los bancos y en el sistema. ${listedUntil.es}

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement'],
  roles: anyOf('CanGetEntitlementsForAnyUserAtAnyBank'),
  response: EntitlementsV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { list: [exampleEntitlement] } },
  handle: async ({ prefix }, _connector, { entitlements }) => toEntitlementsV200(await entitlements.all(null), prefix),
})
