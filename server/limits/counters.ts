/** Counters of what happened within a window of time: in memory for one node, in PostgreSQL or Redis for several. */
import type { Redis } from 'ioredis'
import {
  type RateLimiterAbstract,
  RateLimiterMemory,
  RateLimiterPostgres,
  RateLimiterRedis,
  type RateLimiterRes,
} from 'rate-limiter-flexible'
import type { Storage } from '../storage/pool.ts'

export interface Count {
  /** how often it happened in this window */
  readonly times: number
  /** seconds until the window ends, rounded up */
  readonly resetIn: number
}

/** A window begins when something of its key first happens, and lasts so many seconds. */
export interface Counters {
  readonly store: CounterStore
  /** Adds one (or takes it back with -1) and gives the count with it. */
  add(key: string, seconds: number, by?: 1 | -1): Promise<Count>
  /** The count as it stands; null where nothing happened. */
  look(key: string, seconds: number): Promise<Count | null>
  close(): Promise<void>
}

export type CounterStore = 'memory' | 'postgresql' | 'redis'

// what is too many is for the caller to say
const boundless = 2 ** 31 - 1
/** Node.js keeps no timer longer (`setTimeout`), and the memory store has one for each key. */
const longestTimer = Math.floor((2 ** 31 - 1) / 1000)

export function openCounters(
  { store, redisUrl }: { store: CounterStore; redisUrl: string | undefined },
  { pool }: Pick<Storage, 'pool'>,
  onError: (error: NodeJS.ErrnoException) => void,
): Counters {
  const connecting = store === 'redis' ? connectTo(redisUrl!, onError) : undefined
  const limiters = new Map<number, RateLimiterAbstract>()

  async function limiterOf(seconds: number): Promise<RateLimiterAbstract> {
    const redis = await connecting
    const known = limiters.get(seconds)
    if (known) return known
    const options = { points: boundless, duration: seconds, keyPrefix: `fichero:${seconds}` }
    const made = redis
      ? new RateLimiterRedis({ ...options, storeClient: redis, rejectIfRedisNotReady: true })
      : store === 'postgresql'
        ? new RateLimiterPostgres({
            ...options,
            storeClient: pool,
            storeType: 'pool',
            tableName: 'rate_limit_counter',
            tableCreated: true,
          })
        : new RateLimiterMemory({ ...options, duration: seconds > longestTimer ? 0 : seconds })
    limiters.set(seconds, made)
    return made
  }

  /** In memory, when windows that are longer than a timer end: each has a key of its own. */
  const ends = new Map<string, number>()
  const place = (key: string, seconds: number, begins: boolean) => {
    if (store !== 'memory' || seconds <= longestTimer) return { key, end: null }
    const name = `${seconds}:${key}`
    let end = ends.get(name) ?? 0
    if (end <= Date.now() && begins) {
      limiters.get(seconds)?.delete(`${key}:${end}`)
      end = Date.now() + seconds * 1000
      ends.set(name, end)
    }
    return { key: `${key}:${end}`, end }
  }
  const countOf = ({ consumedPoints, msBeforeNext }: RateLimiterRes, end: number | null): Count => ({
    times: consumedPoints,
    resetIn: Math.max(1, Math.ceil((end === null ? msBeforeNext : end - Date.now()) / 1000)),
  })

  return {
    store,
    async add(key, seconds, by = 1) {
      const at = place(key, seconds, by === 1)
      // nothing of this window is there to be taken back
      if (at.end !== null && at.end <= Date.now()) return { times: 0, resetIn: 1 }
      const limiter = await limiterOf(seconds)
      return countOf(await (by === 1 ? limiter.penalty(at.key) : limiter.reward(at.key)), at.end)
    },
    async look(key, seconds) {
      const at = place(key, seconds, false)
      if (at.end !== null && at.end <= Date.now()) return null
      const found = await (await limiterOf(seconds)).get(at.key)
      return found && found.consumedPoints > 0 ? countOf(found, at.end) : null
    },
    async close() {
      ;(await connecting)?.disconnect()
    },
  }
}

/** What the log says of a count that failed: of Redis, which may be away for long, only its own words. */
export const failureOf = (store: CounterStore, error: unknown): object =>
  store === 'redis' && error instanceof Error ? { store, reason: error.message } : { store, err: error }

/** Milliseconds after which a Redis that says nothing counts as away. */
const patience = 1000

/** A connection that refuses at once while Redis is away, and comes back by itself. */
async function connectTo(url: string, onError: (error: NodeJS.ErrnoException) => void): Promise<Redis> {
  // only those load it who use it
  const { Redis } = await import('ioredis')
  const redis = new Redis(url, {
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 2000,
    // one that hangs would hold up every call
    socketTimeout: patience,
  })
  let isAway = false
  redis.on('error', (error) => {
    // it tries again and again
    if (!isAway) onError(error)
    isAway = true
  })
  redis.on('ready', () => {
    isAway = false
  })
  return redis
}
