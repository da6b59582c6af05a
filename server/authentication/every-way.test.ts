/** Every operation that asks for a login takes every way in, and treats all of them the same. */
import { createHash, createHmac, randomBytes, randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import OAuth1a from 'oauth-1.0a'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressList } from '../address-list.ts'
import { catalogue } from '../operations/catalogue.ts'
import type { Operation } from '../protocol/operation.ts'
import { placeholder } from '../protocol/versions.ts'
import { readSettings } from '../settings.ts'
import { openBrowser } from '../testing/browser.ts'
import { insertConsumer } from '../testing/consumers.ts'
import { audience, startIssuer, type TestIssuer } from '../testing/issuer.ts'
import { startTestServer, type TestServer, testPassword, testPasswordHash } from '../testing/server.ts'

const gatewaySecret = 'a secret of more than thirty-two bytes'
const callback = 'https://app.example.com/callback'
const app = { key: 'key-of-app', secret: 'secret-of-app' }

let issuer: TestIssuer
let server: TestServer
beforeAll(async () => {
  issuer = await startIssuer()
  const { trustedIssuers } = readSettings({
    TRUSTED_ISSUERS: JSON.stringify([{ issuer: issuer.issuer, audience, jwks_uri: issuer.jwksUri }]),
  })
  server = await startTestServer({
    trustedIssuers,
    gatewayLoginSecret: gatewaySecret,
    gatewayLoginAddresses: addressList(['127.0.0.1'])!,
  })
  await server.bank('gh.29.uk')
  await insertConsumer(server, 'app', { redirect_url: callback, app_type: 'Confidential' })
})
afterAll(async () => {
  await server.close()
  await issuer.close()
})

type Headers = Record<string, string>
/** Gives the credentials of a call. */
type Credentials = (method: string, url: string) => Headers

interface Way {
  name: string
  /** as a user whom nobody has given anything */
  logIn(): Promise<Credentials>
  /** credentials of the kind that are nobody's */
  wrong: Headers
}

const directLogin = async () => (await server.user()).token

async function bySignature(method: 'HMAC-SHA1' | 'HMAC-SHA256'): Promise<Credentials> {
  const { userId } = await server.user()
  const tokens = server.services.oauth1Tokens
  const consumer = await tokens.consumer(app.key)
  const requested = await tokens.request(consumer!, 'oob')
  const { verifier } = (await tokens.authorise(requested!.token, { user: { userId }, passwordHash: testPasswordHash }))!
  const { token, secret } = (await tokens.exchange(requested!.token, verifier, consumer!.consumerId))!
  const client = new OAuth1a({
    consumer: app,
    signature_method: method,
    hash_function: (text, key) => createHmac(method.slice(5).toLowerCase(), key).update(text).digest('base64'),
  })
  return (verb, url) => ({
    ...client.toHeader(client.authorize({ method: verb, url, data: {} }, { key: token, secret })),
  })
}

/** By the code flow, with a browser. */
async function byOpenid(): Promise<Credentials> {
  const { username } = await server.user()
  const verifier = randomBytes(32).toString('base64url')
  const browser = openBrowser(server.url)
  const query = new URLSearchParams({
    client_id: app.key,
    response_type: 'code',
    scope: 'openid email profile',
    redirect_uri: callback,
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  })
  const login = await browser.open(`${server.url}/openid/auth?${query}`)
  const consent = await browser.submit(login, { username, password: testPassword, decision: 'login' })
  const back = (await browser.submit(consent, { decision: 'allow' })) as URL
  const answer = await fetch(`${server.url}/openid/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${app.key}:${app.secret}`)}` },
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: back.searchParams.get('code')!,
      redirect_uri: callback,
      code_verifier: verifier,
    }),
  })
  const { access_token } = (await answer.json()) as { access_token: string }
  return () => ({ Authorization: `Bearer ${access_token}` })
}

const ways: readonly Way[] = [
  {
    name: 'DirectLogin',
    logIn: async () => {
      const token = await directLogin()
      return () => ({ DirectLogin: `token=${token}` })
    },
    wrong: { DirectLogin: 'token=nobody' },
  },
  {
    name: 'DirectLogin in Authorization',
    logIn: async () => {
      const token = await directLogin()
      return () => ({ Authorization: `DirectLogin token="${token}"` })
    },
    wrong: { Authorization: 'DirectLogin token="nobody"' },
  },
  ...(['HMAC-SHA1', 'HMAC-SHA256'] as const).map((method) => ({
    name: `OAuth 1.0a with ${method}`,
    logIn: () => bySignature(method),
    wrong: {
      Authorization: `OAuth oauth_consumer_key="nobody", oauth_token="x", oauth_nonce="${randomUUID()}", oauth_signature_method="${method}", oauth_timestamp="${Math.floor(Date.now() / 1000)}", oauth_version="1.0", oauth_signature="x"`,
    },
  })),
  { name: 'OpenID Connect, of this server', logIn: byOpenid, wrong: { Authorization: 'Bearer nobody' } },
  {
    name: 'OpenID Connect, of another issuer',
    logIn: async () => {
      const token = await issuer.token({ sub: randomUUID() })
      return () => ({ Authorization: `Bearer ${token}` })
    },
    wrong: { Authorization: 'Bearer e30.e30.e30' },
  },
  {
    name: 'Gateway Login',
    logIn: async () => {
      const claims = {
        login_user_name: randomUUID(),
        is_first: true,
        app_id: 'gateway',
        app_name: 'Desk',
        time_stamp: '2026-06-28T21:00:45Z',
        cbs_token: '',
        cbs_id: 'core',
        session_id: '1',
      }
      const key = new TextEncoder().encode(gatewaySecret)
      const token = await new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(key)
      return () => ({ Authorization: `GatewayLogin token="${token}"` })
    },
    wrong: { Authorization: 'GatewayLogin token="nobody"' },
  },
]

/** Logins that go on until an operation ends them. */
let open: Credentials[] = []
const endsLogins = ({ verb, path }: Operation) => verb === 'DELETE' && path.startsWith('/my/tokens')

const usual: Record<string, string> = { BANK_ID: 'gh.29.uk', API_VERSION: 'v4.0.0', FUNCTION: 'addCustomer' }

function call({ verb, path, version, example }: Operation, credentials: Credentials | undefined) {
  const prefix = version === 'v1.2.1' ? 'v1.4.0' : version
  const url = `/obp/${prefix}${path.replaceAll(placeholder, (name) => usual[name] ?? randomUUID())}`
  return server.call(url, {
    method: verb,
    headers: { 'Content-Type': 'application/json', ...credentials?.(verb, server.url + url) },
    ...('request' in example && { body: example.request }),
  })
}

const asking = catalogue.filter(({ login }) => login === 'required')

test('most operations ask for a login', () => {
  expect(asking.length).toBeGreaterThan(100)
})

describe.each(asking.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  test('answers all ways alike, and nobody without a login or with a wrong one', { timeout: 60_000 }, async () => {
    if (open.length === 0) open = await Promise.all(ways.map(({ logIn }) => logIn()))
    const statuses: Record<string, number> = {}
    for (const [place, { name }] of ways.entries()) {
      const { status, text } = await call(operation, open[place])
      expect([401, 500], `${name}: ${text}`).not.toContain(status)
      statuses[name] = status
    }
    // it ends a DirectLogin token, which only a call by DirectLogin has
    if (operation.name !== 'deleteCurrentToken')
      expect(new Set(Object.values(statuses)).size, JSON.stringify(statuses)).toBe(1)
    if (endsLogins(operation)) open = []

    const anonymous = await call(operation, undefined)
    expect([anonymous.status, anonymous.body.message]).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
    for (const { name, wrong } of ways) {
      const { status, body } = await call(operation, () => wrong)
      expect([name, status, body.message]).toEqual([name, 401, expect.stringMatching(/^OBP-20/)])
    }
  })
})
