import { allOf } from '../../authorisation/requirement.ts'
import { assertMayLookAfter } from '../../authorisation/super-admin.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { unknownUserId } from './user-v400.ts'

export const deleteUser = operation({
  version: 'v4.0.0',
  name: 'deleteUser',
  verb: 'DELETE',
  path: '/users/USER_ID',
  summary: { en: 'Delete a User', es: 'Eliminar un usuario' },
  description: {
    en: `Takes away who the user was: name, e-mail address, password, roles, requests for roles and logins, also from the audit trail. What else refers to USER_ID stays. Only a super admin, another or they themselves, deletes a super admin.

Authentication is Mandatory`,
    es: `Borra la identidad del usuario: nombre, correo, contraseña, roles, solicitudes de rol e inicios de sesión, también en el registro de auditoría. Lo demás que haga referencia a USER_ID se conserva. A un superadministrador solo lo elimina otro superadministrador o él mismo.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanDeleteUser'),
  response: field.boolean(),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  furtherErrors: [error.NotASuperAdmin],
  example: { response: true },
  async handle({ path, user: caller, origin }, _connector, { userDirectory, settings }) {
    const [user] = await userDirectory.find({ userId: path.USER_ID, isDeleted: false })
    if (user) assertMayLookAfter(user, caller, settings)
    if (!user || !(await userDirectory.delete(origin, path.USER_ID))) throw unknownUserId(path.USER_ID)
    return true
  },
})
