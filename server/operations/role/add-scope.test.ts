import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../authorisation/roles.ts'
import { adviceOf } from '../../documentation/error-advice.ts'
import { EntitlementAlreadyExists } from '../../protocol/errors.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { addScope } from './add-scope.ts'
import { addScopeV400 } from './add-scope-v400.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ adminUsername: 'root.admin' })
  await server.bank('gh.29.uk')
  await server.bank('other.bank')
  token = (await server.user({ '': ['CanCreateScopeAtAnyBank'] })).token
})
afterAll(() => server.close())

let consumers = 0
async function consumer(): Promise<string> {
  const id = `app-${consumers++}`
  await insertConsumer(server, id)
  return id
}
const add = (consumerId: string, body: unknown, as: string | undefined = token, prefix = 'v4.0.0') =>
  server.call(`/obp/${prefix}/consumers/${consumerId}/scopes`, { body, ...(as && { token: as }) })
const atBank = { bank_id: 'gh.29.uk', role_name: 'CanGetCrmEvents' }
const inSystem = { bank_id: '', role_name: 'CanGetAnyUser' }

describe('addScope', () => {
  test.each([
    ['v3.0.0', addScope],
    ['v4.0.0', addScopeV400],
  ])('201 with the scope under %s, at a bank and in the system', async (prefix, operation) => {
    const consumerId = await consumer()
    for (const body of [atBank, inSystem]) {
      const answer = await add(consumerId, body, token, prefix)
      expectDeclared(answer, operation, 201)
      expect(answer.body).toEqual({ scope_id: expect.stringMatching(/^[0-9a-f-]{36}$/), ...body })
    }
    expect(await server.services.scopes.ofConsumer(consumerId)).toMatchObject([
      { roleName: 'CanGetAnyUser', bankId: '' },
      { roleName: 'CanGetCrmEvents', bankId: 'gh.29.uk' },
    ])
  })

  test('201 for every role there is', async () => {
    const consumerId = await consumer()
    const answers = await Promise.all(
      roles.map(({ name, requiresBankId }) =>
        add(consumerId, { bank_id: requiresBankId ? 'gh.29.uk' : '', role_name: name }),
      ),
    )
    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
  })

  test('the audit trail tells who gave what to which consumer', async () => {
    const { userId, token: granter } = await server.user({ '': ['CanCreateScopeAtAnyBank'] })
    const consumerId = await consumer()
    const { body, headers } = await add(consumerId, atBank, granter)
    expect(await auditOf(server, 'consumer_scope', body.scope_id)).toEqual([
      {
        bank_id: 'gh.29.uk',
        user_id: userId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv4.0.0-addScope',
        correlation_id: headers.get('correlation-id'),
        change: { created: { consumer_id: consumerId, role_name: 'CanGetCrmEvents' } },
      },
    ])
  })

  test('401 without a login', async () => {
    const answer = await add(await consumer(), 'no JSON', '')
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([401, 'OBP-20001'])
  })

  test('403 without a role; the other names and places do not count', async () => {
    const { token: nobody } = await server.user({ '': ['CanCreateEntitlementAtAnyBank', 'CanDeleteScopeAtAnyBank'] })
    const answer = await add('no-consumer', atBank, nobody)
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanCreateScopeAtOneBank or CanCreateScopeAtAnyBank for BankId(gh.29.uk).',
    ])
  })

  test('CanCreateScopeAtOneBank is enough at that bank; 403 at another and for the system', async () => {
    const { token: atOne } = await server.user({ 'gh.29.uk': ['CanCreateScopeAtOneBank'] })
    const consumerId = await consumer()
    expect((await add(consumerId, atBank, atOne)).status).toBe(201)
    expect((await add(consumerId, { ...atBank, bank_id: 'other.bank' }, atOne)).status).toBe(403)
    expect((await add(consumerId, inSystem, atOne)).status).toBe(403)
    // a system role is none of a bank's
    expect((await add(consumerId, { ...inSystem, bank_id: 'gh.29.uk' }, atOne)).status).toBe(400)
    expect(await server.services.scopes.ofConsumer(consumerId)).toHaveLength(1)
  })

  test('201 for a super admin without any role', async () => {
    const { token: root } = await server.user({}, 'root.admin')
    expect((await add(await consumer(), inSystem, root)).status).toBe(201)
  })

  test('400 OBP-30220 for who may give scopes for a time only, in both languages; 201 with the right for good besides', async () => {
    const { userId, token: deputy } = await server.user({ '': ['CanCreateScopeAtAnyBank'] })
    const endOfRight = (end: string | null) =>
      server.storage.pool.query('update entitlement set expires_at = $2 where user_id = $1', [userId, end])
    await endOfRight('2099-01-01T00:00:00Z')
    const consumerId = await consumer()
    const english = await add(consumerId, atBank, deputy)
    expect([english.status, english.body.message]).toEqual([
      400,
      'OBP-30220: Entitlement cannot be granted. A scope does not expire, but your right to give it ends at 2099-01-01T00:00:00Z.',
    ])
    const spanish = await server.call(`/obp/v3.0.0/consumers/${consumerId}/scopes?locale=es_ES`, {
      body: atBank,
      token: deputy,
    })
    expect(spanish.body.message).toBe(
      'OBP-30220: El permiso no se puede conceder. Un ámbito no caduca, pero su derecho a concederlo termina el 2099-01-01T00:00:00Z.',
    )
    expect(await server.services.scopes.ofConsumer(consumerId)).toEqual([])
    await server.services.entitlements.grant(origin, {
      userId,
      roleName: 'CanCreateScopeAtOneBank',
      bankId: 'gh.29.uk',
    })
    expect((await add(consumerId, atBank, deputy)).status).toBe(201)
    expect((await add(consumerId, { ...atBank, bank_id: 'other.bank' }, deputy)).status).toBe(400)
    await endOfRight(null)
    expect((await add(consumerId, { ...atBank, bank_id: 'other.bank' }, deputy)).status).toBe(201)
  })

  test('a right that was taken away since it was looked at gives nothing', async () => {
    const { userId } = await server.user()
    const consumerId = await consumer()
    const given = { consumerId, roleName: 'CanGetCrmEvents', bankId: 'gh.29.uk', rights: ['CanCreateScopeAtOneBank'] }
    await expect(server.services.scopes.grant({ ...origin, userId }, given)).rejects.toThrow('OBP-20006')
    expect(await server.services.scopes.ofConsumer(consumerId)).toEqual([])
  })

  test('404 OBP-30019 for an unknown consumer', async () => {
    const answer = await add('no-consumer', atBank)
    expect([answer.status, answer.body.message.slice(0, 30)]).toEqual([404, 'OBP-30019: Consumer not found.'])
  })

  test('400 OBP-10007 for an unknown role, OBP-30205 and OBP-30206 for one in the wrong place', async () => {
    const consumerId = await consumer()
    for (const [body, message] of [
      [{ ...atBank, role_name: 'CanFly' }, 'OBP-10007: Incorrect Role name:CanFly. Possible roles are CanAdd'],
      [{ ...atBank, bank_id: '' }, 'OBP-30205: '],
      [{ ...inSystem, bank_id: 'gh.29.uk' }, 'OBP-30206: '],
    ] as const) {
      const answer = await add(consumerId, body)
      expect([answer.status, answer.body.message.slice(0, message.length)]).toEqual([400, message])
    }
    expect(await server.services.scopes.ofConsumer(consumerId)).toEqual([])
  })

  test('404 OBP-30001 for an unknown bank', async () => {
    const answer = await add(await consumer(), { ...atBank, bank_id: 'no.bank' })
    expect([answer.status, answer.body.message.slice(0, 25)]).toEqual([404, 'OBP-30001: Bank not found'])
  })

  test.each([
    ['no JSON', 'nothing'],
    ['a list', []],
    ['without bank_id', { role_name: 'CanGetCrmEvents' }],
    ['without role_name', { bank_id: 'gh.29.uk' }],
    ['bank_id null', { ...atBank, bank_id: null }],
    ['bank_id an object', { ...atBank, bank_id: {} }],
    ['role_name true', { ...atBank, role_name: true }],
    ['role_name too long', { ...atBank, role_name: 'C'.repeat(256) }],
  ])('400 OBP-10001: %s', async (_what, body) => {
    const answer = await add(await consumer(), body)
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([400, 'OBP-10001'])
  })

  test('what is advised about OBP-30216 is true of consumers, too', () => {
    const { cause, fix } = adviceOf(EntitlementAlreadyExists)
    expect([cause.en, cause.es]).toEqual([expect.stringMatching(/consumer/), expect.stringMatching(/consumidor/)])
    expect([fix.en, fix.es]).toEqual([
      expect.stringMatching(/scope does not expire/),
      expect.stringMatching(/ámbito no caduca/),
    ])
  })

  test('of five calls at once one is 201, the others are 400 OBP-30216; another consumer’s scope is no hindrance', async () => {
    const [consumerId, other] = [await consumer(), await consumer()]
    await add(other, atBank)
    const answers = await Promise.all(Array.from({ length: 5 }, () => add(consumerId, atBank)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400])
    const refused = answers.filter(({ status }) => status === 400).map(({ body }) => body.message.slice(0, 9))
    expect(new Set(refused)).toEqual(new Set(['OBP-30216']))
    expect(await server.services.scopes.ofConsumer(consumerId)).toHaveLength(1)
  })
})
