import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV400, toUsersV400, UsersV400 } from './user-v400.ts'

export const getUsersByEmailV400 = operation({
  version: 'v4.0.0',
  name: 'getUsersByEmail',
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
  response: UsersV400,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { users: [exampleUserV400] } },
  handle: async ({ path, prefix }, _connector, services) =>
    toUsersV400(await services.userDirectory.find({ email: path.EMAIL, isDeleted: false }), prefix, services),
})
