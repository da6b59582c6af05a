/** The process as an operator meets it: starting, refusing to start, stopping. */
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { connectTo, type FicheroProcess, newDataDirectory, runToEnd, startProcess } from './testing/process.ts'

let directory: Awaited<ReturnType<typeof newDataDirectory>>
let running: FicheroProcess[] = []
const start = async (environment: Record<string, string> = {}) => {
  const fichero = await startProcess({ DATA_DIR: directory.path, ...environment })
  running.push(fichero)
  return fichero
}

beforeEach(async () => {
  directory = await newDataDirectory()
})
afterEach(async () => {
  await Promise.all(running.map((fichero) => fichero.end('SIGTERM')))
  running = []
  await directory.remove()
})

test('live and ready as soon as it says where it answers; SIGTERM ends it with 0', async () => {
  const fichero = await start()
  expect(await (await fetch(`${fichero.url}/health/live`)).json()).toEqual({ status: 'live' })
  expect(await (await fetch(`${fichero.url}/health/ready`)).json()).toEqual({ status: 'ready' })
  expect(await fichero.end('SIGTERM')).toEqual({ code: 0, output: `Fichero answers at ${fichero.url}\n` })
})

test('SIGTERM finishes the call that runs and keeps what it wrote', async () => {
  const fichero = await start()
  const client = await connectTo(directory.path)
  await client.query('begin')
  // the bank list waits for this lock, so the call is under way when the signal comes
  await client.query('lock table bank in access exclusive mode')
  const call = fetch(`${fichero.url}/obp/v4.0.0/banks`)
  const waiting = async () => (await client.query(`select 1 from pg_locks where not granted`)).rowCount
  while (!(await waiting()));
  const ended = fichero.end('SIGTERM')
  await client.query('commit')
  await client.end()
  expect((await call).status).toBe(200)
  expect((await ended).code).toBe(0)
})

test('a second server on one data directory stops with one sentence, and the first goes on', async () => {
  const first = await start()
  const second = await runToEnd({ DATA_DIR: directory.path })
  expect(second.code).toBe(1)
  expect(second.output).toBe(
    `Another Fichero server (process ${first.child.pid}) is using the data directory ${directory.path}: stop it first, or set DATA_DIR to another directory.\n`,
  )
  expect((await fetch(`${first.url}/health/ready`)).status).toBe(200)
})

test('a killed server does not stand in the way of the next one', async () => {
  const killed = await start()
  await killed.end('SIGKILL')
  const next = await start()
  expect((await fetch(`${next.url}/health/ready`)).status).toBe(200)
})

test('two nodes that start at once on one new database both come up', async () => {
  const first = await start()
  const client = await connectTo(directory.path)
  await client.query('drop schema public cascade')
  await client.query('create schema public')
  const { user, password, database } = client
  await client.end()
  const url = `postgres://${user}:${password}@localhost/${database}?host=${encodeURIComponent(`${directory.path}/socket`)}`
  const admin = { ADMIN_USERNAME: 'administrator', ADMIN_PASSWORD: 'Correct-horse-1', ADMIN_CONSUMER_KEY: 'k' }
  const nodes = await Promise.all([start({ DATABASE_URL: url, ...admin }), start({ DATABASE_URL: url, ...admin })])
  for (const node of nodes) expect((await fetch(`${node.url}/health/ready`)).status).toBe(200)
  await Promise.all(nodes.map((node) => node.end('SIGTERM')))
  const after = await connectTo(directory.path)
  expect((await after.query('select count(*)::int as users from app_user')).rows).toEqual([{ users: 1 }])
  const { rows: consumers } = await after.query('select consumer_key from consumer order by consumer_key')
  expect(consumers.map(({ consumer_key }) => consumer_key)).toEqual(['fichero-explorer', 'k'])
  await after.end()
  expect((await first.end('SIGTERM')).code).toBe(0)
})

test('the administrator of the settings can log in, and a new password replaces the old one and its tokens', async () => {
  const admin = { ADMIN_USERNAME: 'administrator', ADMIN_PASSWORD: 'Correct-horse-1', ADMIN_CONSUMER_KEY: 'admin-key' }
  const first = await start(admin)
  const old = await logIn(first.url, admin)
  expect(old.status).toBe(201)
  await first.end('SIGTERM')

  const second = await start({ ...admin, ADMIN_PASSWORD: 'Correct-horse-2' })
  expect((await logIn(second.url, admin)).status).toBe(401)
  expect((await logIn(second.url, { ...admin, ADMIN_PASSWORD: 'Correct-horse-2' })).status).toBe(201)
  const { token } = (await old.json()) as { token: string }
  const call = await fetch(`${second.url}/obp/v4.0.0/banks`, { headers: { DirectLogin: `token=${token}` } })
  expect(call.status).toBe(401)
})

const logIn = (url: string, { ADMIN_USERNAME, ADMIN_PASSWORD, ADMIN_CONSUMER_KEY }: Record<string, string>) =>
  fetch(`${url}/my/logins/direct`, {
    method: 'POST',
    headers: {
      DirectLogin: `username=${ADMIN_USERNAME},password=${ADMIN_PASSWORD},consumer_key=${ADMIN_CONSUMER_KEY}`,
    },
  })

let occupied: Server
beforeAll(async () => {
  occupied = createServer().listen(0, '127.0.0.1')
  await once(occupied, 'listening')
})
afterAll(() => occupied.close())

test('what stands in the way of a start is one sentence, and nothing is made', async () => {
  const { port } = occupied.address() as AddressInfo
  const refusals: [Record<string, string>, string][] = [
    [{ PORT: 'eighty' }, 'PORT must be a whole number from 0 to 65535.'],
    [{ PORT: String(port) }, `Port ${port} is in use: set PORT to another one.`],
    [{ PROMETHEUS_PORT: String(port) }, `Port ${port} is in use: set PROMETHEUS_PORT to another one.`],
    [
      { NODE_ENV: 'production' },
      'ADMIN_USERNAME, ADMIN_PASSWORD, ADMIN_CONSUMER_KEY must be set: a production server does not start without a way in.',
    ],
    [{ HOST: '192.0.2.1' }, 'HOST 192.0.2.1 is no address of this machine.'],
  ]
  for (const [environment, sentence] of refusals)
    expect(await runToEnd({ DATA_DIR: directory.path, ...environment })).toEqual({ code: 1, output: `${sentence}\n` })
  expect(await readdir(directory.path)).toEqual([])
})
