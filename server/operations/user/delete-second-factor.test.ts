import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { giveSecondFactor } from '../../testing/second-factor.ts'
import { origin, startTestServer, type TestServer, testPassword, testPasswordHash } from '../../testing/server.ts'
import { deleteSecondFactor } from './delete-second-factor.ts'

const role: Record<string, RoleName[]> = { '': ['CanDeleteSecondFactor'] }
let server: TestServer
let administrator: { token: string; userId: string }
beforeAll(async () => {
  server = await startTestServer({ adminUsername: 'the.administrator' })
  administrator = await server.user(role)
})
afterAll(() => server.close())

const remove = (userId: string, token?: string) =>
  server.call(`/obp/v6.0.0/users/${userId}/second-factor`, { method: 'DELETE', ...(token && { token }) })
const logIn = async (username: string) =>
  (await server.services.users.logIn(origin, { provider: 'fichero', username, password: testPassword })).outcome
async function protectedUser(username?: string) {
  const user = await server.user({}, username)
  await giveSecondFactor(server, user.userId)
  // the one from before has ended
  const consumer = (await server.services.consumers.withKey('test-consumer'))!
  return { ...user, token: (await server.services.tokens.issue(user.userId, consumer, testPasswordHash))! }
}
const isLoggedIn = async (token: string) => (await server.call('/obp/v3.0.0/users/current', { token })).status === 200

describe('deleteSecondFactor', () => {
  test('204: the password alone is enough again, every login has ended, and the audit trail tells who did it', async () => {
    const { userId, username, token } = await protectedUser()
    expect([await isLoggedIn(token), await logIn(username)]).toEqual([true, 'wrong'])
    const answer = await remove(userId, administrator.token)
    expectDeclared(answer, deleteSecondFactor, 204)
    expect(await logIn(username)).toBe('user')
    expect(await isLoggedIn(token)).toBe(false)
    expect((await auditOf(server, 'second_factor', userId)).at(-1)).toEqual({
      bank_id: '',
      user_id: administrator.userId,
      consumer_id: await testConsumerId(server),
      operation_id: 'OBPv6.0.0-deleteSecondFactor',
      correlation_id: answer.headers.get('correlation-id'),
      change: { deleted: {} },
    })
    const { rows } = await server.storage.pool.query('select from recovery_code where user_id = $1', [userId])
    expect(rows).toEqual([])
  })

  test('a lock stays', async () => {
    const { userId, username } = await protectedUser()
    await server.services.userDirectory.lock(origin, userId)
    expect((await remove(userId, administrator.token)).status).toBe(204)
    expect(await logIn(username)).toBe('locked')
  })

  test('401 without a login, 403 without the role or with it at a bank only', async () => {
    const { userId, username } = await protectedUser()
    expect((await remove(userId)).body).toMatchObject({ code: 401, message: expect.stringMatching(/^OBP-20001: /) })
    for (const roles of [{}, { 'gh.29.uk': role['']! }])
      expect((await remove(userId, (await server.user(roles)).token)).body).toEqual({
        code: 403,
        message: 'OBP-20006: User is missing one or more roles: CanDeleteSecondFactor',
      })
    expect(await logIn(username)).toBe('wrong')
  })

  test('404 OBP-20005 for nobody and for a deleted user', async () => {
    const gone = await protectedUser()
    await server.services.userDirectory.delete(origin, gone.userId)
    for (const userId of ['nobody', gone.userId])
      expect((await remove(userId, administrator.token)).body).toMatchObject({
        code: 404,
        message: expect.stringMatching(/^OBP-20005: /),
      })
  })

  test('404 for a user who has none, or has not confirmed it; their logins stay', async () => {
    const { userId, token } = await server.user()
    const none = { code: 404, message: 'The user has no second factor.' }
    expect((await remove(userId, administrator.token)).body).toEqual(none)
    await server.services.secondFactors.begin(userId)
    expect((await remove(userId, administrator.token)).body).toEqual(none)
    expect(await server.services.secondFactors.begun(userId)).not.toBeNull()
    expect(await isLoggedIn(token)).toBe(true)
  })

  test('403 OBP-20050 for a super admin, unless another super admin asks', async () => {
    const chief = await protectedUser('the.administrator')
    expect((await remove(chief.userId, administrator.token)).body).toMatchObject({
      code: 403,
      message: expect.stringMatching(/^OBP-20050: /),
    })
    expect(await logIn(chief.username)).toBe('wrong')
    await server.services.entitlements.grant(origin, {
      userId: chief.userId,
      roleName: 'CanDeleteSecondFactor',
      bankId: '',
    })
    expect((await remove(chief.userId, chief.token)).status).toBe(204)
  })

  test('of several at once one is 204', async () => {
    const { userId } = await protectedUser()
    const answers = await Promise.all(Array.from({ length: 4 }, () => remove(userId, administrator.token)))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 404, 404, 404])
    expect((await auditOf(server, 'second_factor', userId)).map(({ change }) => change)).toEqual([
      { created: {} },
      { deleted: {} },
    ])
  })
})
