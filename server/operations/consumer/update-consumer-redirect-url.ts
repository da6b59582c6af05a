import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { ConsumerV310, exampleConsumerV310, toConsumerV310 } from './consumer-v310.ts'
import { changeRedirectUrl, RedirectUrl, redirectUrlDescription, roleForRedirectUrl } from './redirect-url.ts'

const ConsumerV210 = field.object({ ...ConsumerV310.properties, created_by_user_id: field.string() })

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
    request: { redirect_url: exampleConsumerV310.redirect_url },
    response: {
      ...exampleConsumerV310,
      created_by_user_id: exampleConsumerV310.created_by_user.user_id,
      enabled: false,
    },
  },
  async handle({ path: { CONSUMER_ID: consumerId }, body, user: { userId }, roles, origin }, _connector, services) {
    const asked = { consumerId, redirectUrl: body.redirect_url, userId, roles, origin }
    return { ...toConsumerV310(await changeRedirectUrl(services, asked)), created_by_user_id: userId }
  },
})
