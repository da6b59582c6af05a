/** From settings to a server that answers, and back. */
import { BlockList, isIP } from 'node:net'
import type pg from 'pg'
import { openApp, openServices } from './app.ts'
import { KeyEncryptionError } from './authentication/openid/key-encryption.ts'
import { ensureAdministrator } from './bootstrap/administrator.ts'
import { ensureDemonstration, isDemonstrationOpen } from './bootstrap/demonstration.ts'
import type { Log } from './observation/log.ts'
import type { Settings } from './settings.ts'
import { awaitDatabase } from './storage/await-database.ts'
import { startEmbeddedPostgres } from './storage/embedded.ts'
import { MigrationError, migrate } from './storage/migrate.ts'
import { isDatabaseUnavailable, openStorage } from './storage/pool.ts'

/** Why the server cannot start, in one sentence for the operator. */
export class StartError extends Error {}

export interface Fichero {
  /** where it listens */
  url: string
  /** stops accepting, finishes what runs, closes the database */
  stop(): Promise<void>
}

/**
 * Starts everything. `onFailure` is called when the server can no longer work.
 * @throws StartError where a setting, the data directory, the port or the database stands in the way
 */
export async function startFichero(
  settings: Settings,
  log: Log,
  onFailure: (reason: string) => void,
): Promise<Fichero> {
  const undo: (() => Promise<unknown>)[] = []
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const connection = await openDatabase(settings, log, undo, onFailure)
    const storage = openStorage({
      connection,
      size: settings.databaseConnections,
      connectTimeout: settings.databaseTimeout,
      queryTimeout: settings.databaseTimeout,
      onError: (err) => log.warn({ err }, 'a database connection broke'),
    })
    undo.push(() => storage.close())
    await awaitDatabase(connection, { most: 30_000, perTry: settings.databaseTimeout }, () =>
      log.warn('the database does not answer yet: waiting for it, half a minute at most'),
    )
    for (const name of await migrate(storage.pool)) log.info({ name }, 'migrated')

    const beginnings = { settings, storage }
    await ensureAdministrator(beginnings)
    if (settings.demoData && (await ensureDemonstration(beginnings))) log.info('brought the demonstration data')
    if (!isLoopback(settings.host) && (await isDemonstrationOpen(beginnings)))
      log.warn(
        { host: settings.host },
        'users of the demonstration data have the passwords that everyone can read, and HOST lets other machines in: start with a new database and DEMO_DATA=false',
      )

    const services = openServices(settings, storage)
    await services.signingKeys.all()
    const app = openApp(services, storage, log)
    undo.push(() => app.close())
    await app.listen({ host: settings.host, port: settings.port })
    return { url: app.listeningOrigin, stop }
  } catch (error) {
    await stop().catch(() => {})
    throw startErrorOf(error, settings)
  }
}

async function openDatabase(
  settings: Settings,
  log: Log,
  undo: (() => Promise<unknown>)[],
  onFailure: (reason: string) => void,
): Promise<pg.ClientConfig> {
  if (settings.databaseUrl) return { connectionString: settings.databaseUrl }
  const postgres = await startEmbeddedPostgres({
    dataDirectory: settings.dataDirectory,
    connections: settings.databaseConnections,
    log,
    onFailure: (error) => onFailure(error.message),
  }).catch((error: Error) => {
    throw new StartError(error.message)
  })
  undo.push(() => postgres.stop())
  // the environment may ask pg for TLS, which a socket of ours does not speak
  return { ...postgres.connection, ssl: false }
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether only this machine reaches a server that listens there. */
function isLoopback(host: string): boolean {
  const family = isIP(host)
  return family === 0 ? host === 'localhost' : loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

function startErrorOf(error: unknown, { port, host, databaseUrl }: Settings): unknown {
  const { code, message } = error as NodeJS.ErrnoException
  if (code === 'EADDRINUSE') return new StartError(`Port ${port} is in use: set PORT to another one.`)
  if (code === 'EACCES') return new StartError(`Port ${port} may not be listened on: set PORT to another one.`)
  if (code === 'EADDRNOTAVAIL') return new StartError(`HOST ${host} is no address of this machine.`)
  if (code === 'ENOTFOUND' && !databaseUrl) return new StartError(`HOST ${host} is no address of this machine.`)
  if (error instanceof KeyEncryptionError || error instanceof MigrationError) return new StartError(message)
  if (databaseUrl && (isDatabaseUnavailable(error) || code?.startsWith('28') || code === '3D000' || code === '42501'))
    return new StartError(
      `The database of DATABASE_URL cannot be used: ${isDatabaseUnavailable(error) ? 'it does not answer' : message}.`,
    )
  return error
}
