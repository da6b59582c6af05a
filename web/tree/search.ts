/** Finds operations by anything that is written about them, in both languages, whatever the accents and the version. */
import MiniSearch, { type MatchInfo } from 'minisearch'
import type { SearchEntry } from '../../server/documentation/operation-index.ts'
import { inLocale, type Locale } from '../../server/protocol/languages.ts'

/** What is found; it comes as JSON, where a version is a word. */
export type Hit = Omit<SearchEntry, 'served_under'> & { served_under: readonly string[] }

/** A hit with what led to it: words of it that were found and where they are, and the words that were asked for. */
export interface Found extends Hit {
  match: MatchInfo
  queryTerms: readonly string[]
}

/** As an index of operations has it. */
export const summaryOf = ({ summaries }: Hit, locale: Locale): string => inLocale(summaries, locale).replace(/\.$/, '')

/** A word without its accents, in lower case: `Añadir` is found by `anadir`. */
export const plain = (word: string): string =>
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

/** Finds best first; of two that fit alike, what the version serves comes first. */
export type Find = (query: string, version: string) => readonly Found[]

export function searchOver(entries: readonly Hit[]): Find {
  const known = new Map(entries.map((entry) => [entry.operation_id, entry]))
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
      path: entry.request_url,
      tags: entry.tags.join(' '),
    })),
  )
  return (query, version) =>
    search
      // texts of two versions differ by a few words, and so do their scores
      .search(query, { boostDocument: (id) => (known.get(id)?.served_under.includes(version) ? 1.2 : 1) })
      .map(({ id, match, queryTerms }) => ({ ...known.get(id)!, match, queryTerms }))
}
