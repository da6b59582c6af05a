/**
 * One connection to PostgreSQL in pipeline mode: a statement is sent without waiting for the answers to those before it,
 * and one process of PostgreSQL answers them in that order. Each statement is a transaction of its own, so that one that
 * fails fails alone. For short reads: one that takes long holds up those behind it.
 */
import type { Duplex } from 'node:stream'
import pg from 'pg'

export interface PipelinedConnection {
  /** @throws pg.DatabaseError where PostgreSQL refuses the statement, Error where the connection breaks before the answer */
  query(statement: pg.QueryConfig): Promise<pg.QueryResult>
  /** waits for the answers that are due and closes */
  close(): Promise<void>
}

/** A connection, being made or made. */
interface Line {
  readonly client: pg.Client
  /**
   * When each statement was asked whose answer is due: they are answered in that order. One that the client refuses before it is
   * sent takes the oldest's time with it, so that the next one's counts.
   */
  readonly asked: number[]
}

/**
 * Connects at the first statement, and anew at the next one after the connection broke. It is broken off where an answer takes
 * longer than `query_timeout`, or up to a twentieth more; how long the connecting may take is `connectionTimeoutMillis`.
 */
export function pipelinedConnection(
  { query_timeout: patience, ...config }: pg.ClientConfig,
  onError: (error: Error) => void,
): PipelinedConnection {
  let open: Line | undefined
  let isClosed = false

  const forget = (client: pg.Client) => {
    if (open?.client === client) open = undefined
  }

  function connect(): Line {
    const client = new pg.Client({ ...config, pipeline: true })
    const asked: number[] = []
    // of a connection that breaks pg tells twice: why, and that it has ended
    client.once('error', onError)
    client.on('error', () => forget(client))
    client.on('end', () => forget(client))
    client.connect().then(
      () => patience && breakOffLate(client, asked, patience),
      // the statements that wait for the connection are refused with it
      () => forget(client),
    )
    return { client, asked }
  }

  return {
    async query(statement) {
      if (isClosed) throw new Error('Connection ended')
      open ??= connect()
      const { client, asked } = open
      together(client.connection.stream)
      asked.push(performance.now())
      try {
        return await answerTo(client, statement)
      } catch (error) {
        // PostgreSQL ends the connection with it, and says so a little before the connection ends
        if (error instanceof pg.DatabaseError && error.severity === 'FATAL') forget(client)
        throw error
      } finally {
        asked.shift()
      }
    },
    async close() {
      isClosed = true
      await open?.client.end()
    },
  }
}

/** Watches over all statements of a connection that has just been made, with one timer. */
function breakOffLate(client: pg.Client, asked: number[], patience: number) {
  asked.fill(performance.now())
  const timer = setInterval(
    () => {
      if (asked.length > 0 && performance.now() - asked[0]! > patience)
        client.connection.stream.destroy(new Error('Query read timeout'))
    },
    Math.max(10, patience / 20),
  ).unref()
  client.once('end', () => clearInterval(timer))
}

/**
 * With a callback: the client's own promise, and its own timer for each statement, are closures in its `query` (pg 8.23) by which
 * V8 keeps the statement, its rows and who waits for them until it collects its old objects. A test holds that nothing is kept.
 */
const answerTo = (client: pg.Client, statement: pg.QueryConfig) =>
  new Promise<pg.QueryResult>((resolve, reject) => {
    client.query(statement, (error, result) => (error ? reject(error) : resolve(result)))
  })

/** What is written now and by what runs right after this leaves in one write: PostgreSQL is woken once, not for each statement. */
function together(stream: Duplex) {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}
