/** The messages of a connector as Swagger 2.0: a connector method is a POST of the message that goes out. */
import type { Locale } from '../protocol/languages.ts'
import { jsonSchemaOf } from './json-schema.ts'
import { aboutMessages, messageGroup, messagesOf } from './message-docs.ts'
import { contactOf, describeIn, type PublicationSettings } from './published-operation.ts'
import { swaggerSchema } from './swagger.ts'

export function messageSwagger(
  connector: string,
  { locale, publicUrl, settings }: { locale: Locale; publicUrl: string; settings: PublicationSettings },
) {
  const all = messagesOf(connector, locale)
  const describe = describeIn(locale)
  const refer = ({ name }: { name: string }) => ({ $ref: `#/definitions/${name}` })
  return {
    swagger: '2.0',
    info: { ...aboutMessages(connector, locale), version: '1', contact: contactOf(settings, publicUrl) },
    tags: [{ name: messageGroup }],
    consumes: ['application/json'],
    produces: ['application/json'],
    paths: Object.fromEntries(
      all.map(({ process, description, outbound, inbound }) => [
        `/${process}`,
        {
          post: {
            operationId: process,
            summary: process,
            description,
            tags: [messageGroup],
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
