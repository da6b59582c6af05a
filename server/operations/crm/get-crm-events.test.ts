import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleNewCustomerV140 } from '../customer/customer-v140.ts'

const path = (bankId = 'gh.29.uk', query = '', version = 'v1.4.0') =>
  `/obp/${version}/banks/${bankId}/crm-events${query}`

interface Event {
  crm_event_id: string
  customer_name: string
  customer_number: string
  category: string
  detail: string
  channel: string
  scheduled_date: string | null
  actual_date: string
  result: string
}

/** Keeps an event at the bank. */
async function addEvent(server: TestServer, bankId: string, event: Partial<Event> = {}): Promise<string> {
  const row: Event = {
    crm_event_id: randomUUID(),
    customer_name: 'Eveline Tripman',
    customer_number: '5987953',
    category: 'Call',
    detail: 'Asked about a mortgage',
    channel: 'Phone',
    scheduled_date: null,
    actual_date: '2020-01-27T10:00:00Z',
    result: '',
    ...event,
  }
  await server.storage.pool.query(
    `insert into crm_event (bank_id, ${Object.keys(row).join(', ')}) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [bankId, ...Object.values(row)],
  )
  return row.crm_event_id
}

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  await Promise.all(['gh.29.uk', 'second.bank', 'empty.bank', 'paged.bank'].map(server.bank))
  token = (await server.user()).token
  await addEvent(server, 'gh.29.uk', {
    crm_event_id: 'd8839721-ad8f-45dd-9f78-2080414b93f9',
    scheduled_date: '2020-01-26T23:59:59.999Z',
    actual_date: '2020-01-27T10:00:00.123456Z',
    result: 'Happy',
  })
  await addEvent(server, 'gh.29.uk', { crm_event_id: 'plain', actual_date: '1100-01-01T00:00:00Z' })
  await addEvent(server, 'second.bank', { crm_event_id: 'plain', detail: 'of the second bank' })
  // actual dates: e 05, d 04, then three at one instant, then a 01
  const days: [string, string][] = [
    ['c2', '03'],
    ['a', '01'],
    ['e', '05'],
    ['c3', '03'],
    ['d', '04'],
    ['c1', '03'],
  ]
  for (const [crm_event_id, day] of days)
    await addEvent(server, 'paged.bank', { crm_event_id, actual_date: `2020-01-${day}T00:00:00Z` })
})
afterAll(() => server.close())

const idsOf = async (query: string) => {
  const { body } = await server.call(path('paged.bank', query), { token })
  return body.crm_events?.map(({ id }: { id: string }) => id).join(' ') ?? body.message
}

describe('getCrmEvents: 200', () => {
  test("with the bank's events, newest first, dates in whole seconds, and no other bank's", async () => {
    const answer = await server.call(path(), { token })
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(
      JSON.stringify({
        crm_events: [
          {
            id: 'd8839721-ad8f-45dd-9f78-2080414b93f9',
            bank_id: 'gh.29.uk',
            customer_name: 'Eveline Tripman',
            customer_number: '5987953',
            category: 'Call',
            detail: 'Asked about a mortgage',
            channel: 'Phone',
            scheduled_date: '2020-01-26T23:59:59Z',
            actual_date: '2020-01-27T10:00:00Z',
            result: 'Happy',
          },
          {
            id: 'plain',
            bank_id: 'gh.29.uk',
            customer_name: 'Eveline Tripman',
            customer_number: '5987953',
            category: 'Call',
            detail: 'Asked about a mortgage',
            channel: 'Phone',
            scheduled_date: null,
            actual_date: '1100-01-01T00:00:00Z',
            result: '',
          },
        ],
      }),
    )
  })

  test('under every version', async () => {
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
    const answers = await Promise.all(versions.map((version) => server.call(path('gh.29.uk', '', version), { token })))
    expect(answers.map(({ status }) => status)).toEqual(versions.map(() => 200))
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  test('an id may be used by two banks: each shows its own event', async () => {
    const { body } = await server.call(path('second.bank'), { token })
    expect(body.crm_events).toMatchObject([{ id: 'plain', bank_id: 'second.bank', detail: 'of the second bank' }])
  })

  test('all events where no limit is sent', async () => {
    await server.bank('busy.bank')
    await server.storage.pool.query(`
      insert into crm_event (bank_id, crm_event_id, customer_name, customer_number, category, detail, channel, actual_date)
      select 'busy.bank', 'event-' || n, '', '', '', '', '', timestamptz '2020-01-01' + make_interval(mins => n)
      from generate_series(1, 1234) n`)
    const { body } = await server.call(path('busy.bank'), { token })
    expect(body.crm_events).toHaveLength(1234)
    expect(body.crm_events[0].id).toBe('event-1234')
  })

  test('to fifty calls at once, for two banks, each its own', async () => {
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, call) => server.call(path(call % 2 ? 'gh.29.uk' : 'second.bank'), { token })),
    )
    for (const [call, { status, body }] of answers.entries()) {
      expect(status).toBe(200)
      const bankIds = body.crm_events.map(({ bank_id }: { bank_id: string }) => bank_id)
      expect(bankIds).toEqual(call % 2 ? ['gh.29.uk', 'gh.29.uk'] : ['second.bank'])
    }
  })

  test('304 for what the client has', async () => {
    const tag = (await server.call(path(), { token })).headers.get('ETag')!
    expect((await server.call(path(), { token, headers: { 'If-None-Match': tag } })).status).toBe(304)
  })
})

describe('getCrmEvents: which and in what order', () => {
  test.each([
    ['', 'e d c1 c2 c3 a'],
    ['?sort_direction=desc', 'e d c1 c2 c3 a'],
    ['?sort_direction=ASC', 'a c1 c2 c3 d e'],
    ['?sort_direction=Desc', 'e d c1 c2 c3 a'],
    ['?limit=1', 'e'],
    ['?limit=100', 'e d c1 c2 c3 a'],
    ['?limit=2&offset=1', 'd c1'],
    ['?limit=2&offset=3', 'c2 c3'],
    ['?offset=5', 'a'],
    ['?offset=0', 'e d c1 c2 c3 a'],
    ['?limit=2147483647', 'e d c1 c2 c3 a'],
    ['?limit=2&sort_direction=asc', 'a c1'],
    ['?from_date=2020-01-04T00:00:00.000Z', 'e d'],
    ['?from_date=2020-01-04T00:00:00.001Z', 'e'],
    ['?from_date=2020-01-04T02:00:00.000%2B02:00', 'e d'],
    ['?from_date=2020-01-04T00:00:00Z', 'e d'],
    ['?from_date=2020-01-05', 'e'],
    ['?to_date=2020-01-01T00:00:00.000Z', 'a'],
    ['?from_date=2020-01-03T00:00:00.000Z&to_date=2020-01-04T00:00:00.000Z', 'd c1 c2 c3'],
    ['?from_date=2020-01-02T00:00:00.000Z&limit=1&offset=1&sort_direction=asc', 'c2'],
    ['?limit=&offset=&sort_direction=&from_date=&to_date=', 'e d c1 c2 c3 a'],
    ['?unknown=1&sort_by=detail', 'e d c1 c2 c3 a'],
  ])('%s gives %s', async (query, ids) => {
    expect(await idsOf(query)).toBe(ids)
  })

  test('the header Range tells of the page that was asked for, and of none where all was', async () => {
    const rangeOf = async (query: string) =>
      (await server.call(path('paged.bank', query), { token })).headers.get('range')
    expect(await rangeOf('?limit=2&offset=3')).toBe('items=3-2')
    expect(await rangeOf('?offset=3')).toBeNull()
    // of none that fits: 404
    expect(await rangeOf('?limit=2&from_date=2099-01-01')).toBeNull()
  })

  test('an empty list behind the last event, 404 where no event is of the dates asked for', async () => {
    expect(await idsOf('?offset=6')).toBe('')
    expect(await idsOf('?from_date=2020-01-05T00:00:00.001Z')).toBe('No CRM Events available.')
  })

  const sort = 'OBP-10023: obp_sort_direction parameter can only take two values: DESC or ASC!'
  const offset = 'OBP-10024: wrong value for obp_offset parameter. Please send a positive integer (=>0)!'
  const limit = 'OBP-10025: wrong value for obp_limit parameter. Please send a positive integer (=>1)!'
  const date = "OBP-10026: Failed to parse date string. Please use this format yyyy-MM-dd'T'HH:mm:ss.SSS'Z'!"
  test.each([
    ['?sort_direction=up', sort],
    ['?sort_direction=descending', sort],
    ['?limit=0', limit],
    ['?limit=-1', limit],
    ['?limit=1.5', limit],
    ['?limit=ten', limit],
    ['?limit=1e3', limit],
    ['?limit=%201', limit],
    ['?limit=2147483648', limit],
    ['?offset=-1', offset],
    ['?offset=x', offset],
    ['?offset=99999999999999999999', offset],
    ['?from_date=yesterday', date],
    ['?from_date=2020-02-31T00:00:00.000Z', date],
    ['?from_date=2020-01-04T02:00:00.000+02:00', date],
    ['?to_date=0', date],
    ['?limit=0&sort_direction=up&from_date=x&offset=x', sort],
    ['?limit=0&from_date=x&offset=x', date],
    ['?offset=x&limit=0', limit],
  ])('400 OBP-10016 for %s', async (query, reason) => {
    const answer = await server.call(path('paged.bank', query), { token })
    expect(answer.body).toEqual({
      code: 400,
      message: `OBP-10016: Incorrect filter Parameters in URL.  <- ${reason}`,
    })
    expect(answer.status).toBe(400)
  })

  test('400 OBP-09016 for a parameter that is sent twice', async () => {
    const answer = await server.call(path('paged.bank', '?limit=1&limit=2'), { token })
    expect(answer.body).toEqual({ code: 400, message: 'OBP-09016: Duplicate Query Parameters are not allowed.' })
  })
})

describe('getCrmEvents: refusals', () => {
  test('401 OBP-20001 without a login', async () => {
    const answer = await server.call(path())
    expect(answer.body).toEqual({ code: 401, message: 'OBP-20001: User not logged in. Authentication is required!' })
    expect(answer.status).toBe(401)
    expect(answer.headers.get('WWW-Authenticate')).toMatch(/\bDirectLogin realm="http/)
  })

  test('404 OBP-30001 for an unknown bank', async () => {
    const answer = await server.call(path('no.such.bank'), { token })
    expect(answer.body).toEqual({
      code: 404,
      message: 'OBP-30001: Bank not found. Please specify a valid value for BANK_ID. Current BankId is no.such.bank',
    })
    expect(answer.status).toBe(404)
  })

  test('404 No CRM Events available. for a bank without any', async () => {
    const answer = await server.call(path('empty.bank'), { token })
    expect(answer.body).toEqual({ code: 404, message: 'No CRM Events available.' })
    expect(answer.status).toBe(404)
  })

  test('500 OBP-50000 for a fault of our own, 502 OBP-50200 where the events cannot be read', async () => {
    const broken = await startTestServer()
    try {
      await broken.bank('gh.29.uk')
      const user = await broken.user()
      await broken.storage.pool.query('alter table crm_event rename to event')
      expect((await broken.call(path(), { token: user.token })).body).toEqual({
        code: 502,
        message: 'OBP-50200: Connector cannot return the data we requested.',
      })
      await broken.storage.pool.query('alter table consumer rename column app_name to name')
      expect((await broken.call(path(), { token: user.token })).body).toEqual({
        code: 500,
        message: 'OBP-50000: Unknown Error.',
      })
    } finally {
      await broken.close()
    }
  })
})

describe('getCrmEvents: EMPTY_CRM_EVENTS=list and CRM_EVENTS_VISIBLE_TO=linked', () => {
  let careful: TestServer
  beforeAll(async () => {
    careful = await startTestServer({ emptyCrmEvents: 'list', crmEventsVisibleTo: 'linked' })
    await Promise.all(['gh.29.uk', 'second.bank'].map(careful.bank))
  })
  afterAll(() => careful.close())

  const addCustomer = async (customer_number: string, bankId = 'gh.29.uk') => {
    const user = await careful.user({ [bankId]: ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const body = { ...exampleNewCustomerV140, user_id: null, customer_number }
    expect((await careful.call(`/obp/v1.4.0/banks/${bankId}/customer`, { token: user.token, body })).status).toBe(200)
    return user
  }
  const seenBy = async (user: { token: string }, query = '', bankId = 'gh.29.uk') => {
    const { status, body } = await careful.call(path(bankId, query), { token: user.token })
    expect(status).toBe(200)
    return body.crm_events.map(({ id }: { id: string }) => id)
  }

  test('200 and an empty list where there are none', async () => {
    const answer = await careful.call(path('second.bank'), { token: (await careful.user()).token })
    expect([answer.status, answer.text]).toEqual([200, '{"crm_events":[]}'])
  })

  test('a user sees the events of their own customer, whether the customer or the event was there first', async () => {
    const before = await addEvent(careful, 'gh.29.uk', { customer_number: 'LATER', actual_date: '2020-01-01' })
    const owner = await addCustomer('LATER')
    expect(await seenBy(owner)).toEqual([before])
    const after = await addEvent(careful, 'gh.29.uk', { customer_number: 'LATER', actual_date: '2020-01-02' })
    expect(await seenBy(owner)).toEqual([after, before])
    expect(await seenBy(owner, '?limit=1')).toEqual([after])
    expect(await seenBy(owner, '?limit=1&offset=1')).toEqual([before])
    expect(await seenBy(await careful.user())).toEqual([])
    expect(await seenBy(await addCustomer('SOMEBODY-ELSE'))).toEqual([])
  })

  test('an event of another bank is not shown for a customer of the same number', async () => {
    const owner = await addCustomer('TWIN', 'second.bank')
    await addEvent(careful, 'gh.29.uk', { customer_number: 'TWIN' })
    const own = await addEvent(careful, 'second.bank', { customer_number: 'TWIN' })
    expect(await seenBy(owner)).toEqual([])
    expect(await seenBy(owner, '', 'second.bank')).toEqual([own])
  })

  test('with CanGetCrmEvents at the bank a user sees all of it; at another bank or in the system it does not help', async () => {
    await careful.bank('third.bank')
    const event = await addEvent(careful, 'third.bank', { customer_number: 'NOBODY' })
    const see = async (roles: Parameters<TestServer['user']>[0]) => seenBy(await careful.user(roles), '', 'third.bank')
    expect(await see({ 'third.bank': ['CanGetCrmEvents'] })).toEqual([event])
    expect(await see({ 'gh.29.uk': ['CanGetCrmEvents'] })).toEqual([])
    expect(await see({ '': ['CanGetCrmEvents'] })).toEqual([])
    expect(await see({})).toEqual([])
  })
})
