import { expect, test } from 'vitest'
import { isSuperAdmin } from './super-admin.ts'

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
