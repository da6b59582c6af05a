/** Whole flows with two independent clients, and what an attacker might try. */
import { createHmac, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import { OAuth } from 'oauth'
import OAuth1a from 'oauth-1.0a'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exampleNewCustomerV140 } from '../../operations/customer/customer-v140.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { giveSecondFactor } from '../../testing/second-factor.ts'
import { origin, startTestServer, type TestServer, testPassword, testPasswordHash } from '../../testing/server.ts'
import { setPassword } from '../users/users.ts'
import { isCallbackOf } from './oauth1.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
  await insertConsumer(server, 'app', { app_name: 'App <b>', redirect_url: 'https://app.example.com/callback' })
  await insertConsumer(server, 'other')
})
afterAll(() => server.close())

const key = 'key-of-app'
const secret = 'secret-of-app'
const asLogin = (userId: string) => ({ user: { userId }, passwordHash: testPasswordHash })
type Token = { key: string; secret: string }
type Change = Record<string, string | undefined>

/** Signs with the package `oauth-1.0a`; `change` replaces parameters before the signature, `after` behind it. */
function sign(
  method: string,
  url: string,
  token: Token | undefined,
  change: Change = {},
  after: Change = {},
  consumer: Token = { key, secret },
) {
  const client = new OAuth1a({
    consumer,
    signature_method: 'HMAC-SHA256',
    hash_function: (text, signingKey) => createHmac('sha256', signingKey).update(text).digest('base64'),
  })
  const parameters: Change = {
    oauth_consumer_key: consumer.key,
    oauth_nonce: randomUUID(),
    oauth_signature_method: 'HMAC-SHA256',
    oauth_timestamp: String(Math.floor(Date.now() / 1000)),
    oauth_version: '1.0',
    ...(token && { oauth_token: token.key }),
    ...change,
  }
  const kept = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined))
  const signature = client.getSignature({ method, url, data: {} }, token?.secret, kept as never)
  return client.toHeader({ ...kept, oauth_signature: signature, ...after } as never).Authorization
}
const send = async (method: string, path: string, authorization: string) => {
  const response = await fetch(server.url + path, { method, headers: { Authorization: authorization } })
  return { status: response.status, text: await response.text(), type: response.headers.get('content-type') }
}
const initiate = (callback = 'oob', change: Change = {}) =>
  send(
    'POST',
    '/oauth/initiate',
    sign('POST', `${server.url}/oauth/initiate`, undefined, { oauth_callback: callback, ...change }),
  )
const tokenOf = (text: string): Token => {
  const answer = new URLSearchParams(text)
  return { key: answer.get('oauth_token')!, secret: answer.get('oauth_token_secret')! }
}
const exchange = (token: Token, verifier: string, consumer?: Token) =>
  send(
    'POST',
    '/oauth/token',
    sign('POST', `${server.url}/oauth/token`, token, { oauth_verifier: verifier }, {}, consumer),
  )

/** An access token of a user, by the whole way. */
async function login(userId: string): Promise<Token> {
  const requested = tokenOf((await initiate()).text)
  const allowed = await server.services.oauth1Tokens.authorise(requested.key, asLogin(userId))
  return tokenOf((await exchange(requested, allowed!.verifier)).text)
}
/** Until as many wait for a lock. */
const lockWaits = async (count: number) => {
  const query = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  while ((await server.storage.pool.query(query)).rowCount! < count);
}
const me = '/obp/v4.0.0/users/current/user_id'
const ask = (token: Token, change: Change = {}, after: Change = {}, path = me, signedPath = path) =>
  send('GET', path, sign('GET', server.url + signedPath, token, change, after))

describe('clients', () => {
  test('oauth: logs in with HMAC-SHA1, adds a customer and reads it back', async () => {
    const { userId, username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const client = new OAuth(
      `${server.url}/oauth/initiate`,
      `${server.url}/oauth/token`,
      key,
      secret,
      '1.0',
      'https://app.example.com/callback?state=1',
      'HMAC-SHA1',
    )
    const requested = await new Promise<Token>((resolve, reject) =>
      client.getOAuthRequestToken((error, token, tokenSecret, more) => {
        if (error) reject(new Error(JSON.stringify(error)))
        else if (more.oauth_callback_confirmed !== 'true') reject(new Error('callback not confirmed'))
        else resolve({ key: token, secret: tokenSecret })
      }),
    )
    const back = await submit(requested.key, { username, password: testPassword, decision: 'allow' })
    expect(back.status).toBe(303)
    const location = new URL(back.headers.get('location')!)
    expect(location.origin + location.pathname).toBe('https://app.example.com/callback')
    expect([location.searchParams.get('state'), location.searchParams.get('oauth_token')]).toEqual(['1', requested.key])
    const verifier = location.searchParams.get('oauth_verifier')!
    const access = await new Promise<Token>((resolve, reject) =>
      client.getOAuthAccessToken(requested.key, requested.secret, verifier, (error, token, tokenSecret) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve({ key: token, secret: tokenSecret }),
      ),
    )
    const url = `${server.url}/obp/v1.4.0/banks/gh.29.uk/customer`
    const body = JSON.stringify({ ...exampleNewCustomerV140, user_id: userId })
    const added = await new Promise<string>((resolve, reject) =>
      client.post(url, access.key, access.secret, body, 'application/json', (error, text) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve(String(text)),
      ),
    )
    const read = await new Promise<string>((resolve, reject) =>
      client.get(url, access.key, access.secret, (error, text) =>
        error ? reject(new Error(JSON.stringify(error))) : resolve(String(text)),
      ),
    )
    expect(JSON.parse(read)).toEqual(JSON.parse(added))
    expect(JSON.parse(read).customer_number).toBe(exampleNewCustomerV140.customer_number)
  })

  test('oauth-1.0a: logs in with HMAC-SHA256, calls with a query, adds a customer and reads it back', async () => {
    const { userId } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const requested = await initiate()
    expect([requested.status, requested.type]).toEqual([200, 'application/x-www-form-urlencoded'])
    expect(Object.fromEntries(new URLSearchParams(requested.text))).toEqual({
      oauth_token: expect.stringMatching(/^[\w-]{40}$/),
      oauth_token_secret: expect.stringMatching(/^[\w-]{40}$/),
      oauth_callback_confirmed: 'true',
    })
    const token = await login(userId)
    const answer = await ask(token, {}, {}, `${me}?a=b%20c&d=%2B1`)
    expect(answer.status).toBe(200)
    expect(JSON.parse(answer.text)).toEqual({ user_id: userId })
    const path = '/obp/v1.4.0/banks/gh.29.uk/customer'
    const added = await fetch(server.url + path, {
      method: 'POST',
      headers: { Authorization: sign('POST', server.url + path, token, {}), 'Content-Type': 'application/json' },
      body: JSON.stringify({ ...exampleNewCustomerV140, customer_number: randomUUID(), user_id: userId }),
    })
    expect(added.status).toBe(200)
    const read = await ask(token, {}, {}, path)
    expect([read.status, JSON.parse(read.text)]).toEqual([200, await added.json()])
  })
})

describe('what is refused at initiate', () => {
  test.each([
    [
      { oauth_nonce: undefined, oauth_timestamp: undefined },
      400,
      'the following parameters are missing : oauth_nonce, oauth_timestamp',
    ],
    [{ oauth_callback: undefined }, 400, 'the following parameters are missing : oauth_callback'],
    [{ oauth_version: '2.0' }, 400, 'OAuth version not supported'],
    [{ oauth_signature_method: 'PLAINTEXT' }, 400, 'Unsupported signature method, please use hmac-sha1 or hmac-sha256'],
    [{ oauth_consumer_key: 'nobody' }, 401, 'OBP-20009: Invalid consumer credentials'],
    [{ oauth_timestamp: 'soon' }, 400, 'oauth_timestamp value: soon is invalid'],
    [{ oauth_timestamp: '1000000000' }, 400, 'oauth_timestamp value: 1000000000 is in and invalid time range'],
    [
      { oauth_callback: 'https://evil.example.com/callback' },
      400,
      'oauth_callback is not the redirect URL of the consumer',
    ],
  ] as [Change, number, string][])('%j', async (change, status, text) => {
    const answer = await initiate('oob', change)
    expect([answer.status, answer.text, answer.type]).toEqual([status, text, 'application/x-www-form-urlencoded'])
  })

  test('a wrong signature, a parameter that comes twice, a disabled consumer', async () => {
    const url = `${server.url}/oauth/initiate`
    const header = (after: Change) => sign('POST', url, undefined, { oauth_callback: 'oob' }, after)
    for (const oauth_signature of ['AAAA', 'x y', ''])
      expect((await send('POST', '/oauth/initiate', header({ oauth_signature }))).status).toBeGreaterThanOrEqual(400)
    expect((await send('POST', '/oauth/initiate', header({ oauth_signature: 'AAAA' }))).text).toBe('Invalid signature')
    expect((await send('POST', '/oauth/initiate', `${header({})}, oauth_nonce="x"`)).text).toBe(
      'Duplicated oauth protocol parameters',
    )
    await insertConsumer(server, 'off', { is_active: false })
    const off = { key: 'key-of-off', secret: 'secret-of-off' }
    const answer = await send(
      'POST',
      '/oauth/initiate',
      sign('POST', url, undefined, { oauth_callback: 'oob' }, {}, off),
    )
    expect([answer.status, answer.text]).toEqual([401, 'OBP-20009: Invalid consumer credentials'])
  })

  test.each([
    ['https://app.example.com/callback', 'https://app.example.com/callback?x=1', true],
    ['https://app.example.com', 'https://app.example.com/anything', true],
    ['https://app.example.com/', 'https://app.example.com:8443/', false],
    ['https://app.example.com/callback', 'https://app.example.com/callback/../evil', false],
    ['https://app.example.com/callback', 'https://app.example.com.evil.com/callback', false],
    ['https://app.example.com/callback', 'https://app.example.com@evil.com/callback', false],
    ['https://app.example.com/callback', 'https://user@app.example.com/callback', false],
    ['https://app.example.com/callback', 'https://:password@app.example.com/callback', false],
    ['https://app.example.com', 'https://:password@app.example.com/', false],
    ['https://app.example.com/callback', 'http://app.example.com/callback', false],
    ['https://app.example.com/callback', 'https://app.example.com/callback#x', false],
    ['https://app.example.com/callback', 'javascript:alert(1)', false],
    ['https://app.example.com/?x=1', 'https://app.example.com/anything', false],
    ['', 'https://app.example.com', false],
    ['', 'oob', true],
    ['https://a.example.com/x https://b.example.com/cb', 'https://b.example.com/cb', true],
    // what stands behind a comma is no address of its own
    ['https://a.example.com/x?y=1,https://evil.example.com/cb', 'https://evil.example.com/cb', false],
  ])('a consumer with %s and the callback %s: %s', (redirectUrl, callback, is) =>
    expect(isCallbackOf({ redirectUrl }, callback)).toBe(is),
  )
})

describe('a verifier', () => {
  test('is not given to who logged in with a password that was changed since, or was locked or deleted', async () => {
    const { authorise } = server.services.oauth1Tokens
    const { userDirectory } = server.services
    const requested = async () => tokenOf((await initiate()).text).key
    const changed = await server.user()
    const login = asLogin(changed.userId)
    await server.storage.db.transaction().execute((t) => setPassword(t, origin, changed.userId, 'another'))
    expect(await authorise(await requested(), login)).toBeNull()
    for (const end of [userDirectory.lock, userDirectory.delete]) {
      const { userId } = await server.user()
      await end(origin, userId)
      expect(await authorise(await requested(), asLogin(userId))).toBeNull()
    }
    expect(await authorise(await requested(), asLogin((await server.user()).userId))).not.toBeNull()
  })

  test('is good once, for its own token, and its own consumer', async () => {
    const { userId } = await server.user()
    const mine = tokenOf((await initiate()).text)
    const another = tokenOf((await initiate()).text)
    const { verifier } = (await server.services.oauth1Tokens.authorise(mine.key, asLogin(userId)))!
    await server.services.oauth1Tokens.authorise(another.key, asLogin((await server.user()).userId))
    const stolen = await exchange(another, verifier)
    expect([stolen.status, stolen.text]).toEqual([401, 'Invalid or expired request token'])
    expect((await exchange(mine, 'GUESSGUESS22')).status).toBe(401)
    const byOther = await exchange(mine, verifier, { key: 'key-of-other', secret: 'secret-of-other' })
    expect(byOther.text).toBe('Invalid or expired request token')
    const answers = await Promise.all(Array.from({ length: 10 }, () => exchange(mine, verifier)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('is there only after a user allowed the request, and nobody can allow it twice', async () => {
    const { userId } = await server.user()
    const token = tokenOf((await initiate()).text)
    expect((await exchange(token, '')).status).toBe(400)
    const { authorise } = server.services.oauth1Tokens
    const outcomes = await Promise.all([1, 2, 3].map(() => authorise(token.key, asLogin(userId))))
    expect(outcomes.filter((outcome) => outcome !== null)).toHaveLength(1)
  })

  test('of a request that has expired is worth nothing', async () => {
    const { userId } = await server.user()
    const token = tokenOf((await initiate()).text)
    const { verifier } = (await server.services.oauth1Tokens.authorise(token.key, asLogin(userId)))!
    await server.storage.pool.query(`update oauth1_request_token set expires_at = now() - interval '1 second'`)
    expect((await exchange(token, verifier)).text).toBe('Invalid or expired request token')
  })
})

describe('a signed call', () => {
  const refusal = (status: number, message: string) => ({ code: status, message })

  test('cannot be replayed; of a hundred equal ones at once one passes', async () => {
    const token = await login((await server.user()).userId)
    const header = sign('GET', server.url + me, token)
    const answers = await Promise.all(Array.from({ length: 100 }, () => send('GET', me, header)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    const replayed = answers.find(({ status }) => status !== 200)!
    expect(JSON.parse(replayed.text)).toEqual(refusal(401, 'Nonce already used'))
  })

  test('that is wrong does not spend the nonce of the one that is right', async () => {
    const token = await login((await server.user()).userId)
    const oauth_nonce = randomUUID()
    expect((await ask(token, { oauth_nonce }, { oauth_signature: 'AAAA' })).status).toBe(401)
    expect((await ask(token, { oauth_nonce })).status).toBe(200)
  })

  test('is bound to its method, path, query, host and parameters', async () => {
    const token = await login((await server.user()).userId)
    const wrong = refusal(401, 'Invalid signature')
    for (const answer of [
      await ask(token, {}, {}, `${me}?a=2`, `${me}?a=1`),
      await ask(token, {}, {}, '/obp/v3.0.0/my/entitlements', me),
      await ask(token, {}, { oauth_timestamp: String(Math.floor(Date.now() / 1000) + 1) }),
      await ask({ ...token, secret: 'x' }),
      await send('GET', me, sign('DELETE', server.url + me, token)),
      await send('GET', me, sign('GET', `http://evil.example.com${me}`, token)),
    ])
      expect(JSON.parse(answer.text)).toEqual(wrong)
  })

  test('is refused for an unknown token, a consumer that the token is not of, and missing parameters', async () => {
    const token = await login((await server.user()).userId)
    const unknown = await ask({ key: 'nothing', secret: 'x' })
    expect(JSON.parse(unknown.text)).toEqual(refusal(401, 'Invalid or expired access token'))
    const other = sign('GET', server.url + me, token, {}, {}, { key: 'key-of-other', secret: 'secret-of-other' })
    expect(JSON.parse((await send('GET', me, other)).text)).toEqual(refusal(401, 'Invalid or expired access token'))
    expect(JSON.parse((await ask(token, { oauth_token: undefined })).text)).toEqual(
      refusal(400, 'the following parameters are missing : oauth_token'),
    )
    // a request token is no access token
    const requested = tokenOf((await initiate()).text)
    expect(JSON.parse((await ask(requested)).text)).toEqual(refusal(401, 'Invalid or expired access token'))
  })

  test('dies with its consumer, its user, a lock, a new password, and its time', async () => {
    const { db, pool } = server.storage
    const checks: [string, (userId: string) => Promise<unknown>, RegExp][] = [
      [
        'password',
        (userId) => db.transaction().execute((t) => setPassword(t, origin, userId, 'x')),
        /^Invalid or expired access token/,
      ],
      [
        'lock',
        (userId) => pool.query('update app_user set wrong_passwords = 99 where user_id = $1', [userId]),
        /^OBP-20013: /,
      ],
      [
        'deletion',
        (userId) => pool.query('update app_user set deleted_at = now() where user_id = $1', [userId]),
        /^OBP-20064: /,
      ],
      [
        'time',
        (userId) => pool.query('update oauth1_access_token set expires_at = now() where user_id = $1', [userId]),
        /^Invalid or expired access token/,
      ],
      ['consumer', () => server.services.consumers.setActive(origin, 'app', false), /^OBP-20009: /],
    ]
    for (const [, end, message] of checks) {
      const { userId } = await server.user()
      const token = await login(userId)
      expect((await ask(token)).status).toBe(200)
      await end(userId)
      const answer = await ask(token)
      expect(answer.status).toBe(401)
      expect(JSON.parse(answer.text).message).toMatch(message)
    }
    await server.services.consumers.setActive(origin, 'app', true)
  })

  test('and a request token stay dead when their consumer is enabled again', async () => {
    const { userId } = await server.user()
    const token = await login(userId)
    const [open, allowed] = [tokenOf((await initiate()).text), tokenOf((await initiate()).text)]
    const { verifier } = (await server.services.oauth1Tokens.authorise(allowed.key, asLogin(userId)))!
    for (const isActive of [false, true]) await server.services.consumers.setActive(origin, 'app', isActive)
    expect((await ask(token)).text).toContain('Invalid or expired access token')
    expect((await exchange(allowed, verifier)).status).toBe(401)
    expect(await server.services.oauth1Tokens.authorise(open.key, asLogin(userId))).toBeNull()
    expect((await ask(await login(userId))).status).toBe(200)
  })

  test('is not begun by a request that began before its consumer’s logins were ended', async () => {
    const { oauth1Tokens, loginTokens } = server.services
    const begun = (await oauth1Tokens.consumer(key))!
    await loginTokens.endAtConsumer(origin, 'app')
    expect(await oauth1Tokens.request(begun, 'oob')).toBeNull()
    expect(await oauth1Tokens.request((await oauth1Tokens.consumer(key))!, 'oob')).not.toBeNull()
  })

  test('dies with a consumer that is disabled while its exchange is under way', async () => {
    const { userId } = await server.user()
    const requested = tokenOf((await initiate()).text)
    const { verifier } = (await server.services.oauth1Tokens.authorise(requested.key, asLogin(userId)))!
    const { pool } = server.storage
    const gate = await pool.connect()
    await gate.query('begin')
    await gate.query('select from app_user where user_id = $1 for update', [userId])
    const exchanging = exchange(requested, verifier)
    await lockWaits(1)
    const disabling = server.services.consumers.setActive(origin, 'app', false)
    await lockWaits(2)
    await gate.query('commit')
    gate.release()
    const exchanged = await exchanging
    await disabling
    await server.services.consumers.setActive(origin, 'app', true)
    expect(exchanged.status).toBe(200)
    expect((await ask(tokenOf(exchanged.text))).status).toBe(401)
  })

  test('dies with a password that changes while its exchange is under way', async () => {
    const { userId } = await server.user()
    const requested = tokenOf((await initiate()).text)
    const { verifier } = (await server.services.oauth1Tokens.authorise(requested.key, asLogin(userId)))!
    const { pool, db } = server.storage
    const gate = await pool.connect()
    await gate.query('begin')
    // the foreign key of the new access token waits for this row, and nothing else does
    await gate.query(`select from consumer where consumer_id = 'app' for update`)
    const exchanging = exchange(requested, verifier)
    await lockWaits(1)
    const changing = db.transaction().execute((transaction) => setPassword(transaction, origin, userId, 'another'))
    await lockWaits(2)
    await gate.query('commit')
    gate.release()
    const exchanged = await exchanging
    await changing
    expect(exchanged.status).toBe(200)
    expect((await ask(tokenOf(exchanged.text))).status).toBe(401)
  })

  test('with a NUL, in absolute form or with an odd content type gets an answer of ours', async () => {
    const token = await login((await server.user()).userId)
    const nul = await send('GET', me, sign('GET', server.url + me, token, {}, { oauth_consumer_key: 'a\0b' }))
    expect(JSON.parse(nul.text)).toEqual(refusal(401, 'OBP-20009: Invalid consumer credentials'))
    const url = `${server.url}/oauth/initiate`
    const { port } = new URL(server.url)
    const absolute = request({
      port,
      host: '127.0.0.1',
      method: 'POST',
      path: url,
      headers: { Authorization: sign('POST', url, undefined, { oauth_callback: 'oob' }), 'Content-Type': 'foo' },
    })
    absolute.end()
    const [answer] = await once(absolute, 'response')
    answer.resume()
    expect(answer.statusCode).toBe(200)
  })

  test('says in WWW-Authenticate that it is understood', async () => {
    expect((await server.call(me)).headers.get('www-authenticate')).toMatch(/^OAuth realm="http/)
  })
})

/** Sends the form of the page. */
const submit = (token: string, fields: Record<string, string>, query = '') =>
  fetch(`${server.url}/oauth/authorize${query}`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ oauth_token: token, ...fields }),
  })

describe('the page', () => {
  const open = async (query: string, headers: Record<string, string> = {}) => {
    const response = await fetch(`${server.url}/oauth/authorize${query}`, { headers })
    return { status: response.status, text: await response.text(), headers: response.headers }
  }

  test('shows who asks, escaped, in English and Spanish, and needs no script', async () => {
    const { key: token } = tokenOf((await initiate()).text)
    const english = await open(`?oauth_token=${token}`)
    expect(english.status).toBe(200)
    expect(english.text).toContain('<html lang="en-GB">')
    expect(english.text).toContain('App &lt;b&gt;')
    expect(english.text).not.toContain('<script')
    expect(english.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(english.headers.get('x-frame-options')).toBe('DENY')
    for (const spanish of [
      await open(`?oauth_token=${token}&locale=es_ES`),
      await open(`?oauth_token=${token}`, { 'Accept-Language': 'es-ES,en;q=0.5' }),
    ])
      expect(spanish.text).toMatch(/lang="es-ES"[\s\S]*Contraseña/)
  })

  test.each([
    ['', 'There is no Token.'],
    ['?oauth_token=', 'There is no Token.'],
    ['?oauth_token=a&oauth_token=b', 'There is no Token.'],
    ['?oauth_token=nothing', 'This token does not exist'],
  ])('%s: %s', async (query, text) => {
    const page = await open(query)
    expect(page.status).toBe(400)
    expect(page.text).toContain(text)
  })

  test('gives the verifier to copy where there is no callback, and then the token is not open any more', async () => {
    const { username, userId } = await server.user()
    const token = tokenOf((await initiate()).text)
    const page = await (await submit(token.key, { username, password: testPassword, decision: 'allow' })).text()
    const [, verifier] = /<output id="verifier">(\w+)<\/output>/.exec(page)!
    expect((await open(`?oauth_token=${token.key}`)).text).toContain('Token expired')
    const access = tokenOf((await exchange(token, verifier!)).text)
    expect(JSON.parse((await ask(access)).text)).toEqual({ user_id: userId })
  })

  test('leaves a metric of who allowed it', async () => {
    const { username, userId } = await server.user()
    const { key: token } = tokenOf((await initiate()).text)
    await fetch(`${server.url}/oauth/authorize`, {
      method: 'POST',
      body: new URLSearchParams({ oauth_token: token, username, password: testPassword, decision: 'allow' }),
    })
    await server.services.metrics.flush()
    const { rows } = await server.storage.pool.query('select operation_id from metric where user_id = $1', [userId])
    expect(rows).toEqual([{ operation_id: 'oauth1Authorize' }])
  })

  test('says the same of a wrong password and an unknown name, and counts them towards the lock', async () => {
    const { username } = await server.user()
    const { key: token } = tokenOf((await initiate()).text)
    const said = async (name: string) => {
      const page = await (await submit(token, { username: name, password: 'wrong', decision: 'allow' })).text()
      return page.replace(/value="[^"]*"/g, '')
    }
    expect(await said(username)).toBe(await said('nobody.at.all'))
    for (let guess = 0; guess < 4; guess++) await said(username)
    const locked = await submit(token, { username, password: testPassword, decision: 'allow' })
    expect(locked.status).toBe(401)
    expect(await locked.text()).toContain('The account has been locked')
  })

  test('asks for the code of a second factor', async () => {
    const { username, userId } = await server.user()
    const { nextCode } = await giveSecondFactor(server, userId)
    const { key: token } = tokenOf((await initiate()).text)
    const login = { username, password: testPassword, decision: 'allow' }
    expect((await submit(token, login)).status).toBe(401)
    expect((await submit(token, { ...login, code: '000000' })).status).toBe(401)
    expect(await (await submit(token, { ...login, code: nextCode() })).text()).toContain('<output id="verifier">')
  })

  test('escapes what was typed', async () => {
    const { key: token } = tokenOf((await initiate()).text)
    const page = await (await submit(token, { username: '"><script>', password: 'x', decision: 'allow' })).text()
    expect(page).toContain('value="&quot;&gt;&lt;script&gt;"')
  })

  test('allows nothing where the user refuses', async () => {
    const { username } = await server.user()
    const { key: token } = tokenOf((await initiate('https://app.example.com/callback')).text)
    const refused = await submit(token, { username, password: testPassword, decision: 'refuse' })
    expect(refused.status).toBe(200)
    expect(await refused.text()).toContain('Access refused')
    // nobody else can allow it afterwards
    expect((await server.services.oauth1Tokens.find(token)).outcome).toBe('unknown')
    expect((await submit(token, { username, password: testPassword, decision: 'allow' })).status).toBe(400)
  })

  test('names the application in its policy, so that the browser follows the redirect', async () => {
    const { key: token } = tokenOf((await initiate('https://app.example.com/callback')).text)
    const page = await open(`?oauth_token=${token}`)
    expect(page.headers.get('content-security-policy')).toContain("form-action 'self' https://app.example.com;")
  })
})
