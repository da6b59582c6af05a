import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getEntitlements } from './get-entitlements.ts'

let server: TestServer
let token: string
let superAdmin: { userId: string; token: string }
beforeAll(async () => {
  server = await startTestServer({ adminUsername: 'root.admin' })
  ;({ token } = await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] }))
  superAdmin = await server.user({ '': ['CanGetAnyUser'] }, 'root.admin')
})
afterAll(() => server.close())

const ask = (userId: string, as?: string, prefix = 'v2.0.0') =>
  server.call(`/obp/${prefix}/users/${userId}/entitlements`, as ? { token: as } : {})

describe('getEntitlements v2.0.0', () => {
  test('200 with what the user holds everywhere, and nothing of others', async () => {
    const { userId } = await server.user({
      'other.bank': ['CanCreateCustomer'],
      'gh.29.uk': ['CanCreateCustomer', 'CanAddKycCheck'],
      '': ['CanGetAnyUser'],
    })
    const answer = await ask(userId, token)
    expectDeclared(answer, getEntitlements, 200)
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(answer.body).toEqual({
      list: [
        { entitlement_id: id, role_name: 'CanAddKycCheck', bank_id: 'gh.29.uk' },
        { entitlement_id: id, role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk' },
        { entitlement_id: id, role_name: 'CanCreateCustomer', bank_id: 'other.bank' },
        { entitlement_id: id, role_name: 'CanGetAnyUser', bank_id: '' },
      ],
    })
  })

  test('200 with an empty list for a user who holds nothing', async () => {
    const { userId } = await server.user()
    expect((await ask(userId, token)).body).toEqual({ list: [] })
  })

  test('a super admin shows the role SuperAdmin, without an id', async () => {
    const { body } = await ask(superAdmin.userId, token)
    expect(body.list).toEqual([
      expect.objectContaining({ role_name: 'CanGetAnyUser' }),
      { entitlement_id: '', role_name: 'SuperAdmin', bank_id: '' },
    ])
  })

  test('being a super admin is not enough to ask', async () => {
    expect((await ask(superAdmin.userId, superAdmin.token)).status).toBe(403)
  })

  test('401 without a login', async () => {
    const answer = await ask('anybody')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 without the role, also about oneself', async () => {
    const { userId, token: theirs } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const answer = await ask(userId, theirs)
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanGetEntitlementsForAnyUserAtAnyBank',
    )
  })

  test('404 OBP-20005 when the user is unknown', async () => {
    const answer = await ask('nobody', token)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toBe(
      'OBP-20005: User not found. Please specify a valid value for USER_ID. Current USER_ID(nobody)',
    )
  })
})
