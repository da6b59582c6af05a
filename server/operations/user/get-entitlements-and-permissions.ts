import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV300, toUserV300, UserV300 } from './user-v300.ts'
import { recordOfUserId } from './user-v400.ts'

export const getEntitlementsAndPermissions = operation({
  version: 'v5.1.0',
  name: 'getEntitlementsAndPermissions',
  verb: 'GET',
  path: '/users/USER_ID/entitlements-and-permissions',
  summary: { en: 'Get Entitlements and Permissions for a User', es: 'Obtener los roles y permisos de un usuario' },
  description: {
    en: `The user of USER_ID with the roles that they were given. The list of views on accounts is empty: this server has no views.

Authentication is Mandatory`,
    es: `El usuario de USER_ID con los roles que se le han concedido. La lista de vistas sobre cuentas va vacía: este servidor no tiene vistas.

Autenticación obligatoria`,
  },
  tags: ['User', 'Role', 'Entitlement'],
  roles: allOf('CanGetEntitlementsForAnyUserAtAnyBank'),
  response: UserV300,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: exampleUserV300 },
  async handle({ path, prefix }, _connector, services) {
    const user = await recordOfUserId(services, path.USER_ID)
    return toUserV300(user, await services.entitlements.ofUser(user.userId), prefix)
  },
})
