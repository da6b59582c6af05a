import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getCurrentUserV300 } from './get-current-user-v300.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const rolesUnder = async (prefix: string, token: string) =>
  (await server.call(`/obp/${prefix}/users/current`, { token })).body.entitlements.list.map(
    ({ role_name }: { role_name: string }) => role_name,
  )

describe('getCurrentUser v3.0.0', () => {
  test('200 with the user, their roles and no views', async () => {
    const { userId, username, token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer'] })
    const answer = await server.call('/obp/v3.0.0/users/current', { token })
    expectDeclared(answer, getCurrentUserV300, 200)
    expect(answer.body).toEqual({
      user_id: userId,
      email: `${username}@example.com`,
      provider_id: username,
      provider: 'fichero',
      username,
      entitlements: {
        list: [{ entitlement_id: expect.any(String), role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk' }],
      },
      views: { list: [] },
    })
  })

  test('a role that was granted by its old name goes by the new one under v6.0.0 only', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetCustomer'] })
    expect(await rolesUnder('v5.1.0', token)).toEqual(['CanGetCustomer'])
    expect(await rolesUnder('v6.0.0', token)).toEqual(['CanGetCustomersAtOneBank'])
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v5.1.0/users/current')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })
})
