import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertConsumer, insertConsumers } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getConsumerV210 } from './get-consumer-v210.ts'
import { getConsumersV210 } from './get-consumers-v210.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanGetConsumers'] })).token
})
afterAll(() => server.close())

const get = (path = '', as: string | undefined = token, version = 'v2.1.0') =>
  server.call(`/obp/${version}/management/consumers${path}`, as ? { token: as } : {})

test('200 with one consumer, and with all of them, neither with key nor secret', async () => {
  const { userId, username } = await server.user()
  await insertConsumer(server, 'desk', { created_by_user_id: userId, created_at: '2020-05-06T07:08:09Z' })
  const desk = {
    consumer_id: 'desk',
    app_name: 'App desk',
    app_type: 'Public',
    description: 'About desk',
    developer_email: 'desk@example.com',
    redirect_url: 'https://desk.example.com',
    created_by_user_id: userId,
    created_by_user: {
      user_id: userId,
      email: `${username}@example.com`,
      provider_id: username,
      provider: 'fichero',
      username,
    },
    enabled: true,
    created: '2020-05-06T07:08:09Z',
  }
  const one = await get('/desk')
  expectDeclared(one, getConsumerV210, 200)
  expect(one.body).toEqual(desk)
  expectDeclared(await get('?to_date=2020-12-31T00:00:00.000Z'), getConsumersV210, 200)
  const all = await get()
  expect(all.body.list).toContainEqual(desk)
  for (const { text } of [one, all]) expect(text).not.toMatch(/key-of-|secret-of-|certificate-of-/)
  // later versions have shapes of their own
  expect((await get('', token, 'v3.0.0')).body.list).toContainEqual(desk)
  expect((await get('', token, 'v3.1.0')).body.list).toBeUndefined()
})

test('the list has no limit of its own; nobody known as creator is an empty id', async () => {
  await insertConsumers(server, 60)
  const { list } = (await get()).body
  expect(list.length).toBeGreaterThanOrEqual(60)
  expect(list.at(-1)).toMatchObject({ consumer_id: 'many-0', created_by_user_id: '', created_by_user: null })
  expect((await get('?limit=2&offset=1&sort_direction=ASC')).body.list).toHaveLength(2)
})

test('404 OBP-30019, 401 without a login, 403 without the role', async () => {
  const unknown = await get('/no-such-consumer')
  expect([unknown.status, unknown.body.message.slice(0, 9)]).toEqual([404, 'OBP-30019'])
  const { token: other } = await server.user()
  for (const path of ['', '/desk']) {
    expect((await get(path, '')).status).toBe(401)
    const refused = await get(path, other)
    expect([refused.status, refused.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanGetConsumers',
    ])
  }
})
