import { allOf } from '../../authorisation/requirement.ts'
import { assertMayLookAfter } from '../../authorisation/super-admin.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteSecondFactor = operation({
  version: 'v6.0.0',
  name: 'deleteSecondFactor',
  verb: 'DELETE',
  path: '/users/USER_ID/second-factor',
  summary: { en: 'Delete Second Factor', es: 'Eliminar el segundo factor' },
  description: {
    en: `Removes the second factor of a user who has lost their authenticator app and their recovery codes: make sure whom you talk to. From then on the password alone lets them log in, until they set up another second factor; with REQUIRE_SECOND_FACTOR they can do nothing else before. Their password stays, and so does a lock. Every login of the user ends.

For a super admin only another super admin or they themselves may do it. The audit trail says who did.

Authentication is Mandatory`,
    es: `Elimina el segundo factor de un usuario que ha perdido su aplicación de autenticación y sus códigos de recuperación: compruebe con quién habla. Desde entonces le basta la contraseña para iniciar sesión, hasta que configure otro segundo factor; con REQUIRE_SECOND_FACTOR no puede hacer nada más antes. Conserva su contraseña y, si está bloqueado, lo sigue estando. Terminan todas las sesiones del usuario.

En el caso de un superadministrador solo puede hacerlo otro superadministrador o él mismo. El registro de auditoría indica quién lo hizo.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanDeleteSecondFactor'),
  response: field.object({}),
  status: 204,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundById,
    error.SecondFactorNotFound,
    error.NotASuperAdmin,
    error.UnknownError,
  ],
  example: { response: {} },
  async handle({ path, user: caller, origin }, _connector, { userDirectory, secondFactors, settings }) {
    const [user] = await userDirectory.find({ userId: path.USER_ID, isDeleted: false })
    if (!user) throw new error.Refusal(error.UserNotFoundById)
    assertMayLookAfter(user, caller, settings)
    if (!(await secondFactors.remove(origin, user.userId))) throw new error.Refusal(error.SecondFactorNotFound)
    return {}
  },
})
