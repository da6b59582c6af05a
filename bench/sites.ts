/** Where the data of a benchmark lies: in the server's own PostgreSQL, or in one that it is told of by DATABASE_URL. */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import pg from 'pg'
import { superuser } from '../server/storage/embedded/cluster.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../server/storage/embedded.ts'
import { migrate } from '../server/storage/migrate.ts'
import { openStorage } from '../server/storage/pool.ts'
import { type DatasetSize, fill } from './dataset.ts'

/** A database that is filled. */
export interface Place {
  size: DatasetSize
  /** what the server is told, so that it works on this database */
  environment: Record<string, string>
  /** how others reach it; where it is embedded, while the server runs */
  url: string
}

export interface Site {
  name: 'embedded' | 'external'
  /** A database with a data set of that size; the same one for the same size. */
  place(size: DatasetSize): Promise<Place>
}

const log = { info() {}, warn() {}, error: console.error }

/** Data directories of their own, one for each data set, below `directory`. */
export function embeddedSite(directory: string): Site {
  return {
    name: 'embedded',
    place: once(async (size) => {
      const dataDirectory = join(directory, `e${size.customers}`)
      const postgres = await startEmbeddedPostgres({ dataDirectory, log })
      const url = urlOf(postgres.connection)
      try {
        await prepare(url, size)
      } finally {
        await postgres.stop()
      }
      return { size, environment: { DATA_DIR: dataDirectory }, url }
    }),
  }
}

/**
 * A PostgreSQL that the server did not start: the one of `given`, where the benchmarks make databases of their own and drop
 * them, else a cluster below `directory`.
 */
export async function externalSite(
  directory: string,
  given: string | undefined,
  leave: AsyncDisposableStack,
): Promise<Site> {
  const admin = given ?? (await startCluster(join(directory, 'x'), leave))
  return {
    name: 'external',
    place: once(async (size) => {
      const database = `fichero_bench_${size.customers}_${randomUUID().slice(0, 8)}`
      await withClient(admin, (client) => client.query(`create database ${database}`))
      leave.defer(async () => {
        // the servers are gone; `with (force)` would also have to end autovacuum workers, which needs a superuser
        await withClient(admin, (client) => client.query(`drop database ${database}`))
      })
      const url = withDatabase(admin, database)
      await prepare(url, size)
      return { size, environment: { DATABASE_URL: url }, url }
    }),
  }
}

async function startCluster(dataDirectory: string, leave: AsyncDisposableStack): Promise<string> {
  const postgres = await startEmbeddedPostgres({ dataDirectory, log })
  leave.defer(() => postgres.stop())
  const { user } = postgres.connection
  await withClient(urlOf({ ...postgres.connection, user: superuser, database: 'postgres' }), (client) =>
    client.query(`alter role ${user} createdb`),
  )
  return urlOf(postgres.connection)
}

async function prepare(url: string, size: DatasetSize) {
  const storage = openStorage({
    connection: { connectionString: url },
    size: 1,
    connectTimeout: 10_000,
    queryTimeout: 60_000,
    onError: console.error,
  })
  await migrate(storage.pool).finally(() => storage.close())
  await withClient(url, (client) => fill(client, size))
}

/** Works with a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return work(client).finally(() => client.end())
}

const urlOf = ({ user, password, host, port, database }: EmbeddedPostgres['connection']) =>
  `postgres://${user}:${password}@/${database}?host=${encodeURIComponent(host)}&port=${port}`

const withDatabase = (url: string, database: string) => url.replace(/^(\w+:\/\/[^/?]*)(\/[^?]*)?/, `$1/${database}`)

function once(make: (size: DatasetSize) => Promise<Place>): Site['place'] {
  const made = new Map<string, Promise<Place>>()
  return (size) => {
    const key = JSON.stringify(size)
    if (!made.has(key)) made.set(key, make(size))
    return made.get(key)!
  }
}
