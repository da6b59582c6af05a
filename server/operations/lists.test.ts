/** Every query parameter that documentation tells of a list changes what the list answers, or is refused. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { documentedQuery } from '../protocol/documented-query.ts'
import type { Operation } from '../protocol/operation.ts'
import { pageParameters } from '../protocol/paging.ts'
import { insertConsumers } from '../testing/consumers.ts'
import { observe, second, thatYear } from '../testing/metrics.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'
import { catalogue } from './catalogue.ts'

const lists = catalogue.filter(({ paging }) => paging)
const pathOf = ({ version, path }: Operation) => `/obp/${version}${path.replace('BANK_ID', 'gh.29.uk')}`
const languages = ['locale', 'language']

/** What each parameter is sent with to get another answer than without it; a new parameter needs a line. */
const telling: Record<string, string> = {
  limit: '1',
  offset: '1',
  sort_direction: 'asc',
  from_date: '2001-01-01T00:00:02.000Z',
  to_date: '2001-01-01T00:00:00.500Z',
  sort_by: 'username',
  is_deleted: 'true',
  locked_status: 'locked',
  provider: 'elsewhere',
  username: 'nobody',
  email: 'nobody@example.com',
  role_name: 'CanGetCustomer',
  bank_id: 'another.bank',
  anon: 'false',
  duration: '15',
  consumer_id: 'many-0',
  user_id: 'nobody',
  url: '/nowhere',
  app_name: 'App many-0',
  implemented_by_partial_function: 'getBanks',
  implemented_in_version: 'v6.0.0',
  verb: 'PUT',
  correlation_id: 'none',
  http_status_code: '404',
  include_app_names: 'App many-0',
  include_url_patterns: '/nowhere',
  include_implemented_by_partial_functions: 'getBanks',
  exclude_app_names: 'App many-0',
  exclude_url_patterns: '%',
  exclude_implemented_by_partial_functions: 'getCustomer',
}

/** What a parameter means nothing without. */
function beside({ name: operation, query }: Operation, parameter: string): Record<string, string> {
  if (operation === 'getUsers' && parameter === 'sort_direction' && query?.sort_by) return { sort_by: 'username' }
  if (operation === 'getUsers' && parameter === 'bank_id') return { role_name: 'CanReadMetrics' }
  return {}
}

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  const roles = new Set(lists.flatMap(({ roles }) => roles?.roles ?? []))
  await server.bank('gh.29.uk')
  const asking = await server.user({ '': [...roles], 'gh.29.uk': [...roles] }, 'middle')
  token = asking.token
  for (const name of ['first', 'last']) {
    const { userId } = await server.user({}, name)
    if (name === 'last') await server.services.userDirectory.lock(origin, userId)
  }
  await insertConsumers(server, 3)
  observe(server, [
    { consumerId: 'many-0' },
    { consumerId: 'many-1', duration: 20, operationId: 'OBPv1.4.0-addCustomer' },
    { consumerId: 'many-1', duration: 30, operationId: 'OBPv1.4.0-addCustomer', userId: asking.userId },
  ])
  for (const n of [0, 1, 2])
    await server.storage.pool.query(
      `insert into crm_event (bank_id, crm_event_id, customer_name, customer_number, category, detail, channel, actual_date, result)
       values ('gh.29.uk', $1, '', '', '', '', '', $2, '')`,
      [`event-${n}`, new Date(second(n))],
    )
})
afterAll(() => server.close())

/** @param more than the dates, which leave out the calls that the test itself makes */
const ask = (operation: Operation, more: Record<string, string> = {}) => {
  const dates = operation.tags.includes('Metric') ? Object.fromEntries(new URLSearchParams(thatYear)) : {}
  return server.call(`${pathOf(operation)}?${new URLSearchParams({ ...dates, ...more })}`, { token })
}

describe.each(lists.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const parameters = Object.entries(documentedQuery(operation)).filter(([name]) => !languages.includes(name))

  test('answers the same to the same question', async () => {
    const [one, other] = [await ask(operation), await ask(operation)]
    expect(one.status, one.text).toBe(200)
    expect(other.text).toBe(one.text)
  })

  test.each(parameters)('%s changes the answer, or is refused and documented so', async (name, { isDeprecated }) => {
    expect(Object.keys(telling)).toContain(name)
    const without = beside(operation, name)
    const [plain, told] = [await ask(operation, without), await ask(operation, { ...without, [name]: telling[name]! })]
    expect(told.status, told.text).toBe(isDeprecated ? 400 : 200)
    expect(told.text).not.toBe(plain.text)
  })

  // OBP reads the whole page wherever it reads a part of it
  test.each(Object.keys(pageParameters({ limit: null })))('400 OBP-10016 for a wrong %s', async (name) => {
    const answer = await ask(operation, { [name]: 'x' })
    expect([answer.status, answer.body.message]).toEqual([400, expect.stringMatching(/^OBP-10016: /)])
  })
})
