/** The Swagger 2.0 document of operations, for programs that read nothing newer. */
import { discoveryUrl } from '../authentication/openid/addresses.ts'
import { type DocumentLanguage, inLocale, type Locale, type Localised } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { jsonWithPaths, type TextOf, type WriteDocument } from './openapi.ts'
import {
  type About,
  contentTypeOf,
  describeIn,
  generalRefusals,
  headerScheme,
  headOf,
  infoOf,
  isReadable,
  otherRefusal,
  type Parameter,
  type Publication,
  type Published,
  parametersOf,
  refusalSchema,
  refusalsOf,
  securityOf,
  successText,
  tagsOf,
  waysIn,
} from './published-operation.ts'

/**
 * A schema of Swagger 2.0, which has neither lists of types nor alternatives: what may be null says so in `x-nullable`,
 * and what is taken besides stands in the description.
 */
export type SwaggerSchema = Omit<JsonSchema, 'type' | 'properties' | 'items' | 'anyOf'> & {
  type?: string
  'x-nullable'?: true
  properties?: Record<string, SwaggerSchema>
  items?: SwaggerSchema
}

/** The schema as Swagger 2.0 writes it. */
export function swaggerSchema({ type, properties, items, anyOf, ...rest }: JsonSchema, locale: Locale): SwaggerSchema {
  const types = [type ?? []].flat()
  const first = types.find((each) => each !== 'null')
  const takesNumbers = first === 'string' && types.includes('number')
  const { minimum: _, maximum: __, ...ofTexts } = rest
  const description = [
    rest.description,
    anyOf && inLocale(dateForms, locale),
    takesNumbers && inLocale(numberAsText, locale),
  ]
    .filter(Boolean)
    .join(' ')
  return {
    ...(first && { type: first }),
    ...(types.includes('null') && { 'x-nullable': true }),
    ...(takesNumbers ? ofTexts : rest),
    ...(description && { description }),
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([name, each]) => [name, swaggerSchema(each, locale)]),
      ),
    }),
    ...(items && { items: swaggerSchema(items, locale) }),
  }
}

/** The example without what is null and can be left out, for not every tool knows `x-nullable`. */
function withoutNulls(example: unknown, { properties = {}, items, required = [] }: JsonSchema): unknown {
  if (Array.isArray(example)) return items ? example.map((each) => withoutNulls(each, items)) : example
  if (typeof example !== 'object' || example === null) return example
  return Object.fromEntries(
    Object.entries(example)
      .filter(([name, value]) => value !== null || required.includes(name))
      .map(([name, value]) => [name, withoutNulls(value, properties[name] ?? {})]),
  )
}

const dateForms: Localised = {
  en: 'A day such as `2018-03-09` or a time such as `2013-01-21T23:08:00Z`.',
  es: 'Un día como `2018-03-09` o un instante como `2013-01-21T23:08:00Z`.',
}
const numberAsText: Localised = { en: 'A number is taken as its text.', es: 'Un número se toma como su texto.' }

/** What the document says of one operation. */
export function swaggerOperation(operation: Operation, language: DocumentLanguage, publication: Publication) {
  const { locale } = language
  const { request, response, status, example } = operation
  const describe = describeIn(locale)
  const type = contentTypeOf(operation)
  return {
    ...headOf(operation, locale),
    ...(type !== 'application/json' && { produces: [type] }),
    security: securityOf(operation, publication),
    parameters: [
      ...parametersOf(operation, locale, publication).map((parameter) => swaggerParameter(parameter, locale)),
      ...(request
        ? [
            {
              name: 'body',
              in: 'body',
              required: true,
              schema: {
                ...swaggerSchema(jsonSchemaOf(request, describe), locale),
                example: withoutNulls(example.request, jsonSchemaOf(request)),
              },
            },
          ]
        : []),
    ],
    responses: {
      [status]: {
        description: successText(status, locale),
        ...(status !== 204 && {
          schema: swaggerSchema(jsonSchemaOf(response, describe), locale),
          ...(isReadable(example.response) && { examples: { [type]: example.response } }),
        }),
      },
      ...Object.fromEntries(
        refusalsOf(operation, language).map(({ status: code, texts }) => [
          code,
          {
            description: texts.map(({ message }) => message.trim()).join('\n\n'),
            schema: errorReference,
            examples: { 'application/json': { code, message: texts[0]!.message } },
          },
        ]),
      ),
      default: { $ref: '#/responses/OtherRefusal' },
    },
  }
}

const errorReference = { $ref: '#/definitions/Error' }

/** Swagger 2.0 has no examples of parameters, and none that are deprecated. */
const swaggerParameter = ({ schema, description, example, deprecated, ...parameter }: Parameter, locale: Locale) => ({
  ...parameter,
  ...swaggerSchema({ ...schema, description }, locale),
  ...(example !== undefined && { 'x-example': example }),
  ...(deprecated && { 'x-deprecated': true }),
})

/** The document without its paths. */
function frame(about: About, published: readonly Published[], publication: Publication) {
  const { host, pathname, protocol } = new URL(about.publicUrl)
  return {
    swagger: '2.0',
    info: infoOf(about, publication),
    host,
    basePath: pathname,
    schemes: [protocol.slice(0, -':'.length)],
    consumes: ['application/json'],
    produces: ['application/json'],
    tags: tagsOf(published, about.locale),
    securityDefinitions: Object.fromEntries(
      waysIn(publication).map((way) => [
        way,
        way === 'OpenIDConnect' ? bearerScheme(about) : headerScheme(way, about.locale),
      ]),
    ),
    responses: {
      OtherRefusal: {
        description: [
          inLocale(otherRefusal, about.locale),
          ...generalRefusals(about).map(({ message }) => message.trim()),
        ].join('\n\n'),
        schema: errorReference,
      },
    },
    definitions: { Error: refusalSchema },
  }
}

/** Swagger 2.0 does not know OpenID Connect. */
const bearerScheme = ({ locale, publicUrl }: About) => ({
  type: 'apiKey',
  in: 'header',
  name: 'Authorization',
  description: inLocale(
    {
      en: `\`Bearer …\`, with an access token. How to get one: ${discoveryUrl(publicUrl)}`,
      es: `\`Bearer …\`, con un token de acceso. Cómo obtenerlo: ${discoveryUrl(publicUrl)}`,
    },
    locale,
  ),
})

/** Writes the document, with the text of each operation as `textOf` has it ready. */
export const swaggerJson =
  (textOf: TextOf, publication: Publication): WriteDocument =>
  (about, published) =>
    jsonWithPaths(frame(about, published, publication), about, published, publication, textOf)
