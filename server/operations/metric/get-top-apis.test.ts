import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { observe, thatYear } from '../../testing/metrics.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getTopApis } from './get-top-apis.ts'
import { getTopApisV600 } from './get-top-apis-v600.ts'
import { testRefusals } from './refusals.cases.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanReadMetrics'] })).token
  const banks = { operationId: 'OBPv4.0.0-getBanks', version: 'v6.0.0' }
  observe(server, [banks, {}, banks, { version: 'v4.0.0' }, banks, {}])
})
afterAll(() => server.close())

const get = (version: string, query = '') =>
  server.call(`/obp/${version}/management/metrics/top-apis?${thatYear}&${query}`, { token })

describe('getTopAPIs v3.1.0', () => {
  test('200 with the operations that were called most often, by version', async () => {
    const answer = await get('v3.1.0')
    expectDeclared(answer, getTopApis, 200)
    expect(answer.body.top_apis).toEqual([
      { count: 3, Implemented_by_partial_function: 'getBanks', implemented_in_version: 'v6.0.0' },
      { count: 2, Implemented_by_partial_function: 'getCustomer', implemented_in_version: 'v3.1.0' },
      { count: 1, Implemented_by_partial_function: 'getCustomer', implemented_in_version: 'v4.0.0' },
    ])
  })

  test.each([
    ['limit=1', [3]],
    ['limit=1&offset=1', [2]],
    ['include_implemented_by_partial_functions=getCustomer', [2, 1]],
    ['exclude_implemented_by_partial_functions=getCustomer', [3]],
    ['verb=PUT', []],
  ])('%s counts %j', async (query, counts) => {
    const { body } = await get('v5.1.0', query)
    expect(body.top_apis.map((each: { count: number }) => each.count)).toEqual(counts)
  })

  testRefusals(() => server, '/obp/v3.1.0/management/metrics/top-apis', 'CanReadMetrics')
})

describe('getTopAPIs v6.0.0', () => {
  test('200 with the id of each operation', async () => {
    const answer = await get('v6.0.0', 'limit=1')
    expectDeclared(answer, getTopApisV600, 200)
    expect(answer.body.top_apis).toEqual([
      {
        count: 3,
        implemented_by_partial_function: 'getBanks',
        implemented_in_version: 'v6.0.0',
        operation_id: 'OBPv4.0.0-getBanks',
      },
    ])
  })

  test('exclude_* is still followed', async () => {
    const { body } = await get('v6.0.0', 'exclude_implemented_by_partial_functions=getBanks')
    expect(body.top_apis.map((each: { count: number }) => each.count)).toEqual([2, 1])
  })

  testRefusals(() => server, '/obp/v6.0.0/management/metrics/top-apis', 'CanReadMetrics')
})
