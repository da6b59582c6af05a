/** Shows what led to a hit of the search: the words that were found, in its summary or wherever else they are. */
import type { FieldMeaning } from '../../server/documentation/operation-index.ts'
import type { Locale } from '../../server/protocol/languages.ts'
import type { Found } from './hits.ts'
import { comparedIn } from './words.ts'

export interface Piece {
  text: string
  isMatch: boolean
}

/** A text with words that were found, and its language where it has one. */
export interface Reason {
  lang: 'en' | 'es' | undefined
  pieces: readonly Piece[]
}

/** characters of a description that are shown before and after the word */
const around = 30
const wordPattern = /[\p{L}\p{N}]+(?:[_.-][\p{L}\p{N}]+)*/gu

/** The pieces that make up a text, its words that were found marked. */
export function piecesOf(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = []
  let end = 0
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!comparedIn(word).some((each) => terms.has(each))) continue
    if (index > end) pieces.push({ text: text.slice(end, index), isMatch: false })
    pieces.push({ text: word, isMatch: true })
    end = index + word.length
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMatch: false })
  return pieces
}

/** Where the words that are not in the summary on the page were found, the place that has most of them; null where all are in it. */
export function reasonOf({ match, queryTerms, ...hit }: Found, locale: Locale): Reason | null {
  const [own, other] = locale === 'es_ES' ? (['es', 'en'] as const) : (['en', 'es'] as const)
  const inSummary = new Set(comparedIn(hit.summaries[own]))
  const terms = Object.keys(match)
  const begun = (query: string) => terms.filter((term) => term.startsWith(query))
  const inMeanings = onlyInMeanings({ match, queryTerms })
  // it would not be here without them
  if (inMeanings.length > 0) return meaningWith(new Set(inMeanings), hit.meanings, [own, other])
  const isMarked = terms.some((term) => inSummary.has(term))
  const found = new Set(
    queryTerms.flatMap((query) => {
      const words = begun(query)
      if (words.some((word) => inSummary.has(word))) return []
      return words.length > 0 || isMarked ? words : terms
    }),
  )
  const fields = new Set([...found].flatMap((term) => match[term]))
  const places: [field: string, lang: Reason['lang'], texts: readonly string[]][] = [
    ['summary', other, [hit.summaries[other].replace(/\.$/, '')]],
    ['id', undefined, [hit.operation_id]],
    ['tags', undefined, hit.tags],
    ['path', undefined, [hit.request_url]],
    ['names', undefined, [...hit.fields, ...hit.errors, ...hit.roles]],
  ]
  let most = 0
  let best: Reason | null = null
  for (const [field, lang, texts] of places) {
    if (!fields.has(field)) continue
    for (const text of texts) {
      const count = comparedIn(text).filter((word) => found.has(word)).length
      if (count <= most) continue
      most = count
      best = { lang, pieces: piecesOf(text, found) }
    }
  }
  if (best || !fields.has('description')) return best
  for (const lang of [own, other]) {
    const pieces = excerptOf(hit.descriptions[lang], found)
    if (pieces) return { lang, pieces }
  }
  return null
}

/** What was found for words that are in meanings of fields and nowhere else; none where the hit would be here without them. */
export function onlyInMeanings({ match, queryTerms }: Pick<Found, 'match' | 'queryTerms'>): string[] {
  const terms = Object.keys(match)
  return [
    ...queryTerms.map((query) => terms.filter((term) => term.startsWith(query))),
    // a word with a slip is the beginning of none
    terms.filter((term) => !queryTerms.some((query) => term.startsWith(query))),
  ]
    .filter((words) => words.every((word) => match[word]!.every((field) => field === 'meanings')))
    .flat()
}

/** The field whose meaning has most of the words, and that meaning. */
function meaningWith(
  terms: ReadonlySet<string>,
  meanings: readonly FieldMeaning[],
  languages: readonly ('en' | 'es')[],
): Reason | null {
  let most = 0
  let best: Reason | null = null
  for (const lang of languages)
    for (const { field, [lang]: text } of meanings) {
      const count = comparedIn(text).filter((word) => terms.has(word)).length
      if (count <= most) continue
      most = count
      best = { lang, pieces: [{ text: `${field}: `, isMatch: false }, ...piecesOf(text, terms)] }
    }
  return best
}

/** What stands around the first word that was found; null where none is in the text. */
function excerptOf(text: string, terms: ReadonlySet<string>): Piece[] | null {
  for (const { 0: word, index } of text.matchAll(wordPattern)) {
    if (!comparedIn(word).some((each) => terms.has(each))) continue
    const [before, after] = [text.slice(0, index), text.slice(index + word.length)]
    // cut between words
    const begin = before.length > around ? `…\u00a0${before.slice(-around).replace(/^\S*\s/, '')}` : before
    const end = after.length > around ? `${after.slice(0, around).replace(/\s\S*$/, '')}\u00a0…` : after
    return [
      { text: begin, isMatch: false },
      { text: word, isMatch: true },
      { text: end, isMatch: false },
    ]
  }
  return null
}
