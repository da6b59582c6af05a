import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CallLimitV600,
  exampleCallLimitV400,
  exampleCallLimitV600,
  NewCallLimitV400,
  toCallLimitV600,
  toNewCallLimit,
} from './call-limit-fields.ts'
import { assertConsumer } from './consumer-of-path.ts'

export const createCallLimits = operation({
  version: 'v6.0.0',
  name: 'createCallLimits',
  verb: 'POST',
  path: '/management/consumers/CONSUMER_ID/consumer/rate-limits',
  summary: { en: 'Create Rate Limits for a Consumer', es: 'Crear límites de llamadas para un consumidor' },
  description: {
    en: `Adds limits to those of the consumer of CONSUMER_ID. Where several of the same version, operation and bank are in force at once, they add up. -1 is no limit.

Authentication is Mandatory`,
    es: `Añade límites a los del consumidor de CONSUMER_ID. Si varios de la misma versión, operación y banco están en vigor a la vez, se suman. -1 es sin límite.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanCreateRateLimits'),
  request: NewCallLimitV400,
  response: CallLimitV600,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: exampleCallLimitV400, response: exampleCallLimitV600 },
  async handle({ path: { CONSUMER_ID: consumerId }, body, origin }, _connector, { consumers, callLimits }) {
    const limit = toNewCallLimit(consumerId, body)
    await assertConsumer(consumers, consumerId)
    return toCallLimitV600(await callLimits.create(origin, limit))
  },
})
