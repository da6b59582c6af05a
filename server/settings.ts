/** Every environment variable: its name, form, default and meaning. The README's table is made from this list. */

import type { BlockList } from 'node:net'
import { addressList } from './address-list.ts'
import { type IssuerSetting, readIssuers } from './authentication/bearer/issuer-settings.ts'
import { passwordPattern, usernamePattern } from './authentication/direct-login/credentials.ts'
import { gatewayProvider } from './authentication/gateway-login/gateway-login.ts'
import { isStrongPassword } from './authentication/passwords/passwords.ts'
import { type RoleName, roleNamed } from './authorisation/roles.ts'
import { instructionFiles } from './documentation/instruction-files.ts'
import { colour, image, links, shortText } from './pages/brand-settings.ts'
import { locales } from './protocol/languages.ts'
import { WrongValue } from './wrong-value.ts'

type Parse<T> = (text: string) => T

export interface Setting<T> {
  /** of the environment variable */
  name: string
  parse: Parse<T>
  /** as it would be written in the environment; without one the setting may be undefined */
  default?: string
  /** the default where NODE_ENV is production, if it is another */
  inProduction?: string
  meaning: string
}

const text: Parse<string> = (value) => value

const flag: Parse<boolean> = (value) => {
  if (value !== 'true' && value !== 'false') throw new WrongValue('true or false')
  return value === 'true'
}

const integer =
  (least: number, most: number): Parse<number> =>
  (value) => {
    const number = Number(value)
    if (!/^\d+$/.test(value) || number < least || number > most)
      throw new WrongValue(`a whole number from ${least} to ${most}`)
    return number
  }

const oneOf =
  <const Choice extends string>(...choices: Choice[]): Parse<Choice> =>
  (value) => {
    if (!choices.includes(value as Choice)) throw new WrongValue(`one of ${choices.join(', ')}`)
    return value as Choice
  }

const url =
  (...protocols: string[]): Parse<string> =>
  (value) => {
    const starts = protocols.map((protocol) => `${protocol}//`)
    if (!URL.canParse(value) || !starts.some((start) => value.toLowerCase().startsWith(start)))
      throw new WrongValue(`a URL that starts with ${starts.join(' or ')}`)
    return value
  }

/** Without a slash at the end, and in the form that may stand in a header. */
const publicUrl: Parse<string> = (value) => new URL(url('http:', 'https:')(value)).href.replace(/\/$/, '')

/** As libpq and `pg` take it: without a host where `?host=` names one, such as the directory of a Unix socket. */
const databaseUrl: Parse<string> = (value) => {
  url('postgres:', 'postgresql:')(value.replace(/@(?=\/)/, '@localhost'))
  return value
}

const list: Parse<readonly string[]> = (value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

// what a user's id can be in the database; one that names nobody is no mistake, for the user may come later
const userIds: Parse<readonly string[]> = (value) => {
  const ids = list(value)
  if (!ids.every((id) => /^[!-~]{1,36}$/.test(id)))
    throw new WrongValue('user ids of at most 36 characters, without blanks, separated by commas')
  return ids
}

const emailAddress: Parse<string> = (value) => {
  if (!/^[^\s@]+@[^\s@]+$/.test(value) || value.length > 100) throw new WrongValue('an e-mail address')
  return value.toLowerCase()
}

const networks: Parse<readonly string[]> = (value) => {
  const all = list(value)
  if (!addressList(all)) throw new WrongValue('addresses or networks such as 10.0.0.0/8, separated by commas')
  return all
}

// a role that is misspelt would be one that nobody needs a scope for
const roleNames: Parse<readonly RoleName[]> = (value) =>
  list(value).map((name) => {
    const role = roleNamed(name)
    if (!role) throw new WrongValue(`role names that exist, separated by commas, and ${name} is none`)
    return role.name
  })

/** What can stand in an `Authorization: Bearer` (RFC 6750 2.1) and nobody guesses. */
const bearerToken: Parse<string> = (value) => {
  if (!/^[A-Za-z0-9._~+/-]{16,512}=*$/.test(value))
    throw new WrongValue('at least 16 letters, digits and characters of ._~+/-')
  return value
}

const countOrUnlimited: Parse<number> = (value) => {
  if (value === 'unlimited') return Number.POSITIVE_INFINITY
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new WrongValue('a whole number from 1 to 999999, or unlimited')
  return Number(value)
}

const consumerKey: Parse<string> = (value) => {
  if (!/^[A-Za-z0-9-]{1,512}$/.test(value)) throw new WrongValue('letters, digits and hyphens only')
  return value
}

// what a login can send, and the database can hold
const username: Parse<string> = (value) => {
  if (value.length > 100 || !new RegExp(usernamePattern).test(value))
    throw new WrongValue('at most 100 letters, digits, blanks, hyphens, dots, underscores and at signs')
  return value
}

const password: Parse<string> = (value) => {
  if (value.length > 512 || !new RegExp(passwordPattern).test(value))
    throw new WrongValue('at most 512 printable ASCII characters')
  // the rule that every user's password keeps
  if (!isStrongPassword(value))
    throw new WrongValue(
      'at least 10 characters with digits, small and capital letters and a special one, or more than 16',
    )
  return value
}

const trustedIssuers: Parse<readonly IssuerSetting[]> = (value) => {
  const read = readIssuers(value)
  if ('mustBe' in read) throw new WrongValue(read.mustBe)
  return read.issuers
}

const addresses: Parse<BlockList> = (value) => {
  const read = addressList(list(value))
  if (!read)
    throw new WrongValue('a comma-separated list of addresses such as 192.0.2.7 and networks such as 192.0.2.0/24')
  return read
}

/** A secret for HS256, which takes 32 bytes at least (RFC 7518 3.2). */
const sharedSecret: Parse<string> = (value) => {
  if (Buffer.byteLength(value) < 32) throw new WrongValue('at least 32 bytes')
  return value
}

/** 32 bytes, as AES-256 takes them. */
const encryptionKey: Parse<Buffer> = (value) => {
  const key = Buffer.from(value, 'base64')
  if (key.length !== 32 || key.toString('base64') !== value) throw new WrongValue('32 bytes in base64')
  return key
}

const setting = <T, const Options extends { default?: string; inProduction?: string; meaning: string }>(
  name: string,
  parse: Parse<T>,
  options: Options,
) => ({ name, parse, ...options })

/** All settings, by the name that the code knows them by. */
export const settingList = {
  mode: setting('NODE_ENV', oneOf('development', 'test', 'production'), {
    default: 'development',
    meaning:
      '`production` brings no demonstration data, forbids the sandbox import over HTTP and asks for the three `ADMIN_` settings',
  }),
  host: setting('HOST', text, { default: '127.0.0.1', meaning: 'address to listen on' }),
  port: setting('PORT', integer(0, 65_535), { default: '8080', meaning: 'port to listen on; 0 picks a free one' }),
  publicUrl: setting('PUBLIC_URL', publicUrl, {
    meaning: 'address by which clients reach the server; without it, `http://HOST:PORT`',
  }),
  dataDirectory: setting('DATA_DIR', text, { default: './data', meaning: 'directory of the embedded PostgreSQL' }),
  databaseUrl: setting('DATABASE_URL', databaseUrl, {
    meaning: 'your own PostgreSQL 14 or newer; without it, the embedded one',
  }),
  databaseConnections: setting('DATABASE_CONNECTIONS', integer(3, 1000), {
    default: '10',
    meaning: 'most connections to PostgreSQL at once',
  }),
  databaseTimeout: setting('DATABASE_TIMEOUT', integer(100, 600_000), {
    default: '5000',
    meaning: 'milliseconds after which a database that does not answer counts as away',
  }),
  requestTimeout: setting('REQUEST_TIMEOUT', integer(100, 600_000), {
    default: '30000',
    meaning: 'milliseconds after which a call is answered `OBP-01000`',
  }),
  logLevel: setting('LOG_LEVEL', oneOf('fatal', 'error', 'warn', 'info', 'debug', 'silent'), {
    default: 'info',
    meaning: 'least severe line to log',
  }),
  adminUsername: setting('ADMIN_USERNAME', username, {
    meaning: 'user who is made sure to exist at every start and is a super admin',
  }),
  adminPassword: setting('ADMIN_PASSWORD', password, { meaning: 'password of that user' }),
  adminEmail: setting('ADMIN_EMAIL', emailAddress, {
    meaning: 'e-mail address of that user, which web applications want to see; else the user name where it is one',
  }),
  adminConsumerKey: setting('ADMIN_CONSUMER_KEY', consumerKey, {
    meaning: 'consumer that is made sure to exist at every start',
  }),
  superAdminUserIds: setting('SUPER_ADMIN_USER_IDS', userIds, {
    default: '',
    meaning: 'comma-separated ids of more super admins',
  }),
  createJustInTimeEntitlements: setting('CREATE_JUST_IN_TIME_ENTITLEMENTS', flag, {
    default: 'false',
    meaning:
      'a user who may give a role is given it, for as long as they may give it, when a call of theirs needs it: at a bank by `CanCreateEntitlementAtOneBank`, anywhere by `CanCreateEntitlementAtAnyBank`',
  }),
  requireScopesForAllRoles: setting('REQUIRE_SCOPES_FOR_ALL_ROLES', flag, {
    default: 'false',
    meaning: 'the consumer, too, must hold the roles that a call needs, as scopes',
  }),
  requireScopesForListedRoles: setting('REQUIRE_SCOPES_FOR_LISTED_ROLES', roleNames, {
    default: '',
    meaning: 'the same for these roles only, separated by commas',
  }),
  allowEntitlementsOrScopes: setting('ALLOW_ENTITLEMENTS_OR_SCOPES', flag, {
    default: 'false',
    meaning: 'a role counts where either the user or the consumer holds it. One of these three settings at most',
  }),
  demoData: setting('DEMO_DATA', flag, {
    default: 'true',
    inProduction: 'false',
    meaning: 'bring the demonstration data when the database is new',
  }),
  explorer: setting('EXPLORER', flag, {
    default: 'true',
    meaning: 'serve the Explorer at `/`',
  }),
  explorerName: setting('EXPLORER_NAME', shortText, {
    default: 'Fichero',
    meaning: 'name in the header of the Explorer and of the pages for people',
  }),
  explorerLogo: setting('EXPLORER_LOGO', image, {
    meaning: 'path of an SVG, PNG, JPEG or WebP file of at most 256 kB that stands before that name',
  }),
  explorerColour: setting('EXPLORER_COLOUR', colour, {
    meaning:
      'colour of the header of the Explorer, such as `#0b5fae`; what is in it becomes black or white, whichever is read better',
  }),
  explorerLinks: setting('EXPLORER_LINKS', links, {
    default: '[]',
    meaning:
      'more links in that header: a JSON list of at most 10 `{"text", "url"}`, if wanted with `"text_es"` for Spanish',
  }),
  allowForcedErrors: setting('ALLOW_FORCED_ERRORS', flag, {
    default: 'true',
    inProduction: 'false',
    meaning: 'answer a call that has the header `Force-Error: OBP-…` with that error of its operation',
  }),
  allowSandboxImport: setting('ALLOW_SANDBOX_IMPORT', flag, {
    default: 'true',
    inProduction: 'false',
    meaning: 'allow `POST /sandbox/data-import`',
  }),
  customersPerUserAndBank: setting('CUSTOMERS_PER_USER_AND_BANK', countOrUnlimited, {
    default: '1',
    meaning: 'most customers that *Add a customer* links to one user at one bank, or `unlimited`',
  }),
  emptyCrmEvents: setting('EMPTY_CRM_EVENTS', oneOf('error', 'list'), {
    default: 'error',
    meaning: 'what *Get CRM Events* answers where there are none: `error` (404) or `list` (200 and an empty list)',
  }),
  crmEventsVisibleTo: setting('CRM_EVENTS_VISIBLE_TO', oneOf('everyone', 'linked'), {
    default: 'everyone',
    meaning:
      '`everyone` who is logged in sees all CRM events of a bank; with `linked` a user without the role `CanGetCrmEvents` sees those of customers linked to them',
  }),
  usersNeedValidation: setting('USERS_NEED_VALIDATION', flag, {
    default: 'false',
    meaning: 'users who sign up cannot log in until an administrator validates them (`PUT /management/users/USER_ID`)',
  }),
  consumersEnabledByDefault: setting('CONSUMERS_ENABLED_BY_DEFAULT', flag, {
    default: 'false',
    meaning:
      'consumers that users register for themselves may call at once, and their redirect URLs change without `CanUpdateConsumerRedirectUrl`; else an administrator enables them, and again after each change of the redirect URL',
  }),
  localIdentityProvider: setting('LOCAL_IDENTITY_PROVIDER', text, {
    meaning: 'provider name of the users who sign up here',
    default: 'fichero',
  }),
  allowOAuth2Login: setting('ALLOW_OAUTH2_LOGIN', flag, {
    default: 'true',
    meaning: 'take bearer tokens (`Authorization: Bearer`)',
  }),
  trustedIssuers: setting('TRUSTED_ISSUERS', trustedIssuers, {
    default: '[]',
    meaning:
      'identity providers whose bearer tokens are taken: a JSON list of `{"issuer", "audience", "jwks_uri"}`, and if wanted `"user_claim"` (`sub`), `"consumer_claim"` (`azp`), `"name"`, `"scope"` (scopes that a token must have) and `"acr"` (one of which it must have: how the user logged in)',
  }),
  gatewayLoginSecret: setting('GATEWAY_LOGIN_SECRET', sharedSecret, {
    meaning: 'secret that a gateway signs with; with it and the next one, Gateway Login is a way in',
  }),
  gatewayLoginAddresses: setting('GATEWAY_LOGIN_ADDRESSES', addresses, {
    meaning: 'comma-separated addresses and networks (`192.0.2.0/24`) that Gateway Login may come from',
  }),
  keyEncryptionKey: setting('KEY_ENCRYPTION_KEY', encryptionKey, {
    meaning:
      '32 bytes in base64 (`openssl rand -base64 32`), the same on every node and at every start, that encrypt what is secret in the database: the signing keys of the OpenID Connect provider, the second factors of users, the secrets of consumers and of OAuth 1.0a tokens; a production server with a `DATABASE_URL` needs it, others keep one in `DATA_DIR`',
  }),
  allowClientRegistration: setting('ALLOW_CLIENT_REGISTRATION', flag, {
    default: 'false',
    meaning:
      'let anybody register a consumer by OpenID Connect dynamic client registration; it is enabled as those that users register for themselves',
  }),
  tokenLifetimeHours: setting('TOKEN_LIFETIME_HOURS', integer(1, 87_600), {
    default: '672',
    meaning: 'hours until a DirectLogin token expires',
  }),
  sessionTimeout: setting('SESSION_TIMEOUT', integer(60, 86_400), {
    default: '300',
    meaning: 'seconds without activity after which the Explorer logs a user off, and other front ends are told to',
  }),
  wrongPasswordsUntilLocked: setting('WRONG_PASSWORDS_UNTIL_LOCKED', integer(1, 1000), {
    default: '5',
    meaning: 'wrong passwords after which a user is locked',
  }),
  requireSecondFactor: setting('REQUIRE_SECOND_FACTOR', flag, {
    default: 'false',
    meaning:
      'a user without a second factor (`/user_mgt/second_factor`) cannot log in with their password before they have set one up',
  }),
  directLoginSkipsSecondFactor: setting('DIRECT_LOGIN_SKIPS_SECOND_FACTOR', flag, {
    default: 'false',
    meaning:
      'DirectLogin, which has no place for a code, takes the password alone; else it refuses users who have a second factor, and with `REQUIRE_SECOND_FACTOR` everybody',
  }),
  passwordResetHours: setting('PASSWORD_RESET_HOURS', integer(1, 168), {
    default: '24',
    meaning: 'hours for which a password-reset address is valid',
  }),
  trustedProxies: setting('TRUSTED_PROXIES', networks, {
    default: '',
    meaning:
      "comma-separated addresses or networks (`10.0.0.0/8`) of proxies whose `X-Forwarded-For` is believed; without one, a call's address is that of its connection",
  }),
  useConsumerLimits: setting('USE_CONSUMER_LIMITS', flag, {
    default: 'false',
    meaning: 'count the calls of consumers, and refuse those beyond the limits that administrators set',
  }),
  rateLimitStore: setting('RATE_LIMIT_STORE', oneOf('memory', 'postgresql', 'redis'), {
    default: 'memory',
    meaning: 'where calls are counted: `memory` of each node, or `postgresql` or `redis` for all nodes together',
  }),
  redisUrl: setting('REDIS_URL', url('redis:', 'rediss:'), { meaning: 'the Redis of `RATE_LIMIT_STORE=redis`' }),
  rateLimitExcluded: setting('RATE_LIMIT_EXCLUDED', list, {
    default: 'root',
    meaning: 'comma-separated functions whose calls do not count',
  }),
  failedLoginsPerMinute: setting('FAILED_LOGINS_PER_MINUTE', integer(0, 1_000_000), {
    default: '60',
    meaning: 'failed logins that one address may make in a minute; 0 for any number',
  }),
  signUpsPerHour: setting('SIGN_UPS_PER_HOUR', integer(0, 1_000_000), {
    default: '100',
    meaning: 'users that one address may try to create in an hour; 0 for any number',
  }),
  anonymousCallsPerHour: setting('ANONYMOUS_CALLS_PER_HOUR', integer(0, 100_000_000), {
    default: '10000',
    meaning: 'calls without a login that one address may make in an hour; 0 for any number',
  }),
  specialInstructions: setting('SPECIAL_INSTRUCTIONS_DIR', instructionFiles, {
    meaning:
      'directory of Markdown files that documentation shows with single operations: `addCustomer.md` by the name or `OBPv1.4.0-addCustomer.md` by the id, `addCustomer.es.md` for Spanish; each of at most 16 kB',
  }),
  showUsedConnectorMethods: setting('SHOW_USED_CONNECTOR_METHODS', flag, {
    default: 'false',
    meaning: 'list connector methods in resource docs',
  }),
  featuredApis: setting('FEATURED_APIS', list, {
    default: '',
    meaning: 'comma-separated functions that resource docs mark as featured',
  }),
  resourceDocsRequiresRole: setting('RESOURCE_DOCS_REQUIRES_ROLE', flag, {
    default: 'false',
    meaning:
      'resource docs are shown to users with the role `CanReadResourceDoc` only, and those of a bank to users with `CanReadDynamicResourceDocsAtOneBank` there',
  }),
  glossaryRequiresRole: setting('GLOSSARY_REQUIRES_ROLE', flag, {
    default: 'false',
    meaning: 'the glossary is shown to users with the role `CanReadGlossary` only',
  }),
  defaultLocale: setting('DEFAULT_LOCALE', oneOf(...locales), {
    default: 'en_GB',
    meaning: 'language of the documentation where neither `locale` nor `Accept-Language` names one: `en_GB` or `es_ES`',
  }),
  featuredApiCollectionIds: setting('FEATURED_API_COLLECTION_IDS', list, {
    default: '',
    meaning: 'comma-separated ids of the sharable API collections that this server recommends',
  }),
  hostedByOrganisation: setting('HOSTED_BY_ORGANISATION', text, {
    default: '',
    meaning: 'who runs this server, as the root documents say it',
  }),
  hostedByEmail: setting('HOSTED_BY_EMAIL', text, { default: '', meaning: 'e-mail address of that organisation' }),
  hostedByPhone: setting('HOSTED_BY_PHONE', text, { default: '', meaning: 'telephone number of that organisation' }),
  hostedByWebsite: setting('HOSTED_BY_WEBSITE', text, { default: '', meaning: 'website of that organisation' }),
  writeMetrics: setting('WRITE_METRICS', flag, { default: 'true', meaning: 'keep a row about every call' }),
  metricsKeptDays: setting('METRICS_KEPT_DAYS', integer(1, 36_500), {
    default: '367',
    meaning: 'days after which these rows are deleted',
  }),
  prometheusPort: setting('PROMETHEUS_PORT', integer(0, 65_535), {
    meaning: 'port of 127.0.0.1 that answers `GET /metrics` for Prometheus; 0 picks a free one',
  }),
  prometheusToken: setting('PROMETHEUS_TOKEN', bearerToken, {
    meaning:
      'bearer token that `GET /metrics` asks for; without `PROMETHEUS_PORT` it is then answered at `PORT`. With neither there is no such path',
  }),
  otelExporterEndpoint: setting('OTEL_EXPORTER_OTLP_ENDPOINT', url('http:', 'https:'), {
    meaning:
      'OpenTelemetry collector that traces are sent to, such as `http://localhost:4318`; without it there are none',
  }),
  gitCommit: setting('GIT_COMMIT', text, {
    meaning: 'commit that the root documents name; without it, that of the checkout',
  }),
} satisfies Record<string, Setting<unknown>>

type List = typeof settingList
export type Settings = {
  readonly [Name in keyof List]: List[Name] extends { default: string }
    ? ReturnType<List[Name]['parse']>
    : ReturnType<List[Name]['parse']> | undefined
}

/** A setting that stops the start; the message is one sentence that names it and holds no secret. */
export class SettingsError extends Error {}

/**
 * Reads the settings from the environment; an empty variable counts as absent.
 * @throws SettingsError that names the variable
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  const production = environment.NODE_ENV === 'production'
  const read: Record<string, unknown> = {}
  for (const [key, setting] of Object.entries<Setting<unknown>>(settingList)) {
    const fallback = production ? (setting.inProduction ?? setting.default) : setting.default
    const value = environment[setting.name] || fallback
    read[key] = value === undefined ? undefined : parse(setting, value)
  }
  const settings = read as Settings
  assertWayIn(settings)
  if (settings.rateLimitStore === 'redis' && settings.redisUrl === undefined)
    throw new SettingsError('REDIS_URL must be set where RATE_LIMIT_STORE is redis.')
  if (production && settings.databaseUrl && !settings.keyEncryptionKey)
    throw new SettingsError(
      'KEY_ENCRYPTION_KEY must be set: a production server with a DATABASE_URL does not start without it.',
    )
  assertForeignProviders(settings)
  assertGateway(settings)
  assertOneScopeRule(settings)
  return settings
}

function parse({ name, parse }: Setting<unknown>, value: string) {
  try {
    return parse(value)
  } catch (error) {
    if (error instanceof WrongValue) throw new SettingsError(`${name} must be ${error.message}.`)
    throw error
  }
}

/** The three ADMIN_ settings go together; in production they are the only way in, so they must be there. */
function assertWayIn(settings: Settings) {
  const wayIn = [settingList.adminUsername, settingList.adminPassword, settingList.adminConsumerKey].map(
    ({ name }, index) => ({
      name,
      value: [settings.adminUsername, settings.adminPassword, settings.adminConsumerKey][index],
    }),
  )
  const missing = wayIn.filter(({ value }) => value === undefined).map(({ name }) => name)
  if (missing.length === 0) return
  if (settings.mode === 'production')
    throw new SettingsError(`${missing.join(', ')} must be set: a production server does not start without a way in.`)
  if (missing.length < wayIn.length)
    throw new SettingsError(`${missing.join(', ')} must be set too, or none of the three ADMIN_ settings.`)
}

/** An issuer or a gateway of that name could say who the users of this server are. */
function assertForeignProviders({ trustedIssuers, localIdentityProvider }: Settings) {
  const local = localIdentityProvider.toLowerCase()
  if (trustedIssuers.some(({ issuer }) => issuer.toLowerCase() === local))
    throw new SettingsError(
      `${settingList.trustedIssuers.name} must not name the provider of the users who sign up here (${settingList.localIdentityProvider.name}).`,
    )
  if (local === gatewayProvider.toLowerCase())
    throw new SettingsError(
      `${settingList.localIdentityProvider.name} must not be ${gatewayProvider}, which is the provider of the users who come by Gateway Login.`,
    )
}

/** A secret alone would let everybody who knows it be anybody. */
function assertGateway({ gatewayLoginSecret, gatewayLoginAddresses }: Settings) {
  if ((gatewayLoginSecret === undefined) !== (gatewayLoginAddresses === undefined))
    throw new SettingsError(
      `${settingList.gatewayLoginSecret.name} and ${settingList.gatewayLoginAddresses.name} must be set together, or neither.`,
    )
}

/** How scopes count is said once, or not at all. */
function assertOneScopeRule(settings: Settings) {
  const { requireScopesForAllRoles, requireScopesForListedRoles, allowEntitlementsOrScopes } = settingList
  const chosen = [
    settings.requireScopesForAllRoles && requireScopesForAllRoles.name,
    settings.requireScopesForListedRoles.length > 0 && requireScopesForListedRoles.name,
    settings.allowEntitlementsOrScopes && allowEntitlementsOrScopes.name,
  ].filter((name) => name !== false)
  if (chosen.length > 1) throw new SettingsError(`Only one of ${chosen.join(', ')} can be set.`)
}
