import { newConsumerSecret } from '../../authentication/consumers.ts'
import { allOf } from '../../authorisation/requirement.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { appTypeNamed } from './app-type.ts'
import { Creator, exampleConsumerV310, toCreator } from './consumer-v310.ts'

const { app_name, app_type, description, developer_email, redirect_url, created_by_user, enabled, created } =
  exampleConsumerV310

export const createConsumer = operation({
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
  request: field.object({
    app_name: field.text({ least: 3, most: 100 }),
    app_type: field.optional(field.orNull(field.text({ most: 100 }))),
    description: field.text({ least: 1, most: 2000 }),
    developer_email: field.email({ most: 200 }),
    redirect_url: field.optional(field.orNull(field.redirectUrl({ most: 2000 }))),
    enabled: field.flag(),
    clientCertificate: field.optional(field.orNull(field.text({ most: 4000 }))),
  }),
  response: field.object({
    consumer_id: field.string(),
    key: field.string(),
    secret: field.string(),
    app_name: field.string(),
    app_type: field.string(),
    description: field.string(),
    client_certificate: field.string(),
    developer_email: field.string(),
    redirect_url: field.string(),
    created_by_user_id: field.string(),
    created_by_user: Creator,
    enabled: field.boolean(),
    created: field.dateTime(),
  }),
  status: 201,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidJson, error.UnknownError],
  example: {
    request: { app_name, app_type, description, developer_email, redirect_url, enabled, clientCertificate: '' },
    response: {
      consumer_id: exampleConsumerV310.consumer_id,
      key: '3f9a1c57d2e84b60a95f7c1e8d34b2609fa6c71d',
      secret: 'b7d20e94c6f1583a0d9e7b45f2c8a61390e4d75b',
      app_name,
      app_type,
      description,
      client_certificate: '',
      developer_email,
      redirect_url,
      created_by_user_id: created_by_user.user_id,
      created_by_user,
      enabled,
      created,
    },
  },
  async handle({ user, body, origin }, _connector, { consumers }) {
    const consumer = await consumers.create(origin, {
      key: newConsumerSecret(),
      secret: newConsumerSecret(),
      appName: body.app_name,
      appType: appTypeNamed(body.app_type ?? ''),
      description: body.description,
      developerEmail: body.developer_email,
      redirectUrl: body.redirect_url ?? '',
      clientCertificate: body.clientCertificate ?? '',
      createdByUserId: user.userId,
      isActive: body.enabled,
    })
    return {
      consumer_id: consumer.consumer_id,
      key: consumer.consumer_key,
      secret: consumer.consumer_secret,
      app_name: consumer.app_name,
      app_type: consumer.app_type,
      description: consumer.description,
      client_certificate: consumer.client_certificate,
      developer_email: consumer.developer_email,
      redirect_url: consumer.redirect_url,
      created_by_user_id: user.userId,
      created_by_user: toCreator(user),
      enabled: consumer.is_active,
      created: toSeconds(consumer.created_at),
    }
  },
})
