import type { Static } from 'typebox'
import { allOf } from '../../authorisation/requirement.ts'
import { type Metric, type MetricOrder, metricOrders } from '../../observation/metric-queries.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { defaultingTo, oneOf, wrongFilter } from '../../protocol/query.ts'
import type { Instant } from '../../storage/schema.ts'
import { keptText, metricParameters, readMetricFilter } from './metric-filter.ts'
import { exampleMetricV210, MetricV210, toMetricV210 } from './metric-v210.ts'
import { exampleOriginFields, originFields, toOriginFields } from './metric-v510.ts'

const { user_name: _, ...sameFields } = MetricV210.properties
const MetricV600 = field.object({
  ...sameFields,
  username: field.stringOrNull(),
  ...originFields,
  status_code: field.number(),
  operation_id: field.string(),
  api_instance_id: field.string(),
})

function toMetricV600(metric: Metric): Static<typeof MetricV600> {
  const { user_name: username, ...same } = toMetricV210(metric)
  return {
    ...same,
    username,
    ...toOriginFields(metric),
    status_code: metric.status,
    operation_id: metric.operationId,
    // any node may have answered
    api_instance_id: '',
  }
}

const { user_name: username, ...sameExample } = exampleMetricV210

/** Without from_date, calls of so many milliseconds: ten minutes, less a second. */
const recent = 599_000

const orders = Object.keys(metricOrders) as MetricOrder[]
const orderNames = orders.join(', ')

const sortBy = oneOf(
  orders,
  () => {
    throw wrongFilter(error.SortByNotAllowed, {
      en: ` Allowed values are: ${orderNames}.`,
      es: ` Los valores permitidos son: ${orderNames}.`,
    })
  },
  {
    en: 'Field to sort by.',
    es: 'Campo por el que se ordena.',
  },
  'verb',
)

export const getMetricsV600 = operation({
  version: 'v6.0.0',
  name: 'getMetrics',
  verb: 'GET',
  path: '/management/metrics',
  summary: { en: 'Get Metrics', es: 'Obtener las métricas' },
  description: {
    en: `The calls that this server has answered; without from_date, those of the last ten minutes. ${keptText.en}

Authentication is Mandatory`,
    es: `Las llamadas que este servidor ha atendido; sin from_date, las de los últimos diez minutos. ${keptText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanReadMetrics'),
  paging: { limit: 50, most: 10_000 },
  query: { ...metricParameters, sort_by: defaultingTo('date', sortBy) },
  response: field.object({ metrics: field.array(MetricV600) }),
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.RequestTimeout,
    error.UnknownError,
  ],
  example: {
    response: {
      metrics: [
        {
          ...sameExample,
          username,
          ...exampleOriginFields,
          status_code: 200,
          operation_id: 'OBPv1.4.0-getCustomer',
          api_instance_id: '',
        },
      ],
    },
  },
  async handle(call, _connector, { metrics }) {
    const filter = readMetricFilter(call)
    const fromDate = filter.fromDate ?? (new Date(Date.now() - recent).toISOString() as Instant)
    await metrics.flush()
    return { metrics: (await metrics.list({ ...filter, fromDate }, call.page, call.query.sort_by)).map(toMetricV600) }
  },
})
