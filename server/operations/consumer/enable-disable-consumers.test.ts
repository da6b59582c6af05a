import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { enableDisableConsumers } from './enable-disable-consumers.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const both: RoleName[] = ['CanEnableConsumers', 'CanDisableConsumers']
const put = (consumerId: string, body: unknown, token?: string) =>
  server.call(`/obp/v3.1.0/management/consumers/${consumerId}`, { method: 'PUT', body, ...(token && { token }) })
const holder = async (...roles: RoleName[]) => server.user({ '': roles })
const switchTo = async (enabled: boolean, consumerId: string) =>
  put(consumerId, { enabled }, (await holder(...both)).token)
const isActive = async (consumerId: string) =>
  (
    await server.storage.db
      .selectFrom('consumer')
      .select('is_active')
      .where('consumer_id', '=', consumerId)
      .executeTakeFirst()
  )?.is_active

let consumers = 0
async function consumer(is_active = true): Promise<string> {
  const id = `consumer-${consumers++}`
  await insertConsumer(server, id, { is_active })
  return id
}

const logIn = (username: string, consumerId: string) =>
  server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=key-of-${consumerId}` },
  })
const currentUser = (token: string) => server.call('/obp/v3.0.0/users/current', { token })

describe('enableDisableConsumers', () => {
  test('200 with enabled as it is now', async () => {
    const id = await consumer()
    const disabled = await switchTo(false, id)
    expectDeclared(disabled, enableDisableConsumers, 200)
    expect(disabled.body).toEqual({ enabled: false })
    expect(await isActive(id)).toBe(false)
    const enabled = await switchTo(true, id)
    expect([enabled.status, enabled.body]).toEqual([200, { enabled: true }])
    expect(await isActive(id)).toBe(true)
  })

  test.each(['v2.1.0', 'v3.0.0', 'v6.0.0'])('the same under %s', async (version) => {
    const id = await consumer()
    const { token } = await holder('CanDisableConsumers')
    const path = `/obp/${version}/management/consumers/${id}`
    const answer = await server.call(path, { method: 'PUT', body: { enabled: false }, token })
    expect([answer.status, answer.body, await isActive(id)]).toEqual([200, { enabled: false }, false])
  })

  test('a disabled consumer’s tokens are refused from the next call on, and nobody logs in with it', async () => {
    const id = await consumer()
    const { username, token: elsewhere } = await server.user()
    const { token } = (await logIn(username, id)).body
    expect((await currentUser(token)).status).toBe(200)

    await switchTo(false, id)
    const refused = await currentUser(token)
    expect(refused.status).toBe(401)
    expect(refused.body.message).toMatch(/^OBP-20003: /)
    expect(refused.text).not.toContain(token)
    // where no login is needed, wrong credentials are refused too
    expect((await server.call('/obp/v4.0.0/banks', { token })).status).toBe(401)
    const login = await logIn(username, id)
    expect([login.status, login.body.message.slice(0, 11)]).toEqual([401, 'OBP-20008: '])
    // the same user at another consumer is not concerned
    expect((await currentUser(elsewhere)).status).toBe(200)

    // and once it is enabled again, it takes another login
    await switchTo(true, id)
    expect((await currentUser(token)).status).toBe(401)
    const { status, body } = await logIn(username, id)
    expect([status, (await currentUser(body.token)).status]).toEqual([201, 200])
  })

  test('one may disable the very consumer one calls with, and that was the last call', async () => {
    const id = await consumer()
    const { username } = await holder('CanDisableConsumers')
    const { token } = (await logIn(username, id)).body
    expect((await put(id, { enabled: false }, token)).status).toBe(200)
    expect((await put(id, { enabled: false }, token)).status).toBe(401)
  })

  test('the audit trail tells who disabled and who enabled it; a call that changes nothing leaves none', async () => {
    const id = await consumer()
    const { token, userId } = await holder(...both)
    const off = await put(id, { enabled: false }, token)
    await put(id, { enabled: false }, token)
    const on = await put(id, { enabled: true }, token)
    const row = {
      bank_id: '',
      user_id: userId,
      consumer_id: await testConsumerId(server),
      operation_id: 'OBPv3.1.0-enableDisableConsumers',
    }
    const trail = await auditOf(server, 'consumer', id)
    expect(trail).toEqual([
      { ...row, correlation_id: off.headers.get('correlation-id'), change: { updated: { is_active: false } } },
      { ...row, correlation_id: on.headers.get('correlation-id'), change: { updated: { is_active: true } } },
    ])
    expect(JSON.stringify(trail)).not.toMatch(/key-of|secret-of/)
  })

  test('of ten who disable it at once, each is answered and one has changed it', async () => {
    const id = await consumer()
    const { token } = await holder(...both)
    const answers = await Promise.all(Array.from({ length: 10 }, () => put(id, { enabled: false }, token)))
    for (const answer of answers) expect([answer.status, answer.body]).toEqual([200, { enabled: false }])
    expect(await isActive(id)).toBe(false)
    expect(await auditOf(server, 'consumer', id)).toHaveLength(1)
  })

  test('where some enable and some disable at once, the trail ends with what it is', async () => {
    const id = await consumer()
    const { token } = await holder(...both)
    const answers = await Promise.all(Array.from({ length: 12 }, (_, n) => put(id, { enabled: n % 2 === 0 }, token)))
    expect(answers.map(({ body }) => body.enabled)).toEqual(answers.map((_, n) => n % 2 === 0))
    const trail = (await auditOf(server, 'consumer', id)).map(
      ({ change }) => (change as { updated: { is_active: boolean } }).updated.is_active,
    )
    // it was enabled at first, and only changes are in the trail
    expect(trail).toEqual(trail.map((_, n) => n % 2 === 1))
    expect(trail.at(-1)).toBe(await isActive(id))
  })

  test('401 without a login', async () => {
    const answer = await put(await consumer(), 'not JSON')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 with neither role, or with both at a bank only, before the body is looked at', async () => {
    await server.bank('gh.29.uk')
    const id = await consumer()
    for (const { token } of [await server.user(), await server.user({ 'gh.29.uk': both })])
      for (const body of ['not JSON', { enabled: false }]) {
        const answer = await put(id, body, token)
        expect([answer.status, answer.body.message]).toEqual([
          403,
          'OBP-20006: User is missing one or more roles: CanEnableConsumers or CanDisableConsumers',
        ])
      }
    expect(await isActive(id)).toBe(true)
  })

  test('403 when the one role does not cover what is asked for; 200 for what it covers', async () => {
    const [on, off] = [await consumer(true), await consumer(false)]
    const [enabler, disabler] = [await holder('CanEnableConsumers'), await holder('CanDisableConsumers')]
    const refused = async (answer: ReturnType<typeof put>, role: string) => {
      const { status, body } = await answer
      expect(status).toBe(403)
      expect(body.message).toMatch(new RegExp(`^OBP-20006: User is missing one or more roles: ${role}$`))
    }
    await refused(put(on, { enabled: false }, enabler.token), 'CanDisableConsumers')
    await refused(put(off, { enabled: true }, disabler.token), 'CanEnableConsumers')
    // whether there is such a consumer is not told either
    await refused(put('no-such-consumer', { enabled: true }, disabler.token), 'CanEnableConsumers')
    expect([await isActive(on), await isActive(off)]).toEqual([true, false])
    expect((await put(off, { enabled: true }, enabler.token)).status).toBe(200)
    expect((await put(on, { enabled: false }, disabler.token)).status).toBe(200)
  })

  test.each([
    [{}, 'enabled is missing.'],
    [{ enabled: null }, 'enabled must be true or false.'],
    [{ enabled: 'false' }, 'enabled must be true or false.'],
    [{ enabled: 0 }, 'enabled must be true or false.'],
    ['[]', 'The body must be an object.'],
    ['{', 'The body is not JSON in UTF-8.'],
  ])('400 OBP-10001 for the body %j', async (body, sentence) => {
    const id = await consumer()
    const { token } = await holder('CanEnableConsumers')
    const answer = await put(id, body, token)
    expect([answer.status, answer.body.message]).toEqual([400, `OBP-10001: Incorrect json format. ${sentence}`])
    expect(await isActive(id)).toBe(true)
  })

  test('404 OBP-30019 when there is no such consumer', async () => {
    const answer = await switchTo(false, 'no-such-consumer')
    expect(answer.body).toEqual({
      code: 404,
      message:
        'OBP-30019: Consumer not found. Please specify a valid value for CONSUMER_ID. Current ConsumerId is no-such-consumer',
    })
    expect(await auditOf(server, 'consumer', 'no-such-consumer')).toEqual([])
  })
})
