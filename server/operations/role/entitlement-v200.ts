/** The shape of an entitlement from v2.0.0 on, and of the lists of them. */
import type { Static } from 'typebox'
import type { User } from '../../authentication/caller.ts'
import type { Entitlement } from '../../authorisation/entitlement.ts'
import { newestNameOf } from '../../authorisation/roles.ts'
import { isSuperAdmin } from '../../authorisation/super-admin.ts'
import { toSeconds } from '../../protocol/dates.ts'
import * as field from '../../protocol/fields.ts'
import type { Services } from '../../protocol/services.ts'
import { isAtLeast, type Prefix } from '../../protocol/versions.ts'

export const EntitlementV200 = field.object({
  entitlement_id: field.string(),
  role_name: field.string(),
  bank_id: field.string(),
  expires: field.optional(field.dateTime()),
})
export const EntitlementsV200 = field.object({ list: field.array(EntitlementV200) })

/** Under v6.0.0 a role goes by its new name, also where it was granted under an old one. */
export const toEntitlementV200 = (
  { entitlementId, roleName, bankId, expiresAt }: Entitlement,
  prefix: Prefix,
): Static<typeof EntitlementV200> => ({
  entitlement_id: entitlementId,
  role_name: isAtLeast(prefix, 'v6.0.0') ? newestNameOf(roleName) : roleName,
  bank_id: bankId,
  ...(expiresAt !== null && { expires: toSeconds(expiresAt) }),
})

export const toEntitlementsV200 = (
  entitlements: readonly Entitlement[],
  prefix: Prefix,
): Static<typeof EntitlementsV200> => ({ list: entitlements.map((each) => toEntitlementV200(each, prefix)) })

/** What the descriptions of the lists say of roles that are given for a time. */
export const listedUntil = {
  en: 'A role that was given for a time has `expires`, and is listed until then.',
  es: 'Un rol concedido por un tiempo lleva `expires` y aparece hasta ese momento.',
}

/** What shows that a user is a super admin; no row stands behind it. */
const superAdmin = { entitlement_id: '', role_name: 'SuperAdmin', bank_id: '' }

/** A user's entitlements as those see them who look after users. */
export async function entitlementsOf(
  user: User,
  prefix: Prefix,
  { entitlements, settings }: Pick<Services, 'entitlements' | 'settings'>,
): Promise<Static<typeof EntitlementsV200>> {
  const { list } = toEntitlementsV200(await entitlements.ofUser(user.userId), prefix)
  return { list: isSuperAdmin(user, settings) ? [...list, superAdmin] : list }
}

export const exampleEntitlement = {
  entitlement_id: '6fb17583-1e49-4435-bb74-a14fe0996723',
  role_name: 'CanGetCustomersAtOneBank',
  bank_id: 'gh.29.uk',
}
