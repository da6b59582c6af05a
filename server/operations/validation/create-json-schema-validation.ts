import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { operationOfPath } from '../../protocol/operation-of-path.ts'
import {
  exampleJsonSchemaValidation,
  JsonSchemaValidation,
  Schema,
  schemaText,
  toJsonSchemaValidation,
} from './json-schema-validation.ts'

export const createJsonSchemaValidation = operation({
  version: 'v4.0.0',
  name: 'createJsonSchemaValidation',
  verb: 'POST',
  path: '/management/json-schema-validations/OPERATION_ID',
  summary: { en: 'Create a JSON Schema Validation', es: 'Crear una validación de JSON Schema' },
  description: {
    en: `The body is a JSON schema (draft 4, 6, 7, 2019-09 or 2020-12, as its \`$schema\` says) with \`title\`, \`description\`, \`type\`, \`required\` and \`properties\`, each of which has a \`type\`. From the next call on, on every node, bodies of the operation must fit it; one that does not is refused with OBP-09014 and the reasons.

OPERATION_ID is the one of the version that brought the operation, such as OBPv1.4.0-addCustomer, whatever version is called.

Authentication is Mandatory`,
    es: `El cuerpo es un JSON Schema (borrador 4, 6, 7, 2019-09 o 2020-12, según su \`$schema\`) con \`title\`, \`description\`, \`type\`, \`required\` y \`properties\`, cada una con su \`type\`. Desde la siguiente llamada, y en todos los nodos, los cuerpos de la operación deben cumplirlo; el que no lo cumpla se rechaza con OBP-09014 y los motivos.

OPERATION_ID es el de la versión que introdujo la operación, por ejemplo OBPv1.4.0-addCustomer, sea cual sea la versión con que se llame.

Autenticación obligatoria`,
  },
  tags: ['JSON-Schema-Validation'],
  roles: allOf('CanCreateJsonSchemaValidation'),
  request: Schema,
  response: JsonSchemaValidation,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.InvalidJsonSchema,
    error.OperationNotFound,
    error.OperationIdAlreadyExists,
    error.UnknownError,
  ],
  example: { request: exampleJsonSchemaValidation.json_schema, response: exampleJsonSchemaValidation },
  async handle({ path, body, origin }, _connector, { rules, catalogue }) {
    const value = await schemaText(body)
    const operationId = operationOfPath(catalogue, path.OPERATION_ID)
    if (!(await rules.jsonSchemas.create(origin, operationId, value)))
      throw new error.Refusal(error.OperationIdAlreadyExists)
    return toJsonSchemaValidation(operationId, value)
  },
})
