/** Everything that handlers need besides the connector, over one storage. */
import { fileURLToPath } from 'node:url'
import { apiCollections } from './api-collections/api-collections.ts'
import { authorizedApplications } from './authentication/consumers/authorized-applications.ts'
import { consumers } from './authentication/consumers/consumers.ts'
import { loginTokens } from './authentication/direct-login/login-tokens.ts'
import { tokens } from './authentication/direct-login/tokens.ts'
import { nonces } from './authentication/oauth1/nonces.ts'
import { oauth1Tokens } from './authentication/oauth1/tokens.ts'
import { signingKeys } from './authentication/openid/signing-keys.ts'
import { passwordResets } from './authentication/passwords/password-resets.ts'
import { secondFactors } from './authentication/second-factors/second-factors.ts'
import { keyEncryption } from './authentication/secrets/key-encryption.ts'
import { userDirectory } from './authentication/users/user-directory.ts'
import { users } from './authentication/users/users.ts'
import { access } from './authorisation/access.ts'
import { entitlementRequests } from './authorisation/entitlement-requests.ts'
import { entitlements } from './authorisation/entitlements.ts'
import { scopes } from './authorisation/scopes.ts'
import { documentation } from './documentation/documentation.ts'
import { checkedOutCommit } from './documentation/git-commit.ts'
import { namesOfNothing } from './documentation/special-instructions.ts'
import { addressLimits } from './limits/addresses.ts'
import { callLimits } from './limits/call-limits.ts'
import { callCounter } from './limits/count-calls.ts'
import { openCounters } from './limits/counters.ts'
import { type Log, openLog } from './observation/log.ts'
import { metrics } from './observation/metrics.ts'
import { catalogue } from './operations/catalogue.ts'
import { type Operation, underSettings } from './protocol/operation.ts'
import type { Services } from './protocol/services.ts'
import { importSandbox } from './sandbox/import.ts'
import { type Settings, SettingsError, settingList } from './settings.ts'
import type { Storage } from './storage/pool.ts'
import { operationRules } from './validation/rules.ts'
import { webUiProps } from './web-ui/web-ui-props.ts'

export function openServices(settings: Settings, storage: Storage, log: Log = openLog('silent')): Services {
  const { wrongPasswordsUntilLocked, tokenLifetimeHours } = settings
  const counters = openCounters(
    { store: settings.rateLimitStore, redisUrl: settings.redisUrl },
    storage,
    ({ message, code }) =>
      log.warn({ reason: message || code }, 'Redis does not answer: calls are not counted until it does'),
  )
  const limits = callLimits(storage)
  const held = entitlements(storage)
  const scopesOfConsumers = scopes(storage)
  const operations = catalogue.map((operation) => underSettings(operation, settings))
  const nothing = namesOfNothing(settings.specialInstructions ?? new Map(), operations)
  if (nothing.length > 0)
    throw new SettingsError(
      `SPECIAL_INSTRUCTIONS_DIR has files for operations that this server has not: ${nothing.join(', ')}.`,
    )
  assertFunctions(settings, operations)
  const encryption = once(() => keyEncryption(settings))
  const factors = secondFactors(storage, encryption)
  return {
    settings,
    catalogue: operations,
    documentation: documentation(operations, settings),
    publicUrl: () => settings.publicUrl ?? `http://${settings.host}:${settings.port}`,
    users: users(storage, factors, settings),
    secondFactors: factors,
    userDirectory: userDirectory(storage, {
      wrongPasswordsUntilLocked,
      localProvider: settings.localIdentityProvider,
    }),
    consumers: consumers(storage, encryption),
    tokens: tokens(storage, { lifetimeHours: tokenLifetimeHours, wrongPasswordsUntilLocked }),
    loginTokens: loginTokens(storage),
    authorizedApplications: authorizedApplications(storage),
    passwordResets: passwordResets(storage, { lifetimeHours: settings.passwordResetHours }),
    oauth1Tokens: oauth1Tokens(storage, encryption, { lifetimeHours: tokenLifetimeHours, wrongPasswordsUntilLocked }),
    nonces: nonces(storage),
    encryption,
    signingKeys: signingKeys(storage, encryption),
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
    apiCollections: apiCollections(storage),
    webUiProps: webUiProps(storage),
    entitlements: held,
    scopes: scopesOfConsumers,
    access: access(held, scopesOfConsumers, settings),
    metrics: metrics(storage, { keptDays: settings.writeMetrics ? settings.metricsKeptDays : null }),
    importSandbox: (origin, file) =>
      importSandbox(storage.db, origin, file, {
        provider: settings.localIdentityProvider,
        // before the database counts as away
        patience: 0.8 * settings.databaseTimeout,
        // a caller who is told that it took too long must not find it done
        signal: AbortSignal.timeout(settings.requestTimeout),
      }),
    isDatabaseThere: together(() =>
      storage.pool.query('select 1').then(
        () => true,
        () => false,
      ),
    ),
    gitCommit: settings.gitCommit ?? checkedOutCommit(fileURLToPath(new URL('..', import.meta.url))),
  }
}

/** @throws SettingsError where a setting names a function that there is not */
function assertFunctions(settings: Settings, operations: readonly Operation[]): void {
  const known = new Set(operations.map(({ name }) => name))
  for (const key of ['featuredApis', 'rateLimitExcluded'] as const) {
    const unknown = settings[key].filter((name) => !known.has(name))
    if (unknown.length > 0)
      throw new SettingsError(`${settingList[key].name} has functions that this server has not: ${unknown.join(', ')}.`)
  }
}

/** Who asks while an answer is under way gets that one: a database that hangs holds one connection of the pool, not all. */
function together<T>(ask: () => Promise<T>): () => Promise<T> {
  let underWay: Promise<T> | undefined
  return () => {
    underWay ??= ask().finally(() => {
      underWay = undefined
    })
    return underWay
  }
}

/** Does work at the first call, and gives its result at every one. */
function once<T>(work: () => T): () => T {
  let done: { result: T } | undefined
  return () => {
    done ??= { result: work() }
    return done.result
  }
}
