import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { addCustomerMessage } from './add-customer-message.ts'
import { exampleNewCustomerV140 } from './customer-v140.ts'

const path = (customerId: string, bankId = 'gh.29.uk', version = 'v1.4.0') =>
  `/obp/${version}/banks/${bankId}/customer/${customerId}/messages`
const both: RoleName[] = ['CanCreateCustomer', 'CanCreateUserCustomerLink']
const letter = { message: 'Your card is ready.', from_department: 'Cards', from_person: 'Clara Roca' }

let server: TestServer
/** may write messages at both banks */
let writer: { userId: string; token: string }
beforeAll(async () => {
  server = await startTestServer()
  await Promise.all(['gh.29.uk', 'second.bank'].map(server.bank))
  writer = await server.user({ 'gh.29.uk': ['CanCreateCustomerMessage'], 'second.bank': ['CanCreateCustomerMessage'] })
})
afterAll(() => server.close())

const run = async (query: string, ...values: unknown[]) => (await server.storage.pool.query(query, values)).rows
const write = (customerId: string, change: Record<string, unknown> = {}, bankId?: string, token = writer.token) =>
  server.call(path(customerId, bankId), { token, body: { ...letter, ...change } })

let numbers = 0
/** A user with a customer of their own at the bank. */
async function customer(bankId = 'gh.29.uk') {
  const user = await server.user({ [bankId]: both })
  const body = { ...exampleNewCustomerV140, user_id: null, customer_number: `N-${numbers++}` }
  const answer = await server.call(`/obp/v1.4.0/banks/${bankId}/customer`, { token: user.token, body })
  return { ...user, customerId: answer.body.customer_id as string }
}
const messagesOf = (customerId: string) => run('select * from customer_message where customer_id = $1', customerId)

describe('addCustomerMessage: 201', () => {
  test("Success, and the message is the customer's user's to read", async () => {
    const owner = await customer()
    const answer = await write(owner.customerId)
    expect([answer.status, answer.text]).toEqual([201, '{"success":"Success"}'])
    expect(Compile(addCustomerMessage.response).Check(answer.body)).toBe(true)
    expect(answer.body).toEqual(addCustomerMessage.example.response)
    const read = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer/messages', { token: owner.token })
    expect(read.body.messages).toMatchObject([letter])
    expect(await messagesOf(owner.customerId)).toMatchObject([{ bank_id: 'gh.29.uk', user_id: owner.userId }])
  })

  test('for the user that was linked first, not for those that came later', async () => {
    const [first, second] = await Promise.all([customer(), server.user()])
    // an id that sorts before the other link's
    await run(
      `insert into user_customer_link (bank_id, user_customer_link_id, user_id, customer_id, position)
       values ('gh.29.uk', '!', $1, $2, 1)`,
      second.userId,
      first.customerId,
    )
    await write(first.customerId)
    expect(await messagesOf(first.customerId)).toMatchObject([{ user_id: first.userId }])
  })

  test('under every version', async () => {
    const { customerId } = await customer()
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
    for (const version of versions) {
      const ask = { token: writer.token, body: letter }
      expect((await server.call(path(customerId, 'gh.29.uk', version), ask)).status).toBe(201)
    }
    expect(await messagesOf(customerId)).toHaveLength(versions.length)
  })

  test('with texts at their limits, empty ones, numbers, and unknown fields', async () => {
    const { customerId } = await customer()
    const longest = { message: '😀'.repeat(1024), from_department: 'd'.repeat(64), from_person: 'p'.repeat(64) }
    expect((await write(customerId, longest)).status).toBe(201)
    expect(await messagesOf(customerId)).toMatchObject([longest])
    expect((await write(customerId, { message: '', from_department: '', from_person: '' })).status).toBe(201)
    expect((await write(customerId, { message: 42, transport: 'SMS', id: 'mine', date: '2020-01-01' })).status).toBe(
      201,
    )
    expect((await messagesOf(customerId)).map(({ message }) => message).sort()).toEqual(['', '42', longest.message])
  })

  test('with an audit row that says who wrote what by which call, and holds no secret', async () => {
    const { customerId, userId } = await customer()
    const { headers } = await write(customerId)
    const [message] = await messagesOf(customerId)
    const [consumer] = await run(`select consumer_id from consumer where consumer_key = 'test-consumer'`)
    const events = await run('select * from audit_event where correlation_id = $1', headers.get('Correlation-Id'))
    expect(events).toMatchObject([
      {
        bank_id: 'gh.29.uk',
        user_id: writer.userId,
        consumer_id: consumer.consumer_id,
        operation_id: 'OBPv1.4.0-addCustomerMessage',
        subject: 'customer_message',
        subject_id: message.message_id,
        change: { created: { ...letter, customer_id: customerId, user_id: userId } },
      },
    ])
    expect(JSON.stringify(events)).not.toContain(writer.token)
  })

  test('to a hundred calls at once: a hundred messages and a hundred audit rows', async () => {
    const owner = await customer()
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, place) => write(owner.customerId, { message: `message ${place}` })),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(100).fill(201))
    const kept = await messagesOf(owner.customerId)
    expect(new Set(kept.map(({ message }) => message)).size).toBe(100)
    const [{ count }] = await run(
      `select count(*) from audit_event where subject = 'customer_message' and subject_id = any($1)`,
      kept.map(({ message_id }) => message_id),
    )
    expect(count).toBe(100)
  })
})

describe('addCustomerMessage: refusals, and nothing is kept', () => {
  let owner: { customerId: string; token: string; userId: string }
  beforeAll(async () => {
    owner = await customer()
  })

  test('401 OBP-20001 without a login', async () => {
    const answer = await server.call(path(owner.customerId), { body: letter })
    expect(answer.body).toEqual({ code: 401, message: 'OBP-20001: User not logged in. Authentication is required!' })
  })

  test('404 OBP-30001 for an unknown bank', async () => {
    const answer = await write(owner.customerId, {}, 'no.such.bank')
    expect(answer.body).toEqual({
      code: 404,
      message: 'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is no.such.bank',
    })
  })

  test.each<[string, Record<string, RoleName[]>]>([
    ['no role', {}],
    ['the role at another bank', { 'second.bank': ['CanCreateCustomerMessage'] }],
    ['the role in the system', { '': ['CanCreateCustomerMessage'] }],
    ['the role to read them', { 'gh.29.uk': ['CanGetCustomerMessages'] }],
  ])('403 OBP-20006 with %s, also for the customer of the caller', async (_what, roles) => {
    const { token } = await server.user(roles)
    for (const answer of [
      await write(owner.customerId, {}, undefined, token),
      await write('x', {}, undefined, token),
    ]) {
      expect(answer.status).toBe(403)
      expect(answer.body.message).toMatch(
        /^OBP-20006: User is missing one or more roles: CanCreateCustomerMessage .*BankId\(gh\.29\.uk\)/,
      )
    }
    expect((await write(owner.customerId, {}, undefined, owner.token)).status).toBe(403)
  })

  test('404 OBP-30046 for a customer that nobody has', async () => {
    const answer = await write('7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh')
    expect(answer.status).toBe(404)
    expect(answer.body.message).toBe(
      'OBP-30046: Customer not found. Please specify a valid value for CUSTOMER_ID.. Current CustomerId(7uy8a7e4-6d02-40e3-a129-0b2bf89de8uh)',
    )
  })

  test("404 OBP-30046 for another bank's customer", async () => {
    const answer = await write(owner.customerId, {}, 'second.bank')
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30046/)
  })

  test('404 OBP-30008 for a customer without a link', async () => {
    const { customerId } = await customer()
    await run('delete from user_customer_link where customer_id = $1', customerId)
    const answer = await write(customerId)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toBe(
      `OBP-30008: User Customer Link not found by USER_ID Current customerId (${customerId})`,
    )
  })

  test('404 OBP-20005 for a customer whose user is deleted', async () => {
    const { customerId, userId } = await customer()
    await run('update app_user set deleted_at = now() where user_id = $1', userId)
    const answer = await write(customerId)
    expect(answer.status).toBe(404)
    expect(answer.body.message).toBe(
      `OBP-20005: User not found. Please specify a valid value for USER_ID. Current USER_ID(${userId})`,
    )
  })

  test.each(
    [
      ['message', 1024],
      ['from_department', 64],
      ['from_person', 64],
    ].flatMap(([field, most]) => [
      [field, 'absent', undefined, 'is missing.'],
      ...[
        ['null', null],
        ['true', true],
        ['an object', {}],
        ['a list', ['x']],
        ['one character too long', 'x'.repeat(Number(most) + 1)],
      ].map(([what, value]) => [field, what, value, `must be a text of at most ${most} characters.`]),
      ...[
        ['a NUL', '\0'],
        ['half a character', '\ud800'],
      ].map(([what, value]) => [
        field,
        what,
        value,
        'holds a character that cannot be kept: NUL, or half of a surrogate pair.',
      ]),
      [
        field,
        'a number that has lost digits',
        2 ** 60,
        'must be sent as a text in quotes: so large a number loses digits.',
      ],
    ]) as [string, string, unknown, string][],
  )('400 OBP-10001 when %s is %s', async (field, _what, value, sentence) => {
    const answer = await write(owner.customerId, { [field]: value })
    expect(answer.body).toEqual({ code: 400, message: `OBP-10001: Incorrect json format. ${field} ${sentence}` })
    expect(answer.status).toBe(400)
  })

  test.each(['', '{"message":', '[]', 'null', '"x"'])('400 OBP-10001 when the body is %j', async (body) => {
    const answer = await server.call(path(owner.customerId), { method: 'POST', token: writer.token, body })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-10001: Incorrect json format\./)
  })

  test('a wrong body comes before an unknown customer', async () => {
    expect((await write('nobody', { message: null })).status).toBe(400)
  })

  test('404 OBP-10404 for a customer id with a NUL', async () => {
    const answer = await write('a%00b')
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([404, 'OBP-10404'])
  })

  test('nothing was kept', async () => {
    expect(await messagesOf(owner.customerId)).toEqual([])
  })

  test('502 OBP-50200 where the database refuses the message or its audit row, and neither is kept', async () => {
    for (const table of ['customer_message', 'audit_event']) {
      await run(`
        create function refuse() returns trigger language plpgsql as $$ begin raise 'a secret'; end $$;
        create trigger refuse before insert on ${table} for each row execute function refuse()`)
      const answer = await write(owner.customerId)
      await run('drop function refuse cascade')
      expect(answer.body).toEqual({
        code: 502,
        message: 'OBP-50200: Connector cannot return the data we requested.',
      })
      expect(await messagesOf(owner.customerId)).toEqual([])
      const events = await run(
        'select 1 from audit_event where correlation_id = $1',
        answer.headers.get('Correlation-Id'),
      )
      expect(events).toEqual([])
    }
  })

  test('500 OBP-50000 for a fault of our own, without a word about what', async () => {
    await run('alter view entitlement_in_force rename to granted')
    const answer = await write(owner.customerId)
    await run('alter view granted rename to entitlement_in_force')
    expect(answer.body).toEqual({ code: 500, message: 'OBP-50000: Unknown Error.' })
    expect((await write(owner.customerId)).status).toBe(201)
  })
})
