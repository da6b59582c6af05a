import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { AggregateMetrics, aggregateMetrics, exampleAggregateMetrics } from './aggregate-metrics.ts'
import { filterText, readReportFilter, reportText } from './metric-filter.ts'

export const getAggregateMetrics = operation({
  version: 'v3.0.0',
  name: 'getAggregateMetrics',
  verb: 'GET',
  path: '/management/aggregate-metrics',
  paging: { limit: null },
  summary: { en: 'Get Aggregate Metrics', es: 'Obtener las métricas agregadas' },
  description: {
    en: `How many calls this server has answered, and how long they took on average, at least and at most, in milliseconds. ${reportText.en}

${filterText.en}

Authentication is Mandatory`,
    es: `Cuántas llamadas ha atendido este servidor y cuánto duraron de media, como mínimo y como máximo, en milisegundos. ${reportText.es}

${filterText.es}

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
    error.RequestTimeout,
    error.UnknownError,
  ],
  example: { response: exampleAggregateMetrics },
  handle: async (call, _connector, { metrics }) => aggregateMetrics(metrics, readReportFilter(call)),
})
