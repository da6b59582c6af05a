import { execFile } from 'node:child_process'
import { open, readdir, readFile, rm, stat } from 'node:fs/promises'
import { connect } from 'node:net'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { until } from './deadline.ts'
import { isAlive } from './lock.ts'
import { endInOrder } from './postmaster.ts'

/**
 * Stops, in order, the PostgreSQL that a killed server left running on this cluster, and clears what could keep a new one from
 * starting. Starting afresh costs a tenth of a second more than taking the old one over, and there is but one way of running:
 * today's settings and programs, as a child of this process. Only for the holder of the data directory.
 *
 * @throws when it does not stop, or runs where this process cannot see it.
 */
export async function endLeftover(
  cluster: string,
  socketDirectory: string,
  log: { info(o: object, m: string): void },
): Promise<void> {
  const processId = await readPostmasterNumber(cluster)
  if (processId !== undefined) {
    if (await isPostmasterOf(cluster, processId)) {
      log.info({ processId }, 'stopping the PostgreSQL that a killed server left running')
      const gone = (milliseconds: number) =>
        until(async () => !(await isPostmasterOf(cluster, processId)), milliseconds)
      const send = (signal: NodeJS.Signals) => process.kill(processId, signal)
      if (!(await endInOrder(send, gone)))
        throw new Error(`The PostgreSQL left running (process ${processId}) does not stop.`)
      // a postmaster that was killed leaves children that hold its socket for a moment
    } else if (!(await until(async () => !(await answersIn(socketDirectory)), 5_000))) {
      throw new Error(
        `A PostgreSQL that this server cannot see, perhaps in another container, is running on ${cluster}: stop it first.`,
      )
    } else if (isAlive(processId)) {
      await disownNumber(cluster)
    }
  }
  for (const name of await readdir(socketDirectory)) await rm(join(socketDirectory, name), { force: true })
}

/** The process number in the first line of `postmaster.pid`, if there is one. */
async function readPostmasterNumber(cluster: string): Promise<number | undefined> {
  const lines = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return Number.parseInt(lines, 10) || undefined
}

/** Whether that process runs PostgreSQL on this cluster, and not something that was given its number later. */
async function isPostmasterOf(cluster: string, processId: number): Promise<boolean> {
  if (!isAlive(processId)) return false
  if (process.platform === 'linux') {
    const command = await readFile(`/proc/${processId}/cmdline`, 'utf8').catch(() => '')
    const [here, there] = await Promise.all([stat(cluster), stat(`/proc/${processId}/cwd`).catch(() => undefined)])
    return basename(command.split('\0')[0]!) === 'postgres' && there?.ino === here.ino && there.dev === here.dev
  }
  const { stdout } = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(processId)]).catch(() => ({
    stdout: '',
  }))
  return stdout.includes(`postgres -D ${cluster} `)
}

async function answersIn(socketDirectory: string): Promise<boolean> {
  const sockets = (await readdir(socketDirectory)).filter((name) => /^\.s\.PGSQL\.\d+$/.test(name))
  const answers = sockets.map(
    (name) =>
      new Promise<boolean>((resolve) => {
        const socket = connect(join(socketDirectory, name))
        const answer = (is: boolean) => {
          socket.destroy()
          resolve(is)
        }
        socket.setTimeout(2_000, () => answer(false))
        socket.once('connect', () => answer(true)).once('error', () => answer(false))
      }),
  )
  return (await Promise.all(answers)).includes(true)
}

/**
 * Writes this process's number over that of a dead postmaster which now belongs to some other process, for which PostgreSQL would
 * refuse to start. It takes the number of its parent for stale, and goes on to look whether anyone still uses the shared memory that
 * the file also names; had the file been removed, it could not. (CreateLockFile in PostgreSQL's miscinit.c)
 */
async function disownNumber(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const [, ...others] = (await readFile(file, 'utf8')).split('\n')
  const handle = await open(file, 'r+') // in place: it stays the property of PostgreSQL's user
  try {
    await handle.truncate()
    await handle.writeFile([process.pid, ...others].join('\n'))
  } finally {
    await handle.close()
  }
}
