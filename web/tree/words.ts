/** The words that a search goes by. */

/** Words, and the parts of names such as `customer_number`, `addCustomer` and `OBP-30006`. */
export const wordsOf = (text: string): string[] => {
  const words = text.split(/[^\p{L}\p{N}_.-]+/u).filter(Boolean)
  const parts = words
    .flatMap((word) => [word, word.replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')])
    .flatMap((word) => word.split(/[\s_.-]+/).filter(Boolean))
  return [...new Set([...words, ...parts])]
}
