/** The documentation of this server's operations, made from their declarations. */
import { LRUCache } from 'lru-cache'
import type { DocumentLanguage, Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { type Prefix, prefixes, servedUnder } from '../protocol/versions.ts'
import { openApiJson, openApiOperation, openApiYaml, yamlOf } from './openapi.ts'
import { type OperationDocument, operationDocumentOf } from './operation-document.ts'
import { type IndexEntry, indexEntryOf, type SearchTerms, searchTermsOf } from './operation-index.ts'
import { byGroupAndSummary, compare } from './order.ts'
import { type About, type PublicationSettings, type Published, sharedPaths } from './published-operation.ts'
import { type DocumentationSettings, requestUrlOf, resourceDocOf, specifiedUrlOf } from './resource-doc.ts'
import { swaggerJson, swaggerOperation } from './swagger.ts'

export type DocumentationFilter =
  | {
      /** keeps operations with one of these tags, in whatever case; empty: all */
      readonly tags: readonly string[]
      /** keeps operations with one of these names or ids; empty: all */
      readonly functions: readonly string[]
    }
  /** gives these operations, whichever version serves them */
  | { readonly operationIds: readonly string[] }

export interface Documentation {
  /** since when the documentation is as it is, to the second: it changes with a new start only */
  readonly madeAt: string
  /** The resource docs of what a version serves, by URL and verb: how many, and the JSON text of the list. */
  resourceDocs(
    version: Prefix,
    language: DocumentLanguage,
    filter: DocumentationFilter,
  ): { count: number; text: string }
  /** The same operations as an OpenAPI 3.1 document in JSON, in YAML, or as a Swagger 2.0 document. */
  programs: Readonly<Record<ProgramFormat, (about: About, filter: DocumentationFilter) => string>>
  /** What a version serves, by group and summary. */
  index(version: Prefix, locale: Locale): readonly IndexEntry[]
  /** What a version's operations are found by, or those of every version. */
  search(version: Prefix | 'all'): SearchTerms
  /** Some operations, by group and summary, each as the version serves it or, where it does not, as its own version does. */
  operations(version: Prefix, locale: Locale, filter: DocumentationFilter): readonly OperationDocument[]
  /** One operation, whether that version serves it or another; null where there is none of that id. */
  operation(operationId: string, version: Prefix, locale: Locale): OperationDocument | null
}

export type ProgramFormat = 'openapi' | 'openapi.yaml' | 'swagger'

/** A version in both languages; each has some twenty kilobytes. */
const mostDocuments = 400

/** Text is made once for each operation and language; versions differ in `specified_url` only. */
export function documentation(
  catalogue: readonly Operation[],
  settings: DocumentationSettings & PublicationSettings,
): Documentation {
  const sorted = remembered((version: Prefix) => servedUnder(version, catalogue).sort(byUrlAndVerb))
  const all = [...catalogue].sort(byUrlAndVerb)
  const written = inEach((operation, language) => write(operation, language, settings))
  const indexOf = (locale: Locale) =>
    remembered((version: Prefix) =>
      servedUnder(version, catalogue)
        .map((operation) => indexEntryOf(operation, version, locale, settings))
        .sort(byGroupAndSummary),
    )
  const indexes = { en_GB: indexOf('en_GB'), es_ES: indexOf('es_ES') }
  const chosen = (version: Prefix, filter: DocumentationFilter): Published[] => {
    const served = sorted(version)
    return ('operationIds' in filter ? all : served)
      .filter((operation) => isChosen(operation, filter))
      .map((operation) => ({ operation, under: served.includes(operation) ? version : ownPrefix(operation) }))
  }
  const made = new LRUCache<string, OperationDocument>({ max: mostDocuments })
  const documentOf = (operation: Operation, version: Prefix, locale: Locale) => {
    const key = `${operation.id} ${version} ${locale}`
    const document = made.get(key) ?? operationDocumentOf(operation, catalogue, version, locale, settings)
    made.set(key, document)
    return document
  }
  const publication = { settings, pathOf: sharedPaths(catalogue) }
  const openApi: Make<object> = (...of) => openApiOperation(...of, publication)
  const writers = {
    openapi: openApiJson(
      inEach((...of) => JSON.stringify(openApi(...of))),
      publication,
    ),
    'openapi.yaml': openApiYaml(
      inEach((...of) => yamlOf(openApi(...of))),
      publication,
    ),
    swagger: swaggerJson(
      inEach((...of) => JSON.stringify(swaggerOperation(...of, publication))),
      publication,
    ),
  }
  const program = (format: ProgramFormat) => (about: About, filter: DocumentationFilter) =>
    writers[format](about, chosen(about.version, filter))
  return {
    programs: {
      openapi: program('openapi'),
      'openapi.yaml': program('openapi.yaml'),
      swagger: program('swagger'),
    },
    madeAt: `${new Date().toISOString().slice(0, 19)}Z`,
    resourceDocs(version, language, filter) {
      const texts = chosen(version, filter).map(({ operation, under }) => written(operation, language)(under))
      return { count: texts.length, text: `[${texts.join(',')}]` }
    },
    index: (version, locale) => indexes[locale](version),
    search: remembered((version: Prefix | 'all') =>
      searchTermsOf(version === 'all' ? all : sorted(version), (operation) =>
        prefixes.filter((prefix) => sorted(prefix).includes(operation)),
      ),
    ),
    operations: (version, locale, filter) =>
      chosen(version, filter)
        .map(({ operation, under }) => documentOf(operation, under, locale))
        .sort(byGroupAndSummary),
    operation(operationId, version, locale) {
      const operation = catalogue.find(({ id }) => id === operationId)
      return operation ? documentOf(operation, version, locale) : null
    },
  }
}

const byUrlAndVerb = (a: Operation, b: Operation): number =>
  compare(requestUrlOf(a), requestUrlOf(b)) || compare(a.verb, b.verb)

/** What v1.2.1 brought is served from the first prefix on. */
const ownPrefix = ({ version }: Operation): Prefix => (version === 'v1.2.1' ? prefixes[0] : version)

function isChosen({ id, tags, name }: Operation, filter: DocumentationFilter): boolean {
  if ('operationIds' in filter) return filter.operationIds.includes(id)
  return (
    (filter.tags.length === 0 || tags.some((tag) => filter.tags.some((asked) => isSameTag(asked, tag)))) &&
    (filter.functions.length === 0 || filter.functions.includes(name) || filter.functions.includes(id))
  )
}

const isSameTag = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Makes the JSON of a resource doc for any version. OBP's order of keys has the one that differs among the others. */
function write(
  operation: Operation,
  language: DocumentLanguage,
  settings: DocumentationSettings,
): (version: Prefix) => string {
  const { specified_url: _, connector_methods, ...others } = resourceDocOf(operation, 'v1.4.0', language, settings)
  const before = JSON.stringify(others).slice(0, -'}'.length)
  const after = JSON.stringify(connector_methods)
  return (version) =>
    `${before},"specified_url":${JSON.stringify(specifiedUrlOf(operation, version))},"connector_methods":${after}}`
}

type Make<Made> = (operation: Operation, language: DocumentLanguage) => Made

/** The function, whose answer for each operation in each language is made once. */
function inEach<Made>(make: Make<Made>): Make<Made> {
  const made = remembered((locale: Locale) =>
    remembered((errors: Locale) => remembered((operation: Operation) => make(operation, { locale, errors }))),
  )
  return (operation, { locale, errors }) => made(locale)(errors)(operation)
}

/** The function, whose answer for each argument is made once. */
function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key) ?? make(key)
    made.set(key, known)
    return known
  }
}
