import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { deleteScope } from './delete-scope.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await insertConsumer(server, 'desk')
  await insertConsumer(server, 'other')
  token = (await server.user({ '': ['CanDeleteScopeAtAnyBank'] })).token
})
afterAll(() => server.close())

const given = async (bankId: string) =>
  (await server.services.scopes.grant(origin, { consumerId: 'desk', roleName: 'CanGetCrmEvents', bankId }))!.scopeId
const remove = (consumerId: string, scopeId: string, as = token, prefix = 'v3.0.0') =>
  server.call(`/obp/${prefix}/consumers/${consumerId}/scope/${scopeId}`, { method: 'DELETE', ...(as && { token: as }) })
const left = async () => (await server.services.scopes.ofConsumer('desk')).map(({ scopeId }) => scopeId)

describe('deleteScope', () => {
  test.each(['v3.0.0', 'v4.0.0'])('200 with an empty object under %s, and the trail tells', async (prefix) => {
    const scopeId = await given(`b.${prefix}`)
    const answer = await remove('desk', scopeId, token, prefix)
    expectDeclared(answer, deleteScope, 200)
    expect(answer.text).toBe('{}')
    expect(await left()).not.toContain(scopeId)
    const trail = await auditOf(server, 'consumer_scope', scopeId)
    expect(trail.at(-1)).toMatchObject({
      bank_id: `b.${prefix}`,
      operation_id: 'OBPv3.0.0-deleteScope',
      change: { deleted: { consumer_id: 'desk', role_name: 'CanGetCrmEvents' } },
    })
  })

  test('401 without a login, 403 without the role: the scope stays', async () => {
    const scopeId = await given('b.401')
    expect((await remove('desk', scopeId, '')).status).toBe(401)
    const { token: nobody } = await server.user({ '': ['CanCreateScopeAtAnyBank'] })
    const answer = await remove('desk', scopeId, nobody)
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanDeleteScopeAtAnyBank',
    ])
    expect(await left()).toContain(scopeId)
  })

  test('404 OBP-30019 for an unknown consumer, 400 OBP-20025 for an unknown scope or another consumer’s', async () => {
    const scopeId = await given('b.404')
    const unknown = await remove('no-consumer', scopeId)
    expect([unknown.status, unknown.body.message.slice(0, 9)]).toEqual([404, 'OBP-30019'])
    for (const [consumerId, id] of [
      ['desk', 'no-scope'],
      ['other', scopeId],
    ] as const) {
      const answer = await remove(consumerId, id)
      expect([answer.status, answer.body.message]).toEqual([
        400,
        `OBP-20025: Scope not found. Please specify a valid value for SCOPE_ID. Current SCOPE_ID(${id})`,
      ])
    }
    expect(await left()).toContain(scopeId)
  })

  test('of five calls at once one is 200, and the trail has one removal', async () => {
    const scopeId = await given('b.5')
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove('desk', scopeId)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400, 400])
    expect(await auditOf(server, 'consumer_scope', scopeId)).toHaveLength(2)
  })
})
