import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { awaitDatabase } from './await-database.ts'
import { isDatabaseUnavailable } from './pool.ts'

const postgres = { ...inject('postgres'), database: 'postgres' }
let sockets: Socket[]
let server: Server
let waits: string[]
beforeEach(async () => {
  sockets = []
  waits = []
  server = createServer((socket) => sockets.push(socket.on('error', () => {}))).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  server.close()
})
const there = () => ({ host: '127.0.0.1', port: (server.address() as AddressInfo).port, user: 'x', database: 'x' })
const onWait = (reason: string) => {
  waits.push(reason)
}

test('a database that answers is not waited for', async () => {
  await awaitDatabase(postgres, { most: 5000, perTry: 5000 }, onWait)
  expect(waits).toEqual([])
})

test('one that takes connections and says nothing is given up at the deadline, whatever a try may take', async () => {
  const error = await awaitDatabase(there(), { most: 300, perTry: 600_000 }, onWait).catch((error) => error)
  expect(isDatabaseUnavailable(error)).toBe(true)
})

test('one that refuses again and again: the wait is told once, and the deadline ends it', async () => {
  server.on('connection', (socket) => socket.destroy())
  const error = await awaitDatabase(there(), { most: 300, perTry: 100, pause: 10 }, onWait).catch((error) => error)
  expect(isDatabaseUnavailable(error)).toBe(true)
  expect(waits).toEqual(['it does not answer'])
  expect(sockets.length).toBeGreaterThan(2)
})

test.each([
  [{ host: '127.0.0.1', port: 1 }, 'the connection is refused'],
  [{ host: join(import.meta.dirname, 'nowhere') }, 'its socket is not there'],
])('the wait tells why there is one: %j, %s', async (where, reason) => {
  const patience = { most: 1500, perTry: 1500, pause: 10 }
  await awaitDatabase({ ...where, user: 'x', database: 'x' }, patience, onWait).catch(() => {})
  expect(waits.at(-1)).toBe(reason)
})

test('one that comes after a while is found', async () => {
  const { host, port, user, password, database } = postgres
  server.on('connection', (socket) => {
    if (sockets.length < 3) socket.destroy()
    else socket.pipe(connect(join(host, `.s.PGSQL.${port}`))).pipe(socket)
  })
  await awaitDatabase({ ...there(), user, password, database }, { most: 20_000, perTry: 5000, pause: 10 }, onWait)
  expect([waits.length, sockets.length]).toEqual([1, 3])
})

test('one that takes no connections is waited for, and the wait says so', async () => {
  const database = `closed_${randomUUID().replaceAll('-', '')}`
  const client = new pg.Client(postgres)
  await client.connect()
  try {
    await client.query(`create database ${database} allow_connections false`)
    await awaitDatabase({ ...postgres, database }, { most: 20_000, perTry: 5000, pause: 10 }, (reason) => {
      onWait(reason)
      void client.query(`alter database ${database} allow_connections true`)
    })
    expect(waits).toEqual([`database "${database}" is not currently accepting connections`])
  } finally {
    await client.query(`drop database if exists ${database}`)
    await client.end()
  }
})

test('a wrong password is no matter of waiting', async () => {
  const wrong = awaitDatabase({ ...postgres, password: 'wrong' }, { most: 60_000, perTry: 5000 }, onWait)
  await expect(wrong).rejects.toBeInstanceOf(pg.DatabaseError)
  expect(waits).toEqual([])
})
