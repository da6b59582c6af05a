import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer, testPasswordHash } from '../../testing/server.ts'
import { resetPasswordUrl } from './reset-password-url.ts'

const role: Record<string, RoleName[]> = { '': ['CanCreateResetPasswordUrl'] }
let server: TestServer
let administrator: { token: string; userId: string }
beforeAll(async () => {
  server = await startTestServer({ publicUrl: 'https://bank.example.com/api', adminUsername: 'the.administrator' })
  administrator = await server.user(role)
})
afterAll(() => server.close())

const ask = (body: unknown, token?: string, prefix = 'v4.0.0') =>
  server.call(`/obp/${prefix}/management/user/reset-password-url`, { body, ...(token && { token }) })
async function somebody(username?: string) {
  const user = await server.user({}, username)
  return { ...user, body: { username: user.username, email: `${user.username}@example.com`, user_id: user.userId } }
}
const rowsOf = async (userId: string) =>
  (await server.storage.pool.query('select * from password_reset where user_id = $1', [userId])).rows

describe('resetPasswordUrl', () => {
  test('201 with an address of this server; only the hash of its token is kept, and the audit trail tells who made it', async () => {
    const { userId, body } = await somebody()
    const answer = await ask(body, administrator.token)
    expectDeclared(answer, resetPasswordUrl, 201)
    const { reset_password_url } = answer.body
    expect(reset_password_url).toMatch(
      /^https:\/\/bank\.example\.com\/api\/user_mgt\/reset_password\/[A-Za-z0-9_-]{43}$/,
    )
    const secret = reset_password_url.split('/').at(-1)
    const [row] = await rowsOf(userId)
    expect(row.token_hash).toHaveLength(32)
    expect(JSON.stringify(row)).not.toContain(secret)
    const hours = (Date.parse(row.expires_at) - Date.parse(row.created_at)) / 3_600_000
    expect(hours).toBe(24)
    const trail = await auditOf(server, 'password_reset', userId)
    expect(trail).toEqual([
      {
        bank_id: '',
        user_id: administrator.userId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv4.0.0-resetPasswordUrl',
        correlation_id: answer.headers.get('correlation-id'),
        change: { created: {} },
      },
    ])
  })

  test('201 for an e-mail address in other letters and with blanks', async () => {
    const { body } = await somebody()
    expect((await ask({ ...body, email: ` ${body.email.toUpperCase()} ` }, administrator.token)).status).toBe(201)
  })

  test('is served up to v5.1.0; the form of v6.0.0 is not there', async () => {
    const { body } = await somebody()
    expect((await ask(body, administrator.token, 'v5.1.0')).status).toBe(201)
    expect((await ask(body, administrator.token, 'v6.0.0')).status).toBe(404)
    expect((await ask(body, administrator.token, 'v3.1.0')).status).toBe(404)
  })

  test('401 without a login, 403 without the role or with it at a bank only', async () => {
    const { userId, body } = await somebody()
    expect((await ask(body)).body).toMatchObject({ code: 401, message: expect.stringMatching(/^OBP-20001: /) })
    for (const roles of [{}, { 'gh.29.uk': role['']! }])
      expect((await ask(body, (await server.user(roles)).token)).body).toEqual({
        code: 403,
        message: 'OBP-20006: User is missing one or more roles: CanCreateResetPasswordUrl',
      })
    expect(await rowsOf(userId)).toEqual([])
  })

  test.each(['username', 'email', 'user_id'])('400 OBP-10001 without %s', async (field) => {
    const { [field]: _, ...body } = (await somebody()).body as Record<string, string>
    expect((await ask(body, administrator.token)).body).toEqual({
      code: 400,
      message: `OBP-10001: Incorrect json format. ${field} is missing.`,
    })
  })

  test.each([
    ['username', true],
    ['email', 'nobody'],
    ['user_id', null],
  ])('400 OBP-10001 where %s is %j', async (field, value) => {
    const { body } = await somebody()
    const answer = await ask({ ...body, [field]: value }, administrator.token)
    expect([answer.status, answer.body.message]).toEqual([
      400,
      expect.stringMatching(new RegExp(`^OBP-10001: Incorrect json format\\. ${field} must be `)),
    ])
  })

  test('400 OBP-20057, in the same words, where a field is that of another user, of nobody, or of a deleted user', async () => {
    const [one, other, gone] = [await somebody(), await somebody(), await somebody()]
    await server.services.userDirectory.delete(origin, gone.userId)
    for (const body of [
      { ...one.body, username: other.username },
      { ...one.body, email: other.body.email },
      { ...one.body, user_id: other.userId },
      { ...one.body, user_id: randomUUID() },
      { ...one.body, user_id: 'a_b%' },
      gone.body,
    ])
      expect((await ask(body, administrator.token)).body).toEqual({
        code: 400,
        message:
          'OBP-20057: User not found by userId. username, email and user_id must be those of one user who signed up at this server.',
      })
    for (const { userId } of [one, other, gone]) expect(await rowsOf(userId)).toEqual([])
  })

  test('400 OBP-20057 for the user of another provider', async () => {
    const foreigner = await server.services.users.create(origin, {
      provider: 'https://login.example.com',
      username: 'foreign.user',
      email: 'foreign.user@example.com',
      firstName: '',
      lastName: '',
      passwordHash: null,
      isValidated: true,
    })
    const body = { username: 'foreign.user', email: 'foreign.user@example.com', user_id: foreigner!.userId }
    expect((await ask(body, administrator.token)).body.message).toMatch(/^OBP-20057: /)
    expect(await rowsOf(foreigner!.userId)).toEqual([])
  })

  test('400 for a user whom an administrator has locked, and nothing comes alive at the unlock; not where wrong passwords did', async () => {
    const { userDirectory, users, passwordResets } = server.services
    const { userId, username, body } = await somebody()
    const before = (await ask(body, administrator.token)).body.reset_password_url.split('/').at(-1)
    await userDirectory.lock(origin, userId)
    const refused = await ask(body, administrator.token)
    expect(refused.body).toEqual({ code: 400, message: 'An administrator has locked the user: unlock them first.' })
    await userDirectory.unlock(origin, userId)
    expect(await rowsOf(userId)).toEqual([])
    expect(await passwordResets.find(before)).toBeNull()
    const wrong = { provider: 'fichero', username, password: 'Wrong-horse-1' }
    for (let turn = 0; turn < 6; turn++) await users.logIn(origin, wrong)
    expect((await userDirectory.find({ userId, isDeleted: false }))[0]!.isLocked).toBe(true)
    expect((await ask(body, administrator.token)).status).toBe(201)
  })

  test('403 OBP-20050 for a super admin, unless another super admin asks', async () => {
    const chief = await somebody('the.administrator')
    expect((await ask(chief.body, administrator.token)).body).toMatchObject({
      code: 403,
      message: expect.stringMatching(/^OBP-20050: /),
    })
    expect(await rowsOf(chief.userId)).toEqual([])
    await server.services.entitlements.grant(origin, {
      userId: chief.userId,
      roleName: 'CanCreateResetPasswordUrl',
      bankId: '',
    })
    expect((await ask(chief.body, chief.token)).status).toBe(201)
  })

  test('of several at once each is 201, and the address of one of them is good', async () => {
    const { userId, body } = await somebody()
    const answers = await Promise.all(Array.from({ length: 5 }, () => ask(body, administrator.token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201))
    const found = await Promise.all(
      answers.map(({ body: { reset_password_url } }) =>
        server.services.passwordResets.find(reset_password_url.split('/').at(-1)),
      ),
    )
    expect(found.filter((user) => user?.userId === userId)).toHaveLength(1)
    expect(await auditOf(server, 'password_reset', userId)).toHaveLength(5)
  })

  test('a user who cannot log in with a password, such as an imported one, chooses their first', async () => {
    const user = await server.services.users.create(origin, {
      provider: 'fichero',
      username: 'without.password',
      email: 'without.password@example.com',
      firstName: '',
      lastName: '',
      passwordHash: null,
      isValidated: true,
    })
    const body = { username: 'without.password', email: 'without.password@example.com', user_id: user!.userId }
    const { reset_password_url } = (await ask(body, administrator.token)).body
    const token = reset_password_url.split('/').at(-1)
    expect(await server.services.passwordResets.use(origin, token, testPasswordHash)).toBe(true)
  })
})
