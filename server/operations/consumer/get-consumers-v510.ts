import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumersV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'

export const getConsumersV510 = operation({
  version: 'v5.1.0',
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
  paging: { limit: 50, most: 10_000 },
  response: ConsumersV510,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { consumers: [exampleConsumerV510] } },
  handle: async ({ page }, _connector, { consumers }) => ({
    consumers: (await consumers.registered(page)).map(toConsumerV510),
  }),
})
