import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Refusal } from '../protocol/errors.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'
import { holds } from './requirement.ts'
import type { RoleName } from './roles.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const granted = async (userId: string, roleName: RoleName, bankId: string) =>
  (await server.services.entitlements.grant(origin, { userId, roleName, bankId }))!

describe('entitlements', () => {
  test('a role at bank A is nothing at bank B, and nothing in the system', async () => {
    const { entitlements } = server.services
    await granted('ana', 'CanCreateCustomer', 'bank.a')
    expect(holds(await entitlements.heldBy('ana', 'bank.a'), 'CanCreateCustomer')).toBe(true)
    expect(holds(await entitlements.heldBy('ana', 'bank.b'), 'CanCreateCustomer')).toBe(false)
    expect(await entitlements.heldBy('ana', '')).toEqual({ atBank: new Set(), inSystem: new Set() })
  })

  test('a bank role that stands without a bank counts nowhere', async () => {
    await granted('ben', 'CanCreateCustomer', '')
    for (const place of ['', 'bank.a'])
      expect(holds(await server.services.entitlements.heldBy('ben', place), 'CanCreateCustomer')).toBe(false)
  })

  test.each([
    ['CanGetCustomer', 'CanGetCustomersAtOneBank', 'bank.a'],
    ['CanGetCustomersAtOneBank', 'CanGetCustomers', 'bank.a'],
    ['CanGetCustomersAtAnyBank', 'CanGetCustomersAtAllBanks', ''],
    ['CanGetCustomersAtAllBanks', 'CanGetCustomersAtAnyBank', ''],
  ] as const)('%s, once granted, satisfies a check for %s until it is revoked', async (given, asked, bankId) => {
    const { entitlements } = server.services
    const userId = crypto.randomUUID()
    const { entitlementId } = await granted(userId, given, bankId)
    expect(holds(await entitlements.heldBy(userId, 'bank.a'), asked)).toBe(true)
    expect(await entitlements.revoke(origin, { userId, entitlementId })).toBe('revoked')
    expect(holds(await entitlements.heldBy(userId, 'bank.a'), asked)).toBe(false)
  })

  test('a right that was taken away since it was looked at gives nothing', async () => {
    const { entitlements } = server.services
    const { userId } = await server.user()
    const given = { userId: 'eve', roleName: 'CanCreateCustomer', bankId: 'bank.a' }
    const rights = ['CanCreateEntitlementAtAnyBank', 'CanCreateEntitlementAtOneBank']
    const refusal = await entitlements.grant({ ...origin, userId }, { ...given, rights }).catch((error) => error)
    expect(refusal).toBeInstanceOf(Refusal)
    expect([refusal.text('en_GB'), refusal.text('es_ES')]).toEqual([
      'OBP-20006: User is missing one or more roles: CanCreateEntitlementAtAnyBank or CanCreateEntitlementAtOneBank',
      'OBP-20006: Al usuario le faltan uno o más roles: CanCreateEntitlementAtAnyBank o CanCreateEntitlementAtOneBank',
    ])
    expect(await entitlements.ofUser('eve')).toEqual([])
    await granted(userId, 'CanCreateEntitlementAtAnyBank', '')
    expect(await entitlements.grant({ ...origin, userId }, { ...given, rights })).toMatchObject(given)
  })

  test('users who are looked up at once each hold their own', async () => {
    const users = Array.from({ length: 50 }, (_, place) => `crowd-${place}`)
    await Promise.all(users.map((userId, place) => granted(userId, 'CanAddKycCheck', `bank.${place % 2}`)))
    const held = await Promise.all(
      users.map(async (userId) => holds(await server.services.entitlements.heldBy(userId, 'bank.0'), 'CanAddKycCheck')),
    )
    expect(held).toEqual(users.map((_, place) => place % 2 === 0))
  })

  test('a refused revocation leaves the entitlement and no trail', async () => {
    const { entitlements } = server.services
    const { entitlementId } = await granted('dora', 'CanAddKycCheck', 'bank.a')
    expect(await entitlements.revoke(origin, { userId: 'ana', entitlementId })).toBe('of another user')
    expect(await entitlements.revoke(origin, { userId: 'dora', entitlementId: 'none' })).toBe('unknown')
    expect(await entitlements.ofUser('dora')).toHaveLength(1)
    const { rows } = await server.storage.pool.query(`select change from audit_event where subject_id = $1`, [
      entitlementId,
    ])
    expect(rows).toEqual([{ change: { created: { user_id: 'dora', role_name: 'CanAddKycCheck' } } }])
  })
})
