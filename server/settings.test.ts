import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openServices } from './services.ts'
import { readSettings, SettingsError, settingList } from './settings.ts'

const admin = { ADMIN_USERNAME: 'admin', ADMIN_PASSWORD: 'Correct-horse-1', ADMIN_CONSUMER_KEY: 'automation' }

/** What the start says of an environment. */
function refusal(environment: Record<string, string>): string {
  try {
    readSettings(environment)
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError)
    return (error as Error).message
  }
  throw new Error(`accepted: ${JSON.stringify(environment)}`)
}

const notNumbers = ['x', '1x', '1.5', '1e3', '0x10', '-1', '+1', ' 1', '1 ', '1\n', '٣', '9'.repeat(30)]
const notFlags = ['TRUE', 'True', 'yes', '1', '0', 'on', ' true', 'true ']

const directory = mkdtempSync(join(tmpdir(), 'fichero-logo-'))
const logo = join(directory, 'logo.svg')
writeFileSync(logo, '<svg/>')
const tooLarge = join(directory, 'large.png')
const emptyDirectory = mkdtempSync(join(directory, 'empty-'))
writeFileSync(tooLarge, Buffer.alloc(256 * 1024 + 1))
afterAll(() => rmSync(directory, { recursive: true }))

/** For every setting that has a form: values that it has not, values that it has, and what they become. */
const forms: Record<string, { wrong: string[]; says: string; right: [string, unknown][] }> = {
  NODE_ENV: {
    wrong: ['prod', 'Production', 'production ', 'staging'],
    says: 'one of development, test, production',
    right: [['test', 'test']],
  },
  PORT: {
    wrong: [...notNumbers, '65536'],
    says: 'a whole number from 0 to 65535',
    right: [
      ['0', 0],
      ['65535', 65_535],
    ],
  },
  PUBLIC_URL: {
    wrong: [
      'example.com',
      'ftp://example.com',
      'http:example.com',
      'http:/example.com',
      '//example.com',
      'http://',
      'https://a b',
    ],
    says: 'a URL that starts with http:// or https://',
    right: [
      ['https://example.com', 'https://example.com'],
      ['https://example.com/', 'https://example.com'],
      ['http://localhost:8080/bank/', 'http://localhost:8080/bank'],
      ['HTTPS://Example.com', 'https://example.com'],
      // it stands quoted in a header
      ['http://example.com/a"b', 'http://example.com/a%22b'],
      ['http://example.com/\r\nSet-Cookie:x', 'http://example.com/Set-Cookie:x'],
    ],
  },
  DATABASE_URL: {
    wrong: ['mysql://user:hidden@host/db', 'postgres:hidden', 'host=hidden', 'postgres://user:hidden@ho st/db'],
    says: 'a URL that starts with postgres:// or postgresql://',
    right: [
      ['postgres://user:secret@host:5432/db', 'postgres://user:secret@host:5432/db'],
      ['postgresql:///db?host=/run/postgresql', 'postgresql:///db?host=/run/postgresql'],
    ],
  },
  KEY_ENCRYPTION_KEY: {
    wrong: ['hidden', Buffer.alloc(31).toString('base64'), Buffer.alloc(33).toString('base64'), 'A'.repeat(43)],
    says: '32 bytes in base64',
    right: [[Buffer.alloc(32, 7).toString('base64'), Buffer.alloc(32, 7)]],
  },
  ALLOW_CLIENT_REGISTRATION: {
    wrong: ['yes', '1', 'TRUE'],
    says: 'true or false',
    right: [
      ['true', true],
      ['false', false],
    ],
  },
  DATABASE_CONNECTIONS: {
    wrong: [...notNumbers, '0', '2', '1001'],
    says: 'a whole number from 3 to 1000',
    right: [
      ['3', 3],
      ['1000', 1000],
    ],
  },
  EXPLORER_NAME: {
    wrong: ['n'.repeat(61), 'a\nb', '  '],
    says: 'at most 60 characters',
    right: [['Caja Norte', 'Caja Norte']],
  },
  EXPLORER_LOGO: {
    wrong: ['missing.svg', 'package.json', 'server', '.svg', tooLarge, directory],
    says: 'the path of an SVG, PNG, JPEG or WebP file of at most 256 kB that can be read',
    right: [[logo, { type: 'image/svg+xml', bytes: Buffer.from('<svg/>') }]],
  },
  SPECIAL_INSTRUCTIONS_DIR: {
    wrong: ['missing', 'package.json'],
    says: 'the path of a directory that can be read',
    right: [[emptyDirectory, new Map()]],
  },
  EXPLORER_COLOUR: {
    wrong: ['red', '#fff', '0b5fae', '#0b5fag', '#0b5fae;', '#0b5fae00'],
    says: 'a colour such as #0b5fae',
    right: [['#0B5fae', '#0B5fae']],
  },
  EXPLORER_LINKS: {
    wrong: [
      'x',
      '{}',
      '[null]',
      '[{"text":"Help"}]',
      '[{"text":"","url":"/help"}]',
      '[{"text":"Help","text_es":5,"url":"/help"}]',
      '[{"text":"Help","url":"javascript:alert(1)"}]',
      '[{"text":"Help","url":"//example.com"}]',
      '[{"text":"Help","url":"/\\\\example.com"}]',
      '[{"text":"Help","url":"https://"}]',
      JSON.stringify(Array(11).fill({ text: 'Help', url: '/help' })),
      JSON.stringify([{ text: 'h'.repeat(61), url: '/help' }]),
    ],
    says: 'a JSON list of at most 10 {"text", "url"}, if wanted with "text_es"; a text has at most 60 characters, and a url starts with https://, http:// or /',
    right: [
      ['[]', []],
      ['[{"text":"Help","text_es":"Ayuda","url":"/help"}]', [{ text: 'Help', text_es: 'Ayuda', url: '/help' }]],
      ['[{"text":"Bank","url":"https://example.com/a"}]', [{ text: 'Bank', url: 'https://example.com/a' }]],
    ],
  },
  SESSION_TIMEOUT: {
    wrong: [...notNumbers, '59', '86401'],
    says: 'a whole number from 60 to 86400',
    right: [['900', 900]],
  },
  DATABASE_TIMEOUT: {
    wrong: [...notNumbers, '99', '600001'],
    says: 'a whole number from 100 to 600000',
    right: [['100', 100]],
  },
  REQUEST_TIMEOUT: {
    wrong: [...notNumbers, '99', '600001'],
    says: 'a whole number from 100 to 600000',
    right: [['600000', 600_000]],
  },
  LOG_LEVEL: {
    wrong: ['INFO', 'verbose', 'trace'],
    says: 'one of fatal, error, warn, info, debug, silent',
    right: [['warn', 'warn']],
  },
  ADMIN_USERNAME: {
    wrong: ['jürgen', 'a,b', 'a"b', 'a=b', 'a\nb', 'u'.repeat(101)],
    says: 'at most 100 letters, digits, blanks, hyphens, dots, underscores and at signs',
    right: [['Jo Smith-1_a.b@example.com', 'Jo Smith-1_a.b@example.com']],
  },
  ADMIN_PASSWORD: {
    wrong: ['hidden-pässword', 'hidden\npassword', 'hidden\0password', 'h'.repeat(513)],
    says: 'at most 512 printable ASCII characters',
    right: [[' Pass1,"=\\~ of mine', ' Pass1,"=\\~ of mine']],
  },
  ADMIN_EMAIL: {
    wrong: ['admin', '@', 'a b@example.com', `${'a'.repeat(100)}@example.com`],
    says: 'an e-mail address',
    right: [['Admin@Example.com', 'admin@example.com']],
  },
  SUPER_ADMIN_USER_IDS: {
    wrong: ['root admin', 'u'.repeat(37), '5b9f3f5c-8f0e-4a47-9d0e-0c1a6f0a2b11;x', 'a, jürgen'],
    says: 'user ids of at most 36 characters, without blanks, separated by commas',
    right: [['5b9f3f5c-8f0e-4a47-9d0e-0c1a6f0a2b11, abc,', ['5b9f3f5c-8f0e-4a47-9d0e-0c1a6f0a2b11', 'abc']]],
  },
  ADMIN_CONSUMER_KEY: {
    wrong: ['hidden key', 'hidden_key', 'hidden"key', 'k'.repeat(513)],
    says: 'letters, digits and hyphens only',
    right: [['Key-1', 'Key-1']],
  },
  ALLOW_OAUTH2_LOGIN: { wrong: notFlags, says: 'true or false', right: [['false', false]] },
  // what is right is in authentication/bearer/issuer-settings.test.ts, and so is the rest of what is wrong
  TRUSTED_ISSUERS: {
    wrong: ['x', '{}', '7', 'null'],
    says: 'a JSON list of objects with issuer, audience and jwks_uri',
    right: [],
  },
  GATEWAY_LOGIN_SECRET: { wrong: ['hidden', 'hidden'.repeat(5)], says: 'at least 32 bytes', right: [] },
  GATEWAY_LOGIN_ADDRESSES: {
    wrong: ['localhost', '192.0.2.0/33', '10.0.0.1,x'],
    says: 'a comma-separated list of addresses such as 192.0.2.7 and networks such as 192.0.2.0/24',
    right: [],
  },
  CREATE_JUST_IN_TIME_ENTITLEMENTS: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  REQUIRE_SCOPES_FOR_ALL_ROLES: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  ALLOW_ENTITLEMENTS_OR_SCOPES: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  WRITE_METRICS: { wrong: notFlags, says: 'true or false', right: [['false', false]] },
  METRICS_KEPT_DAYS: {
    wrong: [...notNumbers, '0', '36501'],
    says: 'a whole number from 1 to 36500',
    right: [['60', 60]],
  },
  PROMETHEUS_PORT: {
    wrong: [...notNumbers, '65536'],
    says: 'a whole number from 0 to 65535',
    right: [['9464', 9464]],
  },
  PROMETHEUS_TOKEN: {
    wrong: ['hidden-is-short', 'hidden hidden hidden', 'hidden"hidden"hidden', 'hidden-hidden-ñ', 'h'.repeat(513)],
    says: 'at least 16 letters, digits and characters of ._~+/-',
    right: [['a-token.of_16+chars/~==', 'a-token.of_16+chars/~==']],
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    wrong: ['localhost:4318', 'grpc://collector:4317'],
    says: 'a URL that starts with http:// or https://',
    right: [['http://localhost:4318', 'http://localhost:4318']],
  },
  DEMO_DATA: { wrong: notFlags, says: 'true or false', right: [['false', false]] },
  ALLOW_SANDBOX_IMPORT: { wrong: notFlags, says: 'true or false', right: [['false', false]] },
  USERS_NEED_VALIDATION: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  CONSUMERS_ENABLED_BY_DEFAULT: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  EXPLORER: { wrong: notFlags, says: 'true or false', right: [['false', false]] },
  ALLOW_FORCED_ERRORS: { wrong: notFlags, says: 'true or false', right: [['false', false]] },
  RESOURCE_DOCS_REQUIRES_ROLE: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  GLOSSARY_REQUIRES_ROLE: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  DEFAULT_LOCALE: {
    wrong: ['es', 'es-ES', 'ES_ES', 'fr_FR'],
    says: 'one of en_GB, es_ES',
    right: [['es_ES', 'es_ES']],
  },
  SHOW_USED_CONNECTOR_METHODS: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  CUSTOMERS_PER_USER_AND_BANK: {
    wrong: [...notNumbers, '0', '1000000', 'Unlimited', 'infinity'],
    says: 'a whole number from 1 to 999999, or unlimited',
    right: [
      ['2', 2],
      ['999999', 999_999],
      ['unlimited', Number.POSITIVE_INFINITY],
    ],
  },
  EMPTY_CRM_EVENTS: { wrong: ['404', 'List', 'none'], says: 'one of error, list', right: [['list', 'list']] },
  CRM_EVENTS_VISIBLE_TO: {
    wrong: ['all', 'everybody', 'linked '],
    says: 'one of everyone, linked',
    right: [['linked', 'linked']],
  },
  TOKEN_LIFETIME_HOURS: {
    wrong: [...notNumbers, '0', '87601'],
    says: 'a whole number from 1 to 87600',
    right: [['1', 1]],
  },
  REQUIRE_SECOND_FACTOR: {
    wrong: ['yes', '1', 'TRUE'],
    says: 'true or false',
    right: [
      ['true', true],
      ['false', false],
    ],
  },
  DIRECT_LOGIN_SKIPS_SECOND_FACTOR: {
    wrong: ['yes', '1', 'TRUE'],
    says: 'true or false',
    right: [
      ['true', true],
      ['false', false],
    ],
  },
  PASSWORD_RESET_HOURS: {
    wrong: [...notNumbers, '0', '169'],
    says: 'a whole number from 1 to 168',
    right: [['168', 168]],
  },
  WRONG_PASSWORDS_UNTIL_LOCKED: {
    wrong: [...notNumbers, '0', '1001'],
    says: 'a whole number from 1 to 1000',
    right: [['3', 3]],
  },
  TRUSTED_PROXIES: {
    wrong: ['localhost', '10.0.0.0/33', '10.0.0', '10.0.0.1;10.0.0.2'],
    says: 'addresses or networks such as 10.0.0.0/8, separated by commas',
    right: [['127.0.0.1, 10.0.0.0/8,2001:db8::/32', ['127.0.0.1', '10.0.0.0/8', '2001:db8::/32']]],
  },
  USE_CONSUMER_LIMITS: { wrong: notFlags, says: 'true or false', right: [['true', true]] },
  RATE_LIMIT_STORE: {
    wrong: ['postgres', 'Redis'],
    says: 'one of memory, postgresql, redis',
    right: [['postgresql', 'postgresql']],
  },
  REDIS_URL: {
    wrong: ['localhost:6379', 'http://localhost'],
    says: 'a URL that starts with redis:// or rediss://',
    right: [['redis://localhost:6379/1', 'redis://localhost:6379/1']],
  },
  FAILED_LOGINS_PER_MINUTE: {
    wrong: [...notNumbers, '1000001'],
    says: 'a whole number from 0 to 1000000',
    right: [['0', 0]],
  },
  SIGN_UPS_PER_HOUR: {
    wrong: [...notNumbers, '1000001'],
    says: 'a whole number from 0 to 1000000',
    right: [['5', 5]],
  },
  ANONYMOUS_CALLS_PER_HOUR: {
    wrong: [...notNumbers, '100000001'],
    says: 'a whole number from 0 to 100000000',
    right: [['0', 0]],
  },
}
/** Those that take any text, and those that take a list of them. */
const texts = ['HOST', 'DATA_DIR', 'LOCAL_IDENTITY_PROVIDER', 'GIT_COMMIT'].concat(
  ['ORGANISATION', 'EMAIL', 'PHONE', 'WEBSITE'].map((part) => `HOSTED_BY_${part}`),
)
const lists = ['FEATURED_APIS', 'FEATURED_API_COLLECTION_IDS', 'RATE_LIMIT_EXCLUDED']
const roleLists = ['REQUIRE_SCOPES_FOR_LISTED_ROLES']

const keyOf = (name: string) => Object.entries(settingList).find(([, setting]) => setting.name === name)![0]
const read = (environment: Record<string, string | undefined>) =>
  readSettings(environment) as unknown as Record<string, unknown>
const cases = Object.entries(forms)

describe('settings', () => {
  test('calls cannot be counted in a Redis that nobody names', () => {
    expect(refusal({ RATE_LIMIT_STORE: 'redis' })).toBe('REDIS_URL must be set where RATE_LIMIT_STORE is redis.')
  })

  test('every one of them has its place in this test', () => {
    const names = Object.values(settingList).map(({ name }) => name)
    expect([...Object.keys(forms), ...texts, ...lists, ...roleLists].sort()).toEqual(names.sort())
  })

  test.each(cases.flatMap(([name, { wrong, says }]) => wrong.map((value) => [name, value, says] as const)))(
    '%s=%j stops the start with one sentence that names it',
    (name, value, says) => {
      expect(refusal({ ...admin, [name]: value })).toBe(`${name} must be ${says}.`)
    },
  )

  test.each(cases.flatMap(([name, { right }]) => right.map(([value, becomes]) => [name, value, becomes] as const)))(
    '%s=%j is %j',
    (name, value, becomes) => {
      expect(read({ ...admin, [name]: value })[keyOf(name)]).toEqual(becomes)
    },
  )

  test.each(texts)('%s takes any text', (name) => {
    expect(read({ [name]: 'a text, "with" ünusual=parts' })[keyOf(name)]).toBe('a text, "with" ünusual=parts')
  })

  test.each(lists)('%s is a list, with or without blanks', (name) => {
    expect(read({ [name]: 'a, b,,c ,' })[keyOf(name)]).toEqual(['a', 'b', 'c'])
    expect(read({})[keyOf(name)]).toEqual(name === 'RATE_LIMIT_EXCLUDED' ? ['root'] : [])
  })

  test.each(['FEATURED_APIS', 'RATE_LIMIT_EXCLUDED'])('%s has functions that there are', (name) => {
    expect(() => openServices(readSettings({ [name]: 'getCustomer, noSuchThing, addCustomr' }), {} as never)).toThrow(
      new SettingsError(`${name} has functions that this server has not: noSuchThing, addCustomr.`),
    )
  })

  test.each(roleLists)('%s is a list of roles, and a name that is none stops the start', (name) => {
    expect(read({ [name]: 'CanCreateCustomer, CanGetCustomersAtOneBank,' })[keyOf(name)]).toEqual([
      'CanCreateCustomer',
      'CanGetCustomersAtOneBank',
    ])
    expect(refusal({ [name]: 'CanCreateCustomer,CanFly' })).toBe(
      `${name} must be role names that exist, separated by commas, and CanFly is none.`,
    )
  })

  test('no sentence repeats the value of a secret', () => {
    for (const name of ['DATABASE_URL', 'ADMIN_PASSWORD', 'ADMIN_CONSUMER_KEY', 'GATEWAY_LOGIN_SECRET'])
      for (const value of forms[name]!.wrong) expect(refusal({ ...admin, [name]: value })).not.toContain('hidden')
  })

  test('an empty variable counts as absent', () => {
    const empty = Object.fromEntries(Object.values(settingList).map(({ name }) => [name, '']))
    expect(readSettings(empty)).toEqual(readSettings({}))
  })

  test('variables of others are none of ours', () => {
    expect(readSettings({ PATH: '/bin', PORTS: 'x' })).toEqual(readSettings({}))
  })

  test('the defaults', () => {
    expect(readSettings({})).toMatchObject({
      mode: 'development',
      host: '127.0.0.1',
      port: 8080,
      publicUrl: undefined,
      dataDirectory: './data',
      databaseUrl: undefined,
      adminUsername: undefined,
      demoData: true,
      allowSandboxImport: true,
      customersPerUserAndBank: 1,
      emptyCrmEvents: 'error',
      crmEventsVisibleTo: 'everyone',
      wrongPasswordsUntilLocked: 5,
    })
  })
})

describe('the three ADMIN_ settings', () => {
  const names = Object.keys(admin) as (keyof typeof admin)[]
  const without = (...missing: string[]) =>
    Object.fromEntries(Object.entries(admin).filter(([name]) => !missing.includes(name)))

  test('none of them is fine outside production', () => {
    for (const NODE_ENV of ['development', 'test', undefined]) expect(() => readSettings({ NODE_ENV })).not.toThrow()
  })

  test.each(names)('%s alone stops, and so does its absence: the missing ones are named', (name) => {
    const others = names.filter((each) => each !== name)
    expect(refusal({ [name]: admin[name] })).toBe(
      `${others.join(', ')} must be set too, or none of the three ADMIN_ settings.`,
    )
    expect(refusal(without(name))).toBe(`${name} must be set too, or none of the three ADMIN_ settings.`)
  })

  test.each([[names], ...names.map((name) => [[name]])])('production does not start without %j', (missing) => {
    const environment = { NODE_ENV: 'production', ...without(...missing) }
    const message = refusal(environment)
    expect(message).toBe(`${missing.join(', ')} must be set: a production server does not start without a way in.`)
    expect(message).not.toContain(admin.ADMIN_PASSWORD)
    // an empty one is none
    expect(refusal({ ...environment, ...Object.fromEntries(missing.map((name) => [name, ''])) })).toBe(message)
  })
})

describe('the three settings of scopes', () => {
  const scopes = {
    REQUIRE_SCOPES_FOR_ALL_ROLES: 'true',
    REQUIRE_SCOPES_FOR_LISTED_ROLES: 'CanCreateCustomer',
    ALLOW_ENTITLEMENTS_OR_SCOPES: 'true',
  }
  const names = Object.keys(scopes) as (keyof typeof scopes)[]

  test('one of them is fine, two stop the start with one sentence that names them', () => {
    for (const name of names) expect(() => readSettings({ [name]: scopes[name] })).not.toThrow()
    for (const left of names) {
      const { [left]: _, ...two } = scopes
      expect(refusal(two)).toBe(`Only one of ${names.filter((name) => name !== left).join(', ')} can be set.`)
    }
    expect(refusal(scopes)).toBe(`Only one of ${names.join(', ')} can be set.`)
  })
})

describe('production', () => {
  const KEY_ENCRYPTION_KEY = Buffer.alloc(32, 7).toString('base64')
  const production = { ...admin, KEY_ENCRYPTION_KEY, NODE_ENV: 'production' }

  test('brings no demonstration data and no sandbox import, unless it is told to', () => {
    expect(readSettings(production)).toMatchObject({ mode: 'production', demoData: false, allowSandboxImport: false })
    expect(readSettings({ ...production, DEMO_DATA: 'true', ALLOW_SANDBOX_IMPORT: 'true' })).toMatchObject({
      demoData: true,
      allowSandboxImport: true,
    })
  })

  test('does not start without KEY_ENCRYPTION_KEY on a database of somebody else', () => {
    const DATABASE_URL = 'postgresql://db.internal/fichero'
    expect(refusal({ ...production, DATABASE_URL, KEY_ENCRYPTION_KEY: '' })).toBe(
      'KEY_ENCRYPTION_KEY must be set: a production server with a DATABASE_URL does not start without it.',
    )
    expect(readSettings({ ...production, KEY_ENCRYPTION_KEY: '' })).toMatchObject({ mode: 'production' })
  })

  test('differs from development in nothing else', () => {
    const { mode: _, ...rest } = readSettings(production)
    expect(readSettings({ ...admin, KEY_ENCRYPTION_KEY })).toMatchObject({
      ...rest,
      demoData: true,
      allowForcedErrors: true,
      allowSandboxImport: true,
    })
  })
})

test('a weak ADMIN_PASSWORD stops the start and is not repeated', () => {
  const weak = { ADMIN_USERNAME: 'admin', ADMIN_PASSWORD: 'hunter2', ADMIN_CONSUMER_KEY: 'automation' }
  expect(() => readSettings(weak)).toThrow(
    'ADMIN_PASSWORD must be at least 10 characters with digits, small and capital letters and a special one, or more than 16.',
  )
})
