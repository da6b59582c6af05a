import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { consumerNotFound } from './consumer-v310.ts'
import { ConsumerV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'

export const updateConsumerName = operation({
  version: 'v5.1.0',
  name: 'updateConsumerName',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/name',
  summary: { en: 'Update Consumer Name', es: 'Cambiar el nombre de un consumidor' },
  description: {
    en: `Changes the name of the consumer of CONSUMER_ID. Names need not be unique.

Authentication is Mandatory`,
    es: `Cambia el nombre del consumidor de CONSUMER_ID. Los nombres pueden repetirse.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanUpdateConsumerName'),
  request: field.object({ app_name: field.text({ least: 3, most: 100 }) }),
  response: ConsumerV510,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: { app_name: exampleConsumerV510.app_name }, response: exampleConsumerV510 },
  async handle({ path: { CONSUMER_ID: consumerId }, body, origin }, _connector, { consumers }) {
    const consumer = await consumers.change(origin, consumerId, { app_name: body.app_name })
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV510(consumer)
  },
})
