import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { observe, thatYear } from '../../testing/metrics.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getMetricsV510 } from './get-metrics-v510.ts'
import { testRefusals } from './refusals.cases.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanReadMetrics'] })).token
})
afterAll(() => server.close())

describe('getMetrics v5.1.0', () => {
  test('200 with the address of the caller, and without the body', async () => {
    observe(server, [{}, { sourceIp: '2001:db8::17' }, { sourceIp: null }])
    const answer = await server.call(`/obp/v5.1.0/management/metrics?${thatYear}`, { token })
    expectDeclared(answer, getMetricsV510, 200)
    const from = (source_ip: string) => ({ source_ip, target_ip: '', response_body: 'Not enabled' })
    expect(answer.body.metrics).toMatchObject([from(''), from('2001:db8::17'), from('192.0.2.17')])
  })

  test('include_* and exclude_* are followed', async () => {
    const { body } = await server.call(
      `/obp/v5.1.0/management/metrics?${thatYear}&include_url_patterns=%25customer&exclude_implemented_by_partial_functions=getCustomer`,
      { token },
    )
    expect(body).toEqual({ metrics: [] })
  })

  testRefusals(() => server, '/obp/v5.1.0/management/metrics', 'CanReadMetrics')
})
