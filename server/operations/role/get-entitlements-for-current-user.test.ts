import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RoleName, roleNamed } from '../../authorisation/roles.ts'
import type { Instant } from '../../storage/schema.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { getEntitlementsForCurrentUser } from './get-entitlements-for-current-user.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ask = (token?: string, query = '') => server.call(`/obp/v3.0.0/my/entitlements${query}`, token ? { token } : {})

describe('getEntitlementsForCurrentUser', () => {
  test('200 with one’s own roles and nobody else’s', async () => {
    await server.user({ 'gh.29.uk': ['CanAddKycCheck'] })
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer'] })
    const answer = await ask(token)
    expectDeclared(answer, getEntitlementsForCurrentUser, 200)
    expect(answer.body).toEqual({
      list: [{ entitlement_id: expect.any(String), role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk' }],
    })
  })

  test('200 with an empty list for a user who holds nothing', async () => {
    const { token } = await server.user()
    expect((await ask(token)).body).toEqual({ list: [] })
  })

  test('200 with those that have expired, for who asks for them: one’s own, until they are given again', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanCreateCustomer'] })
    const { userId: other } = await server.user()
    const role = { roleName: 'CanAddKycCheck', bankId: 'gh.29.uk' }
    for (const each of [userId, other])
      await server.services.entitlements.grant(origin, {
        userId: each,
        ...role,
        expiresAt: '2099-03-04T05:06:07Z' as Instant,
      })
    const names = async (query: string) =>
      (await ask(token, query)).body.list.map(({ role_name }: { role_name: string }) => role_name)
    expect(await names('?status=expired')).toEqual([])
    expect(await names('?status=held')).toEqual(['CanAddKycCheck', 'CanCreateCustomer'])
    await server.storage.pool.query(
      `update entitlement set created_at = '2026-01-02T00:00:00Z', expires_at = '2026-01-03T10:00:00Z'
       where role_name = 'CanAddKycCheck' and user_id in ($1, $2)`,
      [userId, other],
    )
    expect((await ask(token, '?status=expired')).body).toEqual({
      list: [
        {
          entitlement_id: expect.any(String),
          role_name: 'CanAddKycCheck',
          bank_id: 'gh.29.uk',
          expires: '2026-01-03T10:00:00Z',
        },
      ],
    })
    expect(await names('')).toEqual(['CanCreateCustomer'])
    await server.services.entitlements.grant(origin, { userId, ...role })
    expect(await names('?status=expired')).toEqual([])
  })

  test.each([
    ['CanGetCustomer', ['CanGetCustomersAtOneBank'], false],
    ['CanGetCustomersAtOneBank', ['CanGetCustomer'], false],
    ['CanGetCustomers', ['CanAddKycCheck'], true],
    ['CanCreateRateLimits', ['CanSetCallLimits'], false],
    ['CanCreateRateLimits', ['CanUpdateRateLimits'], true],
    ['CanSetCallLimits', ['CanCreateRateLimits'], true],
    ['CanSetCallLimits', ['CanCreateRateLimits', 'CanUpdateRateLimits'], false],
  ] as const)('%s that has expired, while %j are held: listed as expired is %s', async (expired, held, isListed) => {
    const { token, userId } = await server.user()
    const bankId = roleNamed(expired)!.requiresBankId ? 'gh.29.uk' : ''
    const grant = (roleName: RoleName, at: string) =>
      server.services.entitlements.grant(origin, { userId, roleName, bankId: at })
    await grant(expired, bankId)
    await server.storage.pool.query(
      `update entitlement set created_at = '2026-01-02T00:00:00Z', expires_at = '2026-01-03T10:00:00Z' where user_id = $1`,
      [userId],
    )
    const isExpired = async () => (await ask(token, '?status=expired')).body.list.length === 1
    for (const each of held) await grant(each, 'other.bank')
    expect(await isExpired()).toBe(true)
    for (const each of held) await grant(each, bankId)
    expect(await isExpired()).toBe(isListed)
  })

  test('400 OBP-10016 for another status', async () => {
    const { token } = await server.user()
    const answer = await ask(token, '?status=lost')
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-10016: .*status must be one of held, expired\.$/)
  })

  test('401 without a login', async () => {
    const answer = await ask()
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })
})
