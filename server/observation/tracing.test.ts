import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { propagation, trace } from '@opentelemetry/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'

interface Span {
  traceId: string
  spanId: string
  parentSpanId?: string
  name: string
  kind: number
  status: { code?: number }
  attributes: { key: string; value: Record<string, unknown> }[]
}

/** A collector that keeps what it is sent (OTLP/HTTP, JSON). */
async function startCollector() {
  const received: string[] = []
  const server: Server = createServer(async (request, response) => {
    if (request.method === 'POST' && request.url === '/v1/traces') received.push(await text(request))
    response.writeHead(200, { 'Content-Type': 'application/json' }).end('{}')
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    spans: (): Span[] =>
      received
        .flatMap((body) => JSON.parse(body).resourceSpans)
        .flatMap((resource: { scopeSpans: { spans: Span[] }[] }) => resource.scopeSpans)
        .flatMap((scope) => scope.spans),
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

describe('traces', () => {
  let collector: Awaited<ReturnType<typeof startCollector>>
  let server: TestServer
  let username: string
  let login: string
  const own = { traceId: '0af7651916cd43dd8448eb211c80319c', spanId: 'b7ad6b7169203331' }

  beforeAll(async () => {
    collector = await startCollector()
    // with a slash at its end, as some write it
    server = await startTestServer({ otelExporterEndpoint: `${collector.url}/` })
    await server.bank('gh.29.uk')
    ;({ username, token: login } = await server.user())
    await server.call('/obp/v3.1.0/banks/gh.29.uk/crm-events?name=secret', {
      token: login,
      headers: { traceparent: `00-${own.traceId}-${own.spanId}-01`, 'X-Request-ID': 'joined' },
    })
    await server.call('/obp/v4.0.0/users/secret/entitlements', { headers: { 'X-Request-ID': 'alone' } })
    await server.call('/obp/v4.0.0/banks', {
      headers: { 'X-Request-ID': 'unsampled', traceparent: `00-${own.traceId}-${own.spanId}-00` },
    })
    await server.call('/secret-path')
    await server.storage.pool.query('alter table consumer rename column app_name to name')
    await server.call('/obp/v4.0.0/banks', { token: login, headers: { 'X-Request-ID': 'failed' } })
    // a stop sends what is left
    await server.close()
  })
  afterAll(() => collector.close())

  const attributes = (span: Span) =>
    Object.fromEntries(span.attributes.map(({ key, value }) => [key, Object.values(value)[0]]))
  const spanOf = (correlationId: string) =>
    collector.spans().find((span) => attributes(span)['fichero.correlation_id'] === correlationId)

  test('a call is a span of the server, named for its operation, in the trace of its caller', () => {
    const span = spanOf('joined')!
    expect(span).toMatchObject({
      name: 'OBPv1.4.0-getCrmEvents',
      kind: 2,
      traceId: own.traceId,
      parentSpanId: own.spanId,
    })
    expect(attributes(span)).toEqual({
      'http.request.method': 'GET',
      'http.route': '/obp/v3.1.0/banks/BANK_ID/crm-events',
      'http.response.status_code': 404,
      'fichero.correlation_id': 'joined',
    })
    expect(span.status.code ?? 0).toBe(0)
  })

  test('without a traceparent it begins a trace', () => {
    const span = spanOf('alone')!
    expect(span.parentSpanId ?? '').toBe('')
    expect(span.traceId).toMatch(/^[0-9a-f]{32}$/)
    expect(span.traceId).not.toBe(own.traceId)
    expect(attributes(span)['http.response.status_code']).toBe(401)
  })

  test('a caller who does not record its trace is followed', () => {
    expect(spanOf('unsampled')).toBeUndefined()
  })

  test('a fault of ours is an error', () => {
    expect(spanOf('failed')).toMatchObject({ name: 'OBPv4.0.0-getBanks', status: { code: 2 } })
  })

  test('the service has its name, and nothing personal is sent', () => {
    const sent = collector.received.join()
    expect(sent).toContain('{"key":"service.name","value":{"stringValue":"fichero"}}')
    for (const value of ['secret', username, login]) expect(sent).not.toContain(value)
  })

  test('nothing of it is left when the server has stopped', () => {
    expect(trace.getTracer('any').startSpan('any').isRecording()).toBe(false)
    expect(propagation.fields()).toEqual([])
  })
})

test('a collector that is away costs no call, and a stop does not wait for it long', async () => {
  const gone = await startCollector()
  await gone.close()
  const server = await startTestServer({ otelExporterEndpoint: gone.url })
  expect((await server.call('/obp/v4.0.0/banks')).status).toBe(200)
  const before = performance.now()
  await server.close()
  expect(performance.now() - before).toBeLessThan(8000)
})
