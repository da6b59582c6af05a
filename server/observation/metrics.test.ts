import { request as httpRequest } from 'node:http'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openApp } from '../app.ts'
import { openServices } from '../services.ts'
import { openStorage } from '../storage/pool.ts'
import { call as exampleCall } from '../testing/metrics.ts'
import { type Ask, startTestServer, type TestServer, testPassword } from '../testing/server.ts'
import { openLog } from './log.ts'
import { metrics } from './metrics.ts'

let server: TestServer
let consumerId: string
beforeAll(async () => {
  server = await startTestServer({ trustedProxies: ['127.0.0.1', '10.0.0.0/8'] })
  await server.bank('gh.29.uk')
  consumerId = (await server.services.consumers.withKey('test-consumer'))!.consumer_id
})
afterAll(() => server.close())

const rowsOf = async ({ storage, services }: TestServer, correlationId?: string) => {
  await services.metrics.flush()
  const query = storage.db.selectFrom('metric').selectAll().orderBy('metric_id')
  return (correlationId ? query.where('correlation_id', '=', correlationId) : query).execute()
}
/** The rows that a call left. */
const left = async (path: string, ask?: Ask) => {
  const answer = await server.call(path, ask)
  return { answer, rows: await rowsOf(server, answer.headers.get('correlation-id')!) }
}

describe('metrics: a call leaves one row', () => {
  test('with who called, what, when, how it ended and how long it took', async () => {
    const { token, userId } = await server.user()
    const before = Date.now()
    const { answer, rows } = await left('/obp/v3.1.0/banks/gh.29.uk/crm-events?limit=5', { token })
    expect(rows).toEqual([
      {
        bank_id: 'gh.29.uk',
        metric_id: expect.any(Number),
        called_at: expect.any(String),
        duration: expect.any(Number),
        operation_id: 'OBPv1.4.0-getCrmEvents',
        function_name: 'getCrmEvents',
        version: 'v3.1.0',
        verb: 'GET',
        url: '/obp/v3.1.0/banks/gh.29.uk/crm-events',
        status: 404,
        correlation_id: answer.headers.get('correlation-id'),
        user_id: userId,
        consumer_id: consumerId,
        source_ip: '127.0.0.1',
      },
    ])
    expect(Date.parse(rows[0]!.called_at)).toBeGreaterThanOrEqual(before - 2)
    expect(Date.parse(rows[0]!.called_at)).toBeLessThanOrEqual(Date.now())
    expect(rows[0]!.duration).toBeGreaterThanOrEqual(0)
    expect(rows[0]!.duration).toBeLessThanOrEqual(Date.now() - before + 1)
  })

  test('a refused one too, with what is known by then', async () => {
    const { token, userId } = await server.user()
    const known = { user_id: userId, consumer_id: consumerId }
    const nobody = { user_id: null, consumer_id: null }
    const path = '/obp/v1.4.0/banks/gh.29.uk/customer'
    const nowhere = { bank_id: '', url: '/obp/v1.4.0/banks/BANK_ID/customer' }
    const there = { bank_id: 'gh.29.uk', url: path }
    const cases: [string, Ask, object][] = [
      [path, {}, { status: 401, ...nobody, ...nowhere }],
      [path, { token: 'wrong' }, { status: 401, ...nobody, ...nowhere }],
      [path.replace('gh.29.uk', 'jane.doe@example.com'), { token }, { status: 404, ...known, ...nowhere }],
      [path, { token, body: {} }, { status: 403, verb: 'POST', ...known, ...there }],
      [path, { token, body: 'x'.repeat(2 ** 20 + 1) }, { status: 413, ...nobody, ...nowhere }],
      [path, { token, body: {}, headers: { 'Content-Type': 'text/csv' } }, { status: 415, ...nobody, ...nowhere }],
      [`${path}?limit=1&limit=2`, { token }, { status: 400, ...nobody, ...nowhere }],
      [`/obp/v4.0.0/banks`, { method: 'HEAD' }, { status: 200, verb: 'HEAD', ...nobody }],
    ]
    for (const [at, ask, row] of cases) expect((await left(at, ask)).rows).toMatchObject([row])
  })

  test('a login, with who tried and who came in, and without the password', async () => {
    const { username, userId } = await server.user()
    const logIn = (header: string) => left('/my/logins/direct', { method: 'POST', headers: { DirectLogin: header } })
    const row = { operation_id: 'directLogin', function_name: 'directLogin', version: '', url: '/my/logins/direct' }
    const right = await logIn(`username=${username},password=${testPassword},consumer_key=test-consumer`)
    expect(right.rows).toMatchObject([{ ...row, status: 201, user_id: userId, consumer_id: consumerId }])
    const wrong = await logIn(`username=${username},password=Wrong-horse-1,consumer_key=test-consumer`)
    expect(wrong.rows).toMatchObject([{ ...row, status: 401, user_id: null, consumer_id: consumerId }])
    const unknown = await logIn(`username=${username},password=${testPassword},consumer_key=no-such-key`)
    expect(unknown.rows).toMatchObject([{ ...row, status: 401, user_id: null, consumer_id: null }])
  })

  test('and what is no operation leaves none', async () => {
    for (const [path, ask] of [
      ['/obp/v4.0.0/no-such-path', {}],
      ['/obp/v4.0.0/banks', { method: 'DELETE' }],
      ['/obp/v4.0.0/banks', { method: 'OPTIONS' }],
      ['/health/live', {}],
    ] as const)
      expect((await left(path, ask)).rows).toEqual([])
  })
})

describe('metrics: what is not kept', () => {
  test('no value of a path but the bank, no query, no body, no header, no credentials', async () => {
    const { token, username } = await server.user({
      '': ['CanCreateEntitlementAtAnyBank', 'CanGetEntitlementsForAnyUserAtAnyBank'],
      'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'],
    })
    await server.call(`/obp/v4.0.0/users/secret-user-id/entitlements?email=secret@example.com`, { token })
    await server.call(`/obp/v1.4.0/banks/gh.29.uk/customer?name=secret`, { token, body: { legal_name: 'secret' } })
    await server.call(`/obp/v4.0.0/banks/secret-bank`, { headers: { 'User-Agent': 'secret', Cookie: 'secret' } })
    const rows = await rowsOf(server)
    expect(rows.length).toBeGreaterThan(3)
    const text = JSON.stringify(rows)
    for (const secret of ['secret', token, username, '?']) expect(text).not.toContain(secret)
    expect(text).toContain('/obp/v4.0.0/users/USER_ID/entitlements')
  })

  test('with WRITE_METRICS=false nothing is', async () => {
    const quiet = await startTestServer({ writeMetrics: false })
    try {
      await quiet.call('/obp/v4.0.0/banks')
      expect(quiet.services.metrics.backlog).toEqual({ waiting: 0, dropped: 0 })
      expect(await rowsOf(quiet)).toEqual([])
    } finally {
      await quiet.close()
    }
  })
})

describe('metrics: the address of a call', () => {
  test.each([
    ['192.0.2.17', '192.0.2.17'],
    ['192.0.2.17, 10.1.2.3', '192.0.2.17'],
    ['198.51.100.1, 192.0.2.17', '192.0.2.17'],
    ['2001:db8::1', '2001:db8::1'],
    ['::ffff:192.0.2.17', '192.0.2.17'],
    ['jane.doe@example.com', null],
  ])('behind a trusted proxy X-Forwarded-For: %s is %s', async (forwarded, address) => {
    const { rows } = await left('/obp/v4.0.0/banks', { headers: { 'X-Forwarded-For': forwarded } })
    expect(rows).toMatchObject([{ source_ip: address }])
  })

  test('without trusted proxies it is that of the connection', async () => {
    const direct = await startTestServer()
    try {
      await direct.call('/obp/v4.0.0/banks', { headers: { 'X-Forwarded-For': '192.0.2.17' } })
      expect(await rowsOf(direct)).toMatchObject([{ source_ip: '127.0.0.1' }])
    } finally {
      await direct.close()
    }
  })
})

describe('metrics: when they are written', () => {
  test('by themselves, within seconds', async () => {
    const { headers } = await server.call('/obp/v4.0.0/banks')
    const written = () =>
      server.storage.db
        .selectFrom('metric')
        .select('status')
        .where('correlation_id', '=', headers.get('correlation-id')!)
        .execute()
    await expect.poll(written, { timeout: 10_000 }).toEqual([{ status: 200 }])
  })

  test('a thousand calls at once leave a thousand rows', async () => {
    const correlationIds = Array.from({ length: 1000 }, (_, n) => `many-${n}`)
    await Promise.all(
      correlationIds.map((id) => server.call('/obp/v4.0.0/banks/gh.29.uk', { headers: { 'X-Request-ID': id } })),
    )
    const rows = await rowsOf(server)
    expect(new Set(rows.map((row) => row.correlation_id).filter((id) => id.startsWith('many-'))).size).toBe(1000)
  })

  test('when the server stops, also that of the call that was under way', async () => {
    const storage = openStorage({
      connection: server.connection,
      size: 3,
      connectTimeout: 5000,
      queryTimeout: 20_000,
      onError: () => {},
    })
    const app = openApp(openServices(server.settings, storage), storage, openLog('silent'))
    await app.listen({ host: '127.0.0.1', port: 0 })
    const lock = new pg.Client(server.connection)
    await lock.connect()
    await lock.query('begin; lock table bank')
    const answered = new Promise<number>((resolve, reject) =>
      httpRequest(`${app.listeningOrigin}/obp/v4.0.0/banks`, { headers: { 'X-Request-ID': 'last-call' } }, (answer) =>
        resolve(answer.resume().statusCode!),
      )
        .on('error', reject)
        .end(),
    )
    // the cluster is that of other tests, too
    const waiting = `
      select count(*)::integer as n
      from pg_locks
      where not granted and database = (select oid from pg_database where datname = current_database())`
    const isWaiting = async () => (await lock.query(waiting)).rows[0].n
    await expect.poll(isWaiting, { timeout: 10_000 }).toBeGreaterThan(0)
    const closed = app.close()
    await lock.query('commit')
    expect(await answered).toBe(200)
    await closed
    await storage.close()
    await lock.end()
    expect(await rowsOf(server, 'last-call')).toMatchObject([{ status: 200 }])
  })

  /** A storage that soon counts the database as away, and a connection that can hold a lock meanwhile. */
  async function impatientBesideABlock() {
    const own = await startTestServer()
    const block = new pg.Client(own.connection)
    await block.connect()
    const impatient = openStorage({
      connection: own.connection,
      size: 2,
      connectTimeout: 5000,
      queryTimeout: 300,
      onError: () => {},
    })
    const close = async () => {
      await block.end()
      await impatient.close()
      await own.close()
    }
    return { own, block, impatient, close }
  }

  test('when the database answers again, those that waited', async () => {
    const { own, block, impatient, close } = await impatientBesideABlock()
    const waiting = metrics(impatient, { keptDays: 367 })
    try {
      await block.query('begin; lock table metric')
      waiting.observe({ ...exampleCall, correlationId: 'patient' })
      await waiting.flush()
      expect(waiting.backlog).toEqual({ waiting: 1, dropped: 0 })
      await block.query('commit')
      await waiting.flush()
      expect(waiting.backlog).toEqual({ waiting: 0, dropped: 0 })
      expect(await rowsOf(own, 'patient')).toHaveLength(1)
    } finally {
      await close()
    }
  })

  test('while the database hangs, one time after the other: a stop waits for the one under way and its own', async () => {
    const { block, impatient, close } = await impatientBesideABlock()
    let writes = 0
    impatient.pool.on('acquire', () => writes++)
    const waiting = metrics(impatient, { keptDays: 367 })
    try {
      await block.query('begin; lock table metric')
      vi.useFakeTimers({ toFake: ['setInterval'] })
      const stop = waiting.start(openLog('silent'))
      waiting.observe(exampleCall)
      vi.advanceTimersByTime(20_000)
      vi.useRealTimers()
      await stop()
      expect([writes, waiting.backlog]).toEqual([2, { waiting: 1, dropped: 0 }])
    } finally {
      vi.useRealTimers()
      await close()
    }
  })

  test('a fault of ours costs the rows, but no call', async () => {
    const broken = await startTestServer()
    try {
      await broken.storage.pool.query('alter table metric rename to elsewhere')
      expect((await broken.call('/obp/v4.0.0/banks')).status).toBe(200)
      await broken.services.metrics.flush()
      expect(broken.services.metrics.backlog).toEqual({ waiting: 0, dropped: 1 })
    } finally {
      await broken.close()
    }
  })
})

describe('metrics: how long they are kept', () => {
  const days = 24 * 60 * 60 * 1000
  const olderAndNewer = async (target: TestServer) => {
    const kept = metrics(target.storage, { keptDays: 60 })
    for (const age of [1, 59, 61, 400]) kept.observe({ ...exampleCall, calledAt: Date.now() - age * days })
    await kept.flush()
    return kept
  }
  const ages = async ({ storage: { db } }: TestServer) =>
    (await db.selectFrom('metric').select('called_at').orderBy('called_at', 'desc').execute()).map((row) =>
      Math.round((Date.now() - Date.parse(row.called_at)) / days),
    )

  test('rows that are too old are deleted, and no others', async () => {
    const own = await startTestServer()
    try {
      const kept = await olderAndNewer(own)
      expect(await kept.deleteExpired()).toBe(2)
      expect(await ages(own)).toEqual([1, 59])
      expect(await kept.deleteExpired()).toBe(0)
    } finally {
      await own.close()
    }
  })

  test('in portions', async () => {
    const own = await startTestServer()
    try {
      await own.storage.pool.query(`
        insert into metric (
          bank_id, called_at, duration, operation_id, function_name, version, verb, url, status, correlation_id)
        select '', now() - interval '70 days', 1, '', '', '', '', '', 200, n from generate_series(1, 10001) n`)
      expect(await (await olderAndNewer(own)).deleteExpired()).toBe(10_003)
      expect(await ages(own)).toEqual([1, 59])
    } finally {
      await own.close()
    }
  })

  test('not while another node is at it, and not where metrics are switched off', async () => {
    const own = await startTestServer()
    const other = new pg.Client(own.connection)
    await other.connect()
    try {
      const kept = await olderAndNewer(own)
      await other.query('begin; select pg_advisory_xact_lock(2930117424)')
      expect(await kept.deleteExpired()).toBe(0)
      await other.query('commit')
      expect(await metrics(own.storage, { keptDays: null }).deleteExpired()).toBe(0)
      const both = await Promise.all([kept.deleteExpired(), kept.deleteExpired()])
      expect(both.toSorted()).toEqual([0, 2])
    } finally {
      await other.end()
      await own.close()
    }
  })
})
