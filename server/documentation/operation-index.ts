/** What a tree of operations and a search over them need, and no more: the small forms of the documentation. */
import { documentedErrors } from '../protocol/documented-errors.ts'
import { inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import type { Prefix } from '../protocol/versions.ts'
import { type DocumentationSettings, rolesOf, specifiedUrlOf } from './resource-doc.ts'

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

/** What an operation is found by, in both languages. */
export interface SearchEntry {
  operation_id: string
  summaries: Localised
  descriptions: Localised
  /** the names in the path, the bodies, the errors and the roles */
  fields: readonly string[]
  errors: readonly string[]
  roles: readonly string[]
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

export const searchEntryOf = (operation: Operation): SearchEntry => ({
  operation_id: operation.id,
  summaries: operation.summary,
  descriptions: operation.description,
  fields: [...new Set([...namesIn(operation.example.request), ...namesIn(operation.example.response)])].sort(),
  errors: documentedErrors(operation).map(({ code, en }) => code ?? en),
  roles: rolesOf(operation).map(({ role }) => role),
})

function namesIn(example: unknown): string[] {
  if (Array.isArray(example)) return example.flatMap(namesIn)
  if (typeof example !== 'object' || example === null) return []
  return Object.entries(example).flatMap(([name, value]) => [name, ...namesIn(value)])
}
