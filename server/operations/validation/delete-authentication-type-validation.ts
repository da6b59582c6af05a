import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteAuthenticationTypeValidation = operation({
  version: 'v4.0.0',
  name: 'deleteAuthenticationTypeValidation',
  verb: 'DELETE',
  path: '/management/authentication-type-validations/OPERATION_ID',
  summary: { en: 'Delete a Authentication Type Validation', es: 'Eliminar una validación de tipo de autenticación' },
  description: {
    en: `Takes the rule from the operation, from the next call on.

Authentication is Mandatory`,
    es: `Quita la regla de la operación desde la siguiente llamada.

Autenticación obligatoria`,
  },
  tags: ['Authentication-Type-Validation'],
  roles: allOf('CanDeleteAuthenticationValidation'),
  response: field.boolean(),
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.AuthenticationTypeValidationNotFound,
    error.UnknownError,
  ],
  example: { response: true },
  async handle({ path, origin }, _connector, { rules }) {
    if (!(await rules.authenticationTypes.remove(origin, path.OPERATION_ID)))
      throw new error.Refusal(error.AuthenticationTypeValidationNotFound)
    return true
  },
})
