import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getAggregateMetricsV510 } from './get-aggregate-metrics-v510.ts'
import { observe, thatYear } from './metrics.fixture.ts'
import { testRefusals } from './refusals.cases.ts'

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

const get = (query: string) => server.call(`/obp/v5.1.0/management/aggregate-metrics?${query}`, { token })

describe('getAggregateMetrics v5.1.0', () => {
  test('200 with a list of one: how many calls, and how long they took', async () => {
    const answer = await get(thatYear)
    expectDeclared(answer, getAggregateMetricsV510, 200)
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

  test.each([
    ['exclude_implemented_by_partial_functions=addCustomer', 2],
    ['exclude_url_patterns=%25', 0],
    ['exclude_app_names=Tests', 3],
  ])('%s counts %i', async (query, count) => {
    expect((await get(`${thatYear}&${query}`)).body[0].count).toBe(count)
  })

  test('a call counts at once', async () => {
    const from = new Date().toISOString()
    await Promise.all(Array.from({ length: 5 }, () => server.call('/obp/v4.0.0/banks')))
    const { body } = await get(`from_date=${from}&implemented_by_partial_function=getBanks`)
    expect(body[0].count).toBe(5)
  })

  testRefusals(() => server, '/obp/v5.1.0/management/aggregate-metrics', 'CanReadAggregateMetrics')
})
