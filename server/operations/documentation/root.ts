import { apiInfo } from '../../protocol/api-info.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { apiInfoV121, described, exampleV121 } from './api-info.ts'

export const root = operation({
  ...described,
  version: 'v1.2.1',
  response: field.object(apiInfoV121),
  example: { response: exampleV121 },
  handle: (call, _connector, services) => apiInfo(call, services),
})
