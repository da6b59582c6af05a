import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleNewCustomerV140 } from './customer-v140.ts'
import { getCustomersMessages } from './get-customers-messages.ts'

const path = (bankId = 'gh.29.uk', version = 'v1.4.0') => `/obp/${version}/banks/${bankId}/customer/messages`

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await Promise.all(['gh.29.uk', 'second.bank'].map(server.bank))
})
afterAll(() => server.close())

let numbers = 0
/** A user with a customer of their own at the bank, who may write messages there too. */
async function customer(bankId = 'gh.29.uk') {
  const user = await server.user({
    [bankId]: ['CanCreateCustomer', 'CanCreateUserCustomerLink', 'CanCreateCustomerMessage'],
  })
  const body = { ...exampleNewCustomerV140, user_id: null, customer_number: `N-${numbers++}` }
  const answer = await server.call(`/obp/v1.4.0/banks/${bankId}/customer`, { token: user.token, body })
  expect(answer.status).toBe(200)
  const write = (message: string) =>
    server.call(`/obp/v1.4.0/banks/${bankId}/customer/${answer.body.customer_id}/messages`, {
      token: user.token,
      body: { message, from_department: 'Cards', from_person: 'Clara Roca' },
    })
  return { ...user, write, customerId: answer.body.customer_id as string }
}
const textsOf = ({ body }: { body: { messages: { message: string }[] } }) => body.messages.map(({ message }) => message)

describe('getCustomersMessages: 200', () => {
  test('with an empty list where there are none', async () => {
    const answer = await server.call(path(), { token: (await server.user()).token })
    expect([answer.status, answer.text]).toEqual([200, '{"messages":[]}'])
  })

  test("with the caller's messages, the newest first", async () => {
    const owner = await customer()
    for (const message of ['first', 'second', 'third']) expect((await owner.write(message)).status).toBe(201)
    const answer = await server.call(path(), { token: owner.token })
    expect(answer.status).toBe(200)
    expect(textsOf(answer)).toEqual(['third', 'second', 'first'])
    expect(Compile(getCustomersMessages.response).Check(answer.body)).toBe(true)
    const [example] = (getCustomersMessages.example.response as { messages: object[] }).messages
    for (const message of answer.body.messages) {
      expect(Object.keys(message)).toEqual(Object.keys(example!))
      expect(message).toMatchObject({ from_department: 'Cards', from_person: 'Clara Roca' })
      expect(message.id).toMatch(/^[0-9a-f-]{36}$/)
    }
  })

  test('with dates in whole seconds of UTC', async () => {
    const owner = await customer()
    await owner.write('dated')
    await server.storage.pool.query(
      `update customer_message set created_at = '2013-01-21T23:08:00.987654Z' where user_id = $1`,
      [owner.userId],
    )
    const { body } = await server.call(path(), { token: owner.token })
    expect(body.messages).toMatchObject([{ message: 'dated', date: '2013-01-21T23:08:00Z' }])
  })

  test('under every version', async () => {
    const owner = await customer()
    await owner.write('hello')
    const versions = [
      'v1.4.0',
      'v2.0.0',
      'v2.1.0',
      'v2.2.0',
      'v3.0.0',
      'v3.1.0',
      'v4.0.0',
      'v5.0.0',
      'v5.1.0',
      'v6.0.0',
    ]
    for (const version of versions)
      expect(textsOf(await server.call(path('gh.29.uk', version), { token: owner.token }))).toEqual(['hello'])
  })

  test("never another user's, another bank's, or those of a user that is linked to the same customer", async () => {
    const [first, second, elsewhere] = await Promise.all([customer(), customer(), customer('second.bank')])
    await Promise.all([first.write('for the first'), elsewhere.write('at the second bank')])
    await server.storage.pool.query(
      `insert into user_customer_link (bank_id, user_customer_link_id, user_id, customer_id, position)
       values ('gh.29.uk', 'also', $1, $2, 2)`,
      [second.userId, first.customerId],
    )
    expect(textsOf(await server.call(path(), { token: second.token }))).toEqual([])
    expect(textsOf(await server.call(path(), { token: elsewhere.token }))).toEqual([])
    expect(textsOf(await server.call(path('second.bank'), { token: elsewhere.token }))).toEqual(['at the second bank'])
  })

  test('to forty users at once, each their own', async () => {
    const owners = await Promise.all(Array.from({ length: 40 }, () => customer()))
    await Promise.all(owners.map(({ write, userId }) => write(userId)))
    const answers = await Promise.all(owners.map(({ token }) => server.call(path(), { token })))
    expect(answers.map(textsOf)).toEqual(owners.map(({ userId }) => [userId]))
  })
})

describe('getCustomersMessages: refusals', () => {
  test('401 OBP-20001 without a login', async () => {
    const answer = await server.call(path())
    expect(answer.body).toEqual({ code: 401, message: 'OBP-20001: User not logged in. Authentication is required!' })
  })

  test('404 OBP-30001 for an unknown bank', async () => {
    const answer = await server.call(path('no.such.bank'), { token: (await server.user()).token })
    expect(answer.body).toEqual({
      code: 404,
      message: 'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is no.such.bank',
    })
  })

  test('502 OBP-50200 where the messages cannot be read, 500 OBP-50000 for a fault of our own', async () => {
    const { token } = await server.user()
    await server.storage.pool.query('alter table customer_message rename to letter')
    const unreadable = await server.call(path(), { token })
    await server.storage.pool.query('alter table letter rename to customer_message; alter table consumer rename to app')
    const broken = await server.call(path(), { token })
    await server.storage.pool.query('alter table app rename to consumer')
    expect(unreadable.body).toEqual({
      code: 502,
      message: 'OBP-50200: Connector cannot return the data we requested.',
    })
    expect(broken.body).toEqual({ code: 500, message: 'OBP-50000: Unknown Error.' })
    expect((await server.call(path(), { token })).status).toBe(200)
  })
})
