import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleLockStatus, LockStatus, still, toLockStatus } from './lock-status.ts'
import { recordOfName } from './user-v400.ts'

export const unlockUserByProviderAndUsername = operation({
  version: 'v5.1.0',
  name: 'unlockUserByProviderAndUsername',
  verb: 'PUT',
  path: '/users/PROVIDER/USERNAME/lock-status',
  summary: { en: 'Unlock the User', es: 'Desbloquear al usuario' },
  description: {
    en: `Takes away a lock, of wrong passwords or of an administrator. The user may call from the next call on.

Authentication is Mandatory`,
    es: `Quita un bloqueo, sea por contraseñas incorrectas o de un administrador. El usuario puede volver a usar la API de inmediato.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanUnlockUser'),
  response: LockStatus,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundByProviderAndUsername,
    error.UnknownError,
  ],
  example: { response: exampleLockStatus },
  async handle({ path, origin }, _connector, services) {
    const { userId } = await recordOfName(services, path.PROVIDER, path.USERNAME)
    return toLockStatus(still(await services.userDirectory.unlock(origin, userId)))
  },
})
