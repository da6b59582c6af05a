import { expect, test } from 'vitest'
import { testAggregateMetrics } from './aggregate-metrics.cases.ts'
import { getAggregateMetricsV600 } from './get-aggregate-metrics-v600.ts'

testAggregateMetrics(getAggregateMetricsV600, (get) => {
  test.each(['exclude_app_names', 'exclude_url_patterns', 'exclude_implemented_by_partial_functions'])(
    '400 OBP-30146 for %s',
    async (parameter) => {
      const answer = await get(`${parameter}=x`)
      expect(answer.status).toBe(400)
      expect(answer.body.message).toBe(
        'OBP-30146: The exclude_* parameters are not supported in v6.0.0+. Please use the corresponding include_* parameters instead (include_app_names, include_url_patterns, include_implemented_by_partial_functions). ',
      )
      expect((await get(`${parameter}=`)).status).toBe(200)
      expect((await get(`anon=maybe&${parameter}=x`)).body.message).toMatch(/^OBP-30146: /)
    },
  )
})
