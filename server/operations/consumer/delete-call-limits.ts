import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { assertConsumer } from './consumer-of-path.ts'

export const deleteCallLimits = operation({
  version: 'v6.0.0',
  name: 'deleteCallLimits',
  verb: 'DELETE',
  path: '/management/consumers/CONSUMER_ID/consumer/rate-limits/RATE_LIMITING_ID',
  summary: { en: 'Delete Rate Limits of a Consumer', es: 'Eliminar límites de llamadas de un consumidor' },
  description: {
    en: `Deletes the limits of RATE_LIMITING_ID, which must be the consumer's.

Authentication is Mandatory`,
    es: `Elimina los límites de RATE_LIMITING_ID, que deben ser del consumidor.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanDeleteRateLimits'),
  response: field.object({}),
  status: 204,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.ConsumerNotFoundById,
    error.RateLimitNotFound,
    error.UnknownError,
  ],
  example: { response: {} },
  async handle({ path, origin }, _connector, { consumers, callLimits }) {
    await assertConsumer(consumers, path.CONSUMER_ID)
    if (!(await callLimits.remove(origin, path.CONSUMER_ID, path.RATE_LIMITING_ID)))
      throw new error.Refusal(error.RateLimitNotFound)
    return {}
  },
})
