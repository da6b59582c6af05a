import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { CustomerV140, exampleCustomerV140, exampleNewCustomerV140 } from './customer-v140.ts'

const both: RoleName[] = ['CanCreateCustomer', 'CanCreateUserCustomerLink']
const path = (bankId = 'gh.29.uk', version = 'v1.4.0') => `/obp/${version}/banks/${bankId}/customer`

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ customersPerUserAndBank: Number.POSITIVE_INFINITY })
  await Promise.all(['gh.29.uk', 'second.bank'].map(server.bank))
})
afterAll(() => server.close())

const clerk = () => server.user({ 'gh.29.uk': both, 'second.bank': both })
let numbers = 0
/** Adds a customer of the user who is logged in, and gives it. */
async function add(token: string, bankId?: string, change: Record<string, unknown> = {}) {
  const body = { ...exampleNewCustomerV140, user_id: '', customer_number: `N-${numbers++}`, ...change }
  const answer = await server.call(path(bankId), { token, body })
  expect(answer.status).toBe(200)
  return answer.body
}
const run = (query: string, ...values: unknown[]) => server.storage.pool.query(query, values)

describe('getCustomer: 200', () => {
  test('with the customer of the page', async () => {
    const { token } = await clerk()
    const { customer_id } = await add(token, 'gh.29.uk', { customer_number: '5987953' })
    const answer = await server.call(path(), { token })
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ ...exampleCustomerV140, customer_id })
    expect(Object.keys(answer.body)).toEqual(Object.keys(exampleCustomerV140))
    expect(Compile(CustomerV140).Check(answer.body)).toBe(true)
  })

  test('with null where a customer has no dates and no picture', async () => {
    const { token } = await clerk()
    await add(token, 'gh.29.uk', { face_image: null, date_of_birth: null, last_ok_date: null, dob_of_dependants: [] })
    const { body } = await server.call(path(), { token })
    expect(body).toMatchObject({ face_image: null, date_of_birth: null, last_ok_date: null, dob_of_dependants: [] })
    expect(Compile(CustomerV140).Check(body)).toBe(true)
  })

  test('without any role, under v1.4.0 and v2.0.0 and not later', async () => {
    const [adder, owner] = await Promise.all([clerk(), server.user()])
    await add(adder.token, 'gh.29.uk', { user_id: owner.userId })
    const statuses = ['v1.4.0', 'v2.0.0', 'v2.1.0', 'v3.1.0', 'v5.1.0', 'v6.0.0'].map(
      async (version) => (await server.call(path('gh.29.uk', version), { token: owner.token })).status,
    )
    expect(await Promise.all(statuses)).toEqual([200, 200, 404, 404, 404, 404])
  })

  test('with the customer that was linked first, not the newest, nor the lowest id, nor one of another bank', async () => {
    const { token, userId } = await clerk()
    await add(token, 'second.bank')
    const customers = [await add(token), await add(token), await add(token)]
    expect((await server.call(path(), { token })).body).toEqual(customers[0])
    // the other way round, so that an order by id cannot pass by chance
    await run('update user_customer_link set position = position + 100 where user_id = $1', userId)
    await run(
      `update user_customer_link set position = case customer_id when $2 then 3 when $3 then 2 else 1 end
       where user_id = $1 and bank_id = 'gh.29.uk'`,
      userId,
      customers[0].customer_id,
      customers[1].customer_id,
    )
    expect((await server.call(path(), { token })).body).toEqual(customers[2])
  })

  test('an inactive link still counts', async () => {
    const { token, userId } = await clerk()
    const customer = await add(token)
    await run('update user_customer_link set is_active = false where user_id = $1', userId)
    expect((await server.call(path(), { token })).body).toEqual(customer)
  })

  test('two users of one customer both get it', async () => {
    const [first, second] = await Promise.all([clerk(), server.user()])
    const customer = await add(first.token)
    await run(
      `insert into user_customer_link (bank_id, user_customer_link_id, user_id, customer_id, position)
       values ('gh.29.uk', 'second-link', $1, $2, 1)`,
      second.userId,
      customer.customer_id,
    )
    expect((await server.call(path(), { token: second.token })).body).toEqual(customer)
  })

  test('a change in the database shows on the next call', async () => {
    const { token } = await clerk()
    const { customer_id } = await add(token)
    await run(`update customer set legal_name = 'New Name' where customer_id = $1`, customer_id)
    expect((await server.call(path(), { token })).body.legal_name).toBe('New Name')
  })

  test('304 for the ETag of what the client has, quoted or not; 200 for another', async () => {
    const { token } = await clerk()
    await add(token)
    const { headers } = await server.call(path(), { token })
    const tag = headers.get('ETag')!
    expect(tag).toMatch(/^"[^"]+"$/)
    const status = async (known: string) =>
      (await server.call(path(), { token, headers: { 'If-None-Match': known } })).status
    expect(await Promise.all([tag, tag.slice(1, -1), '"other"'].map(status))).toEqual([304, 304, 200])
  })

  test('it leaves no trace in the audit trail', async () => {
    const { token } = await clerk()
    await add(token)
    const before = await run('select count(*) from audit_event')
    await server.call(path(), { token })
    expect((await run('select count(*) from audit_event')).rows).toEqual(before.rows)
  })
})

describe('getCustomer: refusals', () => {
  test('401 OBP-20001 without a login', async () => {
    const answer = await server.call(path())
    expect(answer.status).toBe(401)
    expect(answer.body).toEqual({ code: 401, message: 'OBP-20001: User not logged in. Authentication is required!' })
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/\bDirectLogin realm="http/)
  })

  test('404 OBP-30001 for an unknown bank, and 401 first', async () => {
    const { token } = await clerk()
    const answer = await server.call(path('no.such.bank'), { token })
    expect(answer.body).toEqual({
      code: 404,
      message: 'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is no.such.bank',
    })
    expect((await server.call(path('no.such.bank'))).status).toBe(401)
  })

  test('404 OBP-30008 for a user without a customer', async () => {
    const { token } = await clerk()
    const answer = await server.call(path(), { token })
    expect(answer.body).toEqual({ code: 404, message: 'OBP-30008: User Customer Link not found by USER_ID' })
    expect(answer.status).toBe(404)
  })

  test("404 OBP-30008 where the user's customer is at another bank", async () => {
    const { token } = await clerk()
    await add(token, 'second.bank')
    expect((await server.call(path(), { token })).body.message).toMatch(/^OBP-30008/)
  })

  test("never another user's customer", async () => {
    const [owner, other] = await Promise.all([clerk(), clerk()])
    await add(owner.token)
    expect((await server.call(path(), { token: other.token })).status).toBe(404)
  })

  test('405 with Allow for a verb that the path has not', async () => {
    const { token } = await clerk()
    const answer = await server.call(path('gh.29.uk', 'v2.0.0'), { token, method: 'DELETE' })
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
  })
})

describe('getCustomer: simultaneous calls', () => {
  test('each of 60 users gets their own customer, three times at once; users without one get none', async () => {
    const users = await Promise.all(Array.from({ length: 80 }, clerk))
    const customers = await Promise.all(users.map(({ token }, place) => (place % 4 === 0 ? null : add(token))))
    const answers = await Promise.all([0, 1, 2].flatMap(() => users.map(({ token }) => server.call(path(), { token }))))
    for (const [place, answer] of answers.entries()) {
      const own = customers[place % users.length]
      expect(answer.status).toBe(own ? 200 : 404)
      if (own) expect(answer.body).toEqual(own)
    }
  })
})

describe('getCustomer: a broken database', () => {
  test('500 OBP-50000 for a fault of our own, 502 OBP-50200 where the customers cannot be read', async () => {
    const broken = await startTestServer()
    try {
      await broken.bank('gh.29.uk')
      const { token } = await broken.user()
      await broken.storage.pool.query('alter table customer rename column legal_name to name')
      expect(await broken.call(path(), { token })).toMatchObject({
        status: 502,
        body: { code: 502, message: 'OBP-50200: Connector cannot return the data we requested.' },
      })
      await broken.storage.pool.query('alter table login_token rename to token')
      expect(await broken.call(path(), { token })).toMatchObject({
        status: 500,
        body: { code: 500, message: 'OBP-50000: Unknown Error.' },
      })
    } finally {
      await broken.close()
    }
  })
})
