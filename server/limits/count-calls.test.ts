import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openApp } from '../app.ts'
import { openLog } from '../observation/log.ts'
import { openServices } from '../services.ts'
import { openStorage } from '../storage/pool.ts'
import type { Instant } from '../storage/schema.ts'
import { testConsumerId } from '../testing/audit.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'
import type { NewCallLimit } from './call-limits.ts'
import { eachPeriod, type Limits } from './periods.ts'
import { hasRedis, type RedisServer, startRedis } from './redis.fixture.ts'

const stores = ['memory', 'postgresql', 'redis'] as const

describe.each(stores)('calls counted in %s', (store) => {
  let redis: RedisServer | undefined
  let server: TestServer
  let consumerId: string
  let token: string
  beforeAll(async () => {
    if (store === 'redis' && hasRedis) redis = await startRedis()
  })
  afterAll(() => redis?.stop())
  beforeEach(async ({ skip }) => {
    if (store === 'redis' && !hasRedis) return skip('this machine has no redis-server: apt-get install redis-server')
    server = await startTestServer({ useConsumerLimits: true, rateLimitStore: store, redisUrl: redis?.url })
    await server.bank('gh.29.uk')
    consumerId = await testConsumerId(server)
    token = (await server.user()).token
  })
  afterEach(() => server?.close())

  const limit = (limits: Partial<Limits>, scope: Partial<NewCallLimit> = {}) =>
    server.services.callLimits.create(origin, {
      consumerId,
      apiVersion: '',
      apiName: '',
      bankId: '',
      fromDate: '2020-01-01T00:00:00Z' as Instant,
      toDate: '2120-01-01T00:00:00Z' as Instant,
      limits: { ...eachPeriod(() => -1), ...limits },
      ...scope,
    })
  const ask = (path = '/obp/v4.0.0/users/current/user_id', url = server.url) =>
    fetch(url + path, { headers: { DirectLogin: `token=${token}` } })
  const statuses = async (calls: Promise<Response>[]) => (await Promise.all(calls)).map(({ status }) => status)
  const passed = async (calls: Promise<Response>[]) => (await statuses(calls)).filter((status) => status !== 429).length

  test('of a hundred at once with a limit of ten, ten pass', async () => {
    await limit({ day: 10 })
    expect(await passed(Array.from({ length: 100 }, () => ask()))).toBe(10)
    expect((await ask()).status).toBe(429)
  })

  test('the headers tell the shortest period that has a limit; the refusal names the one that is exceeded', async () => {
    await limit({ hour: 3, month: 100 })
    const first = await ask()
    expect(first.status).toBe(200)
    expect(first.headers.get('x-rate-limit-limit')).toBe('3')
    expect(first.headers.get('x-rate-limit-remaining')).toBe('2')
    const reset = Number(first.headers.get('x-rate-limit-reset'))
    expect(reset).toBeGreaterThan(3590)
    expect(reset).toBeLessThanOrEqual(3600)
    expect(await statuses([ask(), ask()])).toEqual([200, 200])
    const refused = await ask()
    expect(await refused.json()).toEqual({
      code: 429,
      message: 'OBP-10018: Too Many Requests. We only allow 3 requests per hour for this Consumer.',
    })
    expect(refused.headers.get('x-rate-limit-remaining')).toBe('0')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(3590)
  })

  test('a refused call does not count, in no period', async () => {
    await limit({ hour: 2, month: 100 })
    await statuses(Array.from({ length: 20 }, () => ask()))
    const counts = await server.services.callCounter.counts(consumerId)
    expect([counts.hour?.times, counts.month?.times, counts.day]).toEqual([2, 2, null])
  })

  test('a limit of a second is over after it', async () => {
    await limit({ second: 1 })
    expect(await passed(Array.from({ length: 5 }, () => ask()))).toBe(1)
    // by its own word
    const wait = Number((await ask()).headers.get('retry-after'))
    expect(wait).toBeLessThanOrEqual(1)
    await expect.poll(async () => (await ask()).status, { timeout: 5000 }).toBe(200)
  })

  test('the narrower limit comes first: operation and version, operation, version, everything; at its bank before elsewhere', async () => {
    await limit({ day: 1 })
    await limit({ day: 2 }, { apiVersion: 'v3.0.0' })
    await limit({ day: 3 }, { apiName: 'getCustomer' })
    await limit({ day: 4 }, { apiName: 'getCustomer', apiVersion: 'v2.0.0' })
    await limit({ day: 5 }, { apiName: 'getCustomer', apiVersion: 'v2.0.0', bankId: 'gh.29.uk' })
    await server.bank('other')
    const six = (path: string) => passed(Array.from({ length: 6 }, () => ask(path)))
    expect(await six('/obp/v4.0.0/users/current/user_id')).toBe(1)
    expect(await six('/obp/v3.0.0/my/entitlements')).toBe(2)
    expect(await six('/obp/v1.4.0/banks/gh.29.uk/customer')).toBe(3)
    expect(await six('/obp/v2.0.0/banks/other/customer')).toBe(4)
    expect(await six('/obp/v2.0.0/banks/gh.29.uk/customer')).toBe(5)
  })

  test('limits of one scope add up; those whose time it is not do not count', async () => {
    await limit({ day: 1 })
    await limit({ day: 2 })
    await limit({ day: 1 }, { toDate: '2020-02-01T00:00:00Z' as Instant })
    await limit({ day: 1 }, { fromDate: '2119-01-01T00:00:00Z' as Instant })
    expect(await passed(Array.from({ length: 9 }, () => ask()))).toBe(3)
  })

  test('a limit that is set or taken away holds from the next call on; 0 and -1 are none', async () => {
    expect((await ask()).headers.get('x-rate-limit-limit')).toBeNull()
    const { callLimitId } = await limit({ day: 1, hour: 0 })
    expect(await statuses([ask()])).toEqual([200])
    expect(await statuses([ask()])).toEqual([429])
    await server.services.callLimits.remove(origin, consumerId, callLimitId)
    expect(await statuses([ask()])).toEqual([200])
  })

  test('other consumers, anonymous calls and excluded functions are not counted', async () => {
    await limit({ day: 1 })
    await ask()
    expect((await ask()).status).toBe(429)
    expect((await fetch(`${server.url}/obp/v4.0.0/banks`)).status).toBe(200)
    expect((await ask('/obp/v4.0.0/root')).status).toBe(200)
  })

  test.skipIf(store === 'memory')('two nodes count together', async () => {
    await limit({ day: 10 })
    const storage = openStorage({
      connection: server.connection,
      size: 5,
      connectTimeout: 5000,
      queryTimeout: 20_000,
      onError: () => {},
    })
    const other = openApp(openServices(server.settings, storage), storage, openLog('silent'))
    await other.listen({ host: '127.0.0.1', port: 0 })
    const calls = Array.from({ length: 60 }, (_, n) => ask(undefined, n % 2 ? server.url : other.listeningOrigin))
    expect(await passed(calls)).toBe(10)
    await other.close()
    await storage.close()
  })

  test.skipIf(store !== 'redis')(
    'a Redis that hangs holds up no call for long, and counts again when it goes on',
    async () => {
      await limit({ day: 1000 })
      const remaining = async () => (await ask()).headers.get('x-rate-limit-remaining')
      expect(await remaining()).toBe('999')
      redis!.hang()
      expect(await statuses([ask(), ask(), ask()])).toEqual([200, 200, 200])
      // now it is known, and nobody waits
      expect(await Promise.race([ask().then(({ status }) => status), delay(500)])).toBe(200)
      redis!.goOn()
      await expect.poll(remaining, { timeout: 10_000 }).not.toBeNull()
    },
  )

  test.skipIf(store !== 'redis')('while Redis is away calls pass, and /rate-limiting says so', async () => {
    await limit({ day: 1 })
    const info = async () => (await (await ask('/obp/v3.1.0/rate-limiting')).json()) as object
    await expect.poll(info).toEqual({ enabled: true, technology: 'REDIS', service_available: true, is_active: true })
    await redis!.stop()
    await expect.poll(info).toEqual({ enabled: true, technology: 'REDIS', service_available: false, is_active: false })
    expect(await statuses([ask(), ask(), ask()])).toEqual([200, 200, 200])
  })
})
