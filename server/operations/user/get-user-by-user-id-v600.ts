import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { recordOfUserId } from './user-v400.ts'
import { exampleUserV600, toUserV600, UserV600 } from './user-v600.ts'

export const getUserByUserIdV600 = operation({
  version: 'v6.0.0',
  name: 'getUserByUserId',
  verb: 'GET',
  path: '/users/user-id/USER_ID',
  summary: { en: 'Get User by USER_ID', es: 'Obtener un usuario por su USER_ID' },
  description: {
    en: `The user of USER_ID with their roles. A deleted one is shown without personal data.

Authentication is Mandatory`,
    es: `El usuario de USER_ID con sus roles. Si está eliminado, se muestra sin datos personales.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  response: field.object({ ...UserV600.properties, recent_operation_ids: field.array(field.string()) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: { ...exampleUserV600, recent_operation_ids: [] } },
  async handle({ path, prefix }, _connector, services) {
    const user = await recordOfUserId(services, path.USER_ID)
    return { ...(await toUserV600(user, prefix, services)), recent_operation_ids: [] }
  },
})
