/** What a search finds, and the words that it goes by. */
import type { MatchInfo } from 'minisearch'
import type { FieldMeaning, SearchEntry } from '../../server/documentation/operation-index.ts'
import { inLocale, type Locale } from '../../server/protocol/languages.ts'

/** As it comes in JSON, where a version is a word. */
type Entry = Omit<SearchEntry, 'served_under'> & { served_under: readonly string[] }

/** What is found. */
export interface Hit extends Entry {
  /** of its fields */
  meanings: readonly FieldMeaning[]
}

/** Gives each operation the meanings of its fields, which many share. */
export function hitsOf(operations: readonly Entry[], meanings: readonly FieldMeaning[]): Hit[] {
  const byField = new Map(meanings.map((meaning) => [meaning.field, meaning]))
  return operations.map((operation) => ({
    ...operation,
    meanings: operation.fields.flatMap((field) => byField.get(field) ?? []),
  }))
}

/** A hit with what led to it: words of it that were found and where they are, and the words that were asked for. */
export interface Found extends Hit {
  match: MatchInfo
  queryTerms: readonly string[]
}

/** As an index of operations has it. */
export const summaryOf = ({ summaries }: Hit, locale: Locale): string => inLocale(summaries, locale).replace(/\.$/, '')

/** Words, and the parts of names such as `customer_number`, `addCustomer` and `OBP-30006`. */
export const wordsOf = (text: string): string[] => {
  const words = text.split(/[^\p{L}\p{N}_.-]+/u).filter(Boolean)
  const parts = words
    .flatMap((word) => [word, word.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')])
    .flatMap((word) => word.split(/[\s_.-]+/).filter(Boolean))
  return [...new Set([...words, ...parts])]
}
