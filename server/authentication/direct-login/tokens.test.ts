import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../storage/embedded/deadline.ts'
import { testConsumer } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { type ConsumerRecord, setConsumerActive } from '../consumers/consumers.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { setPassword } from '../users/users.ts'

let server: TestServer
let newHash: string
let consumer: ConsumerRecord
beforeAll(async () => {
  server = await startTestServer()
  newHash = await hashPassword('Another-horse-1')
  consumer = await testConsumer(server)
})
afterAll(() => server.close())

const run = async (query: string, ...values: unknown[]) => (await server.storage.pool.query(query, values)).rows
const tokensOf = async (userId: string) => (await run('select from login_token where user_id = $1', userId)).length
const hashOf = async (userId: string): Promise<string> =>
  (await run('select password_hash from app_user where user_id = $1', userId))[0].password_hash
const change = (userId: string) =>
  server.storage.db.transaction().execute((transaction) => setPassword(transaction, origin, userId, newHash))

const waiting = async (): Promise<number> =>
  (
    await run(
      `select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database()) or not granted and locktype = 'transactionid'`,
    )
  ).length

describe('a login with the old password', () => {
  test('is given no token once the password was changed', async () => {
    const { userId } = await server.user()
    const compared = await hashOf(userId)
    await change(userId)
    expect(await server.services.tokens.issue(userId, consumer, compared)).toBeNull()
    expect(await tokensOf(userId)).toBe(0)
    expect(await server.services.tokens.issue(userId, consumer, newHash)).not.toBeNull()
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
    const issued = server.services.tokens.issue(userId, consumer, await hashOf(userId))
    const login = server.call('/my/logins/direct', {
      method: 'POST',
      headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=test-consumer` },
    })
    expect(await until(async () => (await waiting()) >= 2, 5000)).toBe(true)
    go.resolve()
    await changed
    expect(await issued).toBeNull()
    const { status, body } = await login
    expect([status, body.message]).toEqual([401, expect.stringMatching(/^OBP-20004: /)])
    expect(await tokensOf(userId)).toBe(0)
  })
})

describe('a login through a consumer', () => {
  const ends: [string, (consumerId: string) => Promise<unknown>][] = [
    ['its logins were ended', (id) => server.services.loginTokens.endAtConsumer(origin, id)],
    [
      'it was disabled and enabled',
      async (id) => {
        await server.services.consumers.setActive(origin, id, false)
        await server.services.consumers.setActive(origin, id, true)
      },
    ],
  ]

  test.each(ends)('is given no token where %s since it began', async (_what, end) => {
    const { userId } = await server.user()
    const begun = await testConsumer(server)
    const hash = await hashOf(userId)
    await end(begun.consumer_id)
    expect(await server.services.tokens.issue(userId, begun, hash)).toBeNull()
    expect(await tokensOf(userId)).toBe(0)
    expect(await server.services.tokens.issue(userId, await testConsumer(server), hash)).not.toBeNull()
  })

  test('that is about to be given a token waits while it is being disabled, and gets none', async () => {
    const { userId } = await server.user()
    await insertConsumer(server, 'closing')
    const begun = (await server.services.consumers.withKey('key-of-closing'))!
    const going = Promise.withResolvers<void>()
    const go = Promise.withResolvers<void>()
    const disabled = server.storage.db.transaction().execute(async (transaction) => {
      await setConsumerActive(transaction, origin, 'closing', false)
      going.resolve()
      await go.promise
    })
    await going.promise
    const issued = server.services.tokens.issue(userId, begun, await hashOf(userId))
    expect(await until(async () => (await waiting()) >= 1, 5000)).toBe(true)
    go.resolve()
    await disabled
    expect(await issued).toBeNull()
  })
})

describe('expired tokens', () => {
  test('are deleted, a hundred with each that is issued, and the others stay', async () => {
    const { userId, token } = await server.user()
    const { userId: other } = await server.user()
    const consumer = await testConsumer(server)
    await run(
      `insert into login_token (token_hash, user_id, consumer_id, expires_at)
       select sha256(n::text::bytea), $1, $2, now() - make_interval(mins => n) from generate_series(1, 150) n`,
      other,
      consumer.consumer_id,
    )
    const { issue } = server.services.tokens
    const hash = await hashOf(userId)
    await issue(userId, consumer, hash)
    expect(await tokensOf(other)).toBe(51)
    await Promise.all([issue(userId, consumer, hash), issue(userId, consumer, hash)])
    expect([await tokensOf(other), await tokensOf(userId)]).toEqual([1, 4])
    expect(await server.services.tokens.session(token)).not.toBeNull()
  })
})
