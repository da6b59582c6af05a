import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { createConsumerV400 } from './create-consumer-v400.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const path = '/obp/v4.0.0/management/consumers'
const body = {
  app_name: 'Branch desk',
  app_type: 'Public',
  description: 'Looks after customers',
  developer_email: ' Developer@Example.com ',
  redirect_url: 'https://desk.example.com/callback?from=obp',
  enabled: true,
  clientCertificate: '-----BEGIN CERTIFICATE-----',
}
const registrar = () => server.user({ '': ['CanCreateConsumer'] })
const create = async (change: Record<string, unknown> = {}, token?: string) =>
  server.call(path, { token: token ?? (await registrar()).token, body: { ...body, ...change } })
const rows = () => server.storage.db.selectFrom('consumer').selectAll().execute()
const logIn = (username: string, key: string) =>
  server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=${key}` },
  })

describe('createConsumerV400', () => {
  test('201 with the consumer, its key and its secret, created by the caller', async () => {
    const { token, userId, username } = await registrar()
    const before = Date.now()
    const answer = await create({}, token)
    expectDeclared(answer, createConsumerV400, 201)
    expect(answer.body).toEqual({
      consumer_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      key: expect.stringMatching(/^[0-9a-z]{40}$/),
      secret: expect.stringMatching(/^[0-9a-z]{40}$/),
      app_name: 'Branch desk',
      app_type: 'Public',
      description: 'Looks after customers',
      client_certificate: '-----BEGIN CERTIFICATE-----',
      developer_email: 'developer@example.com',
      redirect_url: 'https://desk.example.com/callback?from=obp',
      created_by_user_id: userId,
      created_by_user: {
        user_id: userId,
        email: `${username}@example.com`,
        provider_id: username,
        provider: 'fichero',
        username,
      },
      enabled: true,
      created: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/),
    })
    expect(answer.body.key).not.toBe(answer.body.secret)
    expect(Math.abs(Date.parse(answer.body.created) - before)).toBeLessThan(60_000)
  })

  test('201 for the declared example', async () => {
    const { token } = await registrar()
    const answer = await server.call(path, { token, body: createConsumerV400.example.request })
    expectDeclared(answer, createConsumerV400, 201)
  })

  test('users log in with the key at once', async () => {
    const { username } = await server.user()
    const { key } = (await create()).body
    const login = await logIn(username, key)
    expect(login.status, login.text).toBe(201)
    expect((await server.call('/obp/v3.0.0/users/current', { token: login.body.token })).body).toMatchObject({
      username,
    })
  })

  test('nobody logs in with the key of one that was not enabled', async () => {
    const { username } = await server.user()
    const { body: created } = await create({ enabled: false })
    expect(created.enabled).toBe(false)
    const login = await logIn(username, created.key)
    expect(login.status).toBe(401)
    expect(login.body.message).toMatch(/^OBP-20008: /)
  })

  test('the creator is the caller and the date is now, whatever the body says', async () => {
    const { token, userId } = await registrar()
    const answer = await create({ created_by_user_id: 'somebody', created: '2013-01-21T23:08:00Z', key: 'mine' }, token)
    expect(answer.status).toBe(201)
    expect(answer.body.created_by_user_id).toBe(userId)
    expect(answer.body.created).not.toBe('2013-01-21T23:08:00Z')
    expect(answer.body.key).not.toBe('mine')
  })

  test.each([undefined, null])('201 when what may be left out is %s', async (nothing) => {
    const answer = await create({ app_type: nothing, redirect_url: nothing, clientCertificate: nothing })
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({ app_type: 'Unknown', redirect_url: '', client_certificate: '' })
  })

  test.each([
    ['Confidential', 'Confidential'],
    ['Public', 'Public'],
    ['Web', 'Confidential'],
    ['Mobile', 'Public'],
    ['mobile', 'Public'],
    ['Test', 'Unknown'],
    ['', 'Unknown'],
  ])('the type %j is %s', async (app_type, kept) => {
    expect((await create({ app_type })).body.app_type).toBe(kept)
  })

  test.each(['', 'https://a.example.com', 'http://localhost:3000/cb?x=1', 'com.example.desk:/callback'])(
    '201 with the redirect URL %j',
    async (redirect_url) => {
      const answer = await create({ redirect_url })
      expect([answer.status, answer.body.redirect_url]).toEqual([201, redirect_url])
    },
  )

  test('the audit trail tells who created what, without key and secret', async () => {
    const { token, userId } = await registrar()
    const { body: created, headers } = await create({}, token)
    const trail = await auditOf(server, 'consumer', created.consumer_id)
    expect(trail).toEqual([
      {
        bank_id: '',
        user_id: userId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv4.0.0-createConsumer',
        correlation_id: headers.get('correlation-id'),
        change: {
          created: expect.objectContaining({ appName: 'Branch desk', developerEmail: 'developer@example.com' }),
        },
      },
    ])
    const { rows: everything } = await server.storage.pool.query('select * from audit_event')
    for (const secret of [created.key, created.secret]) expect(JSON.stringify(everything)).not.toContain(secret)
  })

  test('ten of one name at once are ten consumers with keys and secrets of their own', async () => {
    const { token, userId } = await registrar()
    const answers = await Promise.all(Array.from({ length: 10 }, () => create({}, token)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(201))
    const unique = new Set(answers.flatMap(({ body: { consumer_id, key, secret } }) => [consumer_id, key, secret]))
    expect(unique.size).toBe(30)
    expect((await rows()).filter(({ created_by_user_id }) => created_by_user_id === userId)).toHaveLength(10)
  })

  test('401 without a login', async () => {
    const answer = await server.call(path, { body: 'not JSON' })
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 when the role is missing, or held at a bank, before the body is looked at', async () => {
    await server.bank('gh.29.uk')
    const before = await rows()
    for (const { token } of [await server.user(), await server.user({ 'gh.29.uk': ['CanCreateConsumer'] })])
      for (const sent of ['not JSON', body]) {
        const answer = await server.call(path, { token, body: sent })
        expect(answer.status).toBe(403)
        expect(answer.body.message).toMatch(/^OBP-20006: User is missing one or more roles: CanCreateConsumer$/)
      }
    expect(await rows()).toEqual(before)
  })

  test.each(['app_name', 'description', 'developer_email', 'enabled'])('400 OBP-10001 without %s', async (field) => {
    const answer = await create({ [field]: undefined })
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `OBP-10001: Incorrect json format. ${field} is missing.`,
    ])
  })

  const url =
    'a URL such as https://app.example.com/callback of at most 2000 characters and without a fragment, or empty, or null'
  const mail = 'an e-mail address of at most 200 characters'
  test.each([
    ['app_name', 'ab', 'a text of 3 to 100 characters'],
    ['app_name', 12, 'a text of 3 to 100 characters'],
    ['app_name', 'x'.repeat(101), 'a text of 3 to 100 characters'],
    ['app_name', null, 'a text of 3 to 100 characters'],
    ['app_type', true, 'a text of at most 100 characters, or null'],
    ['app_type', 'x'.repeat(101), 'a text of at most 100 characters, or null'],
    ['description', '', 'a text of 1 to 2000 characters'],
    ['description', 'x'.repeat(2001), 'a text of 1 to 2000 characters'],
    ['description', {}, 'a text of 1 to 2000 characters'],
    ['developer_email', 'nobody', mail],
    ['developer_email', '', mail],
    ['developer_email', 5, mail],
    ['developer_email', `${'x'.repeat(190)}@example.com`, mail],
    ['redirect_url', 'callback', url],
    ['redirect_url', '/callback', url],
    ['redirect_url', 'https://', url],
    ['redirect_url', 'https://a.example.com/#here', url],
    ['redirect_url', ' https://a.example.com', url],
    ['redirect_url', 'https://a.exa\nmple.com', url],
    ['redirect_url', 'javascript:alert(1)', url],
    ['redirect_url', 'JavaScript:alert(1)', url],
    ['redirect_url', 'data:text/html,x', url],
    ['redirect_url', 7, url],
    ['redirect_url', `https://a.example.com/${'x'.repeat(2000)}`, url],
    ['enabled', 'true', 'true or false'],
    ['enabled', 1, 'true or false'],
    ['enabled', null, 'true or false'],
    ['clientCertificate', 'x'.repeat(4001), 'a text of at most 4000 characters, or null'],
    ['clientCertificate', [], 'a text of at most 4000 characters, or null'],
  ])('400 OBP-10001 when %s is %j', async (field, value, mustBe) => {
    const before = (await rows()).length
    const answer = await create({ [field]: value })
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `OBP-10001: Incorrect json format. ${field} must be ${mustBe}.`,
    ])
    expect(await rows()).toHaveLength(before)
  })

  test('201 at the limits of every field', async () => {
    const change = {
      app_name: 'x'.repeat(100),
      app_type: 'x'.repeat(100),
      description: 'x'.repeat(2000),
      developer_email: `${'x'.repeat(188)}@example.com`,
      redirect_url: 'https://a.example.com/'.padEnd(2000, 'x'),
      clientCertificate: 'x'.repeat(4000),
    }
    const answer = await create(change)
    const { clientCertificate: client_certificate, app_type: _, ...same } = change
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({ ...same, client_certificate })
    expect((await create({ app_name: 123 })).body.app_name).toBe('123')
  })

  test('400 OBP-10001 for what is not JSON, or no object', async () => {
    const { token } = await registrar()
    const message = async (sent: string) => (await server.call(path, { token, body: sent })).body.message
    expect(await message('{')).toBe('OBP-10001: Incorrect json format. The body is not JSON in UTF-8.')
    expect(await message('[]')).toBe('OBP-10001: Incorrect json format. The body must be an object.')
  })

  test('later versions answer 201, earlier ones 200 or 404', async () => {
    const { token } = await registrar()
    for (const [prefix, status] of [
      ['v6.0.0', 201],
      ['v5.1.0', 201],
      ['v3.1.0', 200],
      ['v5.0.0', 201],
    ] as const)
      expect((await server.call(`/obp/${prefix}/management/consumers`, { token, body })).status).toBe(status)
  })
})
