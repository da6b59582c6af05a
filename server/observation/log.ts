/** The log: one JSON line an event, without personal data and without secrets. */
import pg from 'pg'
import pino, { type Logger } from 'pino'
import { isoTime } from './iso-time.ts'

/** A call that has been answered. None of its values needs an escape in JSON. */
export interface AnsweredCall {
  correlationId: string
  verb: string
  operationId: string | undefined
  status: number
  milliseconds: number
}

export interface Log extends Logger {
  /** The line of a call, at level `info`: put together here, because by pino's way it takes a twentieth of the call's time. */
  answered(call: AnsweredCall): void
}

/** Lines go to standard output; `silent` writes none. */
export function openLog(level: string): Log {
  // one write for many lines, at most a quarter of a second late; a thread for each would cost more than the write
  const destination = pino.destination({ sync: true, minLength: 8192, periodicFlush: 250 })
  // it writes at once, as all here; `flushSync` would try for ever where nobody reads any more
  if (level !== 'silent') process.once('exit', () => destination.flush())
  const log = pino(
    {
      level,
      base: null,
      timestamp: time,
      serializers: { err: describe },
      formatters: { level: (level) => ({ level }) },
    },
    destination,
  )
  const isWritten = log.isLevelEnabled('info')
  return Object.assign(log, {
    answered({ correlationId, verb, operationId, status, milliseconds }: AnsweredCall) {
      if (!isWritten) return
      const operation = operationId === undefined ? '' : `"operation_id":"${operationId}",`
      destination.write(
        `{"level":"info"${time()},"correlation_id":"${correlationId}","verb":"${verb}",${operation}"status":${status},"milliseconds":${milliseconds.toFixed(1)},"msg":"answered"}\n`,
      )
    },
  })
}

/** The member `time` of a line, as `pino.stdTimeFunctions.isoTime` writes it. */
const time = () => `,"time":"${isoTime(Date.now())}"`

/** What the log says of an error: a database error's own words may repeat values of a row, so only its names are kept. */
export function describe(error: unknown): unknown {
  if (error instanceof pg.DatabaseError) {
    const { code, severity, schema, table, column, constraint, routine } = error
    return { type: 'DatabaseError', code, severity, schema, table, column, constraint, routine }
  }
  if (!(error instanceof Error)) return { type: typeof error }
  // not what hangs on it: pg hangs the whole connection on its errors
  const { name, message, stack, code } = error as Error & { code?: string }
  // JSON.parse repeats what it could not read, which may be somebody's data
  if (error instanceof SyntaxError) {
    const first = `${name}: ${message}`
    return { type: name, code, stack: stack?.startsWith(first) ? name + stack.slice(first.length) : undefined }
  }
  return { type: name, message, code, stack }
}
