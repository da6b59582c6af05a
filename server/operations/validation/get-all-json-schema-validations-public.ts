import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  exampleJsonSchemaValidation,
  JsonSchemaValidations,
  toJsonSchemaValidations,
} from './json-schema-validation.ts'

export const getAllJsonSchemaValidationsPublic = operation({
  version: 'v4.0.0',
  name: 'getAllJsonSchemaValidationsPublic',
  verb: 'GET',
  path: '/endpoints/json-schema-validations',
  summary: { en: 'Get all JSON Schema Validations - public', es: 'Obtener cada validación de JSON Schema (público)' },
  description: {
    en: `All rules of this kind, by operation id, for whoever writes or shows a client.

Authentication is Optional`,
    es: `Todas las reglas de este tipo, por identificador de operación, para quien escribe o muestra un cliente.

Autenticación opcional`,
  },
  tags: ['JSON-Schema-Validation'],
  login: 'optional',
  response: JsonSchemaValidations,
  status: 200,
  errors: [error.UnknownError],
  example: { response: { json_schema_validations: [exampleJsonSchemaValidation] } },
  handle: async (_call, _connector, { rules }) => toJsonSchemaValidations(await rules.jsonSchemas.all()),
})
