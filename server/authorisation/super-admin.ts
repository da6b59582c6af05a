/** Super admins: users who may give roles without having any. The settings name them. */
import type { User } from '../authentication/caller.ts'
import type { Settings } from '../settings.ts'

type Naming = Pick<Settings, 'adminUsername' | 'localIdentityProvider' | 'superAdminUserIds'>

/** True for the local user of ADMIN_USERNAME and for the users of SUPER_ADMIN_USER_IDS; nobody else. */
export const isSuperAdmin = ({ userId, provider, username }: User, settings: Naming): boolean =>
  settings.superAdminUserIds.includes(userId) ||
  // another provider may have a user of the same name
  (username === settings.adminUsername && provider === settings.localIdentityProvider)
