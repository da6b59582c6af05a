import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  exampleJsonSchemaValidation,
  JsonSchemaValidations,
  toJsonSchemaValidations,
} from './json-schema-validation.ts'

export const getAllJsonSchemaValidations = operation({
  version: 'v4.0.0',
  name: 'getAllJsonSchemaValidations',
  verb: 'GET',
  path: '/management/json-schema-validations',
  summary: { en: 'Get all JSON Schema Validations', es: 'Obtener cada validación de JSON Schema' },
  description: {
    en: `All rules of this kind, by operation id.

Authentication is Mandatory`,
    es: `Todas las reglas de este tipo, por identificador de operación.

Autenticación obligatoria`,
  },
  tags: ['JSON-Schema-Validation'],
  roles: allOf('CanGetJsonSchemaValidation'),
  response: JsonSchemaValidations,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { json_schema_validations: [exampleJsonSchemaValidation] } },
  handle: async (_call, _connector, { rules }) => toJsonSchemaValidations(await rules.jsonSchemas.all()),
})
