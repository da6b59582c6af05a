/** Calls in figures: how many, and how long they took. */
import type { Static } from 'typebox'
import type { MetricFilter } from '../../observation/metric-queries.ts'
import type { Metrics } from '../../observation/metrics.ts'
import * as field from '../../protocol/fields.ts'

const AggregateMetric = field.object({
  count: field.number(),
  average_response_time: field.decimal(),
  minimum_response_time: field.decimal(),
  maximum_response_time: field.decimal(),
})

/** A list of one. */
export const AggregateMetrics = field.array(AggregateMetric)

export async function aggregateMetrics(
  metrics: Metrics,
  filter: MetricFilter,
): Promise<Static<typeof AggregateMetrics>> {
  await metrics.flush()
  const { count, average, least, most } = await metrics.aggregate(filter)
  return [{ count, average_response_time: average, minimum_response_time: least, maximum_response_time: most }]
}

export const exampleAggregateMetrics = [
  { count: 7076, average_response_time: 65.21, minimum_response_time: 1, maximum_response_time: 9039 },
]
