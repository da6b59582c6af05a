import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleLockStatus, LockStatus, toLockStatus } from './lock-status.ts'
import { recordOfName } from './user-v400.ts'

export const getBadLoginStatus = operation({
  version: 'v3.1.0',
  until: 'v5.0.0',
  name: 'getBadLoginStatus',
  verb: 'GET',
  path: '/users/USERNAME/lock-status',
  summary: { en: 'Get User Lock Status', es: 'Obtener el estado de bloqueo de un usuario' },
  description: {
    en: `How many wrong passwords were tried for the user since the last right one or unlock, and when the last one was.

Authentication is Mandatory`,
    es: `Cuántas contraseñas incorrectas se han probado para el usuario desde la última correcta o el último desbloqueo, y cuándo fue la última.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanReadUserLockedStatus'),
  response: LockStatus,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundByProviderAndUsername,
    error.UnknownError,
  ],
  example: { response: exampleLockStatus },
  handle: async ({ path }, _connector, services) =>
    toLockStatus(await recordOfName(services, services.settings.localIdentityProvider, path.USERNAME)),
})
