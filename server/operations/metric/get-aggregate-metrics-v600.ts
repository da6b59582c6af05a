import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { aggregateMetrics, declaredAggregateMetrics } from './aggregate-metrics.ts'
import { excludeParameters, readReportFilter } from './metric-filter.ts'

export const getAggregateMetricsV600 = operation({
  ...declaredAggregateMetrics({
    en: `In this version the exclude parameters are refused: use those that include.

`,
    es: `En esta versión los parámetros exclude se rechazan: use los include.

`,
  }),
  version: 'v6.0.0',
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.ExcludeParametersNotSupported,
    error.RequestTimeout,
    error.UnknownError,
  ],
  async handle(call, _connector, { metrics }) {
    if (excludeParameters(call.query).length > 0) throw new error.Refusal(error.ExcludeParametersNotSupported)
    return aggregateMetrics(metrics, readReportFilter(call))
  },
})
