/** The Swagger 2.0 document of operations, for programs that read nothing newer. */
import { discoveryUrl } from '../authentication/openid/addresses.ts'
import { inLocale, type Locale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { type JsonSchema, jsonSchemaOf } from './json-schema.ts'
import { jsonWithPaths, type WriteDocument } from './openapi.ts'
import {
  type About,
  contentTypeOf,
  describeIn,
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

/** A schema of Swagger 2.0, which has no lists of types: what may be null says so in `x-nullable`. */
export type SwaggerSchema = Omit<JsonSchema, 'type' | 'properties' | 'items'> & {
  type?: string
  'x-nullable'?: true
  properties?: Record<string, SwaggerSchema>
  items?: SwaggerSchema
}

/** The schema as Swagger 2.0 writes it. */
export function swaggerSchema({ type, properties, items, ...rest }: JsonSchema): SwaggerSchema {
  const types = [type ?? []].flat()
  const first = types.find((each) => each !== 'null')
  return {
    ...(first && { type: first }),
    ...(types.includes('null') && { 'x-nullable': true }),
    ...rest,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, each]) => [name, swaggerSchema(each)])),
    }),
    ...(items && { items: swaggerSchema(items) }),
  }
}

/** What the document says of one operation. */
export function swaggerOperation(operation: Operation, locale: Locale, publication: Publication) {
  const { request, response, status, example } = operation
  const describe = describeIn(locale)
  const type = contentTypeOf(operation)
  return {
    ...headOf(operation, locale),
    ...(type !== 'application/json' && { produces: [type] }),
    security: securityOf(operation, publication),
    parameters: [
      ...parametersOf(operation, locale, publication).map(swaggerParameter),
      ...(request
        ? [
            {
              name: 'body',
              in: 'body',
              required: true,
              schema: { ...swaggerSchema(jsonSchemaOf(request, describe)), example: example.request },
            },
          ]
        : []),
    ],
    responses: {
      [status]: {
        description: successText(status, locale),
        ...(status !== 204 && {
          schema: swaggerSchema(jsonSchemaOf(response, describe)),
          ...(isReadable(example.response) && { examples: { [type]: example.response } }),
        }),
      },
      ...Object.fromEntries(
        refusalsOf(operation).map(({ status: code, texts }) => [
          code,
          {
            description: texts.map(({ message }) => message.trim()).join('\n\n'),
            schema: errorReference,
            examples: { 'application/json': { code, message: texts[0]!.message } },
          },
        ]),
      ),
      default: { description: inLocale(otherRefusal, locale), schema: errorReference },
    },
  }
}

const errorReference = { $ref: '#/definitions/Error' }

/** Swagger 2.0 has no examples of parameters, and none that are deprecated. */
const swaggerParameter = ({ schema, example, deprecated, ...parameter }: Parameter) => ({
  ...parameter,
  ...schema,
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
    tags: tagsOf(published),
    securityDefinitions: Object.fromEntries(
      waysIn(publication).map((way) => [
        way,
        way === 'OpenIDConnect' ? bearerScheme(about) : headerScheme(way, about.locale),
      ]),
    ),
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
  (textOf: (operation: Operation, locale: Locale) => string, publication: Publication): WriteDocument =>
  (about, published) =>
    jsonWithPaths(frame(about, published, publication), about, published, publication, textOf)
