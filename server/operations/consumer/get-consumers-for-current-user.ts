import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumersV310, exampleConsumerV310, toConsumersV310 } from './consumer-v310.ts'

export const getConsumersForCurrentUser = operation({
  version: 'v3.1.0',
  name: 'getConsumersForCurrentUser',
  verb: 'GET',
  path: '/management/users/current/consumers',
  summary: { en: 'Get Consumers (logged in User)', es: 'Obtener los consumidores del usuario que ha iniciado sesión' },
  description: {
    en: `The consumers that the user who is logged in has registered, without their keys and secrets; the newest first.

Authentication is Mandatory`,
    es: `Los consumidores que ha registrado el usuario que ha iniciado sesión, sin sus claves ni secretos; primero los más recientes.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  response: ConsumersV310,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { consumers: [exampleConsumerV310] } },
  handle: async ({ user }, _connector, { consumers }) => toConsumersV310(await consumers.createdBy(user.userId)),
})
