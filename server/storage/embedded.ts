import { once } from 'node:events'
import { chmod, mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { chooseAccount, giveTo } from './embedded/account.ts'
import { findBinaries } from './embedded/binaries.ts'
import { ensureCluster, makeDataDirectory, readOrMakePassword } from './embedded/cluster.ts'
import { ensureDatabase, fichero } from './embedded/database.ts'
import { chooseEndpoint, type Endpoint } from './embedded/endpoint.ts'
import { endLeftover } from './embedded/leftover.ts'
import { takeDataDirectory } from './embedded/lock.ts'
import { type Installation, type Log, launch, launchInTime, type Postmaster } from './embedded/postmaster.ts'

/** A PostgreSQL of this server's own, on a cluster in its data directory. It is started again when it dies. */
export interface EmbeddedPostgres {
  /** how to connect as the owner of database `fichero`: for pg.Pool; the same for as long as this server runs */
  readonly connection: { host: string; port: number; user: string; password?: string; database: string }
  /** the postmaster's process number: another one after it was started again */
  readonly processId: number
  /** stops in order (fast shutdown) and gives the data directory free; safe to call twice */
  stop(): Promise<void>
}

/** How long PostgreSQL may take to be started again, or what is in its way may take to go. Replaying its log is not counted. */
const patience = 60_000

/**
 * Starts PostgreSQL on the cluster in `dataDirectory`, which it makes if there is none, and gives back when it accepts connections.
 *
 * In the data directory are `postgresql` (the cluster), `postgresql.password`, `socket`, and `server.lock` with `server.pid`. It
 * listens there and not on the network, unless the path is too long for a socket. Where this server is killed PostgreSQL runs on,
 * and the next start stops it in order before it starts its own.
 *
 * @param options.connections most connections that the server makes, 10 if not given; others find room for forty more.
 * @param options.onSpawn its process was started and makes itself ready: a good time for work that holds up this process.
 * @param options.onFailure PostgreSQL died and could not be started again: called at most once, and nothing works any more.
 * @throws one sentence for the operator: when another server uses the data directory, there is no PostgreSQL for this platform, no
 * user to run it as, or it does not start.
 */
export async function startEmbeddedPostgres(options: {
  dataDirectory: string
  connections?: number
  log: Log
  onSpawn?: () => void
  onFailure?: (error: Error) => void
}): Promise<EmbeddedPostgres> {
  const { connections = 10, log, onSpawn } = options
  const begun = performance.now()
  const directory = resolve(options.dataDirectory)
  const cluster = join(directory, 'postgresql')
  const socketDirectory = join(directory, 'socket')

  await makeDataDirectory(directory)
  const lock = await takeDataDirectory(directory)
  let postmaster: Postmaster | undefined
  try {
    const binaries = await findBinaries()
    const account = await chooseAccount(directory, cluster, binaries)
    const password = await readOrMakePassword(join(directory, 'postgresql.password'), cluster)
    await ensureCluster(cluster, binaries, account, password)
    await mkdir(socketDirectory, { recursive: true })
    await chmod(socketDirectory, 0o700)
    await giveTo(account, socketDirectory)

    const installation: Installation = { binaries, account, cluster, socketDirectory, connections, log, onSpawn }
    const first = await launchFirst(installation)
    const { endpoint } = first
    postmaster = first.postmaster
    await ensureDatabase(endpoint, password)
    const milliseconds = Math.round(performance.now() - begun)
    log.info({ processId: postmaster.processId, milliseconds }, 'PostgreSQL is running')

    const kept = keepRunning(postmaster, installation, endpoint, options.onFailure)
    let stopped: Promise<void> | undefined
    return {
      connection: { host: endpoint.host, port: endpoint.port, user: fichero, password, database: fichero },
      get processId() {
        return kept.processId()
      },
      stop() {
        stopped ??= kept.stop().then(() => lock.release())
        return stopped
      },
    }
  } catch (error) {
    await postmaster?.stop()
    await lock.release()
    throw error
  }
}

/** The first start chooses where to listen: anew with each try, for a free port may no longer be free. */
async function launchFirst(installation: Installation): Promise<{ postmaster: Postmaster; endpoint: Endpoint }> {
  const { signal } = new AbortController()
  return launchInTime(
    patience,
    signal,
    ({ passing }) => passing,
    async () => {
      const endpoint = await chooseEndpoint(installation.socketDirectory)
      return { postmaster: await launchAlone(installation, endpoint, signal), endpoint }
    },
  )
}

/** With each try, for a server may be killed so soon after it started PostgreSQL that there is only later something to see of it. */
async function launchAlone(installation: Installation, endpoint: Endpoint, signal: AbortSignal): Promise<Postmaster> {
  await endLeftover(installation.cluster, installation.socketDirectory, installation.log)
  return launch(installation, endpoint, signal)
}

/** Starts PostgreSQL again, in the same place, whenever it ends, until it is told to stop. */
function keepRunning(
  first: Postmaster,
  installation: Installation,
  endpoint: Endpoint,
  onFailure: ((error: Error) => void) | undefined,
): { processId(): number; stop(): Promise<void> } {
  const { log } = installation
  const stopping = new AbortController()
  const { signal } = stopping
  const told = once(signal, 'abort')
  let postmaster = first

  async function keep(): Promise<void> {
    for (;;) {
      const how = await Promise.race([postmaster.ended, told.then(() => undefined)])
      if (signal.aborted || how === undefined) return postmaster.stop()
      log.error({ processId: postmaster.processId }, `PostgreSQL ${how}: starting it again`)
      postmaster = await launchInTime(
        patience,
        signal,
        () => true,
        () => launchAlone(installation, endpoint, signal),
      )
      log.info({ processId: postmaster.processId }, 'PostgreSQL is running again')
    }
  }

  const kept = keep().catch((error: Error) => {
    if (signal.aborted) return
    log.error({ error: error.message }, 'PostgreSQL could not be started again')
    onFailure?.(error)
  })
  return {
    processId: () => postmaster.processId,
    stop() {
      stopping.abort()
      return kept
    },
  }
}
