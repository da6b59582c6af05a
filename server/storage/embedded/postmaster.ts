import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import { type Account, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { until, within } from './deadline.ts'
import type { Endpoint } from './endpoint.ts'
import { settings } from './settings.ts'

export interface Log {
  info(o: object, m: string): void
  warn(o: object, m: string): void
  error(o: object, m: string): void
}

/** All it takes to start PostgreSQL on a cluster. */
export interface Installation {
  readonly binaries: Binaries
  readonly account: Account | undefined
  readonly cluster: string
  readonly socketDirectory: string
  /** most connections that the server makes */
  readonly connections: number
  readonly log: Log
  /** told of each process that was started and now makes itself ready */
  readonly onSpawn: (() => void) | undefined
}

/** A running PostgreSQL: its first process, which the others are children of. */
export interface Postmaster {
  readonly processId: number
  /** When it is gone, for whatever reason, with how it ended. */
  readonly ended: Promise<string>
  stop(): Promise<void>
}

/** It did not come to accept connections; the message says what it said. */
export class StartFailure extends Error {
  /** Another try may go better: what stands in the way goes away by itself. */
  readonly passing: boolean

  constructor(reason: string) {
    super(`PostgreSQL did not start: ${reason}`)
    // processes of a killed postmaster hold its shared memory a moment longer; a free port may be taken by the time it is used
    this.passing = /shared memory block|lock file .* already exists|could not create any TCP/.test(reason)
  }
}

/**
 * Starts PostgreSQL and waits until it accepts connections: at once, or after it has replayed its log when it was killed.
 *
 * @throws {StartFailure} when it ends before, is not ready after ten minutes, or the signal is aborted.
 */
export async function launch(
  { binaries, account, cluster, socketDirectory, connections, log, onSpawn }: Installation,
  endpoint: Endpoint,
  signal: AbortSignal,
): Promise<Postmaster> {
  const given = settings(endpoint, socketDirectory, connections).flatMap((setting) => ['-c', setting])
  const child = spawnAs(account, binaries.postgres, ['-D', cluster, ...given])
  const lastWords = listen(child, log)
  const ended = endOf(child)
  onSpawn?.()
  const stop = async () => {
    const gone = (milliseconds: number) => within(ended, milliseconds)
    if (!(await endInOrder((sent) => child.kill(sent), gone)))
      log.error({ processId: child.pid }, 'PostgreSQL does not stop')
  }

  let how: string | undefined
  ended.then((end) => {
    how = end
  })
  const settled = async () => how !== undefined || signal.aborted || (await isReady(cluster, child.pid!))
  const inTime = await until(settled, 600_000)
  if (how !== undefined) {
    await within(once(child, 'close'), 100) // its last words may still be on their way
    throw new StartFailure(lastWords.join('; ') || how)
  }
  if (!inTime || signal.aborted) {
    await stop()
    throw new StartFailure(signal.aborted ? 'it was told to stop' : 'it was not ready after ten minutes')
  }
  return { processId: child.pid!, ended, stop }
}

/** Tries again, until the deadline, as long as what stands in the way `mayPass`. */
export async function launchInTime<Launched>(
  milliseconds: number,
  signal: AbortSignal,
  mayPass: (failure: StartFailure) => boolean,
  attempt: () => Promise<Launched>,
): Promise<Launched> {
  const end = performance.now() + milliseconds
  for (let pause = 50; ; pause = Math.min(2 * pause, 1_000)) {
    try {
      return await attempt()
    } catch (error) {
      const again =
        error instanceof StartFailure && mayPass(error) && !signal.aborted && performance.now() + pause < end
      if (!again) throw error
      await delay(pause, undefined, { signal }).catch(() => {})
    }
  }
}

/**
 * Ends a PostgreSQL with ever less regard: a fast shutdown (open transactions are rolled back), an immediate one (as if power were
 * lost: nothing committed is), a kill. `gone` tells whether it was gone within the milliseconds given.
 */
export async function endInOrder(
  send: (signal: NodeJS.Signals) => void,
  gone: (milliseconds: number) => Promise<boolean>,
): Promise<boolean> {
  const steps: [NodeJS.Signals, number][] = [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
    ['SIGKILL', 5_000],
  ]
  for (const [signal, patience] of steps) {
    try {
      send(signal)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error // else it went by itself just now
    }
    if (await gone(patience)) return true
  }
  return false
}

function endOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => child.pid === undefined && resolve(error.message))
    child.once('exit', (status, signal) => resolve(signal ? `ended by ${signal}` : `ended with status ${status}`))
  })
}

/** `ready` in the eighth line of the file in which a postmaster tells its state, which is also how `pg_ctl` knows. */
async function isReady(cluster: string, processId: number): Promise<boolean> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return lines[0] === String(processId) && lines[7]?.trim() === 'ready'
}

/** What PostgreSQL says at every start and every stop, of which this server has its own line in the log. */
const routine =
  /^(starting PostgreSQL|listening on|database system (was shut down at|is ready|is shut down)|received fast|aborting any|shutting down)/

/** Passes PostgreSQL's own messages on to the log, and gives the latest three that tell of a failure. */
function listen(child: ChildProcess, log: Log): string[] {
  const lastWords: string[] = []
  createInterface({ input: child.stderr! }).on('line', (line) => {
    const [, severity, message = line] = /^([A-Z]+): {2}(.*)$/.exec(line) ?? []
    const level = severity === 'LOG' ? 'info' : severity === 'PANIC' ? 'error' : 'warn'
    if (level === 'info' && routine.test(message)) return
    log[level]({ processId: child.pid }, `PostgreSQL: ${message}`)
    if (level === 'info' && !message.startsWith('could not')) return
    lastWords.push(message)
    if (lastWords.length > 3) lastWords.shift()
  })
  return lastWords
}
