/** The database of a server: that of DATABASE_URL, or an embedded PostgreSQL in DATA_DIR. */
import type pg from 'pg'
import type { Log } from './observation/log.ts'
import type { Settings } from './settings.ts'
import { startEmbeddedPostgres } from './storage/embedded.ts'

/** Why the server cannot start, in one sentence for the operator. */
export class StartError extends Error {}

export interface OpenedDatabase {
  /** how to connect, once connections are accepted; rejected with a StartError */
  connection: Promise<pg.ClientConfig>
  /** fulfilled when there is nothing to do but wait for it */
  spawned: Promise<void>
  close(): Promise<void>
}

/** Opens it; `onFailure` is called when it is gone for good. */
export function openDatabase(settings: Settings, log: Log, onFailure: (reason: string) => void): OpenedDatabase {
  const { databaseUrl, dataDirectory, databaseConnections: connections } = settings
  if (databaseUrl)
    return {
      connection: Promise.resolve({ connectionString: databaseUrl }),
      spawned: Promise.resolve(),
      close: async () => {},
    }
  const { promise: spawned, resolve: onSpawn } = Promise.withResolvers<void>()
  const starting = startEmbeddedPostgres({
    dataDirectory,
    connections,
    log,
    onSpawn,
    onFailure: (error) => onFailure(error.message),
  })
  // the environment may ask pg for TLS, which a socket of ours does not speak
  const connection = starting.then(
    (postgres) => ({ ...postgres.connection, ssl: false }),
    (error: Error) => Promise.reject(new StartError(error.message)),
  )
  // for whoever asks for the connection only later
  connection.catch(() => onSpawn())
  return {
    connection,
    spawned,
    close: () =>
      starting.then(
        (postgres) => postgres.stop(),
        () => {},
      ),
  }
}
