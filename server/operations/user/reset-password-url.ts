import { allOf } from '../../authorisation/requirement.ts'
import { assertMayLookAfter } from '../../authorisation/super-admin.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { resetPasswordPath } from '../../protocol/page-paths.ts'
import { exampleUserV200 } from './user-v200.ts'

const unknownUser = new error.Refusal(error.UserNotFoundByUserId, {
  en: ' username, email and user_id must be those of one user who signed up at this server.',
  es: ' username, email y user_id deben ser los de un mismo usuario dado de alta en este servidor.',
})

export const resetPasswordUrl = operation({
  version: 'v4.0.0',
  // the one of v6.0.0 sends a mail
  until: 'v5.1.0',
  name: 'resetPasswordUrl',
  verb: 'POST',
  path: '/management/user/reset-password-url',
  summary: { en: 'Create Password Reset Url', es: 'Crear la dirección para restablecer una contraseña' },
  description: {
    en: `Makes an address at which a user who forgot their password chooses another. This server sends no mail: make sure whom you talk to, and give them the address in a way that nobody else reads.

The address is good once, and for 24 hours unless PASSWORD_RESET_HOURS says otherwise. It is dead as soon as another one is made for the user, their password changes, or an administrator locks or deletes them. Choosing a password ends every login of the user, and takes away the lock of wrong passwords; for a user whom an administrator has locked no address is made. A user who has a second factor is asked for a code of it as well, and has to be unlocked first.

Whoever has the address has the account. For a super admin only another super admin or they themselves may make one.

Authentication is Mandatory`,
    es: `Crea una dirección en la que un usuario que olvidó su contraseña elige otra. Este servidor no envía correos: compruebe con quién habla y entréguele la dirección por un medio que nadie más lea.

La dirección sirve una vez, durante 24 horas salvo que PASSWORD_RESET_HOURS diga otra cosa. Deja de valer en cuanto se crea otra para el usuario, cambia su contraseña o un administrador lo bloquea o elimina. Al elegir la contraseña terminan todas las sesiones del usuario y se levanta el bloqueo por contraseñas incorrectas; para un usuario al que ha bloqueado un administrador no se crea ninguna dirección. A quien tiene un segundo factor se le pide además un código, y hay que desbloquearlo antes.

Quien tiene la dirección tiene la cuenta. En el caso de un superadministrador solo puede crearla otro superadministrador o él mismo.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanCreateResetPasswordUrl'),
  request: field.object({
    username: field.text({ most: 255 }),
    email: field.email({ most: 255 }),
    user_id: field.text({ most: 255 }),
  }),
  response: field.object({ reset_password_url: field.string() }),
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.UserNotFoundByUserId,
    error.UserIsLockedByAdministrator,
    error.NotASuperAdmin,
    error.UnknownError,
  ],
  example: {
    request: { username: exampleUserV200.username, email: exampleUserV200.email, user_id: exampleUserV200.user_id },
    response: {
      reset_password_url: `https://fichero.example.com${resetPasswordPath}/q5Jw1rTz0cXyH2vKp8nUeBdS7mLgA3fR9oWiQk4hN6E`,
    },
  },
  async handle({ body, user: caller, origin }, _connector, { userDirectory, passwordResets, settings, publicUrl }) {
    const { username, email, user_id: userId } = body
    const whom = { userId, username, email, provider: settings.localIdentityProvider }
    const [user] = await userDirectory.find({ ...whom, isDeleted: false })
    if (!user) throw unknownUser
    assertMayLookAfter(user, caller, settings)
    const token = await passwordResets.create(origin, userId)
    if (token === null) throw unknownUser
    return { reset_password_url: `${publicUrl()}${resetPasswordPath}/${token}` }
  },
})
