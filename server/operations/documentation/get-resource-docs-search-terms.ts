import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { readers, versionNamed } from './resource-docs.ts'

const Texts = field.object({ en: field.string(), es: field.string() })
const SearchEntry = field.object({
  operation_id: field.string(),
  request_verb: field.string(),
  request_url: field.string(),
  tags: field.array(field.string()),
  served_under: field.array(field.string()),
  is_deprecated: field.boolean(),
  summaries: Texts,
  descriptions: Texts,
  fields: field.array(field.string()),
  errors: field.array(field.string()),
  roles: field.array(field.string()),
})

export const getResourceDocsSearchTerms = operation({
  version: 'v6.0.0',
  name: 'getResourceDocsSearchTerms',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/search-terms',
  summary: { en: 'Get what operations are found by', es: 'Obtener los términos de búsqueda de las operaciones' },
  description: {
    en: `Gives, for a search in the client, what each operation of API_VERSION is found by: its texts in both languages, and the names of its fields, errors and roles. \`served_under\` lists the versions that serve it.

API_VERSION is a version (\`v4.0.0\` or \`OBPv4.0.0\`), or \`all\` for the operations of every version, each once.`,
    es: `Da, para que el cliente busque, aquello por lo que se encuentra cada operación de API_VERSION: sus textos en los dos idiomas y los nombres de sus campos, errores y roles. \`served_under\` enumera las versiones que la sirven.

API_VERSION es una versión (\`v4.0.0\` u \`OBPv4.0.0\`), o \`all\` para las operaciones de todas las versiones, cada una una sola vez.`,
  },
  tags: ['Documentation', 'API'],
  login: 'optional',
  rolesWhere: readers,
  document: {},
  response: field.object({ operations: field.array(SearchEntry) }),
  status: 200,
  errors: [error.InvalidApiVersion, error.UnknownError],
  example: {
    response: {
      operations: [
        {
          operation_id: 'OBPv1.4.0-getCrmEvents',
          request_verb: 'GET',
          request_url: '/obp/v1.4.0/banks/BANK_ID/crm-events',
          tags: ['Customer'],
          served_under: ['v1.4.0', 'v2.0.0'],
          is_deprecated: false,
          summaries: { en: 'Get CRM Events', es: 'Obtener los eventos de CRM' },
          descriptions: { en: 'Authentication is Mandatory', es: 'Autenticación obligatoria' },
          fields: ['bank_id', 'crm_events'],
          errors: ['OBP-20001', 'OBP-30001'],
          roles: [],
        },
      ],
    },
  },
  handle: ({ path: { API_VERSION: version } }, _connector, { documentation }) => ({
    operations: documentation.search(version === 'all' ? 'all' : versionNamed(version)).map((entry) => ({
      ...entry,
      tags: [...entry.tags],
      served_under: [...entry.served_under],
      fields: [...entry.fields],
      errors: [...entry.errors],
      roles: [...entry.roles],
    })),
  }),
})
