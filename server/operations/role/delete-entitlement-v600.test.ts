import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { deleteEntitlementV600 } from './delete-entitlement-v600.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanDeleteEntitlementAtAnyBank'] })).token
})
afterAll(() => server.close())

async function holder() {
  const { userId } = await server.user()
  const entitlement = await server.services.entitlements.grant(origin, {
    userId,
    roleName: 'CanGetCrmEvents',
    bankId: 'gh.29.uk',
  })
  return { userId, entitlementId: entitlement!.entitlementId }
}
const remove = (entitlementId: string, as = token, prefix = 'v6.0.0') =>
  server.call(`/obp/${prefix}/entitlements/${entitlementId}`, { method: 'DELETE', ...(as && { token: as }) })
const count = async (userId: string) => (await server.services.entitlements.ofUser(userId)).length

describe('deleteEntitlement, v6.0.0', () => {
  test('204, the role is gone, and the trail tells from whom', async () => {
    const { userId, entitlementId } = await holder()
    expectDeclared(await remove(entitlementId), deleteEntitlementV600, 204)
    expect(await count(userId)).toBe(0)
    const trail = await auditOf(server, 'entitlement', entitlementId)
    expect(trail.at(-1)).toMatchObject({
      bank_id: 'gh.29.uk',
      operation_id: 'OBPv6.0.0-deleteEntitlement',
      change: { deleted: { user_id: userId, role_name: 'CanGetCrmEvents' } },
    })
  })

  test('204 for what is not there; of five calls at once one leaves a trail', async () => {
    expect((await remove('nothing')).status).toBe(204)
    const { entitlementId } = await holder()
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove(entitlementId)))
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204, 204])
    expect(await auditOf(server, 'entitlement', entitlementId)).toHaveLength(2)
  })

  test('401 without a login, 403 without the role: the entitlement stays', async () => {
    const { userId, entitlementId } = await holder()
    expect((await remove(entitlementId, '')).status).toBe(401)
    const answer = await remove(entitlementId, (await server.user()).token)
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanDeleteEntitlementAtAnyBank',
    ])
    expect(await count(userId)).toBe(1)
  })

  test('not served before v6.0.0', async () => {
    expect([404, 405]).toContain((await remove('nothing', token, 'v5.1.0')).status)
  })
})
