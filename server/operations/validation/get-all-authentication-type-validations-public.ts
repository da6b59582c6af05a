import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  AuthenticationTypeValidations,
  exampleAuthenticationTypeValidation,
  toAuthenticationTypeValidations,
} from './authentication-type-validation.ts'

export const getAllAuthenticationTypeValidationsPublic = operation({
  version: 'v4.0.0',
  name: 'getAllAuthenticationTypeValidationsPublic',
  verb: 'GET',
  path: '/endpoints/authentication-type-validations',
  summary: {
    en: 'Get all Authentication Type Validations - public',
    es: 'Obtener cada validación de tipo de autenticación (público)',
  },
  description: {
    en: `All rules of this kind, by operation id, for whoever writes or shows a client.

Authentication is Optional`,
    es: `Todas las reglas de este tipo, por identificador de operación, para quien escribe o muestra un cliente.

Autenticación opcional`,
  },
  tags: ['Authentication-Type-Validation'],
  login: 'optional',
  response: AuthenticationTypeValidations,
  status: 200,
  errors: [error.UnknownError],
  example: { response: { authentication_types_validations: [exampleAuthenticationTypeValidation] } },
  handle: async (_call, _connector, { rules }) =>
    toAuthenticationTypeValidations(await rules.authenticationTypes.all()),
})
