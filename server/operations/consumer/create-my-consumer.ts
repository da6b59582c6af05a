import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CreatedConsumerV510,
  exampleCreatedConsumerV510,
  exampleNewConsumerV510,
  NewConsumerV510,
  registerOwn,
  toCreatedConsumerV510,
} from './consumer-v510.ts'

export const createMyConsumer = operation({
  version: 'v5.1.0',
  name: 'createMyConsumer',
  verb: 'POST',
  path: '/my/consumers',
  summary: { en: 'Create a Consumer (logged in User)', es: 'Registrar un consumidor propio' },
  description: {
    en: `Registers a consumer of the user who is logged in. The answer is the only place where its key and its secret are ever shown.

Unless this server enables such consumers by default (\`CONSUMERS_ENABLED_BY_DEFAULT\`) or the user has the role CanEnableConsumers, it is not enabled, whatever \`enabled\` says: an administrator has to enable it before anybody can log in with it.

Authentication is Mandatory`,
    es: `Registra un consumidor del usuario que ha iniciado sesión. La respuesta es el único lugar donde se muestran su clave y su secreto.

Salvo que este servidor los habilite de forma predeterminada (\`CONSUMERS_ENABLED_BY_DEFAULT\`) o el usuario tenga el rol CanEnableConsumers, queda sin habilitar, diga lo que diga \`enabled\`: un administrador debe habilitarlo antes de que alguien pueda iniciar sesión con él.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  request: NewConsumerV510,
  response: CreatedConsumerV510,
  status: 201,
  errors: [error.UserNotLoggedIn, error.InvalidJson, error.UnknownError],
  example: { request: exampleNewConsumerV510, response: exampleCreatedConsumerV510 },
  handle: async ({ user, body, roles, origin }, _connector, services) =>
    toCreatedConsumerV510(await registerOwn(services, origin, { user, roles: await roles(), body }), user),
})
