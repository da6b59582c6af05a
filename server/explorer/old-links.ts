/** Links of OBP's own Explorers, whose pages have other addresses here. */
import { type Prefix, prefixes } from '../protocol/versions.ts'

export const prefixNamed = (name: unknown): Prefix | undefined =>
  prefixes.find((prefix) => name === prefix || name === `OBP${prefix}`)

type Query = Readonly<Record<string, string>>

/**
 * Where such a link leads: `/?version=OBPv1.4.0&operation_id=OBPv1_4_0-getCrmEvents&locale=es_ES`, or
 * `/?version=OBPv1.4.0&tags=Customer`. Null where it names neither an operation nor what several are chosen by.
 */
export function placeOfOldLink(query: Query): string | null {
  const { operation_id: id, currentTag } = query
  const kept = keptOf(query)
  const keep = (names: readonly string[]) => {
    for (const name of names) if (typeof query[name] === 'string' && query[name] !== '') kept.set(name, query[name])
  }
  if (typeof id === 'string' && id !== '') {
    // there the dots of the version are underscores, and only those
    const operationId = id.replace(/^OBPv(\d+)_(\d+)_(\d+)-/, 'OBPv$1.$2.$3-')
    keep(['tags', 'native'])
    if (typeof currentTag === 'string') kept.set('tag', currentTag)
    return `/operations/${encodeURIComponent(operationId)}${kept.size > 0 ? `?${kept}` : ''}`
  }
  keep(['api-collection-id'])
  // a collection stands above the other filters
  if (!kept.has('api-collection-id')) keep(['tags', 'functions', 'native'])
  return ['api-collection-id', 'tags', 'functions'].some((name) => kept.has(name)) ? `/operations?${kept}` : null
}

/** What those of other paths would be as queries of the oldest. */
const queries = {
  '/operationid/:id': ({ id }, query) => ({ ...query, operation_id: id! }),
  '/resource-docs': (_params, query) => withOperation(query),
  '/resource-docs/:version': ({ version }, query) => withOperation({ ...query, version: version! }),
  '/message-docs/:connector': ({ connector }, query) => ({ ...query, connector: connector! }),
  '/collections/:id': ({ id }, query) => ({ ...query, 'api-collection-id': id! }),
  '/partial-functions.html': (_params, query) => query,
} as const satisfies Record<string, (params: Query, query: Query) => Query>

const withOperation = ({ operationid, ...query }: Query): Query =>
  operationid === undefined ? query : { ...query, operation_id: operationid }

type OldPath = keyof typeof queries
export const oldPaths = Object.keys(queries) as OldPath[]

/** Where a link of such a path leads: `/operationid/OBPv1.4.0-addCustomer`, `/resource-docs/OBPv5.1.0?tags=Customer`. */
export function placeOfOldPath(path: OldPath, params: Query, query: Query): string {
  const asked = queries[path](params, query)
  const isOfMessages = path === '/message-docs/:connector'
  const place = isOfMessages ? null : placeOfOldLink(asked)
  if (place) return place
  const kept = keptOf(asked)
  if (isOfMessages) kept.set('connector', params.connector!)
  return `${isOfMessages ? '/message-docs' : '/'}${kept.size > 0 ? `?${kept}` : ''}`
}

/** The version, by our name of it, and the language. */
function keptOf(query: Query): URLSearchParams {
  const { version, locale } = query
  const isText = (value: unknown) => typeof value === 'string' && value !== ''
  return new URLSearchParams({
    // the page says of another one that it is not served
    ...(isText(version) && { version: prefixNamed(version) ?? version! }),
    ...(isText(locale) && { locale: locale! }),
  })
}
