import { allOf } from '../../authorisation/requirement.ts'
import { assertMayLookAfter } from '../../authorisation/super-admin.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleLock, Lock, still, toLock } from './lock-status.ts'
import { recordOfName } from './user-v400.ts'

export const lockUser = operation({
  version: 'v4.0.0',
  until: 'v5.0.0',
  name: 'lockUser',
  verb: 'POST',
  path: '/users/USERNAME/locks',
  summary: { en: 'Lock the User', es: 'Bloquear al usuario' },
  description: {
    en: `Locks the user: from the next call on they are refused by whatever way they come in, until somebody unlocks them. The administrator of the settings is unlocked by a restart. Only a super admin, another or they themselves, locks a super admin.

Authentication is Mandatory`,
    es: `Bloquea al usuario: desde la siguiente llamada se le rechaza, entre como entre, hasta que alguien lo desbloquee. El administrador de la configuración se desbloquea al reiniciar. A un superadministrador solo lo bloquea otro superadministrador o él mismo.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanLockUser'),
  response: Lock,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundByProviderAndUsername,
    error.UnknownError,
  ],
  furtherErrors: [error.NotASuperAdmin],
  example: { response: exampleLock },
  async handle({ path, user: caller, origin }, _connector, services) {
    const user = await recordOfName(services, services.settings.localIdentityProvider, path.USERNAME)
    assertMayLookAfter(user, caller, services.settings)
    return toLock(still(await services.userDirectory.lock(origin, user.userId)))
  },
})
