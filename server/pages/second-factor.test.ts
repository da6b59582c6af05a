import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { codeAt } from '../authentication/second-factors/one-time-codes.ts'
import { auditOf } from '../testing/audit.ts'
import { browsing, words } from '../testing/pages.ts'
import { giveSecondFactor } from '../testing/second-factor.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  // a clock that only the tests move: codes are of it
  vi.useFakeTimers({ toFake: ['Date'] })
  server = await startTestServer()
})
beforeEach(() => later(300))
afterAll(async () => {
  await server.close()
  vi.useRealTimers()
})

const later = (seconds: number) => void vi.setSystemTime(Date.now() + seconds * 1000)
const path = '/user_mgt/second_factor'
const { send, logIn } = browsing(() => server)
const fieldsOf = (username: string) => ({ username, password: testPassword })
const act = (username: string, decision: string, code = '', at = server) =>
  send(path, { ...fieldsOf(username), decision, code }, {}, at)
/** Logs in on a page that asks for a password. */
const show = (username: string, code = '', password = testPassword, at = server) =>
  send('/user_mgt/applications', { username, password, code, decision: 'show' }, {}, at)
async function protectedUser(at = server) {
  const user = await at.user()
  return { ...user, ...(await giveSecondFactor(at, user.userId)) }
}
const wrongPasswords = async (username: string) =>
  (await server.services.userDirectory.find({ username, isDeleted: false }))[0]!.wrongPasswords

describe('setting up a second factor', () => {
  test('shows a key as text, link and picture, counts once a code confirms it, and gives ten recovery codes', async () => {
    const { username, userId, token } = await server.user()
    const begun = await act(username, 'begin')
    expect(begun.status).toBe(200)
    const key = /id="key">([A-Z2-7 ]+)</.exec(begun.text)![1]!.replaceAll(' ', '')
    expect(key).toHaveLength(32)
    expect(begun.text).toContain(`secret=${key}&amp;`)
    expect(begun.text).toMatch(/href="otpauth:\/\/totp\/127\.0\.0\.1:/)
    expect(begun.text).toMatch(/<div class="picture" role="img" aria-label="QR code of the key"><svg /)
    // not yet
    expect((await show(username)).status).toBe(200)
    const secret = (await server.services.secondFactors.begun(userId))!
    const done = await act(username, 'confirm', codeAt(secret, Date.now()))
    expect([done.status, words(done.text)]).toEqual([200, expect.stringContaining('Your second factor is set up')])
    const codes = [...done.text.matchAll(/<code>([A-Z2-7 ]{29})<\/code>/g)].map(([, code]) => code!)
    expect(new Set(codes).size).toBe(10)
    expect(words(done.text)).toContain('Every login that you had has ended, so log in again.')
    expect(done.text).toContain('<a href="/?locale=en_GB">To the API Explorer</a>')
    expect((await show(username)).status).toBe(401)
    expect((await show(username, codeAt(secret, Date.now() + 30_000))).status).toBe(200)
    // as a changed password does
    expect((await server.call('/obp/v3.0.0/users/current', { token })).status).toBe(401)
    expect(await auditOf(server, 'second_factor', userId)).toMatchObject([
      { operation_id: 'secondFactorPage', user_id: userId, change: { created: {} } },
    ])
  })

  test('neither the key nor a recovery code is in the database or its audit trail as it is', async () => {
    const { userId, secret, recoveryCodes } = await protectedUser()
    const { rows } = await server.storage.pool.query(
      `select f::text, encode(f.secret, 'escape') from second_factor f where user_id = $1
       union all select r::text, '' from recovery_code r where user_id = $1
       union all select a::text, '' from audit_event a where subject_id = $1`,
      [userId],
    )
    expect(rows).toHaveLength(13)
    const kept = JSON.stringify(rows)
    for (const text of [
      Buffer.from(secret).toString('hex'),
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll(' ', '')),
    ])
      expect(kept).not.toContain(text)
  })

  test('what was sealed for one user is nothing for another', async () => {
    const [one, other] = [await protectedUser(), await protectedUser()]
    await server.storage.pool.query(
      'update second_factor set secret = (select secret from second_factor where user_id = $1) where user_id = $2',
      [one.userId, other.userId],
    )
    expect((await show(other.username, one.nextCode())).status).toBe(500)
    expect((await show(one.username, one.nextCode())).status).toBe(200)
  })

  test('400 for a wrong code, and the same key waits', async () => {
    const { username, userId } = await server.user()
    const begun = await act(username, 'begin')
    const page = await act(username, 'confirm', '000000')
    expect([page.status, words(page.text)]).toEqual([400, expect.stringContaining('The code is wrong or too old')])
    expect(page.text).toMatch(/id="code"[^>]*aria-invalid="true"/)
    const key = (text: string) => /id="key">([A-Z2-7 ]+)</.exec(text)![1]
    expect(key(page.text)).toBe(key(begun.text))
    expect((await show(username)).status).toBe(200)
    expect(await server.services.secondFactors.compare(userId, '')).toBeNull()
  })

  test('of two confirmations at once one gives codes', async () => {
    const { username, userId } = await server.user()
    await act(username, 'begin')
    const code = codeAt((await server.services.secondFactors.begun(userId))!, Date.now())
    const given = await Promise.all([1, 2, 3].map(() => server.services.secondFactors.confirm(origin, userId, code)))
    expect(given.filter(Boolean)).toHaveLength(1)
  })

  test('nobody replaces one that counts; a wrong password shows no key', async () => {
    const { username, userId, nextCode } = await protectedUser()
    const page = await act(username, 'begin', nextCode())
    expect([page.status, words(page.text)]).toEqual([400, expect.stringContaining('You have a second factor.')])
    expect((await act(username, 'begin')).status).toBe(401)
    expect(await server.services.secondFactors.begin(userId)).toBeNull()
    const other = await server.user()
    const wrong = await send(path, { ...fieldsOf(other.username), password: 'Wrong-horse-1', decision: 'begin' })
    expect(wrong.status).toBe(401)
    expect(wrong.text).not.toContain('id="key"')
  })

  test('is removed by password and code, not by the password alone, and ends every login', async () => {
    const { username, userId, nextCode } = await protectedUser()
    expect((await act(username, 'remove')).status).toBe(401)
    const page = await act(`${username}`, 'remove', nextCode())
    expect([page.status, words(page.text)]).toEqual([200, expect.stringContaining('Your second factor is removed')])
    expect((await show(username)).status).toBe(200)
    expect((await auditOf(server, 'second_factor', userId)).at(-1)).toMatchObject({ change: { deleted: {} } })
    const none = await act(username, 'remove')
    expect([none.status, words(none.text)]).toEqual([400, expect.stringContaining('You have no second factor.')])
  })

  test('is a page in both languages that runs nothing and keeps no cookie; a form from elsewhere is refused', async () => {
    const page = await server.call(path)
    expect([page.status, page.headers.get('set-cookie')]).toEqual([200, null])
    expect(page.text).not.toContain('<script')
    expect((await server.call(`${path}?locale=es_ES`)).text).toContain('<h1>Segundo factor</h1>')
    const { username, userId } = await server.user()
    const fields = { ...fieldsOf(username), decision: 'begin' }
    expect((await send(path, fields, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
    expect(await server.services.secondFactors.begun(userId)).toBeNull()
  })

  test('dies with its user', async () => {
    const { userId } = await protectedUser()
    await server.services.userDirectory.delete(origin, userId)
    const { rows } = await server.storage.pool.query(
      'select user_id from second_factor where user_id = $1 union all select user_id from recovery_code where user_id = $1',
      [userId],
    )
    expect(rows).toEqual([])
  })
})

describe('logging in with a second factor', () => {
  const application = {
    app_name: 'Branch desk',
    app_type: 'Confidential',
    description: 'What the branch works with',
    developer_email: 'vera@example.com',
    company: '',
    redirect_url: '',
  }

  test.each<[string, Record<string, string>, number]>([
    ['/user_mgt/change_password', { new_password: 'Tidewater-2029' }, 200],
    ['/user_mgt/applications', { decision: 'show' }, 200],
    ['/consumer-registration', application, 201],
  ])('%s asks for the code', async (page, fields, status) => {
    const { username, nextCode } = await protectedUser()
    const login = fieldsOf(username)
    expect((await server.call(page)).text).toMatch(
      /<label for="code">.*<input id="code"[^>]*autocomplete="one-time-code"/s,
    )
    expect((await send(page, { ...login, ...fields })).status).toBe(401)
    expect((await send(page, { ...login, ...fields, code: '000000' })).status).toBe(401)
    expect((await send(page, { ...login, ...fields, password: 'Wrong-horse-1', code: nextCode() })).status).toBe(401)
    expect((await send(page, { ...login, ...fields, code: nextCode() })).status).toBe(status)
  })

  test('a user without one needs no code, and whatever they type there does not count', async () => {
    const { username } = await server.user()
    expect((await show(username, '123456')).status).toBe(200)
  })

  test('a wrong password, a wrong code, a missing one and an unknown name get the same words', async () => {
    const { username, nextCode } = await protectedUser()
    const pages = [
      await show(username, nextCode(), 'Wrong-horse-1'),
      await show(username, '000000'),
      await show(username),
      await show('nobody.here'),
    ]
    expect(pages.map(({ status }) => status)).toEqual([401, 401, 401, 401])
    expect(new Set(pages.map(({ text }) => text.replaceAll(username, '').replaceAll('nobody.here', ''))).size).toBe(1)
  })

  test('a code is good once, also for two at once, and an older one never after a newer one', async () => {
    const { username, secret } = await protectedUser()
    later(90)
    const [before, code] = [codeAt(secret, Date.now() - 30_000), codeAt(secret, Date.now())]
    const answers = await Promise.all([1, 2, 3].map(() => show(username, code)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect((await show(username, code)).status).toBe(401)
    expect((await show(username, before)).status).toBe(401)
    later(30)
    expect((await show(username, code)).status).toBe(401)
    await server.services.userDirectory.unlock(origin, (await protectedUserId(username))!)
    expect((await show(username, codeAt(secret, Date.now()))).status).toBe(200)
  })
  const protectedUserId = async (username: string) =>
    (await server.services.userDirectory.find({ username, isDeleted: false }))[0]?.userId

  test('the code that set it up is used up', async () => {
    const { username, secret } = await protectedUser()
    expect((await show(username, codeAt(secret, Date.now()))).status).toBe(401)
  })

  test('the clock may be one step off, no more', async () => {
    const { username, secret } = await protectedUser()
    later(300)
    for (const [off, status] of [
      [-60, 401],
      [60, 401],
      [-30, 200],
      [30, 200],
    ] as const)
      expect((await show(username, codeAt(secret, Date.now() + off * 1000))).status, String(off)).toBe(status)
  })

  test('the code of another user does not count, nor does their recovery code', async () => {
    const [one, other] = [await protectedUser(), await protectedUser()]
    expect((await show(one.username, other.nextCode())).status).toBe(401)
    expect((await show(one.username, other.recoveryCodes[0])).status).toBe(401)
    expect((await show(other.username, other.recoveryCodes[0])).status).toBe(200)
  })

  test('a recovery code counts once, however it is written, also of two at once, and the audit trail tells it', async () => {
    const { username, userId, recoveryCodes } = await protectedUser()
    const [one, other] = recoveryCodes as [string, string]
    expect((await show(username, one.toLowerCase().replaceAll(' ', '-'))).status).toBe(200)
    expect((await show(username, one)).status).toBe(401)
    const answers = await Promise.all([1, 2, 3].map(() => show(username, other)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401])
    expect((await auditOf(server, 'second_factor', userId)).map(({ change }) => change)).toEqual([
      { created: {} },
      { updated: { recovery_code: '(used)' } },
      { updated: { recovery_code: '(used)' } },
    ])
  })

  test('a user who is locked, or not validated, keeps their recovery codes, whatever they try', async () => {
    const left = async (userId: string) =>
      (await server.storage.pool.query('select from recovery_code where user_id = $1', [userId])).rowCount
    const locked = await protectedUser()
    await server.services.userDirectory.lock(origin, locked.userId)
    const guessed = await protectedUser()
    for (let turn = 0; turn < 5; turn++) await show(guessed.username, '000000')
    const waiting = await protectedUser()
    await server.storage.pool.query('update app_user set is_validated = false where user_id = $1', [waiting.userId])
    for (const { username, userId, recoveryCodes } of [locked, guessed, waiting]) {
      for (const code of recoveryCodes.slice(0, 3)) expect((await show(username, code)).status).toBe(401)
      expect(await server.services.users.isRightCode(origin, userId, recoveryCodes[0]!)).toBe(userId === waiting.userId)
    }
    expect(await Promise.all([locked, guessed, waiting].map(({ userId }) => left(userId)))).toEqual([10, 10, 9])
    await server.services.userDirectory.unlock(origin, locked.userId)
    expect((await show(locked.username, locked.recoveryCodes[0])).status).toBe(200)
  })

  test('a password without a code does not count, right or wrong: no number of tries tells which it was', async () => {
    const { username, nextCode } = await protectedUser()
    const pages = []
    for (let turn = 0; turn < 7; turn++) pages.push(await show(username), await show(username, '', 'Wrong-horse-1'))
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1)
    expect(await wrongPasswords(username)).toBe(0)
    expect((await show(username, nextCode())).status).toBe(200)
  })

  test('a password without a code does not take back what wrong codes counted, and is told of a lock', async () => {
    const { username } = await protectedUser()
    for (let turn = 1; turn <= 5; turn++) {
      expect((await show(username, '000000')).status).toBe(401)
      const page = words((await show(username)).text)
      expect(page).toContain(turn < 5 ? 'the code is wrong' : 'The account has been locked')
      expect(await wrongPasswords(username)).toBe(turn)
    }
  })

  test('wrong codes lock as wrong passwords do, and then the right one does not help', async () => {
    const { username, userId, nextCode, recoveryCodes } = await protectedUser()
    for (let turn = 1; turn <= 5; turn++) {
      expect((await show(username, '000000')).status).toBe(401)
      expect(await wrongPasswords(username)).toBe(turn)
    }
    for (const code of [nextCode(), recoveryCodes[0]!]) {
      const page = await show(username, code)
      expect([page.status, words(page.text)]).toEqual([401, expect.stringContaining('The account has been locked')])
    }
    expect((await auditOf(server, 'app_user', userId)).at(-1)).toMatchObject({ change: { updated: { locked: true } } })
  })

  test('of fifty guesses at once no more are compared than lock the user', async () => {
    const { username } = await protectedUser()
    const pages = await Promise.all(Array.from({ length: 50 }, (_, turn) => show(username, String(100_000 + turn))))
    expect(pages.filter(({ text }) => words(text).includes('the code is wrong'))).toHaveLength(5)
  })

  const fresh = 'Tidewater-2029'
  const reset = (token: string | null, code = '') =>
    send(`/user_mgt/reset_password/${token}`, { new_password: fresh, code })
  const resetByCall = (token: string | null, more = {}) =>
    server.call('/obp/v6.0.0/users/password', { body: { token, new_password: fresh, ...more } })

  test('a reset password asks for it, and does not take it away', async () => {
    const { username, userId, recoveryCodes, nextCode } = await protectedUser()
    const token = await server.services.passwordResets.create(origin, userId)
    for (const code of ['', '000000']) {
      const page = await reset(token, code)
      expect([page.status, words(page.text)]).toEqual([401, expect.stringContaining('The code of your second factor')])
      expect(page.text).toMatch(/id="code"[^>]*aria-invalid="true"/)
    }
    expect(await wrongPasswords(username)).toBe(2)
    expect((await show(username, recoveryCodes[0])).status).toBe(200)
    expect((await reset(token, nextCode())).status).toBe(200)
    expect((await show(username, '', fresh)).status).toBe(401)
    later(60)
    expect((await show(username, nextCode(), fresh)).status).toBe(200)
  })

  test('a reset by a call asks for it too', async () => {
    const { userId, nextCode } = await protectedUser()
    const token = await server.services.passwordResets.create(origin, userId)
    for (const more of [{}, { second_factor_code: '000000' }])
      expect((await resetByCall(token, more)).body).toEqual({
        code: 400,
        message: 'OBP-10001: Incorrect json format. second_factor_code must be right, and the account not locked.',
      })
    expect((await resetByCall(token, { second_factor_code: nextCode() })).status).toBe(201)
  })

  test('whoever can make resets, too, has five guesses, and then no reset unlocks', async () => {
    const { username, userId, nextCode } = await protectedUser()
    const { passwordResets } = server.services
    for (let turn = 1; turn <= 5; turn++) {
      await resetByCall(await passwordResets.create(origin, userId), { second_factor_code: '000000' })
      expect(await wrongPasswords(username)).toBe(turn)
    }
    const token = await passwordResets.create(origin, userId)
    expect((await reset(token, nextCode())).status).toBe(401)
    expect((await resetByCall(token, { second_factor_code: codeOfNext(nextCode) })).status).toBe(400)
    await server.services.userDirectory.unlock(origin, userId)
    later(60)
    expect((await reset(token, nextCode())).status).toBe(200)
  })
  const codeOfNext = (nextCode: () => string) => {
    later(30)
    return nextCode()
  }
})

describe('DirectLogin', () => {
  test('refuses a user with a second factor in the words of a wrong password, and locks them by neither', async () => {
    const { username, nextCode } = await protectedUser()
    for (let night = 0; night < 7; night++) {
      const [right, wrong] = [await logIn(username, testPassword), await logIn(username, 'Wrong-horse-1')]
      expect([right.status, right.text]).toEqual([401, wrong.text])
      expect(right.body.message).toMatch(/^OBP-20004: /)
    }
    expect((await show(username, nextCode())).status).toBe(200)
  })

  test('counts these refusals against the address', async () => {
    const strict = await startTestServer({ failedLoginsPerMinute: 2 })
    try {
      const { username } = await protectedUser(strict)
      const answers = []
      for (let turn = 0; turn < 3; turn++) answers.push((await logIn(username, testPassword, { at: strict })).status)
      expect(answers).toEqual([401, 401, 429])
    } finally {
      await strict.close()
    }
  })

  test('takes the password alone where DIRECT_LOGIN_SKIPS_SECOND_FACTOR says so; pages still ask', async () => {
    const lenient = await startTestServer({ directLoginSkipsSecondFactor: true, requireSecondFactor: true })
    try {
      const { username } = await protectedUser(lenient)
      expect((await logIn(username, testPassword, { at: lenient })).status).toBe(201)
      expect((await logIn((await lenient.user()).username, testPassword, { at: lenient })).status).toBe(201)
      expect((await show(username, '', testPassword, lenient)).status).toBe(401)
    } finally {
      await lenient.close()
    }
  })
})

test('with REQUIRE_SECOND_FACTOR a user without one can do nothing but set one up', async () => {
  const strict = await startTestServer({ requireSecondFactor: true })
  try {
    const { username, userId } = await strict.user()
    const page = await show(username, '', testPassword, strict)
    expect([page.status, words(page.text)]).toEqual([
      403,
      expect.stringContaining('You need a second factor to log in'),
    ])
    expect(page.text).toContain('href="/user_mgt/second_factor?locale=en_GB"')
    const direct = await logIn(username, testPassword, { at: strict })
    expect([direct.status, direct.body.message]).toEqual([
      401,
      'OBP-20004: Invalid login credentials. Check username/password. This server asks for a second factor: see /user_mgt/second_factor.',
    ])
    // who does not know the password is not told
    expect((await show(username, '', 'Wrong-horse-1', strict)).status).toBe(401)
    expect((await act(username, 'begin', '', strict)).status).toBe(200)
    const secret = (await strict.services.secondFactors.begun(userId))!
    expect((await act(username, 'confirm', codeAt(secret, Date.now()), strict)).status).toBe(200)
    expect((await show(username, codeAt(secret, Date.now() + 30_000), testPassword, strict)).status).toBe(200)
  } finally {
    await strict.close()
  }
})
