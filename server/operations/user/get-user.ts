import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200 } from './user-v200.ts'
import { toUsersV200, UsersV200 } from './user-v400.ts'

export const getUser = operation({
  version: 'v2.0.0',
  name: 'getUser',
  verb: 'GET',
  path: '/users/USER_EMAIL',
  summary: { en: 'Get Users by Email Address', es: 'Obtener usuarios por dirección de correo' },
  description: {
    en: `The users who have the e-mail address, in any letter case: none, one or several.

Authentication is Mandatory`,
    es: `Los usuarios que tienen esa dirección de correo, con cualquier combinación de mayúsculas y minúsculas: ninguno, uno o varios.

Autenticación obligatoria`,
  },
  tags: ['User', 'Old-Style'],
  roles: allOf('CanGetAnyUser'),
  response: UsersV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { users: [exampleUserV200] } },
  handle: async ({ path, prefix }, _connector, services) =>
    toUsersV200(await services.userDirectory.find({ email: path.USER_EMAIL, isDeleted: false }), prefix, services),
})
