import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getCurrentUserV600 } from './get-current-user-v600.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('getCurrentUser v6.0.0', () => {
  test('200 with the roles by their new names and what gave each, and nobody else’s', async () => {
    const { userId, username, token } = await server.user({ 'gh.29.uk': ['CanGetCustomer'] })
    await server.user({ 'gh.29.uk': ['CanAddKycCheck'] })
    const answer = await server.call('/obp/v6.0.0/users/current', { token })
    expectDeclared(answer, getCurrentUserV600, 200)
    expect(answer.body).toEqual({
      user_id: userId,
      email: `${username}@example.com`,
      provider_id: username,
      provider: 'fichero',
      username,
      entitlements: {
        list: [
          {
            entitlement_id: expect.any(String),
            role_name: 'CanGetCustomersAtOneBank',
            bank_id: 'gh.29.uk',
            created_by_process: 'manual',
          },
        ],
      },
      views: { list: [] },
    })
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v6.0.0/users/current')
    expect([answer.status, answer.body.message]).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
  })
})
