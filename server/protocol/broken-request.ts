/** Answers what never becomes a request, in the envelope of every other error. */
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import { BadRequest, documentedText, type ErrorEntry, envelope, HeaderTooLarge, RequestTimeout } from './errors.ts'

const entries: Record<string, ErrorEntry> = {
  HPE_HEADER_OVERFLOW: HeaderTooLarge,
  ERR_HTTP_REQUEST_TIMEOUT: RequestTimeout,
}

const answered = new WeakSet<Duplex>()

/** How long a client may take to read its answer and to close its side. In milliseconds. */
const patience = 1_000

/**
 * For Node's `clientError`: bytes that are not HTTP (400), too large a head (431), one that never ends (408). The socket
 * is closed whatever the client does.
 */
export function answerBrokenRequest({ code = '' }: { code?: string }, socket: Duplex): void {
  // every further part of what was refused comes here again
  if (answered.has(socket)) return
  answered.add(socket)
  closeSoon(socket)
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

/**
 * To destroy it at once would take the answer away from a client that is still sending (RFC 9112 9.6), and to wait for the
 * client's end alone would let it keep the connection for ever.
 */
function closeSoon(socket: Duplex) {
  const timer = setTimeout(() => socket.destroy(), patience)
  socket.once('close', () => clearTimeout(timer))
}
