import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../authorisation/roles.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getRolesWithEntitlementCounts } from './get-roles-with-entitlement-counts.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanGetRolesWithEntitlementCountsAtAllBanks'] })).token
})
afterAll(() => server.close())

const get = (as = token) => server.call('/obp/v6.0.0/management/roles-with-entitlement-counts', as ? { token: as } : {})

describe('getRolesWithEntitlementCountsAtAllBanks', () => {
  test('200 with every role by name, and how many hold it at all banks together', async () => {
    await server.user({ 'bank.a': ['CanGetCrmEvents'], 'bank.b': ['CanGetCrmEvents'] })
    await server.user({ 'bank.a': ['CanGetCrmEvents'] })
    const answer = await get()
    expectDeclared(answer, getRolesWithEntitlementCounts, 200)
    const listed: { role: string; entitlement_count: number }[] = answer.body.roles
    expect(listed.map(({ role }) => role)).toEqual(roles.map(({ name }) => name))
    expect(listed).toContainEqual({ role: 'CanGetCrmEvents', requires_bank_id: true, entitlement_count: 3 })
    const counted = listed.filter(({ entitlement_count }) => entitlement_count > 0).map(({ role }) => role)
    expect(counted).toEqual(['CanGetCrmEvents', 'CanGetRolesWithEntitlementCountsAtAllBanks'])
  })

  test('401 without a login, 403 without the role', async () => {
    expect((await get('')).status).toBe(401)
    const answer = await get((await server.user({ '': ['CanGetEntitlementsForAnyBank'] })).token)
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanGetRolesWithEntitlementCountsAtAllBanks',
    ])
  })
})
