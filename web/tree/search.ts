/** Finds operations by anything that is written about them or their fields, in both languages, whatever the accents and the version. */
import MiniSearch from 'minisearch'
import type { FieldMeaning } from '../../server/documentation/operation-index.ts'
import { plain } from '../plain.ts'
import type { Entry, Found, Hit } from './hits.ts'
import { onlyInMeanings, piecesOf, reasonOf } from './matches.ts'
import { comparedIn, wordsOf } from './words.ts'

/** The words with which a summary begins: what an operation is about stands behind its verb, and maybe an article. */
const beginningOf = (summary: string): string[] => wordsOf(summary.split(' ').slice(0, 3).join(' ')).map(plain)

type Document = Record<'id' | 'summary' | 'description' | 'names' | 'path' | 'tags' | 'meanings', string>

/**
 * Finds best first; of two that fit alike, what the version serves comes first. What is found by the meaning of a field
 * comes behind all others.
 */
export type Find = (query: string, version: string) => readonly Found[]

/** What finds, and what shows why it found. */
export interface Search {
  find: Find
  piecesOf: typeof piecesOf
  reasonOf: typeof reasonOf
}

/** Gives each operation the meanings of its fields, which many share. */
export function hitsOf(operations: readonly Entry[], meanings: readonly FieldMeaning[]): Hit[] {
  const byField = new Map(meanings.map((meaning) => [meaning.field, meaning]))
  return operations.map((operation) => ({
    ...operation,
    meanings: operation.fields.flatMap((field) => byField.get(field) ?? []),
  }))
}

export function searchOver(entries: readonly Hit[]): Search {
  const known = new Map(entries.map((entry) => [entry.operation_id, entry]))
  const begun = new Map(
    entries.map(({ operation_id, summaries }) => [
      operation_id,
      new Set([...beginningOf(summaries.en), ...beginningOf(summaries.es)]),
    ]),
  )
  const search = new MiniSearch<Document>({
    fields: ['summary', 'description', 'names', 'path', 'tags', 'id', 'meanings'],
    idField: 'id',
    // many operations share a meaning, whose words are taken once
    tokenize: (text, field) => (field === 'meanings' ? text.split('\n').flatMap(comparedIn) : wordsOf(text)),
    processTerm: (word, field) => (field === 'meanings' ? word : plain(word)),
    searchOptions: {
      // what is found elsewhere too is ranked by that
      boost: { summary: 6, id: 4, tags: 3, path: 2, meanings: 1e-6 },
      prefix: true,
      // a code or a number with a slip is another one
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
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
      meanings: entry.meanings.flatMap(({ en, es }) => [en, es]).join('\n'),
    })),
  )
  const find: Find = (query, version) => {
    const found = search
      .search(query, {
        boostDocument: (id, word) =>
          // texts of two versions differ by a few words, and so do their scores
          (known.get(id)?.served_under.includes(version) ? 1.2 : 1) * (begun.get(id)?.has(word) ? 1.6 : 1),
      })
      .map(({ id, match, queryTerms }) => ({ ...known.get(id)!, match, queryTerms }))
    const isElsewhere = (hit: Found) => onlyInMeanings(hit).length === 0
    return [...found.filter(isElsewhere), ...found.filter((hit) => !isElsewhere(hit))]
  }
  return { find, piecesOf, reasonOf }
}
