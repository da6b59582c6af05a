import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { filterText, readReportFilter, reportText } from './metric-filter.ts'

const TopApiV600 = field.object({
  count: field.number(),
  implemented_by_partial_function: field.string(),
  implemented_in_version: field.string(),
  operation_id: field.string(),
})

export const getTopApisV600 = operation({
  version: 'v6.0.0',
  name: 'getTopAPIs',
  verb: 'GET',
  path: '/management/metrics/top-apis',
  summary: { en: 'Get Top APIs', es: 'Obtener las API más usadas' },
  description: {
    en: `The operations that were called most often, by the version they were called by; limit is 50 if it is left out. ${reportText.en}

${filterText.en}

Authentication is Mandatory`,
    es: `Las operaciones a las que más se ha llamado, según la versión con la que se llamaron; limit es 50 si no se indica. ${reportText.es}

${filterText.es}

Autenticación obligatoria`,
  },
  tags: ['Metric', 'API'],
  roles: allOf('CanReadMetrics'),
  paging: { limit: 50, most: 10_000 },
  response: field.object({ top_apis: field.array(TopApiV600) }),
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
      top_apis: [
        {
          count: 7076,
          implemented_by_partial_function: 'getBanks',
          implemented_in_version: 'v6.0.0',
          operation_id: 'OBPv4.0.0-getBanks',
        },
      ],
    },
  },
  async handle(call, _connector, { metrics }) {
    const filter = readReportFilter(call)
    await metrics.flush()
    const top = await metrics.topOperations(filter, call.page)
    return {
      top_apis: top.map(({ count, functionName, version, operationId }) => ({
        count,
        implemented_by_partial_function: functionName,
        implemented_in_version: version,
        operation_id: operationId,
      })),
    }
  },
})
