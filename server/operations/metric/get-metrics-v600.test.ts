import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { observe, thatYear } from '../../testing/metrics.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getMetricsV600 } from './get-metrics-v600.ts'
import { testRefusals } from './refusals.cases.ts'

let server: TestServer
let token: string
let ana: { userId: string; username: string }
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanReadMetrics'] })).token
  ana = await server.user({}, 'ana')
  observe(server, [
    { correlationId: 'zero', userId: ana.userId, verb: 'PUT', status: 404 },
    { correlationId: 'one', verb: 'DELETE', url: '/obp/v3.1.0/a', version: 'v2.0.0' },
    { correlationId: 'two', userId: (await server.user({}, 'zoe')).userId, operationId: 'OBPv1.4.0-addCustomer' },
  ])
})
afterAll(() => server.close())

const get = (query: string) => server.call(`/obp/v6.0.0/management/metrics?${query}`, { token })
const which = async (query: string) =>
  (await get(query)).body.metrics.map((each: { correlation_id: string }) => each.correlation_id).join(' ')

describe('getMetrics v6.0.0', () => {
  test('200 with the status and the operation, and username for user_name', async () => {
    const answer = await get(`${thatYear}&correlation_id=zero`)
    expectDeclared(answer, getMetricsV600, 200)
    expect(answer.body.metrics).toMatchObject([
      { username: 'ana', status_code: 404, operation_id: 'OBPv1.4.0-getCustomer', api_instance_id: '' },
    ])
    expect(answer.body.metrics[0]).not.toHaveProperty('user_name')
  })

  test('without from_date, the calls of the last ten minutes', async () => {
    const now = Date.now()
    observe(server, [
      { correlationId: 'long-ago', calledAt: now - 601_000 },
      { correlationId: 'lately', calledAt: now - 590_000 },
    ])
    const seen = await which('limit=1000')
    expect(seen).toContain('lately')
    expect(seen).not.toContain('long-ago')
    expect(await which('correlation_id=long-ago&from_date=2001-01-01T00:00:00.000Z')).toBe('long-ago')
  })

  test.each([
    ['sort_by=date', 'two one zero'],
    ['sort_by=verb&sort_direction=asc', 'one two zero'],
    ['sort_by=url', 'two zero one'],
    ['sort_by=username&sort_direction=asc', 'zero two one'],
    ['sort_by=user_name&sort_direction=asc', 'zero two one'],
    ['sort_by=implemented_by_partial_function&sort_direction=asc', 'two zero one'],
    ['sort_by=implemented_in_version&sort_direction=asc', 'one zero two'],
    ['sort_by=app_name&sort_direction=asc', 'zero one two'],
    ['sort_by=developer_email', 'two one zero'],
    ['sort_by=consumer_id', 'two one zero'],
    ['sort_by=', 'two one zero'],
  ])('%s gives %s', async (query, correlationIds) => {
    expect(await which(`${thatYear}&${query}`)).toBe(correlationIds)
  })

  test.each(['duration', 'toString', 'm.verb'])('400 OBP-10043 for sort_by=%s', async (sortBy) => {
    const answer = await get(`sort_by=${sortBy}`)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(
      /^OBP-10016: Incorrect filter Parameters in URL\. {2}<- OBP-10043: sort_by value is not allowed for this endpoint\. Allowed values are: date, url, /,
    )
  })

  testRefusals(() => server, '/obp/v6.0.0/management/metrics', 'CanReadMetrics')
})
