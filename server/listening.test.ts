import { expect, test } from 'vitest'
import { listenErrorOf } from './listening.ts'

const where = { host: '192.0.2.1', port: 8080, prometheusPort: 9464 }
const failure = (code: string, syscall: string, port?: number) =>
  listenErrorOf(Object.assign(new Error(code), { code, syscall, port }), where)?.message

test.each([
  ['EADDRINUSE', 8080, 'Port 8080 is in use: set PORT to another one.'],
  ['EADDRINUSE', 9464, 'Port 9464 is in use: set PROMETHEUS_PORT to another one.'],
  ['EACCES', 8080, 'Port 8080 may not be listened on: set PORT to another one.'],
  ['EADDRNOTAVAIL', 8080, 'HOST 192.0.2.1 is no address of this machine.'],
])('%s at port %i names the setting', (code, port, sentence) => {
  expect(failure(code, 'listen', port)).toBe(sentence)
})

test.each(['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL'])(
  '%s of a database that is connected to is another error',
  (code) => {
    expect(failure(code, 'connect', 5432)).toBeUndefined()
  },
)
