/** What narrows the operations that are shown. It stands in the address, and stays there. */
import type { IndexEntry } from '../documentation/operation-index.ts'
import type { Operation } from '../protocol/operation.ts'
import type { Prefix } from '../protocol/versions.ts'

export interface Filter {
  /** keeps operations with one of these tags; empty: all */
  tags: readonly string[]
  /** keeps operations with one of these names or ids; empty: all */
  functions: readonly string[]
  /** true: what the version brought itself; false: what it has from earlier ones */
  native: boolean | null
}

export function filterOf({ tags, functions, native }: Readonly<Record<string, unknown>>): Filter {
  return {
    tags: listed(tags),
    functions: listed(functions),
    native: native === 'true' ? true : native === 'false' ? false : null,
  }
}

const listed = (text: unknown): string[] => [
  ...new Set(
    String(text ?? '')
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  ),
]

/** The filter as an address has it; what narrows nothing is undefined. */
export const queryOf = ({ tags, functions, native }: Filter) => ({
  tags: tags.join(',') || undefined,
  functions: functions.join(',') || undefined,
  native: native === null ? undefined : String(native),
})

/** What there is to choose by. */
export interface Names {
  /** by themselves in lower case */
  tags: ReadonlyMap<string, string>
  /** names and ids */
  functions: ReadonlySet<string>
}

export const namesOf = (operations: readonly Pick<Operation, 'id' | 'name' | 'tags'>[]): Names => ({
  tags: new Map(operations.flatMap(({ tags }) => tags.map((tag) => [tag.toLowerCase(), tag]))),
  functions: new Set(operations.flatMap(({ id, name }) => [id, name])),
})

/** Leaves out tags and functions that are none of the names; tags are found in whatever case. */
export function onlyNames({ tags, functions, native }: Filter, names: Names): Filter {
  const known = tags.map((tag) => names.tags.get(tag.toLowerCase())).filter((tag) => tag !== undefined)
  return { tags: [...new Set(known)], functions: functions.filter((name) => names.functions.has(name)), native }
}

/** Most operations that are shown whole on one page. */
export const mostOnOnePage = 100

/** True where it chooses few enough for a page of their own; a version brings too many for that. */
export const choosesSome = ({ tags, functions }: Filter): boolean => tags.length > 0 || functions.length > 0

/** True where it keeps less than all. */
export const isNarrow = (filter: Filter): boolean => choosesSome(filter) || filter.native !== null

/** Keeps the entries of a version's index that the filter lets through. */
export const within = (index: readonly IndexEntry[], version: Prefix, { tags, functions, native }: Filter) =>
  index.filter(
    (entry) =>
      (tags.length === 0 || tags.some((tag) => entry.tags.includes(tag))) &&
      (functions.length === 0 || functions.includes(functionOf(entry)) || functions.includes(entry.operation_id)) &&
      (native === null || native === entry.operation_id.startsWith(`OBP${version}-`)),
  )

/** `addCustomer` of `OBPv1.4.0-addCustomer` */
export const functionOf = ({ operation_id: id }: Pick<IndexEntry, 'operation_id'>): string =>
  id.slice(id.indexOf('-') + 1)
