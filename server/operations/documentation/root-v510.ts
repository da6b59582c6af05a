import { apiInfo } from '../../protocol/api-info.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { apiInfoV510, described, exampleV510 } from './api-info.ts'

export const rootV510 = operation({
  ...described,
  version: 'v5.1.0',
  response: field.object(apiInfoV510),
  example: { response: exampleV510 },
  handle: (call, _connector, services) => apiInfo(call, services),
})
