import { resetPassword } from '../../authentication/passwords/password-resets.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const resetPasswordComplete = operation({
  version: 'v6.0.0',
  name: 'resetPasswordComplete',
  verb: 'POST',
  path: '/users/password',
  summary: { en: 'Complete Password Reset', es: 'Completar el restablecimiento de la contraseña' },
  description: {
    en: `Sets another password for a user who forgot theirs. Nobody needs to be logged in: the token is the last part of the address that an administrator made, and is good once. The same happens on the page at that address.

The password keeps the rules of *Create User*. Every login of the user ends. A user who has a second factor sends a code of it as well; wrong ones count as wrong passwords. Calls count as failed logins of the network address that they come from.

Authentication is Optional`,
    es: `Establece otra contraseña para un usuario que olvidó la suya. No hace falta haber iniciado sesión: el token es la última parte de la dirección que creó un administrador y sirve una sola vez. Lo mismo ocurre en la página de esa dirección.

La contraseña cumple las reglas de *Crear un usuario*. Terminan todas las sesiones del usuario. Quien tiene un segundo factor envía además un código; los incorrectos cuentan como contraseñas incorrectas. Las llamadas cuentan como inicios de sesión fallidos de la dirección de red de la que proceden.

Autenticación opcional`,
  },
  tags: ['User', 'Onboarding'],
  login: 'optional',
  addressLimit: 'failed login',
  request: field.object({
    token: field.text({ least: 1, most: 255 }),
    new_password: field.password(),
    second_factor_code: field.optional(field.text({ most: 255 })),
  }),
  response: field.object({ message: field.string() }),
  status: 201,
  errors: [
    error.InvalidJson,
    error.InvalidStrongPasswordFormat,
    error.TooManyRequests,
    error.ServiceTooBusy,
    error.UnknownError,
  ],
  example: {
    request: { token: 'q5Jw1rTz0cXyH2vKp8nUeBdS7mLgA3fR9oWiQk4hN6E', new_password: 'Un-2-buen-ejemplo' },
    response: { message: 'Password has been reset successfully.' },
  },
  async handle({ body, origin }, _connector, services) {
    const { token, new_password: password, second_factor_code: code = '' } = body
    await resetPassword(services, origin, { token, password, code })
    return { message: 'Password has been reset successfully.' }
  },
})
