/** A call as v5.1.0 shows it. */
import type { Static } from 'typebox'
import type { Metric } from '../../observation/metric-queries.ts'
import * as field from '../../protocol/fields.ts'
import { exampleMetricV210, MetricV210, toMetricV210 } from './metric-v210.ts'

/** What v5.1.0 and later add, the same in both. */
export const originFields = {
  source_ip: field.string(),
  target_ip: field.string(),
  response_body: field.string(),
}

export const toOriginFields = ({ sourceIp }: Metric) => ({
  source_ip: sourceIp ?? '',
  // neither what the caller says of it nor an answer is kept
  target_ip: '',
  response_body: 'Not enabled',
})

export const exampleOriginFields = { source_ip: '192.0.2.17', target_ip: '', response_body: 'Not enabled' }

export const MetricV510 = field.object({ ...MetricV210.properties, ...originFields })

export const toMetricV510 = (metric: Metric): Static<typeof MetricV510> => ({
  ...toMetricV210(metric),
  ...toOriginFields(metric),
})

export const exampleMetricV510 = { ...exampleMetricV210, ...exampleOriginFields }
