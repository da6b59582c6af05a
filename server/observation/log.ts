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

/** Lines go to standard output, at most a quarter of a second late; `silent` writes none. */
export function openLog(level: string): Log {
  const destination = inOneWrite(pino.destination({ sync: true }))
  if (level !== 'silent') {
    setInterval(destination.flushSync, 250).unref()
    process.once('exit', destination.flushSync)
  }
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

/**
 * One write for many lines; a thread for each would cost more than the write. The destination could do it, but it measures
 * all that waits at every line (sonic-boom 4.2), which costs more than the line.
 */
function inOneWrite(destination: pino.DestinationStream) {
  let waiting = ''
  // not the destination's own, which would try for ever where nobody reads any more
  const flushSync = () => {
    const lines = waiting
    waiting = ''
    if (lines !== '') destination.write(lines)
  }
  return {
    write(line: string) {
      waiting += line
      if (waiting.length >= 8192) flushSync()
    },
    /** also for pino, which calls it after a `fatal` line */
    flushSync,
  }
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
