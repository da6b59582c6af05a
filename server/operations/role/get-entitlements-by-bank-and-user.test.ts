import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getEntitlementsByBankAndUser } from './get-entitlements-by-bank-and-user.ts'

let server: TestServer
let holder: { userId: string }
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  await server.bank('other.bank')
  holder = await server.user({
    'gh.29.uk': ['CanCreateCustomer'],
    'other.bank': ['CanAddKycCheck'],
    '': ['CanGetAnyUser'],
  })
})
afterAll(() => server.close())

const ask = (bankId: string, userId: string, token?: string) =>
  server.call(`/obp/v2.1.0/banks/${bankId}/users/${userId}/entitlements`, token ? { token } : {})

describe('getEntitlementsByBankAndUser', () => {
  test('200 with what the user holds at the bank, for either role', async () => {
    for (const roles of [
      { 'gh.29.uk': ['CanGetEntitlementsForAnyUserAtOneBank' as const] },
      { '': ['CanGetEntitlementsForAnyUserAtAnyBank' as const] },
    ]) {
      const { token } = await server.user(roles)
      const answer = await ask('gh.29.uk', holder.userId, token)
      expectDeclared(answer, getEntitlementsByBankAndUser, 200)
      expect(answer.body).toEqual({
        list: [
          {
            entitlement_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
            role_name: 'CanCreateCustomer',
            bank_id: 'gh.29.uk',
          },
        ],
      })
    }
  })

  test('401 without a login', async () => {
    const answer = await ask('gh.29.uk', holder.userId)
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('404 OBP-30001 when the bank is unknown, before the role is looked at', async () => {
    const { token } = await server.user()
    const answer = await ask('no.bank', holder.userId, token)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30001: /)
  })

  test('403 with the role at another bank only', async () => {
    const { token } = await server.user({ 'other.bank': ['CanGetEntitlementsForAnyUserAtOneBank'] })
    const answer = await ask('gh.29.uk', holder.userId, token)
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanGetEntitlementsForAnyUserAtOneBank or CanGetEntitlementsForAnyUserAtAnyBank for BankId(gh.29.uk).',
    )
    expect((await ask('other.bank', holder.userId, token)).body.list).toMatchObject([{ role_name: 'CanAddKycCheck' }])
  })

  test('404 OBP-20005 when the user is unknown', async () => {
    const { token } = await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] })
    const answer = await ask('gh.29.uk', 'nobody', token)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-20005: /)
  })
})
