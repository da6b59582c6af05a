/** The two ways to register a consumer in v5.1.0: as an administrator, and for oneself. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { certificateInfoOfPem, certificatePem } from './certificate.fixture.ts'
import { exampleNewConsumerV510 } from './consumer-v510.ts'
import { createConsumerV510 } from './create-consumer-v510.ts'
import { createMyConsumer } from './create-my-consumer.ts'

let server: TestServer
let open: TestServer
beforeAll(async () => {
  server = await startTestServer()
  open = await startTestServer({ consumersEnabledByDefault: true })
})
afterAll(async () => {
  await server.close()
  await open.close()
})

const count = async () =>
  (await server.storage.pool.query('select count(*)::integer as n from consumer')).rows[0].n as number

describe.each([
  { path: '/obp/v5.1.0/management/consumers', declared: createConsumerV510, roles: ['CanCreateConsumer'] },
  { path: '/obp/v5.1.0/my/consumers', declared: createMyConsumer, roles: [] },
] as { path: string; declared: typeof createMyConsumer; roles: RoleName[] }[])('$path', ({ path, declared, roles }) => {
  const registrar = () => server.user({ '': roles })
  const create = async (change: object | string = {}, token?: string) =>
    server.call(path, {
      token: token ?? (await registrar()).token,
      body: typeof change === 'string' ? change : { ...exampleNewConsumerV510, ...change },
    })

  test('201 with the consumer, its key and its secret, created by the caller, and a trail without them', async () => {
    const { token, userId } = await registrar()
    const answer = await create({}, token)
    expectDeclared(answer, declared, 201)
    expect(answer.body).toMatchObject({
      app_name: exampleNewConsumerV510.app_name,
      company: 'Example Desk Ltd',
      logo_url: 'https://desk.example.com/logo.png',
      created_by_user: { user_id: userId },
      consumer_key: expect.stringMatching(/^[0-9a-z]{40}$/),
      consumer_secret: expect.stringMatching(/^[0-9a-z]{40}$/),
    })
    const trail = await auditOf(server, 'consumer', answer.body.consumer_id)
    expect(trail).toEqual([expect.objectContaining({ user_id: userId, operation_id: declared.id })])
    for (const secret of [answer.body.consumer_key, answer.body.consumer_secret])
      expect(JSON.stringify(trail)).not.toContain(secret)
  })

  test('a certificate comes back with what it says', async () => {
    const { body } = await create({ client_certificate: certificatePem })
    expect(body.certificate_pem).toBe(certificatePem)
    expect(body.certificate_info).toEqual(certificateInfoOfPem)
  })

  test.each([undefined, null])('201 when what may be left out is %s', async (nothing) => {
    const names = ['app_type', 'company', 'redirect_url', 'client_certificate', 'logo_url']
    const answer = await create(Object.fromEntries(names.map((name) => [name, nothing])))
    expect(answer.status, answer.text).toBe(201)
    expect(answer.body).toMatchObject({
      app_type: 'Public',
      company: '',
      redirect_url: '',
      certificate_pem: '',
      logo_url: '',
    })
  })

  test.each([
    ['Confidential', 'Confidential'],
    ['Web', 'Confidential'],
    ['Public', 'Public'],
    ['anything', 'Public'],
  ])('the type %j is %s', async (app_type, kept) => {
    expect((await create({ app_type })).body.app_type).toBe(kept)
  })

  test('two at once are two consumers', async () => {
    const { token } = await registrar()
    const answers = await Promise.all([create({}, token), create({}, token)])
    expect(answers.map(({ status }) => status)).toEqual([201, 201])
    expect(new Set(answers.map(({ body }) => body.consumer_key)).size).toBe(2)
  })

  test('401 without a login', async () => {
    const answer = await server.call(path, { body: 'not JSON' })
    expect([answer.status, answer.body.message.slice(0, 11)]).toEqual([401, 'OBP-20001: '])
  })

  const url = 'a URL that starts with https:// or http:// of at most 2000 characters, or empty, or null'
  test.each([
    ['app_name', 'ab', 'a text of 3 to 100 characters'],
    ['app_type', true, 'a text of at most 100 characters, or null'],
    ['description', '', 'a text of 1 to 2000 characters'],
    ['developer_email', 'nobody', 'an e-mail address of at most 200 characters'],
    ['company', {}, 'a text of at most 100 characters, or null'],
    ['company', 'x'.repeat(101), 'a text of at most 100 characters, or null'],
    ['enabled', 'true', 'true or false'],
    ['logo_url', 'javascript:alert(1)', url],
    ['logo_url', 'data:image/png;base64,AAAA', url],
    ['logo_url', 'https://', url],
    ['logo_url', 'https://a b', url],
    ['logo_url', 7, url],
    ['logo_url', `https://a.example.com/${'x'.repeat(2000)}`, url],
    ['client_certificate', 'x'.repeat(4001), 'a text of at most 4000 characters, or null'],
    ['client_certificate', 'nonsense', 'an X.509 certificate in PEM, or empty'],
    [
      'client_certificate',
      `${certificatePem}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----`,
      'an X.509 certificate in PEM, or empty',
    ],
    [
      'client_certificate',
      '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----',
      'an X.509 certificate in PEM, or empty',
    ],
  ])('400 OBP-10001 when %s is %j', async (field, value, mustBe) => {
    const before = await count()
    const answer = await create({ [field]: value })
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `OBP-10001: Incorrect json format. ${field} must be ${mustBe}.`,
    ])
    expect(await count()).toBe(before)
  })

  test.each(['app_name', 'description', 'developer_email', 'enabled'])('400 OBP-10001 without %s', async (field) => {
    expect((await create({ [field]: undefined })).body.message).toBe(
      `OBP-10001: Incorrect json format. ${field} is missing.`,
    )
  })

  test('a __proto__ in the body changes nothing', async () => {
    const answer = await create(JSON.stringify(exampleNewConsumerV510).replace('{', '{"__proto__":{"company":"x"},'))
    expect(answer.status).toBe(201)
    expect(answer.body.company).toBe('Example Desk Ltd')
  })
})

test('createConsumer: 403 when the role is missing, or held at a bank, before the body is looked at', async () => {
  await server.bank('gh.29.uk')
  const before = await count()
  for (const { token } of [await server.user(), await server.user({ 'gh.29.uk': ['CanCreateConsumer'] })]) {
    const answer = await server.call('/obp/v5.1.0/management/consumers', { token, body: 'not JSON' })
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanCreateConsumer',
    ])
  }
  expect(await count()).toBe(before)
})

describe('a consumer of one’s own', () => {
  const logIn = (on: TestServer, username: string, key: string) =>
    on.call('/my/logins/direct', {
      method: 'POST',
      headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=${key}` },
    })
  const create = async (on: TestServer, enabled: boolean, roles: RoleName[] = []) => {
    const { token, username } = await on.user({ '': roles })
    const { body } = await on.call('/obp/v5.1.0/my/consumers', { token, body: { ...exampleNewConsumerV510, enabled } })
    return { body, login: await logIn(on, username, body.consumer_key) }
  }

  test('is not enabled, whatever the body says, so nobody logs in with it', async () => {
    const { body, login } = await create(server, true)
    expect(body.enabled).toBe(false)
    expect(login.body.message).toMatch(/^OBP-20008: /)
  })

  test.each([
    ['where CONSUMERS_ENABLED_BY_DEFAULT says so', () => create(open, true)],
    ['for who may enable consumers', () => create(server, true, ['CanEnableConsumers'])],
  ])('is enabled %s', async (_what, made) => {
    const { body, login } = await made()
    expect([body.enabled, login.status]).toEqual([true, 201])
  })

  test('stays as it is asked for where it may be enabled', async () => {
    expect((await create(open, false)).body.enabled).toBe(false)
  })
})
