/** Finds operations by anything that is written about them, in both languages, whatever the accents. */
import MiniSearch from 'minisearch'
import { getResourceDocsSearchTerms } from '../../client/operations/v6.0.0.ts'
import type { SearchEntry } from '../../server/documentation/operation-index.ts'
import type { PageData } from '../../server/explorer/page-data.ts'
import type { Session } from '../session/session.svelte.ts'

/** A word without its accents, in lower case: `Añadir` is found by `anadir`. */
const plain = (word: string): string =>
  word
    .normalize('NFD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()

/** Words, and the parts of names such as `customer_number`, `addCustomer` and `OBP-30006`. */
export const wordsOf = (text: string): string[] => {
  const words = text.split(/[^\p{L}\p{N}_.-]+/u).filter(Boolean)
  const parts = words
    .flatMap((word) => [word, word.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')])
    .flatMap((word) => word.split(/[\s_.-]+/).filter(Boolean))
  return [...new Set([...words, ...parts])]
}

type Document = Record<'id' | 'summary' | 'description' | 'names' | 'path' | 'tags', string>

/** The search over operations; ids come best first. */
export function searchOver(entries: readonly SearchEntry[], index: PageData['index']): (query: string) => string[] {
  const places = new Map(index.map((entry) => [entry.operation_id, entry]))
  const search = new MiniSearch<Document>({
    fields: ['summary', 'description', 'names', 'path', 'tags', 'id'],
    idField: 'id',
    tokenize: wordsOf,
    processTerm: plain,
    searchOptions: {
      boost: { summary: 6, id: 4, tags: 3, path: 2 },
      prefix: true,
      fuzzy: (term) => (term.length > 4 ? 0.2 : false),
      combineWith: 'AND',
    },
  })
  search.addAll(
    entries.map((entry) => ({
      id: entry.operation_id,
      summary: `${entry.summaries.en} ${entry.summaries.es}`,
      description: `${entry.descriptions.en} ${entry.descriptions.es}`,
      names: [...entry.fields, ...entry.errors, ...entry.roles].join(' '),
      path: places.get(entry.operation_id)?.specified_url ?? '',
      tags: places.get(entry.operation_id)?.tags.join(' ') ?? '',
    })),
  )
  return (query) => search.search(query).map(({ id }) => String(id))
}

export interface Search {
  find(query: string, data: PageData): Promise<string[]>
}

/** A search that fetches what it searches in, once for each version. */
export function openSearch(session: Session): Search {
  const opened = new Map<string, Promise<(query: string) => string[]>>()
  const open = async ({ version, index }: PageData) => {
    const { operations } = await session.api.call(getResourceDocsSearchTerms, { path: { API_VERSION: version } })
    return searchOver(operations, index)
  }
  return {
    async find(query, data) {
      const known = opened.get(data.version) ?? open(data)
      opened.set(data.version, known)
      // a failure is not kept
      known.catch(() => opened.delete(data.version))
      return (await known)(query)
    },
  }
}
