import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureAdministrator } from '../../bootstrap/administrator.ts'
import { auditOf } from '../../testing/audit.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { addCustomer } from '../customer/add-customer.ts'

const administrator = { adminUsername: 'administrator', adminPassword: testPassword, adminConsumerKey: 'automation' }
let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer(administrator)
  await server.bank('gh.29.uk')
  token = (await server.user({ '': ['CanDeleteUser', 'CanGetAnyUser'] })).token
})
afterAll(() => server.close())

const run = async (query: string, ...values: unknown[]) => (await server.storage.pool.query(query, values)).rows
const remove = (userId: string, as?: string) =>
  server.call(`/obp/v4.0.0/users/${userId}`, { method: 'DELETE', ...(as && { token: as }) })
const logIn = (username: string) =>
  server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=${testPassword},consumer_key=test-consumer` },
  })
const signUp = (username: string) =>
  server.call('/obp/v2.0.0/users', {
    body: { email: 'next@example.com', username, password: testPassword, first_name: 'Next', last_name: 'One' },
  })

describe('what becomes of what a deleted user had', () => {
  test('their roles are taken and their links no longer count, each with its place in the audit trail', async () => {
    const user = await server.user({
      'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'],
      '': ['CanGetAnyUser'],
    })
    const neighbour = await server.user({ 'gh.29.uk': ['CanCreateCustomer'] })
    const customer = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', {
      token: user.token,
      body: { ...(addCustomer.example.request as object), user_id: user.userId, customer_number: 'GH-777' },
    })
    expect(customer.status, customer.text).toBe(200)
    await remove(user.userId, token)
    expect(await run('select from entitlement where user_id = $1', user.userId)).toEqual([])
    expect(await run('select from entitlement where user_id = $1', neighbour.userId)).toHaveLength(1)
    const links = await run('select * from user_customer_link where user_id = $1', user.userId)
    expect(links).toMatchObject([{ is_active: false }])
    expect((await auditOf(server, 'user_customer_link', links[0].user_customer_link_id)).at(-1)).toMatchObject({
      bank_id: 'gh.29.uk',
      operation_id: 'OBPv4.0.0-deleteUser',
      change: { updated: { is_active: false } },
    })
    const taken = await run(
      `select bank_id, change from audit_event where subject = 'entitlement' and operation_id = 'OBPv4.0.0-deleteUser'
       and change->'deleted'->>'user_id' = $1 order by bank_id, change->'deleted'->>'role_name'`,
      user.userId,
    )
    expect(taken.map(({ bank_id, change }) => [bank_id, change.deleted.role_name])).toEqual([
      ['', 'CanGetAnyUser'],
      ['gh.29.uk', 'CanCreateCustomer'],
      ['gh.29.uk', 'CanCreateUserCustomerLink'],
    ])
  })

  test('the metrics no longer say whose calls and from where they were, and their applications not whose address', async () => {
    const user = await server.user()
    const email = `${user.username}@example.com`
    const consumer = await server.call('/obp/v5.1.0/my/consumers', {
      token: user.token,
      body: { app_name: 'Desk', description: 'x', developer_email: email, enabled: false },
    })
    expect(consumer.status, consumer.text).toBe(201)
    await server.services.metrics.flush()
    const calls = 'select user_id, host(source_ip) as source_ip from metric where correlation_id = $1'
    const id = consumer.headers.get('correlation-id')
    expect(await run(calls, id)).toEqual([{ user_id: user.userId, source_ip: '127.0.0.1' }])
    await remove(user.userId, token)
    expect(await run(calls, id)).toEqual([{ user_id: null, source_ip: null }])
    for (const table of ['consumer', 'audit_event', 'metric'])
      expect(JSON.stringify(await run(`select * from ${table}`))).not.toContain(email)
  })

  test('nobody else is given the name', async () => {
    const username = `taken.${crypto.randomUUID().slice(0, 8)}`
    const { body: created } = await signUp(username)
    await remove(created.user_id, token)
    const answer = await signUp(username)
    expect([answer.status, answer.body.message]).toEqual([409, expect.stringMatching(/^OBP-20258: /)])
    expect(await run('select from app_user where username = $1', username)).toEqual([])
    expect((await signUp(`${username}2`)).status).toBe(201)
  })

  test('nobody is given the name who signs up while the deletion is under way', async () => {
    const { userId, username } = await server.user()
    const [deleted, ...signUps] = await Promise.all([
      remove(userId, token),
      ...Array.from({ length: 10 }, () => signUp(username)),
    ])
    expect(deleted!.status).toBe(200)
    expect(signUps.map(({ status }) => status)).toEqual(Array(10).fill(409))
    expect(await run('select from app_user where username = $1', username)).toEqual([])
  })

  test('of ten deletions at once one is 200 and the others are 400', async () => {
    const { userId } = await server.user()
    const answers = await Promise.all(Array.from({ length: 10 }, () => remove(userId, token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(400)])
    const trail = await auditOf(server, 'app_user', userId)
    expect(trail.filter(({ operation_id }) => operation_id === 'OBPv4.0.0-deleteUser')).toHaveLength(1)
  })

  test('403 OBP-20050 for a super admin, whom only a super admin deletes', async () => {
    await ensureAdministrator({ settings: server.settings, storage: server.storage })
    const { userId } = (await server.services.users.withName('fichero', 'administrator'))!
    const answer = await remove(userId, token)
    expect([answer.status, answer.body.message]).toEqual([403, 'OBP-20050: Current User is not a Super Admin!'])
    expect((await logIn('administrator')).status).toBe(201)
  })

  test('a restart gives the administrator of the settings their name back', async () => {
    const start = () => ensureAdministrator({ settings: server.settings, storage: server.storage })
    await start()
    const [{ user_id }] = (await run(`select user_id from app_user where username = 'administrator'`)) as [
      { user_id: string },
    ]
    const { token: own } = (await logIn('administrator')).body
    await server.services.entitlements.grant(origin, { userId: user_id, roleName: 'CanDeleteUser', bankId: '' })
    expect((await remove(user_id, own)).status).toBe(200)
    expect((await logIn('administrator')).status).toBe(401)
    await start()
    expect((await logIn('administrator')).status).toBe(201)
    expect(await run(`select user_id, deleted_at from app_user where username = 'administrator'`)).toEqual([
      { user_id, deleted_at: null },
    ])
  })
})
