import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  EntitlementRequestsV300,
  exampleEntitlementRequest,
  toEntitlementRequestsV300,
} from './entitlement-request-v300.ts'
import { statusOf, statusParameter } from './request-status.ts'
import { userOfPath } from './user-of-path.ts'

export const getEntitlementRequests = operation({
  version: 'v3.0.0',
  name: 'getEntitlementRequests',
  verb: 'GET',
  path: '/users/USER_ID/entitlement-requests',
  summary: { en: 'Get Entitlement Requests for a User', es: 'Obtener las solicitudes de rol de un usuario' },
  description: {
    en: `The open requests of a user, oldest first. \`?status=\` takes \`granted\`, \`refused\` or \`all\` instead of \`open\`.

Authentication is Mandatory`,
    es: `Las solicitudes abiertas de un usuario, de la más antigua a la más reciente. \`?status=\` admite \`granted\`, \`refused\` o \`all\` en lugar de \`open\`.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  roles: allOf('CanGetEntitlementRequestsAtAnyBank'),
  query: statusParameter,
  response: EntitlementRequestsV300,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.UserNotFoundById,
    error.InvalidFilter,
    error.UnknownError,
  ],
  example: { response: { entitlement_requests: [exampleEntitlementRequest] } },
  async handle({ path, query, prefix }, _connector, services) {
    const status = statusOf(query)
    const { userId } = await userOfPath(services.users, path.USER_ID)
    return toEntitlementRequestsV300(await services.entitlementRequests.list({ userId, status }), prefix, services)
  },
})
