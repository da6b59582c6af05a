/** A Fichero in a process of its own, as a user starts it, for tests that kill it or take its database away. */
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

export interface FicheroProcess {
  url: string
  child: ChildProcess
  /** where its inspector listens, if NODE_OPTIONS asks for one */
  inspector: string | undefined
  /** ends it with a signal; gives its exit code (null where the signal ended it) and what it printed */
  end(signal: NodeJS.Signals): Promise<{ code: number | null; output: string }>
}

const script = join(import.meta.dirname, '../../script/server')

/** Starts `script/server` on a free port and waits until it says where it answers. */
export async function startProcess(environment: Record<string, string>): Promise<FicheroProcess> {
  const { child, ended, output } = spawnServer(environment)
  const url = await Promise.race([
    new Promise<string>((resolve) => {
      child.stdout!.on('data', () => {
        const found = /^Fichero answers at (\S+)$/m.exec(output())
        if (found) resolve(found[1]!)
      })
    }),
    ended.then(() => Promise.reject(new Error(`the server ended: ${output()}`))),
  ])
  return {
    url,
    child,
    inspector: /ws:\/\/\S+/.exec(output())?.[0],
    async end(signal) {
      child.kill(signal)
      return { code: await ended, output: output() }
    },
  }
}

/** Runs `script/server` until it ends by itself. */
export async function runToEnd(environment: Record<string, string>): Promise<{ code: number | null; output: string }> {
  const { ended, output } = spawnServer(environment)
  return { code: await ended, output: output() }
}

function spawnServer(environment: Record<string, string>) {
  const child = spawn(script, {
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      PORT: '0',
      LOG_LEVEL: 'error',
      DEMO_DATA: 'false',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let text = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part
    })
  // 'close' comes after the last of the output
  const ended = once(child, 'close').then(([code]) => code as number | null)
  return { child, ended, output: () => text }
}

/** A data directory, and how to clear it with everything that still runs on it. */
export async function newDataDirectory(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'fichero-process-'))
  return {
    path,
    async remove() {
      const postmaster = await postmasterOf(path)
      if (postmaster) process.kill(postmaster, 'SIGQUIT')
      await rm(path, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 })
    },
  }
}

/** The process number of the PostgreSQL that runs on a data directory; undefined where none does. */
export async function postmasterOf(dataDirectory: string): Promise<number | undefined> {
  const [line] = (await readFile(join(dataDirectory, 'postgresql/postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  const id = Number(line)
  try {
    return id > 0 && process.kill(id, 0) ? id : undefined
  } catch {
    return undefined
  }
}

/** Connects to the embedded PostgreSQL of a data directory as its server does. */
export async function connectTo(dataDirectory: string): Promise<pg.Client> {
  const client = new pg.Client({
    host: join(dataDirectory, 'socket'),
    user: 'fichero',
    database: 'fichero',
    password: await readFile(join(dataDirectory, 'postgresql.password'), 'utf8'),
  })
  client.on('error', () => {})
  await client.connect()
  return client
}
