import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { getScopes } from './get-scopes.ts'
import { getScopesV400 } from './get-scopes-v400.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await insertConsumer(server, 'desk')
  await insertConsumer(server, 'other')
  token = (await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] })).token
})
afterAll(() => server.close())

const get = (consumerId: string, as = token, prefix = 'v4.0.0') =>
  server.call(`/obp/${prefix}/consumers/${consumerId}/scopes`, as ? { token: as } : {})

describe('getScopes', () => {
  test('200 with an empty list', async () => {
    expect((await get('other')).body).toEqual({ list: [] })
  })

  test.each([
    ['v3.0.0', getScopes],
    ['v4.0.0', getScopesV400],
  ])('200 with the scopes of that consumer under %s, by role, then bank', async (prefix, operation) => {
    for (const [roleName, bankId] of [
      ['CanGetCrmEvents', 'b.2'],
      ['CanGetCrmEvents', 'b.1'],
      ['CanGetAnyUser', ''],
    ] as const)
      await server.services.scopes.grant(origin, { consumerId: 'desk', roleName, bankId })
    const answer = await get('desk', token, prefix)
    expectDeclared(answer, operation, 200)
    const scope_id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(answer.body).toEqual({
      list: [
        { scope_id, role_name: 'CanGetAnyUser', bank_id: '' },
        { scope_id, role_name: 'CanGetCrmEvents', bank_id: 'b.1' },
        { scope_id, role_name: 'CanGetCrmEvents', bank_id: 'b.2' },
      ],
    })
    expect((await get('other')).body).toEqual({ list: [] })
  })

  test('401 without a login, 403 without the role, 404 OBP-30019 for an unknown consumer', async () => {
    expect((await get('desk', '')).status).toBe(401)
    const answer = await get('no-consumer', (await server.user({ '': ['CanGetConsumers'] })).token)
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanGetEntitlementsForAnyUserAtAnyBank',
    ])
    const unknown = await get('no-consumer')
    expect([unknown.status, unknown.body.message.slice(0, 9)]).toEqual([404, 'OBP-30019'])
  })
})
