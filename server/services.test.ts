import type pg from 'pg'
import { expect, test } from 'vitest'
import { openServices } from './services.ts'
import { openStorage } from './storage/pool.ts'
import { startTestServer } from './testing/server.ts'

test('whoever asks at once whether the database is there waits for one answer, and the next one asks anew', async () => {
  const server = await startTestServer()
  const storage = openStorage({
    connection: server.connection,
    size: 3,
    connectTimeout: 20_000,
    queryTimeout: 20_000,
    onError: () => {},
  })
  const { isDatabaseThere } = openServices(server.settings, storage)
  const takeAll = () => Promise.all([storage.pool.connect(), storage.pool.connect()])
  let taken: pg.PoolClient[] = []
  try {
    for (const _ of ['first', 'later']) {
      taken = await takeAll()
      const answers = Array.from({ length: 8 }, isDatabaseThere)
      expect(storage.pool.waitingCount).toBe(1)
      for (const client of taken.splice(0)) client.release()
      expect(await Promise.all(answers)).toEqual(Array(8).fill(true))
    }
  } finally {
    for (const client of taken) client.release()
    await storage.close()
    await server.close()
  }
})
