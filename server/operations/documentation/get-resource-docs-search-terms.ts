import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { readers, versionNamed } from './resource-docs.ts'

const Texts = field.object({ en: field.string(), es: field.string() })
const SearchEntry = field.object({
  operation_id: field.string(),
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
    en: `Gives, for a search in the client, what each operation of API_VERSION is found by: its texts in both languages, and the names of its fields, errors and roles.`,
    es: `Da, para que el cliente busque, aquello por lo que se encuentra cada operación de API_VERSION: sus textos en los dos idiomas y los nombres de sus campos, errores y roles.`,
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
          summaries: { en: 'Get CRM Events', es: 'Obtener los eventos de CRM' },
          descriptions: { en: 'Authentication is Mandatory', es: 'Autenticación obligatoria' },
          fields: ['bank_id', 'crm_events'],
          errors: ['OBP-20001', 'OBP-30001'],
          roles: [],
        },
      ],
    },
  },
  handle: ({ path }, _connector, { documentation }) => ({
    operations: documentation.search(versionNamed(path.API_VERSION)).map(({ fields, errors, roles, ...entry }) => ({
      ...entry,
      fields: [...fields],
      errors: [...errors],
      roles: [...roles],
    })),
  }),
})
