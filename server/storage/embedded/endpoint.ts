import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'

/** Where PostgreSQL listens, in the words of `pg`: a directory of Unix sockets, or an address. */
export interface Endpoint {
  readonly host: string
  readonly port: number
}

/**
 * A Unix socket in the directory given, or a free port of the loopback interface where the system does not allow a path that long
 * (`sun_path` has 108 bytes on Linux and 104 on macOS, one of them for the end).
 */
export async function chooseEndpoint(socketDirectory: string): Promise<Endpoint> {
  const port = 5432
  const longest = process.platform === 'linux' ? 107 : 103
  if (Buffer.byteLength(join(socketDirectory, `.s.PGSQL.${port}`)) <= longest) return { host: socketDirectory, port }
  return { host: '127.0.0.1', port: await freePort('127.0.0.1') }
}

async function freePort(host: string): Promise<number> {
  const server = createServer().listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
