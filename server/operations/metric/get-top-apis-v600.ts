import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { declaredTopApis, topApis } from './top-apis.ts'

const TopApiV600 = field.object({
  count: field.number(),
  implemented_by_partial_function: field.string(),
  implemented_in_version: field.string(),
  operation_id: field.string(),
})

export const getTopApisV600 = operation({
  ...declaredTopApis,
  version: 'v6.0.0',
  response: field.object({ top_apis: field.array(TopApiV600) }),
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
  async handle(call, _connector, services) {
    const top = await topApis(call, services)
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
