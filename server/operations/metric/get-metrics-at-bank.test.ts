import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { observe, thatYear } from '../../testing/metrics.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getMetricsAtBank } from './get-metrics-at-bank.ts'
import { testRefusals } from './refusals.cases.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await Promise.all(['gh.29.uk', 'other.bank'].map(server.bank))
  token = (await server.user({ 'gh.29.uk': ['CanGetMetricsAtOneBank'] })).token
  observe(server, [
    { correlationId: 'ours' },
    { correlationId: 'theirs', bankId: 'other.bank', url: '/obp/v3.1.0/banks/other.bank/customer' },
    { correlationId: 'nobody’s', bankId: '', url: '/obp/v4.0.0/banks' },
    { correlationId: 'ours-too', verb: 'POST' },
  ])
})
afterAll(() => server.close())

const path = '/obp/v5.0.0/management/metrics/banks/gh.29.uk'
const get = (query: string) => server.call(`${path}?${query}`, { token })
const which = async (query: string) =>
  (await get(`${thatYear}&${query}`)).body.metrics.map((each: { correlation_id: string }) => each.correlation_id)

describe('getMetricsAtBank', () => {
  test("200 with the bank's calls and no others", async () => {
    expectDeclared(await get(thatYear), getMetricsAtBank, 200)
    expect(await which('')).toEqual(['ours-too', 'ours'])
    expect(await which('verb=GET')).toEqual(['ours'])
    expect(await which('limit=1&offset=1')).toEqual(['ours'])
  })

  test("another bank's calls cannot be asked for", async () => {
    expect(await which('bank_id=other.bank')).toEqual(['ours-too', 'ours'])
    expect(await which('url=/obp/v3.1.0/banks/other.bank/customer')).toEqual([])
    expect((await server.call(path.replace('gh.29.uk', 'other.bank'), { token })).status).toBe(403)
  })

  test('calls to the bank are in it at once', async () => {
    const { headers } = await server.call('/obp/v4.0.0/banks/gh.29.uk')
    const { body } = await get(`correlation_id=${headers.get('correlation-id')}`)
    expect(body.metrics).toMatchObject([{ url: '/obp/v4.0.0/banks/gh.29.uk', verb: 'GET' }])
  })

  test('404 OBP-30001 for an unknown bank', async () => {
    const answer = await server.call(path.replace('gh.29.uk', 'no.bank'), { token })
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30001: /)
  })

  testRefusals(() => server, path, 'CanGetMetricsAtOneBank', 'gh.29.uk')
})
