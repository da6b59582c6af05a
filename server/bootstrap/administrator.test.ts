import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openStorage, type Storage } from '../storage/pool.ts'
import { auditOf } from '../testing/audit.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { atStartOnce, ensureAdministrator } from './administrator.ts'

const admin = { adminUsername: 'administrator', adminPassword: 'Correct-horse-1', adminConsumerKey: 'automation' }
let server: TestServer
beforeEach(async () => {
  server = await startTestServer(admin)
})
afterEach(() => server.close())

const start = (settings = {}) =>
  ensureAdministrator({ settings: { ...server.settings, ...settings }, storage: server.storage })
const logIn = (password = admin.adminPassword) =>
  server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=administrator,password=${password},consumer_key=automation` },
  })
const run = (query: string) => server.storage.pool.query(query)
const trail = async () => {
  const row = await server.storage.db
    .selectFrom('app_user')
    .select('user_id')
    .where('username', '=', 'administrator')
    .executeTakeFirstOrThrow()
  return (await auditOf(server, 'app_user', row.user_id)).map(({ operation_id, change }) => [operation_id, change])
}
const created = ['start', { created: expect.objectContaining({ username: 'administrator' }) }]

describe('a start with the ADMIN_ settings', () => {
  test('makes the administrator, once', async () => {
    await start()
    await start()
    expect((await logIn()).status).toBe(201)
    expect(await trail()).toEqual([created])
  })

  test('of nodes at once makes one, and changes nothing twice', async () => {
    await Promise.all([start(), start(), start()])
    expect((await logIn()).status).toBe(201)
    expect(await trail()).toEqual([created])
    const changed = { adminPassword: 'Another-horse-1' }
    await Promise.all([start(changed), start(changed), start(changed)])
    expect((await logIn('Another-horse-1')).status).toBe(201)
    expect(await trail()).toEqual([created, ['start', { updated: { password: '(secret)' } }]])
  })

  test('replaces another password, and the tokens of the old one end', async () => {
    await start()
    const { token } = (await logIn()).body
    await start({ adminPassword: 'Another-horse-1' })
    expect((await logIn()).status).toBe(401)
    expect((await logIn('Another-horse-1')).status).toBe(201)
    expect((await server.call('/obp/v3.0.0/users/current', { token })).status).toBe(401)
  })

  test.each([
    ['was locked', 'wrong_passwords = 5'],
    ['was deleted', 'deleted_at = now()'],
    ['was not validated', 'is_validated = false'],
  ])('lets an administrator in who %s, and the audit trail tells of it', async (_what, change) => {
    await start()
    await run(`update app_user set ${change}`)
    expect((await logIn()).status).toBe(401)
    await start()
    expect((await logIn()).status).toBe(201)
    await start()
    const usable = { wrong_passwords: 0, locked_at: null, deleted_at: null, is_validated: true }
    expect(await trail()).toEqual([created, ['start', { updated: usable }]])
  })

  test('activates the consumer again, and the audit trail tells of it once', async () => {
    await start()
    await run(`update consumer set is_active = false where consumer_key = 'automation'`)
    await start()
    await start()
    expect((await logIn()).status).toBe(201)
    const { consumer_id } = (await server.services.consumers.withKey('automation'))!
    const changes = (await auditOf(server, 'consumer', consumer_id)).map(({ change }) => change)
    expect(changes).toEqual([{ created: expect.anything() }, { updated: { is_active: true } }])
  })
})

test('a node waits for another one longer than DATABASE_TIMEOUT', async () => {
  const nodes: Storage[] = [1, 2].map(() =>
    openStorage({
      connection: server.connection,
      size: 3,
      connectTimeout: 5000,
      queryTimeout: 1000,
      onError: () => {},
    }),
  )
  const slow = async (storage: Storage) =>
    atStartOnce(storage, async (transaction) => {
      for (let part = 0; part < 3; part++) await sql`select pg_sleep(0.4)`.execute(transaction)
      return 'done'
    })
  expect(await Promise.all(nodes.map(slow))).toEqual(['done', 'done'])
  for (const node of nodes) await node.close()
})
