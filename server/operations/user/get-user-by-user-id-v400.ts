import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV400, recordOfUserId, toUserV400, UserV400 } from './user-v400.ts'

export const getUserByUserIdV400 = operation({
  version: 'v4.0.0',
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
  response: UserV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: exampleUserV400 },
  handle: async ({ path, prefix }, _connector, services) =>
    toUserV400(await recordOfUserId(services, path.USER_ID), prefix, services),
})
