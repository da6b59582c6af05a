import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CallLimitV310,
  exampleCallLimitV310,
  NewCallLimitV310,
  toCallLimitV310,
  toNewCallLimit,
} from './call-limit-fields.ts'
import { assertConsumer } from './consumer-of-path.ts'

export const callsLimit = operation({
  version: 'v3.1.0',
  until: 'v3.1.0',
  name: 'callsLimit',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/call-limits',
  summary: { en: 'Set Calls Limit for a Consumer', es: 'Fijar los límites de llamadas de un consumidor' },
  description: {
    en: `Says how many calls the consumer of CONSUMER_ID may make in a second, a minute, an hour, a day, a week and a month, from one date to another. -1 is no limit.

Limits are counted where this server was started with USE_CONSUMER_LIMITS=true.

Authentication is Mandatory`,
    es: `Fija cuántas llamadas puede hacer el consumidor de CONSUMER_ID por segundo, minuto, hora, día, semana y mes, entre dos fechas. -1 es sin límite.

Los límites se aplican si este servidor se inició con USE_CONSUMER_LIMITS=true.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanSetCallLimits'),
  request: NewCallLimitV310,
  response: CallLimitV310,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: exampleCallLimitV310, response: exampleCallLimitV310 },
  async handle({ path: { CONSUMER_ID: consumerId }, body, origin }, _connector, { consumers, callLimits }) {
    const limit = toNewCallLimit(consumerId, body)
    await assertConsumer(consumers, consumerId)
    return toCallLimitV310(await callLimits.put(origin, limit))
  },
})
