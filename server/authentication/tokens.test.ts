import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../storage/embedded/deadline.ts'
import { testConsumerId } from '../testing/audit.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../testing/server.ts'
import { hashPassword } from './passwords.ts'
import { setPassword } from './users.ts'

let server: TestServer
let newHash: string
let consumerId: string
beforeAll(async () => {
  server = await startTestServer()
  newHash = await hashPassword('Another-horse-1')
  consumerId = await testConsumerId(server)
})
afterAll(() => server.close())

const run = async (query: string, ...values: unknown[]) => (await server.storage.pool.query(query, values)).rows
const tokensOf = async (userId: string) => (await run('select from login_token where user_id = $1', userId)).length
const hashOf = async (userId: string): Promise<string> =>
  (await run('select password_hash from app_user where user_id = $1', userId))[0].password_hash
const change = (userId: string) =>
  server.storage.db.transaction().execute((transaction) => setPassword(transaction, origin, userId, newHash))

describe('a login with the old password', () => {
  test('is given no token once the password was changed', async () => {
    const { userId } = await server.user()
    const compared = await hashOf(userId)
    await change(userId)
    expect(await server.services.tokens.issue(userId, consumerId, compared)).toBeNull()
    expect(await tokensOf(userId)).toBe(0)
    expect(await server.services.tokens.issue(userId, consumerId, newHash)).not.toBeNull()
  })

  test('that is about to be given a token waits for a change that is under way, and is 401 OBP-20004', async () => {
    const { userId, username } = await server.user()
    const begun = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const changed = server.storage.db.transaction().execute(async (transaction) => {
      await setPassword(transaction, origin, userId, newHash)
      begun.resolve()
      await go.promise
    })
    await begun.promise
    const issued = server.services.tokens.issue(userId, consumerId, await hashOf(userId))
    const login = server.call('/my/logins/direct', {
      method: 'POST',
      headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=test-consumer` },
    })
    const waiting = async () =>
      (
        await run(
          `select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()) or not granted and locktype = 'transactionid'`,
        )
      ).length
    expect(await until(async () => (await waiting()) >= 2, 5000)).toBe(true)
    go.resolve()
    await changed
    expect(await issued).toBeNull()
    const { status, body } = await login
    expect([status, body.message]).toEqual([401, expect.stringMatching(/^OBP-20004: /)])
    expect(await tokensOf(userId)).toBe(0)
  })
})

describe('expired tokens', () => {
  test('are deleted, a hundred with each that is issued, and the others stay', async () => {
    const { userId, token } = await server.user()
    const { userId: other } = await server.user()
    await run(
      `insert into login_token (token_hash, user_id, consumer_id, expires_at)
       select sha256(n::text::bytea), $1, $2, now() - make_interval(mins => n) from generate_series(1, 150) n`,
      other,
      consumerId,
    )
    const { issue } = server.services.tokens
    const hash = await hashOf(userId)
    await issue(userId, consumerId, hash)
    expect(await tokensOf(other)).toBe(51)
    await Promise.all([issue(userId, consumerId, hash), issue(userId, consumerId, hash)])
    expect([await tokensOf(other), await tokensOf(userId)]).toEqual([1, 4])
    expect(await server.services.tokens.session(token)).not.toBeNull()
  })
})
