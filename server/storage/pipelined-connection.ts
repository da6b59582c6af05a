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

/** Connects at the first statement, and anew at the next one after the connection broke. */
export function pipelinedConnection(config: pg.ClientConfig, onError: (error: Error) => void): PipelinedConnection {
  let open: pg.Client | undefined
  let isClosed = false

  const forget = (client: pg.Client) => {
    if (open === client) open = undefined
  }

  function connect(): pg.Client {
    const client = new pg.Client({ ...config, pipeline: true })
    client.on('error', (error) => {
      forget(client)
      onError(error)
    })
    client.on('end', () => forget(client))
    // the statements that wait for the connection are refused with it
    client.connect().catch(() => forget(client))
    return client
  }

  return {
    async query(statement) {
      if (isClosed) throw new Error('Connection ended')
      open ??= connect()
      const client = open
      together(client.connection.stream)
      try {
        return await client.query(statement)
      } catch (error) {
        // PostgreSQL ends the connection with it, and says so a little before the connection ends
        if (error instanceof pg.DatabaseError && error.severity === 'FATAL') forget(client)
        throw error
      }
    },
    async close() {
      isClosed = true
      await open?.end()
    },
  }
}

/** What is written now and by what runs right after this leaves in one write: PostgreSQL is woken once, not for each statement. */
function together(stream: Duplex) {
  if (stream.writableCorked > 0) return
  stream.cork()
  process.nextTick(() => stream.uncork())
}
