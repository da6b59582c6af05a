/** The order in which people read operations: by group, then by summary. */
import type { IndexEntry } from './operation-index.ts'

export const byGroupAndSummary = (
  a: Pick<IndexEntry, 'tags' | 'summary'>,
  b: Pick<IndexEntry, 'tags' | 'summary'>,
): number => compare(a.tags[0]!, b.tags[0]!) || compare(a.summary, b.summary)

export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
