import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  AuthenticationTypeValidations,
  exampleAuthenticationTypeValidation,
  toAuthenticationTypeValidations,
} from './authentication-type-validation.ts'

export const getAllAuthenticationTypeValidations = operation({
  version: 'v4.0.0',
  name: 'getAllAuthenticationTypeValidations',
  verb: 'GET',
  path: '/management/authentication-type-validations',
  summary: { en: 'Get all Authentication Type Validations', es: 'Obtener cada validación de tipo de autenticación' },
  description: {
    en: `All rules of this kind, by operation id.

Authentication is Mandatory`,
    es: `Todas las reglas de este tipo, por identificador de operación.

Autenticación obligatoria`,
  },
  tags: ['Authentication-Type-Validation'],
  roles: allOf('CanGetAuthenticationTypeValidation'),
  response: AuthenticationTypeValidations,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { authentication_types_validations: [exampleAuthenticationTypeValidation] } },
  handle: async (_call, _connector, { rules }) =>
    toAuthenticationTypeValidations(await rules.authenticationTypes.all()),
})
