/** What Prometheus is told: how the server does, in numbers whose labels are few and hold nothing about persons. */
import { hash, timingSafeEqual } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import { type Gathered, gathered } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import type { Metrics } from './metrics.ts'

export interface Prometheus {
  /** Counts a call of an operation. */
  observe(call: { operationId: string; verb: string; status: number; seconds: number }): void
  /** Answers `GET /metrics`; with a token, only to whoever sends it in `Authorization`. */
  answer(authorization: string | undefined): Promise<PrometheusAnswer>
  stop(): void
}

export interface PrometheusAnswer {
  status: 200 | 401
  headers: Record<string, string>
  body: string
}

interface Parts {
  storage: Pick<Storage, 'pool'>
  metrics: Pick<Metrics, 'backlog'>
  /** undefined: everybody who reaches it may ask */
  token: string | undefined
}

export function prometheus({ storage: { pool }, metrics, token }: Parts): Prometheus {
  const register = new Registry()
  const registers = [register]
  collectDefaultMetrics({ register })

  const calls = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'How long calls took, by operation, verb and status',
    labelNames: ['operation', 'verb', 'status'],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
    registers,
  })
  const batches = new Histogram({
    name: 'fichero_gathered_lookups',
    help: 'How many look-ups of one kind were answered by one query',
    labelNames: ['lookup'],
    buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256],
    registers,
  })
  gauge('fichero_database_connections', 'Open connections of the pool', () => pool.totalCount)
  gauge('fichero_database_connections_idle', 'Open connections of the pool that nobody uses', () => pool.idleCount)
  gauge('fichero_database_connections_awaited', 'Callers that wait for a connection', () => pool.waitingCount)
  gauge('fichero_metrics_waiting', 'Calls whose row is not written yet', () => metrics.backlog.waiting)
  gauge('fichero_metrics_dropped', 'Calls whose row was dropped since the start', () => metrics.backlog.dropped)

  function gauge(name: string, help: string, read: () => number) {
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read())
      },
    })
  }

  const onGathered = (message: unknown) => {
    const { name, size } = message as Gathered
    batches.observe({ lookup: name }, size)
  }
  gathered.subscribe(onGathered)

  return {
    observe: ({ operationId: operation, verb, status, seconds }) =>
      calls.observe({ operation, verb, status: String(status) }, seconds),
    async answer(authorization) {
      if (token !== undefined && !isBearer(authorization, token))
        return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' }, body: '' }
      return { status: 200, headers: { 'Content-Type': register.contentType }, body: await register.metrics() }
    },
    stop: () => {
      gathered.unsubscribe(onGathered)
      register.clear()
    },
  }
}

/** Compares hashes, for how long it takes tells nothing of the token, its length included. */
function isBearer(authorization: string | undefined, token: string): boolean {
  const sent = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1] ?? ''
  return timingSafeEqual(hash('sha256', sent, 'buffer'), hash('sha256', token, 'buffer'))
}

export interface PrometheusServer {
  url: string
  close(): Promise<void>
}

/** Answers on a port of this machine alone. */
export function listenForPrometheus(port: number, { answer }: Prometheus): Promise<PrometheusServer> {
  const server = createServer(async (request, response) => {
    const isKnown = request.url?.split('?', 1)[0] === '/metrics' && ['GET', 'HEAD'].includes(request.method!)
    if (!isKnown) return response.writeHead(404).end()
    try {
      const { status, headers, body } = await answer(request.headers.authorization)
      response.writeHead(status, headers).end(body)
    } catch {
      response.writeHead(500).end()
    }
  })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/metrics`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      }),
    )
  })
}
