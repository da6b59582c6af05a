import type { IndexEntry } from '../../server/documentation/operation-index.ts'

/** The operations before and after one in the order of the tree. */
export function neighboursOf(index: readonly IndexEntry[], operationId: string) {
  const place = index.findIndex((entry) => entry.operation_id === operationId)
  return place < 0 ? {} : { before: index[place - 1], after: index[place + 1] }
}
