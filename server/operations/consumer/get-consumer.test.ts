import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getConsumer } from './get-consumer.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanGetConsumers'] })).token
})
afterAll(() => server.close())

const get = (consumerId: string, as = token) =>
  server.call(`/obp/v3.1.0/management/consumers/${encodeURIComponent(consumerId)}`, { token: as })

describe('getConsumer', () => {
  test('200 with the consumer and who created it, and neither key nor secret', async () => {
    const { userId, username } = await server.user()
    await insertConsumer(server, 'desk', { created_by_user_id: userId, created_at: '2020-05-06T07:08:09Z' })
    const answer = await get('desk')
    expectDeclared(answer, getConsumer, 200)
    expect(answer.body).toEqual({
      consumer_id: 'desk',
      app_name: 'App desk',
      app_type: 'Public',
      description: 'About desk',
      developer_email: 'desk@example.com',
      redirect_url: 'https://desk.example.com',
      created_by_user: {
        user_id: userId,
        email: `${username}@example.com`,
        provider_id: username,
        provider: 'fichero',
        username,
      },
      enabled: true,
      created: '2020-05-06T07:08:09Z',
    })
    expect(answer.text).not.toMatch(/key-of-|secret-of-|certificate-of-/)
  })

  test('200 and null for the creator when nobody is known', async () => {
    await insertConsumer(server, 'bare')
    const answer = await get('bare')
    expect(answer.status).toBe(200)
    expect(answer.body.created_by_user).toBeNull()
  })

  test.each(['no-such-consumer', 'key-of-bare', '1', "' or true --"])('404 OBP-30019 for %s', async (consumerId) => {
    const answer = await get(consumerId)
    expect(answer.body).toEqual({
      code: 404,
      message: `OBP-30019: Consumer not found. Please specify a valid value for CONSUMER_ID. Current ConsumerId is ${consumerId}`,
    })
    expect(answer.status).toBe(404)
  })

  test('of many who ask at once, each gets the consumer they asked for', async () => {
    await insertConsumer(server, 'one')
    await insertConsumer(server, 'two')
    const asked = ['one', 'two', 'three', 'two', 'one']
    const answers = await Promise.all(asked.map((id) => get(id)))
    expect(answers.map(({ body }) => body.consumer_id)).toEqual(['one', 'two', undefined, 'two', 'one'])
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v3.1.0/management/consumers/desk')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 when the role is missing, or held at a bank, whether there is such a consumer or not', async () => {
    await server.bank('gh.29.uk')
    for (const user of [await server.user(), await server.user({ 'gh.29.uk': ['CanGetConsumers'] })])
      for (const id of ['desk', 'no-such-consumer']) {
        const answer = await get(id, user.token)
        expect(answer.status).toBe(403)
        expect(answer.body.message).toMatch(/^OBP-20006: User is missing one or more roles: CanGetConsumers$/)
      }
  })

  test('403 for who created it: the role decides', async () => {
    const owner = await server.user()
    await insertConsumer(server, 'owned', { created_by_user_id: owner.userId })
    expect((await get('owned', owner.token)).status).toBe(403)
  })
})
