import type { IndexEntry } from '../../server/documentation/operation-index.ts'

export interface Group {
  tag: string
  entries: readonly IndexEntry[]
}

/** Operations by their first tag, each once, in the order in which they come. */
export function groupsOf(index: readonly IndexEntry[]): Group[] {
  const groups = Map.groupBy(index, (entry) => entry.tags[0]!)
  return [...groups].map(([tag, entries]) => ({ tag, entries }))
}
