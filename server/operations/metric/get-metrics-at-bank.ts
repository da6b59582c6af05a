import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { keptText, metricParameters, readMetricFilter } from './metric-filter.ts'
import { exampleMetricV210, MetricV210, toMetricV210 } from './metric-v210.ts'

// the bank is that of the path
const { bank_id: _, ...parameters } = metricParameters

export const getMetricsAtBank = operation({
  version: 'v5.0.0',
  name: 'getMetricsAtBank',
  verb: 'GET',
  path: '/management/metrics/banks/BANK_ID',
  summary: { en: 'Get Metrics at Bank', es: 'Obtener las métricas de un banco' },
  description: {
    en: `The calls at one bank: those whose path holds its BANK_ID, and that were not refused before the bank was looked for. ${keptText.en}

Authentication is Mandatory`,
    es: `Las llamadas a un banco: aquellas cuya ruta contiene su BANK_ID y que no se rechazaron antes de buscar el banco. ${keptText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanGetMetricsAtOneBank'),
  paging: { limit: 50, most: 10_000 },
  query: parameters,
  response: field.object({ metrics: field.array(MetricV210) }),
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.BankNotFound,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.RequestTimeout,
    error.UnknownError,
  ],
  example: { response: { metrics: [exampleMetricV210] } },
  async handle({ page, query, bank }, _connector, { metrics }) {
    const filter = readMetricFilter({ page, query: { ...query, bank_id: bank.bankId } })
    await metrics.flush()
    return { metrics: (await metrics.list(filter, page)).map(toMetricV210) }
  },
})
