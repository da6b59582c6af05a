/** Two nodes on one database: what one of them changes counts on the other at once. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openApp } from './app.ts'
import { openLog } from './observation/log.ts'
import { openServices } from './services.ts'
import { openStorage, type Storage } from './storage/pool.ts'
import { startTestServer, type TestServer } from './testing/server.ts'

let first: TestServer
let storage: Storage
let second: { url: string; close(): Promise<void> }
beforeAll(async () => {
  first = await startTestServer()
  await first.bank('gh.29.uk')
  const { connection, settings } = first
  storage = openStorage({ connection, size: 5, connectTimeout: 5000, queryTimeout: 20_000, onError: () => {} })
  const app = openApp(openServices(settings, storage), storage, openLog('silent'))
  await app.listen({ host: '127.0.0.1', port: 0 })
  second = { url: app.listeningOrigin, close: () => app.close() }
})
afterAll(async () => {
  await second.close()
  await storage.close()
  await first.close()
})

const role = { bank_id: 'gh.29.uk', role_name: 'CanGetEntitlementsForOneBank' }
const [users, rounds] = [10, 100]

test('a role that one node gives and takes is there and gone on the next call to the other, 1,000 times of 1,000', {
  timeout: 120_000,
}, async () => {
  const { token: admin } = await first.user({
    '': ['CanCreateEntitlementAtAnyBank', 'CanDeleteEntitlementAtAnyBank'],
  })
  /** What the other node answers after the role was given, and after it was taken. */
  async function rejoin({ userId, token }: { userId: string; token: string }) {
    const ask = async () =>
      (
        await fetch(`${second.url}/obp/v4.0.0/banks/gh.29.uk/entitlements`, {
          headers: { DirectLogin: `token=${token}` },
        })
      ).status
    const path = `/obp/v4.0.0/users/${userId}`
    const granted = await first.call(`${path}/entitlements`, { body: role, token: admin })
    const after = await ask()
    await first.call(`${path}/entitlement/${granted.body.entitlement_id}`, { method: 'DELETE', token: admin })
    return `${after} ${await ask()}`
  }
  const answers = await Promise.all(
    Array.from({ length: users }, async () => {
      const user = await first.user()
      const seen: string[] = []
      for (let round = 0; round < rounds; round++) seen.push(await rejoin(user))
      return seen
    }),
  )
  expect(answers.flat().filter((answer) => answer === '200 403')).toHaveLength(users * rounds)
})

test('a role that expires is none from then on at both nodes', async () => {
  const { token: admin } = await first.user({ '': ['CanCreateEntitlementAtAnyBank'] })
  const { userId, token } = await first.user()
  const ask = async (url: string) => {
    const headers = { DirectLogin: `token=${token}` }
    return (await fetch(`${url}/obp/v4.0.0/banks/gh.29.uk/entitlements`, { headers })).status
  }
  const both = () => Promise.all([first.url, second.url].map(ask))
  const expires = new Date(Date.now() + 3_600_000).toISOString()
  await first.call(`/obp/v4.0.0/users/${userId}/entitlements`, { body: { ...role, expires }, token: admin })
  expect(await both()).toEqual([200, 200])
  await storage.pool.query(
    `update entitlement set created_at = created_at - interval '1 hour', expires_at = now() where user_id = $1`,
    [userId],
  )
  expect(await both()).toEqual([403, 403])
})
