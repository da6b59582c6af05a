import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { operationOfPath } from '../../protocol/operation-of-path.ts'
import {
  AuthenticationTypeValidation,
  assertWayBack,
  exampleAuthenticationTypeValidation,
  Types,
  toAuthenticationTypeValidation,
  typesOf,
} from './authentication-type-validation.ts'

export const updateAuthenticationTypeValidation = operation({
  version: 'v4.0.0',
  name: 'updateAuthenticationTypeValidation',
  verb: 'PUT',
  path: '/management/authentication-type-validations/OPERATION_ID',
  summary: { en: 'Update a Authentication Type Validation', es: 'Cambiar una validación de tipo de autenticación' },
  description: {
    en: `The body lists the ways in which callers of the operation may log in: \`DirectLogin\`, \`OAuth1.0a\`, \`GatewayLogin\`, \`DAuth\`, \`OAuth2_OIDC\`, \`OAuth2_OIDC_FAPI\`. From the next call on, on every node, any other is refused with OBP-40034. A rule on the operations on these rules has to allow the way by which it is set.

OPERATION_ID is the one of the version that brought the operation, such as OBPv1.4.0-addCustomer, whatever version is called.

Authentication is Mandatory`,
    es: `El cuerpo enumera las formas en que pueden iniciar sesión quienes llaman a la operación: \`DirectLogin\`, \`OAuth1.0a\`, \`GatewayLogin\`, \`DAuth\`, \`OAuth2_OIDC\`, \`OAuth2_OIDC_FAPI\`. Desde la siguiente llamada, y en todos los nodos, cualquier otra se rechaza con OBP-40034. Una regla sobre las operaciones que gestionan estas reglas debe permitir la forma con la que se establece.

OPERATION_ID es el de la versión que introdujo la operación, por ejemplo OBPv1.4.0-addCustomer, sea cual sea la versión con que se llame.

Autenticación obligatoria`,
  },
  tags: ['Authentication-Type-Validation'],
  roles: allOf('CanUpdateAuthenticationTypeValidation'),
  request: Types,
  response: AuthenticationTypeValidation,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.IncorrectAuthenticationType,
    error.AuthenticationTypeIllegal,
    error.OperationNotFound,
    error.AuthenticationTypeValidationNotFound,
    error.UnknownError,
  ],
  example: {
    request: exampleAuthenticationTypeValidation.allowed_authentication_types,
    response: exampleAuthenticationTypeValidation,
  },
  async handle({ path, body, origin, authenticationType }, _connector, { rules, catalogue }) {
    const value = typesOf(body)
    const operationId = operationOfPath(catalogue, path.OPERATION_ID)
    assertWayBack(catalogue, operationId, value, authenticationType)
    if (!(await rules.authenticationTypes.replace(origin, operationId, value)))
      throw new error.Refusal(error.AuthenticationTypeValidationNotFound)
    return toAuthenticationTypeValidation(operationId, value)
  },
})
