import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV400, recordOfName, toUserV400, UserV400 } from './user-v400.ts'

export const getUserByUsernameV400 = operation({
  version: 'v4.0.0',
  until: 'v5.0.0',
  name: 'getUserByUsername',
  verb: 'GET',
  path: '/users/username/USERNAME',
  summary: { en: 'Get User by USERNAME', es: 'Obtener un usuario por USERNAME' },
  description: {
    en: `The user of that name who signed up here.

Authentication is Mandatory`,
    es: `El usuario de ese nombre que se dio de alta aquí.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  response: UserV400,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundByProviderAndUsername,
    error.UnknownError,
  ],
  example: { response: exampleUserV400 },
  async handle({ path, prefix }, _connector, services) {
    const record = await recordOfName(services, services.settings.localIdentityProvider, path.USERNAME)
    return toUserV400(record, prefix, services)
  },
})
