import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import type { QueryParameter } from '../../protocol/query.ts'
import { aggregateMetrics, declaredAggregateMetrics } from './aggregate-metrics.ts'
import { metricParameters, readReportFilter } from './metric-filter.ts'

/** The parameter that this version refuses, and the one that does its work. */
const refused = ({ schema, example }: QueryParameter, instead: string): QueryParameter<never> => ({
  schema,
  example,
  meaning: {
    en: `Refused in this version; use ${instead} instead.`,
    es: `Esta versión lo rechaza; use ${instead} en su lugar.`,
  },
  isDeprecated: true,
  read() {
    throw new error.Refusal(error.ExcludeParametersNotSupported)
  },
})

const excluding = {
  exclude_app_names: refused(metricParameters.exclude_app_names, 'include_app_names'),
  exclude_url_patterns: refused(metricParameters.exclude_url_patterns, 'include_url_patterns'),
  exclude_implemented_by_partial_functions: refused(
    metricParameters.exclude_implemented_by_partial_functions,
    'include_implemented_by_partial_functions',
  ),
}

export const getAggregateMetricsV600 = operation({
  ...declaredAggregateMetrics,
  version: 'v6.0.0',
  // first here, so that they are refused before wrong values of others
  query: { ...excluding, ...metricParameters, ...excluding },
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.ExcludeParametersNotSupported,
    error.RequestTimeout,
    error.UnknownError,
  ],
  handle: async (call, _connector, { metrics }) => aggregateMetrics(metrics, readReportFilter(call)),
})
