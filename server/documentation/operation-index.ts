/** What a tree of operations and a search over them need, and no more: the small forms of the documentation. */
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { ownErrors } from '../protocol/possible-errors.ts'
import type { Prefix } from '../protocol/versions.ts'
import { meaningOf } from './glossary.ts'
import { type DocumentationSettings, requestUrlOf, rolesOf, specifiedUrlOf } from './resource-doc.ts'

/** An operation as a tree shows it. */
export interface IndexEntry {
  operation_id: string
  request_verb: string
  /** under the version whose index was asked for */
  specified_url: string
  summary: string
  /** the first one is its group */
  tags: readonly string[]
  is_featured: boolean
  /** true where a newer operation is meant to be called instead */
  is_deprecated: boolean
}

/** What an operation is found by, in both languages, and what a list of hits shows of it. */
export interface SearchEntry {
  operation_id: string
  request_verb: string
  /** under the version that brought it */
  request_url: string
  tags: readonly string[]
  /** the versions that serve it, oldest first */
  served_under: readonly Prefix[]
  is_deprecated: boolean
  summaries: Localised
  descriptions: Localised
  /** the names in the path, the bodies, the errors and the roles */
  fields: readonly string[]
  errors: readonly string[]
  roles: readonly string[]
}

/** What a field means, in both languages. */
export interface FieldMeaning extends Localised {
  field: string
}

export const indexEntryOf = (
  operation: Operation,
  version: Prefix,
  locale: Locale,
  { featuredApis }: DocumentationSettings,
): IndexEntry => ({
  operation_id: operation.id,
  request_verb: operation.verb,
  specified_url: specifiedUrlOf(operation, version),
  summary: inLocale(operation.summary, locale).replace(/\.$/, ''),
  tags: operation.tags,
  is_featured: featuredApis.includes(operation.name),
  is_deprecated: operation.supersededBy !== undefined,
})

/** What a search looks in: some operations, and the meanings of their fields, each once, for many have the same. */
export interface SearchTerms {
  operations: readonly SearchEntry[]
  meanings: readonly FieldMeaning[]
}

/** @param servedUnder gives the versions that serve an operation */
export function searchTermsOf(
  operations: readonly Operation[],
  servedUnder: (operation: Operation) => readonly Prefix[],
): SearchTerms {
  const entries = operations.map((operation) => searchEntryOf(operation, servedUnder(operation)))
  const fields = [...new Set(entries.flatMap((entry) => entry.fields))].sort()
  return {
    operations: entries,
    meanings: fields.flatMap((field) => {
      const meaning = meaningOf(field)
      return meaning ? [{ field, ...meaning }] : []
    }),
  }
}

const searchEntryOf = (operation: Operation, served: readonly Prefix[]): SearchEntry => ({
  operation_id: operation.id,
  request_verb: operation.verb,
  request_url: requestUrlOf(operation),
  tags: operation.tags,
  served_under: served,
  is_deprecated: operation.supersededBy !== undefined,
  summaries: operation.summary,
  descriptions: operation.description,
  fields: [...new Set([...namesIn(operation.example.request), ...namesIn(operation.example.response)])].sort(),
  errors: ownErrors(operation).map(({ code, en }) => code ?? en),
  roles: rolesOf(operation).map(({ role }) => role),
})

function namesIn(example: unknown): string[] {
  if (Array.isArray(example)) return example.flatMap(namesIn)
  if (typeof example !== 'object' || example === null) return []
  return Object.entries(example).flatMap(([name, value]) => [name, ...namesIn(value)])
}
