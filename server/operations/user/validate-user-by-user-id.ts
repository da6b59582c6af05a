import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { unknownUserId } from './user-v400.ts'

export const validateUserByUserId = operation({
  version: 'v5.1.0',
  name: 'validateUserByUserId',
  verb: 'PUT',
  path: '/management/users/USER_ID',
  summary: { en: 'Validate a User', es: 'Validar un usuario' },
  description: {
    en: `Says that the user of USER_ID is who they say, so that they can log in. Where USERS_NEED_VALIDATION is set, those who sign up cannot before. Validating a validated user changes nothing.

Authentication is Mandatory`,
    es: `Da por comprobado que el usuario de USER_ID es quien dice ser, para que pueda iniciar sesión. Con USERS_NEED_VALIDATION, quien se da de alta no puede hacerlo antes. Validar a un usuario ya validado no cambia nada.

Autenticación obligatoria`,
  },
  tags: ['User'],
  roles: allOf('CanValidateUser'),
  response: field.object({ is_validated: field.boolean() }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UserNotFoundByUserId, error.UnknownError],
  example: { response: { is_validated: true } },
  async handle({ path: { USER_ID: userId }, origin }, _connector, { userDirectory }) {
    if (!(await userDirectory.validate(origin, userId))) throw unknownUserId(userId)
    return { is_validated: true }
  },
})
