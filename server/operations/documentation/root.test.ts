import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prefixes } from '../../protocol/versions.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

const hostedBy = {
  organisation: 'Bank of Tests',
  email: 'api@example.com',
  phone: '+49 30 901820',
  organisation_website: 'https://www.example.com',
}
const nobody = { organisation: '', organisation_website: '' }
const gitCommit = 'c07d3e51a9b84f26e1d5708b39fa62c4d81e0f97'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({
    gitCommit,
    hostedByOrganisation: hostedBy.organisation,
    hostedByEmail: hostedBy.email,
    hostedByPhone: hostedBy.phone,
    hostedByWebsite: hostedBy.organisation_website,
    localIdentityProvider: 'tests',
  })
})
afterAll(() => server.close())

/** The JSON that a root document has to be, keys in order. */
function expected(prefix: string): string {
  const head = {
    version: prefix,
    version_status: prefix === 'v6.0.0' ? 'BLEEDING_EDGE' : 'STABLE',
    git_commit: gitCommit,
    ...(['v5.1.0', 'v6.0.0'].includes(prefix) && { stage: 'development' }),
    connector: 'mapped',
  }
  if (prefix < 'v4') return JSON.stringify({ ...head, hosted_by: hostedBy })
  return JSON.stringify({
    ...head,
    hostname: server.url,
    local_identity_provider: 'tests',
    hosted_by: hostedBy,
    hosted_at: nobody,
    energy_source: nobody,
    resource_docs_requires_role: false,
  })
}

describe('root', () => {
  test.each(prefixes)('200 under %s, with and without /root, with and without a slash at the end', async (prefix) => {
    for (const path of ['/root', '', '/', '/root/']) {
      const answer = await server.call(`/obp/${prefix}${path}`)
      expect([path, answer.status, answer.text]).toEqual([path, 200, expected(prefix)])
    }
  })

  test('404 for a version that is not served', async () => {
    for (const prefix of ['v1.2.1', 'v1.3.0', 'v7.0.0', 'V4.0.0']) {
      const answer = await server.call(`/obp/${prefix}/root`)
      expect([prefix, answer.status]).toEqual([prefix, 404])
      expect(answer.body.message).toMatch(/^OBP-10404: /)
    }
  })

  test('401 for credentials that are wrong', async () => {
    expect((await server.call('/obp/v5.1.0/root', { token: 'wrong' })).status).toBe(401)
  })

  test('the public URL is the host name, and without a commit in the settings it is that of the checkout', async () => {
    const other = await startTestServer({ publicUrl: 'https://api.example.com' })
    try {
      const { body } = await other.call('/obp/v4.0.0/root')
      expect(body.hostname).toBe('https://api.example.com')
      expect(body.git_commit).toMatch(/^([0-9a-f]{40})?$/)
    } finally {
      await other.close()
    }
  })
})
