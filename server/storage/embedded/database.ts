import { Client } from 'pg'
import { superuser } from './cluster.ts'
import type { Endpoint } from './endpoint.ts'

/** The name of the database and of the user that owns it, who is no superuser. */
export const fichero = 'fichero'

/** Makes the user and the database if either is missing. @throws what PostgreSQL answers; the password is in none of it. */
export async function ensureDatabase({ host, port }: Endpoint, password: string): Promise<void> {
  const client = new Client({
    host,
    port,
    user: superuser,
    password,
    database: 'postgres',
    ssl: false, // else the environment decides (PGSSLMODE)
    connectionTimeoutMillis: 10_000,
    query_timeout: 60_000,
  })
  await client.connect()
  try {
    const { rows } = await client.query<{ user: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as "user",
              exists (select from pg_database where datname = $1) as "database"`,
      [fichero],
    )
    if (!rows[0]?.user) await client.query(`create role ${fichero} login password ${client.escapeLiteral(password)}`)
    if (!rows[0]?.database) await client.query(`create database ${fichero} owner ${fichero}`)
  } finally {
    await client.end()
  }
}
