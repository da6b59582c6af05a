import { setImmediate as nextTurn } from 'node:timers/promises'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { type GatherOptions, gather, gatherOne } from './gather.ts'
import { isDatabaseUnavailable } from './pool.ts'

/** What the table holds: a key has as many rows as it stands here. */
const stock = ['a', 'b', 'b', 'c', 'c', 'c', '', 'ü', '"quoted", {braces}', 'null', 'NULL', '\\', '😀']
const numbersOf = (key: string) => stock.flatMap((each, number) => (each === key ? [number] : []))
/** PostgreSQL refuses it in every text. */
const refused = 'a\0b'

const text = `
  select asked.place, s.number
  from unnest($1::text[]) with ordinality as asked(key, place)
  join stock s on s.key = asked.key
  order by asked.place, s.number`

let server: TestServer
/** a connection beside the pool's, to hold locks and to end sessions */
let other: pg.Client
beforeAll(async () => {
  server = await startTestServer()
  await server.storage.pool.query('create table stock (key text not null, number integer not null)')
  await server.storage.pool.query(
    'insert into stock select key, place - 1 from unnest($1::text[]) with ordinality as s(key, place)',
    [stock],
  )
  other = new pg.Client(server.connection)
  await other.connect()
})
afterAll(async () => {
  await other.end()
  await server.close()
})

/** Look-ups of the table, with a count of the queries that they take and of how many run at once. */
function lookups(options: Partial<GatherOptions<string, number>> = {}) {
  const batches: string[][] = []
  let underWay = 0
  let mostUnderWay = 0
  const counted = {
    async query(query: pg.QueryConfig<string[][]>) {
      batches.push(query.values![0]!)
      mostUnderWay = Math.max(mostUnderWay, ++underWay)
      return server.storage.lookups.query(query).finally(() => underWay--)
    },
  }
  const all = { lookups: counted, name: 'stock', text, parts: (key: string) => [key], shape: numberOf, ...options }
  return { of: gather(all), one: gatherOne(all), batches, mostUnderWay: () => mostUnderWay }
}
const numberOf = ({ number }: { number: number }) => number

/** Waits until a look-up waits for the lock on the table, and gives the id of its session. */
async function blocked(): Promise<number> {
  for (;;) {
    const { rows } = await other.query(
      `select pid from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length > 0) return rows[0].pid
  }
}

/** Does the work while nobody can read the table. */
async function whileLocked(work: () => Promise<void>) {
  await other.query('begin')
  await other.query('lock table stock')
  try {
    await work()
  } finally {
    await other.query('commit')
  }
}

describe('gather', () => {
  test('the look-ups of one turn are one query, also those that are asked for behind an await', async () => {
    const { of, batches } = lookups()
    const later = async (key: string) => {
      await Promise.resolve()
      return of(key)
    }
    const answers = await Promise.all([of('a'), later('b'), of('missing'), later('c'), of('a')])
    expect(answers).toEqual([[0], [1, 2], [], [3, 4, 5], [0]])
    expect(batches).toHaveLength(1)
  })

  test('the next turn is another query', async () => {
    const { of, batches } = lookups()
    const first = of('a')
    await nextTurn()
    expect(await Promise.all([first, of('b')])).toEqual([[0], [1, 2]])
    expect(batches).toEqual([['a'], ['b']])
  })

  test('`enough` keys are sent before the turn ends', async () => {
    const { of, batches } = lookups({ enough: 4 })
    const answers = Array.from({ length: 10 }, () => of('c'))
    // nothing was awaited yet
    expect(batches.map(({ length }) => length)).toEqual([4, 4])
    expect(await Promise.all(answers)).toEqual(Array(10).fill([3, 4, 5]))
    expect(batches.map(({ length }) => length)).toEqual([4, 4, 2])
  })

  test('a query never has more than `most` keys', async () => {
    const { of, batches } = lookups({ most: 4, abreast: 1 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => of('c')))
    expect(answers).toEqual(Array(10).fill([3, 4, 5]))
    expect(batches.map(({ length }) => length)).toEqual([4, 4, 2])
  })

  test('keys with the same text share one place in the query; without `same` each has its own', async () => {
    const shared = lookups({ same: (key) => key })
    expect(await Promise.all(Array.from({ length: 50 }, () => shared.of('b')))).toEqual(Array(50).fill([1, 2]))
    expect(shared.batches).toEqual([['b']])
    const apart = lookups({ enough: 50 })
    await Promise.all(Array.from({ length: 50 }, () => apart.of('b')))
    expect(apart.batches).toEqual([Array(50).fill('b')])
  })

  test('nothing is kept: who asks while an equal look-up is under way gets an answer of their own', async () => {
    const { of, batches } = lookups({ same: (key) => key })
    await other.query('begin')
    await other.query(`insert into stock values ('new', 100)`)
    // not committed yet
    expect(await of('new')).toEqual([])
    await other.query('lock table stock')
    const first = of('new')
    await blocked()
    const second = of('new')
    await other.query(`insert into stock values ('new', 101)`)
    await other.query('commit')
    expect(await second).toEqual([100, 101])
    await first
    expect(batches).toEqual([['new'], ['new'], ['new']])
    await other.query(`delete from stock where key = 'new'`)
  })

  test('no more than `abreast` queries run at once; keys that come meanwhile wait together', async () => {
    const { of, batches, mostUnderWay } = lookups({ abreast: 1 })
    const answers: Promise<number[]>[] = []
    await whileLocked(async () => {
      answers.push(of('a'))
      await blocked()
      for (const key of ['b', 'c', 'missing', 'a']) {
        answers.push(of(key))
        await nextTurn()
      }
    })
    expect(await Promise.all(answers)).toEqual([[0], [1, 2], [3, 4, 5], [], [0]])
    expect(batches).toEqual([['a'], ['b', 'c', 'missing', 'a']])
    expect(mostUnderWay()).toBe(1)
  })

  test('keys of several parts', async () => {
    const of = gather<[string, number], number>({
      lookups: server.storage.lookups,
      name: 'stock_of_two',
      text: `
        select asked.place, s.number
        from unnest($1::text[], $2::integer[]) with ordinality as asked(key, least, place)
        join stock s on s.key = asked.key and s.number >= asked.least`,
      parts: (key) => key,
      shape: numberOf,
    })
    expect(await Promise.all([of(['c', 5]), of(['c', 6]), of(['b', 2])])).toEqual([[5], [], [2]])
  })

  test('a key that PostgreSQL refuses fails its own callers only, with few queries more', async () => {
    const { of, batches } = lookups({ enough: 256, most: 256 })
    const keys = Array.from({ length: 256 }, (_, place) => (place === 200 ? refused : 'b'))
    const answers = await Promise.allSettled(keys.map(of))
    for (const [place, answer] of answers.entries())
      if (place === 200) expect(answer).toMatchObject({ status: 'rejected', reason: { code: '22021' } })
      else expect(answer).toEqual({ status: 'fulfilled', value: [1, 2] })
    expect(batches.length).toBeLessThanOrEqual(17)
    expect(await of('a')).toEqual([0])
  })

  test('a row that cannot be shaped, or a key that has no parts, fails its own caller only', async () => {
    const shaped = lookups({
      shape: ({ number }: { number: number }) => {
        if (number === 0) throw new Error('misshapen')
        return number
      },
    })
    expect(await Promise.allSettled(['a', 'b'].map(shaped.of))).toMatchObject([
      { status: 'rejected', reason: { message: 'misshapen' } },
      { status: 'fulfilled', value: [1, 2] },
    ])
    const parted = lookups({
      parts: (key) => {
        if (key === 'a') throw new Error('no parts')
        return [key]
      },
    })
    expect(await Promise.allSettled(['b', 'a'].map(parted.of))).toMatchObject([
      { status: 'fulfilled', value: [1, 2] },
      { status: 'rejected', reason: { message: 'no parts' } },
    ])
  })

  test('a query that cannot work fails every caller, and the next one is asked for anew', async () => {
    const { of } = lookups()
    await server.storage.pool.query('alter table stock rename to away')
    const answers = await Promise.allSettled([of('a'), of('b'), of('missing')])
    await server.storage.pool.query('alter table away rename to stock')
    for (const answer of answers) expect(answer).toMatchObject({ status: 'rejected', reason: { code: '42P01' } })
    expect(await of('a')).toEqual([0])
  })

  test('a lost connection fails all callers of the batch at once, as a database that is away; the next look-up works', async () => {
    const { of, batches } = lookups({ enough: 20 })
    await whileLocked(async () => {
      const answers = Promise.allSettled(Array.from({ length: 20 }, () => of('a')))
      await other.query('select pg_terminate_backend($1)', [await blocked()])
      // the table is still locked: nobody was asked a second time
      for (const answer of await answers) {
        expect(answer.status).toBe('rejected')
        expect(isDatabaseUnavailable((answer as PromiseRejectedResult).reason)).toBe(true)
      }
    })
    expect(batches).toHaveLength(1)
    expect(await of('b')).toEqual([1, 2])
  })

  test('gatherOne gives the first row or null', async () => {
    const { one } = lookups()
    expect(await Promise.all(['b', 'missing', 'a'].map(one))).toEqual([1, null, 0])
    await expect(one(refused)).rejects.toMatchObject({ code: '22021' })
  })

  test('any interleaving of look-ups answers each caller as a query of their own would', async () => {
    const key = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...stock) },
      { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 5 }) },
      { weight: 1, arbitrary: fc.constant(refused) },
    )
    // each list is asked for in one turn; then so many turns pass before the next
    const turns = fc.array(fc.record({ keys: fc.array(key, { maxLength: 12 }), pause: fc.nat({ max: 3 }) }), {
      minLength: 1,
      maxLength: 6,
    })
    const limits = fc.record({
      enough: fc.integer({ min: 1, max: 12 }),
      most: fc.integer({ min: 1, max: 5 }),
      abreast: fc.integer({ min: 1, max: 3 }),
    })
    await fc.assert(
      fc.asyncProperty(turns, limits, fc.boolean(), async (turns, { enough, most, abreast }, sharing) => {
        const { of, batches, mostUnderWay } = lookups({
          enough,
          most,
          abreast,
          ...(sharing && { same: (key: string) => key }),
        })
        const asked: { key: string; answer: Promise<PromiseSettledResult<number[]>[]> }[] = []
        for (const { keys, pause } of turns) {
          for (const key of keys) asked.push({ key, answer: Promise.allSettled([of(key)]) })
          for (let turn = 0; turn < pause; turn++) await nextTurn()
        }
        for (const { key, answer } of asked) {
          const [outcome] = await answer
          if (key.includes('\0')) expect(outcome).toMatchObject({ status: 'rejected', reason: { code: '22021' } })
          else expect(outcome).toEqual({ status: 'fulfilled', value: numbersOf(key) })
        }
        for (const batch of batches) {
          expect(batch.length).toBeLessThanOrEqual(most)
          if (sharing) expect(new Set(batch).size).toBe(batch.length)
        }
        expect(mostUnderWay()).toBeLessThanOrEqual(abreast)
      }),
      { numRuns: 60 },
    )
  })
})
