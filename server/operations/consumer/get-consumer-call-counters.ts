import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { byPeriod } from './call-limit-fields.ts'
import { assertConsumer } from './consumer-of-path.ts'

const Counter = field.object({
  calls_made: field.numberOrAbsent(),
  reset_in_seconds: field.numberOrAbsent(),
  status: field.string(),
})

export const getConsumerCallCounters = operation({
  version: 'v6.0.0',
  name: 'getConsumerCallCounters',
  verb: 'GET',
  path: '/management/consumers/CONSUMER_ID/call-counters',
  summary: { en: 'Get Call Counters of a Consumer', es: 'Obtener los contadores de llamadas de un consumidor' },
  description: {
    en: `How many calls the consumer of CONSUMER_ID has made in each period, of those that no narrower limit counts. \`status\` is \`ACTIVE\`, or \`NO_COUNTER\` where nothing was counted.

Authentication is Mandatory`,
    es: `Cuántas llamadas ha hecho el consumidor de CONSUMER_ID en cada periodo, sin las que cuenta un límite más concreto. \`status\` es \`ACTIVE\`, o \`NO_COUNTER\` si no se ha contado ninguna.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanGetRateLimits'),
  response: field.object(byPeriod(() => Counter)),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
  example: { response: byPeriod(() => ({ calls_made: 3, reset_in_seconds: 20, status: 'ACTIVE' })) },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers, callCounter }) {
    await assertConsumer(consumers, consumerId)
    const counts = await callCounter.counts(consumerId)
    return byPeriod((period) => {
      const count = counts[period]
      return count
        ? { calls_made: count.times, reset_in_seconds: count.resetIn, status: 'ACTIVE' }
        : { status: 'NO_COUNTER' }
    })
  },
})
