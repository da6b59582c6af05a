import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { type Answer, origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { hashPassword } from '../passwords/passwords.ts'

const path = '/my/logins/direct'
const protectedPath = '/obp/v1.4.0/banks/gh.29.uk/crm-events'
const tokenForm = /^eyJhbGciOiJIUzI1NiJ9\.eyIiOiIifQ\.[A-Za-z0-9_-]{43}$/
const wrong = 'OBP-20004: Invalid login credentials. Check username/password.'
const locked = 'OBP-20013: The account has been locked, please contact an administrator!'
const invalidToken = /^OBP-20003: This DirectLogin token is invalid or expired:/

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ emptyCrmEvents: 'list' })
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

const run = async (query: string, ...values: unknown[]) => (await server.storage.pool.query(query, values)).rows
const send = (headers: Record<string, string>, query = '') => server.call(path + query, { method: 'POST', headers })
const parameters = (username: string, password = testPassword, key = 'test-consumer') =>
  `username="${username}",password="${password}",consumer_key="${key}"`
const logIn = (username: string, password?: string, key?: string) =>
  send({ DirectLogin: parameters(username, password, key) })
const callWith = (token: string) => server.call(protectedPath, { headers: { DirectLogin: `token=${token}` } })
const messageOf = (answer: Answer): string => {
  expect(answer.body.code).toBe(answer.status)
  return answer.body.message
}
const wrongPasswordsOf = async (userId: string) =>
  (await run('select wrong_passwords from app_user where user_id = $1', userId))[0].wrong_passwords

describe('a login: 201', () => {
  test('with a token that looks like a JWT, and nothing else; nobody may keep the answer', async () => {
    const { username } = await server.user()
    const answer = await logIn(username)
    expect(answer.status).toBe(201)
    expect(Object.keys(answer.body)).toEqual(['token'])
    expect(answer.body.token).toMatch(tokenForm)
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/json/)
    expect(answer.headers.get('Cache-Control')).toContain('no-store')
  })

  test.each<[string, (u: string, p: string) => Record<string, string>]>([
    ['quoted', (u, p) => ({ DirectLogin: `username="${u}",password="${p}",consumer_key="test-consumer"` })],
    ['unquoted', (u, p) => ({ DirectLogin: `username=${u},password=${p},consumer_key=test-consumer` })],
    [
      'with blanks',
      (u, p) => ({ DirectLogin: ` username = "${u}" , password= ${p} ,  consumer_key ="test-consumer" ` }),
    ],
    ['in another order', (u, p) => ({ DirectLogin: `consumer_key=test-consumer, password="${p}", username="${u}"` })],
    ['a name in lower case', (u, p) => ({ directlogin: parameters(u, p) })],
    ['its own name before the parameters', (u, p) => ({ DirectLogin: `DirectLogin ${parameters(u, p)}` })],
    ['Authorization', (u, p) => ({ Authorization: `DirectLogin ${parameters(u, p)}` })],
    [
      'Authorization, unquoted with blanks',
      (u, p) => ({ Authorization: `DirectLogin username=${u}, password=${p}, consumer_key=test-consumer` }),
    ],
    ['both headers: its own counts', (u, p) => ({ DirectLogin: parameters(u, p), Authorization: 'Bearer abc' })],
    ['unknown parameters too', (u, p) => ({ DirectLogin: `realm="x",${parameters(u, p)},device="tablet"` })],
    ['a parameter twice: the last counts', (u, p) => ({ DirectLogin: `username="nobody",${parameters(u, p)}` })],
  ])('header: %s', async (_form, headers) => {
    const { username } = await server.user()
    const answer = await send(headers(username, testPassword))
    expect([answer.status, answer.body.token]).toEqual([201, expect.stringMatching(tokenForm)])
  })

  test.each([
    ['no body and no content type', undefined, undefined],
    ['no body, JSON', 'application/json', undefined],
    ['a body without a content type', undefined, 'anything'],
    ['a JSON body', 'application/json', '{}'],
    ['a JSON body that is broken', 'application/json; charset=utf-8', '{"username": '],
    ['a form', 'application/x-www-form-urlencoded', 'username=x&password=y'],
    ['a multipart form without its boundary', 'multipart/form-data', 'x'],
    ['plain text', 'text/plain', 'x'],
    ['an octet stream', 'application/octet-stream', '\0\x01'],
    ['a content type that is none', 'foo', 'x'],
    ['an empty content type', '', 'x'],
    ['an empty content type and no body', '', undefined],
  ])('body: %s', async (_what, type, body) => {
    const { username } = await server.user()
    const response = await fetch(server.url + path, {
      method: 'POST',
      headers: { DirectLogin: parameters(username), ...(type !== undefined && { 'Content-Type': type }) },
      // bytes, because fetch adds a content type of its own to a text
      ...(body !== undefined && { body: Buffer.from(body) }),
    })
    expect(response.status).toBe(201)
  })

  test('the token works in both headers, quoted, unquoted, and with blanks', async () => {
    const { username } = await server.user()
    const { token } = (await logIn(username)).body
    const forms: Record<string, string>[] = [
      { DirectLogin: `token=${token}` },
      { DirectLogin: `token="${token}"` },
      { DirectLogin: ` token = "${token}" ` },
      { Authorization: `DirectLogin token=${token}` },
      { Authorization: `DirectLogin token="${token}"` },
      { DirectLogin: `token=${token}`, Authorization: 'Basic something' },
    ]
    for (const headers of forms) expect((await server.call(protectedPath, { headers })).status).toBe(200)
  })

  test('ten times at once: ten tokens, and all of them work', async () => {
    const { username } = await server.user()
    const answers = await Promise.all(Array.from({ length: 10 }, () => logIn(username)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    const tokens = answers.map(({ body }) => body.token)
    expect(new Set(tokens).size).toBe(10)
    const calls = await Promise.all(tokens.map(callWith))
    expect(calls.map(({ status }) => status)).toEqual(Array(10).fill(200))
  })

  test('with passwords of all kinds of characters', async () => {
    for (const password of [
      'with blank inside 1A!',
      `q"uote'd=and=equal`,
      'com,ma,s',
      '!#$%&()*+-./:;<>?@[]^_{|}~`\\',
    ]) {
      const username = `user.${randomUUID()}`
      await server.services.users.create(origin, {
        provider: 'fichero',
        username,
        email: '',
        firstName: '',
        lastName: '',
        passwordHash: await hashPassword(password),
        isValidated: true,
      })
      expect((await logIn(username, password)).status).toBe(201)
      expect((await logIn(username, password.slice(0, -1))).status).toBe(401)
    }
  })

  test('with a name that has a blank, an at sign or a dash', async () => {
    const username = `Jo-hn Smi_th.${randomUUID().slice(0, 8)}@example.com`
    const { username: other } = await server.user()
    await run('update app_user set username = $1 where username = $2', username, other)
    expect((await logIn(username)).status).toBe(201)
  })
})

describe('a login: refusals, word for word', () => {
  let username: string
  beforeAll(async () => {
    username = (await server.user()).username
  })
  const long = 'x'.repeat(513)

  test.each<[string, Record<string, string>, number, string]>([
    ['neither header', {}, 400, 'OBP-20082: Missing DirectLogin or Authorization header.'],
    [
      'Authorization without the word',
      { Authorization: 'Basic dTpw' },
      400,
      'OBP-20083: Missing DirectLogin word at the value of Authorization header.',
    ],
    [
      'the word in lower case',
      { Authorization: 'directlogin username="u"' },
      400,
      'OBP-20083: Missing DirectLogin word at the value of Authorization header.',
    ],
    ...(
      [
        ['', 'username, password, consumer_key'],
        ['username="u"', 'password, consumer_key'],
        ['password="p"', 'username, consumer_key'],
        ['consumer_key="k"', 'username, password'],
        ['username="u",password="p"', 'consumer_key'],
        ['username="",password=,consumer_key=" "', 'username, password'],
        ['username,password', 'username, password, consumer_key'],
        ['Username="u",PASSWORD="p",consumer-key="k"', 'username, password, consumer_key'],
        ['token="abc"', 'username, password, consumer_key'],
      ] as const
    ).map(([value, missing]): [string, Record<string, string>, number, string] => [
      `only ${value || 'an empty header'}`,
      { DirectLogin: value },
      400,
      `OBP-20002: These DirectLogin parameters are missing:${missing}`,
    ]),
    [
      'a name with other characters',
      { DirectLogin: parameters("' or 1=1--") },
      400,
      'OBP-20011: Value contains invalid characters',
    ],
    ['a name that is too long', { DirectLogin: parameters(long) }, 400, 'OBP-20010: Value too long'],
    [
      'a password with other characters',
      { DirectLogin: parameters('u', 'pässword') },
      400,
      'OBP-20011: Value contains invalid characters',
    ],
    ['a password that is too long', { DirectLogin: parameters('u', long) }, 400, 'OBP-20010: Value too long'],
    [
      'a key with other characters',
      { DirectLogin: parameters('u', 'p', 'key_1') },
      400,
      'OBP-35030: The Consumer Key must be alphanumeric. (A-Z, a-z, 0-9)',
    ],
    [
      'a key that is too long',
      { DirectLogin: parameters('u', 'p', long) },
      400,
      'OBP-35031: The Consumer Key max length <= 512',
    ],
    [
      'three wrong ones',
      { DirectLogin: parameters('u?', long, 'key_1') },
      400,
      'OBP-20011: Value contains invalid charactersOBP-20010: Value too longOBP-35030: The Consumer Key must be alphanumeric. (A-Z, a-z, 0-9)',
    ],
    ['an unknown key', { DirectLogin: parameters('u', 'p', 'unknown') }, 401, 'OBP-20008: Invalid Consumer Key.'],
    ['an unknown name', { DirectLogin: parameters('nobody.at.all') }, 401, wrong],
  ])('%s', async (_what, headers, status, text) => {
    const answer = await send(headers)
    expect(messageOf(answer)).toBe(text)
    expect(answer.status).toBe(status)
  })

  test('a wrong password: 401 OBP-20004, with WWW-Authenticate', async () => {
    const answer = await logIn(username, 'Wrong-horse-1')
    expect([answer.status, messageOf(answer)]).toEqual([401, wrong])
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/\bDirectLogin realm=/)
  })

  test('the right password in another case, or with a blank: 401 OBP-20004', async () => {
    expect(messageOf(await logIn(username, testPassword.toUpperCase()))).toBe(wrong)
    expect(messageOf(await logIn(username, `${testPassword} `))).toBe(wrong)
  })

  test('values of 512 characters are not too long', async () => {
    expect(messageOf(await logIn('u'.repeat(512), 'p'.repeat(512)))).toBe(wrong)
    expect(messageOf(await logIn('u', 'p', 'k'.repeat(512)))).toBe('OBP-20008: Invalid Consumer Key.')
  })

  test('a disabled consumer: 401 OBP-20008, and the password is not looked at', async () => {
    const user = await server.user()
    await server.services.consumers.create(origin, {
      key: 'disabled-consumer',
      secret: 'secret',
      appName: 'Disabled',
      appType: 'Public',
      description: '',
      developerEmail: '',
      redirectUrl: '',
      clientCertificate: '',
      createdByUserId: null,
      isActive: false,
    })
    for (const password of [testPassword, 'Wrong-horse-1'])
      expect(messageOf(await logIn(user.username, password, 'disabled-consumer'))).toBe(
        'OBP-20008: Invalid Consumer Key.',
      )
    expect(await wrongPasswordsOf(user.userId)).toBe(0)
  })

  test.each([
    ['whose address is not validated', 'is_validated = false'],
    ['of another provider', `provider = 'https://elsewhere.example.com'`],
    ['who has no password', 'password_hash = null'],
    ['whose password hash is broken', `password_hash = 'plain'`],
    ['who is deleted', 'deleted_at = now()'],
  ])('a user %s: 401 OBP-20004', async (_what, change) => {
    const user = await server.user()
    await run(`update app_user set ${change} where user_id = $1`, user.userId)
    expect(messageOf(await logIn(user.username))).toBe(wrong)
  })

  test('the Spanish text where the call asks for it', async () => {
    const answer = await send({ DirectLogin: parameters('nobody') }, '?locale=es_ES')
    expect(messageOf(answer)).toBe(
      'OBP-20004: Credenciales no válidas. Compruebe el nombre de usuario y la contraseña.',
    )
  })

  test('no refusal repeats a name or a password', async () => {
    for (const headers of [
      { DirectLogin: parameters(username, 'Wrong-horse-1') },
      { DirectLogin: parameters(username, 'Wrong-horse-ü') },
      { DirectLogin: `username=${username},password=Wrong-horse-1` },
      { Authorization: `Basic ${parameters(username, 'Wrong-horse-1')}` },
    ]) {
      const { text } = await send(headers)
      expect(text).not.toContain('Wrong-horse')
      expect(text).not.toContain(username)
    }
  })
})

describe('the lock', () => {
  const guess = (username: string, times: number) =>
    Promise.all(Array.from({ length: times }, (_, place) => logIn(username, `Wrong-horse-${place}`)))
  const tally = (answers: Answer[]) => ({
    wrong: answers.filter((answer) => messageOf(answer) === wrong).length,
    locked: answers.filter((answer) => messageOf(answer) === locked).length,
  })

  test('five wrong passwords are OBP-20004, the sixth attempt is OBP-20013, right or wrong, for ever', async () => {
    for (const sixth of [testPassword, 'Wrong-horse-1']) {
      const { username, userId } = await server.user()
      for (let attempt = 1; attempt <= 5; attempt++)
        expect(messageOf(await logIn(username, 'Wrong-horse-1'))).toBe(wrong)
      const answer = await logIn(username, sixth)
      expect([answer.status, messageOf(answer)]).toEqual([401, locked])
      expect(messageOf(await logIn(username))).toBe(locked)
      expect(await wrongPasswordsOf(userId)).toBe(5)
    }
  })

  test('the right password starts the count again', async () => {
    const { username, userId } = await server.user()
    for (let round = 0; round < 2; round++) {
      for (let attempt = 1; attempt <= 4; attempt++)
        expect(messageOf(await logIn(username, 'Wrong-horse-1'))).toBe(wrong)
      expect((await logIn(username)).status).toBe(201)
      expect(await wrongPasswordsOf(userId)).toBe(0)
    }
  })

  test('fifty guesses at once: five learn that they are wrong, and the right password is then refused', async () => {
    const { username } = await server.user()
    expect(tally(await guess(username, 50))).toEqual({ wrong: 5, locked: 45 })
    expect(messageOf(await logIn(username))).toBe(locked)
  })

  test('the right password among guesses that come after the fifth is refused', async () => {
    const { username } = await server.user()
    await guess(username, 5)
    const [right, ...others] = await Promise.all([
      logIn(username),
      ...Array.from({ length: 20 }, () => logIn(username, 'Wrong-horse-1')),
    ])
    expect(messageOf(right!)).toBe(locked)
    expect(tally(others)).toEqual({ wrong: 0, locked: 20 })
  })

  test('a refusal for another reason does not count', async () => {
    const { username, userId } = await server.user()
    for (let attempt = 0; attempt < 7; attempt++) {
      await logIn(username, 'Wrong-horse-1', 'unknown')
      await logIn(username, '')
      await logIn(username, 'ü')
    }
    expect(await wrongPasswordsOf(userId)).toBe(0)
  })

  test('the guess that locks is in the audit trail, once, however many come at once', async () => {
    const { userId, username } = await server.user()
    await guess(username, 20)
    expect((await auditOf(server, 'app_user', userId)).slice(1)).toEqual([
      {
        bank_id: '',
        // nobody has logged in
        user_id: null,
        consumer_id: await testConsumerId(server),
        operation_id: 'directLogin',
        correlation_id: expect.stringMatching(/./),
        change: { updated: { locked: true, wrong_passwords: 5 } },
      },
    ])
  })

  test('one user is locked, not their neighbours', async () => {
    const [victim, neighbour] = await Promise.all([server.user(), server.user()])
    await guess(victim.username, 10)
    expect((await logIn(neighbour.username)).status).toBe(201)
  })

  test('WRONG_PASSWORDS_UNTIL_LOCKED', async () => {
    const strict = await startTestServer({ wrongPasswordsUntilLocked: 1 })
    try {
      const { username } = await strict.user()
      const attempt = (password: string) =>
        strict.call(path, { method: 'POST', headers: { DirectLogin: parameters(username, password) } })
      expect(messageOf(await attempt('Wrong-horse-1'))).toBe(wrong)
      expect(messageOf(await attempt(testPassword))).toBe(locked)
    } finally {
      await strict.close()
    }
  })

  test('a name that nobody has is told the same, one attempt after the other and all at once', async () => {
    const [slow, fast] = [`nobody.${randomUUID()}`, `nobody.${randomUUID()}`]
    const texts: string[] = []
    for (let attempt = 1; attempt <= 7; attempt++) texts.push(messageOf(await logIn(slow)))
    expect(texts).toEqual([...Array(5).fill(wrong), locked, locked])
    expect(tally(await guess(fast, 20))).toEqual({ wrong: 5, locked: 15 })
  })

  test('which names that nobody has count together is the secret of the database', async () => {
    const name = `nobody.${randomUUID()}`
    expect(tally(await guess(name, 6))).toEqual({ wrong: 5, locked: 1 })
    expect(
      await run('update installation set secret = sha256(secret) returning octet_length(secret) as bytes'),
    ).toEqual([{ bytes: 32 }])
    // in another row now
    expect(messageOf(await logIn(name))).toBe(wrong)
  })

  test('a login that comes while hundreds wait is 503 OBP-10040 with Retry-After, and no wrong password', async () => {
    const { username, userId } = await server.user()
    const waiting = Array.from({ length: 64 }, () => hashPassword('Wrong-horse-1'))
    const answer = await logIn(username, 'Wrong-horse-1')
    expect([answer.status, answer.headers.get('Retry-After'), messageOf(answer)]).toEqual([
      503,
      '1',
      'OBP-10040: The Service is too busy, please try it later.',
    ])
    await Promise.all(waiting)
    expect(await wrongPasswordsOf(userId)).toBe(0)
    expect((await logIn(username)).status).toBe(201)
  })

  test('names that nobody has leave no more than a bounded number of small rows', async () => {
    const rows = async () => (await run('select count(*), max(wrong_passwords) as most from unknown_login'))[0]
    const name = `nobody.${randomUUID()}`
    await guess(name, 10)
    const before = await rows()
    await guess(name, 10)
    expect(await rows()).toEqual(before)
    expect(before.most).toBe(6)
    expect(JSON.stringify(await run('select * from unknown_login'))).not.toContain(name)
    // the table has no room for more than 65536 of them
    for (const bucket of [-1, 65_536])
      await expect(run('insert into unknown_login values ($1, 1)', bucket)).rejects.toMatchObject({ code: '23514' })
    await expect(run('insert into unknown_login select bucket, 1 from unknown_login limit 1')).rejects.toMatchObject({
      code: '23505',
    })
  })
})

describe('a token', () => {
  test.each([
    ['whose user is locked', 'update app_user set wrong_passwords = 5 where user_id = $1', locked],
    [
      'whose user is deleted',
      'update app_user set deleted_at = now() where user_id = $1',
      'OBP-20064: The user is deleted!',
    ],
    ['that has expired', 'update login_token set expires_at = now() where user_id = $1', invalidToken],
    ['that is revoked', 'delete from login_token where user_id = $1', invalidToken],
  ])('%s is refused with 401 on the very next call', async (_what, change, text) => {
    const { username, userId } = await server.user()
    const { token } = (await logIn(username)).body
    expect((await callWith(token)).status).toBe(200)
    await run(change, userId)
    const answer = await callWith(token)
    expect(answer.status).toBe(401)
    expect(messageOf(answer)).toMatch(text)
    expect(answer.text).not.toContain(token)
    expect(JSON.stringify([...answer.headers])).not.toContain(token)
  })

  test('locked by guesses of somebody else, the user is out at once, and back in when the lock is lifted', async () => {
    const { username, userId } = await server.user()
    const { token } = (await logIn(username)).body
    await Promise.all(Array.from({ length: 6 }, () => logIn(username, 'Wrong-horse-1')))
    expect(messageOf(await callWith(token))).toBe(locked)
    await run('update app_user set wrong_passwords = 0 where user_id = $1', userId)
    expect((await callWith(token)).status).toBe(200)
  })

  test('of a consumer that is disabled is refused at once, and good again when it is enabled', async () => {
    const { username } = await server.user()
    const { token } = (await logIn(username)).body
    await run(`update consumer set is_active = false where consumer_key = 'test-consumer'`)
    const answer = await callWith(token)
    await run(`update consumer set is_active = true where consumer_key = 'test-consumer'`)
    expect(answer.status).toBe(401)
    expect(messageOf(answer)).toMatch(invalidToken)
    expect((await callWith(token)).status).toBe(200)
  })

  test.each([
    ['of the right form', `eyJhbGciOiJIUzI1NiJ9.eyIiOiIifQ.${'A'.repeat(43)}`],
    ['of another form', 'abc'],
    ['with SQL in it', "' or '1'='1"],
    ['of 8000 characters', 'x'.repeat(8000)],
  ])('that nobody was given, %s: 401 OBP-20003, and it is not repeated', async (_form, token) => {
    const answer = await callWith(token)
    expect(answer.status).toBe(401)
    expect(messageOf(answer)).toMatch(invalidToken)
    expect(answer.text).not.toContain(token)
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/\bDirectLogin realm=/)
  })

  test('with one character more, less or changed is another token', async () => {
    const { username } = await server.user()
    const { token } = (await logIn(username)).body
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A')
    for (const other of [`${token}A`, token.slice(0, -1), changed, token.toLowerCase()])
      expect((await callWith(other)).status).toBe(401)
  })

  test('that is missing in the header: 400 OBP-20002', async () => {
    for (const value of ['', 'token=', 'token=""', 'username="u"', 'Token=abc']) {
      const answer = await server.call(protectedPath, { headers: { DirectLogin: value } })
      expect([answer.status, messageOf(answer)]).toEqual([
        400,
        'OBP-20002: These DirectLogin parameters are missing:token',
      ])
    }
  })

  test('lives for TOKEN_LIFETIME_HOURS', async () => {
    const { username, userId } = await server.user()
    await run('delete from login_token where user_id = $1', userId)
    await logIn(username)
    const [{ hours }] = await run(
      'select extract(epoch from expires_at - created_at)::integer / 3600.0 as hours from login_token where user_id = $1',
      userId,
    )
    expect(Number(hours)).toBe(672)
  })

  test('stands in no table; its hash does, once; and a login leaves no audit row', async () => {
    const { username, userId } = await server.user()
    await run('delete from login_token where user_id = $1', userId)
    const [before] = await run('select count(*) from audit_event')
    const { token } = (await logIn(username)).body
    await callWith(token)
    await logIn(username, 'Wrong-horse-1')
    expect(await run('select count(*) from audit_event')).toEqual([before])

    const tables = await run(`select table_name from information_schema.tables where table_schema = 'public'`)
    expect(tables.length).toBeGreaterThan(10)
    const found: string[] = []
    // bytea shows as hex, so the token is looked for as it is and as bytes
    for (const secret of [token, token.split('.')[2]!, testPassword, 'Wrong-horse-1'])
      for (const { table_name } of tables) {
        const [{ hits }] = await run(
          `select count(*) as hits from ${table_name} t where strpos(t::text, $1) > 0 or strpos(t::text, $2) > 0`,
          secret,
          Buffer.from(secret).toString('hex'),
        )
        if (hits > 0) found.push(table_name)
      }
    expect(found).toEqual([])
    const hash = createHash('sha256').update(token).digest()
    expect(await run('select user_id from login_token where token_hash = $1', hash)).toEqual([{ user_id: userId }])
  })
})
