/** A call as v2.1.0 shows it. */
import type { Static } from 'typebox'
import type { Metric } from '../../observation/metric-queries.ts'
import { toMilliseconds } from '../../protocol/dates.ts'
import * as field from '../../protocol/fields.ts'

export const MetricV210 = field.object({
  user_id: field.stringOrNull(),
  url: field.string(),
  date: field.dateTime(),
  user_name: field.stringOrNull(),
  app_name: field.stringOrNull(),
  developer_email: field.stringOrNull(),
  implemented_by_partial_function: field.string(),
  implemented_in_version: field.string(),
  consumer_id: field.stringOrNull(),
  verb: field.string(),
  correlation_id: field.string(),
  duration: field.number(),
})

export const toMetricV210 = (metric: Metric): Static<typeof MetricV210> => ({
  user_id: metric.userId,
  url: metric.url,
  date: toMilliseconds(metric.calledAt),
  user_name: metric.username,
  app_name: metric.appName,
  developer_email: metric.developerEmail,
  implemented_by_partial_function: metric.functionName,
  implemented_in_version: metric.version,
  consumer_id: metric.consumerId,
  verb: metric.verb,
  correlation_id: metric.correlationId,
  duration: metric.duration,
})

export const exampleMetricV210 = {
  user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
  url: '/obp/v1.4.0/banks/gh.29.uk/customer',
  date: '2023-06-28T21:00:46.000Z',
  user_name: 'susan.uk.29',
  app_name: 'Branch desk',
  developer_email: 'developer@example.com',
  implemented_by_partial_function: 'getCustomer',
  implemented_in_version: 'v1.4.0',
  consumer_id: '5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4',
  verb: 'GET',
  correlation_id: '1flssoftxq0cr1nssr68u0mioj',
  duration: 12,
}
