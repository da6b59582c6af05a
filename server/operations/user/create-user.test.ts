import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { createUser } from './create-user.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const password = 'Sehr-gut-7'
const newUser = (change: Record<string, unknown> = {}) => ({
  email: 'Ana.Ruiz@Example.com',
  username: `ana.${crypto.randomUUID().slice(0, 8)}`,
  password,
  first_name: 'Ana',
  last_name: 'Ruiz',
  ...change,
})
const signUp = (body: unknown, prefix = 'v2.0.0') => server.call(`/obp/${prefix}/users`, { method: 'POST', body })
const logIn = (username: string, secret: string, at = server) =>
  at.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username="${username}",password="${secret}",consumer_key="test-consumer"` },
  })
const rowsNamed = (username: string) =>
  server.storage.db.selectFrom('app_user').selectAll().where('username', '=', username).execute()

describe('createUser', () => {
  test('201 with the user, for a caller who is not logged in', async () => {
    const body = newUser()
    const answer = await signUp(body)
    expectDeclared(answer, createUser, 201)
    expect(answer.body).toEqual({
      user_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      email: 'ana.ruiz@example.com',
      provider_id: body.username,
      provider: 'fichero',
      username: body.username,
      entitlements: { list: [] },
    })
    expect(answer.text).not.toContain(password)
  })

  test('201 under the newest version too', async () => {
    expect((await signUp(newUser(), 'v6.0.0')).status).toBe(201)
  })

  test('201 for the declared example', async () => {
    expectDeclared(await signUp(createUser.example.request), createUser, 201)
  })

  test.each(['Sehr-gut-7', 'a long phrase of plain words', 'Comma,and"7quotes"', 'Ends=with,9,'])(
    'the new user logs in at once with %s and is the current user',
    async (secret) => {
      const { body: created } = await signUp(newUser({ password: secret }))
      const login = await logIn(created.username, secret)
      expect(login.status, login.text).toBe(201)
      const current = await server.call('/obp/v3.0.0/users/current', { token: login.body.token })
      expect(current.body).toMatchObject({ user_id: created.user_id, entitlements: { list: [] } })
    },
  )

  test('the new user cannot log in before validation where the settings ask for it', async () => {
    const careful = await startTestServer({ usersNeedValidation: true })
    try {
      const body = newUser()
      expect((await careful.call('/obp/v2.0.0/users', { body })).status).toBe(201)
      const login = await logIn(body.username, password, careful)
      expect(login.status).toBe(401)
      expect(login.body.message).toMatch(/^OBP-20004: /)
    } finally {
      await careful.close()
    }
  })

  test('the password is stored as a hash and nowhere else, and the audit trail tells who signed up', async () => {
    const body = newUser()
    const { body: created, headers } = await signUp(body)
    const [row] = await rowsNamed(body.username)
    expect(row!.password_hash).toMatch(/^\$argon2id\$/)
    expect(row).toMatchObject({ first_name: 'Ana', last_name: 'Ruiz', is_validated: true })
    const audit = await auditOf(server, 'app_user', created.user_id)
    expect(audit).toEqual([
      {
        bank_id: '',
        user_id: null,
        consumer_id: null,
        operation_id: 'OBPv2.0.0-createUser',
        correlation_id: headers.get('correlation-id'),
        change: {
          created: {
            provider: 'fichero',
            username: body.username,
            email: 'ana.ruiz@example.com',
            first_name: 'Ana',
            last_name: 'Ruiz',
          },
        },
      },
    ])
  })

  test('a caller who is logged in is in the audit trail', async () => {
    const { token, userId } = await server.user()
    const { body: created } = await server.call('/obp/v2.0.0/users', { token, body: newUser() })
    const audit = await auditOf(server, 'app_user', created.user_id)
    expect(audit).toMatchObject([{ user_id: userId, consumer_id: await testConsumerId(server) }])
  })

  test('409 OBP-20258 when the name is taken', async () => {
    const body = newUser()
    await signUp(body)
    const answer = await signUp({ ...body, email: 'other@example.com' })
    expect(answer.status).toBe(409)
    expect(answer.body).toEqual({
      code: 409,
      message:
        'OBP-20258: Duplicate Username. Cannot create Username because it already exists. Please choose another username.',
    })
    expect(await rowsNamed(body.username)).toHaveLength(1)
  })

  test('of ten sign-ups of one name at once, one is 201 and the others are 409', async () => {
    const body = newUser()
    const answers = await Promise.all(Array.from({ length: 10 }, () => signUp(body)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(409)])
    const rows = await rowsNamed(body.username)
    expect(rows).toHaveLength(1)
    expect(await auditOf(server, 'app_user', rows[0]!.user_id)).toHaveLength(1)
  })

  test('401 when the credentials are wrong: nobody needs any, but wrong ones are told', async () => {
    const answer = await server.call('/obp/v2.0.0/users', { token: 'nonsense', body: newUser() })
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20003: /)
  })

  test.each(['email', 'username', 'password', 'first_name', 'last_name'])('400 OBP-10001 without %s', async (field) => {
    const { [field]: _, ...body } = newUser() as Record<string, unknown>
    const answer = await signUp(body)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe(`OBP-10001: Incorrect json format. ${field} is missing.`)
  })

  test.each([
    ['email', null],
    ['username', true],
    ['password', 12_345_678_901_234_568],
    ['password', { secret: 'x' }],
    ['first_name', ['Ana']],
    ['last_name', null],
  ])('400 OBP-10001 when %s is %j', async (field, value) => {
    const answer = await signUp(newUser({ [field]: value }))
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(new RegExp(`^OBP-10001: Incorrect json format\\. ${field} must be `))
  })

  test.each([
    'P@ssw0rd123!',
    '',
    'Short-7x9',
    'alllowercase-7',
    'ALLUPPERCASE-7',
    'NoDigits-here',
    'NoSpecial77',
    'Has blank-7',
    'Ñandú-correcto-con-17',
    `Aa7-${'x'.repeat(509)}`,
  ])('400 OBP-30207 for the password %s, which is not repeated', async (secret) => {
    const body = newUser({ password: secret })
    const answer = await signUp(body)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-30207: Invalid Password Format\. /)
    if (secret) expect(answer.text).not.toContain(secret)
    expect(await rowsNamed(body.username)).toEqual([])
  })

  test.each([
    'seven77',
    '.starts.with',
    'ends.with_',
    'two..dots.here',
    'two._beside',
    'has blank here',
    'ünïcödë.name',
    'plus+sign@example.com',
    'two@at@example.com',
    '<script>alert</script>',
    'x'.repeat(101),
    `${'x'.repeat(100)}@example.com`,
  ])('400 OBP-10001 for the user name %s', async (username) => {
    const answer = await signUp(newUser({ username }))
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-10001: Incorrect json format\. username must be an e-mail address of /)
  })

  test.each(['eight888', 'x'.repeat(100), 'a.b_c.d9', 'somebody@example.com', 'a@b'])(
    '201 for the user name %s',
    async (username) => {
      const answer = await signUp(newUser({ username }))
      expect(answer.status, answer.text).toBe(201)
      expect((await logIn(username, password)).status).toBe(201)
    },
  )

  test.each([
    ['email', 'nobody', 'an e-mail address of at most 48 characters'],
    ['email', `${'x'.repeat(37)}@example.com`, 'an e-mail address of at most 48 characters'],
    ['first_name', '', 'a text of 1 to 100 characters'],
    ['first_name', 'x'.repeat(101), 'a text of 1 to 100 characters'],
    ['last_name', '  ', 'a text of 1 to 100 characters'],
    ['last_name', 'x'.repeat(101), 'a text of 1 to 100 characters'],
  ])('400 OBP-10001 when %s is %s', async (field, value, mustBe) => {
    const answer = await signUp(newUser({ [field]: value }))
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe(`OBP-10001: Incorrect json format. ${field} must be ${mustBe}.`)
  })

  test('the password is looked at before the user name, and both before a duplicate', async () => {
    const taken = newUser()
    await signUp(taken)
    const weak = await signUp(newUser({ username: 'x', password: 'weak' }))
    expect(weak.body.message).toMatch(/^OBP-30207: /)
    const nameless = await signUp({ ...taken, first_name: '' })
    expect(nameless.body.message).toMatch(/^OBP-10001: /)
    const weakTaken = await signUp({ ...taken, password: 'weak' })
    expect(weakTaken.body.message).toMatch(/^OBP-30207: /)
  })

  test('the sentence is Spanish where the caller asks for it', async () => {
    const answer = await server.call('/obp/v2.0.0/users?locale=es_ES', { body: newUser({ first_name: '' }) })
    expect(answer.body.message).toBe(
      'OBP-10001: El formato del JSON es incorrecto. first_name debe ser un texto de 1 a 100 caracteres.',
    )
  })

  test('400 OBP-10001 when the body is not JSON', async () => {
    const answer = await signUp('{"email":')
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe('OBP-10001: Incorrect json format. The body is not JSON in UTF-8.')
  })
})
