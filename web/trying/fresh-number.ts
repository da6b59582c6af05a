const [fewest, most] = [7, 15]

/** A customer number in place of one that is taken: as many digits, at random, so that it is hardly taken too. */
export function freshNumber(taken: string): string {
  const length = Math.min(Math.max(taken.length, fewest), most)
  const bytes = crypto.getRandomValues(new Uint8Array(length))
  // no zero in front: programs that take it for a number would lose it
  return [...bytes].map((byte, place) => (place === 0 ? 1 + (byte % 9) : byte % 10)).join('')
}
