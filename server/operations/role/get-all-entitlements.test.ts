import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getAllEntitlements } from './get-all-entitlements.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('getAllEntitlements v2.0.0', () => {
  test('200 with what all users hold', async () => {
    await server.user({ 'gh.29.uk': ['CanCreateCustomer'] })
    await server.user({ 'other.bank': ['CanCreateCustomer'] })
    const { token } = await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] })
    const answer = await server.call('/obp/v2.0.0/entitlements', { token })
    expectDeclared(answer, getAllEntitlements, 200)
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(answer.body).toEqual({
      list: [
        { entitlement_id: id, role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk' },
        { entitlement_id: id, role_name: 'CanCreateCustomer', bank_id: 'other.bank' },
        { entitlement_id: id, role_name: 'CanGetEntitlementsForAnyUserAtAnyBank', bank_id: '' },
      ],
    })
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v2.0.0/entitlements')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 without the role', async () => {
    const { token } = await server.user({ '': ['CanGetAnyUser'] })
    const answer = await server.call('/obp/v2.0.0/entitlements', { token })
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanGetEntitlementsForAnyUserAtAnyBank',
    )
  })
})
