import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getEntitlementsForCurrentUser } from './get-entitlements-for-current-user.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const ask = (token?: string) => server.call('/obp/v3.0.0/my/entitlements', token ? { token } : {})

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

  test('401 without a login', async () => {
    const answer = await ask()
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })
})
