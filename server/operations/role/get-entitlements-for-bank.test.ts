import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getEntitlementsForBank } from './get-entitlements-for-bank.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  await server.bank('other.bank')
})
afterAll(() => server.close())

const ask = (bankId: string, token?: string) =>
  server.call(`/obp/v4.0.0/banks/${bankId}/entitlements`, token ? { token } : {})

describe('getEntitlementsForBank', () => {
  test('200 with what users hold at the bank, and nothing of other banks', async () => {
    const { userId: clerk } = await server.user({ 'gh.29.uk': ['CanCreateCustomer'], '': ['CanGetAnyUser'] })
    await server.user({ 'other.bank': ['CanCreateCustomer'] })
    const { userId, token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const answer = await ask('gh.29.uk', token)
    expectDeclared(answer, getEntitlementsForBank, 200)
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(answer.body).toEqual({
      list: [
        { entitlement_id: id, role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk', user_id: clerk },
        { entitlement_id: id, role_name: 'CanGetEntitlementsForOneBank', bank_id: 'gh.29.uk', user_id: userId },
      ],
    })
  })

  test('200 for CanGetEntitlementsForAnyBank at every bank', async () => {
    const { token } = await server.user({ '': ['CanGetEntitlementsForAnyBank'] })
    expect((await ask('other.bank', token)).body.list).toMatchObject([{ bank_id: 'other.bank' }])
  })

  test('401 without a login', async () => {
    const answer = await ask('gh.29.uk')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('404 OBP-30001 when the bank is unknown', async () => {
    const { token } = await server.user({ '': ['CanGetEntitlementsForAnyBank'] })
    const answer = await ask('no.bank', token)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30001: /)
  })

  test('403 with the role at another bank only', async () => {
    const { token } = await server.user({ 'other.bank': ['CanGetEntitlementsForOneBank'] })
    const answer = await ask('gh.29.uk', token)
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanGetEntitlementsForOneBank or CanGetEntitlementsForAnyBank for BankId(gh.29.uk).',
    )
  })
})
