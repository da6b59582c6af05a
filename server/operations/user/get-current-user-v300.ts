import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV300, toUserV300, UserV300 } from './user-v300.ts'

export const getCurrentUserV300 = operation({
  version: 'v3.0.0',
  name: 'getCurrentUser',
  verb: 'GET',
  path: '/users/current',
  summary: { en: 'Get User (Current)', es: 'Obtener el usuario actual' },
  description: {
    en: `The user who is logged in, with the roles that they were given. The list of views on accounts is empty: this server has no views.

Authentication is Mandatory`,
    es: `El usuario que ha iniciado sesión, con los roles que se le han concedido. La lista de vistas sobre cuentas va vacía: este servidor no tiene vistas.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: UserV300,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: exampleUserV300 },
  handle: async ({ user, prefix }, _connector, { entitlements }) =>
    toUserV300(user, await entitlements.ofUser(user.userId), prefix),
})
