/** Answers what never becomes a request, in the envelope of every other error. */
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { BadRequest, documentedText, type ErrorEntry, envelope, HeaderTooLarge, RequestTimeout } from './errors.ts'

const entries: Record<string, ErrorEntry> = {
  HPE_HEADER_OVERFLOW: HeaderTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: RequestTimeout,
}

/** For Node's `clientError`: bytes that are not HTTP (400), too large a head (431), one that never ends (408). */
export function answerBrokenRequest({ code = '' }: { code?: string }, socket: Duplex): void {
  if (!socket.writable) return
  const entry = entries[code] ?? BadRequest
  const body = envelope(entry.status, documentedText(entry))
  const head = [
    `HTTP/1.1 ${entry.status} ${STATUS_CODES[entry.status]}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Access-Control-Allow-Origin: *',
    `Correlation-Id: ${randomUUID()}`,
    'Connection: close',
  ]
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`)
}
