import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200, UserV200 } from './user-v200.ts'
import { recordOfUserId, toUserV200WithRoles } from './user-v400.ts'

export const getUserByUserId = operation({
  version: 'v3.0.0',
  until: 'v3.1.0',
  name: 'getUserByUserId',
  verb: 'GET',
  path: '/users/user_id/USER_ID',
  summary: { en: 'Get User by USER_ID', es: 'Obtener un usuario por USER_ID' },
  description: {
    en: `The user of USER_ID, also one who was deleted.

Authentication is Mandatory`,
    es: `El usuario de USER_ID, aunque se haya eliminado.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  response: UserV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: exampleUserV200 },
  handle: async ({ path, prefix }, _connector, services) =>
    toUserV200WithRoles(await recordOfUserId(services, path.USER_ID), prefix, services),
})
