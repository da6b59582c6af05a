import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { consumerNotFound } from './consumer-v310.ts'
import { ConsumerV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'

export const updateConsumerLogoURL = operation({
  version: 'v5.1.0',
  name: 'updateConsumerLogoURL',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/logo_url',
  summary: { en: 'Update Consumer LogoURL', es: 'Cambiar el logotipo de un consumidor' },
  description: {
    en: `Changes the picture of the consumer of CONSUMER_ID; with an empty \`logo_url\` it has none.

Authentication is Mandatory`,
    es: `Cambia la imagen del consumidor de CONSUMER_ID; con un \`logo_url\` vacío no tiene ninguna.

Autenticación obligatoria`,
  },
  tags: ['Consumer'],
  roles: allOf('CanUpdateConsumerLogoUrl'),
  request: field.object({ logo_url: field.logoUrl({ most: 2000 }) }),
  response: ConsumerV510,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.UnknownError,
  ],
  example: { request: { logo_url: exampleConsumerV510.logo_url }, response: exampleConsumerV510 },
  async handle({ path: { CONSUMER_ID: consumerId }, body, origin }, _connector, { consumers }) {
    const consumer = await consumers.change(origin, consumerId, { logo_url: body.logo_url })
    if (!consumer) throw consumerNotFound(consumerId)
    return toConsumerV510(consumer)
  },
})
