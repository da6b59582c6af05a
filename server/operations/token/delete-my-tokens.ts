import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteMyTokens = operation({
  version: 'v6.0.0',
  name: 'deleteMyTokens',
  verb: 'DELETE',
  path: '/my/tokens',
  summary: { en: 'Delete My Tokens', es: 'Eliminar todos mis tokens' },
  description: {
    en: `Logs the user out everywhere, here too: whatever they were given to call with, in whichever way they logged in, is refused from the next call on.

Authentication is Mandatory`,
    es: `Cierra todas las sesiones del usuario, también esta: todo lo que se le dio para llamar, fuera cual fuera la forma de iniciar sesión, se rechaza desde la siguiente llamada.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: {} },
  async handle({ user, origin }, _connector, { userDirectory }) {
    await userDirectory.endLogins(origin, user.userId)
    return {}
  },
})
