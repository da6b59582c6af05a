/** Metrics: a row about every call, written off the way of the call, read by the operations, deleted when it is old. */
import { finished } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { isDatabaseUnavailable, type Storage } from '../storage/pool.ts'
import { isoTime } from './iso-time.ts'
import { lineBuffer } from './line-buffer.ts'
import type { Log } from './log.ts'
import { type MetricQueries, metricQueries } from './metric-queries.ts'

/** What is kept of a call: no query, no value of its path but the bank, no body and no credentials. */
export interface ObservedCall {
  /** milliseconds since 1970 */
  readonly calledAt: number
  /** milliseconds */
  readonly duration: number
  readonly operationId: string
  /** the version by which it was called; '' outside the versions */
  readonly version: string
  readonly verb: string
  /** as it is routed, with the bank in its place: `/obp/v3.1.0/banks/gh.29.uk/customers/CUSTOMER_ID` */
  readonly url: string
  readonly status: number
  readonly correlationId: string
  /** '' outside any bank */
  readonly bankId: string
  /** null where nobody is known */
  readonly userId: string | null
  readonly consumerId: string | null
  readonly sourceIp: string | null
}

export interface Metrics extends MetricQueries {
  /** Remembers a call; it is written within a second. */
  observe(call: ObservedCall): void
  /** Writes what this node has observed. Never rejects. */
  flush(): Promise<void>
  /** rows that wait to be written, and rows that never were */
  readonly backlog: { readonly waiting: number; readonly dropped: number }
  /** Deletes what is older than it is kept, unless another node is at it; gives the number of rows. */
  deleteExpired(): Promise<number>
  /** Writes every second and deletes every hour, until what it gives is called, which writes what is left. */
  start(log: Log): () => Promise<void>
}

const second = 1000
const minute = 60 * second
const hour = 60 * minute

/**
 * Bytes in one statement, some 800 rows. Each statement takes turns of the event loop, and in a shorter turn fewer look-ups are
 * gathered: with a hundred rows a statement a call costs the server a fifth more.
 */
const batch = 256 * 1024
/** Batches that wait while the database is away: 8 MB. */
const mostWaiting = 32
/** Rows that are deleted in one transaction. */
const portion = 5000

/** Any number that nothing else takes as an advisory lock. */
const deletionLock = 2_930_117_424

/** @param options.keptDays days after which rows are deleted; null: no call is observed, and what there is stays */
export function metrics(storage: Storage, { keptDays }: { keptDays: number | null }): Metrics {
  let onFailure: (error: unknown, dropped: number) => void = () => {}
  let onSuccess = () => {}
  const buffer = lineBuffer({
    write: async (lines) => {
      await writeRows(storage, lines)
      onSuccess()
    },
    batch,
    most: mostWaiting,
    isTemporary: isDatabaseUnavailable,
    onFailure: (error, dropped) => onFailure(error, dropped),
  })

  async function deleteExpired(): Promise<number> {
    if (keptDays === null) return 0
    let all = 0
    for (;;) {
      const deleted = await deletePortion(storage, keptDays)
      all += deleted
      if (deleted < portion) return all
      // calls come first
      await delay(100, undefined, { ref: false })
    }
  }

  return {
    ...metricQueries(storage.db),
    observe: keptDays === null ? () => {} : (call) => buffer.push(lineOf(call)),
    flush: buffer.flush,
    get backlog() {
      return { waiting: buffer.waiting, dropped: buffer.dropped }
    },
    deleteExpired,
    start(log) {
      let isFailing = false
      onFailure = (err, dropped) => {
        // once, not every second
        if (!isFailing)
          log.warn({ err, dropped }, 'metrics cannot be written: the oldest are dropped when too many wait')
        isFailing = true
      }
      onSuccess = () => {
        if (isFailing) log.info({ dropped: buffer.dropped }, 'metrics are written again')
        isFailing = false
      }
      const expire = () =>
        deleteExpired().catch((err) => log.warn({ err }, 'metrics that are too old could not be deleted'))
      let isFlushing = false
      const flush = () => {
        // a database that hangs makes a flush take seconds: they would wait for each other, and a stop for all of them
        if (isFlushing || buffer.waiting === 0) return
        isFlushing = true
        buffer.flush().finally(() => {
          isFlushing = false
        })
      }
      const timers = [
        setInterval(flush, second).unref(),
        // a node may be started anew more often than every hour
        setTimeout(expire, minute).unref(),
        setInterval(expire, hour).unref(),
      ]
      return async () => {
        for (const timer of timers) clearInterval(timer)
        await buffer.flush()
      }
    },
  }
}

const copy = `
  copy metric (
    called_at, duration, operation_id, function_name, version, verb, url, status, correlation_id, bank_id, user_id,
    consumer_id, source_ip)
  from stdin`

/** `COPY` costs PostgreSQL and this process less than an `insert` of arrays, most of all where its lines are made already. */
async function writeRows({ pool }: Storage, lines: Buffer): Promise<void> {
  const client = await pool.connect()
  try {
    const stream = client.query(copyFrom(copy))
    stream.end(lines)
    await finished(stream)
    client.release()
  } catch (error) {
    // whatever it was in the middle of
    client.release(true)
    throw error
  }
}

/**
 * A line of {@link copy}, without its end (https://www.postgresql.org/docs/current/sql-copy.html#SQL-COPY-FILE-FORMATS-TEXT-FORMAT).
 * Of what is written, only a path and a bank may hold what has a meaning there. Every call pays for its line.
 */
const lineOf = (call: ObservedCall): string =>
  `${isoTime(call.calledAt)}\t${call.duration}\t${call.operationId}\t${functionOf(call.operationId)}\t${call.version}\t${call.verb}\t${escaped(call.url)}\t${call.status}\t${call.correlationId}\t${escaped(call.bankId)}\t${call.userId ?? nothing}\t${call.consumerId ?? nothing}\t${call.sourceIp ?? nothing}`

const functionOf = (operationId: string) => operationId.slice(operationId.lastIndexOf('-') + 1)

const nothing = '\\N'

const special = /[\\\n\r\t]/
const escaped = (value: string): string => (special.test(value) ? value.replace(/[\\\n\r\t]/g, '\\$&') : value)

/** Deletes some rows that are too old; none where another node is deleting. */
async function deletePortion({ pool }: Storage, keptDays: number): Promise<number> {
  const { rowCount } = await pool.query({
    text: `
      with turn as materialized (select pg_try_advisory_xact_lock($1) as is_ours),
      expired as materialized (
        select m.bank_id, m.called_at, m.metric_id
        from metric m
        where m.called_at < now() - make_interval(days => $2)
          and (select is_ours from turn)
        order by m.called_at
        limit $3
      )
      delete from metric m
      using expired e
      where (m.bank_id, m.called_at, m.metric_id) = (e.bank_id, e.called_at, e.metric_id)`,
    values: [deletionLock, keptDays, portion],
  })
  return rowCount ?? 0
}
