import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CreatedConsumerV510,
  exampleCreatedConsumerV510,
  exampleNewConsumerV510,
  NewConsumerV510,
  toCreatedConsumerV510,
  toNewConsumerV510,
} from './consumer-v510.ts'

export const createConsumerV510 = operation({
  version: 'v5.1.0',
  name: 'createConsumer',
  verb: 'POST',
  path: '/management/consumers',
  summary: { en: 'Create a Consumer', es: 'Registrar un consumidor' },
  description: {
    en: `Registers a consumer, which is an application that calls this server. The answer is the only place where its key and its secret are ever shown.

\`app_type\` is Confidential for an application that can keep a secret; any other is Public. \`redirect_url\`, \`company\`, \`logo_url\` and \`client_certificate\`, an X.509 certificate in PEM, may be left out.

Authentication is Mandatory`,
    es: `Registra un consumidor, es decir, una aplicación que llama a este servidor. La respuesta es el único lugar donde se muestran su clave y su secreto.

\`app_type\` es Confidential para una aplicación que puede guardar un secreto; cualquier otra es Public. \`redirect_url\`, \`company\`, \`logo_url\` y \`client_certificate\`, un certificado X.509 en PEM, pueden omitirse.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanCreateConsumer'),
  request: NewConsumerV510,
  response: CreatedConsumerV510,
  status: 201,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidJson, error.UnknownError],
  example: { request: exampleNewConsumerV510, response: exampleCreatedConsumerV510 },
  handle: async ({ user, body, origin }, _connector, { consumers }) =>
    toCreatedConsumerV510(await consumers.create(origin, toNewConsumerV510(body, user, body.enabled)), user),
})
