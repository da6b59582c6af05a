/** Whether the server can listen where the settings say. */
import { createServer, type Server } from 'node:net'
import { StartError } from './database.ts'
import type { Settings } from './settings.ts'

type Where = Pick<Settings, 'host' | 'port' | 'prometheusPort'>

/**
 * Listens for a moment, so that a wrong HOST or a taken port is known before anything is made.
 * @throws StartError that names the setting
 */
export async function assertCanListen(settings: Where): Promise<void> {
  const { host, port, prometheusPort } = settings
  const listening: Server[] = []
  try {
    listening.push(await listen(port, host))
    if (prometheusPort !== undefined) listening.push(await listen(prometheusPort, '127.0.0.1'))
  } catch (error) {
    throw listenErrorOf(error, settings) ?? error
  } finally {
    await Promise.all(listening.map((server) => new Promise((closed) => server.close(closed))))
  }
}

function listen(port: number, host: string): Promise<Server> {
  // who connects already is none of ours to keep
  const server = createServer((socket) => socket.destroy())
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => resolve(server))
  })
}

/** What a failure to listen is to the operator; undefined where the error is another one. */
export function listenErrorOf(error: unknown, { host, port, prometheusPort }: Where): StartError | undefined {
  const {
    code,
    port: refused,
    syscall,
    hostname,
  } = error as NodeJS.ErrnoException & { port?: number; hostname?: string }
  const [name, number] = refused === prometheusPort ? ['PROMETHEUS_PORT', prometheusPort] : ['PORT', port]
  // the database may be at such an address, too
  const isOurs = syscall === 'listen'
  if (code === 'EADDRINUSE' && isOurs) return new StartError(`Port ${number} is in use: set ${name} to another one.`)
  if (code === 'EACCES' && isOurs)
    return new StartError(`Port ${number} may not be listened on: set ${name} to another one.`)
  const isHostUnknown = (code === 'ENOTFOUND' || code === 'EAI_AGAIN') && hostname === host
  if (isHostUnknown || (code === 'EADDRNOTAVAIL' && isOurs))
    return new StartError(`HOST ${host} is no address of this machine.`)
  return undefined
}
