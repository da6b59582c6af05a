import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { keptText, metricParameters, readMetricFilter } from './metric-filter.ts'
import { exampleMetricV210, MetricV210, toMetricV210 } from './metric-v210.ts'

export const getMetrics = operation({
  version: 'v2.1.0',
  name: 'getMetrics',
  verb: 'GET',
  path: '/management/metrics',
  summary: { en: 'Get Metrics', es: 'Obtener las métricas' },
  description: {
    en: `The calls that this server has answered. ${keptText.en}

Authentication is Mandatory`,
    es: `Las llamadas que este servidor ha atendido. ${keptText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanReadMetrics'),
  paging: { limit: 50, most: 10_000 },
  query: metricParameters,
  response: field.object({ metrics: field.array(MetricV210) }),
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.RequestTimeout,
    error.UnknownError,
  ],
  example: { response: { metrics: [exampleMetricV210] } },
  async handle(call, _connector, { metrics }) {
    const filter = readMetricFilter(call)
    await metrics.flush()
    return { metrics: (await metrics.list(filter, call.page)).map(toMetricV210) }
  },
})
