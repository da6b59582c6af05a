import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer, insertConsumers } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getConsumers } from './get-consumers.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanGetConsumers'] })).token
})
afterAll(() => server.close())

const get = (query = '', as = token) => server.call(`/obp/v3.1.0/management/consumers${query}`, { token: as })
const ids = async (query = '') =>
  (await get(query)).body.consumers.map((each: { consumer_id: string }) => each.consumer_id)

describe('getConsumers', () => {
  test('200 with each consumer and who created it, and neither keys nor secrets', async () => {
    const { userId, username } = await server.user()
    await insertConsumer(server, 'mine', { created_by_user_id: userId, created_at: '2020-05-06T07:08:09.5Z' })
    await insertConsumer(server, 'nobody’s', { is_active: false, created_at: '2020-05-06T07:08:08Z' })
    const answer = await get('?to_date=2020-12-31T00:00:00.000Z')
    expectDeclared(await get('?to_date=2020-12-31T00:00:00.000Z&limit=1'), getConsumers, 200)
    expect(answer.body).toEqual({
      consumers: [
        {
          consumer_id: 'mine',
          app_name: 'App mine',
          app_type: 'Public',
          description: 'About mine',
          developer_email: 'mine@example.com',
          redirect_url: 'https://mine.example.com',
          created_by_user: {
            user_id: userId,
            email: `${username}@example.com`,
            provider_id: username,
            provider: 'fichero',
            username,
          },
          enabled: true,
          created: '2020-05-06T07:08:09Z',
        },
        expect.objectContaining({ consumer_id: 'nobody’s', created_by_user: null, enabled: false }),
      ],
    })
    for (const secret of ['key-of-mine', 'secret-of-mine', 'certificate-of-mine'])
      expect(answer.text).not.toContain(secret)
  })

  test('a creator who was deleted is not shown', async () => {
    const { userId } = await server.user()
    await insertConsumer(server, 'orphan', { created_by_user_id: userId })
    await server.storage.pool.query('update app_user set deleted_at = now() where user_id = $1', [userId])
    const { body } = await get()
    expect(body.consumers).toContainEqual(expect.objectContaining({ consumer_id: 'orphan', created_by_user: null }))
  })

  test('the newest come first, 50 of them unless a limit says otherwise; offset, order and dates are followed', async () => {
    // consumer n was created in second n of the year 2001
    await insertConsumers(server, 60)
    const within = 'from_date=2001-01-01T00:00:00.000Z&to_date=2001-01-01T00:00:59.000Z'
    const numbered = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => `many-${from + n}`)
    const newestFirst = numbered(0, 59).reverse()
    expect(await ids(`?${within}`)).toEqual(newestFirst.slice(0, 50))
    expect(await ids(`?${within}&limit=`)).toHaveLength(50)
    expect(await ids(`?${within}&limit=100`)).toEqual(newestFirst)
    expect(await ids(`?${within}&limit=3&offset=50`)).toEqual(newestFirst.slice(50, 53))
    expect(await ids(`?${within}&offset=60`)).toEqual([])
    expect(await ids(`?${within}&limit=2&sort_direction=ASC`)).toEqual(['many-0', 'many-1'])
    expect(await ids('?from_date=2001-01-01T00:00:57.000Z&to_date=2001-01-01T00:00:58.000Z')).toEqual([
      'many-58',
      'many-57',
    ])
  })

  test.each([
    ['limit=0', 'OBP-10025: '],
    ['limit=x', 'OBP-10025: '],
    ['offset=-1', 'OBP-10024: '],
    ['sort_direction=up', 'OBP-10023: '],
    ['from_date=yesterday', 'OBP-10026: '],
    ['to_date=2013-02-31T00:00:00.000Z', 'OBP-10026: '],
  ])('400 OBP-10016 for %s', async (query, inner) => {
    const answer = await get(`?${query}`)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(new RegExp(`^OBP-10016: Incorrect filter Parameters in URL\\.  <- ${inner}`))
  })

  test('a consumer is in the list as soon as it is created, however many ask at once', async () => {
    const creator = await server.user({ '': ['CanCreateConsumer'] })
    const { body } = await server.call('/obp/v4.0.0/management/consumers', {
      token: creator.token,
      body: { app_name: 'Fresh', description: 'x', developer_email: 'x@example.com', enabled: true },
    })
    const lists = await Promise.all(Array.from({ length: 5 }, () => ids()))
    for (const list of lists) expect(list[0]).toBe(body.consumer_id)
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v3.1.0/management/consumers')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 when the role is missing, or held at a bank, whatever the query', async () => {
    await server.bank('gh.29.uk')
    for (const user of [await server.user(), await server.user({ 'gh.29.uk': ['CanGetConsumers'] })]) {
      const answer = await get('?limit=0', user.token)
      expect(answer.status).toBe(403)
      expect(answer.body.message).toMatch(/^OBP-20006: User is missing one or more roles: CanGetConsumers$/)
    }
  })
})
