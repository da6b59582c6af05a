import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { metricParameters, readReportFilter, reportText } from './metric-filter.ts'

const TopConsumer = field.object({
  count: field.number(),
  consumer_id: field.string(),
  app_name: field.string(),
  developer_email: field.string(),
})

export const getMetricsTopConsumers = operation({
  version: 'v3.1.0',
  name: 'getMetricsTopConsumers',
  verb: 'GET',
  path: '/management/metrics/top-consumers',
  summary: { en: 'Get Top Consumers', es: 'Obtener los consumidores más activos' },
  description: {
    en: `The consumers that called most often. ${reportText.en}

Authentication is Mandatory`,
    es: `Los consumidores que más han llamado. ${reportText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanReadMetrics'),
  paging: { limit: 50, most: 10_000, parts: ['limit', 'offset', 'from_date', 'to_date'] },
  query: metricParameters,
  response: field.object({ top_consumers: field.array(TopConsumer) }),
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
      top_consumers: [
        {
          count: 7076,
          consumer_id: '5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4',
          app_name: 'Branch desk',
          developer_email: 'developer@example.com',
        },
      ],
    },
  },
  async handle(call, _connector, { metrics }) {
    const filter = readReportFilter(call)
    await metrics.flush()
    const top = await metrics.topConsumers(filter, call.page)
    return {
      top_consumers: top.map(({ count, consumerId, appName, developerEmail }) => ({
        count,
        consumer_id: consumerId,
        app_name: appName,
        developer_email: developerEmail,
      })),
    }
  },
})
