/** What a search finds. */
import type { MatchInfo } from 'minisearch'
import type { FieldMeaning, SearchEntry } from '../../server/documentation/operation-index.ts'
import { inLocale, type Locale } from '../../server/protocol/languages.ts'

/** As it comes in JSON, where a version is a word. */
export type Entry = Omit<SearchEntry, 'served_under'> & { served_under: readonly string[] }

/** What is found. */
export interface Hit extends Entry {
  /** of its fields */
  meanings: readonly FieldMeaning[]
}

/** A hit with what led to it: words of it that were found and where they are, and the words that were asked for. */
export interface Found extends Hit {
  match: MatchInfo
  queryTerms: readonly string[]
}

/** As an index of operations has it. */
export const summaryOf = ({ summaries }: Hit, locale: Locale): string => inLocale(summaries, locale).replace(/\.$/, '')
