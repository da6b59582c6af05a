import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumerV510, exampleConsumerV510, toConsumerV510 } from './consumer-v510.ts'
import { changeRedirectUrl, RedirectUrl, redirectUrlDescription, roleForRedirectUrl } from './redirect-url.ts'

export const updateConsumerRedirectUrlV510 = operation({
  version: 'v5.1.0',
  name: 'updateConsumerRedirectURL',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/redirect_url',
  summary: { en: 'Update Consumer RedirectURL', es: 'Cambiar la URL de redirección de un consumidor' },
  description: redirectUrlDescription,
  tags: ['Consumer'],
  rolesCheckedByHandler: roleForRedirectUrl,
  request: RedirectUrl,
  response: ConsumerV510,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.ConsumerNotFoundById,
    error.NotTheConsumersDeveloper,
    error.UnknownError,
  ],
  example: {
    request: { redirect_url: exampleConsumerV510.redirect_url },
    response: { ...exampleConsumerV510, enabled: false },
  },
  async handle({ path: { CONSUMER_ID: consumerId }, body, user: { userId }, roles, origin }, _connector, services) {
    const asked = { consumerId, redirectUrl: body.redirect_url, userId, roles, origin }
    return toConsumerV510(await changeRedirectUrl(services, asked))
  },
})
