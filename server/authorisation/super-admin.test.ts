import { expect, test } from 'vitest'
import type { User } from '../authentication/caller.ts'
import { assertMayLookAfter, isSuperAdmin } from './super-admin.ts'

const settings = { adminUsername: 'root.admin', localIdentityProvider: 'fichero', superAdminUserIds: ['id-1', 'id-2'] }
const user = { userId: 'id-9', provider: 'fichero', username: 'somebody', email: '' }

test('the local user of ADMIN_USERNAME is a super admin', () => {
  expect(isSuperAdmin({ ...user, username: 'root.admin' }, settings)).toBe(true)
})

test('a user of that name at another provider is none', () => {
  expect(isSuperAdmin({ ...user, username: 'root.admin', provider: 'dauth.x' }, settings)).toBe(false)
})

test('the users of SUPER_ADMIN_USER_IDS are super admins', () => {
  expect(isSuperAdmin({ ...user, userId: 'id-2' }, settings)).toBe(true)
  expect(isSuperAdmin({ ...user, userId: 'ID-2' }, settings)).toBe(false)
})

test('nobody else is, also where ADMIN_USERNAME is not set', () => {
  expect(isSuperAdmin(user, settings)).toBe(false)
  expect(isSuperAdmin(user, { ...settings, adminUsername: undefined, superAdminUserIds: [] })).toBe(false)
})

test('a super admin is looked after by a super admin, another or they themselves, and by nobody else', () => {
  const [one, other] = settings.superAdminUserIds.map((userId) => ({ ...user, userId })) as [User, User]
  for (const caller of [one, other]) expect(() => assertMayLookAfter(one, caller, settings)).not.toThrow()
  expect(() => assertMayLookAfter(one, user, settings)).toThrow('OBP-20050')
  expect(() => assertMayLookAfter(user, user, settings)).not.toThrow()
})
