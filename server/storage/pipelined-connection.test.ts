import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { type PipelinedConnection, pipelinedConnection } from './pipelined-connection.ts'
import { isDatabaseUnavailable } from './pool.ts'

let server: TestServer
let connection: PipelinedConnection
let errors: Error[]
beforeEach(async () => {
  server = await startTestServer()
  errors = []
  connection = pipelinedConnection({ ...server.connection, application_name: 'pipelined' }, (error) =>
    errors.push(error),
  )
})
afterEach(async () => {
  await connection.close()
  await server.close()
})

const processId = async () => (await connection.query({ text: 'select pg_backend_pid() as id' })).rows[0].id

/** Ends the connection's process in PostgreSQL; gives how many there were. */
const terminate = async () =>
  (
    await server.storage.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'pipelined'`,
    )
  ).rowCount

describe('a pipelined connection', () => {
  test('answers statements that were sent at once, each with its own, over one connection', async () => {
    const numbers = Array.from({ length: 100 }, (_, number) => number)
    const answers = await Promise.all(
      numbers.map((number) =>
        connection.query({ name: 'echo', text: 'select $1::integer as n, pg_backend_pid() as id', values: [number] }),
      ),
    )
    expect(answers.map(({ rows }) => rows[0].n)).toEqual(numbers)
    expect(new Set(answers.map(({ rows }) => rows[0].id)).size).toBe(1)
  })

  test('a statement that PostgreSQL refuses fails alone', async () => {
    const answers = await Promise.allSettled([
      connection.query({ text: 'select 1 as n' }),
      connection.query({ name: 'broken', text: 'select 1 / $1::integer as n', values: [0] }),
      connection.query({ text: 'select no_such_column' }),
      connection.query({ name: 'broken', text: 'select 1 / $1::integer as n', values: [1] }),
    ])
    expect(answers).toMatchObject([
      { status: 'fulfilled', value: { rows: [{ n: 1 }] } },
      { status: 'rejected', reason: { code: '22012' } },
      { status: 'rejected', reason: { code: '42703' } },
      { status: 'fulfilled', value: { rows: [{ n: 1 }] } },
    ])
  })

  test('that breaks fails what was asked, as a database that is away, and is made anew', async () => {
    const before = await processId()
    const asked = Promise.allSettled(Array.from({ length: 5 }, () => connection.query({ text: 'select pg_sleep(30)' })))
    expect(await terminate()).toBe(1)
    for (const answer of await asked) {
      expect(answer.status).toBe('rejected')
      expect(isDatabaseUnavailable((answer as PromiseRejectedResult).reason)).toBe(true)
    }
    expect(errors).toHaveLength(1)
    expect(await processId()).not.toBe(before)
  })

  test('that no longer answers is broken off, fails what was asked as a database that is away, and is made anew', async () => {
    const impatient = pipelinedConnection({ ...server.connection, query_timeout: 1000 }, (error) => errors.push(error))
    try {
      // each in time, though not both together
      for (let time = 0; time < 2; time++) await impatient.query({ text: 'select pg_sleep(0.6)' })
      const late = [impatient.query({ text: 'select pg_sleep(30)' }), impatient.query({ text: 'select 1' })]
      for (const answer of await Promise.allSettled(late)) {
        expect(answer.status).toBe('rejected')
        expect(isDatabaseUnavailable((answer as PromiseRejectedResult).reason)).toBe(true)
      }
      expect((await impatient.query({ text: 'select 2 as n' })).rows).toEqual([{ n: 2 }])
      expect(errors).toMatchObject([{ message: 'Query read timeout' }])
    } finally {
      await impatient.close()
    }
  })

  test('whose making takes long has as long for its answers as any other', async () => {
    const { host = 'localhost', port = 5432 } = server.connection
    // lets nothing through until the patience for an answer is over
    const relay = createServer(async (socket) => {
      await server.storage.pool.query('select pg_sleep(0.7)')
      const through = host.startsWith('/') ? connect(`${host}/.s.PGSQL.${port}`) : connect(port, host)
      socket.pipe(through).pipe(socket)
    }).listen(0, '127.0.0.1')
    await once(relay, 'listening')
    const { port: relayPort } = relay.address() as AddressInfo
    const late = pipelinedConnection(
      { ...server.connection, host: '127.0.0.1', port: relayPort, query_timeout: 500 },
      (error) => errors.push(error),
    )
    expect((await late.query({ text: 'select 3 as n from pg_sleep(0.2)' })).rows).toEqual([{ n: 3 }])
    expect(errors).toEqual([])
    await late.close()
    relay.close()
  })

  test('that cannot be made refuses every statement, and tries again at the next', async () => {
    const nowhere = pipelinedConnection({ ...server.connection, database: 'no_such_database' }, () => {})
    for (let time = 0; time < 2; time++)
      for (const answer of await Promise.allSettled([1, 2, 3].map(() => nowhere.query({ text: 'select 1' }))))
        expect(answer.status).toBe('rejected')
    await nowhere.close()
  })

  test('answers what is due before it closes, and nothing after', async () => {
    const due = connection.query({ text: 'select 1 as n from pg_sleep(0.1)' })
    // sent by now
    await processId()
    const last = connection.query({ text: 'select 2 as n' })
    await connection.close()
    expect((await due).rows).toEqual([{ n: 1 }])
    expect((await last).rows).toEqual([{ n: 2 }])
    await expect(connection.query({ text: 'select 1' })).rejects.toThrow('Connection ended')
  })

  test('leaves nothing of its answers to the major collections of V8', async () => {
    const module = JSON.stringify(new URL('pipelined-connection.ts', import.meta.url))
    const work = `
      const { getHeapSpaceStatistics } = await import('node:v8')
      const { constants, PerformanceObserver } = await import('node:perf_hooks')
      const { pipelinedConnection } = await import(${module})
      const connection = pipelinedConnection({ ...${JSON.stringify(server.connection)}, query_timeout: 60_000 }, console.error)
      const old = () => getHeapSpaceStatistics().find((space) => space.space_name === 'old_space').space_used_size
      const text = "select n, md5(n::text) as a, md5((n + 1)::text) as b from generate_series(1, 50) n"
      const ask = async (times) => {
        for (; times > 0; times--) await Promise.all(Array.from({ length: 4 }, () => connection.query({ name: 'rows', text })))
      }
      // what is compiled stays
      await ask(300)
      gc()
      const before = old()
      const kinds = []
      const keep = (list) => kinds.push(...list.getEntries().map(({ detail }) => detail.kind))
      new PerformanceObserver(keep).observe({ entryTypes: ['gc'] })
      await ask(1500)
      const minor = kinds.filter((kind) => kind === constants.NODE_PERFORMANCE_GC_MINOR).length
      console.log(JSON.stringify({ minor, major: kinds.length - minor, megabytes: (old() - before) / 1024 ** 2 }))
      await connection.close()`
    // as script/server starts the server
    const flags = ['--max-semi-space-size=16', '--no-allocation-site-pretenuring']
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [...flags, '--expose-gc', '--input-type=module', '-e', work],
      { timeout: 60_000, killSignal: 'SIGKILL' },
    )
    const { minor, major, megabytes } = JSON.parse(stdout)
    expect(minor).toBeGreaterThan(3)
    expect(major).toBe(0)
    expect(megabytes).toBeLessThan(2)
  })
})
