/** The one place where the parts are put together. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import cors from '@fastify/cors'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { bearer } from './authentication/bearer/bearer.ts'
import { issuersOf } from './authentication/bearer/issuer-settings.ts'
import { consumers } from './authentication/consumers.ts'
import { directLogin } from './authentication/direct-login.ts'
import { directLoginToken } from './authentication/direct-login-token.ts'
import { foreignSessions } from './authentication/foreign-sessions.ts'
import { gatewayLogin } from './authentication/gateway-login/gateway-login.ts'
import { keyEncryption } from './authentication/openid/key-encryption.ts'
import { openid } from './authentication/openid/openid.ts'
import { signingKeys } from './authentication/openid/signing-keys.ts'
import { tokens } from './authentication/tokens.ts'
import { users } from './authentication/users.ts'
import type { WayIn } from './authentication/way-in.ts'
import { entitlements } from './authorisation/entitlements.ts'
import { localConnector } from './connector/local/local.ts'
import { documentation } from './documentation/documentation.ts'
import { checkedOutCommit } from './documentation/git-commit.ts'
import type { Log } from './observation/log.ts'
import { catalogue } from './operations/catalogue.ts'
import { answerBrokenRequest } from './protocol/broken-request.ts'
import { deadlines } from './protocol/deadlines.ts'
import { BadRequest, Refusal, UriTooLong } from './protocol/errors.ts'
import { serve } from './protocol/pipeline.ts'
import { refusalOf, sendRefusal, unknownError } from './protocol/reply.ts'
import { mount, notFoundDetail, refuseOtherVerbs, refuseUnknownPath } from './protocol/routing.ts'
import type { Services } from './protocol/services.ts'
import { importSandbox } from './sandbox/import.ts'
import type { Settings } from './settings.ts'
import type { Storage } from './storage/pool.ts'
import { webUiProps } from './web-ui/web-ui-props.ts'

const bodyLimit = 1024 * 1024
const urlLimit = 8 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string
  }
}

/** Everything that handlers need besides the connector, over one storage. */
export function openServices(settings: Settings, storage: Storage): Services {
  const { wrongPasswordsUntilLocked, tokenLifetimeHours } = settings
  let encryption: ReturnType<typeof keyEncryption> | undefined
  const openEncryption = () => {
    encryption ??= keyEncryption(settings)
    return encryption
  }
  return {
    settings,
    catalogue,
    documentation: documentation(catalogue, settings),
    publicUrl: () => settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    users: users(storage, { wrongPasswordsUntilLocked }),
    consumers: consumers(storage),
    tokens: tokens(storage, { lifetimeHours: tokenLifetimeHours, wrongPasswordsUntilLocked }),
    entitlements: entitlements(storage),
    encryption: openEncryption,
    signingKeys: signingKeys(storage, openEncryption),
    webUiProps: webUiProps(storage),
    importSandbox: (origin, file) =>
      importSandbox(storage.db, origin, file, {
        provider: settings.localIdentityProvider,
        // before the database counts as away
        patience: 0.8 * settings.databaseTimeout,
        // a caller who is told that it took too long must not find it done
        signal: AbortSignal.timeout(settings.requestTimeout),
      }),
    gitCommit: settings.gitCommit ?? checkedOutCommit(fileURLToPath(new URL('..', import.meta.url))),
  }
}

/** The server, not listening yet; its services and its own connector use the same storage. */
export function openApp(services: Services, storage: Storage, log: Log): FastifyInstance {
  const { settings } = services
  const app: FastifyInstance = fastify({
    bodyLimit,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    genReqId: correlationId,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: urlLimit },
    clientErrorHandler: answerBrokenRequest,
    // a request without Host is answered below, in the envelope
    http: { requireHostHeader: false },
    // these come before every hook
    frameworkErrors: (error, request, reply) =>
      void answerError(error, request, reply.headers({ ...standing(request), 'Access-Control-Allow-Origin': '*' })),
  })
  // an expectation that we do not know is passed over (RFC 9110 10.1.1); Node would answer 417 without our envelope
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
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

  // before CORS, which answers OPTIONS by itself
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(standing(request))
    done()
  })
  app.register(cors, {
    origin: '*',
    methods: ['GET', 'POST', 'OPTIONS', 'PUT', 'PATCH', 'DELETE'],
    // a wildcard does not cover Authorization (Fetch 3.2.6)
    allowedHeaders: ['*', 'Authorization', 'DirectLogin', 'Content-Type', 'If-None-Match', 'X-Request-ID'],
    exposedHeaders: ['Correlation-Id', 'ETag', 'WWW-Authenticate', 'Retry-After'],
    maxAge: 1_728_000,
    strictPreflight: false,
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { url, headers, raw } = request
    if (url.length > urlLimit) done(new Refusal(UriTooLong, notFoundDetail(request)))
    // RFC 9112 3.2
    else if (headers.host === undefined && raw.httpVersion === '1.1') done(new Refusal(BadRequest))
    else done()
  })
  let closing = false
  app.addHook('preClose', (done) => {
    closing = true
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    // the connection of a call that was under way is kept alive, and would keep the server from ending
    if (closing) setImmediate(() => app.server.closeIdleConnections())
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
  // in this order, as OBP looks for them
  const foreigners = foreignSessions(storage, settings)
  const issuers = issuersOf(settings.trustedIssuers, (err, issuer) => log.warn({ err, issuer }, 'no keys of an issuer'))
  const provider = openid({ ...services, storage, publicUrl: realm, log })
  const ways: readonly WayIn[] = [
    bearer([...issuers, provider.accessTokens.trusted], foreigners, { allowed: settings.allowOAuth2Login }),
    directLoginToken(services.tokens),
    ...(settings.gatewayLoginSecret && settings.gatewayLoginAddresses
      ? [gatewayLogin(foreigners, { secret: settings.gatewayLoginSecret, addresses: settings.gatewayLoginAddresses })]
      : []),
  ]
  const { inTime, stop } = deadlines(settings.requestTimeout)
  app.addHook('onClose', async () => stop())
  app.register(async (routes) => {
    routes.post('/my/logins/direct', directLogin({ ...services, provider: settings.localIdentityProvider }))
    refuseOtherVerbs(routes, '/my/logins/direct', new Set(['OPTIONS', 'POST']))
    provider.mount(routes)
    mount(routes, catalogue, (operation) => {
      const answer = serve(operation, {
        connector,
        // PORT=0 is a port that only the listening server knows
        services: { ...services, publicUrl: realm },
        ways,
        logFailure: (error, what, { correlationId }) => logFailure(error, what, correlationId),
      })
      return (request, reply, prefix) => inTime(answer(request, reply, prefix))
    })
  })
  return app
}

/** The headers of every answer. */
const standing = (request: FastifyRequest) => ({
  'Correlation-Id': request.id,
  'Cache-Control': 'no-cache, private, no-store',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
})

/** The caller's own `X-Request-ID` where it is a sane token, so that its logs and ours meet; else a new one. */
function correlationId({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const own = headers['x-request-id']
  return typeof own === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(own) ? own : randomUUID()
}
