/** Sees every call to its end: the log's line, the row of the metrics, Prometheus and the trace, as the settings say. */
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Services } from '../protocol/services.ts'
import type { Storage } from '../storage/pool.ts'
import type { Log } from './log.ts'
import { observedCall } from './observed-call.ts'
import type { Prometheus, PrometheusServer } from './prometheus.ts'
import { servedBy } from './served.ts'
import type { Tracing } from './tracing.ts'

export interface Observer {
  /** Does the work of a call, so that whatever it begins belongs to the call's trace. */
  within<T>(request: FastifyRequest, work: () => T): T
}

export function observe(app: FastifyInstance, services: Services, storage: Storage, log: Log): Observer {
  app.decorateRequest('served', undefined)
  app.decorateRequest('origin', null)
  app.decorateRequest('bankId', '')
  const tracing = observeTraces(app, services)
  const numbers = observeNumbers(app, services, storage, log)
  app.addHook('onClose', services.metrics.start(log))
  app.addHook('onResponse', (request, reply, done) => {
    log.answered({
      correlationId: request.id,
      verb: request.method,
      operationId: servedBy(request)?.operationId,
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    })
    const observed = observedCall(request, reply)
    if (observed) {
      services.metrics.observe(observed)
      numbers()?.observe({ ...observed, seconds: reply.elapsedTime / 1000 })
    }
    tracing()?.end(request, reply)
    done()
  })
  return { within: (request, work) => tracing()?.within(request, work) ?? work() }
}

/** Traces where there is a collector; the SDK is read only then. */
function observeTraces(app: FastifyInstance, { settings: { otelExporterEndpoint } }: Services) {
  let tracing: Tracing | undefined
  if (otelExporterEndpoint !== undefined) {
    app.addHook('onReady', async () => {
      const { openTracing } = await import('./tracing.ts')
      tracing = openTracing(otelExporterEndpoint)
    })
    app.addHook('onRequest', (request, _reply, done) => {
      tracing?.begin(request)
      done()
    })
    app.addHook('onClose', async () => tracing?.stop())
  }
  return () => tracing
}

/** Answers Prometheus at a port of its own, or behind a token at that of the API, or not at all; its client is read only where it is. */
function observeNumbers(app: FastifyInstance, { settings, metrics }: Services, storage: Storage, log: Log) {
  const { prometheusPort: port, prometheusToken: token } = settings
  let numbers: Prometheus | undefined
  if (port === undefined && token === undefined) return () => numbers
  let server: PrometheusServer | undefined
  app.addHook('onReady', async () => {
    const { listenForPrometheus, prometheus } = await import('./prometheus.ts')
    numbers = prometheus({ storage, metrics, token })
    if (port === undefined) return
    server = await listenForPrometheus(port, numbers)
    log.info({ url: server.url }, 'answers Prometheus')
  })
  app.addHook('onClose', async () => {
    await server?.close()
    numbers?.stop()
  })
  if (port === undefined)
    app.get('/metrics', async (request, reply) => {
      const { status, headers, body } = await numbers!.answer(request.headers.authorization)
      return reply.code(status).headers(headers).send(body)
    })
  return () => numbers
}
