import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { aggregateMetrics, declaredAggregateMetrics } from './aggregate-metrics.ts'
import { readReportFilter } from './metric-filter.ts'

export const getAggregateMetrics = operation({
  ...declaredAggregateMetrics,
  version: 'v3.0.0',
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.RequestTimeout,
    error.UnknownError,
  ],
  handle: async (call, _connector, { metrics }) => aggregateMetrics(metrics, readReportFilter(call)),
})
