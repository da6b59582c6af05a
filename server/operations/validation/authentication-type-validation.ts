/** Authentication type validations in requests and answers. */
import type { Static } from 'typebox'
import { type AuthenticationType, authenticationTypes } from '../../authentication/way-in.ts'
import { AuthenticationTypeIllegal, IncorrectAuthenticationType, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Operation } from '../../protocol/operation.ts'

/** The body is the list of types itself. */
export const Types = field.json()

export const AuthenticationTypeValidation = field.object({
  operation_id: field.string(),
  allowed_authentication_types: field.array(field.string()),
})
export const AuthenticationTypeValidations = field.object({
  authentication_types_validations: field.array(AuthenticationTypeValidation),
})

export const toAuthenticationTypeValidation = (
  operationId: string,
  types: readonly AuthenticationType[],
): Static<typeof AuthenticationTypeValidation> => ({
  operation_id: operationId,
  allowed_authentication_types: [...types],
})

export const toAuthenticationTypeValidations = (
  all: readonly { operationId: string; value: readonly AuthenticationType[] }[],
): Static<typeof AuthenticationTypeValidations> => ({
  authentication_types_validations: all.map(({ operationId, value }) =>
    toAuthenticationTypeValidation(operationId, value),
  ),
})

/** The types that a body lists, each once. @throws Refusal OBP-40030 for anything but a list of names, one at least */
export function typesOf(body: unknown): AuthenticationType[] {
  if (!Array.isArray(body) || body.length === 0 || !body.every(isType))
    throw new Refusal(IncorrectAuthenticationType, ` [${authenticationTypes.join(', ')}]`)
  return [...new Set(body)]
}

/**
 * Keeps the way back open: who may call the operations on these rules is not for an administrator to take from themselves.
 * @throws Refusal OBP-40034 for a rule on one of them that would shut out the way by which the caller came
 */
export function assertWayBack(
  catalogue: readonly Operation[],
  operationId: string,
  types: readonly AuthenticationType[],
  own: AuthenticationType | null,
): void {
  const { path = '' } = catalogue.find(({ id }) => id === operationId) ?? {}
  if (!path.startsWith(rulesPath) || own === null || types.includes(own)) return
  throw new Refusal(AuthenticationTypeIllegal, {
    en: ` This rule would keep you from taking it back: it must allow ${own}, by which you are calling.`,
    es: ` Esta regla le impediría retirarla: debe permitir ${own}, que es como está llamando.`,
  })
}

/** Of every operation that reads or changes these rules. */
const rulesPath = '/management/authentication-type-validations'

const isType = (value: unknown): value is AuthenticationType => authenticationTypes.some((type) => type === value)

export const exampleAuthenticationTypeValidation = {
  operation_id: 'OBPv1.4.0-addCustomer',
  allowed_authentication_types: ['DirectLogin', 'OAuth2_OIDC'],
}
