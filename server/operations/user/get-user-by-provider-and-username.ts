import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV400, recordOfName, toUserV400, UserV400 } from './user-v400.ts'

export const getUserByProviderAndUsername = operation({
  version: 'v5.1.0',
  name: 'getUserByProviderAndUsername',
  verb: 'GET',
  path: '/users/provider/PROVIDER/username/USERNAME',
  summary: { en: 'Get User by Provider and USERNAME', es: 'Obtener un usuario por proveedor y USERNAME' },
  description: {
    en: `The user of that name of a provider. A PROVIDER that is a URL is percent-encoded.

Authentication is Mandatory`,
    es: `El usuario de ese nombre en un proveedor. Si PROVIDER es una URL, va codificada con porcentajes.

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
  handle: async ({ path, prefix }, _connector, services) =>
    toUserV400(await recordOfName(services, path.PROVIDER, path.USERNAME), prefix, services),
})
