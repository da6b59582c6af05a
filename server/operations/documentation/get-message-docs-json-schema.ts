import { messageSchemas } from '../../documentation/message-docs.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { connectorNamed, described } from './message-docs.ts'

export const getMessageDocsJsonSchema = operation({
  ...described,
  version: 'v6.0.0',
  name: 'getMessageDocsJsonSchema',
  path: '/message-docs/CONNECTOR/json-schema',
  summary: {
    en: 'Get Message Docs as JSON Schema',
    es: 'Obtener la documentación de los mensajes como esquema JSON',
  },
  description: {
    en: `The messages of CONNECTOR as one JSON schema (draft 7): \`properties.messages.items\` lists the connector methods, and \`definitions\` has the message that goes out and the one that comes back for each. They are the schemas by which this server itself is typed.`,
    es: `Los mensajes de CONNECTOR como un esquema JSON (draft 7): \`properties.messages.items\` enumera los métodos de conector y \`definitions\` tiene, para cada uno, el mensaje que sale y el que vuelve. Son los esquemas con los que está tipado el propio servidor.`,
  },
  response: field.object({
    $schema: field.string(),
    title: field.string(),
    description: field.string(),
    type: field.string(),
    properties: field.json(),
    definitions: field.json(),
  }),
  example: {
    response: {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Messages of the connector mapped',
      description: 'What this server sends to the systems of a bank, and what it expects back.',
      type: 'object',
      properties: {
        messages: {
          type: 'array',
          items: [
            {
              process: 'obp.getBank',
              description: 'The bank of the id; null where there is none.',
              outbound_schema: { $ref: '#/definitions/OutBoundGetBank' },
              inbound_schema: { $ref: '#/definitions/InBoundGetBank' },
            },
          ],
        },
      },
      definitions: {},
    },
  },
  handle: ({ path, locale }) => messageSchemas(connectorNamed(path.CONNECTOR), locale),
})
