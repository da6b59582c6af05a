/**
 * One PostgreSQL for a whole test run, started before the first test file and stopped after the last. Every test server
 * gets a database of its own, copied from one that has been migrated.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { superuser } from '../storage/embedded/cluster.ts'
import { startEmbeddedPostgres } from '../storage/embedded.ts'
import { migrate } from '../storage/migrate.ts'
import { openStorage } from '../storage/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string }
  }
}

export const template = 'fichero_template'

export async function setup(project: TestProject) {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'fichero-test-'))
  const quiet = () => {}
  const postgres = await startEmbeddedPostgres({
    dataDirectory,
    log: { info: quiet, warn: quiet, error: console.error },
  })
  const { host, port, user, password = '' } = postgres.connection
  const client = new pg.Client({ ...postgres.connection, user: superuser, database: 'postgres' })
  await client.connect()
  // every test server makes a database of its own
  await client.query(`alter role ${user} createdb`)
  await client.query(`create database ${template} owner ${user}`)
  await client.end()
  const storage = openStorage({
    connection: { ...postgres.connection, database: template },
    size: 1,
    connectTimeout: 5000,
    queryTimeout: 30_000,
    onError: console.error,
  })
  await migrate(storage.pool)
  await storage.close()
  project.provide('postgres', { host, port, user, password })
  return async () => {
    await postgres.stop()
    await rm(dataDirectory, { recursive: true, force: true })
  }
}
