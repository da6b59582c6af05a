import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { type Account, giveTo, spawnAs } from './account.ts'
import type { Binaries } from './binaries.ts'
import { within } from './deadline.ts'

/** The superuser of the cluster, for setting it up: the server itself works as the owner of its database. */
export const superuser = 'postgres'

/**
 * Makes the data directory if there is none: closed to others, except that under root PostgreSQL's user has to pass through.
 *
 * @throws when it cannot be made.
 */
export async function makeDataDirectory(directory: string): Promise<void> {
  if (await isDirectory(directory)) return
  try {
    await mkdir(dirname(directory), { recursive: true })
    await mkdir(directory)
    await chmod(directory, process.getuid?.() === 0 ? 0o711 : 0o700)
  } catch (error) {
    if (await isDirectory(directory)) return // another server made it just now
    const { code } = error as NodeJS.ErrnoException
    throw new Error(`The data directory ${directory} cannot be made (${code}): set DATA_DIR to another directory.`)
  }
}

async function isDirectory(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  )
}

/**
 * The password of the cluster, from the file only this server's user can read; made up, and on the disk, before there is a cluster
 * that has it.
 *
 * @throws when there is a cluster but no longer a file.
 */
export async function readOrMakePassword(file: string, cluster: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  if (known) return known
  if (await isDirectory(cluster))
    throw new Error(`The password of the database in ${cluster} is missing: put back ${file}.`)
  const password = randomBytes(32).toString('hex')
  await writeFile(`${file}.new`, password, { mode: 0o600, flush: true })
  await rename(`${file}.new`, file)
  await flushDirectory(dirname(file))
  return password
}

/**
 * Makes the cluster if there is none. It is made beside its place and then renamed, so that whatever stops this half way leaves
 * either no cluster or a whole one; what it leaves is cleared away by the next start.
 *
 * @throws when `initdb` fails, or something that is no cluster is in the place.
 */
export async function ensureCluster(
  cluster: string,
  binaries: Binaries,
  account: Account | undefined,
  password: string,
): Promise<void> {
  await clearHalfMade(cluster)
  if (await isDirectory(cluster)) {
    if (!(await readdir(cluster)).includes('PG_VERSION')) {
      throw new Error(`${cluster} is not a PostgreSQL cluster: move it away, or set DATA_DIR to another directory.`)
    }
    await giveTo(account, cluster)
    return
  }
  const workshop = await mkdtemp(`${cluster}.new-`)
  await writeFile(join(workshop, 'password'), password, { mode: 0o600 })
  await giveTo(account, workshop)
  await initialise(join(workshop, 'cluster'), join(workshop, 'password'), binaries, account)
  await rename(join(workshop, 'cluster'), cluster)
  await flushDirectory(dirname(cluster))
  await rm(workshop, { recursive: true })
}

async function clearHalfMade(cluster: string): Promise<void> {
  for (const name of await readdir(dirname(cluster))) {
    if (!name.startsWith(`${basename(cluster)}.new-`)) continue
    // an initdb whose server was killed may still be writing there: then the start after this one clears it
    await rm(join(dirname(cluster), name), { recursive: true, force: true, maxRetries: 3 }).catch(() => {})
  }
}

async function initialise(
  directory: string,
  passwordFile: string,
  binaries: Binaries,
  account: Account | undefined,
): Promise<void> {
  const initdb = spawnAs(account, binaries.initdb, [
    `--pgdata=${directory}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    '--encoding=UTF8',
    // order by code point, letters by Unicode, the same on every system and after every upgrade of its C library
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--no-instructions',
  ])
  const messages = text(initdb.stderr!)
  const ended = once(initdb, 'close')
  if (!(await within(ended, 120_000))) initdb.kill('SIGKILL')
  const [status] = await ended
  if (status !== 0)
    throw new Error(`initdb could not make a PostgreSQL cluster: ${(await messages).trim().replace(/\s*\n\s*/g, '; ')}`)
}

async function flushDirectory(path: string): Promise<void> {
  const directory = await open(path)
  try {
    await directory.sync()
  } finally {
    await directory.close()
  }
}
