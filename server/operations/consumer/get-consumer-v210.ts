import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumerV210, exampleConsumerV210, toConsumerV210 } from './consumer-v210.ts'
import { consumerNotFound } from './consumer-v310.ts'

export const getConsumerV210 = operation({
  version: 'v2.1.0',
  name: 'getConsumer',
  verb: 'GET',
  path: '/management/consumers/CONSUMER_ID',
  summary: { en: 'Get Consumer', es: 'Obtener un consumidor' },
  description: {
    en: `The consumer of CONSUMER_ID, without its key and secret.

Authentication is Mandatory`,
    es: `El consumidor de CONSUMER_ID, sin su clave ni su secreto.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanGetConsumers'),
  response: ConsumerV210,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
  example: { response: exampleConsumerV210 },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers }) {
    const consumer = await consumers.withId(consumerId)
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV210(consumer)
  },
})
