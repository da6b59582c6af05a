/** What every version of *Get Aggregate Metrics* answers. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Operation } from '../../protocol/operation.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { call, observe, second, thatYear } from '../../testing/metrics.ts'
import { type Answer, startTestServer, type TestServer } from '../../testing/server.ts'
import { testRefusals } from './refusals.cases.ts'

/** @param more the cases of that version alone; `get` asks with a query */
export function testAggregateMetrics(operation: Operation, more: (get: (query: string) => Promise<Answer>) => void) {
  const path = `/obp/${operation.version}/management/aggregate-metrics`
  let server: TestServer
  let token: string
  beforeAll(async () => {
    server = await startTestServer()
    token = (await server.user({ '': ['CanReadAggregateMetrics'] })).token
    observe(server, [
      { duration: 1 },
      { duration: 2 },
      { duration: 200, status: 500, operationId: 'OBPv1.4.0-addCustomer' },
    ])
  })
  afterAll(() => server.close())

  const get = (query: string) => server.call(`${path}?${query}`, { token })

  describe(`getAggregateMetrics ${operation.version}`, () => {
    test('200 with a list of one: how many calls, and how long they took', async () => {
      const answer = await get(thatYear)
      expectDeclared(answer, operation, 200)
      expect(answer.text).toBe(
        '[{"count":3,"average_response_time":67.67,"minimum_response_time":1,"maximum_response_time":200}]',
      )
    })

    test('zeros where there are no calls', async () => {
      expect((await get(`${thatYear}&verb=PUT`)).body).toEqual([
        { count: 0, average_response_time: 0, minimum_response_time: 0, maximum_response_time: 0 },
      ])
    })

    test.each([
      ['include_implemented_by_partial_functions=addCustomer', 1],
      ['include_url_patterns=/obp/%25', 3],
      ['include_app_names=Tests', 0],
      ['http_status_code=500', 1],
      ['duration=1', 2],
    ])('%s counts %i', async (query, count) => {
      expect((await get(`${thatYear}&${query}`)).body[0].count).toBe(count)
    })

    test('without from_date the 30 days before to_date count, or before now', async () => {
      const days = 24 * 3_600_000
      const now = Date.now()
      for (const calledAt of [now - 31 * days, now - 29 * days])
        server.services.metrics.observe({ ...call, calledAt, correlationId: 'long-ago' })
      expect((await get('correlation_id=long-ago')).body[0].count).toBe(1)
      const toDate = (time: number) => `to_date=${new Date(time).toISOString()}`
      expect((await get(toDate(second(2) + 30 * days))).body[0].count).toBe(1)
      expect((await get(toDate(second(2)))).body[0].count).toBe(3)
    })

    test('a call counts at once', async () => {
      const from = new Date().toISOString()
      await Promise.all(Array.from({ length: 5 }, () => server.call('/obp/v4.0.0/banks')))
      const { body } = await get(`from_date=${from}&implemented_by_partial_function=getBanks`)
      expect(body[0].count).toBe(5)
    })

    more(get)

    testRefusals(() => server, path, 'CanReadAggregateMetrics')
  })
}

/** Of the versions that leave calls out. */
export const testExclusion = (get: (query: string) => Promise<Answer>): void =>
  test.each([
    ['exclude_implemented_by_partial_functions=addCustomer', 2],
    ['exclude_url_patterns=%25', 0],
    ['exclude_app_names=Tests', 3],
  ])('%s counts %i', async (query, count) => {
    expect((await get(`${thatYear}&${query}`)).body[0].count).toBe(count)
  })
