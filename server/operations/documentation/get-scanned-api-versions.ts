import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { prefixes } from '../../protocol/versions.ts'
import { described } from './scanned-api-versions.ts'

const toVersionV400 = (prefix: string) => ({
  urlPrefix: 'obp',
  apiStandard: 'OBP',
  apiShortVersion: prefix,
  API_VERSION: `OBP${prefix}`,
})

export const getScannedApiVersions = operation({
  ...described,
  version: 'v4.0.0',
  response: field.object({
    scanned_api_versions: field.array(
      field.object({
        urlPrefix: field.string(),
        apiStandard: field.string(),
        apiShortVersion: field.string(),
        API_VERSION: field.string(),
      }),
    ),
  }),
  example: { response: { scanned_api_versions: [toVersionV400('v4.0.0')] } },
  handle: () => ({ scanned_api_versions: prefixes.map(toVersionV400) }),
})
