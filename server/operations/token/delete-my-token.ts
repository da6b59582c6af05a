import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteMyToken = operation({
  version: 'v6.0.0',
  name: 'deleteMyToken',
  verb: 'DELETE',
  path: '/my/tokens/TOKEN_ID',
  summary: { en: 'Delete My Token', es: 'Eliminar uno de mis tokens' },
  description: {
    en: `Logs the user out of the application that has the token of TOKEN_ID: the token is refused from the next call on. A token that is not there, or is somebody else's, counts as gone already.

Authentication is Mandatory`,
    es: `Cierra la sesión del usuario en la aplicación que tiene el token de TOKEN_ID: se rechaza desde la siguiente llamada. Un token que no existe, o que es de otra persona, cuenta como ya eliminado.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: {} },
  async handle({ path, user: { userId }, origin }, _connector, { loginTokens }) {
    await loginTokens.end(origin, { tokenId: path.TOKEN_ID, userId })
    return {}
  },
})
