import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { observe, thatYear, wrongFilters } from '../../testing/metrics.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getMetrics } from './get-metrics.ts'
import { testRefusals } from './refusals.cases.ts'

let server: TestServer
let token: string
let ana: { userId: string; username: string }
let consumerId: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanReadMetrics'] })).token
  ana = await server.user()
  consumerId = (await server.services.consumers.withKey('test-consumer'))!.consumer_id
  observe(server, [
    { correlationId: 'zero', userId: ana.userId, consumerId },
    { correlationId: 'one', verb: 'POST', operationId: 'OBPv1.4.0-addCustomer', status: 400, duration: 300 },
    { correlationId: 'two', url: '/obp/v3.1.0/banks/50%_off\\bank/customer', bankId: '50%_off\\bank' },
    {
      correlationId: 'three',
      version: 'v6.0.0',
      url: '/obp/v6.0.0/banks',
      operationId: 'OBPv4.0.0-getBanks',
      bankId: '',
    },
    {
      correlationId: 'four',
      operationId: 'directLogin',
      version: '',
      url: '/my/logins/direct',
      bankId: '',
      consumerId,
    },
    { correlationId: 'five', userId: 'gone', consumerId: 'gone', sourceIp: null },
  ])
})
afterAll(() => server.close())

const get = (query = '', as = token) => server.call(`/obp/v2.1.0/management/metrics?${query}`, { token: as })
const which = async (query: string) => {
  const { body, text } = await get(`${thatYear}&${query}`)
  return body.metrics?.map((each: { correlation_id: string }) => each.correlation_id).join(' ') ?? text
}
const all = 'five four three two one zero'

describe('getMetrics v2.1.0', () => {
  test('200 with a call, who made it, and dates with milliseconds', async () => {
    const answer = await get(`${thatYear}&correlation_id=zero`)
    expectDeclared(answer, getMetrics, 200)
    expect(answer.body).toEqual({
      metrics: [
        {
          user_id: ana.userId,
          url: '/obp/v3.1.0/banks/gh.29.uk/customer',
          date: '2001-01-01T00:00:00.000Z',
          user_name: ana.username,
          app_name: 'Tests',
          developer_email: 'developer@example.com',
          implemented_by_partial_function: 'getCustomer',
          implemented_in_version: 'v3.1.0',
          consumer_id: consumerId,
          verb: 'GET',
          correlation_id: 'zero',
          duration: 10,
        },
      ],
    })
  })

  test('nobody is null, and so are the names of those that are gone', async () => {
    const nobody = { user_name: null, app_name: null, developer_email: null }
    expect((await get(`${thatYear}&correlation_id=one`)).body.metrics).toMatchObject([
      { user_id: null, consumer_id: null, ...nobody },
    ])
    expect((await get(`${thatYear}&correlation_id=five`)).body.metrics).toMatchObject([
      { user_id: 'gone', consumer_id: 'gone', ...nobody },
    ])
  })

  test('the name of a user who was deleted is not shown any more', async () => {
    const { userId, username } = await server.user()
    observe(server, [{ correlationId: 'deleted', userId, calledAt: Date.UTC(2003, 0, 1) }])
    const names = async () => (await get('correlation_id=deleted')).body.metrics[0].user_name
    expect(await names()).toBe(username)
    await server.storage.pool.query('update app_user set deleted_at = now() where user_id = $1', [userId])
    expect(await names()).toBeNull()
  })

  test.each([
    ['', all],
    ['sort_direction=ASC', 'zero one two three four five'],
    ['limit=2', 'five four'],
    ['limit=2&offset=3', 'two one'],
    ['offset=6', ''],
    ['verb=POST', 'one'],
    ['verb=post', 'one'],
    ['url=/obp/v6.0.0/banks', 'three'],
    ['url=/obp/v6.0.0', ''],
    ['bank_id=gh.29.uk', 'five one zero'],
    ['app_name=Tests', 'four zero'],
    ['implemented_by_partial_function=addCustomer', 'one'],
    ['implemented_by_partial_function=directLogin', 'four'],
    ['implemented_in_version=v6.0.0', 'three'],
    ['anon=true', 'four three two one'],
    ['anon=FALSE', 'five zero'],
    ['duration=299', 'one'],
    ['duration=300', ''],
    ['duration=0', all],
    ['http_status_code=400', 'one'],
    ['http_status_code=x', ''],
    ['include_app_names=Tests,Others', 'four zero'],
    ['include_url_patterns=%25/banks,/my/%25', 'four three'],
    ['include_url_patterns=%25\\bank%25', 'two'],
    ['include_url_patterns=%25\\', ''],
    ['include_implemented_by_partial_functions=getBanks, addCustomer', 'three one'],
    ['exclude_app_names=Tests', 'five three two one'],
    ['exclude_url_patterns=%25customer', 'four three'],
    ['exclude_implemented_by_partial_functions=getCustomer,getBanks', 'four one'],
    ['anon=false&app_name=Tests', 'zero'],
    ['anon=&duration=&verb=&url=&limit=&include_app_names=&exclude_app_names=,', all],
    ['unknown=1&sort_by=verb', all],
    ["url=' or true --", ''],
  ])('%s gives %s', async (query, correlationIds) => {
    expect(await which(query)).toBe(correlationIds)
  })

  test('dates are compared to the millisecond, both ends included', async () => {
    const one = '2001-01-01T00:00:01.000Z'
    const ids = async (query: string) => (await get(query)).body.metrics.map((each: { date: string }) => each.date)
    expect(await ids(`from_date=${one}&to_date=${one}`)).toEqual([one])
    expect(await ids('from_date=2001-01-01T00:00:00.001Z&to_date=2001-01-01T00:00:00.999Z')).toEqual([])
  })

  test('consumer_id and user_id', async () => {
    expect(await which(`consumer_id=${consumerId}`)).toBe('four zero')
    expect(await which(`user_id=${ana.userId}`)).toBe('zero')
  })

  test('50 calls where no limit is sent', async () => {
    observe(
      server,
      Array.from({ length: 60 }, (_, n) => ({ calledAt: Date.UTC(2002, 0, 1) + n })),
    )
    const dates = 'from_date=2002-01-01T00:00:00.000Z&to_date=2002-01-02T00:00:00.000Z'
    expect((await get(dates)).body.metrics).toHaveLength(50)
    expect((await get(`${dates}&limit=1000`)).body.metrics).toHaveLength(60)
  })

  test('a call is in the list at once, however many ask for theirs', async () => {
    const calls = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const { headers } = await server.call('/obp/v4.0.0/banks')
        const correlationId = headers.get('correlation-id')!
        return { correlationId, seen: (await get(`correlation_id=${correlationId}`)).body.metrics }
      }),
    )
    for (const { correlationId, seen } of calls)
      expect(seen).toMatchObject([{ correlation_id: correlationId, implemented_by_partial_function: 'getBanks' }])
  })

  test('of several wrong filters the first in order is named', async () => {
    const queries = wrongFilters.map(([query]) => query).filter((query) => query !== 'duration=long')
    for (let from = 0; from < queries.length; from++) {
      const { body } = await get(queries.slice(from).reverse().join('&'))
      expect(body.message).toContain(wrongFilters[from]![1])
    }
  })

  testRefusals(() => server, '/obp/v2.1.0/management/metrics', 'CanReadMetrics')
})
