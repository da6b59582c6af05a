import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200, toUserV200, UserV200 } from './user-v200.ts'

export const getCurrentUser = operation({
  version: 'v2.0.0',
  name: 'getCurrentUser',
  verb: 'GET',
  path: '/users/current',
  summary: { en: 'Get User (Current)', es: 'Obtener el usuario actual' },
  description: {
    en: `The user who is logged in, with the roles that they were given.

Authentication is Mandatory`,
    es: `El usuario que ha iniciado sesión, con los roles que se le han concedido.

Autenticación obligatoria`,
  },
  tags: ['User', 'Old-Style'],
  response: UserV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: exampleUserV200 },
  handle: async ({ user, prefix }, _connector, { entitlements }) =>
    toUserV200(user, await entitlements.ofUser(user.userId), prefix),
})
