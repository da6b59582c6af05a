import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer, testPassword, testPasswordHash } from '../../testing/server.ts'
import { deleteConsumerTokens } from './delete-consumer-tokens.ts'
import { deleteCurrentToken } from './delete-current-token.ts'
import { deleteMyToken } from './delete-my-token.ts'
import { deleteMyTokens } from './delete-my-tokens.ts'
import { deleteUserTokens } from './delete-user-tokens.ts'
import { getMyTokens } from './get-my-tokens.ts'

let server: TestServer
let consumerId: string
beforeAll(async () => {
  server = await startTestServer()
  consumerId = await testConsumerId(server)
})
afterAll(() => server.close())

const logIn = async (username: string, key = 'test-consumer'): Promise<string> => {
  const { body } = await server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=${key}` },
  })
  return body.token
}
const works = async (token: string) => (await server.call('/obp/v3.0.0/users/current', { token })).status === 200
const list = async (token: string) => (await server.call('/obp/v6.0.0/my/tokens', { token })).body.tokens
const remove = (path: string, token?: string) =>
  server.call(`/obp/v6.0.0${path}`, { method: 'DELETE', ...(token && { token }) })

describe('getMyTokens', () => {
  test('200 with the tokens of the caller, newest first, without their values', async () => {
    const user = await server.user()
    const second = await logIn(user.username)
    await server.user()
    const answer = await server.call('/obp/v6.0.0/my/tokens', { token: user.token })
    expectDeclared(answer, getMyTokens, 200)
    expect(answer.body.tokens).toMatchObject([
      { consumer_id: consumerId, app_name: 'Tests', is_current: false },
      { consumer_id: consumerId, app_name: 'Tests', is_current: true },
    ])
    for (const { created, expires } of answer.body.tokens)
      expect(Date.parse(expires) - Date.parse(created)).toBe(server.settings.tokenLifetimeHours * 3_600_000)
    for (const token of [user.token, second]) expect(answer.text).not.toContain(token.split('.')[2])
  })

  test('an expired token is not in the list', async () => {
    const user = await server.user()
    const second = await logIn(user.username)
    await server.storage.pool.query('update login_token set expires_at = now() where token_id = $1', [
      (await list(second)).find((each: { is_current: boolean }) => !each.is_current).token_id,
    ])
    expect(await list(second)).toMatchObject([{ is_current: true }])
  })
})

describe('deleteMyToken', () => {
  test('204: that token is dead, the others are not, and the audit trail tells of it once', async () => {
    const user = await server.user()
    const second = await logIn(user.username)
    const { token_id } = (await list(second)).find((each: { is_current: boolean }) => !each.is_current)
    const answers = await Promise.all(Array.from({ length: 3 }, () => remove(`/my/tokens/${token_id}`, second)))
    for (const answer of answers) expectDeclared(answer, deleteMyToken, 204)
    expect([await works(user.token), await works(second)]).toEqual([false, true])
    expect(await auditOf(server, 'login_token', token_id)).toMatchObject([
      { user_id: user.userId, change: { deleted: { user_id: user.userId, consumer_id: consumerId } } },
    ])
  })

  test('204 for somebody else’s token, which goes on working', async () => {
    const [mine, theirs] = [await server.user(), await server.user()]
    const [{ token_id }] = await list(theirs.token)
    expect((await remove(`/my/tokens/${token_id}`, mine.token)).status).toBe(204)
    expect(await works(theirs.token)).toBe(true)
    expect(await auditOf(server, 'login_token', token_id)).toEqual([])
  })
})

describe('deleteCurrentToken', () => {
  test('204: the token of the call is dead, the others are not', async () => {
    const user = await server.user()
    const second = await logIn(user.username)
    expectDeclared(await remove('/my/tokens/current', second), deleteCurrentToken, 204)
    expect([await works(user.token), await works(second)]).toEqual([true, false])
  })
})

describe('deleteMyTokens', () => {
  test('204: all of the caller’s are dead, nobody else’s', async () => {
    const [user, other] = [await server.user(), await server.user()]
    const second = await logIn(user.username)
    expectDeclared(await remove('/my/tokens', second), deleteMyTokens, 204)
    expect([await works(user.token), await works(second), await works(other.token)]).toEqual([false, false, true])
    expect((await auditOf(server, 'app_user', user.userId)).at(-1)).toMatchObject({
      user_id: user.userId,
      change: { updated: { logins: '(ended)' } },
    })
    expect(await works(await logIn(user.username))).toBe(true)
  })
})

describe('logins of other kinds', () => {
  const signed = async (userId: string) => {
    const tokens = server.services.oauth1Tokens
    const consumer = await tokens.consumer('test-consumer')
    const requested = await tokens.request(consumer!, 'oob')
    const allowed = await tokens.authorise(requested!.token, { user: { userId }, passwordHash: testPasswordHash })
    const issued = await tokens.exchange(requested!.token, allowed!.verifier, consumer!.consumerId)
    return { token: issued!.token, isThere: async () => (await tokens.session(issued!.token)) !== null }
  }

  test.each([
    ['/my/tokens', 'by their user'],
    ['/users/USER/tokens', 'by an administrator'],
    ['/management/consumers/CONSUMER/tokens', 'at their consumer'],
  ])('end too: DELETE %s, %s', async (path) => {
    const admin = await server.user({ '': ['CanDeleteUserTokens', 'CanDeleteConsumerTokens'] })
    const user = await server.user()
    const login = await signed(user.userId)
    expect(await login.isThere()).toBe(true)
    const as = path === '/my/tokens' ? user.token : admin.token
    const at = path.replace('USER', user.userId).replace('CONSUMER', consumerId)
    const answers = await Promise.all([remove(at, as), remove(at, as)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual([
      204,
      expect.toSatisfy((status) => [204, 401].includes(status)),
    ])
    expect(await login.isThere()).toBe(false)
  })
})

describe('deleteUserTokens', () => {
  test('204: all of the user’s are dead, not the administrator’s', async () => {
    const admin = await server.user({ '': ['CanDeleteUserTokens'] })
    const user = await server.user()
    expectDeclared(await remove(`/users/${user.userId}/tokens`, admin.token), deleteUserTokens, 204)
    expect([await works(user.token), await works(admin.token)]).toEqual([false, true])
    expect(await works(await logIn(user.username))).toBe(true)
  })

  test('403 without the role, 400 OBP-20057 for nobody', async () => {
    const admin = await server.user({ '': ['CanDeleteUserTokens'] })
    const user = await server.user({ 'gh.29.uk': ['CanDeleteUserTokens'] })
    const forbidden = await remove(`/users/${admin.userId}/tokens`, user.token)
    expect([forbidden.status, forbidden.body.message]).toEqual([403, expect.stringMatching(/^OBP-20006: /)])
    expect(await works(admin.token)).toBe(true)
    const unknown = await remove('/users/nobody/tokens', admin.token)
    expect([unknown.status, unknown.body.message]).toEqual([400, expect.stringMatching(/^OBP-20057: /)])
  })
})

describe('deleteConsumerTokens', () => {
  test('204: every token of that consumer is dead, those of others are not', async () => {
    const admin = await server.user({ '': ['CanDeleteConsumerTokens', 'CanCreateConsumer'] })
    const user = await server.user()
    const { body: consumer } = await server.call('/obp/v4.0.0/management/consumers', {
      token: admin.token,
      body: { app_name: 'Desk', description: 'x', developer_email: 'x@example.com', enabled: true },
    })
    const there = await logIn(user.username, consumer.key)
    expect(await works(there)).toBe(true)
    const answer = await remove(`/management/consumers/${consumer.consumer_id}/tokens`, admin.token)
    expectDeclared(answer, deleteConsumerTokens, 204)
    expect([await works(there), await works(user.token)]).toEqual([false, true])
  })

  test('403 without the role, 404 OBP-30019 for no consumer', async () => {
    const admin = await server.user({ '': ['CanDeleteConsumerTokens'] })
    const user = await server.user()
    expect((await remove(`/management/consumers/${consumerId}/tokens`, user.token)).status).toBe(403)
    const unknown = await remove('/management/consumers/none/tokens', admin.token)
    expect([unknown.status, unknown.body.message]).toEqual([404, expect.stringMatching(/^OBP-30019: /)])
  })
})

test.each([
  ['GET', '/my/tokens'],
  ['DELETE', '/my/tokens'],
  ['DELETE', '/my/tokens/current'],
  ['DELETE', '/my/tokens/any'],
  ['DELETE', '/users/any/tokens'],
  ['DELETE', '/management/consumers/any/tokens'],
])('%s %s: 401 without a login', async (method, path) => {
  const answer = await server.call(`/obp/v6.0.0${path}`, { method })
  expect([answer.status, answer.body.message]).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
})
