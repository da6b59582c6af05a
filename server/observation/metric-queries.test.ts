import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from '../app.ts'
import { openServices } from '../services.ts'
import { openStorage, type Storage } from '../storage/pool.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { openLog } from './log.ts'

let server: TestServer
/** A node on the same database that waits for less time. */
let hasty: { url: string; storage: Storage; close(): Promise<void> }
beforeAll(async () => {
  server = await startTestServer()
  const { connection, settings } = server
  const storage = openStorage({ connection, size: 5, connectTimeout: 20_000, queryTimeout: 1000, onError: () => {} })
  const app = openApp(openServices({ ...settings, writeMetrics: false }, storage), storage, openLog('silent'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  hasty = { url: app.listeningOrigin, storage, close: () => app.close() }
})
afterAll(async () => {
  await hasty.close()
  await hasty.storage.close()
  await server.close()
})

test.each([
  ['/management/metrics', 'CanReadMetrics'],
  ['/management/metrics/top-apis', 'CanReadMetrics'],
  ['/management/metrics/top-consumers', 'CanReadMetrics'],
  ['/management/aggregate-metrics', 'CanReadAggregateMetrics'],
] as const)('%s that takes too long is 408 OBP-01000, and blames no database', async (path, role) => {
  const { token } = await server.user({ '': [role] })
  const reader = await server.storage.pool.connect()
  await reader.query('begin')
  await reader.query('lock table metric in access exclusive mode')
  try {
    const ask = async (locale: string) => {
      const headers = { DirectLogin: `token=${token}` }
      const answer = await fetch(`${hasty.url}/obp/v6.0.0${path}?locale=${locale}`, { headers })
      return [answer.status, ((await answer.json()) as { message: string }).message]
    }
    expect(await ask('en_GB')).toEqual([408, expect.stringMatching(/^OBP-01000: .*please ask for less time/)])
    expect(await ask('es_ES')).toEqual([408, expect.stringMatching(/^OBP-01000: .*pida menos tiempo/)])
  } finally {
    await reader.query('rollback')
    reader.release()
  }
})
