import { apiInfo } from '../../protocol/api-info.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { apiInfoV400, described, exampleV400 } from './api-info.ts'

export const rootV400 = operation({
  ...described,
  version: 'v4.0.0',
  response: field.object(apiInfoV400),
  example: { response: exampleV400 },
  handle: (call, _connector, services) => apiInfo(call, services),
})
