import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getConnectorMetrics } from './get-connector-metrics.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v2.2.0/management/connector/metrics'
const get = async (query = '') =>
  server.call(path + query, { token: (await server.user({ '': ['CanGetConnectorMetrics'] })).token })

describe('getConnectorMetrics', () => {
  test('200 with an empty list', async () => {
    const answer = await get()
    expectDeclared(answer, getConnectorMetrics, 200)
    expect(answer.body).toEqual({ metrics: [] })
  })

  test('400 OBP-10016 for a wrong filter', async () => {
    const answer = await get('?limit=0')
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-10016: .* <- OBP-10025: /)
  })

  test('401 OBP-20001 without a login', async () => {
    const answer = await server.call(path)
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 OBP-20006 without the role', async () => {
    const answer = await server.call(path, { token: (await server.user({ '': ['CanReadMetrics'] })).token })
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe('OBP-20006: User is missing one or more roles: CanGetConnectorMetrics')
  })
})
