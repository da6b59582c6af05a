/** Call limits in requests and answers. The numbers are texts on the wire, as in OBP; -1 and 0 are no limit. */
import type { Static } from 'typebox'
import type { CallLimit, NewCallLimit } from '../../limits/call-limits.ts'
import { eachPeriod, type Limits, type Period } from '../../limits/periods.ts'
import { toSeconds } from '../../protocol/dates.ts'
import { InvalidJson, Refusal } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import type { Instant } from '../../storage/schema.ts'

const limit = () =>
  field.matching({
    pattern: '^(-1|\\d{1,10})$',
    most: 10,
    least: 1,
    mustBe: { en: 'a whole number from -1 to 9999999999', es: 'un número entero de -1 a 9999999999' },
  })

const limitFields = {
  from_date: field.date(),
  to_date: field.date(),
  per_second_call_limit: limit(),
  per_minute_call_limit: limit(),
  per_hour_call_limit: limit(),
  per_day_call_limit: limit(),
  per_week_call_limit: limit(),
  per_month_call_limit: limit(),
}

export const NewCallLimitV310 = field.object(limitFields)
export const NewCallLimitV400 = field.object({
  ...limitFields,
  api_version: field.optional(field.orNull(field.text({ most: 16 }))),
  api_name: field.optional(field.orNull(field.text({ most: 100 }))),
  bank_id: field.optional(field.orNull(field.text({ most: 255 }))),
})

/** @throws Refusal OBP-10001 where the time ends before it begins */
export function toNewCallLimit(consumerId: string, body: Static<typeof NewCallLimitV400>): NewCallLimit {
  const { from_date: fromDate, to_date: toDate, api_version, api_name, bank_id } = body
  if (Date.parse(fromDate) >= Date.parse(toDate))
    throw new Refusal(InvalidJson, {
      en: ' to_date must be later than from_date.',
      es: ' to_date debe ser posterior a from_date.',
    })
  const limits = eachPeriod((period) => Number(body[`per_${period}_call_limit`]))
  return {
    consumerId,
    apiVersion: api_version ?? '',
    apiName: api_name ?? '',
    bankId: bank_id ?? '',
    fromDate,
    toDate,
    limits,
  }
}

const answerFields = {
  from_date: field.dateTime(),
  to_date: field.dateTime(),
  per_second_call_limit: field.string(),
  per_minute_call_limit: field.string(),
  per_hour_call_limit: field.string(),
  per_day_call_limit: field.string(),
  per_week_call_limit: field.string(),
  per_month_call_limit: field.string(),
}
export const CallLimitV310 = field.object(answerFields)
const scopeFields = {
  api_version: field.stringOrNull(),
  api_name: field.stringOrNull(),
  bank_id: field.stringOrNull(),
}
export const CallLimitV400 = field.object({ ...answerFields, ...scopeFields })
export const CallLimitV600 = field.object({
  rate_limiting_id: field.string(),
  ...answerFields,
  ...scopeFields,
  created_at: field.dateTime(),
  updated_at: field.dateTime(),
})

export const limitTexts = (limits: Limits) => ({
  per_second_call_limit: String(limits.second),
  per_minute_call_limit: String(limits.minute),
  per_hour_call_limit: String(limits.hour),
  per_day_call_limit: String(limits.day),
  per_week_call_limit: String(limits.week),
  per_month_call_limit: String(limits.month),
})

export const toCallLimitV310 = ({ fromDate, toDate, limits }: CallLimit): Static<typeof CallLimitV310> => ({
  from_date: toSeconds(fromDate),
  to_date: toSeconds(toDate),
  ...limitTexts(limits),
})

export const toCallLimitV400 = (callLimit: CallLimit): Static<typeof CallLimitV400> => ({
  ...toCallLimitV310(callLimit),
  api_version: callLimit.apiVersion || null,
  api_name: callLimit.apiName || null,
  bank_id: callLimit.bankId || null,
})

export const toCallLimitV600 = (callLimit: CallLimit): Static<typeof CallLimitV600> => ({
  rate_limiting_id: callLimit.callLimitId,
  ...toCallLimitV400(callLimit),
  created_at: toSeconds(callLimit.createdAt),
  updated_at: toSeconds(callLimit.updatedAt),
})

export const exampleLimits = {
  per_second_call_limit: '10',
  per_minute_call_limit: '100',
  per_hour_call_limit: '-1',
  per_day_call_limit: '-1',
  per_week_call_limit: '-1',
  per_month_call_limit: '-1',
}
export const exampleCallLimitV310 = {
  from_date: '2026-01-01T00:00:00Z',
  to_date: '2027-01-01T00:00:00Z',
  ...exampleLimits,
}
export const exampleCallLimitV400 = {
  ...exampleCallLimitV310,
  api_version: 'v1.4.0',
  api_name: 'getCustomer',
  bank_id: null,
}
export const exampleCallLimitV600 = {
  rate_limiting_id: '0a5e9a2c-9e9c-4b38-8a43-5d5d6f6e2d0e',
  ...exampleCallLimitV400,
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
}

/** What is in force for a consumer, added up. */
export const ActiveLimits = field.object({
  considered_rate_limit_ids: field.array(field.string()),
  active_at_date: field.dateTime(),
  active_per_second_rate_limit: field.number(),
  active_per_minute_rate_limit: field.number(),
  active_per_hour_rate_limit: field.number(),
  active_per_day_rate_limit: field.number(),
  active_per_week_rate_limit: field.number(),
  active_per_month_rate_limit: field.number(),
})
export const toActiveLimits = (ids: readonly string[], limits: Limits, at: Instant): Static<typeof ActiveLimits> => ({
  considered_rate_limit_ids: [...ids],
  active_at_date: toSeconds(at),
  active_per_second_rate_limit: limits.second,
  active_per_minute_rate_limit: limits.minute,
  active_per_hour_rate_limit: limits.hour,
  active_per_day_rate_limit: limits.day,
  active_per_week_rate_limit: limits.week,
  active_per_month_rate_limit: limits.month,
})
export const exampleActiveLimits = {
  considered_rate_limit_ids: ['0a5e9a2c-9e9c-4b38-8a43-5d5d6f6e2d0e'],
  active_at_date: '2026-06-01T12:00:00Z',
  active_per_second_rate_limit: 10,
  active_per_minute_rate_limit: 100,
  active_per_hour_rate_limit: -1,
  active_per_day_rate_limit: -1,
  active_per_week_rate_limit: -1,
  active_per_month_rate_limit: -1,
}

/** The value of each period under its name in OBP: `per_second` … */
export const byPeriod = <T>(of: (period: Period) => T) => ({
  per_second: of('second'),
  per_minute: of('minute'),
  per_hour: of('hour'),
  per_day: of('day'),
  per_week: of('week'),
  per_month: of('month'),
})
