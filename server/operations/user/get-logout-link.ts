import { logoutPath } from '../../authentication/openid/addresses.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const getLogoutLink = operation({
  version: 'v4.0.0',
  name: 'getLogoutLink',
  verb: 'GET',
  path: '/users/current/logout-link',
  summary: { en: 'Get Logout Link', es: 'Obtener el enlace de cierre de sesión' },
  description: {
    en: `The page of this server on which a user ends the session of their browser.

Authentication is Mandatory`,
    es: `La página de este servidor en la que un usuario cierra la sesión de su navegador.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({ link: field.string() }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { link: 'https://api.example.com/user_mgt/logout' } },
  handle: (_call, _connector, { publicUrl }) => ({ link: publicUrl() + logoutPath }),
})
