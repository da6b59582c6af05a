/** The one place where the parts are put together. */
import { randomUUID } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { bearer } from './authentication/bearer/bearer.ts'
import { issuersOf } from './authentication/bearer/issuer-settings.ts'
import { consumers } from './authentication/consumers.ts'
import { directLogin } from './authentication/direct-login.ts'
import { directLoginToken } from './authentication/direct-login-token.ts'
import { foreignSessions } from './authentication/foreign-sessions.ts'
import { gatewayLogin } from './authentication/gateway-login/gateway-login.ts'
import { nonces } from './authentication/oauth1/nonces.ts'
import { anyMediaType, exchange, initiate, oauth1 } from './authentication/oauth1/oauth1.ts'
import { oauth1Tokens } from './authentication/oauth1/tokens.ts'
import { tokens } from './authentication/tokens.ts'
import { userDirectory } from './authentication/user-directory.ts'
import { users } from './authentication/users.ts'
import type { WayIn } from './authentication/way-in.ts'
import { access } from './authorisation/access.ts'
import { entitlementRequests } from './authorisation/entitlement-requests.ts'
import { entitlements } from './authorisation/entitlements.ts'
import { scopes } from './authorisation/scopes.ts'
import { localConnector } from './connector/local/local.ts'
import { documentation } from './documentation/documentation.ts'
import { checkedOutCommit } from './documentation/git-commit.ts'
import { addressLimits } from './limits/addresses.ts'
import { callLimits } from './limits/call-limits.ts'
import { callCounter } from './limits/count-calls.ts'
import { openCounters } from './limits/counters.ts'
import { type Log, openLog } from './observation/log.ts'
import { catalogue } from './operations/catalogue.ts'
import { authorizePage } from './pages/authorize.ts'
import { answerBrokenRequest } from './protocol/broken-request.ts'
import { deadlines } from './protocol/deadlines.ts'
import { BadRequest, Refusal, UriTooLong } from './protocol/errors.ts'
import { serve } from './protocol/pipeline.ts'
import { refusalOf, sendRefusal, unknownError } from './protocol/reply.ts'
import { mount, notFoundDetail, refuseTheRest } from './protocol/routing.ts'
import type { Services } from './protocol/services.ts'
import { importSandbox } from './sandbox/import.ts'
import type { Settings } from './settings.ts'
import type { Storage } from './storage/pool.ts'
import { operationRules } from './validation/rules.ts'
import { webUiProps } from './web-ui/web-ui-props.ts'

const bodyLimit = 1024 * 1024
const urlLimit = 8 * 1024

declare module 'fastify' {
  interface FastifyContextConfig {
    operationId?: string
  }
  interface FastifyRequest {
    /** of a call that has reached its operation: `routeOptions` makes an object at each look */
    operationId: string | undefined
  }
}

/** Everything that handlers need besides the connector, over one storage. */
export function openServices(settings: Settings, storage: Storage, log: Log = openLog('silent')): Services {
  const { wrongPasswordsUntilLocked, tokenLifetimeHours } = settings
  const counters = openCounters({ store: settings.rateLimitStore, redisUrl: settings.redisUrl }, storage, (err) =>
    log.warn({ err }, 'Redis does not answer'),
  )
  const limits = callLimits(storage)
  const held = entitlements(storage)
  const scopesOfConsumers = scopes(storage)
  return {
    settings,
    catalogue,
    documentation: documentation(catalogue, settings),
    publicUrl: () => settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    users: users(storage, { wrongPasswordsUntilLocked }),
    userDirectory: userDirectory(storage, {
      wrongPasswordsUntilLocked,
      localProvider: settings.localIdentityProvider,
    }),
    consumers: consumers(storage),
    tokens: tokens(storage, { lifetimeHours: tokenLifetimeHours, wrongPasswordsUntilLocked }),
    oauth1Tokens: oauth1Tokens(storage, { lifetimeHours: tokenLifetimeHours, wrongPasswordsUntilLocked }),
    nonces: nonces(storage),
    entitlementRequests: entitlementRequests(storage),
    rules: operationRules(storage),
    counters,
    callLimits: limits,
    callCounter: callCounter(limits, counters, { excluded: settings.rateLimitExcluded, log }),
    addressLimits: addressLimits(
      counters,
      {
        'failed login': settings.failedLoginsPerMinute,
        'sign-up': settings.signUpsPerHour,
        'anonymous call': settings.anonymousCallsPerHour,
      },
      log,
    ),
    webUiProps: webUiProps(storage),
    entitlements: held,
    scopes: scopesOfConsumers,
    access: access(held, scopesOfConsumers, settings),
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
    trustProxy: settings.trustedProxies.length > 0 ? [...settings.trustedProxies] : false,
    return503OnClosing: false,
    genReqId: correlationId,
    routerOptions: { ignoreTrailingSlash: true, ignoreDuplicateSlashes: true, maxParamLength: urlLimit },
    clientErrorHandler: answerBrokenRequest,
    // a request without Host is answered below, in the envelope
    http: { requireHostHeader: false },
    // these come before every hook
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply.headers(standing(request))),
  })
  // an expectation that we do not know is passed over (RFC 9110 10.1.1); Node would answer 417 without our envelope
  app.server.on('checkExpectation', (request, response) => app.server.emit('request', request, response))
  const connector = localConnector(storage)
  const realm = (): string => settings.publicUrl ?? app.listeningOrigin

  function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const refusal = refusalOf(error, request)
    if (!refusal) logFailure(error, operationOf(request) ?? 'routing', request.id)
    return sendRefusal(request, reply, refusal ?? unknownError, realm())
  }
  const logFailure = (err: unknown, what: string, correlation_id: string) =>
    log.error({ err, what, correlation_id }, 'failed')

  // bytes as they came: the pipeline reads them only after it knows who calls and that they may
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))

  app.decorateRequest('operationId', undefined)
  app.addHook('onRequest', (request, reply, done) => {
    reply.headers(standing(request))
    if (request.method === 'OPTIONS') reply.code(204).headers(preflight).send()
    else done()
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
    log.answered({
      correlationId: request.id,
      verb: request.method,
      operationId: operationOf(request),
      status: reply.statusCode,
      milliseconds: reply.elapsedTime,
    })
    done()
  })
  app.setErrorHandler(answerError)
  refuseTheRest(app)

  app.get('/health/live', async () => ({ status: 'live' }))
  app.get('/health/ready', async (_request, reply) => {
    const ready = await storage.pool.query('select 1').then(
      () => true,
      () => false,
    )
    return reply.code(ready ? 200 : 503).send({ status: ready ? 'ready' : 'database away' })
  })
  // in this order, as OBP looks for them
  const signed = { tokens: services.oauth1Tokens, nonces: services.nonces, publicUrl: realm }
  const foreigners = foreignSessions(storage, settings)
  const issuers = issuersOf(settings.trustedIssuers, (err, issuer) => log.warn({ err, issuer }, 'no keys of an issuer'))
  const ways: readonly WayIn[] = [
    oauth1(signed),
    bearer(issuers, foreigners, { allowed: settings.allowOAuth2Login }),
    directLoginToken(services.tokens),
    ...(settings.gatewayLoginSecret && settings.gatewayLoginAddresses
      ? [gatewayLogin(foreigners, { secret: settings.gatewayLoginSecret, addresses: settings.gatewayLoginAddresses })]
      : []),
  ]
  const { inTime, stop } = deadlines(settings.requestTimeout)
  app.addHook('onClose', async () => {
    stop()
    await services.counters.close()
  })
  app.register(async (routes) => {
    routes.post('/my/logins/direct', directLogin({ ...services, provider: settings.localIdentityProvider }))
    routes.post('/oauth/initiate', { onRequest: anyMediaType, handler: initiate(signed) })
    routes.post('/oauth/token', { onRequest: anyMediaType, handler: exchange(signed) })
    authorizePage(routes, {
      users: services.users,
      requestTokens: services.oauth1Tokens,
      addressLimits: services.addressLimits,
      provider: settings.localIdentityProvider,
    })
    mount(routes, catalogue, (operation) => {
      const answer = serve(operation, {
        connector,
        // PORT=0 is a port that only the listening server knows
        services: { ...services, publicUrl: realm },
        ways,
        logFailure: (error, what, { correlationId }) => logFailure(error, what, correlationId),
      })
      return (request, reply, prefix) => {
        request.operationId = operation.id
        return inTime(answer(request, reply, prefix))
      }
    })
  })
  return app
}

/** The headers of every answer: any page may call, for credentials come in headers that only its own script knows. */
const standing = (request: FastifyRequest) => ({
  'Access-Control-Allow-Origin': '*',
  'Access-Control-Expose-Headers':
    'Correlation-Id, ETag, WWW-Authenticate, Retry-After, X-Rate-Limit-Limit, X-Rate-Limit-Remaining, X-Rate-Limit-Reset',
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

/** The operation that a call was for; undefined where it met none. */
const operationOf = (request: FastifyRequest) => request.operationId ?? request.routeOptions.config.operationId

/** The caller's own `X-Request-ID` where it is a sane token, so that its logs and ours meet; else a new one. */
function correlationId({ headers }: { headers: Record<string, string | string[] | undefined> }): string {
  const own = headers['x-request-id']
  return typeof own === 'string' && /^[A-Za-z0-9._-]{1,64}$/.test(own) ? own : randomUUID()
}
