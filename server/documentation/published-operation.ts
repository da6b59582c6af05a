/** What the documents for programs, OpenAPI and Swagger, say of an operation alike. */
import { type DocumentedParameter, documentedHeaders, documentedQuery } from '../protocol/documented-query.ts'
import { documentedText, type ErrorEntry } from '../protocol/errors.ts'
import { type DocumentLanguage, inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { generalErrors, possibleErrors } from '../protocol/possible-errors.ts'
import { isAtLeast, type Prefix, placeholder, shapeOf } from '../protocol/versions.ts'
import type { Settings } from '../settings.ts'
import { ownText } from './description.ts'
import { exampleOfPlaceholder } from './field-examples.ts'
import { meaningOf } from './glossary.ts'
import { type Describe, type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { rolesOf, specifiedUrlOf } from './resource-doc.ts'
import { tagMeanings } from './tag-meanings.ts'

/** What a document is of. */
export interface About extends DocumentLanguage {
  readonly version: Prefix
  /** where clients reach the server, without a slash at the end */
  readonly publicUrl: string
}

/** An operation, and the version by which the document has it called. */
export interface Published {
  readonly operation: Operation
  readonly under: Prefix
}

export type PublicationSettings = Pick<
  Settings,
  | 'hostedByOrganisation'
  | 'hostedByEmail'
  | 'hostedByWebsite'
  | 'allowOAuth2Login'
  | 'gatewayLoginSecret'
  | 'gatewayLoginAddresses'
>

/** By what all operations are published alike. */
export interface Publication {
  readonly settings: PublicationSettings
  /** the path of an operation, with the placeholders that every operation of its path shares */
  readonly pathOf: (operation: Operation) => string
}

/**
 * Both standards forbid two paths that differ by the names of their placeholders only, such as `/users/USER_EMAIL` and
 * `/users/USER_ID`: the operation of the newest version names them for all.
 */
export function sharedPaths(catalogue: readonly Operation[]): (operation: Operation) => string {
  const shared = new Map<string, Operation>()
  for (const operation of catalogue) {
    const known = shared.get(shapeOf(operation))
    if (!known || isAtLeast(operation.version, known.version)) shared.set(shapeOf(operation), operation)
  }
  return (operation) => shared.get(shapeOf(operation))?.path ?? operation.path
}

export interface Parameter {
  readonly name: string
  readonly in: 'path' | 'query' | 'header'
  readonly required: boolean
  readonly description: string
  readonly schema: JsonSchema
  readonly example?: string | number | boolean
  readonly deprecated?: true
}

/** What stands at the head of an operation in both documents. */
export function headOf(operation: Operation, locale: Locale) {
  const roles = rolesOf(operation)
  return {
    operationId: operation.id,
    summary: inLocale(operation.summary, locale).replace(/\.$/, ''),
    description: [...ownText(operation, locale), ...roleText(operation, locale)].join('\n\n'),
    tags: operation.tags,
    ...(operation.supersededBy !== undefined && { deprecated: true }),
    ...(roles.length > 0 && { 'x-roles': roles }),
  }
}

function roleText(operation: Operation, locale: Locale): string[] {
  const { kind, roles = [] } = operation.roles ?? operation.rolesCheckedByHandler ?? {}
  if (roles.length === 0) return []
  const names = roles.map((name) => `\`${name}\``).join(', ')
  return [`${inLocale(kind === 'any' ? anyRole : everyRole, locale)} ${names}`]
}

const everyRole: Localised = { en: 'Roles, all of them:', es: 'Roles, todos ellos:' }
const anyRole: Localised = { en: 'Roles, one of them is enough:', es: 'Roles, basta con uno:' }

/** Where a document has the operation; programs write placeholders in braces. */
const templateOf = ({ operation, under }: Published, { pathOf }: Publication): string =>
  specifiedUrlOf({ ...operation, path: pathOf(operation) }, under).replaceAll(placeholder, '{$&}')

/** What the fields of bodies mean, in a language. */
export const describeIn =
  (locale: Locale): Describe =>
  (name) => {
    const meaning = meaningOf(name)
    return meaning && inLocale(meaning, locale)
  }

/** The values of the path, the parameters of the query, and the headers that stand for some of them. */
export function parametersOf(operation: Operation, locale: Locale, { pathOf }: Publication): Parameter[] {
  const describe = describeIn(locale)
  const published = pathOf(operation).match(placeholder) ?? []
  return [
    ...(operation.path.match(placeholder) ?? []).map((name, index): Parameter => {
      const example = exampleOfPlaceholder(name)
      return {
        name: published[index]!,
        in: 'path',
        required: true,
        description: describe(name) ?? name,
        schema: { type: 'string' },
        ...(example && { example }),
      }
    }),
    ...optional('query', documentedQuery(operation), locale),
    ...optional('header', documentedHeaders(operation), locale),
  ]
}

const optional = (
  where: 'query' | 'header',
  parameters: Readonly<Record<string, DocumentedParameter>>,
  locale: Locale,
): Parameter[] =>
  Object.entries(parameters).map(([name, { schema, meaning, example, isDeprecated }]) => ({
    name,
    in: where,
    required: false,
    description: inLocale(meaning, locale),
    schema: jsonSchemaOf(schema),
    example,
    ...(isDeprecated && { deprecated: true }),
  }))

/** What an operation can answer besides a success, by status. */
export function refusalsOf(
  operation: Operation,
  { errors }: DocumentLanguage,
): { status: number; texts: { name: string; message: string }[] }[] {
  const byStatus = Map.groupBy(possibleErrors(operation), ({ status }) => status)
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, entries]) => ({
      status,
      texts: entries.map((entry) => ({ name: exampleName(entry), message: documentedText(entry, errors) })),
    }))
}

/** Names of examples have no blanks. */
function exampleName({ code, en }: ErrorEntry): string {
  return code ?? en.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
}

/** The body of every refusal. */
export const refusalSchema = {
  type: 'object',
  properties: { code: { type: 'integer' }, message: { type: 'string' } },
  required: ['code', 'message'],
} as const

/** What any call with wrong credentials, or what is no call of an operation, can be answered; by names for examples. */
export const generalRefusals = ({ errors }: DocumentLanguage): { name: string; code: number; message: string }[] =>
  generalErrors.map((entry) => ({
    name: `${exampleName(entry)}-${entry.status}`,
    code: entry.status,
    message: documentedText(entry, errors),
  }))

export const otherRefusal: Localised = {
  en: 'Any other refusal, in the same form: of wrong credentials, or of what is no call of an operation.',
  es: 'Cualquier otro rechazo, de la misma forma: de credenciales incorrectas o de lo que no es una llamada a ninguna operación.',
}

/** What a success is called. */
export const successText = (status: Operation['status'], locale: Locale): string =>
  inLocale(successTexts[status], locale)

const successTexts: Record<Operation['status'], Localised> = {
  200: { en: 'Success.', es: 'Correcto.' },
  201: { en: 'Success: it was created.', es: 'Correcto: se ha creado.' },
  204: { en: 'Success, without a body.', es: 'Correcto, sin cuerpo.' },
}

/** The content type of an operation's answers. */
export const contentTypeOf = ({ document }: Operation): string => document?.type ?? 'application/json'

/** True for an example that tools can read: they would follow a `$ref` in it, and find nothing. */
export const isReadable = (example: unknown): boolean => !JSON.stringify(example)?.includes('"$ref":')

/** The document as such: its title, who runs the server, and the licence of the software. */
export function infoOf({ version, locale, publicUrl }: About, { settings }: Publication) {
  return {
    title: `Fichero, Open Bank Project API ${version}`,
    version,
    description: inLocale(
      {
        en: `The customer file of a bank, and everything that ${version} serves of it.`,
        es: `El fichero de clientes de un banco, y todo lo que ${version} sirve de él.`,
      },
      locale,
    ),
    contact: contactOf(settings, publicUrl),
    license: { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' },
  }
}

/** Who runs the server; somebody who reads the document can find the server at least. */
export const contactOf = (
  { hostedByOrganisation, hostedByEmail: email, hostedByWebsite }: PublicationSettings,
  publicUrl: string,
) => ({ name: hostedByOrganisation || 'Fichero', url: hostedByWebsite || publicUrl, ...(email && { email }) })

/** The ways in that this server offers, by the names of the documents. */
export const waysIn = ({ settings }: Publication): readonly WayInName[] => [
  'DirectLogin',
  'OAuth1',
  ...(settings.allowOAuth2Login ? (['OpenIDConnect'] as const) : []),
  ...(settings.gatewayLoginSecret && settings.gatewayLoginAddresses ? (['GatewayLogin'] as const) : []),
]
export type WayInName = 'DirectLogin' | 'OAuth1' | 'OpenIDConnect' | 'GatewayLogin'

/** One of the ways in, or none where a login is optional. */
export const securityOf = (
  { login }: Operation,
  publication: Publication,
): Partial<Record<WayInName, readonly []>>[] => [
  ...(login === 'optional' ? [{}] : []),
  ...waysIn(publication).map((name) => ({ [name]: [] as const })),
]

/** A way in whose credentials stand in a header. */
export const headerScheme = (way: Exclude<WayInName, 'OpenIDConnect'>, locale: Locale) => ({
  type: 'apiKey',
  in: 'header',
  name: way === 'DirectLogin' ? 'DirectLogin' : 'Authorization',
  description: inLocale(wayTexts[way], locale),
})

const wayTexts: Record<Exclude<WayInName, 'OpenIDConnect'>, Localised> = {
  DirectLogin: {
    en: '`token="…"`, with the token that `POST /my/logins/direct` answers.',
    es: '`token="…"`, con el token que responde `POST /my/logins/direct`.',
  },
  OAuth1: {
    en: '`OAuth …`: a request that is signed as RFC 5849 says. Tokens are got at `/oauth/initiate`, `/oauth/authorize` and `/oauth/token`.',
    es: '`OAuth …`: una petición firmada como dice el RFC 5849. Los tokens se obtienen en `/oauth/initiate`, `/oauth/authorize` y `/oauth/token`.',
  },
  GatewayLogin: {
    en: '`GatewayLogin token="…"`, with a JWT that the gateway of the bank has signed.',
    es: '`GatewayLogin token="…"`, con un JWT firmado por la pasarela del banco.',
  },
}

/** The tags of some operations, each once, with what it stands for. */
export const tagsOf = (published: readonly Published[], locale: Locale): { name: string; description?: string }[] =>
  [...new Set(published.flatMap(({ operation }) => operation.tags))].sort().map((name) => {
    const meaning = tagMeanings[name]
    return { name, ...(meaning && { description: inLocale(meaning, locale) }) }
  })

/** Operations by the path where the document has them, in their order. */
export const byTemplate = (published: readonly Published[], publication: Publication): Map<string, Published[]> =>
  Map.groupBy(published, (each) => templateOf(each, publication))
