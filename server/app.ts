/** The one place where the parts are put together. */
import { randomUUID } from 'node:crypto'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { openWays } from './authentication/ways.ts'
import { localConnector } from './connector/local/local.ts'
import { openExplorer, type SendView } from './explorer/explorer.ts'
import { viewForLost } from './explorer/lost.ts'
import type { Log } from './observation/log.ts'
import { observe } from './observation/observe.ts'
import { servedBy } from './observation/served.ts'
import { mountLogo, pageBrand } from './pages/brand.ts'
import { mountPages } from './pages/mount.ts'
import { pageOfTrouble } from './pages/trouble.ts'
import { answerBrokenRequest } from './protocol/broken-request.ts'
import { deadlines } from './protocol/deadlines.ts'
import { openDocuments } from './protocol/documents.ts'
import { BadRequest, Refusal, UriTooLong } from './protocol/errors.ts'
import type { Localised } from './protocol/languages.ts'
import { serve } from './protocol/pipeline.ts'
import { refusalOf, sendRefusal, unknownError } from './protocol/reply.ts'
import { mount, refuseTheRest } from './protocol/routing.ts'
import type { Services } from './protocol/services.ts'
import type { Storage } from './storage/pool.ts'

const bodyLimit = 1024 * 1024
const urlLimit = 8 * 1024
const longerThan: Localised = { en: ' It is longer than 8 KiB.', es: ' Ocupa más de 8 KiB.' }

/** The server, not listening yet; its services and its own connector use the same storage. */
export function openApp(services: Services, storage: Storage, log: Log): FastifyInstance {
  const { settings } = services
  const app: FastifyInstance = fastify({
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    return503OnClosing: false,
    genReqId: correlationId,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: urlLimit },
    clientErrorHandler: answerBrokenRequest,
    // a request without Host is answered below, in the envelope
    http: { requireHostHeader: false },
    // these come before every hook
    frameworkErrors: (error, request, reply) => {
      // an address that could not be read has none
      request.query ??= {}
      void answerError(error, request, reply.headers(standing(request)))
    },
  })
  // an expectation that we do not know is passed over (RFC 9110 10.1.1); Node would answer 417 without our envelope
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  const connector = localConnector(storage)
  let listening: string | undefined
  const realm = (): string => {
    if (settings.publicUrl !== undefined) return settings.publicUrl
    // Node.js asks the system each time
    if (app.server.listening) listening ??= app.listeningOrigin
    return listening ?? app.listeningOrigin
  }

  const brand = pageBrand(settings)
  let sendView: SendView | undefined
  async function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const refusal = refusalOf(error, request)
    const view = refusal && sendView && viewForLost(refusal, request)
    if (view) return sendView!(request, reply, view).catch((failure) => answerError(failure, request, reply))
    if (!refusal) logFailure(error, servedBy(request)?.operationId ?? 'routing', request.id)
    const told = refusal ?? unknownError
    const page = pageOfTrouble(told, request, brand)
    return page
      ? reply.code(told.entry.status).headers(page.headers).send(page.text)
      : sendRefusal(request, reply, told, realm())
  }
  const logFailure = (err: unknown, what: string, correlation_id: string) =>
    log.error({ err, what, correlation_id }, 'failed')

  // bytes as they came: the pipeline reads them only after it knows who calls and that they may
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(standing(request))
    if (request.method === 'OPTIONS') reply.code(204).headers(preflight).send()
    else done()
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { url, headers, raw } = request
    if (url.length > urlLimit) done(new Refusal(UriTooLong, longerThan))
    // RFC 9112 3.2
    else if (headers.host === undefined && raw.httpVersion === '1.1') done(new Refusal(BadRequest))
    else done()
  })
  const { within } = observe(app, services, storage, log)
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onResponse', (_request, _reply, done) => {
    // the connection of a call that was under way is kept alive, and would keep the server from ending
    if (closing) setImmediate(() => app.server.closeIdleConnections())
    done()
  })
  app.setErrorHandler(answerError)
  refuseTheRest(app)

  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const ready = await services.isDatabaseThere()
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database away' })
  })
  const { ways, mountLogins, mountOpenidPages } = openWays(services, storage, realm, log)
  const { inTime, stop } = deadlines(settings.requestTimeout)
  app.addHook('onClose', async () => {
    stop()
    await services.counters.close()
  })
  const documents = openDocuments()
  app.decorate('brand', brand)
  app.register(async (routes) => {
    mountLogo(routes, settings)
    mountLogins(routes)
    mountPages(routes, services, realm, mountOpenidPages)
    if (settings.explorer) sendView = openExplorer(routes, services, documents, realm)
    mount(routes, services.catalogue, (operation) => {
      const answer = serve(operation, {
        connector,
        // PORT=0 is a port that only the listening server knows
        services: { ...services, publicUrl: realm },
        ways,
        documents,
        logFailure: (error, what, { correlationId }) => logFailure(error, what, correlationId),
      })
      return (request, reply, prefix) => inTime(within(request, () => answer(request, reply, prefix)))
    })
  })
  return app
}

/** The headers of every answer: any page may call, for credentials come in headers that only its own script knows. */
const standing = (request: FastifyRequest) => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Correlation-Id, ETag, Content-Language, WWW-Authenticate, Retry-After, Range, X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Reset',
  'Correlation-Id': request.id,
  'Cache-Control': 'no-cache, private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
})

/** The answer to `OPTIONS` on any path, without a login (Fetch 3.2.2). */
const preflight = {
  'Access-Control-Allow-Methods': 'GET, POST, OPTIONS, PUT, PATCH, DELETE',
  // a wildcard does not cover Authorization (Fetch 3.2.6)
  'Access-Control-Allow-Headers': '*, Authorization, DirectLogin, Content-Type, If-None-Match, X-Request-ID',
  'Access-Control-Max-Age': '1728000',
}

/** The caller's own `X-Request-ID` where it is a sane token, so that its logs and ours meet; else a new one. */
function correlationId({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const own = headers['x-request-id']
  return typeof own === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(own) ? own : randomUUID()
}
