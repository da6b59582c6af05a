import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getConsumersForCurrentUser } from './get-consumers-for-current-user.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v3.1.0/management/users/current/consumers'

describe('getConsumersForCurrentUser', () => {
  test('200 with the caller’s own consumers, the newest first, and neither keys nor secrets', async () => {
    const [mine, other] = [await server.user(), await server.user()]
    await insertConsumer(server, 'older', { created_by_user_id: mine.userId, created_at: '2020-01-01T00:00:00Z' })
    await insertConsumer(server, 'newer', { created_by_user_id: mine.userId, created_at: '2021-01-01T00:00:00Z' })
    await insertConsumer(server, 'other', { created_by_user_id: other.userId })
    const answer = await server.call(path, { token: mine.token })
    expectDeclared(answer, getConsumersForCurrentUser, 200)
    expect(answer.body.consumers).toEqual([
      expect.objectContaining({ consumer_id: 'newer', created: '2021-01-01T00:00:00Z' }),
      {
        consumer_id: 'older',
        app_name: 'App older',
        app_type: 'Public',
        description: 'About older',
        developer_email: 'older@example.com',
        redirect_url: 'https://older.example.com',
        created_by_user: {
          user_id: mine.userId,
          email: `${mine.username}@example.com`,
          provider_id: mine.username,
          provider: 'fichero',
          username: mine.username,
        },
        enabled: true,
        created: '2020-01-01T00:00:00Z',
      },
    ])
    expect(answer.text).not.toMatch(/key-of-|secret-of-/)
  })

  test('200 and an empty list for who has none, though there are consumers that nobody created', async () => {
    await insertConsumer(server, 'nobody')
    const { token } = await server.user()
    const answer = await server.call(path, { token })
    expectDeclared(answer, getConsumersForCurrentUser, 200)
    expect(answer.body).toEqual({ consumers: [] })
  })

  test('users who ask at once each get their own', async () => {
    const users = await Promise.all(Array.from({ length: 6 }, () => server.user()))
    await Promise.all(users.map(({ userId }, n) => insertConsumer(server, `own-${n}`, { created_by_user_id: userId })))
    const answers = await Promise.all(users.map(({ token }) => server.call(path, { token })))
    for (const [n, { body }] of answers.entries()) {
      expect(body.consumers).toHaveLength(1)
      expect(body.consumers[0].consumer_id).toBe(`own-${n}`)
    }
  })

  test('401 without a login, and when the credentials are wrong', async () => {
    const answer = await server.call(path)
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
    expect((await server.call(path, { token: 'nonsense' })).status).toBe(401)
  })
})
