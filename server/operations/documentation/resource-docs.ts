/** What the two versions of the resource docs have in common: the question, the shape of a doc, and an example. */
import type { DocumentationFilter } from '../../documentation/documentation.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { type Locale, localeNamed } from '../../protocol/languages.ts'
import type { Call } from '../../protocol/operation.ts'
import type { Services } from '../../protocol/services.ts'
import { type Prefix, prefixes } from '../../protocol/versions.ts'

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

/** The docs that a call asks for: how many, and the JSON text of their list. */
export function resourceDocs({ path, query }: Asked, { documentation }: Services): { count: number; text: string } {
  const version = versionNamed(path.API_VERSION)
  const locale = localeOf(query)
  if (contentOf(query) === 'dynamic') return { count: 0, text: '[]' }
  return documentation.resourceDocs(version, locale, filterOf(query))
}
type Asked = Pick<Call<'/resource-docs/API_VERSION/obp', unknown, 'optional'>, 'path' | 'query'>

/** Takes `v1.4.0` and `OBPv1.4.0`. @throws Refusal OBP-00027 */
export function versionNamed(name: string): Prefix {
  const version = prefixes.find((prefix) => name === prefix || name === `OBP${prefix}`)
  if (!version) throw new error.Refusal(error.InvalidApiVersion, ` ${name}`)
  return version
}

/** `language` is the older name of `locale` and counts where that is absent. @throws Refusal OBP-10041 */
export function localeOf({ locale, language }: Readonly<Record<string, string>>): Locale {
  const name = locale || language
  if (!name) return 'en_GB'
  const known = localeNamed(name)
  if (!known) throw new error.Refusal(error.InvalidLocale)
  return known
}

/** Every operation here is static: dynamic ones are made at run time, and there are none. @throws Refusal OBP-10052 */
function contentOf({ content }: Readonly<Record<string, string>>): 'static' | 'dynamic' | 'all' {
  const name = (content || 'all').toLowerCase()
  if (name !== 'static' && name !== 'dynamic' && name !== 'all') throw new error.Refusal(error.InvalidContentParameter)
  return name
}

const filterOf = ({ tags, functions }: Readonly<Record<string, string>>): DocumentationFilter => ({
  tags: listed(tags),
  functions: listed(functions),
})

const listed = (text = ''): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

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

const filters = {
  en: `Filters, each a comma-separated list and none by default:

* \`tags\`: operations with at least one of these tags, written as the docs write them
* \`functions\`: operations with one of these function names

\`locale\` is \`en_GB\` (the default) or \`es_ES\` and changes the summaries and descriptions. \`content\` is \`static\`, \`dynamic\` or \`all\`; every operation of this server is static.`,
  es: `Filtros, cada uno una lista separada por comas y ninguno por defecto:

* \`tags\`: operaciones con al menos una de estas etiquetas, escritas como en la documentación
* \`functions\`: operaciones con uno de estos nombres de función

\`locale\` es \`en_GB\` (por defecto) o \`es_ES\` y cambia los resúmenes y las descripciones. \`content\` es \`static\`, \`dynamic\` o \`all\`; todas las operaciones de este servidor son estáticas.`,
}

export const described = {
  summary: { en: 'Get Resource Docs', es: 'Obtener la documentación de los recursos' },
  description: {
    en: `Documents every operation that API_VERSION serves (\`v4.0.0\` or \`OBPv4.0.0\`), for programs: its URL, text, examples, possible errors, tags and roles. Sorted by URL and verb.

${filters.en}

Authentication is Optional`,
    es: `Documenta, para programas, todas las operaciones que sirve API_VERSION (\`v4.0.0\` u \`OBPv4.0.0\`): su URL, texto, ejemplos, posibles errores, etiquetas y roles. En orden de URL y verbo.

${filters.es}

Autenticación opcional`,
  },
  tags: ['Documentation', 'API'],
  errors: [error.InvalidApiVersion, error.InvalidLocale, error.InvalidContentParameter, error.UnknownError],
} as const
