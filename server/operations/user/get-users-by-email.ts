import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200 } from './user-v200.ts'
import { toUsersV200, UsersV200 } from './user-v400.ts'

export const getUsersByEmail = operation({
  version: 'v3.0.0',
  until: 'v3.1.0',
  name: 'getUser',
  verb: 'GET',
  path: '/users/email/EMAIL/terminator',
  summary: { en: 'Get Users by Email Address', es: 'Obtener usuarios por correo' },
  description: {
    en: `The users of an e-mail address, in whatever case; an empty list where there is none.

Authentication is Mandatory`,
    es: `Los usuarios de una dirección de correo, en mayúsculas o minúsculas; una lista vacía si no hay ninguno.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanGetAnyUser'),
  response: UsersV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { users: [exampleUserV200] } },
  handle: async ({ path, prefix }, _connector, services) =>
    toUsersV200(await services.userDirectory.find({ email: path.EMAIL, isDeleted: false }), prefix, services),
})
