/** A Redis for a test, where the machine has one. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'

export const hasRedis = spawnSync('redis-server', ['--version']).error === undefined

export interface RedisServer {
  url: string
  /** keeps its connections and answers nothing, until it goes on */
  hang(): void
  goOn(): void
  stop(): Promise<void>
}

/** Starts one that listens on a socket of its own. */
export async function startRedis(): Promise<RedisServer> {
  const directory = await mkdtemp(join(tmpdir(), 'fichero-redis-'))
  const socket = join(directory, 'socket')
  const server = spawn('redis-server', ['--port', '0', '--unixsocket', socket, '--save', '', '--dir', directory], {
    stdio: 'ignore',
  })
  const probe = new Redis(socket, { retryStrategy: () => 10 })
  // until it listens, every attempt fails
  probe.on('error', () => {})
  await probe.ping()
  probe.disconnect()
  return {
    url: socket,
    hang: () => void server.kill('SIGSTOP'),
    goOn: () => void server.kill('SIGCONT'),
    async stop() {
      if (server.exitCode === null && server.signalCode === null) {
        server.kill('SIGKILL')
        await once(server, 'exit')
      }
      await rm(directory, { recursive: true, force: true })
    },
  }
}
