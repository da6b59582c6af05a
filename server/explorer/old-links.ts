/** Links of OBP's own Explorers, whose pages have other addresses here. */
import { type Prefix, prefixes } from '../protocol/versions.ts'

export const prefixNamed = (name: unknown): Prefix | undefined =>
  prefixes.find((prefix) => name === prefix || name === `OBP${prefix}`)

/**
 * Where such a link leads: `/?version=OBPv1.4.0&operation_id=OBPv1_4_0-getCrmEvents&locale=es_ES`, or
 * `/?version=OBPv1.4.0&tags=Customer`. Null where it names neither an operation nor what several are chosen by.
 */
export function placeOfOldLink(query: Readonly<Record<string, string>>): string | null {
  const { operation_id: id, version, currentTag } = query
  const kept = new URLSearchParams()
  const keep = (names: readonly string[]) => {
    for (const name of names) if (typeof query[name] === 'string' && query[name] !== '') kept.set(name, query[name])
  }
  const prefix = prefixNamed(version)
  if (prefix) kept.set('version', prefix)
  // the page says that it is not served
  else keep(['version'])
  keep(['locale'])
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
