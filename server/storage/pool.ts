/** The connections to PostgreSQL: how they are made, what their values look like, and what their failures mean. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { type PipelinedConnection, pipelinedConnection } from './pipelined-connection.ts'
import type { Database, Instant } from './schema.ts'

export interface Storage {
  readonly pool: pg.Pool
  /** for gathered look-ups, beside the pool */
  readonly lookups: PipelinedConnection
  readonly db: Kysely<Database>
  /** waits for what runs and closes every connection */
  close(): Promise<void>
}

export interface PoolOptions {
  connection: pg.ClientConfig
  /** most connections at once: one is for look-ups, and a server needs two besides, one of which waits for its turn at the start */
  size: number
  /** milliseconds a caller waits for a free or new connection */
  connectTimeout: number
  /**
   * milliseconds a statement may take before the caller is told that the database is away. PostgreSQL ends the statement a
   * little earlier, so that its connection is free for the next; only one that no longer answers is given up on here.
   */
  queryTimeout: number
  onError: (error: Error) => void
}

/** Opens the pool; nothing is connected until the first query. */
export function openStorage({ connection, size, connectTimeout, queryTimeout, onError }: PoolOptions): Storage {
  const config: pg.ClientConfig = {
    ...connection,
    connectionTimeoutMillis: connectTimeout,
    query_timeout: queryTimeout,
    keepAlive: true,
    application_name: 'fichero',
    // our statements are look-ups by key: one plan serves them all, and planning each anew costs more than running it
    options: `-c TimeZone=UTC -c DateStyle=ISO -c statement_timeout=${Math.floor(0.9 * queryTimeout)} -c plan_cache_mode=force_generic_plan`,
    types: { getTypeParser: typeParser },
  }
  const pool = new pg.Pool({ ...config, max: Math.max(1, size - 1), idleTimeoutMillis: 60_000 })
  // a connection that breaks is replaced by the pool; unheard, the event would end the process. The pool hears only those
  // that are idle: one that is in use between two statements of a transaction speaks for itself.
  pool.on('error', onError)
  pool.on('connect', (client) => client.on('error', () => {}))
  const lookups = pipelinedConnection(config, onError)
  return {
    pool,
    lookups,
    db: new Kysely<Database>({ dialect: new PostgresDialect({ pool }) }),
    async close() {
      await Promise.all([pool.end(), lookups.close()])
    },
  }
}

/** `2013-01-21 23:08:00.5+00` of a UTC session as the instant `2013-01-21T23:08:00.5Z`. */
const instant = (text: string) => `${text.slice(0, 10)}T${text.slice(11, -3)}Z` as Instant

const parsers: Record<number, (text: string) => unknown> = {
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.DATE]: String,
  [pg.types.builtins.TIMESTAMPTZ]: instant,
  // timestamptz[]: {"2013-01-21 23:08:00+00",…}
  1185: (text) => (text === '{}' ? [] : text.slice(2, -2).split('","').map(instant)),
}

function typeParser(id: number, format?: 'text' | 'binary') {
  return ((format !== 'binary' && parsers[id]) || pg.types.getTypeParser(id, format as 'text')) as (
    value: never,
  ) => unknown
}

/** PostgreSQL's code for a statement that it ended because it took too long. */
const queryCanceled = '57014'

const unavailableCodes = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  '53300', // too many connections
  queryCanceled,
  '57P01', // admin shutdown
  '57P02', // crash shutdown
  '57P03', // cannot connect now
  '57P05', // idle session timeout
  '26000', // behind a statement that was to be prepared and took too long
  '25006', // a standby that has not been promoted yet
])
/** PostgreSQL's code for what cannot be done now: to a statement a fault of ours, to a connection a database that takes none. */
const notInPrerequisiteState = '55000'
const unavailableMessages =
  /^(Connection terminated|timeout exceeded when trying to connect|Query read timeout|Client has encountered a connection error|Client was closed|Cannot use a pool after calling end|timeout expired|The server does not support|Connection ended)/

/** True when an error says that the database cannot be reached now, not that the statement was wrong. */
export function isDatabaseUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code
  if (code && (unavailableCodes.has(code) || code.startsWith('08'))) return true
  if (error instanceof pg.DatabaseError && code === notInPrerequisiteState) return error.severity === 'FATAL'
  if (error instanceof AggregateError) return error.errors.some(isDatabaseUnavailable)
  return unavailableMessages.test(error.message)
}

/** True when a statement was ended because it took too long, by a database that is there. */
export const isStatementTooSlow = (error: unknown): boolean =>
  error instanceof pg.DatabaseError && error.code === queryCanceled

/** The name of the unique or check constraint that a statement broke, if it broke one. */
export function brokenConstraint(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError && error.code?.startsWith('23') ? error.constraint : undefined
}
