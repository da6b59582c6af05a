import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteCurrentToken = operation({
  version: 'v6.0.0',
  name: 'deleteCurrentToken',
  verb: 'DELETE',
  path: '/my/tokens/current',
  summary: { en: 'Delete Current Token', es: 'Eliminar el token actual' },
  description: {
    en: `Logs out: the DirectLogin token of this very call is refused from the next call on.

Authentication is Mandatory`,
    es: `Cierra la sesión: el token de DirectLogin de esta misma llamada se rechaza desde la siguiente.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.InvalidDirectLoginParameters, error.UnknownError],
  example: { response: {} },
  async handle({ tokenId, user: { userId }, origin }, _connector, { loginTokens }) {
    if (tokenId === null) throw cameWithoutToken
    await loginTokens.end(origin, { tokenId, userId })
    return {}
  },
})

const cameWithoutToken = new error.Refusal(error.InvalidDirectLoginParameters, {
  en: '. This call did not come with a DirectLogin token.',
  es: '. Esta llamada no llevaba un token de DirectLogin.',
})
