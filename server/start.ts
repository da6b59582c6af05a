/** From settings to a server that answers, and back. */
import { BlockList, isIP } from 'node:net'
import type pg from 'pg'
import { openApp } from './app.ts'
import { KeyEncryptionError } from './authentication/secrets/key-encryption.ts'
import { sealSecrets } from './authentication/secrets/seal-secrets.ts'
import { type Beginnings, ensureAdministrator } from './bootstrap/administrator.ts'
import { ensureDemonstration, isDemonstrationOpen } from './bootstrap/demonstration.ts'
import { ensureExplorer } from './bootstrap/explorer.ts'
import { type OpenedDatabase, StartError } from './database.ts'
import { listenErrorOf } from './listening.ts'
import type { Log } from './observation/log.ts'
import type { Services } from './protocol/services.ts'
import { openServices } from './services.ts'
import type { Settings } from './settings.ts'
import { awaitDatabase, whyAway } from './storage/await-database.ts'
import { MigrationError, migrate } from './storage/migrate.ts'
import { isDatabaseUnavailable, openStorage } from './storage/pool.ts'

export interface Fichero {
  /** where it listens */
  url: string
  /** stops accepting, finishes what runs, closes the database */
  stop(): Promise<void>
}

/**
 * Starts all that works on the database, which it takes over: it is closed with the server, and where the server does not start.
 * @throws StartError where a setting, the data directory, the port or the database stands in the way
 */
export async function startFichero(settings: Settings, database: OpenedDatabase, log: Log): Promise<Fichero> {
  const undo: (() => Promise<unknown>)[] = [database.close]
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    const connection = await database.connection
    const storage = openStorage({
      connection,
      size: settings.databaseConnections,
      connectTimeout: settings.databaseTimeout,
      queryTimeout: settings.databaseTimeout,
      onError: (err) => log.warn({ err }, 'a database connection broke'),
    })
    undo.push(() => storage.close())
    const services = openServices(settings, storage, log)
    const app = openApp(services, storage, log)
    undo.push(() => app.close())
    // its routes are laid while the database is made ready
    const both = await Promise.allSettled([app.ready(), makeReady({ settings, storage }, services, connection, log)])
    // neither is left behind at work while what it works with is closed
    for (const each of both) if (each.status === 'rejected') throw each.reason
    await app.listen({ host: settings.host, port: settings.port })
    return { url: app.listeningOrigin, stop }
  } catch (error) {
    await stop().catch(() => {})
    throw startErrorOf(error, settings)
  }
}

/** Waits for the database, and brings into it what this version and these settings want there. */
async function makeReady(
  beginnings: Beginnings,
  { encryption, signingKeys }: Pick<Services, 'encryption' | 'signingKeys'>,
  connection: pg.ClientConfig,
  log: Log,
): Promise<void> {
  const { settings, storage } = beginnings
  await awaitDatabase(connection, { most: 30_000, perTry: settings.databaseTimeout }, (reason) =>
    log.warn({ reason }, 'the database cannot be used yet: waiting for it, half a minute at most'),
  )
  for (const name of await migrate(storage.pool)) log.info({ name }, 'migrated')
  // a wrong key is better known now than at the first login
  await signingKeys.all()
  const sealed = await sealSecrets(storage, await encryption())
  if (sealed > 0) log.info({ sealed }, 'sealed the secrets that were in the clear')
  await ensureAdministrator(beginnings)
  if (settings.explorer) await ensureExplorer(beginnings)
  if (settings.demoData && (await ensureDemonstration(beginnings))) log.info('brought the demonstration data')
  if (!isLoopback(settings.host) && (await isDemonstrationOpen(beginnings)))
    log.warn(
      { host: settings.host },
      'users of the demonstration data have the passwords that everyone can read, and HOST lets other machines in: start with a new database and DEMO_DATA=false',
    )
}

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether only this machine reaches a server that listens there. */
function isLoopback(host: string): boolean {
  const family = isIP(host)
  return family === 0 ? host === 'localhost' : loopback.check(host, family === 6 ? 'ipv6' : 'ipv4')
}

function startErrorOf(error: unknown, settings: Settings): unknown {
  // another process may have come first since it was asked
  const cannotListen = listenErrorOf(error, settings)
  if (cannotListen) return cannotListen
  const { code, message } = error as NodeJS.ErrnoException
  if (error instanceof KeyEncryptionError || error instanceof MigrationError) return new StartError(message)
  const isAway = isDatabaseUnavailable(error)
  if (settings.databaseUrl && (isAway || code?.startsWith('28') || code === '3D000' || code === '42501'))
    return new StartError(`The database of DATABASE_URL cannot be used: ${isAway ? whyAway(error) : message}.`)
  return error
}
