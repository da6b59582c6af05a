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

export const updateRateLimits = operation({
  version: 'v6.0.0',
  name: 'updateRateLimits',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/rate-limits/RATE_LIMITING_ID',
  summary: { en: 'Update Rate Limits of a Consumer', es: 'Cambiar límites de llamadas de un consumidor' },
  description: {
    en: `Replaces the limits of RATE_LIMITING_ID, which must be the consumer's.

Authentication is Mandatory`,
    es: `Sustituye los límites de RATE_LIMITING_ID, que deben ser del consumidor.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanUpdateRateLimits'),
  request: NewCallLimitV400,
  response: CallLimitV600,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.RateLimitNotFound,
    error.UnknownError,
  ],
  example: { request: exampleCallLimitV400, response: exampleCallLimitV600 },
  async handle({ path, body, origin }, _connector, { consumers, callLimits }) {
    const limit = toNewCallLimit(path.CONSUMER_ID, body)
    await assertConsumer(consumers, path.CONSUMER_ID)
    const updated = await callLimits.update(origin, path.RATE_LIMITING_ID, limit)
    if (!updated) throw new error.Refusal(error.RateLimitNotFound)
    return toCallLimitV600(updated)
  },
})
