/** A Fichero for a test: real HTTP on a port of its own, over a real database of its own. */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { openApp } from '../app.ts'
import type { RoleName } from '../authorisation/roles.ts'
import type { Origin } from '../observation/audit.ts'
import { openLog } from '../observation/log.ts'
import type { Operation } from '../protocol/operation.ts'
import type { Services } from '../protocol/services.ts'
import { openServices } from '../services.ts'
import { readSettings, type Settings } from '../settings.ts'
import { superuser } from '../storage/embedded/cluster.ts'
import { openStorage, type Storage } from '../storage/pool.ts'
import { template } from './database.ts'
import { undeclaredRefusals } from './declared.ts'

export interface Answer {
  status: number
  headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: tests look into bodies of every shape
  body: any
  text: string
}

export interface Ask {
  method?: string
  token?: string
  body?: unknown
  headers?: Record<string, string>
}

export interface TestServer {
  url: string
  storage: Storage
  settings: Settings
  services: Services
  connection: pg.ClientConfig
  /** Sends a request; an object body goes as JSON, a string as it is. */
  call(path: string, ask?: Ask): Promise<Answer>
  /** Makes a user with the roles, each at a bank (`{ 'gh.29.uk': ['CanX'] }`, '' for the system), and logs them in. */
  user(
    roles?: Record<string, RoleName[]>,
    username?: string,
  ): Promise<{ userId: string; username: string; token: string }>
  bank(bankId: string): Promise<string>
  close(): Promise<void>
}

export const origin: Origin = { operationId: 'test', correlationId: 'test', userId: null, consumerId: null }

// all tests call from one address
const withoutAddressLimits = { FAILED_LOGINS_PER_MINUTE: '0', SIGN_UPS_PER_HOUR: '0', ANONYMOUS_CALLS_PER_HOUR: '0' }
const testKey = Buffer.alloc(32, 7).toString('base64')

export const testPassword = 'Correct-horse-1'
// the hash of that password, so that not every user of every test costs a tenth of a second
export const testPasswordHash =
  '$argon2id$v=19$m=8,t=1,p=1$AAAAAAAAAAAAAAAAAAAAAA$az7JOmUEi05rG8s4LEeIZzfbysLZk8C81FE6cIA2vgc'

/** Starts a server with its own database, the given settings and, if they are given, operations in place of the catalogue. */
export async function startTestServer(
  wanted: Partial<Settings> = {},
  operations?: readonly Operation[],
): Promise<TestServer> {
  const database = `test_${randomUUID().replaceAll('-', '')}`
  const admin = { ...inject('postgres'), database: 'postgres' }
  await run(admin, `create database ${database} template ${template}`)
  const connection = { ...admin, database }
  const storage = openStorage({ connection, size: 10, connectTimeout: 20_000, queryTimeout: 20_000, onError: () => {} })
  const settings = {
    ...readSettings({ LOG_LEVEL: 'silent', DEMO_DATA: 'false', KEY_ENCRYPTION_KEY: testKey, ...withoutAddressLimits }),
    ...wanted,
  }
  const services = { ...openServices(settings, storage), ...(operations && { catalogue: operations }) }
  const app = openApp(services, storage, openLog('silent'))
  const undeclared = operations ? [] : undeclaredRefusals(app, services.catalogue)
  await app.listen({ host: '127.0.0.1', port: 0 })
  const url = app.listeningOrigin
  await services.consumers.create(origin, {
    key: 'test-consumer',
    secret: 'secret',
    appName: 'Tests',
    appType: 'Confidential',
    description: '',
    developerEmail: 'developer@example.com',
    redirectUrl: '',
    clientCertificate: '',
    createdByUserId: null,
    isActive: true,
  })
  let users = 0
  return {
    url,
    storage,
    settings,
    services,
    connection,
    call: (path, ask) => call(url + path, ask),
    async user(roles = {}, username = `user.${users++}.${randomUUID().slice(0, 8)}`) {
      const user = await services.users.create(origin, {
        provider: settings.localIdentityProvider,
        username,
        email: `${username}@example.com`,
        firstName: 'Test',
        lastName: 'User',
        passwordHash: testPasswordHash,
        isValidated: true,
      })
      for (const [bankId, names] of Object.entries(roles))
        for (const roleName of names)
          await services.entitlements.grant(origin, { userId: user!.userId, roleName, bankId })
      // as it is now: a test may have ended its logins
      const consumer = await services.consumers.withKey('test-consumer')
      const token = await services.tokens.issue(user!.userId, consumer!, testPasswordHash)
      return { userId: user!.userId, username, token: token! }
    },
    async bank(bankId) {
      await storage.db
        .insertInto('bank')
        .values({ bank_id: bankId, short_name: bankId, full_name: `Bank ${bankId}`, logo_url: '', website_url: '' })
        .execute()
      return bankId
    },
    async close() {
      await app.close()
      await storage.close()
      // only a superuser may end an autovacuum worker that is in it
      await run({ ...admin, user: superuser }, `drop database ${database} with (force)`)
      if (undeclared.length > 0) throw new Error(`not declared: ${[...new Set(undeclared)].join('; ')}`)
    },
  }
}

async function call(url: string, { method, token, body, headers = {} }: Ask = {}): Promise<Answer> {
  const response = await fetch(url, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(token && { DirectLogin: `token=${token}` }),
      ...(body !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  })
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.startsWith('application/json')
  return {
    status: response.status,
    headers: response.headers,
    text,
    body: isJson && text ? JSON.parse(text) : undefined,
  }
}

async function run(connection: pg.ClientConfig, statement: string) {
  const client = new pg.Client(connection)
  await client.connect()
  await client.query(statement).finally(() => client.end())
}
