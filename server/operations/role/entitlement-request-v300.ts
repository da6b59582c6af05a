/** The shape of an entitlement request. OBP's fields, and what became of it. */
import type { Static } from 'typebox'
import type { EntitlementRequest } from '../../authorisation/entitlement-requests.ts'
import { newestNameOf } from '../../authorisation/roles.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as field from '../../protocol/fields.ts'
import type { Services } from '../../protocol/services.ts'
import type { Prefix } from '../../protocol/versions.ts'
import { exampleUserV200, toUserV200, UserV200 } from '../user/user-v200.ts'

export const EntitlementRequestV300 = field.object({
  entitlement_request_id: field.string(),
  user: UserV200,
  role_name: field.string(),
  bank_id: field.string(),
  created: field.dateTime(),
  status: field.string(),
  reason: field.string(),
})
export const EntitlementRequestsV300 = field.object({ entitlement_requests: field.array(EntitlementRequestV300) })

/** With the entitlements that the users have by now, as the shape of a user has them. */
export async function toEntitlementRequestV300(
  { entitlementRequestId, user, roleName, bankId, createdAt, status, reason }: EntitlementRequest,
  prefix: Prefix,
  { entitlements }: Pick<Services, 'entitlements'>,
): Promise<Static<typeof EntitlementRequestV300>> {
  return {
    entitlement_request_id: entitlementRequestId,
    user: toUserV200(user, await entitlements.ofUser(user.userId), prefix),
    role_name: prefix === 'v6.0.0' ? newestNameOf(roleName) : roleName,
    bank_id: bankId,
    created: toSeconds(createdAt),
    status,
    reason,
  }
}

export const toEntitlementRequestsV300 = async (
  requests: readonly EntitlementRequest[],
  prefix: Prefix,
  services: Pick<Services, 'entitlements'>,
): Promise<Static<typeof EntitlementRequestsV300>> => ({
  // the look-ups of one turn are gathered
  entitlement_requests: await Promise.all(
    requests.map((request) => toEntitlementRequestV300(request, prefix, services)),
  ),
})

export const exampleEntitlementRequest = {
  entitlement_request_id: '5d4f3a0e-0b5e-4a62-8f0c-1f4f3c1d7a55',
  user: exampleUserV200,
  role_name: 'CanCreateCustomer',
  bank_id: 'gh.29.uk',
  created: '2026-06-28T21:00:46Z',
  status: 'open',
  reason: '',
}
