import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { operationOfPath } from '../../protocol/operation-of-path.ts'
import { exampleResourceDoc, ResourceDoc, readers, versionNamed } from './resource-docs.ts'

const Changes = field.object({
  query_parameters: field.array(field.string()),
  request_fields: field.array(field.string()),
  response_fields: field.array(field.string()),
  roles: field.array(field.string()),
  errors: field.array(field.string()),
})
const noChanges = { query_parameters: [], request_fields: [], response_fields: [], roles: [], errors: [] }

const OperationDocument = field.object({
  ...ResourceDoc.properties,
  text: field.string(),
  url_parameters: field.array(field.object({ name: field.string(), example: field.string(), meaning: field.string() })),
  query_parameters: field.array(
    field.object({
      name: field.string(),
      meaning: field.string(),
      example: field.string(),
      schema: field.json(),
      is_deprecated: field.boolean(),
    }),
  ),
  login: field.string(),
  role_rule: field.stringOrNull(),
  success_status: field.number(),
  request_schema: field.optional(field.json()),
  response_schema: field.optional(field.json()),
  errors: field.array(
    field.object({
      code: field.stringOrNull(),
      status: field.number(),
      message: field.string(),
      cause: field.string(),
      fix: field.string(),
    }),
  ),
  paging: field.json(),
  served_under: field.array(field.string()),
  superseded_by: field.stringOrNull(),
  is_deprecated: field.boolean(),
  other_versions: field.array(
    field.object({ operation_id: field.string(), version: field.string(), only_there: Changes, only_here: Changes }),
  ),
})

export const getResourceDoc = operation({
  version: 'v6.0.0',
  name: 'getResourceDoc',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/operations/OPERATION_ID',
  summary: { en: 'Get the document of an operation', es: 'Obtener el documento de una operación' },
  description: {
    en: `All that there is to know about one operation, as API_VERSION serves it: its Resource Doc, the parameters of its query, JSON schemas of its bodies, its errors with their statuses, the versions that serve it, and how the operations of the same path differ in other versions.

\`locale\` is \`en_GB\` or \`es_ES\`; without it \`Accept-Language\` counts, and then the setting of the server. The sentences of \`errors\` are in the same language.`,
    es: `Todo lo que hay que saber de una operación, tal como la sirve API_VERSION: su documentación, los parámetros de su consulta, los JSON Schema de sus cuerpos, sus errores con sus estados, las versiones que la sirven y en qué se diferencian las operaciones de la misma ruta en otras versiones.

\`locale\` es \`en_GB\` o \`es_ES\`; sin él cuenta \`Accept-Language\` y, después, la configuración del servidor. Las frases de \`errors\` están en el mismo idioma.`,
  },
  tags: ['Documentation', 'API'],
  login: 'optional',
  rolesWhere: readers,
  document: {},
  response: field.written(OperationDocument),
  status: 200,
  errors: [error.InvalidApiVersion, error.InvalidLocale, error.OperationNotFound, error.UnknownError],
  example: {
    response: {
      ...exampleResourceDoc,
      text: '<p>Authentication is Optional</p>',
      url_parameters: [],
      query_parameters: [
        {
          name: 'locale',
          meaning: 'The language of the texts.',
          example: 'es_ES',
          schema: { type: 'string', enum: ['en_GB', 'es_ES'] },
          is_deprecated: false,
        },
      ],
      login: 'optional',
      role_rule: null,
      success_status: 200,
      response_schema: { type: 'object', properties: { version: { type: 'string' } }, required: ['version'] },
      errors: [
        {
          code: 'OBP-50000',
          status: 500,
          message: 'Unknown Error.',
          cause: 'The fault is on the server.',
          fix: 'Tell whoever runs it the Correlation-Id.',
        },
      ],
      paging: null,
      served_under: ['v4.0.0', 'v5.0.0'],
      superseded_by: null,
      is_deprecated: false,
      other_versions: [
        { operation_id: 'OBPv5.1.0-root', version: 'v5.1.0', only_there: noChanges, only_here: noChanges },
      ],
    },
  },
  handle({ path, locale }, _connector, { documentation, catalogue }) {
    const operationId = operationOfPath(catalogue, path.OPERATION_ID)
    return JSON.stringify(documentation.operation(operationId, versionNamed(path.API_VERSION), locale))
  },
})
