import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumerV210, exampleConsumerV210, toConsumerV210 } from './consumer-v210.ts'

export const getConsumersV210 = operation({
  version: 'v2.1.0',
  name: 'getConsumers',
  verb: 'GET',
  path: '/management/consumers',
  summary: { en: 'Get Consumers', es: 'Obtener los consumidores' },
  description: {
    en: `The consumers, which are the applications that call this server, without their keys and secrets; those that were registered last come first. The dates are those of registration.

Authentication is Mandatory`,
    es: `Los consumidores, es decir, las aplicaciones que llaman a este servidor, sin sus claves ni secretos; primero los últimos que se registraron. Las fechas son las de registro.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanGetConsumers'),
  paging: { limit: null, most: 10_000 },
  response: field.object({ list: field.array(ConsumerV210) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { list: [exampleConsumerV210] } },
  handle: async ({ page }, _connector, { consumers }) => ({
    list: (await consumers.registered(page)).map(toConsumerV210),
  }),
})
