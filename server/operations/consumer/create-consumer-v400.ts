import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CreatedConsumerV220,
  exampleCreatedConsumerV220,
  exampleNewConsumerV220,
  NewConsumerV220,
  toCreatedConsumerV220,
  toNewConsumer,
} from './new-consumer-v220.ts'

export const createConsumerV400 = operation({
  version: 'v4.0.0',
  name: 'createConsumer',
  verb: 'POST',
  path: '/management/consumers',
  summary: { en: 'Post a Consumer', es: 'Registrar un consumidor' },
  description: {
    en: `Registers a consumer, which is an application that calls this server. The answer is the only place where its key and its secret are ever shown.

\`app_type\` is Confidential for an application that can keep a secret, such as one on a server, and Public for one that cannot. \`redirect_url\` may be empty. Who created the consumer, and when, is noted by the server.

Authentication is Mandatory`,
    es: `Registra un consumidor, es decir, una aplicación que llama a este servidor. La respuesta es el único lugar donde se muestran su clave y su secreto.

\`app_type\` es Confidential para una aplicación que puede guardar un secreto, como la que se ejecuta en un servidor, y Public para la que no puede. \`redirect_url\` puede ir vacío. Quién crea el consumidor, y cuándo, lo anota el servidor.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanCreateConsumer'),
  request: NewConsumerV220,
  response: field.object({ ...CreatedConsumerV220.properties, client_certificate: field.string() }),
  status: 201,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidJson, error.UnknownError],
  example: {
    request: exampleNewConsumerV220,
    response: { ...exampleCreatedConsumerV220, client_certificate: '' },
  },
  async handle({ user, body, origin }, _connector, { consumers }) {
    const consumer = await consumers.create(origin, toNewConsumer(body, user))
    return { ...toCreatedConsumerV220(consumer, user), client_certificate: consumer.client_certificate }
  },
})
