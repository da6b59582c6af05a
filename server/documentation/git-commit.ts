/** The commit that this server runs, where it can be known. */
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The commit that is checked out in a directory; '' where it is no checkout. */
export function checkedOutCommit(directory: string): string {
  try {
    const git = gitDirectory(join(directory, '.git'))
    const head = read(join(git, 'HEAD'))
    return head.startsWith('ref: ') ? commitOf(head.slice('ref: '.length), git) : head
  } catch {
    return ''
  }
}

/** In a second working tree `.git` is a file that names the directory (gitrepository-layout). */
function gitDirectory(path: string): string {
  try {
    return resolve(path, '..', read(path).replace(/^gitdir: /, ''))
  } catch {
    return path
  }
}

/** References of a second working tree are kept with the first one's, and rarely changed ones together in one file. */
function commitOf(reference: string, git: string): string {
  const shared = orElse(() => resolve(git, read(join(git, 'commondir'))), git)
  return orElse(
    () => read(join(shared, reference)),
    orElse(() => packed(reference, shared), ''),
  )
}

const packed = (reference: string, git: string): string =>
  read(join(git, 'packed-refs'))
    .split('\n')
    .find((line) => line.endsWith(` ${reference}`))
    ?.split(' ', 1)[0] ?? ''

const read = (path: string): string => readFileSync(path, 'utf8').trim()

function orElse(attempt: () => string, otherwise: string): string {
  try {
    return attempt()
  } catch {
    return otherwise
  }
}
