import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { readers, versionNamed } from './resource-docs.ts'

const IndexEntry = field.object({
  operation_id: field.string(),
  request_verb: field.string(),
  specified_url: field.string(),
  summary: field.string(),
  tags: field.array(field.string()),
  is_featured: field.boolean(),
  is_deprecated: field.boolean(),
})

export const getResourceDocsIndex = operation({
  version: 'v6.0.0',
  name: 'getResourceDocsIndex',
  verb: 'GET',
  path: '/resource-docs/API_VERSION/index',
  summary: { en: 'Get the index of the Resource Docs', es: 'Obtener el índice de la documentación' },
  description: {
    en: `Lists what API_VERSION (\`v4.0.0\` or \`OBPv4.0.0\`) serves, in the small form that a tree of operations needs: sorted by the first tag, which is the group, and the summary. *Get the document of an operation* tells the rest.

\`locale\` is \`en_GB\` or \`es_ES\`; without it \`Accept-Language\` counts, and then the setting of the server.`,
    es: `Enumera lo que sirve API_VERSION (\`v4.0.0\` u \`OBPv4.0.0\`) en la forma breve que necesita un árbol de operaciones: en orden de la primera etiqueta, que es el grupo, y del resumen. *Obtener el documento de una operación* da el resto.

\`locale\` es \`en_GB\` o \`es_ES\`; sin él cuenta \`Accept-Language\` y, después, la configuración del servidor.`,
  },
  tags: ['Documentation', 'API'],
  login: 'optional',
  rolesWhere: readers,
  document: {},
  response: field.object({ operations: field.array(IndexEntry) }),
  status: 200,
  errors: [error.InvalidApiVersion, error.InvalidLocale, error.UnknownError],
  example: {
    response: {
      operations: [
        {
          operation_id: 'OBPv1.4.0-getCrmEvents',
          request_verb: 'GET',
          specified_url: '/obp/v4.0.0/banks/BANK_ID/crm-events',
          summary: 'Get CRM Events',
          tags: ['Customer'],
          is_featured: false,
          is_deprecated: false,
        },
      ],
    },
  },
  handle: ({ path, locale }, _connector, { documentation }) => ({
    operations: documentation
      .index(versionNamed(path.API_VERSION), locale)
      .map((entry) => ({ ...entry, tags: [...entry.tags] })),
  }),
})
