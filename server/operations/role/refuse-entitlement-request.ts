import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import {
  EntitlementRequestV300,
  exampleEntitlementRequest,
  toEntitlementRequestV300,
} from './entitlement-request-v300.ts'

const reason = 'Please ask the head of your branch first.'

export const refuseEntitlementRequest = operation({
  version: 'v6.0.0',
  name: 'refuseEntitlementRequest',
  verb: 'PUT',
  path: '/entitlement-requests/ENTITLEMENT_REQUEST_ID/refusal',
  summary: { en: 'Refuse Entitlement Request', es: 'Denegar una solicitud de rol' },
  description: {
    en: `Closes an open request without giving the role. Its user reads the reason in \`/my/entitlement-requests?status=refused\`.

Authentication is Mandatory`,
    es: `Cierra una solicitud abierta sin conceder el rol. Su usuario lee el motivo en \`/my/entitlement-requests?status=refused\`.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  roles: allOf('CanDeleteEntitlementRequestsAtAnyBank'),
  request: field.object({ reason: field.text({ least: 1, most: 1000 }) }),
  response: EntitlementRequestV300,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidJson,
    error.EntitlementRequestNotFound,
    error.UnknownError,
  ],
  example: { request: { reason }, response: { ...exampleEntitlementRequest, status: 'refused', reason } },
  async handle({ path, body, origin, prefix }, _connector, services) {
    const refused = await services.entitlementRequests.refuse(origin, path.ENTITLEMENT_REQUEST_ID, body.reason)
    if (!refused) throw new error.Refusal(error.EntitlementRequestNotFound)
    return toEntitlementRequestV300(refused, prefix, services)
  },
})
