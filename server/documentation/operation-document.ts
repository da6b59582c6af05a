/** All that there is to know about one operation: its resource doc, and what a person or a form needs besides. */
import { documentedQuery } from '../protocol/documented-query.ts'
import { inLocale, type Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import type { Paging } from '../protocol/paging.ts'
import { possibleErrors } from '../protocol/possible-errors.ts'
import { type Prefix, placeholder, prefixes, sameRoute, servedUnder } from '../protocol/versions.ts'
import { ownText } from './description.ts'
import { adviceOf } from './error-advice.ts'
import { exampleOfPlaceholder } from './field-examples.ts'
import { meaningOf } from './glossary.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { toHtml } from './markdown.ts'
import { type DocumentationSettings, type ResourceDoc, resourceDocOf, rolesOf } from './resource-doc.ts'

export interface OperationDocument extends ResourceDoc {
  /** the text of the operation itself, in HTML, without the lists of fields that follow it in `description` */
  text: string
  url_parameters: readonly { name: string; example: string; meaning: string }[]
  query_parameters: readonly QueryParameterDocument[]
  login: 'required' | 'optional'
  /** whether all of `roles` are needed, or one of them */
  role_rule: 'all' | 'any' | null
  success_status: number
  request_schema?: JsonSchema
  response_schema?: JsonSchema
  errors: readonly DocumentedError[]
  paging: Paging | null
  /** the versions that serve it */
  served_under: readonly Prefix[]
  /** the operation that is meant to be called instead; null where there is none, or none here yet */
  superseded_by: string | null
  is_deprecated: boolean
  /** operations that answer the same verb and path in other versions, oldest first, and how each differs from this one */
  other_versions: readonly Difference[]
}

export interface QueryParameterDocument {
  name: string
  meaning: string
  /** as it is sent */
  example: string
  schema: JsonSchema
  is_deprecated: boolean
}

export interface DocumentedError {
  /** null for the texts that OBP documents without a code */
  code: string | null
  status: number
  message: string
  cause: string
  fix: string
}

/** How another operation of the same verb and path differs: names that only it has, and names that only this one has. */
export interface Difference {
  operation_id: string
  version: string
  only_there: Changes
  only_here: Changes
}
export interface Changes {
  query_parameters: readonly string[]
  request_fields: readonly string[]
  response_fields: readonly string[]
  roles: readonly string[]
  errors: readonly string[]
}

export function operationDocumentOf(
  operation: Operation,
  catalogue: readonly Operation[],
  version: Prefix,
  locale: Locale,
  settings: DocumentationSettings,
): OperationDocument {
  const { path, request, response, paging, status, supersededBy } = operation
  const roles = operation.roles ?? operation.rolesCheckedByHandler
  const describe = (name: string) => {
    const meaning = meaningOf(name)
    return meaning && inLocale(meaning, locale)
  }
  return {
    ...resourceDocOf(operation, version, { locale, errors: locale }, settings),
    text: toHtml(ownText(operation, locale).join('\n\n')),
    url_parameters: (path.match(placeholder) ?? []).map((name) => ({
      name,
      example: exampleOfPlaceholder(name),
      meaning: describe(name) ?? '',
    })),
    query_parameters: Object.entries(documentedQuery(operation)).map(
      ([name, { meaning, example, schema, isDeprecated = false }]) => ({
        name,
        meaning: inLocale(meaning, locale),
        example: String(example),
        schema: jsonSchemaOf(schema),
        is_deprecated: isDeprecated,
      }),
    ),
    login: operation.login,
    role_rule: roles?.kind ?? null,
    success_status: status,
    ...(request && { request_schema: jsonSchemaOf(request, describe) }),
    ...(status !== 204 && { response_schema: jsonSchemaOf(response, describe) }),
    errors: possibleErrors(operation).map((entry) => {
      const { cause, fix } = adviceOf(entry)
      return {
        code: entry.code,
        status: entry.status,
        message: inLocale(entry, locale),
        cause: inLocale(cause, locale),
        fix: inLocale(fix, locale),
      }
    }),
    paging: paging ?? null,
    served_under: prefixes.filter((prefix) => servedUnder(prefix, catalogue).includes(operation)),
    superseded_by: catalogue.find(({ id }) => id === supersededBy)?.id ?? null,
    is_deprecated: supersededBy !== undefined,
    other_versions: catalogue
      .filter((other) => other !== operation && sameRoute(other, operation))
      .map((other) => ({
        operation_id: other.id,
        version: other.version,
        only_there: namesOnlyIn(other, operation),
        only_here: namesOnlyIn(operation, other),
      })),
  }
}

function namesOnlyIn(one: Operation, other: Operation): Changes {
  const [names, others] = [namesOf(one), namesOf(other)]
  const less = (part: keyof Changes) => names[part].filter((name) => !others[part].includes(name))
  return {
    query_parameters: less('query_parameters'),
    request_fields: less('request_fields'),
    response_fields: less('response_fields'),
    roles: less('roles'),
    errors: less('errors'),
  }
}

const namesOf = (operation: Operation): Changes => ({
  query_parameters: Object.keys(documentedQuery(operation)),
  request_fields: operation.request ? pathsIn(jsonSchemaOf(operation.request)) : [],
  response_fields: pathsIn(jsonSchemaOf(operation.response)),
  roles: rolesOf(operation).map(({ role }) => role),
  errors: possibleErrors(operation).map(({ code, en }) => code ?? en),
})

/** The fields of a schema at every depth: `face_image.url`, `crm_events[].id`. */
function pathsIn({ properties, items }: JsonSchema, before = ''): string[] {
  if (items) return pathsIn(items, `${before}[]`)
  return Object.entries(properties ?? {}).flatMap(([name, field]) => {
    const path = before ? `${before}.${name}` : name
    return [path, ...pathsIn(field, path)]
  })
}
