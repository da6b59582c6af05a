import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { auditOf } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { createCallLimits } from './create-call-limits.ts'
import { deleteCallLimits } from './delete-call-limits.ts'
import { getActiveRateLimitsAtDate, getActiveRateLimitsNow } from './get-active-rate-limits.ts'
import { getConsumerCallCounters } from './get-consumer-call-counters.ts'
import { updateRateLimits } from './update-rate-limits.ts'

let server: TestServer
let token: string
let consumerId: string
let consumers = 0
beforeAll(async () => {
  server = await startTestServer()
  const roles: RoleName[] = ['CanCreateRateLimits', 'CanUpdateRateLimits', 'CanDeleteRateLimits', 'CanGetRateLimits']
  token = (await server.user({ '': roles })).token
})
afterAll(() => server.close())
beforeEach(async () => {
  consumerId = `limited-${consumers++}`
  await insertConsumer(server, consumerId)
})

const body = {
  from_date: '2020-01-01T00:00:00Z',
  to_date: '2120-01-01T00:00:00Z',
  per_second_call_limit: '-1',
  per_minute_call_limit: '2',
  per_hour_call_limit: '3',
  per_day_call_limit: '4',
  per_week_call_limit: '5',
  per_month_call_limit: '6',
}
const below = (path: string, id = consumerId) => `/obp/v6.0.0/management/consumers/${id}/${path}`
const limits = 'consumer/rate-limits'
const create = (change = {}, as = token) => server.call(below(limits), { body: { ...body, ...change }, token: as })

describe('createCallLimits', () => {
  test('201; several are kept side by side and add up in what is in force', async () => {
    const first = await create()
    expectDeclared(first, createCallLimits, 201)
    expect(first.body).toMatchObject({ ...body, api_version: null, api_name: null, bank_id: null })
    const second = await create({ per_minute_call_limit: '10', per_day_call_limit: '-1' })
    await create({ to_date: '2020-02-01T00:00:00Z' })
    const now = await server.call(below('active-rate-limits'), { token })
    expectDeclared(now, getActiveRateLimitsNow, 200)
    expect(now.body).toMatchObject({
      considered_rate_limit_ids: [first.body.rate_limiting_id, second.body.rate_limiting_id],
      active_per_second_rate_limit: -1,
      active_per_minute_rate_limit: 12,
      active_per_day_rate_limit: 4,
      active_per_month_rate_limit: 12,
    })
    expect(Math.abs(Date.parse(now.body.active_at_date) - Date.now())).toBeLessThan(60_000)
  })
})

describe('updateRateLimits', () => {
  test('200 with what is now', async () => {
    const { rate_limiting_id: id } = (await create()).body
    const answer = await server.call(below(`${limits}/${id}`), {
      method: 'PUT',
      body: { ...body, per_day_call_limit: '44', bank_id: 'gh.29.uk' },
      token,
    })
    expectDeclared(answer, updateRateLimits, 200)
    expect(answer.body).toMatchObject({ rate_limiting_id: id, per_day_call_limit: '44', bank_id: 'gh.29.uk' })
    expect(await auditOf(server, 'call_limit', id)).toMatchObject([
      { change: { created: { per_day: 4 } } },
      { bank_id: 'gh.29.uk', change: { updated: { per_day: 44 } } },
    ])
  })
})

describe('deleteCallLimits', () => {
  test('204, and of two at once one finds nothing', async () => {
    const { rate_limiting_id: id } = (await create()).body
    const remove = () => server.call(below(`${limits}/${id}`), { method: 'DELETE', token })
    const answers = await Promise.all([remove(), remove()])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 404])
    expectDeclared(answers.find(({ status }) => status === 204)!, deleteCallLimits, 204)
    expect(await server.services.callLimits.ofConsumer(consumerId)).toEqual([])
  })
})

describe('getActiveRateLimitsAtDate', () => {
  test('200 with what is in force at that hour', async () => {
    await create({ from_date: '2026-06-01T12:00:00Z', to_date: '2026-06-01T13:00:00Z' })
    const at = (hour: string) => server.call(below(`active-rate-limits/${hour}`), { token })
    const within = await at('2026-06-01-12')
    expectDeclared(within, getActiveRateLimitsAtDate, 200)
    expect(within.body).toMatchObject({ active_at_date: '2026-06-01T12:00:00Z', active_per_day_rate_limit: 4 })
    for (const hour of ['2026-06-01-11', '2026-06-01-13'])
      expect((await at(hour)).body).toMatchObject({ considered_rate_limit_ids: [], active_per_day_rate_limit: -1 })
  })

  test.each(['2026-06-01', '2026-02-31-10', '2026-06-01-24', 'now', '2026-06-01-1'])(
    '400 OBP-10005 for %s',
    async (hour) => {
      const answer = await server.call(below(`active-rate-limits/${hour}`), { token })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(/^OBP-10005: Invalid Date Format\. Could not convert value to a Date\./)
    },
  )
})

describe('getConsumerCallCounters', () => {
  test('200 with what was counted', async () => {
    for (const seconds of [1, 60, 3600, 86_400, 604_800, 2_592_000])
      await server.services.counters.add(`consumer:${consumerId}:::`, seconds)
    const answer = await server.call(below('call-counters'), { token })
    expectDeclared(answer, getConsumerCallCounters, 200)
    expect(answer.body.per_month).toMatchObject({ calls_made: 1, status: 'ACTIVE' })
    await insertConsumer(server, `${consumerId}-idle`)
    const idle = await server.call(below('call-counters', `${consumerId}-idle`), { token })
    expect(idle.body.per_day).toEqual({ status: 'NO_COUNTER' })
  })
})

describe('each of them', () => {
  const calls: [string, string, string, RoleName][] = [
    ['POST', limits, 'CanCreateRateLimits', 'CanCreateRateLimits'],
    ['PUT', `${limits}/some-id`, 'CanUpdateRateLimits', 'CanUpdateRateLimits'],
    ['DELETE', `${limits}/some-id`, 'CanDeleteRateLimits', 'CanDeleteRateLimits'],
    ['GET', 'active-rate-limits', 'CanGetRateLimits', 'CanGetRateLimits'],
    ['GET', 'active-rate-limits/2026-06-01-12', 'CanGetRateLimits', 'CanGetRateLimits'],
    ['GET', 'call-counters', 'CanGetRateLimits', 'CanGetRateLimits'],
  ]
  test.each(calls)('%s %s: 401, 403 without %s, 404 for an unknown consumer', async (method, path, role) => {
    const ask = (as: string, id = consumerId) =>
      server.call(below(path, id), { method, ...(method !== 'GET' && { body }), ...(as && { token: as }) })
    expect((await ask('')).body.message).toMatch(/^OBP-20001: /)
    const refused = await ask((await server.user()).token)
    expect(refused.status).toBe(403)
    expect(refused.body.message).toBe(`OBP-20006: User is missing one or more roles: ${role}`)
    const unknown = await ask(token, 'no-such-consumer')
    expect(unknown.status).toBe(404)
    expect(unknown.body.message).toMatch(/^OBP-30019: /)
  })

  test.each(['PUT', 'DELETE'])('%s: 404 for limits of another consumer, which stay as they are', async (method) => {
    const { rate_limiting_id: id } = (await create()).body
    await insertConsumer(server, `${consumerId}-other`)
    const answer = await server.call(below(`${limits}/${id}`, `${consumerId}-other`), {
      method,
      body: { ...body, per_day_call_limit: '44' },
      token,
    })
    expect(answer.body).toEqual({
      code: 404,
      message: 'Rate limit not found. Please specify a valid value for RATE_LIMITING_ID.',
    })
    expect((await server.services.callLimits.ofConsumer(consumerId))[0]!.limits.day).toBe(4)
  })

  test.each(['POST', 'PUT'])('%s: 400 OBP-10001 for a wrong body', async (method) => {
    const path = method === 'POST' ? limits : `${limits}/some-id`
    for (const wrong of [{}, [], null, { ...body, per_day_call_limit: 'many' }]) {
      const answer = await server.call(below(path), { method, body: JSON.stringify(wrong), token })
      expect(answer.status).toBe(400)
      expect(answer.body.message).toMatch(/^OBP-10001: /)
    }
  })
})
