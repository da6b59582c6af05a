/** What the versions of *Get Top APIs* share. */
import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import type { Services } from '../../protocol/services.ts'
import { type AskedMetrics, metricParameters, readReportFilter, reportText } from './metric-filter.ts'

export const declaredTopApis = {
  name: 'getTopAPIs',
  verb: 'GET',
  path: '/management/metrics/top-apis',
  summary: { en: 'Get Top APIs', es: 'Obtener las API más usadas' },
  description: {
    en: `The operations that were called most often, by the version they were called by. ${reportText.en}

Authentication is Mandatory`,
    es: `Las operaciones a las que más se ha llamado, según la versión con la que se llamaron. ${reportText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanReadMetrics'),
  paging: { limit: 50, most: 10_000, parts: ['limit', 'offset', 'from_date', 'to_date'] },
  query: metricParameters,
  status: 200,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.InvalidFilter,
    error.RequestTimeout,
    error.UnknownError,
  ],
} as const

/** The operations that a call asks for. */
export async function topApis(call: AskedMetrics, { metrics }: Pick<Services, 'metrics'>) {
  const filter = readReportFilter(call)
  await metrics.flush()
  return metrics.topOperations(filter, call.page)
}
