import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { callsLimit } from './calls-limit.ts'
import { callsLimitV400 } from './calls-limit-v400.ts'
import { getRateLimitingInfo } from './get-rate-limiting-info.ts'

let server: TestServer
let token: string
let consumerId: string
let consumers = 0
beforeAll(async () => {
  server = await startTestServer()
  token = (await server.user({ '': ['CanSetCallLimits', 'CanReadCallLimits'] })).token
})
afterAll(() => server.close())
beforeEach(async () => {
  consumerId = `limited-${consumers++}`
  await insertConsumer(server, consumerId)
})

const body = {
  from_date: '2020-01-01T00:00:00Z',
  to_date: '2120-01-01T00:00:00Z',
  per_second_call_limit: '1',
  per_minute_call_limit: '2',
  per_hour_call_limit: '3',
  per_day_call_limit: '4',
  per_week_call_limit: '5',
  per_month_call_limit: '-1',
}
const pathOf = (version: string, id = consumerId) =>
  `/obp/${version}/management/consumers/${encodeURIComponent(id)}/consumer/call-limits`
const put = (version: string, change: unknown = {}, as: string | undefined = token, id = consumerId) =>
  server.call(pathOf(version, id), {
    method: 'PUT',
    body: typeof change === 'object' ? { ...body, ...change } : change,
    ...(as && { token: as }),
  })
const get = (as: string | undefined = token, id = consumerId) =>
  server.call(pathOf('v4.0.0', id), as ? { token: as } : {})

describe('callsLimit', () => {
  test('v3.1.0: 200 with the limits, and the audit trail tells who set them', async () => {
    const answer = await put('v3.1.0')
    expectDeclared(answer, callsLimit, 200)
    expect(answer.body).toEqual(body)
    const [limit] = await server.services.callLimits.ofConsumer(consumerId)
    expect(await auditOf(server, 'call_limit', limit!.callLimitId)).toMatchObject([
      { operation_id: 'OBPv3.1.0-callsLimit', change: { created: { consumer_id: consumerId, per_minute: 2 } } },
    ])
  })

  test('v4.0.0 and later: the same for a version, an operation or a bank', async () => {
    const scope = { api_version: 'v1.4.0', api_name: 'getCustomer', bank_id: 'gh.29.uk' }
    const answer = await put('v5.1.0', scope)
    expect(answer.status).toBe(200)
    expect(answer.body).toEqual({ ...body, ...scope })
    const wide = await put('v4.0.0')
    expectDeclared(wide, callsLimitV400, 200)
    expect(wide.body).toEqual({ ...body, api_version: null, api_name: null, bank_id: null })
    expect(await server.services.callLimits.ofConsumer(consumerId)).toHaveLength(2)
  })

  test('a second time replaces; so do two at once', async () => {
    await put('v4.0.0')
    await put('v4.0.0', { per_day_call_limit: '40' })
    await Promise.all(['50', '60', '70'].map((per_day_call_limit) => put('v4.0.0', { per_day_call_limit })))
    const limits = await server.services.callLimits.ofConsumer(consumerId)
    expect(limits).toHaveLength(1)
    expect([50, 60, 70]).toContain(limits[0]!.limits.day)
  })

  test('the first time of several at once makes one', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => put('v4.0.0')))
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200))
    expect(await server.services.callLimits.ofConsumer(consumerId)).toHaveLength(1)
  })

  test.each(Object.keys(body))('400 OBP-10001 naming %s when it is wrong or missing', async (name) => {
    for (const wrong of [undefined, null, true, {}, '', 'soon', '-2', '1.5', '99999999999']) {
      const answer = await put('v4.0.0', { [name]: wrong })
      expect([wrong, answer.status]).toEqual([wrong, 400])
      expect(answer.body.message).toMatch(/^OBP-10001: Incorrect json format\./)
      expect(answer.body.message).toContain(name)
    }
    expect(await server.services.callLimits.ofConsumer(consumerId)).toEqual([])
  })

  test.each(['api_version', 'api_name', 'bank_id'])('400 OBP-10001 naming %s when it is wrong', async (name) => {
    for (const wrong of [true, {}, 'x'.repeat(256)]) {
      const answer = await put('v4.0.0', { [name]: wrong })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toContain(name)
    }
  })

  test('400 when it ends before it begins', async () => {
    const answer = await put('v4.0.0', { to_date: '2019-01-01T00:00:00Z' })
    expect(answer.body.message).toBe('OBP-10001: Incorrect json format. to_date must be later than from_date.')
  })

  test('404 OBP-30019 for a consumer that is not there', async () => {
    const answer = await put('v4.0.0', {}, token, 'no-such-consumer')
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30019: /)
  })

  test('401 without a login, 403 without the role, and nothing is set', async () => {
    expect((await put('v4.0.0', {}, '')).body.message).toMatch(/^OBP-20001: /)
    const { token: other } = await server.user({ '': ['CanReadCallLimits'] })
    for (const version of ['v3.1.0', 'v4.0.0']) {
      const answer = await put(version, {}, other)
      expect(answer.status).toBe(403)
      expect(answer.body.message).toBe('OBP-20006: User is missing one or more roles: CanSetCallLimits')
    }
    expect(await server.services.callLimits.ofConsumer(consumerId)).toEqual([])
  })
})

describe('getCallsLimit', () => {
  test('200 with -1 and no state where nothing was ever set', async () => {
    const answer = await get()
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ per_second_call_limit: '-1', per_month_call_limit: '-1' })
    expect(answer.body.current_state).toEqual({
      per_second: {},
      per_minute: {},
      per_hour: {},
      per_day: {},
      per_week: {},
      per_month: {},
    })
  })

  test('200 with what is in force for every call, and how many calls were made', async () => {
    await put('v4.0.0', { per_second_call_limit: '-1' })
    await put('v4.0.0', { api_name: 'getCustomer', per_day_call_limit: '1' })
    for (const seconds of [60, 3600, 86_400, 604_800])
      await server.services.counters.add(`consumer:${consumerId}:::`, seconds)
    const answer = await get()
    expect(answer.status).toBe(200)
    expect(answer.body).toMatchObject({ per_second_call_limit: '-1', per_day_call_limit: '4' })
    expect(answer.body.current_state.per_day.calls_made).toBe(1)
    expect(answer.body.current_state.per_day.reset_in_seconds).toBeGreaterThan(86_000)
    expect(answer.body.current_state.per_second).toEqual({})
  })

  test('either role will do; 401, 403, 404', async () => {
    const setter = await server.user({ '': ['CanSetCallLimits'] })
    expect((await get(setter.token)).status).toBe(200)
    expect((await get('')).status).toBe(401)
    const nobody = await get((await server.user()).token)
    expect(nobody.body.message).toBe(
      'OBP-20006: User is missing one or more roles: CanReadCallLimits or CanSetCallLimits',
    )
    expect((await get(token, 'no-such-consumer')).body.message).toMatch(/^OBP-30019: /)
  })
})

test('getRateLimitingInfo: 200 without a login, telling what is', async () => {
  const answer = await server.call('/obp/v3.1.0/rate-limiting')
  expectDeclared(answer, getRateLimitingInfo, 200)
  expect(answer.body).toEqual({ enabled: false, technology: 'MEMORY', service_available: true, is_active: false })
})
