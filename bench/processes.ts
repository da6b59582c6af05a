/** The server under test and the reference, each a process of its own, started as a user would start them. */
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { get } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'

export interface Running {
  url: string
  processId: number
  /** milliseconds from the start of the process to the first answer that says it is ready */
  readyAfter: number
  stop(): Promise<void>
}

type Environment = Record<string, string>

/** Of every server of a run. */
export const encryptionKey: Buffer = randomBytes(32)

// a production server does not start without a way in
const wayIn: Environment = {
  ADMIN_USERNAME: 'bench',
  ADMIN_PASSWORD: randomBytes(16).toString('hex'),
  ADMIN_CONSUMER_KEY: 'bench-administration',
  KEY_ENCRYPTION_KEY: encryptionKey.toString('base64'),
}

/** Fichero in production, as a user starts it, with its default settings besides; its log goes to /dev/null. */
export const startFichero = (database: Environment): Promise<Running> =>
  start([pathOf('../script/server')], { NODE_ENV: 'production', ...wayIn, ...database }, '/health/ready')

export const startReference = (databaseUrl: string): Promise<Running> =>
  start([process.execPath, pathOf('./reference-server.ts')], { DATABASE_URL: databaseUrl }, '/ready')

const pathOf = (file: string) => fileURLToPath(new URL(file, import.meta.url))

async function start(
  [program, ...words]: [string, ...string[]],
  environment: Environment,
  readyPath: string,
): Promise<Running> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const begun = performance.now()
  const child = spawn(program, words, {
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: `${port}`, ...environment },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const complaints = text(child.stderr!)
  while (!(await answers(url + readyPath))) {
    if (child.exitCode !== null) throw new Error(`${[program, ...words].join(' ')} did not start: ${await complaints}`)
    await delay(5)
  }
  const readyAfter = performance.now() - begun
  return { url, processId: child.pid!, readyAfter, stop: () => stop(child) }
}

async function stop(child: ChildProcess) {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}

const answers = (url: string): Promise<boolean> =>
  new Promise((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume()
      resolve(response.statusCode === 200)
    }).on('error', () => resolve(false))
  })

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}
