/**
 * Gathered look-ups: reads of one kind that are asked for in one turn of the event loop become one prepared query.
 * Nothing is kept after the answer, so every answer is as fresh as the database.
 */
import { channel } from 'node:diagnostics_channel'
import type { PipelinedConnection } from './pipelined-connection.ts'
import { isDatabaseUnavailable } from './pool.ts'

export interface GatherOptions<Key, Row> {
  lookups: Pick<PipelinedConnection, 'query'>
  /** names the prepared statement; unique in the process */
  name: string
  /**
   * The query. `$1`, `$2` … are arrays, one for each part of the key, as long as the batch; every row answers with the
   * 1-based place of its key as `place`: `from unnest($1::text[]) with ordinality as asked(bank_id, place) join …`
   */
  text: string
  /** the parts of a key, in the order of `$1`, `$2` … */
  parts: (key: Key) => readonly unknown[]
  /** where many callers ask for the same thing: keys with the same text share one place in the query, and one answer */
  same?: (key: Key) => string
  /** keys that are asked for before the turn ends, if so many wait: PostgreSQL works on them while the turn goes on */
  enough?: number
  /** most keys in one query */
  most?: number
  /** most queries of this kind under way at once; keys that come meanwhile wait together */
  abreast?: number
  /** what becomes of a row before it reaches the caller */
  shape: (row: never) => Row
}

/** What is published of every query: the name of its look-up, and how many keys it answers. */
export interface Gathered {
  name: string
  size: number
}

/** Tells whoever listens about each {@link Gathered} query of the process. */
export const gathered = channel('fichero.gathered')

interface Asked<Key, Answer> {
  key: Key
  resolve: (answer: Answer) => void
  reject: (error: unknown) => void
  answer: Promise<Answer>
}

/**
 * Makes a look-up of one kind. The returned function gives the rows of one key, in the order of the query.
 * An error reaches only the callers whose key causes it: a batch that PostgreSQL refuses is asked again in halves.
 * While the database is away every caller of the batch gets that error at once.
 */
export const gather = <Key, Row>(options: GatherOptions<Key, Row>): ((key: Key) => Promise<Row[]>) =>
  gatherAs(options, (rows) => rows)

/** As {@link gather}, for a kind of key that has one row or none: gives the row or null. */
export const gatherOne = <Key, Row>(options: GatherOptions<Key, Row>): ((key: Key) => Promise<Row | null>) =>
  gatherAs(options, (rows) => rows[0] ?? null)

/** As {@link gather}, for a look-up whose callers are told something else: gives what `answerOf` makes of the rows. */
export function gatherAs<Key, Row, Answer>(
  options: GatherOptions<Key, Row>,
  answerOf: (rows: Row[]) => Answer,
): (key: Key) => Promise<Answer> {
  const { lookups, name, text, parts, same, enough = 32, most = 256, abreast = 4, shape } = options
  let waiting: Asked<Key, Answer>[] = []
  const shared = new Map<string, Asked<Key, Answer>>()
  let underWay = 0
  let scheduled = false

  function schedule() {
    if (underWay >= abreast || waiting.length === 0) return
    if (waiting.length >= enough) return dispatch()
    if (scheduled) return
    scheduled = true
    atEndOfTurn(() => {
      scheduled = false
      dispatch()
    })
  }

  function dispatch() {
    while (underWay < abreast && waiting.length > 0) {
      const batch = waiting.length > most ? waiting.splice(0, most) : waiting
      if (batch === waiting) waiting = []
      if (same) for (const { key } of batch) shared.delete(same(key))
      underWay++
      settle(batch).finally(() => {
        underWay--
        schedule()
      })
    }
  }

  async function ask(batch: Asked<Key, Answer>[]): Promise<Row[][]> {
    const columns: unknown[][] = []
    for (const [place, { key }] of batch.entries()) {
      const values = parts(key)
      for (let part = 0; part < values.length; part++) {
        if (place === 0) columns.push(new Array(batch.length))
        columns[part]![place] = values[part]
      }
    }
    if (gathered.hasSubscribers) gathered.publish({ name, size: batch.length } satisfies Gathered)
    const { rows } = await lookups.query({ name, text, values: columns })
    const answers: Row[][] = batch.map(() => [])
    for (const row of rows) answers[row.place - 1]!.push(shape(row as never))
    return answers
  }

  async function settle(batch: Asked<Key, Answer>[]): Promise<void> {
    try {
      const answers = await ask(batch)
      for (const [place, caller] of batch.entries()) caller.resolve(answerOf(answers[place]!))
    } catch (error) {
      if (batch.length === 1 || isDatabaseUnavailable(error)) {
        for (const caller of batch) caller.reject(error)
        return
      }
      const half = batch.length >> 1
      await settle(batch.slice(0, half))
      await settle(batch.slice(half))
    }
  }

  return (key) => {
    const asking = same && shared.get(same(key))
    if (asking) return asking.answer
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const asked = { key, resolve, reject, answer: promise }
    waiting.push(asked)
    if (same) shared.set(same(key), asked)
    schedule()
    return promise
  }
}

let atEnd: (() => void)[] = []

/** All kinds of a turn are sent one after the other, so that they leave together. */
function atEndOfTurn(dispatch: () => void) {
  if (atEnd.length === 0)
    setImmediate(() => {
      const all = atEnd
      atEnd = []
      for (const each of all) each()
    })
  atEnd.push(dispatch)
}
