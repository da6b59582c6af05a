/** Load on a server, from a process of its own: wrk where it is on the PATH, else autocannon. */
import { execFile, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

export interface Load {
  /** of the server, without a path */
  url: string
  /** a file with a request a line: path, login header and key, parted by tabs; login and key may be empty */
  feed: string
  /** `random`: any line, again and again; `once`: each line once, in order */
  order: 'random' | 'once'
  /** a file with the body of a POST, in which KEY stands for the line's key; without one it is a GET */
  body?: string
  connections: number
  seconds: number
}

export interface Measured {
  requests: number
  perSecond: number
  /** milliseconds */
  p99: number
}

/** One request in the words of {@link Load.feed}. */
export const feedLine = (path: string, login = '', key = ''): string => `${path}\t${login}\t${key}\n`

/** The login header of a DirectLogin token. */
export const byDirectLogin = (token: string): string => `DirectLogin: token=${token}`

const beside = (name: string) => fileURLToPath(new URL(name, import.meta.url))

export const generator: 'wrk' | 'autocannon' = spawnSync('wrk', ['--version']).error ? 'autocannon' : 'wrk'

/** @throws when a single request was not a success */
export async function load(asked: Load): Promise<Measured> {
  const [command, args] = generator === 'wrk' ? wrk(asked) : autocannon(asked)
  const { stdout } = await promisify(execFile)(command, args)
  const text = /^result (.*)$/m.exec(stdout)?.[1]
  if (!text) throw new Error(`${generator} gave no result: ${stdout}`)
  const { requests, seconds, p99, failed } = JSON.parse(text)
  if (failed > 0 || requests === 0) throw new Error(`${failed} of ${requests} requests to ${asked.url} failed.`)
  return { requests, perSecond: requests / seconds, p99 }
}

const wrk = ({ url, feed, order, body, connections, seconds }: Load): [string, string[]] => [
  'wrk',
  [
    ...['-t', '1', '-c', `${connections}`, '-d', `${seconds}s`, '-s', beside('load.lua'), url],
    ...['--', feed, order, ...(body === undefined ? [] : [body])],
  ],
]

const autocannon = (asked: Load): [string, string[]] => [
  process.execPath,
  [beside('load-autocannon.ts'), JSON.stringify(asked)],
]
