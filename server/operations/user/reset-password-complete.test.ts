import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { browsing } from '../../testing/pages.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { resetPasswordComplete } from './reset-password-complete.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const fresh = 'Sehr-gut-77'
const dead = { code: 400, message: 'OBP-10001: Incorrect json format. Invalid or expired reset token.' }
const reset = (token: unknown, new_password: unknown = fresh, at = server) =>
  at.call('/obp/v6.0.0/users/password', { body: { token, new_password } })
const { logIn } = browsing(() => server)
async function forgetful() {
  const user = await server.user()
  return { ...user, reset: (await server.services.passwordResets.create(origin, user.userId))! }
}

describe('resetPasswordComplete', () => {
  test('201: the new password counts, the old one and every login do not, and the audit trail tells it', async () => {
    const user = await forgetful()
    const answer = await reset(user.reset)
    expectDeclared(answer, resetPasswordComplete, 201)
    expect(answer.body).toEqual({ message: 'Password has been reset successfully.' })
    expect((await logIn(user.username, testPassword)).status).toBe(401)
    expect((await logIn(user.username, fresh)).status).toBe(201)
    expect((await server.call('/obp/v3.0.0/users/current', { token: user.token })).status).toBe(401)
    expect((await auditOf(server, 'app_user', user.userId)).at(-1)).toEqual({
      bank_id: '',
      user_id: null,
      consumer_id: null,
      operation_id: 'OBPv6.0.0-resetPasswordComplete',
      correlation_id: answer.headers.get('correlation-id'),
      change: { updated: { password: '(secret)' } },
    })
  })

  test('201 takes away the lock of wrong passwords', async () => {
    const user = await forgetful()
    for (let turn = 0; turn < 6; turn++) await logIn(user.username, 'Wrong-horse-1')
    expect((await logIn(user.username, testPassword)).body.message).toMatch(/^OBP-20013: /)
    expect((await reset(user.reset)).status).toBe(201)
    expect((await logIn(user.username, fresh)).status).toBe(201)
  })

  test('a token is good once', async () => {
    const user = await forgetful()
    await reset(user.reset)
    expect((await reset(user.reset, 'Another-good-8')).body).toEqual(dead)
    expect((await logIn(user.username, fresh)).status).toBe(201)
  })

  test('of ten uses at once one works', async () => {
    const user = await forgetful()
    const passwords = Array.from({ length: 10 }, (_, turn) => `Sehr-gut-${turn}7`)
    const answers = await Promise.all(passwords.map((password) => reset(user.reset, password)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)])
    const set = passwords[answers.findIndex(({ status }) => status === 201)]!
    expect((await logIn(user.username, set)).status).toBe(201)
  })

  test('400 in the same words for a token that never was, was used, has expired, or was replaced', async () => {
    const [used, late, replaced] = [await forgetful(), await forgetful(), await forgetful()]
    await reset(used.reset)
    await server.storage.pool.query(`update password_reset set expires_at = now() where user_id = $1`, [late.userId])
    const newer = await server.services.passwordResets.create(origin, replaced.userId)
    for (const token of ['nonsense', 'a'.repeat(43), used.reset, late.reset, replaced.reset])
      expect((await reset(token)).body).toEqual(dead)
    expect((await logIn(late.username, testPassword)).status).toBe(201)
    expect((await reset(newer)).status).toBe(201)
  })

  test('a token dies with the old password, with the user, and with the lock of an administrator, for good', async () => {
    const [changed, gone, locked] = [await forgetful(), await forgetful(), await forgetful()]
    const { users, userDirectory, passwordResets } = server.services
    const provider = 'fichero'
    const login = await users.logIn(origin, { provider, username: changed.username, password: testPassword })
    if (login.outcome !== 'user') throw new Error('the password was right')
    expect(await users.changePassword(origin, login, 'hash')).toBe(true)
    await userDirectory.delete(origin, gone.userId)
    await userDirectory.lock(origin, locked.userId)
    for (const token of [changed.reset, gone.reset, locked.reset]) expect((await reset(token)).body).toEqual(dead)
    await userDirectory.unlock(origin, locked.userId)
    expect((await reset(locked.reset)).body).toEqual(dead)
    expect(await passwordResets.create(origin, gone.userId)).toBeNull()
    const { rows } = await server.storage.pool.query('select user_id from password_reset where user_id = any($1)', [
      [changed.userId, gone.userId, locked.userId],
    ])
    expect(rows).toEqual([])
  })

  test('neither a login token nor the hash that the database holds is a token', async () => {
    const user = await forgetful()
    const { rows } = await server.storage.pool.query('select token_hash from password_reset where user_id = $1', [
      user.userId,
    ])
    for (const token of [user.token, rows[0].token_hash.toString('base64url'), rows[0].token_hash.toString('hex')])
      expect((await reset(token)).body).toEqual(dead)
  })

  test.each([
    ['weak', /^OBP-30207: Invalid Password Format\. .*512\.$/],
    ['', /^OBP-30207: /],
    ['P@ssw0rd123!', /^OBP-30207: .* It is one of those that are tried first/],
    ['Fichero-2029-x', /^OBP-30207: .* It must not hold the user name/],
  ])(
    '400 OBP-30207 for the password %j, which costs no token; and before the token is looked at',
    async (password, text) => {
      const user = await forgetful()
      expect((await reset(user.reset, password)).body.message).toMatch(text)
      expect((await reset('nonsense', password)).body.message).toMatch(text)
      expect((await logIn(user.username, testPassword)).status).toBe(201)
      expect((await reset(user.reset)).status).toBe(201)
    },
  )

  test('400 OBP-30207 for a password that holds the name of the user', async () => {
    const user = await forgetful()
    const answer = await reset(user.reset, `Xx-9-${user.username}`)
    expect(answer.body.message).toMatch(/It must not hold the user name/)
  })

  test.each([
    [{ new_password: fresh }, 'token is missing.'],
    [{ token: '', new_password: fresh }, 'token must be a text of 1 to 255 characters.'],
    [{ token: null, new_password: fresh }, 'token must be a text of 1 to 255 characters.'],
    [
      { token: 'a\0b', new_password: fresh },
      'token holds a character that cannot be kept: NUL, or half of a surrogate pair.',
    ],
    [{ token: 'nonsense' }, 'new_password is missing.'],
    [{ token: 'nonsense', new_password: 7 }, 'new_password must be a text.'],
  ])('400 OBP-10001 for %j', async (body, sentence) => {
    const answer = await server.call('/obp/v6.0.0/users/password', { body })
    expect(answer.body).toEqual({ code: 400, message: `OBP-10001: Incorrect json format. ${sentence}` })
  })

  test('neither token nor password is in an answer or a row of the metrics or the audit trail', async () => {
    const user = await forgetful()
    const answers = [await reset(user.reset, 'weak-secret'), await reset(user.reset), await reset(user.reset)]
    await server.services.metrics.flush()
    const { rows } = await server.storage.pool.query(`
      select m::text from metric m union all select a::text from audit_event a union all select u::text from app_user u
      union all select r::text from password_reset r`)
    const everything = JSON.stringify([answers, rows])
    for (const secret of [user.reset, 'weak-secret', fresh]) expect(everything).not.toContain(secret)
  })

  test('429 where an address has tried too often', async () => {
    const strict = await startTestServer({ failedLoginsPerMinute: 2 })
    try {
      const statuses = []
      for (let turn = 0; turn < 3; turn++) statuses.push((await reset('nonsense', fresh, strict)).status)
      expect(statuses).toEqual([400, 400, 429])
    } finally {
      await strict.close()
    }
  })
})
