import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { addEntitlementRequest } from './add-entitlement-request.ts'
import { deleteEntitlementRequest } from './delete-entitlement-request.ts'
import { getAllEntitlementRequests } from './get-all-entitlement-requests.ts'
import { getEntitlementRequests } from './get-entitlement-requests.ts'
import { getEntitlementRequestsForCurrentUser } from './get-entitlement-requests-for-current-user.ts'
import { refuseEntitlementRequest } from './refuse-entitlement-request.ts'

let server: TestServer
let admin: string
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  const system = [
    'CanGetEntitlementRequestsAtAnyBank',
    'CanDeleteEntitlementRequestsAtAnyBank',
    'CanCreateEntitlementAtAnyBank',
  ] as const
  admin = (await server.user({ '': [...system] })).token
})
afterAll(() => server.close())

const role = { bank_id: 'gh.29.uk', role_name: 'CanCreateCustomer' }
const ask = (token: string, body: unknown = role) =>
  server.call('/obp/v3.0.0/entitlement-requests', { body, ...(token && { token }) })
const mine = async (token: string, query = '') =>
  (await server.call(`/obp/v3.0.0/my/entitlement-requests${query}`, { token })).body.entitlement_requests
const give = (userId: string, body: object) =>
  server.call(`/obp/v2.0.0/users/${userId}/entitlements`, { body, token: admin })
const refuse = (id: string, body: unknown = { reason: 'Not yet.' }, token = admin) =>
  server.call(`/obp/v6.0.0/entitlement-requests/${id}/refusal`, { method: 'PUT', body, ...(token && { token }) })
const remove = (id: string, token = admin) =>
  server.call(`/obp/v3.0.0/entitlement-requests/${id}`, { method: 'DELETE', ...(token && { token }) })

describe('addEntitlementRequest', () => {
  test('201 with the request, at a bank and in the system, and the audit trail tells of it', async () => {
    const { token, userId, username } = await server.user({ 'gh.29.uk': ['CanGetCrmEvents'] })
    const answer = await ask(token)
    expectDeclared(answer, addEntitlementRequest, 201)
    expect(answer.body).toMatchObject({ ...role, status: 'open', reason: '', user: { user_id: userId, username } })
    expect(answer.body.user.entitlements.list).toMatchObject([{ role_name: 'CanGetCrmEvents' }])
    expect(await auditOf(server, 'entitlement_request', answer.body.entitlement_request_id)).toMatchObject([
      { bank_id: 'gh.29.uk', user_id: userId, change: { created: { role_name: 'CanCreateCustomer' } } },
    ])
    expect((await ask(token, { bank_id: '', role_name: 'CanGetAnyUser' })).status).toBe(201)
  })

  test('400 OBP-30214 for asking twice; of ten at once one asks', async () => {
    const { token } = await server.user()
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask(token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)])
    const both = ['CanGetCustomers', 'CanGetCustomersAtOneBank'].map((role_name) =>
      ask(token, { bank_id: 'gh.29.uk', role_name }),
    )
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([201, 400])
    expect((await ask(token)).body).toEqual({
      code: 400,
      message: 'OBP-30214: Entitlement Request already exists for the user.',
    })
    expect(await mine(token)).toHaveLength(2)
  })

  test('400 OBP-30216 for a role that one has, under whatever name', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetCustomers'] })
    for (const role_name of ['CanGetCustomers', 'CanGetCustomersAtOneBank'])
      expect((await ask(token, { bank_id: 'gh.29.uk', role_name })).body.message).toMatch(/^OBP-30216: /)
    expect(await mine(token)).toEqual([])
  })

  test.each([
    [{ bank_id: 'no.such.bank', role_name: 'CanCreateCustomer' }, 404, 'OBP-30001: '],
    [{ bank_id: 'gh.29.uk', role_name: 'CanFly' }, 400, 'OBP-10007: Incorrect Role name:CanFly. Possible roles are '],
    [{ bank_id: '', role_name: 'CanCreateCustomer' }, 400, 'OBP-30205: '],
    [{ bank_id: 'gh.29.uk', role_name: 'CanGetAnyUser' }, 400, 'OBP-30206: '],
    [{ role_name: 'CanCreateCustomer' }, 400, 'OBP-10001: '],
    [{ bank_id: 'gh.29.uk' }, 400, 'OBP-10001: '],
    [{ bank_id: true, role_name: 'CanCreateCustomer' }, 400, 'OBP-10001: '],
    [{ bank_id: 'gh.29.uk', role_name: null }, 400, 'OBP-10001: '],
    [[], 400, 'OBP-10001: '],
  ])('%j is %i %s', async (body, status, message) => {
    const { token } = await server.user()
    const answer = await ask(token, body)
    expect(answer.status).toBe(status)
    expect(answer.body.message.startsWith(message)).toBe(true)
    expect(await mine(token)).toEqual([])
  })

  test('401 without a login', async () => {
    expect((await ask('')).body.message).toMatch(/^OBP-20001: /)
  })
})

describe('granting a role closes its request', () => {
  test('by addEntitlement, under either name of the role; requests for other places and of other users stay', async () => {
    const { token, userId } = await server.user()
    const other = await server.user()
    await server.bank('other.bank')
    const wanted = { bank_id: 'gh.29.uk', role_name: 'CanGetCustomers' }
    await ask(token, wanted)
    await ask(token, { ...wanted, bank_id: 'other.bank' })
    await ask(other.token, wanted)
    expect((await give(userId, { bank_id: 'gh.29.uk', role_name: 'CanGetCustomersAtOneBank' })).status).toBe(201)
    expect(await mine(token)).toMatchObject([{ bank_id: 'other.bank' }])
    expect(await mine(token, '?status=granted')).toMatchObject([{ bank_id: 'gh.29.uk', status: 'granted' }])
    expect(await mine(other.token)).toHaveLength(1)
  })

  test('at the same moment leaves no open request for a role that is held', async () => {
    for (let time = 0; time < 20; time++) {
      const { token, userId } = await server.user()
      await Promise.all([ask(token), give(userId, role), ask(token)])
      expect(await mine(token)).toEqual([])
    }
  })

  test('a grant that fails leaves it open', async () => {
    const { token, userId } = await server.user()
    await ask(token)
    expect((await give(userId, { bank_id: 'no.such.bank', role_name: 'CanCreateCustomer' })).status).toBe(404)
    expect(await mine(token)).toHaveLength(1)
  })
})

describe('refuseEntitlementRequest', () => {
  test('200; the asker reads the reason, and may ask again', async () => {
    const { token } = await server.user()
    const { entitlement_request_id: id } = (await ask(token)).body
    const answer = await refuse(id)
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ entitlement_request_id: id, status: 'refused', reason: 'Not yet.' })
    expectDeclared(await ask(token), addEntitlementRequest, 201)
    expect(await mine(token, '?status=refused')).toMatchObject([{ reason: 'Not yet.' }])
    expect(await mine(token, '?status=all')).toHaveLength(2)
    expect((await auditOf(server, 'entitlement_request', id)).at(-1)).toMatchObject({
      operation_id: refuseEntitlementRequest.id,
      change: { updated: { status: 'refused', reason: 'Not yet.' } },
    })
  })

  test('400 OBP-30215 for an unknown one, and for one that is closed; of two at once one refuses', async () => {
    const { token } = await server.user()
    const { entitlement_request_id: id } = (await ask(token)).body
    const answers = await Promise.all([refuse(id), refuse(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    for (const unknown of [id, 'no-such-request'])
      expect((await refuse(unknown)).body.message).toMatch(/^OBP-30215: EntitlementRequestId not found/)
  })

  test('400 OBP-10001 without a reason; 401; 403, and the request stays open', async () => {
    const { token } = await server.user()
    const { entitlement_request_id: id } = (await ask(token)).body
    for (const wrong of [{}, { reason: '' }, { reason: true }, { reason: 'x'.repeat(1001) }]) {
      const answer = await refuse(id, wrong)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(/^OBP-10001: .*reason/)
    }
    expect((await refuse(id, undefined, '')).status).toBe(401)
    expect((await refuse(id, { reason: 'mine' }, token)).body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanDeleteEntitlementRequestsAtAnyBank',
    )
    expect(await mine(token)).toHaveLength(1)
  })
})

describe('deleteEntitlementRequest', () => {
  test('200 and true; of two at once one finds nothing', async () => {
    const { token } = await server.user()
    const { entitlement_request_id: id } = (await ask(token)).body
    const answers = await Promise.all([remove(id), remove(id)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expectDeclared(answers.find(({ status }) => status === 200)!, deleteEntitlementRequest, 200)
    expect(answers.find(({ status }) => status === 400)!.body.message).toBe('OBP-30215: EntitlementRequestId not found')
    expect(await mine(token, '?status=all')).toEqual([])
  })

  test('401; 403 for another user, and for an id that there is not', async () => {
    const [{ token }, other] = [await server.user(), await server.user()]
    const { entitlement_request_id: id } = (await ask(token)).body
    expect((await remove(id, '')).status).toBe(401)
    expect((await remove(id, other.token)).status).toBe(403)
    expect((await remove('none', other.token)).status).toBe(403)
    expect(await mine(token)).toHaveLength(1)
  })

  test('200 without a role for who asked, while it is open', async () => {
    const { token } = await server.user()
    const { entitlement_request_id: id } = (await ask(token)).body
    expectDeclared(await remove(id, token), deleteEntitlementRequest, 200)
    expect(await mine(token, '?status=all')).toEqual([])
    const { entitlement_request_id: refused } = (await ask(token)).body
    await refuse(refused)
    expect((await remove(refused, token)).status).toBe(403)
    expect(await mine(token, '?status=all')).toHaveLength(1)
  })
})

describe('the lists', () => {
  test('of all users, of one and of the caller, oldest first', async () => {
    const one = await server.user()
    const two = await server.user()
    await ask(one.token)
    await ask(two.token)
    await ask(one.token, { bank_id: '', role_name: 'CanGetAnyUser' })
    const all = await server.call('/obp/v5.1.0/entitlement-requests', { token: admin })
    expect(all.status).toBe(200)
    const users = all.body.entitlement_requests.map((each: { user: { user_id: string } }) => each.user.user_id)
    expect(users.slice(-3)).toEqual([one.userId, two.userId, one.userId])
    const ofOne = await server.call(`/obp/v3.0.0/users/${one.userId}/entitlement-requests`, { token: admin })
    expectDeclared(ofOne, { ...getEntitlementRequests, example: { response: ofOne.body } }, 200)
    expect(ofOne.body.entitlement_requests).toMatchObject([role, { role_name: 'CanGetAnyUser' }])
    const own = await server.call('/obp/v3.0.0/my/entitlement-requests', { token: two.token })
    expectDeclared(own, { ...getEntitlementRequestsForCurrentUser, example: { response: own.body } }, 200)
    expect(own.body.entitlement_requests).toMatchObject([role])
  })

  test('empty for who never asked; 400 OBP-10016 for an unknown status', async () => {
    const { token } = await server.user()
    expect(await mine(token)).toEqual([])
    const answer = await server.call('/obp/v3.0.0/my/entitlement-requests?status=pending', { token })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe(
      'OBP-10016: Incorrect filter Parameters in URL. status must be one of open, granted, refused, all.',
    )
  })

  test('401, 403, and 404 for an unknown user', async () => {
    const { token, userId } = await server.user()
    for (const path of ['/entitlement-requests', `/users/${userId}/entitlement-requests`]) {
      expect((await server.call(`/obp/v3.0.0${path}`)).status).toBe(401)
      const refused = await server.call(`/obp/v3.0.0${path}`, { token })
      expect(refused.body.message).toBe(
        'OBP-20006: User is missing one or more roles: CanGetEntitlementRequestsAtAnyBank',
      )
    }
    expect((await server.call('/obp/v3.0.0/my/entitlement-requests')).status).toBe(401)
    const unknown = await server.call('/obp/v3.0.0/users/nobody/entitlement-requests', { token: admin })
    expect(unknown.body.message).toMatch(/^OBP-20005: /)
    expect(getAllEntitlementRequests.id).toBe('OBPv3.0.0-getAllEntitlementRequests')
  })
})
