import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  AuthenticationTypeValidation,
  exampleAuthenticationTypeValidation,
  toAuthenticationTypeValidation,
} from './authentication-type-validation.ts'

export const getAuthenticationTypeValidation = operation({
  version: 'v4.0.0',
  name: 'getAuthenticationTypeValidation',
  verb: 'GET',
  path: '/management/authentication-type-validations/OPERATION_ID',
  summary: { en: 'Get a Authentication Type Validation', es: 'Obtener una validación de tipo de autenticación' },
  description: {
    en: `The rule of the operation.

Authentication is Mandatory`,
    es: `La regla de la operación.

Autenticación obligatoria`,
  },
  tags: ['Authentication-Type-Validation'],
  roles: allOf('CanGetAuthenticationTypeValidation'),
  response: AuthenticationTypeValidation,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.AuthenticationTypeValidationNotFound,
    error.UnknownError,
  ],
  example: { response: exampleAuthenticationTypeValidation },
  async handle({ path: { OPERATION_ID: operationId } }, _connector, { rules }) {
    const value = await rules.authenticationTypes.of(operationId)
    if (value === null) throw new error.Refusal(error.AuthenticationTypeValidationNotFound)
    return toAuthenticationTypeValidation(operationId, value)
  },
})
