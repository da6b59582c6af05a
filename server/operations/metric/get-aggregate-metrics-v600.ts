import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { AggregateMetrics, aggregateMetrics, exampleAggregateMetrics } from './aggregate-metrics.ts'
import { excludeParameters, filterText, readReportFilter, reportText } from './metric-filter.ts'

export const getAggregateMetricsV600 = operation({
  version: 'v6.0.0',
  name: 'getAggregateMetrics',
  verb: 'GET',
  path: '/management/aggregate-metrics',
  paging: { limit: null },
  summary: { en: 'Get Aggregate Metrics', es: 'Obtener las métricas agregadas' },
  description: {
    en: `How many calls this server has answered, and how long they took on average, at least and at most, in milliseconds. ${reportText.en}

${filterText.en}

In this version the exclude parameters are refused: use those that include.

Authentication is Mandatory`,
    es: `Cuántas llamadas ha atendido este servidor y cuánto duraron de media, como mínimo y como máximo, en milisegundos. ${reportText.es}

${filterText.es}

En esta versión los parámetros exclude se rechazan: use los include.

Autenticación obligatoria`,
  },
  tags: ['Metric', 'Aggregate-Metrics'],
  roles: allOf('CanReadAggregateMetrics'),
  response: AggregateMetrics,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.ExcludeParametersNotSupported,
    error.RequestTimeout,
    error.UnknownError,
  ],
  example: { response: exampleAggregateMetrics },
  async handle(call, _connector, { metrics }) {
    if (excludeParameters(call.query).length > 0) throw new error.Refusal(error.ExcludeParametersNotSupported)
    return aggregateMetrics(metrics, readReportFilter(call))
  },
})
