import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressList } from '../../address-list.ts'
import { readSettings } from '../../settings.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getLogoutLink } from '../user/get-logout-link.ts'
import { configV220 } from './config-v220.ts'
import { configV310 } from './config-v310.ts'
import { getFeatures } from './get-features.ts'
import { getOAuth2ServerJwksUris } from './get-oauth2-server-jwks-uris.ts'
import { getOAuth2ServerWellKnown } from './get-oauth2-server-well-known.ts'
import { suggestedSessionTimeout } from './suggested-session-timeout.ts'

let server: TestServer
let open: TestServer
beforeAll(async () => {
  const issuers = ['first', 'second'].map((name) => ({
    issuer: name,
    audience: 'obp',
    jwks_uri: `https://${name}.example.com/keys`,
  }))
  server = await startTestServer()
  open = await startTestServer({
    ...readSettings({ TRUSTED_ISSUERS: JSON.stringify(issuers), ALLOW_OAUTH2_LOGIN: 'false', NODE_ENV: 'test' }),
    gatewayLoginSecret: 'x'.repeat(32),
    gatewayLoginAddresses: addressList(['127.0.0.1'])!,
    allowSandboxImport: false,
    logLevel: 'warn',
  })
})
afterAll(() => Promise.all([server.close(), open.close()]))

const publicPaths = [
  '/obp/v6.0.0/features',
  '/obp/v5.1.0/jwks-uris',
  '/obp/v6.0.0/well-known',
  '/obp/v5.1.0/ui/suggested-session-timeout',
]

test.each(publicPaths)('%s needs no login, but no wrong one either', async (path) => {
  expect((await server.call(path)).status).toBe(200)
  expect((await server.call(path, { token: 'wrong' })).status).toBe(401)
})

describe('getFeatures', () => {
  test('200 with what is allowed by default, in the order of the reference', async () => {
    const answer = await server.call('/obp/v6.0.0/features')
    expectDeclared(answer, getFeatures, 200)
    expect(answer.text).toBe(JSON.stringify(getFeatures.example.response))
  })

  test('200 with what the settings say', async () => {
    expect((await open.call('/obp/v6.0.0/features')).body).toMatchObject({
      allow_gateway_login: true,
      allow_oauth2_login: false,
      allow_sandbox_data_import: false,
    })
  })

  test('404 before v6.0.0', async () => {
    expect((await server.call('/obp/v5.1.0/features')).status).toBe(404)
  })
})

describe('getOAuth2ServerJWKsURIs', () => {
  test('200 with the key servers of the trusted issuers', async () => {
    const answer = await open.call('/obp/v3.1.0/jwks-uris')
    expectDeclared(answer, getOAuth2ServerJwksUris, 200)
    expect(answer.body).toEqual({
      jwks_uris: [
        { jwks_uri: `${open.url}/openid/jwks` },
        { jwks_uri: 'https://first.example.com/keys' },
        { jwks_uri: 'https://second.example.com/keys' },
      ],
    })
    const own = await server.call('/obp/v3.1.0/jwks-uris')
    expect(own.body).toEqual({ jwks_uris: [{ jwks_uri: `${server.url}/openid/jwks` }] })
    expect(JSON.parse((await server.call('/openid/jwks')).text).keys).toHaveLength(1)
  })
})

test('getOAuth2ServerWellKnown: 200 with this server under the name obp-oidc first, and it answers there', async () => {
  const answer = await open.call('/obp/v5.1.0/well-known')
  expectDeclared(answer, getOAuth2ServerWellKnown, 200)
  expect(answer.body).toEqual({
    well_known_uris: [
      { provider: 'obp-oidc', url: `${open.url}/openid/.well-known/openid-configuration` },
      { provider: 'first', url: 'first/.well-known/openid-configuration' },
      { provider: 'second', url: 'second/.well-known/openid-configuration' },
    ],
  })
  const { body } = await server.call('/obp/v6.0.0/well-known')
  expect(await (await fetch(body.well_known_uris[0].url)).json()).toMatchObject({ issuer: `${server.url}/openid` })
})

test('suggestedSessionTimeout: 200 with the seconds as a text', async () => {
  const answer = await server.call('/obp/v5.1.0/ui/suggested-session-timeout')
  expectDeclared(answer, suggestedSessionTimeout, 200)
  expect(answer.body).toEqual({ timeout_in_seconds: '300' })
})

test('suggestedSessionTimeout: the setting says how many', async () => {
  const patient = await startTestServer({ sessionTimeout: 900 })
  const { body } = await patient.call('/obp/v5.1.0/ui/suggested-session-timeout')
  expect(body).toEqual({ timeout_in_seconds: '900' })
  await patient.close()
})

describe('getLogoutLink', () => {
  test('200 with a page of this server', async () => {
    const { token } = await server.user()
    const answer = await server.call('/obp/v4.0.0/users/current/logout-link', { token })
    expectDeclared(answer, getLogoutLink, 200)
    expect(answer.body).toEqual({ link: `${server.url}/user_mgt/logout` })
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v4.0.0/users/current/logout-link')
    expect([answer.status, answer.body.message]).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
  })
})

describe('config', () => {
  const holder = (at: TestServer) => at.user({ '': ['CanGetConfig'] })

  test('v2.2.0: 200 with what this server has, which is its log', async () => {
    const answer = await open.call('/obp/v2.2.0/config', { token: (await holder(open)).token })
    expectDeclared(answer, configV220, 200)
    expect(answer.body).toEqual({
      akka: { ports: [], log_level: 'warn', remote_data_secret_matched: false },
      elastic_search: { metrics: [], warehouse: [] },
      cache: [],
      scopes: { require_scopes_for_all_roles: false, require_scopes_for_listed_roles: [] },
    })
  })

  test('v3.1.0: 200, with a default bank and a gRPC port that there are not', async () => {
    const { token } = await holder(server)
    const answer = await server.call('/obp/v3.1.0/config', { token })
    expectDeclared(answer, configV310, 200)
    expect(answer.body).toMatchObject({ default_bank_id: '', grpc_port: 0 })
    expect((await server.call('/obp/v6.0.0/config', { token })).body).toEqual(answer.body)
  })

  test.each(['v2.2.0', 'v3.1.0'])('%s: 401 without a login, 403 without the role in the system', async (version) => {
    const path = `/obp/${version}/config`
    expect((await server.call(path)).body.message).toMatch(/^OBP-20001: /)
    const { token } = await server.user({ 'gh.29.uk': ['CanGetConfig'] })
    const answer = await server.call(path, { token })
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanGetConfig',
    ])
  })
})
