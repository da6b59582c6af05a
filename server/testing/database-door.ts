import pg from 'pg'
import type { TestServer } from './server.ts'

/** Shuts the database of a server, or opens it again. */
export async function setDatabase({ connection }: Pick<TestServer, 'connection'>, isOpen: boolean): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  await client.connect()
  // it answers 53300 to whoever is no superuser
  await client.query(`alter database ${connection.database} connection limit ${isOpen ? -1 : 0}`)
  if (!isOpen)
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [
      connection.database,
    ])
  await client.end()
}
