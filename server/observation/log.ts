/** The log: one JSON line an event, without personal data and without secrets. */
import pg from 'pg'
import pino, { type Logger } from 'pino'

export type Log = Logger

/** Lines go to standard output; `silent` writes none. */
export function openLog(level: string): Log {
  // one write for many lines, at most a quarter of a second late; a thread for each would cost more than the write
  const destination = pino.destination({ sync: true, minLength: 8192, periodicFlush: 250 })
  if (level !== 'silent') process.once('exit', () => destination.flushSync())
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      serializers: { err: describe },
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  )
}

/** What the log says of an error: a database error's own words may repeat values of a row, so only its names are kept. */
export function describe(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const { code, severity, schema, table, column, constraint, routine } = error
    return { type: 'DatabaseError', code, severity, schema, table, column, constraint, routine }
  }
  if (!(error instanceof Error)) return { type: typeof error }
  // not what hangs on it: pg hangs the whole connection on its errors
  const { name, message, stack, code } = error as Error & { code?: string }
  // JSON.parse repeats what it could not read
  if (error instanceof SyntaxError) return { type: name, code, stack: stack?.replace(/^[\s\S]*?(?=\n {4}at )/, name) }
  return { type: name, message, code, stack }
}
