/** The words that a search goes by. */
import { plain } from '../plain.ts'

/** Words, and the parts of names such as `customer_number`, `addCustomer` and `OBP-30006`. */
export const wordsOf = (text: string): string[] => {
  const words = text.split(/[^\p{L}\p{N}_.-]+/u).filter(Boolean)
  const parts = words
    .flatMap((word) => [word, word.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')])
    .flatMap((word) => word.split(/[\s_.-]+/).filter(Boolean))
  return [...new Set([...words, ...parts])]
}

// the same words, names and meanings are looked at with each key
const known = new Map<string, readonly string[]>()

/** The words of a short text as they are compared. */
export function comparedIn(text: string): readonly string[] {
  let words = known.get(text)
  if (!words) {
    words = [...new Set(wordsOf(text).map(plain))]
    known.set(text, words)
  }
  return words
}
