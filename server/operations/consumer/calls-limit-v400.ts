import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  CallLimitV400,
  exampleCallLimitV400,
  NewCallLimitV400,
  toCallLimitV400,
  toNewCallLimit,
} from './call-limit-fields.ts'
import { assertConsumer } from './consumer-of-path.ts'

export const callsLimitV400 = operation({
  version: 'v4.0.0',
  name: 'callsLimit',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/call-limits',
  summary: {
    en: 'Set Rate Limits (call limits) per Consumer',
    es: 'Fijar los límites de llamadas de un consumidor',
  },
  description: {
    en: `Says how many calls the consumer of CONSUMER_ID may make in a second, a minute, an hour, a day, a week and a month, from one date to another. -1 is no limit.

With \`api_version\`, \`api_name\` or \`bank_id\` the limits are for calls of that version, of that operation or at that bank only, and they come before wider ones.

Limits are counted where this server was started with USE_CONSUMER_LIMITS=true.

Authentication is Mandatory`,
    es: `Fija cuántas llamadas puede hacer el consumidor de CONSUMER_ID por segundo, minuto, hora, día, semana y mes, entre dos fechas. -1 es sin límite.

Con \`api_version\`, \`api_name\` o \`bank_id\` los límites son solo para las llamadas de esa versión, de esa operación o a ese banco, y prevalecen sobre los más generales.

Los límites se aplican si este servidor se inició con USE_CONSUMER_LIMITS=true.

Autenticación obligatoria`,
  },
  tags: ['Consumer', 'Rate Limits'],
  roles: allOf('CanSetCallLimits'),
  request: NewCallLimitV400,
  response: CallLimitV400,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: exampleCallLimitV400, response: exampleCallLimitV400 },
  async handle({ path: { CONSUMER_ID: consumerId }, body, origin }, _connector, { consumers, callLimits }) {
    const limit = toNewCallLimit(consumerId, body)
    await assertConsumer(consumers, consumerId)
    return toCallLimitV400(await callLimits.put(origin, limit))
  },
})
