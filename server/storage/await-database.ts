/** The wait for a database that is started together with the server. */
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { isDatabaseUnavailable } from './pool.ts'

/** Milliseconds. */
interface Patience {
  /** in all */
  most: number
  /** for one try */
  perTry: number
  pause?: number
}

/**
 * Waits until the database answers; `onWait` is told why it does not, and again when that changes.
 * @throws what the last try met, once patience is over, and at once what is no matter of waiting
 */
export async function awaitDatabase(
  connection: pg.ClientConfig,
  { most, perTry, pause = 1000 }: Patience,
  onWait: (reason: string) => void,
): Promise<void> {
  const end = performance.now() + most
  let told: string | undefined
  for (;;) {
    try {
      return await ask(connection, Math.max(1, Math.min(perTry, end - performance.now())))
    } catch (error) {
      if (!isDatabaseUnavailable(error) || performance.now() + pause >= end) throw error
      const reason = whyAway(error)
      if (reason !== told) onWait(reason)
      told = reason
      await delay(pause)
    }
  }
}

const reasons = new Map([
  ['ECONNREFUSED', 'the connection is refused'],
  ['ENOENT', 'its socket is not there'],
  ['ENOTFOUND', 'its host is not known'],
  ['EAI_AGAIN', 'its host is not known'],
  ['EHOSTUNREACH', 'its host cannot be reached'],
  ['ENETUNREACH', 'its host cannot be reached'],
])

/** Why a database that is away cannot be used, in words; before a login its own are about the server only. */
export function whyAway(error: unknown): string {
  if (error instanceof pg.DatabaseError) return error.message
  return reasons.get((error as NodeJS.ErrnoException).code ?? '') ?? 'it does not answer'
}

/** Not through the pool, whose end would wait for a connection that is never made. */
async function ask(connection: pg.ClientConfig, milliseconds: number): Promise<void> {
  const limit = Math.ceil(milliseconds)
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: limit, query_timeout: limit })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
  } finally {
    await client.end().catch(() => {})
  }
}
