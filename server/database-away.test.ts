/** What callers see while the database is away, and after it is back. */
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { superuser } from './storage/embedded/cluster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './storage/embedded.ts'
import { type FicheroProcess, newDataDirectory, startProcess } from './testing/process.ts'

const silent = { info() {}, warn() {}, error() {} }
let directory: Awaited<ReturnType<typeof newDataDirectory>>
let postgres: EmbeddedPostgres
let fichero: FicheroProcess
let token: string

beforeAll(async () => {
  directory = await newDataDirectory()
  postgres = await startEmbeddedPostgres({ dataDirectory: directory.path, log: silent })
  const { host, user, password, database } = postgres.connection
  const environment = {
    DATABASE_URL: `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(host)}`,
    DATABASE_TIMEOUT: '1000',
    ADMIN_USERNAME: 'administrator',
    ADMIN_PASSWORD: 'Correct-horse-1',
    ADMIN_CONSUMER_KEY: 'away',
    // a fast machine signs up more than an hour's share before enough connections are broken
    SIGN_UPS_PER_HOUR: '0',
    NODE_OPTIONS: '--inspect=127.0.0.1:0',
  }
  fichero = await startProcess(environment)
  const client = new pg.Client(postgres.connection)
  await client.connect()
  await client.query(
    `insert into bank (bank_id, short_name, full_name, logo_url, website_url) values ('gh.29.uk', '', '', '', '')`,
  )
  await client.end()
  const login = await fetch(`${fichero.url}/my/logins/direct`, {
    method: 'POST',
    headers: { DirectLogin: 'username=administrator,password=Correct-horse-1,consumer_key=away' },
  })
  token = ((await login.json()) as { token: string }).token
})
afterAll(async () => {
  const { code, output } = await fichero.end('SIGTERM')
  await postgres.stop()
  await directory.remove()
  // whatever happened meanwhile
  expect(code).toBe(0)
  expect(output).not.toContain('unhandled')
})

test('20 s without a database under load: quick 503s in the envelope, then recovery by itself', {
  timeout: 120_000,
}, async () => {
  await loadFor(3_000)
  const before = await liveMemory()

  await postgres.stop()
  const away = await loadFor(20_000)
  expect(new Set(away.map(({ status }) => status))).toEqual(new Set([503]))
  for (const { body, retryAfter } of away) {
    expect(body).toEqual({ code: 503, message: 'OBP-50019: Cannot connect to the OBP database.' })
    expect(retryAfter).toBe('1')
  }
  expect(Math.max(...away.map(({ milliseconds }) => milliseconds))).toBeLessThan(3_000)

  postgres = await startEmbeddedPostgres({ dataDirectory: directory.path, log: silent })
  const back = await loadFor(3_000)
  expect(back.at(-1)!.status).toBe(404)
  expect(back.at(-1)!.body.message).toMatch(/^OBP-30008/)
  expect(await liveMemory()).toBeLessThan(before * 1.2)
})

test('a database that no longer answers: 503 after DATABASE_TIMEOUT, then recovery by itself', {
  timeout: 60_000,
}, async () => {
  const processes = await backendsAndPostmaster()
  for (const id of processes) process.kill(id, 'SIGSTOP')
  try {
    const frozen = await loadFor(5_000)
    // those that were under way may have been answered
    expect(frozen.at(-1)!.status).toBe(503)
    expect(Math.max(...frozen.map(({ milliseconds }) => milliseconds))).toBeLessThan(6_000)
  } finally {
    for (const id of processes) process.kill(id, 'SIGCONT')
  }
  const back = await loadFor(3_000)
  expect(back.at(-1)!.status).toBe(404)
})

test('connections that break in the middle of transactions: 503s, and the server goes on', {
  timeout: 60_000,
}, async () => {
  const killer = new pg.Client({ ...postgres.connection, user: superuser })
  await killer.connect()
  let broken = 0
  const signUps = Promise.all(
    Array.from({ length: 12 }, async (_, client) => {
      const statuses = new Set<number>()
      for (let count = 0; broken < 100; count++) {
        const username = `broken.${client}.${count}`
        const answer = await fetch(`${fichero.url}/obp/v2.0.0/users`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({
            email: `${username}@example.com`,
            username,
            password: 'Correct-horse-1',
            first_name: 'A',
            last_name: 'B',
          }),
        })
        statuses.add(answer.status)
      }
      return statuses
    }),
  )
  while (broken < 100) {
    const { rowCount } = await killer.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'fichero' and state <> 'idle'`,
    )
    broken += rowCount ?? 0
  }
  for (const statuses of await signUps) for (const status of statuses) expect([201, 503]).toContain(status)
  await killer.end()
  expect((await loadFor(500)).at(-1)!.status).toBe(404)
})

interface Seen {
  status: number
  body: { code: number; message: string }
  retryAfter: string | null
  milliseconds: number
}

/** Thirty-two clients that call *Get customer* one time after the other, pausing a little; gives what they saw, in order. */
async function loadFor(milliseconds: number): Promise<Seen[]> {
  const end = performance.now() + milliseconds
  const seen: Seen[] = []
  await Promise.all(
    Array.from({ length: 32 }, async () => {
      while (performance.now() < end) {
        const begun = performance.now()
        const answer = await fetch(`${fichero.url}/obp/v1.4.0/banks/gh.29.uk/customer`, {
          headers: { DirectLogin: `token=${token}` },
        })
        const body = (await answer.json()) as Seen['body']
        seen.push({
          status: answer.status,
          body,
          retryAfter: answer.headers.get('retry-after'),
          milliseconds: performance.now() - begun,
        })
        await delay(20)
      }
    }),
  )
  return seen
}

/** Bytes that are in use after a garbage collection, asked over the inspector. */
async function liveMemory(): Promise<number> {
  const inspector = new WebSocket(fichero.inspector!)
  await once(inspector, 'open')
  const ask = async (id: number, method: string, params = {}) => {
    inspector.send(JSON.stringify({ id, method, params }))
    for (;;) {
      const [{ data }] = (await once(inspector, 'message')) as [{ data: string }]
      const answer = JSON.parse(data)
      if (answer.id === id) return answer.result
    }
  }
  await ask(1, 'HeapProfiler.collectGarbage')
  const { result } = await ask(2, 'Runtime.evaluate', { expression: 'process.memoryUsage().heapUsed' })
  inspector.close()
  return result.value
}

async function backendsAndPostmaster(): Promise<number[]> {
  const children = await readFile(`/proc/${postgres.processId}/task/${postgres.processId}/children`, 'utf8')
  return [postgres.processId, ...children.trim().split(' ').map(Number)]
}
