import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Client } from 'pg'
import { afterEach, expect, test } from 'vitest'
import { until } from './embedded/deadline.ts'
import { endLeftover } from './embedded/leftover.ts'
import { isAlive } from './embedded/lock.ts'
import type { Log } from './embedded/postmaster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './embedded.ts'

type Connection = EmbeddedPostgres['connection']

const isRoot = process.getuid?.() === 0
const silent: Log = { info() {}, warn() {}, error() {} }
const cleanUps: (() => Promise<unknown>)[] = []

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** A new data directory, not made yet, in a directory that others may pass; cleared with all that runs on it when the test is over. */
async function newDataDirectory(name = 'data', mode = 0o755): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'fichero-embedded-'))
  await chmod(parent, mode)
  const directory = join(parent, name)
  cleanUps.push(async () => {
    const socketDirectory = join(directory, 'socket')
    await mkdir(socketDirectory, { recursive: true })
    await endLeftover(join(directory, 'postgresql'), socketDirectory, silent)
    await rm(parent, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 })
  })
  return directory
}

async function start(dataDirectory: string, log = silent, connections = 10): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log, connections })
  cleanUps.push(() => postgres.stop())
  return postgres
}

type Said = { ready: true; processId: number; connection: Connection } | { ready: false; sentence: string }

/** A server in a process of its own, and the first thing it says. */
function startProcess(dataDirectory: string): { server: ChildProcess; said: Promise<Said> } {
  const fixture = join(import.meta.dirname, 'embedded/server.fixture.ts')
  const server = spawn(process.execPath, [fixture, dataDirectory], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(server, 'exit')
  cleanUps.push(async () => {
    server.kill('SIGKILL')
    await ended
  })
  const said = once(createInterface({ input: server.stdout! }), 'line').then(([line]) => JSON.parse(line))
  return { server, said }
}

async function startReadyProcess(dataDirectory: string) {
  const { server, said } = startProcess(dataDirectory)
  const first = await said
  if (!first.ready) throw new Error(first.sentence)
  return { ...first, server }
}

async function kill(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL')
  if (process.exitCode === null && process.signalCode === null) await once(process, 'exit')
}

async function connect(connection: Connection): Promise<Client> {
  const client = new Client({ ...connection, ssl: false })
  client.on('error', () => {}) // PostgreSQL may be killed under it
  await client.connect()
  cleanUps.push(() => client.end().catch(() => {}))
  return client
}

async function ask<Row>(connection: Connection, sql: string): Promise<Row[]> {
  const client = await connect(connection)
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const write = (connection: Connection) => ask(connection, `create table note as select 'kept' as text`)
const read = (connection: Connection) => ask(connection, 'select text from note')
const written = [{ text: 'kept' }]

test('keeps what was written over a stop and a start', async () => {
  const directory = await newDataDirectory()
  const first = await start(directory)
  await write(first.connection)
  await Promise.all([first.stop(), first.stop()])
  await first.stop()
  expect(isAlive(first.processId)).toBe(false)

  const second = await start(directory)
  expect(await read(second.connection)).toEqual(written)
})

test('works as the owner of its database and not as a superuser, on a cluster with checksums, Unicode and fsync', async () => {
  const { connection } = await start(await newDataDirectory())
  expect(connection).toMatchObject({ user: 'fichero', database: 'fichero' })
  const facts = `
    select rolsuper as super, pg_get_userbyid(datdba) as owner, upper('ñé') as upper, datlocale as locale,
           current_setting('data_checksums') as checksums, current_setting('fsync') as fsync, current_setting('timezone') as zone
      from pg_roles, pg_database
     where rolname = current_user
       and datname = current_database()`
  expect(await ask(connection, facts)).toEqual([
    { super: false, owner: 'fichero', upper: 'ÑÉ', locale: 'C.UTF-8', checksums: 'on', fsync: 'on', zone: 'UTC' },
  ])
})

test('has room for the connections of the server, and for others', async () => {
  const { connection } = await start(await newDataDirectory(), silent, 300)
  expect(await ask(connection, 'show max_connections')).toEqual([{ max_connections: '340' }])
})

test('refuses a wrong password on the socket, and keeps files and socket to its users', async () => {
  const directory = await newDataDirectory()
  const { connection } = await start(directory)
  expect(connection.host).toBe(join(directory, 'socket'))
  await expect(connect({ ...connection, password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })
  await expect(connect({ ...connection, user: 'postgres', password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })

  const mode = async (name: string) => (await stat(join(directory, name))).mode & 0o777
  expect(await mode('')).toBe(isRoot ? 0o711 : 0o700)
  expect(await mode('postgresql')).toBe(0o700)
  expect(await mode('socket')).toBe(0o700)
  expect(await mode('postgresql.password')).toBe(0o600)
})

test('listens on the loopback interface, with the password, where the path is too long for a socket', async () => {
  const { connection } = await start(await newDataDirectory('d'.repeat(100)))
  expect(connection).toMatchObject({ host: '127.0.0.1' })
  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await expect(connect({ ...connection, password: 'wrong' })).rejects.toMatchObject({ code: '28P01' })
})

test('works in a directory whose name has spaces, commas and quotes', async () => {
  const { connection } = await start(await newDataDirectory(`a "b", 'c' d`))
  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('keeps values out of the log', async () => {
  const messages: string[] = []
  const note = (o: object, m: string) => void messages.push(m + JSON.stringify(o))
  const postgres = await start(await newDataDirectory(), { info: note, warn: note, error: note })
  await expect(ask(postgres.connection, `select 'Jane Doe'::int`)).rejects.toThrow('Jane Doe')
  const client = await connect(postgres.connection)
  await expect(client.query('select $1::int', ['Jane Doe'])).rejects.toThrow('Jane Doe')
  await client.end()
  await postgres.stop()
  expect(messages.join('\n')).toContain('PostgreSQL is running')
  expect(messages.join('\n')).not.toContain('Jane')
  expect(messages.join('\n')).not.toContain(postgres.connection.password)
})

test('refuses a second server on one data directory, in this process or another, while the first works on', async () => {
  const directory = await newDataDirectory()
  const first = await start(directory)
  const sentence = `Another Fichero server (process ${process.pid}) is using the data directory ${directory}: stop it first, or set DATA_DIR to another directory.`

  await expect(start(directory)).rejects.toThrow(sentence)
  expect(await startProcess(directory).said).toEqual({ ready: false, sentence })
  expect(await ask(first.connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test.runIf(!isRoot)('refuses a data directory that it cannot lock', async () => {
  const directory = await newDataDirectory()
  await (await start(directory)).stop()
  await chmod(join(directory, 'server.lock'), 0o444)
  await expect(start(directory)).rejects.toThrow('This user cannot lock the data directory')
})

test('gives the data directory free when it stops', async () => {
  const directory = await newDataDirectory()
  const first = await start(directory)
  await first.stop()
  expect(await startProcess(directory).said).toMatchObject({ ready: true })
})

test('lets exactly one of several servers have a new data directory', async () => {
  const directory = await newDataDirectory()
  const said = await Promise.all([1, 2, 3, 4].map(() => startProcess(directory).said))
  const winners = said.filter((first) => first.ready)
  expect(winners).toHaveLength(1)
  expect(await ask(winners[0]!.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  for (const first of said) {
    if (!first.ready)
      expect(first.sentence).toMatch(/^Another Fichero server( \(process \d+\))? is using the data directory/)
  }
})

test('starts after its server was killed, without the PostgreSQL that was left running, with all that was committed', async () => {
  const directory = await newDataDirectory()
  const killed = await startReadyProcess(directory)
  await write(killed.connection)
  await kill(killed.server)
  expect(isAlive(killed.processId)).toBe(true)
  expect(await read(killed.connection)).toEqual(written)

  const next = await start(directory)
  expect(await read(next.connection)).toEqual(written)
  expect(next.processId).not.toBe(killed.processId)
})

test('starts after server and PostgreSQL were killed, with all that was committed', async () => {
  const directory = await newDataDirectory()
  const killed = await startReadyProcess(directory)
  await write(killed.connection)
  await kill(killed.server)
  process.kill(killed.processId, 'SIGKILL')
  expect(await read((await start(directory)).connection)).toEqual(written)
})

test('is not fooled by another process that got the number of its dead PostgreSQL', async () => {
  const directory = await newDataDirectory()
  await (await start(directory)).stop()
  const { uid, gid } = await stat(join(directory, 'postgresql'))
  const other = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' })
  cleanUps.push(() => kill(other))
  const file = join(directory, 'postgresql/postmaster.pid')
  await writeFile(
    file,
    [other.pid, join(directory, 'postgresql'), 1_700_000_000, 5432, '', '', '1 1', 'ready'].join('\n'),
  )
  await chown(file, uid, gid)
  await writeFile(join(directory, 'socket/.s.PGSQL.5432.lock'), `${other.pid}\n`)

  expect(await ask((await start(directory)).connection, 'select 1 as one')).toEqual([{ one: 1 }])
  expect(isAlive(other.pid!)).toBe(true)
})

test('refuses a cluster on which something it cannot see answers', async () => {
  const directory = await newDataDirectory()
  await (await start(directory)).stop()
  const unseen = createServer().listen(join(directory, 'socket/.s.PGSQL.5432'))
  await once(unseen, 'listening')
  cleanUps.push(async () => void unseen.close())
  await writeFile(join(directory, 'postgresql/postmaster.pid'), '4194305\n')
  await expect(start(directory)).rejects.toThrow('perhaps in another container')
  await rm(join(directory, 'postgresql/postmaster.pid'))
})

test('is not hindered by a cluster that was half made, and clears it away', async () => {
  const directory = await newDataDirectory()
  await mkdir(join(directory, 'postgresql.new-aBcDeF/cluster/base'), { recursive: true })
  await writeFile(join(directory, 'postgresql.new-aBcDeF/cluster/PG_VERSION'), '18\n')
  expect(await ask((await start(directory)).connection, 'select 1 as one')).toEqual([{ one: 1 }])
  expect((await readdir(directory)).filter((name) => name.includes('new'))).toEqual([])
})

test('starts after it was killed while it made the cluster', async () => {
  const directory = await newDataDirectory()
  const { server } = startProcess(directory)
  const halfMade = async () =>
    (await readdir(directory).catch(() => [])).some((name) => name.startsWith('postgresql.new-'))
  expect(await until(halfMade, 10_000)).toBe(true)
  await kill(server)
  expect(await ask((await start(directory)).connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test('refuses to make a cluster where something else is', async () => {
  const directory = await newDataDirectory()
  await mkdir(join(directory, 'postgresql'), { recursive: true })
  await writeFile(join(directory, 'postgresql.password'), 'secret')
  await writeFile(join(directory, 'postgresql/letter.txt'), 'Dear Jane')
  await expect(start(directory)).rejects.toThrow('is not a PostgreSQL cluster')
  expect(await readFile(join(directory, 'postgresql/letter.txt'), 'utf8')).toBe('Dear Jane')
})

test('starts PostgreSQL again when it is killed, in the same place, though a busy session outlives it', async () => {
  const postgres = await start(await newDataDirectory())
  await write(postgres.connection)
  const busy = await connect(postgres.connection)
  const oneSecond = `do $$ declare begun timestamptz := clock_timestamp(); begin while clock_timestamp() < begun + interval '1 s' loop end loop; end $$`
  busy.query(oneSecond).catch(() => {})
  const isBusy = `select 1 from pg_stat_activity where query like 'do %' and state = 'active'`
  expect(await until(async () => (await ask(postgres.connection, isBusy)).length === 1, 5_000)).toBe(true)

  const killed = postgres.processId
  process.kill(killed, 'SIGKILL')
  expect(await until(() => postgres.processId !== killed, 20_000)).toBe(true)
  expect(await read(postgres.connection)).toEqual(written)
})

test('starts PostgreSQL again as often as it is killed', async () => {
  const postgres = await start(await newDataDirectory())
  for (let time = 0; time < 3; time++) {
    const killed = postgres.processId
    process.kill(killed, 'SIGKILL')
    expect(await until(() => postgres.processId !== killed, 20_000)).toBe(true)
    expect(await ask(postgres.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  }
})

test('stops while PostgreSQL is being started again, and gives the data directory free', async () => {
  const directory = await newDataDirectory()
  const ended: string[] = []
  const note = (_: object, m: string) => void ended.push(m)
  const postgres = await start(directory, { ...silent, error: note })
  process.kill(postgres.processId, 'SIGKILL')
  expect(await until(() => ended.length > 0, 5_000)).toBe(true)
  await postgres.stop()
  await (await start(directory)).stop()
})

test('stops when PostgreSQL is killed at the same moment', async () => {
  const directory = await newDataDirectory()
  const postgres = await start(directory)
  const stopped = postgres.stop()
  process.kill(postgres.processId, 'SIGKILL')
  await stopped
  await (await start(directory)).stop()
})

test('stops while sessions are open', async () => {
  const postgres = await start(await newDataDirectory())
  const client = await connect(postgres.connection)
  await client.query('begin')
  client.query('select pg_sleep(600)').catch(() => {})
  await postgres.stop()
  expect(isAlive(postgres.processId)).toBe(false)
})

test('keeps PostgreSQL out of the way of Ctrl-C, which is for the server', async () => {
  const { server, connection } = await startReadyProcess(await newDataDirectory())
  const interrupted = once(server.stdout!, 'data')
  process.kill(-server.pid!, 'SIGINT')
  expect(String(await interrupted)).toBe('interrupted\n')
  expect(await ask(connection, 'select 1 as one')).toEqual([{ one: 1 }])
})

test.runIf(isRoot)('as root runs PostgreSQL as another user, who owns the cluster', async () => {
  const directory = await newDataDirectory()
  const { processId } = await start(directory)
  const { uid } = await stat(join(directory, 'postgresql'))
  expect(uid).not.toBe(0)
  if (process.platform === 'linux') {
    const status = await readFile(`/proc/${processId}/status`, 'utf8')
    expect(status).toContain(`Uid:\t${uid}\t${uid}\t${uid}\t${uid}`)
    expect(status).toMatch(/CapEff:\t0+\n/)
  }
})

test.runIf(isRoot && process.platform === 'linux')(
  'as root works in a directory that only root can reach',
  async () => {
    const directory = await newDataDirectory('data', 0o700)
    const postgres = await start(directory)
    await write(postgres.connection)
    expect((await stat(join(directory, 'postgresql'))).uid).not.toBe(0)
    const killed = postgres.processId
    process.kill(killed, 'SIGKILL')
    expect(await until(() => postgres.processId !== killed, 20_000)).toBe(true)
    expect(await read(postgres.connection)).toEqual(written)
  },
)
