/** Work that only one node of a database does at a time. */
import type pg from 'pg'

/** A large table takes its time, and so does another node's work: DATABASE_TIMEOUT is for calls. In milliseconds. */
export const patiently = { query_timeout: 24 * 60 * 60 * 1000 }

/**
 * Runs the work while it holds an advisory lock, for which it waits as long as it takes. No statement on the client that
 * the work is given has a time limit in PostgreSQL.
 */
export async function inTurn<T>(pool: pg.Pool, lock: number, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  try {
    await client.query('set statement_timeout = 0')
    await client.query({ text: 'select pg_advisory_lock($1)', values: [lock], ...patiently })
    const answer = await work(client)
    await client.query('select pg_advisory_unlock($1)', [lock])
    await client.query('reset statement_timeout')
    client.release()
    return answer
  } catch (error) {
    // closes the connection, and with it goes the lock, whatever state it is in
    client.release(error as Error)
    throw error
  }
}
