import { randomUUID } from 'node:crypto'
import { decodeJwt, decodeProtectedHeader, exportSPKI, SignJWT } from 'jose'
import * as client from 'openid-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { type Browser, openBrowser, type Page } from '../../testing/browser.ts'
import { giveSecondFactor } from '../../testing/second-factor.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { setPassword } from '../users/users.ts'

const callback = 'https://app.example.com/callback'
let server: TestServer
let issuer: string

beforeAll(async () => {
  server = await startTestServer({ allowClientRegistration: true, consumersEnabledByDefault: true })
  issuer = `${server.url}/openid`
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

type Kind = 'Confidential' | 'Public'

async function consumer(appType: Kind = 'Confidential', redirectUrl = callback) {
  const key = randomUUID()
  const secret = `secret-${randomUUID()}`
  const row = await server.services.consumers.create(origin, {
    key,
    secret,
    appName: `App ${appType}`,
    appType,
    description: '',
    developerEmail: 'developer@example.com',
    redirectUrl,
    clientCertificate: '',
    createdByUserId: null,
    isActive: true,
  })
  return { key, secret, consumerId: row.consumer_id }
}

const discover = ({ key, secret }: { key: string; secret: string }, auth?: client.ClientAuth, at = issuer) =>
  client.discovery(new URL(at), key, secret, auth, { execute: [client.allowInsecureRequests] })

/** Goes through login and consent, and gives the address that the application is called back at. */
async function through(url: string, username: string, browser: Browser = openBrowser(server.url)): Promise<URL> {
  let page = await browser.open(url)
  if (!(page instanceof URL) && page.text.includes('name="password"'))
    page = await browser.submit(page, { username, password: testPassword, decision: 'login' })
  if (!(page instanceof URL)) page = await browser.submit(page, { decision: 'allow' })
  if (!(page instanceof URL)) throw new Error(`${page.status} ${page.text}`)
  return page
}

interface LoggedIn {
  config: client.Configuration
  tokens: client.TokenEndpointResponse & client.TokenEndpointResponseHelpers
  userId: string
  username: string
  app: { key: string; secret: string; consumerId: string }
  browser: Browser
  callbackUrl: URL
  verifier: string
}

/** A user with roles who has logged in to an application by the code flow. */
async function logIn(
  kind: Kind = 'Confidential',
  {
    auth,
    pkce = true,
    roles = {},
    at = issuer,
  }: { auth?: client.ClientAuth; pkce?: boolean; roles?: Parameters<TestServer['user']>[0]; at?: string } = {},
): Promise<LoggedIn> {
  const app = await consumer(kind)
  const user = await server.user(roles)
  const config = await discover(app, auth ?? (kind === 'Public' ? client.None() : undefined), at)
  const verifier = client.randomPKCECodeVerifier()
  const browser = openBrowser(at)
  const url = client.buildAuthorizationUrl(config, {
    redirect_uri: callback,
    scope: 'openid email profile',
    state: 'the-state',
    ...(pkce && {
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    }),
  })
  const callbackUrl = await through(url.href, user.username, browser)
  const tokens = await client.authorizationCodeGrant(config, callbackUrl, {
    expectedState: 'the-state',
    ...(pkce && { pkceCodeVerifier: verifier }),
  })
  return { config, tokens, userId: user.userId, username: user.username, app, browser, callbackUrl, verifier }
}

const current = (token: string, at = server.url) =>
  fetch(`${at}/obp/v4.0.0/users/current`, { headers: { Authorization: `Bearer ${token}` } })

async function expectDead(token: string, code = 'OBP-20206') {
  const answer = await current(token)
  expect(answer.status).toBe(401)
  expect(((await answer.json()) as { message: string }).message).toContain(code)
}

describe('the code flow', () => {
  test.each([
    ['a secret in the header', 'Confidential', client.ClientSecretBasic, true],
    ['a secret in the form', 'Confidential', client.ClientSecretPost, true],
    ['a secret and no PKCE', 'Confidential', client.ClientSecretBasic, false],
    ['no secret, with PKCE', 'Public', undefined, true],
  ] as const)('works with %s', async (_, kind, method, pkce) => {
    const app = await consumer(kind)
    const user = await server.user()
    const config = await discover(app, method ? method(app.secret) : client.None())
    const verifier = client.randomPKCECodeVerifier()
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid email profile',
      ...(pkce && {
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      }),
    })
    const tokens = await client.authorizationCodeGrant(config, await through(url.href, user.username), {
      ...(pkce && { pkceCodeVerifier: verifier }),
    })
    expect(tokens.claims()).toMatchObject({ sub: user.userId, iss: issuer, aud: app.key })
    const answer = await current(tokens.access_token)
    expect(answer.status).toBe(200)
    expect(await answer.json()).toMatchObject({ user_id: user.userId, username: user.username })
  })

  test('gives an access token as RFC 9068 says', async () => {
    const { tokens, userId, app } = await logIn()
    expect(decodeProtectedHeader(tokens.access_token)).toMatchObject({ alg: 'RS256', typ: 'at+jwt' })
    const claims = decodeJwt(tokens.access_token)
    expect(claims).toMatchObject({
      iss: issuer,
      aud: server.url,
      sub: userId,
      client_id: app.key,
      scope: 'openid email profile',
      jti: expect.any(String),
    })
    expect(claims.exp! - claims.iat!).toBe(3600)
  })

  test('userinfo names the user, with an e-mail address', async () => {
    const { config, tokens, userId, username } = await logIn()
    expect(await client.fetchUserInfo(config, tokens.access_token, userId)).toEqual({
      sub: userId,
      email: `${username}@example.com`,
      email_verified: false,
      name: 'Test User',
      given_name: 'Test',
      family_name: 'User',
      preferred_username: username,
      provider: 'fichero',
    })
  })

  test('userinfo, introspection and revocation take the JWT, wherever it stands, and never the id in it', async () => {
    const { tokens, app, userId } = await logIn()
    const { jti } = decodeJwt(tokens.access_token)
    const me = (access_token: string) =>
      fetch(`${issuer}/me`, { method: 'POST', body: new URLSearchParams({ access_token }) })
    expect(await (await me(tokens.access_token)).json()).toMatchObject({ sub: userId })
    expect((await me(jti!)).status).toBe(401)
    expect((await fetch(`${issuer}/me/`, { headers: { Authorization: `Bearer ${jti}` } })).status).toBe(401)
    const ask = (what: 'introspection' | 'revocation', token: string) =>
      fetch(`${issuer}/token/${what}`, {
        method: 'POST',
        headers: { Authorization: `Basic ${btoa(`${app.key}:${app.secret}`)}` },
        body: new URLSearchParams({ token }),
      })
    expect(await (await ask('introspection', jti!)).json()).toEqual({ active: false })
    expect(await (await ask('introspection', tokens.access_token)).json()).toMatchObject({ active: true })
    await ask('revocation', jti!)
    expect((await current(tokens.access_token)).status).toBe(200)
    await ask('revocation', tokens.access_token)
    await expectDead(tokens.access_token)
  })

  test('an app on a phone is called back by its own scheme', async () => {
    const own = 'com.example.bank:/callback'
    const app = await consumer('Public', own)
    const config = await discover(app, client.None())
    const verifier = client.randomPKCECodeVerifier()
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: own,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    })
    const { username } = await server.user()
    const browser = openBrowser(server.url)
    const login = (await browser.open(url.href)) as Page
    expect(login.headers.get('content-security-policy')).toContain("form-action 'self' com.example.bank:")
    const consent = (await browser.submit(login, { username, password: testPassword, decision: 'login' })) as Page
    expect(consent.text).toContain('<code>com.example.bank:</code>')
    const back = (await browser.submit(consent, { decision: 'allow' })) as URL
    expect(back.href).toMatch(/^com\.example\.bank:\/callback\?code=/)
    const tokens = await client.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier })
    expect((await current(tokens.access_token)).status).toBe(200)
  })

  test('the language that the application asks for is that of the pages', async () => {
    const config = await discover(await consumer())
    for (const asked of [{ ui_locales: 'es-ES en' }, { locale: 'es_ES' }] as Record<string, string>[]) {
      const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid', ...asked })
      const page = (await openBrowser(server.url).open(url.href)) as Page
      expect(page.text).toContain('<html lang="es-ES">')
      expect(page.text).toContain('Iniciar sesión')
    }
  })

  test('a customer is added and read with the token', async () => {
    const { tokens } = await logIn('Confidential', {
      roles: { 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] },
    })
    const Authorization = `Bearer ${tokens.access_token}`
    const added = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', {
      headers: { Authorization },
      body: {
        customer_number: randomUUID(),
        legal_name: 'Eva Real',
        mobile_phone_number: '+34 600 000 000',
        email: 'eva@example.com',
        face_image: { url: 'https://example.com/eva.png', date: '2013-01-21T23:08:00Z' },
        date_of_birth: '1980-05-06',
        relationship_status: 'single',
        dependants: 0,
        dob_of_dependants: [],
        highest_education_attained: 'Master',
        employment_status: 'employed',
        kyc_status: true,
        last_ok_date: '2013-01-21T23:08:00Z',
      },
    })
    expect(added.status, added.text).toBe(200)
    const read = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', { headers: { Authorization } })
    expect(read.body).toMatchObject({ customer_id: added.body.customer_id, legal_name: 'Eva Real' })
  })

  test('asks once for consent, and in the language of the browser', async () => {
    const { config, browser } = await logIn()
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid email' })
    const straight = await browser.open(url.href)
    expect(straight).toBeInstanceOf(URL)
    // another browser of the same user: a login, no second consent
    const app = await consumer()
    const spanish = await openBrowser(server.url).open(
      `${client.buildAuthorizationUrl(await discover(app), { redirect_uri: callback, scope: 'openid' }).href}`,
    )
    const { url: at } = spanish as Page
    expect((spanish as Page).text).toContain('Log in')
    expect((spanish as Page).headers.get('content-security-policy')).toContain(
      "form-action 'self' https://app.example.com",
    )
    expect(at).toContain('/openid/interaction/')
  })

  test('a consent is remembered for another browser, and written to the audit trail without secrets', async () => {
    const { config, username, userId, app } = await logIn()
    const browser = openBrowser(server.url)
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid email' })
    const login = await browser.open(url.href)
    expect(await browser.submit(login, { username, password: testPassword, decision: 'login' })).toBeInstanceOf(URL)
    expect(await auditOf(server, 'openid_consent', app.consumerId)).toMatchObject([
      { user_id: userId, consumer_id: app.consumerId, operation_id: 'openid-consent' },
    ])
    // more than was allowed is asked for
    const more = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid offline_access',
      prompt: 'consent',
    })
    expect(await browser.open(more.href)).toMatchObject({ text: expect.stringContaining('access while you are away') })
  })

  test('a consent that is withdrawn while a login makes use of it is asked for again', async () => {
    const { config, username } = await logIn()
    const { pool } = server.storage
    await pool.query(`
      create function withdraw_meanwhile() returns trigger language plpgsql as
        $$ begin delete from openid_consent where user_id = new.user_id; return new; end $$;
      create trigger withdraw_meanwhile before insert on openid_artifact
        for each row when (new.kind = 'Grant') execute function withdraw_meanwhile()`)
    const browser = openBrowser(server.url)
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid email' })
    const login = await browser.open(url.href)
    const next = await browser.submit(login, { username, password: testPassword, decision: 'login' })
    await pool.query('drop function withdraw_meanwhile cascade')
    expect(next).toMatchObject({ text: expect.stringContaining('value="allow"') })
  })

  test('asks for the code of a second factor, and a session from before it asks again', async () => {
    const { username, userId, config, browser, tokens } = await logIn()
    const { nextCode } = await giveSecondFactor(server, userId)
    await expectDead(tokens.access_token)
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: callback,
      scope: 'openid',
      code_challenge: await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier()),
      code_challenge_method: 'S256',
    })
    const page = await browser.open(url.href)
    const login = { username, password: testPassword, decision: 'login' }
    for (const code of ['', '000000'])
      expect(await browser.submit(page, { ...login, code })).toMatchObject({
        status: 401,
        text: expect.stringContaining('the code is wrong'),
      })
    const allowed = await browser.submit(page, { ...login, code: nextCode() })
    const back = allowed instanceof URL ? allowed : await browser.submit(allowed, { decision: 'allow' })
    expect((back as URL).searchParams.get('code')).toMatch(/./)
  })

  test('a wrong password and an unknown name show the same page; a refusal goes back to the application', async () => {
    const user = await server.user()
    const config = await discover(await consumer())
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid', state: 's' })
    const browser = openBrowser(server.url)
    const login = await browser.open(url.href)
    const wrong = (await browser.submit(login, { username: user.username, password: 'no', decision: 'login' })) as Page
    const unknown = (await browser.submit(login, { username: 'nobody', password: 'no', decision: 'login' })) as Page
    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(wrong.text.replaceAll(user.username, 'nobody')).toBe(unknown.text)
    const escaped = (await browser.submit(login, { username: '"><script>', password: '', decision: 'login' })) as Page
    expect(escaped.text).not.toContain('<script>')
    const back = (await browser.submit(login, { decision: 'refuse' })) as URL
    expect(back.origin + back.pathname).toBe(callback)
    expect(back.searchParams.get('error')).toBe('access_denied')
  })

  test('the metrics tell who logged in and allowed it', async () => {
    const { userId } = await logIn()
    await server.services.metrics.flush()
    const { rows } = await server.storage.pool.query(
      `select verb from metric where user_id = $1 and operation_id = 'openidInteraction'`,
      [userId],
    )
    expect(rows).toEqual([{ verb: 'POST' }, { verb: 'POST' }])
  })

  test('a form counts only in the browser that asked', async () => {
    const user = await server.user()
    const config = await discover(await consumer())
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
    const login = await openBrowser(server.url).open(url.href)
    const other = openBrowser(server.url)
    const answer = await other.submit(login, { username: user.username, password: testPassword, decision: 'login' })
    expect(answer).toMatchObject({ status: 400 })
  })

  test('the cookies are HttpOnly and SameSite=Lax, and another one comes with the login', async () => {
    const { browser } = await logIn()
    const cookies = browser.cookies()
    expect(cookies.map(({ name }) => name)).toContain('_session')
    for (const { attributes } of cookies)
      expect(attributes.toLowerCase()).toMatch(/samesite=lax.*httponly|httponly.*samesite=lax/)
  })
})

describe('what is refused', () => {
  const ask = async (app: { key: string }, parameters: Record<string, string>) =>
    openBrowser(server.url).open(
      `${issuer}/auth?${new URLSearchParams({ client_id: app.key, response_type: 'code', scope: 'openid', redirect_uri: callback, ...parameters })}`,
    )

  test('what stands behind a comma in the redirect URL is no address of its own', async () => {
    const app = await consumer('Confidential', `${callback}?x=1,https://evil.example.com/cb`)
    expect(await ask(app, { redirect_uri: 'https://evil.example.com/cb' })).toMatchObject({ status: 400 })
  })

  test('none of several addresses, which have blanks between them', async () => {
    const another = 'https://app.example.com/another'
    const app = await consumer('Confidential', `${callback} ${another}`)
    for (const redirect_uri of [callback, another])
      expect(await ask(app, { redirect_uri })).toMatchObject({ status: 200 })
    expect(await ask(app, { redirect_uri: `${callback} ${another}` })).toMatchObject({ status: 400 })
  })

  test('an address that the consumer does not have: no redirect', async () => {
    const app = await consumer()
    for (const redirect_uri of ['https://evil.example.com/callback', `${callback}/more`, `${callback}?x=1`])
      expect(await ask(app, { redirect_uri })).toMatchObject({ status: 400 })
  })

  test('a consumer that is unknown or not active', async () => {
    const app = await consumer()
    await server.services.consumers.setActive(origin, app.consumerId, false)
    expect(await ask(app, {})).toMatchObject({ status: 400 })
    expect(await ask({ key: 'nobody' }, {})).toMatchObject({ status: 400 })
  })

  test('a public consumer without PKCE, and `plain`', async () => {
    const app = await consumer('Public')
    for (const parameters of [
      {},
      { code_challenge: 'x'.repeat(43), code_challenge_method: 'plain' },
      { code_challenge: 'x'.repeat(43) },
    ]) {
      const back = (await ask(app, parameters)) as URL
      expect(back.searchParams.get('error')).toBe('invalid_request')
    }
  })

  test('PKCE downgrade: a code with a challenge without its verifier, and one without with one', async () => {
    const app = await consumer()
    const { username } = await server.user()
    const config = await discover(app)
    const challenge = await client.calculatePKCECodeChallenge(client.randomPKCECodeVerifier())
    const code = async (parameters: Record<string, string>) =>
      through(
        client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid', ...parameters }).href,
        username,
      )
    const withChallenge = { code_challenge: challenge, code_challenge_method: 'S256' }
    const invalid = { error: 'invalid_grant' }
    await expect(client.authorizationCodeGrant(config, await code(withChallenge))).rejects.toMatchObject(invalid)
    for (const parameters of [withChallenge, {}])
      await expect(
        client.authorizationCodeGrant(config, await code(parameters), {
          pkceCodeVerifier: client.randomPKCECodeVerifier(),
        }),
      ).rejects.toMatchObject(invalid)
  })

  test('a wrong secret, and the secret of another', async () => {
    const { secret } = await consumer()
    for (const wrong of ['wrong', secret]) {
      const app = await consumer()
      const config = await discover({ ...app, secret: wrong }, client.ClientSecretBasic(wrong))
      await expect(client.clientCredentialsGrant(config)).rejects.toMatchObject({
        status: 401,
        cause: [{ parameters: { error: 'invalid_client' } }],
      })
    }
  })

  test('another try from an address that has failed too often; what anybody may read is still there', async () => {
    const strict = await startTestServer({ failedLoginsPerMinute: 2 })
    try {
      const wrong = () =>
        fetch(`${strict.url}/openid/token`, {
          method: 'POST',
          headers: { Authorization: `Basic ${btoa('test-consumer:wrong')}` },
          body: new URLSearchParams({ grant_type: 'client_credentials' }),
        })
      const statuses = []
      for (let turn = 0; turn < 3; turn++) statuses.push((await wrong()).status)
      expect(statuses).toEqual([401, 401, 429])
      for (const path of ['jwks', '.well-known/openid-configuration'])
        expect((await fetch(`${strict.url}/openid/${path}`)).status).toBe(200)
    } finally {
      await strict.close()
    }
  })

  test('a code that is used twice ends what the first use gave', async () => {
    const { config, tokens, callbackUrl, verifier } = await logIn()
    expect((await current(tokens.access_token)).status).toBe(200)
    await expect(
      client.authorizationCodeGrant(config, callbackUrl, { expectedState: 'the-state', pkceCodeVerifier: verifier }),
    ).rejects.toMatchObject({ error: 'invalid_grant' })
    await expectDead(tokens.access_token)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('of two uses of a code at once at most one gets a token', async () => {
    const app = await consumer()
    const { username } = await server.user()
    const config = await discover(app)
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
    const back = await through(url.href, username)
    const uses = await Promise.allSettled(Array.from({ length: 5 }, () => client.authorizationCodeGrant(config, back)))
    expect(uses.filter(({ status }) => status === 'fulfilled').length).toBeLessThanOrEqual(1)
  })

  test('a token with another algorithm, key, audience or issuer', async () => {
    const { tokens } = await logIn()
    const claims = decodeJwt(tokens.access_token)
    const { kid } = decodeProtectedHeader(tokens.access_token)
    const publicKey = (await server.services.signingKeys.publicKey(kid!))!
    const [privateKey] = await server.services.signingKeys.all()
    const pem = new TextEncoder().encode(await exportSPKI(publicKey))
    const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = (changed: object, alg = 'RS256', key: Parameters<SignJWT['sign']>[0] = privateKey!) =>
      new SignJWT({ ...claims, ...changed }).setProtectedHeader({ alg, kid: kid!, typ: 'at+jwt' }).sign(key)

    expect((await current(await signed({}))).status).toBe(200)
    await expectDead(`${encode({ alg: 'none', kid })}.${encode(claims)}.`)
    await expectDead(await signed({}, 'HS256', pem))
    await expectDead(await signed({ aud: 'https://other.example.com' }), 'OBP-20204')
    await expectDead(await signed({ iss: 'https://other.example.com' }), 'OBP-20203')
    await expectDead(await signed({ exp: claims.iat! - 3600 }))
    await expectDead(await signed({ jti: 'another' }))
    await expectDead(tokens.id_token!, 'OBP-20204')
  })
})

describe('a token dies on the next call', () => {
  test('when its consumer is disabled', async () => {
    const { tokens, app, config } = await logIn()
    await server.services.consumers.setActive(origin, app.consumerId, false)
    await expectDead(tokens.access_token, 'OBP-')
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_client',
    })
  })

  test('for good: when its consumer is enabled again, users log in and are asked anew', async () => {
    const { tokens, app, config, browser } = await logIn()
    const credentials = await client.clientCredentialsGrant(config)
    for (const isActive of [false, true]) await server.services.consumers.setActive(origin, app.consumerId, isActive)
    await expectDead(tokens.access_token)
    expect(await client.tokenIntrospection(config, credentials.access_token)).toEqual({ active: false })
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
    const consent = (await browser.open(url.href)) as Page
    expect(consent.text).toContain('value="allow"')
    const back = (await browser.submit(consent, { decision: 'allow' })) as URL
    expect((await current((await client.authorizationCodeGrant(config, back)).access_token)).status).toBe(200)
  })

  test('when the password is changed, and with it the refresh token and the session', async () => {
    const { tokens, userId, config, browser } = await logIn()
    await server.storage.db
      .transaction()
      .execute((transaction) => setPassword(transaction, origin, userId, 'a-new-hash'))
    await expectDead(tokens.access_token)
    await expect(client.fetchUserInfo(config, tokens.access_token, userId)).rejects.toThrow()
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
    expect(await browser.open(url.href)).toMatchObject({ text: expect.stringContaining('name="password"') })
  })

  test('when the user is locked or deleted', async () => {
    const { tokens, userId } = await logIn()
    const set = (values: object) =>
      server.storage.db.updateTable('app_user').set(values).where('user_id', '=', userId).execute()
    await set({ wrong_passwords: 5 })
    await expectDead(tokens.access_token, 'OBP-20013')
    await set({ wrong_passwords: 0, deleted_at: '2020-01-01T00:00:00Z' })
    await expectDead(tokens.access_token, 'OBP-20064')
  })

  test('when its user withdraws what they allowed that application', async () => {
    const { tokens, app, config, browser, userId } = await logIn()
    await server.services.authorizedApplications.withdraw(origin, { userId, consumerId: app.consumerId })
    await expectDead(tokens.access_token)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
    expect(await browser.open(url.href)).toMatchObject({ text: expect.stringContaining('value="allow"') })
  })

  test('when it is revoked', async () => {
    const { config, tokens } = await logIn()
    await client.tokenRevocation(config, tokens.access_token)
    await expectDead(tokens.access_token)
  })

  test('when the refresh token is revoked', async () => {
    const { config, tokens } = await logIn()
    await client.tokenRevocation(config, tokens.refresh_token!)
    await expectDead(tokens.access_token)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('but not when another consumer revokes it', async () => {
    const { tokens } = await logIn()
    const other = await discover(await consumer())
    await client.tokenRevocation(other, tokens.access_token).catch(() => {})
    expect((await current(tokens.access_token)).status).toBe(200)
  })
})

describe('refresh tokens', () => {
  test('rotate, and one that is used again ends the whole family', async () => {
    const { config, tokens } = await logIn()
    const second = await client.refreshTokenGrant(config, tokens.refresh_token!)
    expect(second.refresh_token).not.toBe(tokens.refresh_token)
    const third = await client.refreshTokenGrant(config, second.refresh_token!)
    expect((await current(third.access_token)).status).toBe(200)
    await expect(client.refreshTokenGrant(config, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
    for (const { access_token } of [tokens, second, third]) await expectDead(access_token)
    await expect(client.refreshTokenGrant(config, third.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })

  test('are of the consumer that they were given to', async () => {
    const { tokens } = await logIn()
    const other = await discover(await consumer())
    await expect(client.refreshTokenGrant(other, tokens.refresh_token!)).rejects.toMatchObject({
      error: 'invalid_grant',
    })
  })
})

describe('client credentials', () => {
  test('give a token that names the consumer and no user, so that no operation takes it', async () => {
    const app = await consumer()
    const config = await discover(app)
    const tokens = await client.clientCredentialsGrant(config)
    expect(decodeJwt(tokens.access_token)).toMatchObject({ sub: app.key, client_id: app.key, aud: server.url })
    expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({ active: true })
    await expectDead(tokens.access_token)
  })

  test('are not for public consumers', async () => {
    const config = await discover(await consumer('Public'), client.None())
    await expect(client.clientCredentialsGrant(config)).rejects.toMatchObject({ error: 'invalid_request' })
  })
})

test('introspection tells a consumer of its own tokens only', async () => {
  const { config, tokens, userId, app } = await logIn()
  expect(await client.tokenIntrospection(config, tokens.access_token)).toMatchObject({
    active: true,
    sub: userId,
    client_id: app.key,
    iss: issuer,
    aud: server.url,
    jti: decodeJwt(tokens.access_token).jti,
  })
  expect(await client.tokenIntrospection(await discover(await consumer()), tokens.access_token)).toEqual({
    active: false,
  })
  expect(await client.tokenIntrospection(config, `${tokens.access_token}x`)).toEqual({ active: false })
})

test('logout asks, ends the session and its tokens, and leads back to the application', async () => {
  const { config, tokens, browser } = await logIn()
  const url = client.buildEndSessionUrl(config, {
    post_logout_redirect_uri: 'https://app.example.com/',
    id_token_hint: tokens.id_token!,
  })
  const page = (await browser.open(url.href)) as Page
  expect(page.text).toContain('Do you want to log out')
  const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)![1]!
  const back = await browser.open(`${issuer}/session/end/confirm`, { xsrf, logout: 'yes' })
  expect((back as URL).href).toBe('https://app.example.com/')
  await expectDead(tokens.access_token)
  const again = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
  expect(await browser.open(again.href)).toMatchObject({ text: expect.stringContaining('name="password"') })
})

test('logout without a session needs no script either, in the language that is asked for', async () => {
  for (const path of ['/openid/session/end?locale=es_ES', '/user_mgt/logout?locale=es_ES']) {
    const browser = openBrowser(server.url)
    const page = (await browser.open(server.url + path)) as Page
    expect(page.status).toBe(200)
    expect(page.text).not.toContain('<script')
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(page.text).toContain('<button>Continuar</button>')
    const xsrf = /name="xsrf" value="([^"]+)"/.exec(page.text)![1]!
    const done = (await browser.open(`${issuer}/session/end/confirm`, { xsrf, logout: 'yes' })) as Page
    expect(done.text).toMatch(/Logged out|Sesión cerrada/)
  }
})

describe('registration', () => {
  const register = (body: object, at = server) => at.call('/openid/reg', { body })

  test('follows the rule of consumers: an administrator enables it, unless the settings say otherwise', async () => {
    const strict = await startTestServer({ allowClientRegistration: true, signUpsPerHour: 2 })
    try {
      const body = { client_name: 'Registered', redirect_uris: [callback] }
      const answer = await register(body, strict)
      expect(answer.status, answer.text).toBe(201)
      expect(await strict.services.consumers.withKey(answer.body.client_id)).toMatchObject({ is_active: false })
      // and an address cannot make any number of them
      expect([(await register(body, strict)).status, (await register(body, strict)).status]).toEqual([201, 429])
    } finally {
      await strict.close()
    }
  })

  test('makes a real consumer, which logs users in', async () => {
    const answer = await register({ client_name: 'Registered', redirect_uris: [callback], contacts: ['a@example.com'] })
    expect(answer.status, answer.text).toBe(201)
    const row = await server.services.consumers.withKey(answer.body.client_id)
    expect(row).toMatchObject({ app_name: 'Registered', app_type: 'Confidential', redirect_url: callback })
    const [audit] = await auditOf(server, 'consumer', row!.consumer_id)
    expect(audit).toMatchObject({ operation_id: 'openid-registration', change: { created: { appName: 'Registered' } } })
    expect(audit!.correlation_id).toBe(answer.headers.get('correlation-id'))
    expect(JSON.stringify(audit)).not.toContain(row!.consumer_secret)
    const { username } = await server.user()
    const config = await discover({ key: answer.body.client_id, secret: answer.body.client_secret })
    const url = client.buildAuthorizationUrl(config, { redirect_uri: callback, scope: 'openid' })
    const tokens = await client.authorizationCodeGrant(config, await through(url.href, username))
    expect((await current(tokens.access_token)).status).toBe(200)
  })

  test.each([
    ['no name', { redirect_uris: [callback] }],
    ['a short name', { client_name: 'ab', redirect_uris: [callback] }],
    ['a long name', { client_name: 'a'.repeat(101), redirect_uris: [callback] }],
    ['no address', { client_name: 'Registered' }],
    ['addresses that are too long', { client_name: 'Registered', redirect_uris: [`${callback}/${'a'.repeat(2000)}`] }],
    ['no address that is one', { client_name: 'Registered', redirect_uris: ['nowhere'] }],
  ])('refuses %s', async (_, body) => {
    const answer = await register(body)
    expect(answer.status, answer.text).toBe(400)
    expect(answer.body.error).toMatch(/invalid_(client_metadata|redirect_uri)/)
  })

  test('is off unless it is allowed', async () => {
    const own = await startTestServer()
    expect((await register({ client_name: 'Registered', redirect_uris: [callback] }, own)).status).toBe(404)
    await own.close()
  })
})

describe('discovery', () => {
  test('says what there is, to GET and HEAD, from any origin', async () => {
    const url = `${issuer}/.well-known/openid-configuration`
    const answer = await fetch(url, { headers: { Origin: 'https://app.example.com' } })
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
    expect(await answer.json()).toMatchObject({
      issuer,
      authorization_endpoint: `${issuer}/auth`,
      token_endpoint: `${issuer}/token`,
      userinfo_endpoint: `${issuer}/me`,
      jwks_uri: `${issuer}/jwks`,
      introspection_endpoint: `${issuer}/token/introspection`,
      revocation_endpoint: `${issuer}/token/revocation`,
      end_session_endpoint: `${issuer}/session/end`,
      registration_endpoint: `${issuer}/reg`,
      code_challenge_methods_supported: ['S256'],
      scopes_supported: ['openid', 'email', 'profile', 'offline_access'],
      id_token_signing_alg_values_supported: ['RS256'],
    })
    expect((await fetch(url, { method: 'HEAD' })).status).toBe(200)
  })

  test('follows PUBLIC_URL, whatever host a request names, and then cookies are Secure', async () => {
    const own = await startTestServer({ publicUrl: 'https://bank.example.com/api' })
    const answer = await own.call('/openid/.well-known/openid-configuration', {
      headers: { 'X-Forwarded-Host': 'evil.example.com', 'X-Forwarded-Proto': 'http' },
    })
    expect(answer.body).toMatchObject({
      issuer: 'https://bank.example.com/api/openid',
      token_endpoint: 'https://bank.example.com/api/openid/token',
    })
    const app = await own.services.consumers.withKey('test-consumer')
    await own.storage.db
      .updateTable('consumer')
      .set({ redirect_url: callback })
      .where('consumer_id', '=', app!.consumer_id)
      .execute()
    const query = new URLSearchParams({
      client_id: 'test-consumer',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: callback,
    })
    const login = await fetch(`${own.url}/openid/auth?${query}`, { redirect: 'manual' })
    expect(login.headers.get('location')).toMatch(
      /^\/api\/openid\/interaction\/|^https:\/\/bank.example.com\/api\/openid\/interaction\//,
    )
    for (const cookie of login.headers.getSetCookie()) expect(cookie.toLowerCase()).toContain('; secure')
    await own.close()
  })

  test('the published keys have no private part, and the kept ones are encrypted', async () => {
    const { keys } = JSON.parse((await server.call('/openid/jwks')).text)
    expect(keys).not.toEqual([])
    for (const key of keys) for (const part of ['d', 'p', 'q', 'dp', 'dq', 'qi']) expect(key).not.toHaveProperty(part)
    const [row] = await server.storage.db.selectFrom('openid_signing_key').selectAll().execute()
    expect(row!.private_key.toString('latin1')).not.toContain('"d"')
  })
})

test('ids of tokens, codes and sessions are not in the database', async () => {
  const { tokens, browser } = await logIn()
  const { rows } = await server.storage.pool.query(`select openid_artifact::text as text from openid_artifact`)
  const all = rows.map(({ text }) => text).join('\n')
  for (const id of [
    tokens.refresh_token!,
    decodeJwt(tokens.access_token).jti!,
    browser.cookies().find(({ name }) => name === '_session')!.value,
  ])
    expect(all).not.toContain(id)
})
