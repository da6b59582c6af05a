/** The messages of a connector as Swagger 2.0: a connector method is a POST of the message that goes out. */
import type { Locale } from '../protocol/languages.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { aboutMessages, messagesOf } from './message-docs.ts'
import { describeIn } from './published-operation.ts'
import { swaggerSchema } from './swagger.ts'

export function messageSwagger(connector: string, locale: Locale) {
  const all = messagesOf(connector, locale)
  const describe = describeIn(locale)
  const refer = ({ name }: { name: string }) => ({ $ref: `#/definitions/${name}` })
  return {
    swagger: '2.0',
    info: { ...aboutMessages(connector, locale), version: '1' },
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: Object.fromEntries(
      all.map(({ process, description, outbound, inbound }) => [
        `/${process}`,
        {
          post: {
            operationId: process,
            summary: description,
            parameters: [{ name: 'body', in: 'body', required: true, schema: refer(outbound) }],
            responses: { 200: { description, schema: refer(inbound) } },
          },
        },
      ]),
    ),
    definitions: Object.fromEntries(
      all
        .flatMap(({ outbound, inbound }) => [outbound, inbound])
        .map(({ name, schema }) => [name, swaggerSchema(jsonSchemaOf(schema, describe), locale)]),
    ),
  }
}
