import type { Static } from 'typebox'
import { allOf, anyOf, assertRoles } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { type Call, operation } from '../../protocol/operation.ts'
import type { Services } from '../../protocol/services.ts'
import { consumerNotFound } from './consumer-v310.ts'

const body = field.object({ enabled: field.flag() })

const described = {
  name: 'enableDisableConsumers',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID',
  summary: { en: 'Enable or Disable Consumers', es: 'Habilitar o deshabilitar un consumidor' },
  description: {
    en: `Enables or disables the consumer of CONSUMER_ID. With a disabled consumer nobody can log in, and whatever was given out through it, tokens of every kind and consents, has ended for good: it does not come back when the consumer is enabled.

To enable it takes the role CanEnableConsumers, to disable it CanDisableConsumers.

Authentication is Mandatory`,
    es: `Habilita o deshabilita el consumidor de CONSUMER_ID. Con un consumidor deshabilitado nadie puede iniciar sesión, y todo lo que se dio a través de él, tokens de cualquier tipo y consentimientos, se pierde definitivamente: no se recupera al habilitarlo de nuevo.

Para habilitarlo se necesita el rol CanEnableConsumers y para deshabilitarlo, CanDisableConsumers.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: anyOf('CanEnableConsumers', 'CanDisableConsumers'),
  request: body,
  response: field.object({ enabled: field.boolean() }),
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: { enabled: false }, response: { enabled: false } },
  async handle(
    {
      path: { CONSUMER_ID: consumerId },
      body: { enabled },
      roles,
      origin,
    }: Call<'/management/consumers/CONSUMER_ID', Static<typeof body>>,
    _connector: unknown,
    { consumers }: Services,
  ) {
    // only the body says which of the two roles it takes
    assertRoles(allOf(enabled ? 'CanEnableConsumers' : 'CanDisableConsumers'), await roles(), '')
    if (!(await consumers.setActive(origin, consumerId, enabled))) throw consumerNotFound(consumerId)
    return { enabled }
  },
} as const

export const enableDisableConsumersV210 = operation({ ...described, version: 'v2.1.0' })
export const enableDisableConsumers = operation({ ...described, version: 'v3.1.0' })
