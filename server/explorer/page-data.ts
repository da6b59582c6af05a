/** What the Explorer is given with each of its pages, as HTML or as JSON. */

import type { OperationDocument } from '../documentation/operation-document.ts'
import type { IndexEntry } from '../documentation/operation-index.ts'
import type { Locale } from '../protocol/languages.ts'
import type { Prefix } from '../protocol/versions.ts'
import type { Brand } from './brand.ts'
import type { ServerStatus } from './status.ts'

export interface PageData {
  locale: Locale
  /** whose operations the tree shows */
  version: Prefix
  versions: readonly Prefix[]
  /** of the server, without a slash at the end */
  publicUrl: string
  isProduction: boolean
  allowsForcedErrors: boolean
  index: readonly IndexEntry[]
  brand: Brand
  view: View
}

export type View =
  /** with the operations that it begins with */
  | { kind: 'home'; first: readonly IndexEntry[] }
  | { kind: 'operation'; document: OperationDocument; rules: RulesOfOperation }
  /** views that fill themselves in the browser, with what the user may see */
  | { kind: (typeof ownViews)[number] }
  | { kind: 'status'; status: ServerStatus }
  | { kind: 'not-found' }
  /** the documentation is not for everybody: the browser asks for it as the user who is signed in */
  | { kind: 'gated'; operationId: string | null }

/** Their names are their paths. */
export const ownViews = [
  'signed-in',
  'my-roles',
  'role-requests',
  'glossary',
  'message-docs',
  'errors',
  'collections',
  'guide',
] as const

/** What administrators have set for the operation, now. */
export interface RulesOfOperation {
  json_schema: unknown
  allowed_authentication_types: readonly string[] | null
}
