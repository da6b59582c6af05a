import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumersV310, exampleConsumerV310, toConsumersV310 } from './consumer-v310.ts'

export const getConsumers = operation({
  version: 'v3.1.0',
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
  response: ConsumersV310,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { consumers: [exampleConsumerV310] } },
  handle: async ({ page }, _connector, { consumers }) => toConsumersV310(await consumers.registered(page)),
})
