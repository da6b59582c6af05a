/** Traces: a span a call, sent to an OpenTelemetry collector, joined to the trace of the caller (W3C Trace Context). */
import {
  type Context,
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  type TextMapGetter,
  trace,
} from '@opentelemetry/api'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import { detectResources, envDetector, resourceFromAttributes } from '@opentelemetry/resources'
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { servedBy } from './served.ts'

export interface Tracing {
  /** Begins the span of a call; calls of no operation have none. */
  begin(request: FastifyRequest): void
  /** Does work inside the span of a call, so that whatever it begins belongs to it. */
  within<T>(request: FastifyRequest, work: () => T): T
  end(request: FastifyRequest, reply: FastifyReply): void
  /** sends what is left, for three seconds at most */
  stop(): Promise<void>
}

/** Milliseconds that the collector may take; then its spans are given up. */
const patience = 3000

const headers: TextMapGetter<FastifyRequest['headers']> = {
  keys: (carrier) => Object.keys(carrier),
  get: (carrier, name) => carrier[name],
}

/** @param endpoint of the collector, without `/v1/traces`. The other `OTEL_` variables of the SDK are followed too. */
export function openTracing(endpoint: string): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': 'fichero' }).merge(
      detectResources({ detectors: [envDetector] }),
    ),
    spanProcessors: [
      new BatchSpanProcessor(
        new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces`, timeoutMillis: patience }),
      ),
    ],
  })
  provider.register()
  const tracer = provider.getTracer('fichero')
  const contexts = new WeakMap<FastifyRequest, Context>()

  return {
    begin(request) {
      const served = servedBy(request)
      if (!served) return
      const caller = propagation.extract(ROOT_CONTEXT, request.headers, headers)
      const span = tracer.startSpan(
        served.operationId,
        {
          kind: SpanKind.SERVER,
          // not the path itself: it may hold personal data
          attributes: {
            'http.request.method': request.method,
            'http.route': served.path,
            'fichero.correlation_id': request.id,
          },
        },
        caller,
      )
      contexts.set(request, trace.setSpan(caller, span))
    },
    within(request, work) {
      const own = contexts.get(request)
      return own ? context.with(own, work) : work()
    },
    end(request, { statusCode }) {
      const own = contexts.get(request)
      const span = own && trace.getSpan(own)
      if (!span) return
      span.setAttribute('http.response.status_code', statusCode)
      if (statusCode >= 500) span.setStatus({ code: SpanStatusCode.ERROR })
      span.end()
    },
    async stop() {
      await provider.shutdown().catch(() => {})
      for (const api of [trace, context, propagation]) api.disable()
    },
  }
}
