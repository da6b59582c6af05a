import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getCurrentUserId } from './get-current-user-id.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

describe('getCurrentUserId', () => {
  test('200 with the id', async () => {
    const { userId, token } = await server.user()
    const answer = await server.call('/obp/v4.0.0/users/current/user_id', { token })
    expectDeclared(answer, getCurrentUserId, 200)
    expect(answer.body).toEqual({ user_id: userId })
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v4.0.0/users/current/user_id')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('404 before v4.0.0', async () => {
    const { token } = await server.user()
    expect((await server.call('/obp/v3.1.0/users/current/user_id', { token })).status).toBe(404)
  })
})
