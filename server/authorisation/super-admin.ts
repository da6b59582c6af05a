/**
 * Super admins: users who may give roles without having any. The settings name them. No role lets anybody else lock or
 * delete them, or reset their password or second factor; what else is done to users may be done to them.
 */
import type { User } from '../authentication/caller.ts'
import { NotASuperAdmin, Refusal } from '../protocol/errors.ts'
import type { Settings } from '../settings.ts'

type Naming = Pick<Settings, 'adminUsername' | 'localIdentityProvider' | 'superAdminUserIds'>

/** True for the local user of ADMIN_USERNAME and for the users of SUPER_ADMIN_USER_IDS; nobody else. */
export const isSuperAdmin = ({ userId, provider, username }: User, settings: Naming): boolean =>
  settings.superAdminUserIds.includes(userId) ||
  // another provider may have a user of the same name
  (username === settings.adminUsername && provider === settings.localIdentityProvider)

/**
 * Keeps a role that lets one look after users from being worth as much as a super admin is.
 * @throws Refusal OBP-20050 where the user is a super admin and the caller is none
 */
export function assertMayLookAfter(user: User, caller: User, settings: Naming): void {
  if (isSuperAdmin(user, settings) && !isSuperAdmin(caller, settings)) throw new Refusal(NotASuperAdmin)
}
