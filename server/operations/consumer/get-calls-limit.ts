import { anyOf } from '../../authorisation/requirement.ts'
import { sum } from '../../limits/call-limits.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { byPeriod, exampleLimits, limitTexts } from './call-limit-fields.ts'
import { assertConsumer } from './consumer-of-path.ts'

const State = field.object({ calls_made: field.numberOrAbsent(), reset_in_seconds: field.numberOrAbsent() })
const CallLimits = field.object({
  per_second_call_limit: field.string(),
  per_minute_call_limit: field.string(),
  per_hour_call_limit: field.string(),
  per_day_call_limit: field.string(),
  per_week_call_limit: field.string(),
  per_month_call_limit: field.string(),
  current_state: field.object(byPeriod(() => State)),
})

export const getCallsLimit = operation({
  version: 'v3.1.0',
  name: 'getCallsLimit',
  verb: 'GET',
  path: '/management/consumers/CONSUMER_ID/consumer/call-limits',
  summary: { en: 'Get Call Limits for a Consumer', es: 'Obtener los límites de llamadas de un consumidor' },
  description: {
    en: `The limits in force for all calls of the consumer of CONSUMER_ID, how many calls it has made in each period, and after how many seconds the period ends.

Authentication is Mandatory`,
    es: `Los límites en vigor para todas las llamadas del consumidor de CONSUMER_ID, cuántas ha hecho en cada periodo y en cuántos segundos termina este.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: anyOf('CanReadCallLimits', 'CanSetCallLimits'),
  response: CallLimits,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
  example: {
    response: { ...exampleLimits, current_state: byPeriod(() => ({ calls_made: 3, reset_in_seconds: 20 })) },
  },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers, callLimits, callCounter }) {
    await assertConsumer(consumers, consumerId)
    const [inForce, counts] = await Promise.all([callLimits.inForce(consumerId), callCounter.counts(consumerId)])
    const wide = inForce.filter(({ apiVersion, apiName, bankId }) => !apiVersion && !apiName && !bankId)
    return {
      ...limitTexts(sum(wide)),
      current_state: byPeriod((period) => {
        const count = counts[period]
        return count ? { calls_made: count.times, reset_in_seconds: count.resetIn } : {}
      }),
    }
  },
})
