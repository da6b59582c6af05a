/** Two things measured in turns (A B A B …), so that what else the machine does meets both. */

export interface Turns<T> {
  ours: T[]
  reference: T[]
}

export async function interleave<T>(rounds: number, ours: () => Promise<T>, reference: () => Promise<T>) {
  const turns: Turns<T> = { ours: [], reference: [] }
  for (let round = 0; round < rounds; round++) {
    turns.ours.push(await ours())
    turns.reference.push(await reference())
  }
  return turns
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/** One line of the table. */
export interface Figure {
  name: string
  ours: string
  reference: string
  /** what the target is about, of each round; the median counts */
  values: number[]
  write: (value: number) => string
  target: { atLeast: number } | { atMost: number }
}

export const isMet = ({ values, target }: Figure): boolean =>
  'atLeast' in target ? median(values) >= target.atLeast : median(values) <= target.atMost

/** The figure of ours divided by the reference's, round by round. */
export function ratio<T>(
  name: string,
  { ours, reference }: Turns<T>,
  of: (measured: T) => number,
  unit: (value: number) => string,
  target: Figure['target'],
): Figure {
  return {
    name,
    ours: unit(median(ours.map(of))),
    reference: unit(median(reference.map(of))),
    values: ours.map((measured, round) => of(measured) / of(reference[round]!)),
    write: (value) => value.toFixed(2),
    target,
  }
}

export const perSecond = (value: number): string => `${Math.round(value).toLocaleString('en')}/s`
export const milliseconds = (value: number): string => `${value.toFixed(1)} ms`
