import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteEntitlementRequest = operation({
  version: 'v3.0.0',
  name: 'deleteEntitlementRequest',
  verb: 'DELETE',
  path: '/entitlement-requests/ENTITLEMENT_REQUEST_ID',
  summary: { en: 'Delete Entitlement Request', es: 'Eliminar una solicitud de rol' },
  description: {
    en: `Deletes a request, whatever became of it. To refuse it with a reason, use refuseEntitlementRequest of v6.0.0.

Authentication is Mandatory`,
    es: `Elimina una solicitud, sea cual sea su estado. Para denegarla con un motivo, use refuseEntitlementRequest de v6.0.0.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  roles: allOf('CanDeleteEntitlementRequestsAtAnyBank'),
  response: field.boolean(),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.EntitlementRequestNotFound, error.UnknownError],
  example: { response: true },
  async handle({ path, origin }, _connector, { entitlementRequests }) {
    if (!(await entitlementRequests.remove(origin, path.ENTITLEMENT_REQUEST_ID)))
      throw new error.Refusal(error.EntitlementRequestNotFound)
    return true
  },
})
