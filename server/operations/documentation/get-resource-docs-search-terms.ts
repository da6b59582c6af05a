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

const FieldMeaning = field.object({ field: field.string(), en: field.string(), es: field.string() })

export const getResourceDocsSearchTerms = operation({
  version: 'v6.0.0',
  name: 'getResourceDocsSearchTerms',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/search-terms',
  summary: { en: 'Get what operations are found by', es: 'Obtener los términos de búsqueda de las operaciones' },
  description: {
    en: `Gives, for a search in the client, what each operation of API_VERSION is found by: its texts in both languages, and the names of its fields, errors and roles; \`meanings\` says what these fields mean, each once. \`served_under\` lists the versions that serve it.

API_VERSION is a version (\`v4.0.0\` or \`OBPv4.0.0\`), or \`all\` for the operations of every version, each once.`,
    es: `Da, para que el cliente busque, aquello por lo que se encuentra cada operación de API_VERSION: sus textos en los dos idiomas y los nombres de sus campos, errores y roles; \`meanings\` dice qué significan esos campos, cada uno una sola vez. \`served_under\` enumera las versiones que la sirven.

API_VERSION es una versión (\`v4.0.0\` u \`OBPv4.0.0\`), o \`all\` para las operaciones de todas las versiones, cada una una sola vez.`,
  },
  tags: ['Documentation', 'API'],
  login: 'optional',
  rolesWhere: readers,
  document: {},
  response: field.object({ operations: field.array(SearchEntry), meanings: field.array(FieldMeaning) }),
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
      meanings: [
        {
          field: 'bank_id',
          en: 'The id of a bank on this server, such as gh.29.uk.',
          es: 'El identificador de un banco en este servidor, como gh.29.uk.',
        },
      ],
    },
  },
  handle: ({ path: { API_VERSION: version } }, _connector, { documentation }) => {
    const { operations, meanings } = documentation.search(version === 'all' ? 'all' : versionNamed(version))
    return {
      operations: operations.map((entry) => ({
        ...entry,
        tags: [...entry.tags],
        served_under: [...entry.served_under],
        fields: [...entry.fields],
        errors: [...entry.errors],
        roles: [...entry.roles],
      })),
      meanings: [...meanings],
    }
  },
})
