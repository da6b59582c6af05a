import { access, constants, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as delay } from 'node:timers/promises'

/** The right to be the only server on a data directory. */
export interface DataDirectoryLock {
  release(): Promise<void>
}

/**
 * Takes a data directory for this process, until it releases it or ends, however it ends.
 *
 * The lock has to die with its holder and with nothing else: a file with a process number in it outlives a killed server, and a
 * lock inside PostgreSQL is not there yet when the cluster is being made. The operating system has the right thing, the record
 * lock (`fcntl`): bound to the process, dropped by the kernel at its end, not passed on to the PostgreSQL it starts, seen by every
 * process of the machine, containers included. Node offers it only through SQLite, which takes it when a transaction begins:
 * `begin immediate` locks one byte (RESERVED), so of two that try at once exactly one gets it, and nothing is written, the journal
 * being in memory. No one in this process may open and close `server.lock` by other means, for that would drop the lock (POSIX).
 *
 * @throws when another server holds it, or the directory cannot be written to.
 */
export async function takeDataDirectory(directory: string): Promise<DataDirectoryLock> {
  const file = join(directory, 'server.lock')
  let holder: DatabaseSync | undefined
  try {
    holder = new DatabaseSync(file, { timeout: 0 })
    await access(file, constants.W_OK) // SQLite would open it read-only, and then lock nothing
    holder.exec('pragma journal_mode = memory; begin immediate')
  } catch (error) {
    holder?.close()
    if (!isBusy(error)) {
      throw new Error(
        `This user cannot lock the data directory ${directory} (${(error as Error).message}): set DATA_DIR to another directory.`,
      )
    }
    throw new Error(
      `Another Fichero server${await holderNamed(directory)} is using the data directory ${directory}: ` +
        'stop it first, or set DATA_DIR to another directory.',
    )
  }
  held.add(holder)
  const number = join(directory, 'server.pid')
  // replaced, not overwritten: an earlier server may have run as another user
  await rm(number, { force: true })
  await writeFile(number, `${process.pid}\n`, { mode: 0o644 })
  return {
    async release() {
      await rm(number, { force: true })
      holder.close()
      held.delete(holder)
    },
  }
}

/** Out of reach of the garbage collector, which would close them. */
const held = new Set<DatabaseSync>()

const SQLITE_BUSY = 5

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY
}

/** ` (process 1234)`, or nothing when it cannot be known: only for people, nothing is decided by it. */
async function holderNamed(directory: string): Promise<string> {
  for (let attempt = 0; attempt < 20; attempt++) {
    const number = Number(await readFile(join(directory, 'server.pid'), 'utf8').catch(() => ''))
    if (number > 0 && isAlive(number)) return ` (process ${number})`
    await delay(10) // it holds the lock, and is about to write its number
  }
  return ''
}

/** Whether a process of this number exists, whoever it belongs to. */
export function isAlive(processId: number): boolean {
  try {
    return process.kill(processId, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
