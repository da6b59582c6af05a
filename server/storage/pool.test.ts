import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { openApp } from '../app.ts'
import { openLog } from '../observation/log.ts'
import { openServices } from '../services.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { until } from './embedded/deadline.ts'
import { isDatabaseUnavailable, openStorage, type Storage } from './pool.ts'

let server: TestServer
let storage: Storage
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())
beforeEach(() => {
  storage = openStorage({
    connection: server.connection,
    size: 3,
    connectTimeout: 5000,
    queryTimeout: 1000,
    onError: () => {},
  })
})
afterEach(() => storage.close())

/** How many statements of the storage with such a text PostgreSQL is working on. */
async function underWay(text: string): Promise<number> {
  const { rowCount } = await server.storage.pool.query(
    `select from pg_stat_activity where datname = current_database() and state = 'active' and query like $1 and pid <> pg_backend_pid()`,
    [`%${text}%`],
  )
  return rowCount!
}
const processOf = async () => (await sql<{ id: number }>`select pg_backend_pid() as id`.execute(storage.db)).rows[0]!.id

describe('a statement that takes too long', () => {
  test('ends in PostgreSQL before the caller is told, and its connections go on', async () => {
    const before = await processOf()
    const slow = await Promise.allSettled(Array.from({ length: 6 }, () => sql`select pg_sleep(30)`.execute(storage.db)))
    for (const answer of slow) {
      expect(answer).toMatchObject({ status: 'rejected', reason: { code: '57014' } })
      expect(isDatabaseUnavailable((answer as PromiseRejectedResult).reason)).toBe(true)
    }
    expect(await underWay('pg_sleep(30)')).toBe(0)
    const after = await Promise.all(Array.from({ length: 9 }, processOf))
    expect(after).toContain(before)
    // the third is for look-ups
    expect(storage.pool.totalCount).toBe(2)
  })

  test('is 503 OBP-50019 to a caller, and the next call finds its connections free', async () => {
    const app = openApp(openServices(server.settings, storage), storage, openLog('silent'))
    const { token } = await server.user()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const call = () =>
      fetch(`${app.listeningOrigin}/obp/v1.4.0/banks/gh.29.uk/customer`, { headers: { DirectLogin: `token=${token}` } })
    const blocker = await server.storage.pool.connect()
    try {
      await blocker.query('begin')
      await blocker.query('lock table user_customer_link in access exclusive mode')
      const answers = await Promise.all(Array.from({ length: 8 }, call))
      for (const answer of answers) {
        expect(await answer.json()).toEqual({ code: 503, message: 'OBP-50019: Cannot connect to the OBP database.' })
        expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '1'])
      }
      expect(await until(async () => (await underWay('user_customer_link')) === 0, 1000)).toBe(true)
      await blocker.query('rollback')
      const after = await Promise.all(Array.from({ length: 8 }, call))
      expect(after.map(({ status }) => status)).toEqual(Array(8).fill(404))
    } finally {
      blocker.release(true)
      await app.close()
    }
  })
})

describe('a database that takes no connections', () => {
  test('is 503 OBP-50019 to a caller, and the next call after it takes them again is answered', async () => {
    const app = openApp(openServices(server.settings, storage), storage, openLog('silent'))
    const { token } = await server.user()
    await app.listen({ host: '127.0.0.1', port: 0 })
    const call = ([path, headers]: readonly [string, Record<string, string>]) =>
      fetch(app.listeningOrigin + path, { headers }).then(async (answer) => ({
        status: answer.status,
        retryAfter: answer.headers.get('retry-after'),
        body: await answer.json(),
      }))
    // the one begins with look-ups, the other needs the pool alone
    const calls = [
      ['/obp/v1.4.0/banks/gh.29.uk/customer', { DirectLogin: `token=${token}` }],
      ['/obp/v4.0.0/banks', {}],
    ] as const
    const elsewhere = new pg.Client({ ...inject('postgres'), database: 'postgres' })
    await elsewhere.connect()
    const allow = (allows: boolean) =>
      elsewhere.query(`alter database ${server.connection.database} allow_connections ${allows}`)
    try {
      await allow(false)
      for (const each of calls)
        expect(await call(each)).toEqual({
          status: 503,
          retryAfter: '1',
          body: { code: 503, message: 'OBP-50019: Cannot connect to the OBP database.' },
        })
      await allow(true)
      expect((await Promise.all(calls.map(call))).map(({ status }) => status)).toEqual([404, 200])
    } finally {
      await allow(true)
      await elsewhere.end()
      await app.close()
    }
  })

  test('is not what a statement of ours met that came too early', async () => {
    const error = await sql`select lastval()`.execute(storage.db).catch((error) => error)
    expect(error).toMatchObject({ code: '55000' })
    expect(isDatabaseUnavailable(error)).toBe(false)
  })
})
