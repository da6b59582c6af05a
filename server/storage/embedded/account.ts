import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { lchown, readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'

/** The system user that PostgreSQL runs as when this server runs as root, which PostgreSQL refuses to. */
export interface Account {
  readonly uid: number
  readonly gid: number
  /** It has no way through the directories above its files (a clone in /root), and gets the right to pass them. */
  readonly needsPassage: boolean
}

/**
 * Which user PostgreSQL runs as: nobody else (`undefined`) than this server, or, under root, the owner of the cluster, else
 * `postgres`, else `nobody`.
 *
 * @throws when the cluster belongs to someone else, or no user can be found that reaches the data directory and the programs.
 */
export async function chooseAccount(
  directory: string,
  cluster: string,
  binaries: Binaries,
): Promise<Account | undefined> {
  const owner = await stat(cluster).catch(() => undefined)
  if (process.getuid?.() !== 0) {
    if (owner && owner.uid !== process.getuid?.()) {
      throw new Error(
        `The database in ${cluster} belongs to the user with number ${owner.uid}: run the server as that user or as root, or set DATA_DIR to another directory.`,
      )
    }
    return undefined
  }
  const user = owner && owner.uid !== 0 ? owner : (userNamed('postgres') ?? userNamed('nobody'))
  if (!user) {
    throw new Error(
      'PostgreSQL does not run as root, and there is no user postgres or nobody: run the server as another user.',
    )
  }
  const account = { uid: user.uid, gid: user.gid, needsPassage: false }
  if (reaches(account, directory, binaries)) return account
  const withPassage = { ...account, needsPassage: true }
  if (reaches(withPassage, directory, binaries)) return withPassage
  throw new Error(
    `PostgreSQL does not run as root, and the user with number ${user.uid} that it would run as cannot reach ${directory} or ${binaries.postgres}: ` +
      'install setpriv (util-linux), set DATA_DIR to a directory that every user can reach, or run the server as another user.',
  )
}

function userNamed(name: string): { uid: number; gid: number } | undefined {
  const ask = (what: string) => spawnSync('id', [what, name], { encoding: 'utf8' }).stdout?.trim()
  const [uid, gid] = [ask('-u'), ask('-g')]
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** Tried rather than worked out from modes: groups, access lists and containers all have a say in it. */
function reaches(account: Account, directory: string, binaries: Binaries): boolean {
  const script = 'cd -- "$1" && test -x "$2"'
  const [command, args, options] = asAccount(account, '/bin/sh', ['-c', script, 'sh', directory, binaries.postgres])
  return spawnSync(command, args, { ...options, stdio: 'ignore' }).status === 0
}

/**
 * Starts a program of PostgreSQL: as the account, in a session of its own (Ctrl-C in the terminal is for this server, which then
 * stops PostgreSQL in order), with none of this server's environment, which may hold secrets, and its messages on `stderr`.
 */
export function spawnAs(account: Account | undefined, program: string, programArgs: string[]): ChildProcess {
  const [command, args, options] = asAccount(account, program, programArgs)
  return spawn(command, args, { ...options, detached: true, stdio: ['ignore', 'ignore', 'pipe'] })
}

function asAccount(
  account: Account | undefined,
  program: string,
  args: string[],
): [command: string, args: string[], options: Pick<SpawnOptions, 'cwd' | 'env' | 'uid' | 'gid'>] {
  const options = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C' } }
  if (!account) return [program, args, options]
  const { uid, gid } = account
  if (!account.needsPassage) return [program, args, { ...options, uid, gid }]
  // access(2), by which PostgreSQL looks for its own programs, ignores the capability unless no_setuid_fixup is set
  const passage = ['--inh-caps=+dac_override', '--ambient-caps=+dac_override', '--securebits=+no_setuid_fixup']
  return [
    'setpriv',
    [`--reuid=${uid}`, `--regid=${gid}`, '--clear-groups', ...passage, '--', program, ...args],
    options,
  ]
}

/** Gives a directory and all that is in it to the account; the directory itself last, so that its owner tells whether all was given. */
export async function giveTo(account: Account | undefined, directory: string): Promise<void> {
  if (!account || (await stat(directory)).uid === account.uid) return
  for (const name of await readdir(directory, { recursive: true })) {
    await lchown(join(directory, name), account.uid, account.gid)
  }
  await lchown(directory, account.uid, account.gid)
}
