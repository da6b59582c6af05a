import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'

const token = 'a-token-of-prometheus'

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => {
    probe.listen(0, '127.0.0.1', resolve)
  })
  const { port } = probe.address() as AddressInfo
  await new Promise((resolve) => {
    probe.close(resolve)
  })
  return port
}

describe('GET /metrics behind a token', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ prometheusToken: token })
  })
  afterAll(() => server.close())
  const read = async () => (await server.call('/metrics', { headers: { Authorization: `Bearer ${token}` } })).text

  test('200 with calls by operation, verb and status, the process, the pool, look-ups and the metrics that wait', async () => {
    await server.bank('gh.29.uk')
    const { token: login } = await server.user()
    for (let call = 0; call < 3; call++) await server.call('/obp/v3.1.0/banks/gh.29.uk/crm-events', { token: login })
    await server.services.metrics.flush()
    const text = await read()
    expect(text).toContain(
      'http_request_duration_seconds_count{operation="OBPv1.4.0-getCrmEvents",verb="GET",status="404"} 3\n',
    )
    expect(text).toMatch(/^fichero_gathered_lookups_count\{lookup="session_of_token"\} [1-9]/m)
    for (const name of [
      'process_resident_memory_bytes',
      'nodejs_eventloop_lag_seconds',
      'fichero_database_connections',
      'fichero_database_connections_idle',
      'fichero_database_connections_awaited',
    ])
      expect(text).toMatch(new RegExp(`^${name} \\d`, 'm'))
    expect(text).toMatch(/^fichero_metrics_waiting 0$/m)
    expect(text).toMatch(/^fichero_metrics_dropped 0$/m)
  })

  test('labels hold no value that a caller sends', async () => {
    const { token: login, username, userId } = await server.user()
    await server.call('/obp/v4.0.0/banks/secret-bank', { token: login })
    await server.call('/obp/v4.0.0/users/secret-user/entitlements?x=secret', { token: login })
    await server.call('/secret-path')
    await server.call('/obp/v4.0.0/banks', { method: 'PROPFIND' }).catch(() => {})
    const text = await read()
    for (const value of ['secret', login, username, userId, 'PROPFIND', token]) expect(text).not.toContain(value)
  })

  test.each([
    ['no token', undefined],
    ['a wrong one', 'Bearer wrong'],
    ['a part of it', `Bearer ${token.slice(0, -1)}`],
    ['a longer one', `Bearer ${token}x`],
    ['another scheme', `Basic ${token}`],
    ['none behind the scheme', 'Bearer '],
  ])('401 with %s', async (_, authorization) => {
    const answer = await server.call('/metrics', { headers: authorization ? { Authorization: authorization } : {} })
    expect([answer.status, answer.text]).toEqual([401, ''])
    expect(answer.headers.get('www-authenticate')).toBe('Bearer')
  })
})

describe('GET /metrics at a port of its own', () => {
  test('200 there, without a token, and 404 at the port of the API; closed with the server', async () => {
    const port = await freePort()
    const server = await startTestServer({ prometheusPort: port })
    const url = `http://127.0.0.1:${port}`
    try {
      const answer = await fetch(`${url}/metrics`)
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/)
      expect(await answer.text()).toContain('fichero_metrics_waiting')
      expect((await fetch(`${url}/`)).status).toBe(404)
      expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404)
      expect((await server.call('/metrics')).status).toBe(404)
    } finally {
      await server.close()
    }
    await expect(fetch(`${url}/metrics`)).rejects.toThrow()
  })

  test('with a token, only for whoever sends it', async () => {
    const port = await freePort()
    const server = await startTestServer({ prometheusPort: port, prometheusToken: token })
    try {
      const url = `http://127.0.0.1:${port}/metrics`
      expect((await fetch(url)).status).toBe(401)
      expect((await fetch(url, { headers: { Authorization: `Bearer ${token}` } })).status).toBe(200)
    } finally {
      await server.close()
    }
  })
})

test('without either setting there is no such path', async () => {
  const server = await startTestServer()
  try {
    expect((await server.call('/metrics')).status).toBe(404)
  } finally {
    await server.close()
  }
})
