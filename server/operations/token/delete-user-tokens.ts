import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { unknownUserId } from '../user/user-v400.ts'

export const deleteUserTokens = operation({
  version: 'v6.0.0',
  name: 'deleteUserTokens',
  verb: 'DELETE',
  path: '/users/USER_ID/tokens',
  summary: { en: 'Delete User Tokens', es: 'Eliminar los tokens de un usuario' },
  description: {
    en: `Logs the user of USER_ID out everywhere: whatever they were given to call with, in whichever way they logged in, is refused from the next call on. They can log in again; to keep them out, lock them.

Authentication is Mandatory`,
    es: `Cierra todas las sesiones del usuario de USER_ID: todo lo que se le dio para llamar, fuera cual fuera la forma de iniciar sesión, se rechaza desde la siguiente llamada. Puede volver a iniciar sesión; para impedirlo, hay que bloquearlo.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanDeleteUserTokens'),
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: {} },
  async handle({ path: { USER_ID: userId }, origin }, _connector, { userDirectory }) {
    if (!(await userDirectory.endLogins(origin, userId))) throw unknownUserId(userId)
    return {}
  },
})
