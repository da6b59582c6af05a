import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const getCurrentUserId = operation({
  version: 'v4.0.0',
  name: 'getCurrentUserId',
  verb: 'GET',
  path: '/users/current/user_id',
  summary: { en: 'Get User Id (Current)', es: 'Obtener el identificador del usuario actual' },
  description: {
    en: `The id of the user who is logged in.

Authentication is Mandatory`,
    es: `El identificador del usuario que ha iniciado sesión.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({ user_id: field.string() }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1' } },
  handle: ({ user: { userId } }) => ({ user_id: userId }),
})
