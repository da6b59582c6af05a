/** The one place where the parts are put together. */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import cors from '@fastify/cors'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { consumers } from './authentication/consumers.ts'
import { directLogin } from './authentication/direct-login.ts'
import { identify } from './authentication/identify.ts'
import { tokens } from './authentication/tokens.ts'
import { users } from './authentication/users.ts'
import { entitlements } from './authorisation/entitlements.ts'
import { localConnector } from './connector/local/local.ts'
import type { Log } from './observation/log.ts'
import { catalogue } from './operations/catalogue.ts'
import { envelope, Refusal, UriTooLong } from './protocol/errors.ts'
import { serve } from './protocol/pipeline.ts'
import { refusalOf, sendRefusal, unknownError } from './protocol/reply.ts'
import { mount, notFoundDetail, refuseUnknownPath } from './protocol/routing.ts'
import type { Services } from './protocol/services.ts'
import type { Settings } from './settings.ts'
import type { Storage } from './storage/pool.ts'

const bodyLimit = 1024 * 1024
const urlLimit = 8 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string
  }
}

/** Everything that handlers and the start need, over one storage. */
export function openServices(settings: Settings, storage: Storage): Services {
  const { wrongPasswordsUntilLocked, tokenLifetimeHours } = settings
  return {
    settings,
    catalogue,
    storage,
    users: users(storage, { wrongPasswordsUntilLocked }),
    consumers: consumers(storage),
    tokens: tokens(storage, { lifetimeHours: tokenLifetimeHours, wrongPasswordsUntilLocked }),
    entitlements: entitlements(storage),
  }
}

/** The server, not listening yet. */
export function openApp(services: Services, log: Log): FastifyInstance {
  const { settings, storage } = services
  const app: FastifyInstance = fastify({
    bodyLimit,
    handlerTimeout: settings.requestTimeout,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: correlationId,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: urlLimit },
    clientErrorHandler: answerBrokenRequest,
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
  })
  const connector = localConnector(storage)
  const realm = (): string => settings.publicUrl ?? app.listeningOrigin

  function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const refusal = refusalOf(error, request)
    if (!refusal) logFailure(error, request.routeOptions.config.operationId ?? 'routing', request.id)
    return sendRefusal(request, reply, refusal ?? unknownError, realm())
  }
  const logFailure = (err: unknown, what: string, correlation_id: string) =>
    log.error({ err, what, correlation_id }, 'failed')

  // bytes as they came: the pipeline reads them only after it knows who calls and that they may
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    // a wildcard does not cover Authorization (Fetch 3.2.6)
    allowedHeaders: ['*', 'Authorization', 'DirectLogin', 'Content-Type', 'If-None-Match', 'X-Request-ID'],
    exposedHeaders: ['Correlation-Id', 'ETag', 'WWW-Authenticate', 'Retry-After'],
    maxAge: 1_728_000,
    strictPreflight: false,
  })
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers({
      'Correlation-Id': request.id,
      'Cache-Control': 'no-cache, private, no-store',
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
    })
    done(request.url.length > urlLimit ? new Refusal(UriTooLong, notFoundDetail(request)) : undefined)
  })
  app.addHook('onResponse', (request, reply, done) => {
    log.info(
      {
        correlation_id: request.id,
        verb: request.method,
        operation_id: request.routeOptions.config.operationId,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime * 10) / 10,
      },
      'answered',
    )
    done()
  })
  app.setErrorHandler(answerError)
  app.setNotFoundHandler(refuseUnknownPath)

  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const ready = await storage.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database away' })
  })
  app.register(async (routes) => {
    routes.post('/my/logins/direct', directLogin({ ...services, provider: settings.localIdentityProvider }))
    mount(routes, catalogue, (operation) =>
      serve(operation, {
        connector,
        services,
        identify: (request) => identify(request.headers, services.tokens),
        logFailure: (error, what, { correlationId }) => logFailure(error, what, correlationId),
      }),
    )
  })
  return app
}

/** The caller's own `X-Request-ID` where it is a sane token, so that its logs and ours meet; else a new one. */
function correlationId({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const own = headers['x-request-id']
  return typeof own === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(own) ? own : randomUUID()
}

/** Answers what is not HTTP, or has too large a head, in the envelope too. */
function answerBrokenRequest(error: Error & { code?: string }, socket: Socket) {
  if (!socket.writable) return
  const [status, reason] =
    error.code === 'HPE_HEADER_OVERFLOW' ? [431, 'Request Header Fields Too Large'] : [400, 'Bad Request']
  const body = envelope(status as number, `OBP-10404: ${reason}.`)
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nAccess-Control-Allow-Origin: *\r\nCorrelation-Id: ${randomUUID()}\r\nConnection: close\r\n\r\n${body}`,
  )
}
