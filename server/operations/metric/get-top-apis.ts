import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { declaredTopApis, topApis } from './top-apis.ts'

const TopApiV310 = field.object({
  count: field.number(),
  // OBP's capital letter
  Implemented_by_partial_function: field.string(),
  implemented_in_version: field.string(),
})

export const getTopApis = operation({
  ...declaredTopApis,
  version: 'v3.1.0',
  response: field.object({ top_apis: field.array(TopApiV310) }),
  example: {
    response: {
      top_apis: [{ count: 7076, Implemented_by_partial_function: 'getBanks', implemented_in_version: 'v4.0.0' }],
    },
  },
  async handle(call, _connector, services) {
    const top = await topApis(call, services)
    return {
      top_apis: top.map(({ count, functionName, version }) => ({
        count,
        Implemented_by_partial_function: functionName,
        implemented_in_version: version,
      })),
    }
  },
})
