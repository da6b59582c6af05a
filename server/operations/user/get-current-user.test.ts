import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getCurrentUser } from './get-current-user.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('getCurrentUser v2.0.0', () => {
  test('200 with the user and their roles, and nobody else’s', async () => {
    const { userId, username, token } = await server.user({
      'gh.29.uk': ['CanCreateCustomer'],
      '': ['CanGetAnyUser'],
    })
    await server.user({ 'gh.29.uk': ['CanGetCrmEvents'] })
    const answer = await server.call('/obp/v2.0.0/users/current', { token })
    expectDeclared(answer, getCurrentUser, 200)
    expect(answer.body).toEqual({
      user_id: userId,
      email: `${username}@example.com`,
      provider_id: username,
      provider: 'fichero',
      username,
      entitlements: {
        list: [
          { entitlement_id: expect.any(String), role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk' },
          { entitlement_id: expect.any(String), role_name: 'CanGetAnyUser', bank_id: '' },
        ],
      },
    })
  })

  test('users who ask at once each see themselves', async () => {
    const users = await Promise.all(
      Array.from({ length: 20 }, (_, place) => server.user({ [`bank.${place}`]: ['CanGetCrmEvents'] })),
    )
    const answers = await Promise.all(users.map(({ token }) => server.call('/obp/v2.1.0/users/current', { token })))
    expect(answers.map(({ body }) => [body.user_id, body.entitlements.list[0].bank_id])).toEqual(
      users.map(({ userId }, place) => [userId, `bank.${place}`]),
    )
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v2.0.0/users/current')
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({
      code: 401,
      message: 'OBP-20001: User not logged in. Authentication is required!',
    })
  })
})
