/** Calls in figures: how many, and how long they took. */
import type { Static } from 'typebox'
import { allOf } from '../../authorisation/requirement.ts'
import type { MetricFilter } from '../../observation/metric-queries.ts'
import type { Metrics } from '../../observation/metrics.ts'
import * as field from '../../protocol/fields.ts'
import { metricParameters, reportText } from './metric-filter.ts'

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

/** What the declarations of every version share. */
export const declaredAggregateMetrics = {
  name: 'getAggregateMetrics',
  verb: 'GET',
  path: '/management/aggregate-metrics',
  paging: { limit: null, parts: ['from_date', 'to_date'] },
  query: metricParameters,
  summary: { en: 'Get Aggregate Metrics', es: 'Obtener las métricas agregadas' },
  description: {
    en: `How many calls this server has answered, and how long they took on average, at least and at most, in milliseconds. ${reportText.en}

Authentication is Mandatory`,
    es: `Cuántas llamadas ha atendido este servidor y cuánto duraron de media, como mínimo y como máximo, en milisegundos. ${reportText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'Aggregate-Metrics'],
  roles: allOf('CanReadAggregateMetrics'),
  response: AggregateMetrics,
  status: 200,
  example: {
    response: [{ count: 7076, average_response_time: 65.21, minimum_response_time: 1, maximum_response_time: 9039 }],
  },
} as const
