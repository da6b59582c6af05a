import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getAllEntitlementsV310 } from './get-all-entitlements-v310.ts'

let server: TestServer
let token: string
let ana: { userId: string; username: string }
let ben: { userId: string; username: string }
beforeAll(async () => {
  server = await startTestServer()
  ana = await server.user({ 'gh.29.uk': ['CanGetCustomer', 'CanCreateCustomer'] })
  ben = await server.user({ 'other.bank': ['CanGetCustomersAtOneBank'] })
  ;({ token } = await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] }))
})
afterAll(() => server.close())

const ask = (query = '', as: string | undefined = token) =>
  server.call(`/obp/v3.1.0/entitlements${query}`, as ? { token: as } : {})

describe('getAllEntitlements v3.1.0', () => {
  test('200 with what all users hold, and who they are', async () => {
    const answer = await ask()
    expectDeclared(answer, getAllEntitlementsV310, 200)
    expect(answer.body.list).toHaveLength(4)
    expect(answer.body.list[0]).toEqual({
      entitlement_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      role_name: 'CanCreateCustomer',
      bank_id: 'gh.29.uk',
      user_id: ana.userId,
      username: ana.username,
    })
  })

  test('?role= keeps one role', async () => {
    const { body } = await ask('?role=CanCreateCustomer')
    expect(body.list).toMatchObject([{ role_name: 'CanCreateCustomer', username: ana.username }])
  })

  test.each(['CanGetCustomer', 'CanGetCustomersAtOneBank'])(
    '?role=%s finds its holders under both names',
    async (role) => {
      const { body } = await ask(`?role=${role}`)
      expect(body.list).toMatchObject([
        { role_name: 'CanGetCustomer', username: ana.username },
        { role_name: 'CanGetCustomersAtOneBank', username: ben.username },
      ])
    },
  )

  test('?role= of a name that no role has is an empty list', async () => {
    expect((await ask('?role=CanFly')).body).toEqual({ list: [] })
  })

  test('401 without a login', async () => {
    const answer = await ask('', '')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 without the role', async () => {
    const { token: other } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const answer = await ask('', other)
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanGetEntitlementsForAnyUserAtAnyBank',
    )
  })
})
