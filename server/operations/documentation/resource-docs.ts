/** What the two versions of the resource docs have in common: the question, the shape of a doc, and an example. */
import { readableBy } from '../../api-collections/readable.ts'
import { allOf } from '../../authorisation/requirement.ts'
import type { DocumentationFilter } from '../../documentation/documentation.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Call } from '../../protocol/operation.ts'
import { defaultingTo, itemsOf, oneOf, type QueryValues, text } from '../../protocol/query.ts'
import type { Services } from '../../protocol/services.ts'
import { isAtLeast, type Prefix, prefixes } from '../../protocol/versions.ts'

export const ResourceDoc = field.object({
  operation_id: field.string(),
  implemented_by: field.object({ version: field.string(), function: field.string() }),
  request_verb: field.string(),
  request_url: field.string(),
  summary: field.string(),
  description: field.string(),
  description_markdown: field.string(),
  example_request_body: field.optional(field.json()),
  success_response_body: field.optional(field.json()),
  error_response_bodies: field.array(field.string()),
  tags: field.array(field.string()),
  typed_request_body: field.optional(field.json()),
  typed_success_response_body: field.optional(field.json()),
  roles: field.optional(field.array(field.object({ role: field.string(), requires_bank_id: field.boolean() }))),
  is_featured: field.boolean(),
  special_instructions: field.string(),
  specified_url: field.string(),
  connector_methods: field.array(field.string()),
})

/** Every operation here is static: dynamic ones are made at run time, and there are none. */
const content = oneOf(
  ['static', 'dynamic', 'all'],
  (sent) => {
    if (sent !== '') throw new error.Refusal(error.InvalidContentParameter)
    return sent
  },
  {
    en: 'Operations of this kind; all those of this server are static.',
    es: 'Las operaciones de este tipo; todas las de este servidor son estáticas.',
  },
)

/** Which operations a document is of. Whether a value may be empty depends on the version that is called. */
export const docsParameters = {
  tags: {
    ...text('Customer,KYC', {
      en: 'Operations with at least one of these tags, separated by commas.',
      es: 'Las operaciones con al menos una de estas etiquetas, separadas por comas.',
    }),
    readsEmpty: true,
  },
  functions: {
    ...text('addCustomer,getCustomer', {
      en: 'Operations with one of these function names, separated by commas.',
      es: 'Las operaciones con uno de estos nombres de función, separados por comas.',
    }),
    readsEmpty: true,
  },
  content: {
    ...defaultingTo('all', content),
    read: (sent: string) => content.read(sent.toLowerCase()),
    readsEmpty: true,
  },
  'api-collection-id': {
    ...text('7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh', {
      en: 'The operations of this API collection; the other filters then do not count.',
      es: 'Las operaciones de esta colección de API; los demás filtros no cuentan entonces.',
    }),
    readsEmpty: true,
  },
} as const
type Filters = QueryValues<typeof docsParameters>

/**
 * The docs that a call asks for: how many, and the JSON text of their list.
 * @throws Refusal as {@link askedOperations}
 */
export async function resourceDocs(call: Asked, services: Services): Promise<{ count: number; text: string }> {
  const { version, filter } = await askedOperations(call, services)
  return services.documentation.resourceDocs(version, { locale: call.locale, errors: call.errorLocale }, filter)
}

/**
 * The operations whose documentation a call asks for. A collection stands above the other filters.
 * @throws Refusal OBP-00027, OBP-10052 to OBP-10055, OBP-30079
 */
export async function askedOperations(
  { path, query, user, prefix }: Asked,
  { apiCollections }: Services,
): Promise<{ version: Prefix; filter: DocumentationFilter }> {
  const version = versionNamed(path.API_VERSION)
  if (isAtLeast(prefix, 'v6.0.0')) assertNoneEmpty(query)
  const collectionId = query['api-collection-id']
  if (collectionId) {
    const collection = await readableBy(apiCollections, user, collectionId)
    if (!collection) throw new error.Refusal(error.ApiCollectionNotFound)
    const endpoints = await apiCollections.endpoints(collection.apiCollectionId)
    return { version, filter: { operationIds: endpoints.map(({ operationId }) => operationId) } }
  }
  return { version, filter: query.content === 'dynamic' ? { operationIds: [] } : filterOf(query) }
}
type Asked = Pick<
  Call<'/resource-docs/API_VERSION/obp', unknown, 'optional', typeof docsParameters>,
  'path' | 'query' | 'user' | 'locale' | 'errorLocale' | 'prefix'
>

/** Takes `v1.4.0` and `OBPv1.4.0`. @throws Refusal OBP-00027 */
export function versionNamed(name: string): Prefix {
  const version = prefixes.find((prefix) => name === prefix || name === `OBP${prefix}`)
  if (!version) throw new error.Refusal(error.InvalidApiVersion, ` ${name}`)
  return version
}

/**
 * From v6.0.0 on a parameter that is sent has a value; older versions pass over an empty one.
 * @throws Refusal OBP-10052 to OBP-10055
 */
export function assertNoneEmpty(query: Filters): void {
  const refusals = {
    content: error.InvalidContentParameter,
    tags: error.InvalidTagsParameter,
    functions: error.InvalidFunctionsParameter,
    'api-collection-id': error.InvalidApiCollectionIdParameter,
  }
  for (const [name, refusal] of Object.entries(refusals))
    if (query[name as keyof Filters]?.trim() === '') throw new error.Refusal(refusal)
}

const filterOf = ({ tags = '', functions = '' }: Filters): DocumentationFilter => ({
  tags: itemsOf(tags),
  functions: itemsOf(functions),
})

export const exampleResourceDoc = {
  operation_id: 'OBPv4.0.0-root',
  implemented_by: { version: 'OBPv4.0.0', function: 'root' },
  request_verb: 'GET',
  request_url: '/obp/v4.0.0/root',
  summary: 'Get API Info',
  description: '<p>Authentication is Optional</p>',
  description_markdown: 'Authentication is Optional',
  success_response_body: { version: 'v4.0.0' },
  error_response_bodies: ['OBP-50000: Unknown Error.'],
  tags: ['API'],
  typed_success_response_body: { type: 'object', properties: { version: { type: 'string' } } },
  is_featured: false,
  special_instructions: '',
  specified_url: '/obp/v4.0.0/root',
  connector_methods: [],
}

export const filters = {
  en: `Filters, each a comma-separated list and none by default:

* \`tags\`: operations with at least one of these tags, in capitals or small letters
* \`functions\`: operations with one of these function names, or of these operation ids where several have the same name

\`api-collection-id\` gives the operations of an [API Collection](/glossary#API-Collection) that is sharable or the caller’s own, whatever the other filters say. \`locale\` is \`en_GB\` or \`es_ES\` and changes the summaries, the descriptions and the sentences of errors; without it \`Accept-Language\` counts, and errors are in English, as those of calls are. \`content\` is \`static\`, \`dynamic\` or \`all\`; every operation of this server is static.`,
  es: `Filtros, cada uno una lista separada por comas y ninguno por defecto:

* \`tags\`: operaciones con al menos una de estas etiquetas, en mayúsculas o minúsculas
* \`functions\`: operaciones con uno de estos nombres de función, o de estos identificadores de operación si varias se llaman igual

\`api-collection-id\` da las operaciones de una [colección de API](/glossary#API-Collection) compartible o propia de quien llama, digan lo que digan los demás filtros. \`locale\` es \`en_GB\` o \`es_ES\` y cambia los resúmenes, las descripciones y las frases de los errores; sin él cuenta \`Accept-Language\`, y los errores están en inglés, como los de las llamadas. \`content\` es \`static\`, \`dynamic\` o \`all\`; todas las operaciones de este servidor son estáticas.`,
}

/** Who may read documentation, where a setting says that not everybody may. */
export const readers = { setting: 'resourceDocsRequiresRole', roles: allOf('CanReadResourceDoc') } as const

export const described = {
  rolesWhere: readers,
  // its owner may change a collection, or close it, at any time
  document: { changesWith: 'api-collection-id' },
  query: docsParameters,
  summary: { en: 'Get Resource Docs', es: 'Obtener la documentación de los recursos' },
  description: {
    en: `Documents every operation that API_VERSION serves (\`v4.0.0\` or \`OBPv4.0.0\`), for programs: its URL, text, examples, possible errors, tags and roles. Sorted by URL and verb.

${filters.en}`,
    es: `Documenta, para programas, todas las operaciones que sirve API_VERSION (\`v4.0.0\` u \`OBPv4.0.0\`): su URL, texto, ejemplos, posibles errores, etiquetas y roles. En orden de URL y verbo.

${filters.es}`,
  },
  tags: ['Documentation', 'API'],
  errors: [
    error.InvalidApiVersion,
    error.InvalidLocale,
    error.InvalidContentParameter,
    error.InvalidTagsParameter,
    error.InvalidFunctionsParameter,
    error.InvalidApiCollectionIdParameter,
    error.ApiCollectionNotFound,
    error.UnknownError,
  ],
} as const
