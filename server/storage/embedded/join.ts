import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../embedded.ts'
import { fichero } from './database.ts'
import { until } from './deadline.ts'
import type { Endpoint } from './endpoint.ts'
import { isAlive } from './lock.ts'
import type { Log } from './postmaster.ts'

/** The embedded PostgreSQL of a data directory, for a program that works on it for a while. */
export interface JoinedPostgres {
  readonly connection: EmbeddedPostgres['connection']
  /** leaves it; one that was started for this program is stopped when the others who joined it have left, too */
  leave(): Promise<void>
}

/** How long a server that is starting, or others who joined, may take. */
const patience = 60_000

/** held by everybody who has joined, so that who started PostgreSQL does not stop it under one who has just come */
const presenceLock = 4_117_082_233

/**
 * Joins the PostgreSQL that a server runs on the data directory, or starts it where none does. Where PostgreSQL is stopped
 * meanwhile, because its server is, what was not committed is rolled back.
 *
 * @throws as `startEmbeddedPostgres`, and where this user may not read the password of the database.
 */
export async function joinEmbeddedPostgres(dataDirectory: string, log: Log): Promise<JoinedPostgres> {
  const directory = resolve(dataDirectory)
  const end = performance.now() + patience
  for (;;) {
    const joined = await joinRunning(directory)
    if (joined) return joined
    try {
      const postgres = await startEmbeddedPostgres({ dataDirectory, log })
      const { connection } = postgres
      return { connection, leave: () => whenAlone(connection, () => postgres.stop()) }
    } catch (error) {
      // a server that is just starting has taken the directory, and its PostgreSQL is about to be there
      if (!(await isTaken(directory)) || performance.now() > end) throw error
      await delay(100)
    }
  }
}

/** Undefined where no PostgreSQL accepts connections on the data directory, or it is about to be stopped. */
async function joinRunning(directory: string): Promise<JoinedPostgres | undefined> {
  const endpoint = await readEndpoint(directory)
  if (!endpoint) return undefined
  const file = join(directory, 'postgresql.password')
  const password = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new Error(`This user cannot read ${file} (${error.code}): run as the user who runs the server.`)
  })
  const connection = { ...endpoint, user: fichero, password, database: fichero }
  const presence = clientOf(connection)
  try {
    await presence.connect()
    const { rows } = await presence.query('select pg_try_advisory_lock_shared($1) as joined', [presenceLock])
    if (rows[0].joined) return { connection, leave: () => presence.end() }
  } catch {
    // it went meanwhile
  }
  await presence.end().catch(() => {})
  return undefined
}

/** From the file in which a postmaster tells its process number, port, socket directory, address and state. */
async function readEndpoint(directory: string): Promise<Endpoint | undefined> {
  const file = join(directory, 'postgresql', 'postmaster.pid')
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n').map((line) => line.trim())
  const [processId, , , port, socketDirectory, address, , state] = lines
  if (state !== 'ready' || !isAlive(Number(processId))) return undefined
  return { host: socketDirectory || address!, port: Number(port) }
}

/** A server writes its number while it has the directory. */
async function isTaken(directory: string): Promise<boolean> {
  const processId = Number(await readFile(join(directory, 'server.pid'), 'utf8').catch(() => ''))
  return processId > 0 && isAlive(processId)
}

/** Runs `stop` when all who joined have left; who comes while it runs does not join any more. */
async function whenAlone(connection: EmbeddedPostgres['connection'], stop: () => Promise<void>): Promise<void> {
  const client = clientOf(connection)
  const isAlone = async () =>
    (await client.query('select pg_try_advisory_lock($1) as alone', [presenceLock])).rows[0].alone
  // where PostgreSQL is gone already, nobody is left to wait for
  await client
    .connect()
    .then(() => until(isAlone, patience))
    .catch(() => {})
  await stop()
  await client.end().catch(() => {})
}

function clientOf(connection: EmbeddedPostgres['connection']): Client {
  const client = new Client({ ...connection, ssl: false, connectionTimeoutMillis: 5_000, query_timeout: 5_000 })
  client.on('error', () => {})
  return client
}
