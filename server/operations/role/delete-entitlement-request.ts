import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const needed = allOf('CanDeleteEntitlementRequestsAtAnyBank')

export const deleteEntitlementRequest = operation({
  version: 'v3.0.0',
  name: 'deleteEntitlementRequest',
  verb: 'DELETE',
  path: '/entitlement-requests/ENTITLEMENT_REQUEST_ID',
  summary: { en: 'Delete Entitlement Request', es: 'Eliminar una solicitud de rol' },
  description: {
    en: `Deletes a request, whatever became of it. Without the role CanDeleteEntitlementRequestsAtAnyBank users withdraw requests of their own that nobody has decided on. To refuse it with a reason, use refuseEntitlementRequest of v6.0.0.

Authentication is Mandatory`,
    es: `Elimina una solicitud, sea cual sea su estado. Sin el rol CanDeleteEntitlementRequestsAtAnyBank, los usuarios retiran las suyas que aún no se hayan resuelto. Para denegarla con un motivo, use refuseEntitlementRequest de v6.0.0.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  // who asks for a role may think better of it
  rolesCheckedByHandler: needed,
  response: field.boolean(),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.EntitlementRequestNotFound, error.UnknownError],
  example: { response: true },
  async handle({ path, user, consumer, origin }, _connector, { entitlementRequests, access }) {
    if (await entitlementRequests.withdraw(origin, user.userId, path.ENTITLEMENT_REQUEST_ID)) return true
    await access.assertAllowed({ user, consumer }, needed, '', origin)
    if (!(await entitlementRequests.remove(origin, path.ENTITLEMENT_REQUEST_ID)))
      throw new error.Refusal(error.EntitlementRequestNotFound)
    return true
  },
})
