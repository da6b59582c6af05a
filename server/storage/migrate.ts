/** Brings the schema up to date: the numbered SQL files of `migrations/`, each once, in order, under a lock. */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'
import { inTurn, patiently } from './turns.ts'

const folder = new URL('./migrations/', import.meta.url)
const fileName = /^(\d{4})_[a-z0-9_]+\.sql$/

/** any number that nothing else in the database uses as an advisory lock; two nodes that start at once take turns */
const migrationLock = 5_023_061_994

/** Why the schema cannot be brought up to date, in one sentence for the operator. */
export class MigrationError extends Error {}

interface Migration {
  number: number
  name: string
  text: string
  checksum: string
}

/**
 * Runs what has not run yet, each file in a transaction of its own.
 * Throws when a file that has run was edited, renamed or removed since: the database then is not what the files say.
 * @returns the names of the files that ran now
 */
export async function migrate(pool: pg.Pool, from: URL = folder): Promise<string[]> {
  const migrations = await readMigrations(from)
  return inTurn(pool, migrationLock, async (client) => {
    await client.query(`create table if not exists schema_migration (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`)
    const { rows } = await client.query<Migration>(
      'select number, name, checksum from schema_migration order by number',
    )
    for (const done of rows) assertUnchanged(done, migrations)
    const open = migrations.filter((migration) => !rows.some((done) => done.number === migration.number))
    for (const migration of open) await run(client, migration)
    return open.map((migration) => migration.name)
  })
}

async function readMigrations(from: URL): Promise<Migration[]> {
  const names = (await readdir(from)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, index) => {
      const number = Number(fileName.exec(name)?.[1])
      if (number !== index + 1)
        throw new MigrationError(`Migration ${name} is out of order: expected number ${index + 1}.`)
      const text = await readFile(new URL(name, from), 'utf8')
      return { number, name, text, checksum: createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex') }
    }),
  )
}

function assertUnchanged(done: Migration, migrations: Migration[]) {
  const file = migrations.find((migration) => migration.number === done.number)
  if (!file)
    throw new MigrationError(
      `Migration ${done.name} has run on this database but is unknown here: start a newer Fichero.`,
    )
  if (file.checksum !== done.checksum || file.name !== done.name)
    throw new MigrationError(
      `Migration ${done.name} was changed after it ran on this database: restore the file and add a new one.`,
    )
}

async function run(client: pg.PoolClient, { number, name, text, checksum }: Migration) {
  await client.query('begin')
  try {
    await client.query({ text, ...patiently })
    await client.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
      number,
      name,
      checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw new MigrationError(`Migration ${name} failed: ${(error as Error).message}`, { cause: error })
  }
}
