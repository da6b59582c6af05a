/** What *Get Entitlements for User* has in common in its versions. */
import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import type { Call } from '../../protocol/operation.ts'
import type { Services } from '../../protocol/services.ts'
import { EntitlementsV200, entitlementsOf, exampleEntitlement, listedUntil } from './entitlement-v200.ts'
import { userOfPath } from './user-of-path.ts'

export const described = {
  name: 'getEntitlements',
  verb: 'GET',
  path: '/users/USER_ID/entitlements',
  summary: { en: 'Get Entitlements for User', es: 'Obtener los roles de un usuario' },
  description: {
    en: `The roles that a user was given, at every bank and in the system. A super admin also shows the role \`SuperAdmin\`, without an id. ${listedUntil.en}

Authentication is Mandatory`,
    es: `Los roles concedidos a un usuario, en todos los bancos y en el sistema. Un superadministrador muestra además el rol \`SuperAdmin\`, sin identificador. ${listedUntil.es}

Autenticación obligatoria`,
  },
  roles: anyOf('CanGetEntitlementsForAnyUserAtAnyBank'),
  response: EntitlementsV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundById, error.UnknownError],
  example: { response: { list: [exampleEntitlement] } },
  handle: async ({ path, prefix }: Call<'/users/USER_ID/entitlements'>, _connector: unknown, services: Services) =>
    entitlementsOf(await userOfPath(services.users, path.USER_ID), prefix, services),
} as const
