import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { answerBrokenRequest } from './broken-request.ts'

test.each([
  ['HPE_INVALID_METHOD', 'HTTP/1.1 400 Bad Request', { code: 400, message: 'OBP-10404: Bad Request.' }],
  [
    'HPE_HEADER_OVERFLOW',
    'HTTP/1.1 431 Request Header Fields Too Large',
    { code: 431, message: 'OBP-10404: Request Header Fields Too Large.' },
  ],
  [
    'ERR_HTTP_REQUEST_TIMEOUT',
    'HTTP/1.1 408 Request Timeout',
    { code: 408, message: expect.stringMatching(/^OBP-01000: Request Timeout\./) },
  ],
])('%s is answered %s', async (code, line, body) => {
  const socket = new PassThrough()
  answerBrokenRequest({ code }, socket)
  const [head = '', sent = ''] = (await text(socket)).split('\r\n\r\n')
  expect(head.split('\r\n')[0]).toBe(line)
  expect(head).toContain(`Content-Length: ${Buffer.byteLength(sent)}`)
  expect(JSON.parse(sent)).toEqual(body)
})

test('a client that is gone is sent nothing', async () => {
  const socket = new PassThrough()
  socket.end()
  answerBrokenRequest({ code: 'ECONNRESET' }, socket)
  expect(await text(socket)).toBe('')
})

describe('the connection', () => {
  /** A server that answers as ours does, and a client that sends the bytes and never closes its side. */
  async function sendTo(bytes: string): Promise<{ server: Server; here: Socket; there: Socket }> {
    const server = createServer().on('clientError', answerBrokenRequest).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const connected = once(server, 'connection')
    const here = connect({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', allowHalfOpen: true })
    here.on('error', () => {})
    here.write(bytes)
    const [there] = await connected
    return { server, here, there }
  }
  const openAt = (server: Server) => promisify(server.getConnections.bind(server))()

  test.each([
    ['whose first bytes are no HTTP', 'nonsense\r\n\r\n'],
    ['that sends more and more of it', `nonsense\r\n${'x'.repeat(1_000_000)}`],
    ['whose second request is no HTTP', 'GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\nnonsense\r\n\r\n'],
  ])('of a client %s, and that never closes its side, is closed', async (_what, bytes) => {
    const { server, here, there } = await sendTo(bytes)
    if (!there.closed) await once(there, 'close')
    expect(await openAt(server)).toBe(0)
    here.destroy()
    server.close()
  })

  test('is closed at once where the client closes its side, and the whole answer has arrived', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const { server, here, there } = await sendTo('nonsense\r\n\r\n')
    const closed = once(there, 'close')
    expect(await text(here)).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n.*\{"code":400,[^}]*\}$/s)
    // the time that a client has to close its side never comes to its end here
    here.end()
    await closed
    expect(await openAt(server)).toBe(0)
    server.close()
  })

  afterEach(() => vi.useRealTimers())
})
