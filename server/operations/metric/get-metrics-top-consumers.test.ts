import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { observe, thatYear } from '../../testing/metrics.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getMetricsTopConsumers } from './get-metrics-top-consumers.ts'
import { testRefusals } from './refusals.cases.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanReadMetrics'] })).token
  await insertConsumer(server, 'busy')
  await insertConsumer(server, 'idle')
  const ids = ['idle', 'busy', null, 'gone', 'busy', null, 'gone', null]
  observe(
    server,
    ids.map((consumerId) => ({ consumerId })),
  )
})
afterAll(() => server.close())

const path = '/obp/v3.1.0/management/metrics/top-consumers'
const get = (query = '') => server.call(`${path}?${thatYear}&${query}`, { token })

describe('getMetricsTopConsumers', () => {
  test('200 with the consumers that called most often; calls of no consumer, or one that is gone, do not count', async () => {
    const answer = await get()
    expectDeclared(answer, getMetricsTopConsumers, 200)
    expect(answer.body.top_consumers).toEqual([
      { count: 2, consumer_id: 'busy', app_name: 'App busy', developer_email: 'busy@example.com' },
      { count: 1, consumer_id: 'idle', app_name: 'App idle', developer_email: 'idle@example.com' },
    ])
  })

  test.each([
    ['limit=1', ['busy']],
    ['limit=1&offset=1', ['idle']],
    ['app_name=App idle', ['idle']],
    ['exclude_app_names=App busy', ['idle']],
    ['anon=false', []],
  ])('%s gives %j', async (query, ids) => {
    const { body } = await get(query)
    expect(body.top_consumers.map((each: { consumer_id: string }) => each.consumer_id)).toEqual(ids)
  })

  testRefusals(() => server, path, 'CanReadMetrics')
})
