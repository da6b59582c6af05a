import { allOf } from '../../authorisation/requirement.ts'
import { sum } from '../../limits/call-limits.ts'
import { parseInstant } from '../../protocol/dates.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import type { Instant } from '../../storage/schema.ts'
import { ActiveLimits, exampleActiveLimits, toActiveLimits } from './call-limit-fields.ts'
import { assertConsumer } from './consumer-of-path.ts'

export const getActiveRateLimitsNow = operation({
  version: 'v6.0.0',
  name: 'getActiveRateLimitsNow',
  verb: 'GET',
  path: '/management/consumers/CONSUMER_ID/active-rate-limits',
  summary: { en: 'Get Active Rate Limits (Current)', es: 'Obtener los límites de llamadas en vigor' },
  description: {
    en: `All limits of the consumer of CONSUMER_ID that are in force now, added up; -1 where there is none.

Authentication is Mandatory`,
    es: `La suma de todos los límites del consumidor de CONSUMER_ID que están en vigor ahora; -1 donde no hay ninguno.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanGetRateLimits'),
  response: ActiveLimits,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.ConsumerNotFoundById, error.UnknownError],
  example: { response: exampleActiveLimits },
  async handle({ path: { CONSUMER_ID: consumerId } }, _connector, { consumers, callLimits }) {
    await assertConsumer(consumers, consumerId)
    const inForce = await callLimits.inForce(consumerId)
    const ids = inForce.map(({ callLimitId }) => callLimitId)
    return toActiveLimits(ids, sum(inForce), new Date().toISOString() as Instant)
  },
})

export const getActiveRateLimitsAtDate = operation({
  version: 'v6.0.0',
  name: 'getActiveRateLimitsAtDate',
  verb: 'GET',
  path: '/management/consumers/CONSUMER_ID/active-rate-limits/DATE_WITH_HOUR',
  summary: { en: 'Get Active Rate Limits for Hour', es: 'Obtener los límites de llamadas en vigor a una hora' },
  description: {
    en: `All limits of the consumer of CONSUMER_ID that are in force at the beginning of an hour, added up; -1 where there is none. DATE_WITH_HOUR is in UTC, such as 2026-06-01-12.

Authentication is Mandatory`,
    es: `La suma de todos los límites del consumidor de CONSUMER_ID que están en vigor al empezar una hora; -1 donde no hay ninguno. DATE_WITH_HOUR va en UTC, por ejemplo 2026-06-01-12.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanGetRateLimits'),
  response: ActiveLimits,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidDateFormat,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { response: exampleActiveLimits },
  async handle({ path: { CONSUMER_ID: consumerId, DATE_WITH_HOUR: hour } }, _connector, { consumers, callLimits }) {
    const at = beginningOf(hour)
    await assertConsumer(consumers, consumerId)
    const inForce = await callLimits.inForceAt(consumerId, at)
    const ids = inForce.map(({ callLimitId }) => callLimitId)
    return toActiveLimits(ids, sum(inForce), at)
  },
})

/** @throws Refusal OBP-10005 */
function beginningOf(hour: string): Instant {
  const at = /^\d{4}-\d{2}-\d{2}-\d{2}$/.test(hour)
    ? parseInstant(`${hour.slice(0, 10)}T${hour.slice(11)}:00:00Z`)
    : undefined
  if (!at)
    throw new error.Refusal(error.InvalidDateFormat, {
      en: ' DATE_WITH_HOUR must be such as 2026-06-01-12.',
      es: ' DATE_WITH_HOUR debe ser como 2026-06-01-12.',
    })
  return at
}
