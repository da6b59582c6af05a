/** The OpenAPI 3.1 document of operations, as JSON and as YAML. */
import { stringify } from 'yaml'
import { discoveryUrl } from '../authentication/openid/addresses.ts'
import { type DocumentLanguage, inLocale } from '../protocol/languages.ts'
import type { Operation } from '../protocol/operation.ts'
import { jsonSchemaOf } from './json-schema.ts'
import {
  type About,
  byTemplate,
  contentTypeOf,
  describeIn,
  generalRefusals,
  headerScheme,
  headOf,
  infoOf,
  isReadable,
  otherRefusal,
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

/** What the document says of one operation. */
export function openApiOperation(operation: Operation, language: DocumentLanguage, publication: Publication) {
  const { locale } = language
  const { request, response, status, example } = operation
  const describe = describeIn(locale)
  const content = {
    schema: jsonSchemaOf(response, describe),
    ...(isReadable(example.response) && { example: example.response }),
  }
  return {
    ...headOf(operation, locale),
    security: securityOf(operation, publication),
    parameters: parametersOf(operation, locale, publication),
    ...(request && {
      requestBody: {
        required: true,
        content: { 'application/json': { schema: jsonSchemaOf(request, describe), example: example.request } },
      },
    }),
    responses: {
      [status]: {
        description: successText(status, locale),
        ...(status !== 204 && { content: { [contentTypeOf(operation)]: content } }),
      },
      ...Object.fromEntries(
        refusalsOf(operation, language).map(({ status: code, texts }) => [
          code,
          {
            description: texts.map(({ message }) => message.trim()).join('\n\n'),
            content: {
              'application/json': {
                schema: errorReference,
                examples: Object.fromEntries(texts.map(({ name, message }) => [name, { value: { code, message } }])),
              },
            },
          },
        ]),
      ),
      default: { $ref: '#/components/responses/OtherRefusal' },
    },
  }
}

const errorReference = { $ref: '#/components/schemas/Error' }

/** The document without its paths. */
function frame(about: About, published: readonly Published[], publication: Publication) {
  return {
    openapi: '3.1.0',
    info: infoOf(about, publication),
    servers: [{ url: about.publicUrl }],
    tags: tagsOf(published, about.locale),
    components: {
      securitySchemes: Object.fromEntries(
        waysIn(publication).map((way) => [
          way,
          way === 'OpenIDConnect'
            ? { type: 'openIdConnect', openIdConnectUrl: discoveryUrl(about.publicUrl) }
            : headerScheme(way, about.locale),
        ]),
      ),
      responses: {
        OtherRefusal: {
          description: inLocale(otherRefusal, about.locale),
          content: {
            'application/json': {
              schema: errorReference,
              examples: Object.fromEntries(
                generalRefusals(about).map(({ name, code, message }) => [name, { value: { code, message } }]),
              ),
            },
          },
        },
      },
      schemas: { Error: refusalSchema },
    },
  }
}

/** Gives the text of an operation. */
export type TextOf = (operation: Operation, language: DocumentLanguage) => string
export type WriteDocument = (about: About, published: readonly Published[]) => string

/** Writes the document as JSON, with the text of each operation as `textOf` has it ready. */
export const openApiJson =
  (textOf: TextOf, publication: Publication): WriteDocument =>
  (about, published) =>
    jsonWithPaths(frame(about, published, publication), about, published, publication, textOf)

/** A document in JSON: its frame, and then its paths out of ready texts. */
export function jsonWithPaths(
  documentFrame: object,
  about: About,
  published: readonly Published[],
  publication: Publication,
  textOf: TextOf,
): string {
  const paths = [...byTemplate(published, publication)].map(([path, there]) => {
    const verbs = there.map(({ operation }) => `"${operation.verb.toLowerCase()}":${textOf(operation, about)}`)
    return `${JSON.stringify(path)}:{${verbs.join(',')}}`
  })
  return `${JSON.stringify(documentFrame).slice(0, -'}'.length)},"paths":{${paths.join(',')}}}`
}

/** Writes the document as YAML, with the text of each operation as `textOf` has it ready. */
export const openApiYaml =
  (textOf: TextOf, publication: Publication): WriteDocument =>
  (about, published) => {
    const paths = [...byTemplate(published, publication)].map(([path, there]) => {
      const verbs = there.map(
        ({ operation }) => `    ${operation.verb.toLowerCase()}:\n${indented(textOf(operation, about))}`,
      )
      return `  ${JSON.stringify(path)}:\n${verbs.join('')}`
    })
    return `${yamlOf(frame(about, published, publication))}paths:${paths.length > 0 ? `\n${paths.join('')}` : ' {}\n'}`
  }

// a parser may limit how often a document refers to itself, and people read what stands there
export const yamlOf = (value: unknown): string => stringify(value, { lineWidth: 0, aliasDuplicateObjects: false })

const indented = (text: string): string => text.replaceAll(/^(?=.)/gm, '      ')
