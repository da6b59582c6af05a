/** The resource doc of an operation: what an API Explorer shows of it. */
import { roleNamed } from '../authorisation/roles.ts'
import { documentedErrors } from '../protocol/documented-errors.ts'
import { documentedText } from '../protocol/errors.ts'
import { type DocumentLanguage, inLocale } from '../protocol/languages.ts'
import type { Operation, Verb } from '../protocol/operation.ts'
import type { Prefix } from '../protocol/versions.ts'
import type { Settings } from '../settings.ts'
import { descriptionOf } from './description.ts'
import { toHtml } from './markdown.ts'
import { instructionsFor } from './special-instructions.ts'
import { type TypedBody, typedBody } from './typed-body.ts'

export interface ResourceDoc {
  operation_id: string
  implemented_by: { version: string; function: string }
  request_verb: Verb
  /** under the version that brought the operation */
  request_url: string
  summary: string
  /** HTML of `description_markdown` */
  description: string
  description_markdown: string
  example_request_body?: unknown
  success_response_body?: unknown
  error_response_bodies: string[]
  tags: readonly string[]
  typed_request_body?: TypedBody
  typed_success_response_body?: TypedBody
  roles?: { role: string; requires_bank_id: boolean }[]
  is_featured: boolean
  /** HTML of what the installation says of it */
  special_instructions: string
  /** under the version whose documentation was asked for */
  specified_url: string
  connector_methods: string[]
}

export type DocumentationSettings = Pick<Settings, 'featuredApis' | 'showUsedConnectorMethods'> &
  Partial<Pick<Settings, 'specialInstructions'>>

/** Where documentation says that the operation is. */
export const requestUrlOf = ({ version, path }: Operation): string => `/obp/${version}${path}`

/** Where a version serves the operation. */
export const specifiedUrlOf = ({ path }: Operation, version: Prefix): string => `/obp/${version}${path}`

/** The resource doc of an operation as a version serves it. Keys stand in OBP's order; what does not apply is absent. */
export function resourceDocOf(
  operation: Operation,
  version: Prefix,
  { locale, errors }: DocumentLanguage,
  settings: DocumentationSettings,
): ResourceDoc {
  const { example } = operation
  const roles = rolesOf(operation)
  const markdown = descriptionOf(operation, locale)
  const hasResponse = operation.status !== 204 && example.response !== undefined && example.response !== null
  return {
    operation_id: operation.id,
    implemented_by: { version: `OBP${operation.version}`, function: operation.name },
    request_verb: operation.verb,
    request_url: requestUrlOf(operation),
    summary: inLocale(operation.summary, locale).replace(/\.$/, ''),
    description: toHtml(markdown),
    description_markdown: markdown,
    ...(example.request !== undefined && { example_request_body: example.request }),
    ...(hasResponse && { success_response_body: example.response }),
    error_response_bodies: documentedErrors(operation).map((entry) => documentedText(entry, errors)),
    tags: operation.tags,
    ...(example.request !== undefined && { typed_request_body: typedBody(example.request) }),
    ...(hasResponse && { typed_success_response_body: typedBody(example.response) }),
    ...(roles.length > 0 && { roles }),
    is_featured: settings.featuredApis.includes(operation.name),
    special_instructions: instructionsFor(operation, locale, settings.specialInstructions),
    specified_url: specifiedUrlOf(operation, version),
    connector_methods: settings.showUsedConnectorMethods ? operation.uses.map((method) => `obp.${method}`) : [],
  }
}

/** The roles that documentation shows of an operation. */
export const rolesOf = ({ roles, rolesCheckedByHandler }: Operation): { role: string; requires_bank_id: boolean }[] =>
  ((roles ?? rolesCheckedByHandler)?.roles ?? []).map((role) => ({
    role,
    requires_bank_id: roleNamed(role)?.requiresBankId ?? false,
  }))
