import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumerV210, exampleConsumerV210, toConsumerV210 } from './consumer-v210.ts'
import { changeRedirectUrl, RedirectUrl, redirectUrlDescription, roleForRedirectUrl } from './redirect-url.ts'

export const updateConsumerRedirectUrl = operation({
  version: 'v2.1.0',
  name: 'updateConsumerRedirectUrl',
  verb: 'PUT',
  path: '/management/consumers/CONSUMER_ID/consumer/redirect_url',
  summary: { en: 'Update Consumer RedirectUrl', es: 'Cambiar la URL de redirección de un consumidor' },
  description: redirectUrlDescription,
  tags: ['Consumer'],
  rolesCheckedByHandler: roleForRedirectUrl,
  request: RedirectUrl,
  response: ConsumerV210,
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
    request: { redirect_url: exampleConsumerV210.redirect_url },
    response: { ...exampleConsumerV210, enabled: false },
  },
  async handle({ path: { CONSUMER_ID: consumerId }, body, user: { userId }, roles, origin }, _connector, services) {
    const asked = { consumerId, redirectUrl: body.redirect_url, userId, roles, origin }
    return toConsumerV210(await changeRedirectUrl(services, asked))
  },
})
