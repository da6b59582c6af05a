import { messageSwagger } from '../../documentation/message-swagger.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { connectorNamed, described } from './message-docs.ts'

export const getMessageDocsSwagger = operation({
  ...described,
  version: 'v3.1.0',
  name: 'getMessageDocsSwagger',
  path: '/message-docs/CONNECTOR/swagger2.0',
  summary: {
    en: 'Get Message Docs as Swagger',
    es: 'Obtener la documentación de los mensajes como Swagger',
  },
  description: {
    en: `The messages of CONNECTOR as a Swagger 2.0 document, for those who build the side of the bank's systems with tools that read it: each connector method is a \`POST\` of the message that goes out, answered with the one that comes back.`,
    es: `Los mensajes de CONNECTOR como documento Swagger 2.0, para quien construye el lado de los sistemas del banco con herramientas que lo leen: cada método de conector es un \`POST\` del mensaje que sale, al que responde el que vuelve.`,
  },
  response: field.object({
    swagger: field.string(),
    info: field.json(),
    tags: field.json(),
    consumes: field.array(field.string()),
    produces: field.array(field.string()),
    paths: field.json(),
    definitions: field.json(),
  }),
  example: {
    response: {
      swagger: '2.0',
      info: {
        title: 'Messages of the connector mapped',
        description: 'What this server sends to the systems of a bank, and what it expects back.',
        version: '1',
      },
      tags: [{ name: '- Core' }],
      consumes: ['application/json'],
      produces: ['application/json'],
      paths: {},
      definitions: {},
    },
  },
  handle: ({ path, locale }, _connector, { settings, publicUrl }) =>
    messageSwagger(connectorNamed(path.CONNECTOR), { locale, publicUrl: publicUrl(), settings }),
})
