import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
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
