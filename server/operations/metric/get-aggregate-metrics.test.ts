import { testAggregateMetrics, testExclusion } from './aggregate-metrics.cases.ts'
import { getAggregateMetrics } from './get-aggregate-metrics.ts'

testAggregateMetrics(getAggregateMetrics, testExclusion)
