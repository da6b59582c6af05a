import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleUserV200, toUserV200, UserV200 } from './user-v200.ts'

const View = field.object({ bank_id: field.string(), account_id: field.string(), view_id: field.string() })
const UserV300 = field.object({ ...UserV200.properties, views: field.object({ list: field.array(View) }) })

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
  example: { response: { ...exampleUserV200, views: { list: [] } } },
  handle: async ({ user, prefix }, _connector, { entitlements }) => ({
    ...toUserV200(user, await entitlements.ofUser(user.userId), prefix),
    views: { list: [] },
  }),
})
