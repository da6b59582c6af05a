import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200, UserV200 } from './user-v200.ts'
import { recordOfName, toUserV200WithRoles } from './user-v400.ts'

export const getUserByUsername = operation({
  version: 'v3.0.0',
  until: 'v3.1.0',
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
  response: UserV200,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundByProviderAndUsername,
    error.UnknownError,
  ],
  example: { response: exampleUserV200 },
  async handle({ path, prefix }, _connector, services) {
    const record = await recordOfName(services, services.settings.localIdentityProvider, path.USERNAME)
    return toUserV200WithRoles(record, prefix, services)
  },
})
