import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { prefixes } from '../../protocol/versions.ts'
import { described } from './scanned-api-versions.ts'

const toVersionV600 = (prefix: string) => ({
  url_prefix: 'obp',
  api_standard: 'OBP',
  api_short_version: prefix,
  fully_qualified_version: `OBP${prefix}`,
  is_active: true,
})

export const getScannedApiVersionsV600 = operation({
  ...described,
  version: 'v6.0.0',
  response: field.object({
    scanned_api_versions: field.array(
      field.object({
        url_prefix: field.string(),
        api_standard: field.string(),
        api_short_version: field.string(),
        fully_qualified_version: field.string(),
        is_active: field.boolean(),
      }),
    ),
  }),
  example: { response: { scanned_api_versions: [toVersionV600('v6.0.0')] } },
  handle: () => ({ scanned_api_versions: prefixes.map(toVersionV600) }),
})
