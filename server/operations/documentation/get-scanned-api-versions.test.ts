import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const versions = ['v1.4.0', 'v2.0.0', 'v2.1.0', 'v2.2.0', 'v3.0.0', 'v3.1.0', 'v4.0.0', 'v5.0.0', 'v5.1.0', 'v6.0.0']

describe('getScannedApiVersions', () => {
  test.each(['v4.0.0', 'v5.0.0', 'v5.1.0'])('200 under %s with every version', async (prefix) => {
    const answer = await server.call(`/obp/${prefix}/api/versions`)
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(
      JSON.stringify({
        scanned_api_versions: versions.map((version) => ({
          urlPrefix: 'obp',
          apiStandard: 'OBP',
          apiShortVersion: version,
          API_VERSION: `OBP${version}`,
        })),
      }),
    )
  })

  test('every version that it lists has a root and resource docs', async () => {
    const { body } = await server.call('/obp/v4.0.0/api/versions')
    for (const { urlPrefix, apiShortVersion, API_VERSION } of body.scanned_api_versions) {
      const root = await server.call(`/${urlPrefix}/${apiShortVersion}/root`)
      expect(root.body.version).toBe(apiShortVersion)
      const docs = await server.call(`/obp/v4.0.0/resource-docs/${API_VERSION}/obp`)
      expect(docs.body.meta.count).toBeGreaterThan(0)
    }
  })

  test('404 before v4.0.0', async () => {
    expect((await server.call('/obp/v3.1.0/api/versions')).status).toBe(404)
  })

  test('401 for credentials that are wrong', async () => {
    expect((await server.call('/obp/v4.0.0/api/versions', { token: 'wrong' })).status).toBe(401)
  })
})

describe('getScannedApiVersionsV600', () => {
  test('200 under v6.0.0 with every version, under the newer names', async () => {
    const answer = await server.call('/obp/v6.0.0/api/versions')
    expect(answer.status).toBe(200)
    expect(answer.text).toBe(
      JSON.stringify({
        scanned_api_versions: versions.map((version) => ({
          url_prefix: 'obp',
          api_standard: 'OBP',
          api_short_version: version,
          fully_qualified_version: `OBP${version}`,
          is_active: true,
        })),
      }),
    )
  })
})
