import { testAggregateMetrics, testExclusion } from './aggregate-metrics.cases.ts'
import { getAggregateMetricsV510 } from './get-aggregate-metrics-v510.ts'

testAggregateMetrics(getAggregateMetricsV510, testExclusion)
