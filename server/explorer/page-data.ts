/** What the Explorer is given with each of its pages, as HTML or as JSON. */

import type { ErrorMessage } from '../documentation/error-messages.ts'
import type { MessageDoc } from '../documentation/message-docs.ts'
import type { OperationDocument } from '../documentation/operation-document.ts'
import type { IndexEntry } from '../documentation/operation-index.ts'
import type { Brand } from '../pages/brand.ts'
import type { Locale } from '../protocol/languages.ts'
import type { Prefix } from '../protocol/versions.ts'
import type { Filter } from './filter.ts'
import type { ServerStatus } from './status.ts'

export interface PageData {
  locale: Locale
  /** whose operations the tree shows */
  version: Prefix
  versions: readonly Prefix[]
  /** the address asks for a version that is none of them, and this one is shown instead */
  isOtherVersion: boolean
  /** the version that was asked for, where it does not serve the operation that is shown, and this one does */
  notServedUnder: Prefix | null
  /** of the server, without a slash at the end */
  publicUrl: string
  isProduction: boolean
  allowsForcedErrors: boolean
  /** the documentation is not for everybody: `index` and view come through the API, for who may read them */
  isGated: boolean
  filter: Filter
  index: readonly IndexEntry[]
  /** two indexes of the same tag are the same */
  indexTag: string
  brand: Brand
  view: View
}

/** The data of a page for a browser that has the index of another one. */
export type NextPageData = Omit<PageData, 'index'> & Partial<Pick<PageData, 'index'>>

export type View =
  /** with the operations that it begins with */
  | { kind: 'home'; first: readonly IndexEntry[] }
  | { kind: 'operation'; document: OperationDocument; rules: RulesOfOperation }
  /** several, with the whole documentation of each; the collection that they are in, where it is not the filter that chose them; how many there are, be they shown or not */
  | {
      kind: 'operations'
      collection: { id: string; name: string } | null
      operations: readonly PrintedOperation[]
      count: number
    }
  /** null: the glossary is not for everybody, and the browser asks for it as the user who is signed in */
  | { kind: 'glossary'; entries: readonly GlossaryTerm[] | null }
  /** of a connector; null: of the server's own */
  | { kind: 'message-docs'; connector: string | null; entries: readonly MessageDoc[] }
  | { kind: 'errors'; entries: readonly ErrorMessage[] }
  /** views that fill themselves in the browser, with what the user may see */
  | { kind: (typeof ownViews)[number] }
  | { kind: 'status'; status: ServerStatus }
  | { kind: 'not-found' }
  /** the address */
  | { kind: 'too-long' }
  /** not for everybody: the browser asks for it as the user who is signed in */
  | { kind: 'gated'; wanted: Wanted }

/** A term and what it means, in HTML that is made here of our own Markdown. */
export interface GlossaryTerm {
  title: string
  html: string
}

export type Wanted =
  | { kind: 'home' }
  | { kind: 'operation'; operationId: string }
  | { kind: 'operations'; collectionId: string | null }
  | { kind: 'message-docs'; connector: string | null }

/** What a page of several operations has of each, besides its errors. */
export const printedParts = [
  'operation_id',
  'implemented_by',
  'request_verb',
  'specified_url',
  'summary',
  'text',
  'special_instructions',
  'url_parameters',
  'query_parameters',
  'request_schema',
  'example_request_body',
  'response_schema',
  'success_response_body',
  'success_status',
  'roles',
  'role_rule',
  'connector_methods',
  'served_under',
  'is_deprecated',
  'superseded_by',
  'tags',
] as const satisfies (keyof OperationDocument)[]

/** An operation among others on a page: what can be printed of it. */
export type PrintedOperation = Pick<OperationDocument, (typeof printedParts)[number]> & {
  errors: readonly Pick<OperationDocument['errors'][number], 'code' | 'status' | 'message'>[]
  rules: RulesOfOperation
}

/** Their names are their paths. */
export const ownViews = ['signed-in', 'my-roles', 'role-requests', 'collections', 'guide'] as const

/** Names the version that was asked for, in the address that leads to another one. */
export const askedVersion = 'asked'

/** The views whose names are their paths. */
const named: Readonly<Record<Exclude<View['kind'], 'home' | 'operation' | 'not-found' | 'too-long' | 'gated'>, true>> =
  {
    operations: true,
    glossary: true,
    'message-docs': true,
    errors: true,
    status: true,
    'signed-in': true,
    'my-roles': true,
    'role-requests': true,
    collections: true,
    guide: true,
  }

/** Whether there is a page at a path, and not a file or an answer for programs. */
export const isPage = (path: string): boolean =>
  path === '/' || /^\/operations\/[^/]+$/.test(path) || Object.hasOwn(named, path.slice(1))

/** What administrators have set for the operation, now. */
export interface RulesOfOperation {
  json_schema: unknown
  allowed_authentication_types: readonly string[] | null
  /** those of both that the user may not see: that they are null says nothing */
  untold: readonly ('json_schema' | 'allowed_authentication_types')[]
}
