import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { deleteEntitlement } from './delete-entitlement.ts'

let server: TestServer
let token: string
let deleterId: string
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  ;({ token, userId: deleterId } = await server.user({ '': ['CanDeleteEntitlementAtAnyBank'] }))
})
afterAll(() => server.close())

const remove = (userId: string, entitlementId: string, as: string | undefined = token) =>
  server.call(`/obp/v2.0.0/users/${userId}/entitlement/${entitlementId}`, {
    method: 'DELETE',
    ...(as && { token: as }),
  })
const holder = async (...roles: RoleName[]) => {
  const user = await server.user({ 'gh.29.uk': roles })
  const [entitlement] = await server.services.entitlements.ofUser(user.userId)
  return { ...user, entitlementId: entitlement!.entitlementId }
}

describe('deleteEntitlement', () => {
  test('204 without a body, and the audit trail tells who took what from whom', async () => {
    const { userId, entitlementId } = await holder('CanGetCrmEvents')
    const answer = await remove(userId, entitlementId)
    expectDeclared(answer, deleteEntitlement, 204)
    expect(await server.services.entitlements.ofUser(userId)).toEqual([])
    const [, deleted] = await auditOf(server, 'entitlement', entitlementId)
    expect(deleted).toEqual({
      bank_id: 'gh.29.uk',
      user_id: deleterId,
      consumer_id: await testConsumerId(server),
      operation_id: 'OBPv2.0.0-deleteEntitlement',
      correlation_id: answer.headers.get('correlation-id'),
      change: { deleted: { user_id: userId, role_name: 'CanGetCrmEvents' } },
    })
  })

  test('what the role allowed is refused on the very next call', async () => {
    const { userId, entitlementId, token: theirs } = await holder('CanGetEntitlementsForOneBank')
    const ask = () => server.call('/obp/v4.0.0/banks/gh.29.uk/entitlements', { token: theirs })
    for (let round = 0; round < 20; round++) expect((await ask()).status).toBe(200)
    await remove(userId, entitlementId)
    expect((await ask()).status).toBe(403)
  })

  test('401 without a login', async () => {
    const { userId, entitlementId } = await holder('CanGetCrmEvents')
    const answer = await remove(userId, entitlementId, '')
    expect(answer.status).toBe(401)
    expect(await server.services.entitlements.ofUser(userId)).toHaveLength(1)
  })

  test('403 without the role, also for one’s own entitlement', async () => {
    const { userId, entitlementId, token: theirs } = await holder('CanCreateEntitlementAtOneBank')
    const answer = await remove(userId, entitlementId, theirs)
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe('OBP-20006: User is missing one or more roles: CanDeleteEntitlementAtAnyBank')
    expect(await server.services.entitlements.ofUser(userId)).toHaveLength(1)
  })

  test('404 OBP-30212 when there is no such entitlement', async () => {
    const { userId } = await holder('CanGetCrmEvents')
    const answer = await remove(userId, 'nothing')
    expect([answer.status, answer.body.message]).toEqual([404, 'OBP-30212: EntitlementId not found'])
  })

  test('400 OBP-30213 when it is another user’s', async () => {
    const { userId, entitlementId } = await holder('CanGetCrmEvents')
    const { userId: other } = await server.user()
    const answer = await remove(other, entitlementId)
    expect([answer.status, answer.body.message]).toEqual([400, 'OBP-30213: USER_ID does not have the ENTITLEMENT_ID.'])
    expect(await server.services.entitlements.ofUser(userId)).toHaveLength(1)
  })

  test('of five calls at once one is 204, the others are 404, and the trail has one removal', async () => {
    const { userId, entitlementId } = await holder('CanGetCrmEvents')
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove(userId, entitlementId)))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404, 404, 404, 404])
    const trail = await auditOf(server, 'entitlement', entitlementId)
    expect(trail.map(({ operation_id }) => operation_id)).toEqual(['test', 'OBPv2.0.0-deleteEntitlement'])
  })
})
