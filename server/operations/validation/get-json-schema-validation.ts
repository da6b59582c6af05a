import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { exampleJsonSchemaValidation, JsonSchemaValidation, toJsonSchemaValidation } from './json-schema-validation.ts'

export const getJsonSchemaValidation = operation({
  version: 'v4.0.0',
  name: 'getJsonSchemaValidation',
  verb: 'GET',
  path: '/management/json-schema-validations/OPERATION_ID',
  summary: { en: 'Get a JSON Schema Validation', es: 'Obtener una validación de JSON Schema' },
  description: {
    en: `The rule of the operation.

Authentication is Mandatory`,
    es: `La regla de la operación.

Autenticación obligatoria`,
  },
  tags: ['JSON-Schema-Validation'],
  roles: allOf('CanGetJsonSchemaValidation'),
  response: JsonSchemaValidation,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.JsonSchemaValidationNotFound, error.UnknownError],
  example: { response: exampleJsonSchemaValidation },
  async handle({ path: { OPERATION_ID: operationId } }, _connector, { rules }) {
    const value = await rules.jsonSchemas.of(operationId)
    if (value === null) throw new error.Refusal(error.JsonSchemaValidationNotFound)
    return toJsonSchemaValidation(operationId, value)
  },
})
