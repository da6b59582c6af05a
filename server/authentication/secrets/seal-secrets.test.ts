/** The secrets that calls are signed with, in the database: sealed, whoever wrote them there. */
import { createHmac, hash, randomUUID } from 'node:crypto'
import OAuth1a from 'oauth-1.0a'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openStorage } from '../../storage/pool.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { startTestServer, type TestServer, testPasswordHash } from '../../testing/server.ts'
import { keyEncryption } from './key-encryption.ts'
import { sealSecrets } from './seal-secrets.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
  await insertConsumer(server, 'app', { app_type: 'Confidential' })
})
afterEach(() => server.close())

const app = { key: 'key-of-app', secret: 'secret-of-app' }
const run = async (text: string, ...values: unknown[]) => (await server.storage.pool.query(text, values)).rows
const encryption = () => server.services.encryption()

/** An access token of a new user at the app. */
async function accessToken() {
  const { userId } = await server.user()
  const tokens = server.services.oauth1Tokens
  const consumer = await tokens.consumer(app.key)
  const requested = await tokens.request(consumer!, 'oob')
  const allowed = await tokens.authorise(requested!.token, { user: { userId }, passwordHash: testPasswordHash })
  return (await tokens.exchange(requested!.token, allowed!.verifier, consumer!.consumerId))!
}

async function signedCall({ token, secret }: { token: string; secret: string }): Promise<number> {
  const url = `${server.url}/obp/v4.0.0/users/current/user_id`
  const client = new OAuth1a({
    consumer: app,
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  })
  const signed = client.authorize({ method: 'GET', url, data: {} }, { key: token, secret })
  return (await fetch(url, { headers: { ...client.toHeader(signed) } })).status
}

/** Puts the secrets into the database as versions before sealing did. */
async function inTheClear({ token, secret }: { token: string; secret: string }) {
  await run(`update consumer set clear_secret = $1, sealed_secret = null where consumer_id = 'app'`, app.secret)
  await run(
    'update oauth1_access_token set clear_secret = $1, sealed_secret = null where token_hash = $2',
    secret,
    hash('sha256', token, 'buffer'),
  )
}

/** All that the database holds, as text. */
async function everything(): Promise<string> {
  const tables = await run(`select tablename from pg_tables where schemaname = 'public'`)
  const rows = await Promise.all(tables.map(({ tablename }) => run(`select t::text as row from ${tablename} t`)))
  return rows
    .flat()
    .map(({ row }) => row)
    .join('\n')
}
/** Also as PostgreSQL writes bytes. */
const hides = (text: string, secret: string) =>
  [secret, Buffer.from(secret).toString('hex'), Buffer.from(secret).toString('base64')].every(
    (form) => !text.includes(form),
  )

test('no secret of a consumer or a token stands in the database', async () => {
  const created = await server.services.consumers.create(
    { operationId: 'test', correlationId: 'test', userId: null, consumerId: null },
    {
      key: randomUUID(),
      secret: 'a-secret-that-was-made-for-this-test',
      appName: 'Sealed',
      appType: 'Confidential',
      description: '',
      developerEmail: '',
      redirectUrl: '',
      clientCertificate: '',
      createdByUserId: null,
      isActive: true,
    },
  )
  const access = await accessToken()
  const requested = await server.services.oauth1Tokens.request(
    { consumerId: created.consumer_id, loginGeneration: created.login_generation },
    'oob',
  )
  const text = await everything()
  expect(text).toContain(created.consumer_key)
  for (const secret of [created.consumer_secret, access.secret, requested!.secret])
    expect(hides(text, secret)).toBe(true)
  expect((await server.services.consumers.withKey(created.consumer_key))!.consumer_secret).toBe(created.consumer_secret)
})

test('what was kept in the clear is sealed by a start, and goes on counting', async () => {
  const access = await accessToken()
  await inTheClear(access)
  expect(hides(await everything(), access.secret)).toBe(false)
  expect(await sealSecrets(server.storage, await encryption())).toBe(2)
  const text = await everything()
  for (const secret of [app.secret, access.secret]) expect(hides(text, secret)).toBe(true)
  expect(await signedCall(access)).toBe(200)
  expect(await sealSecrets(server.storage, await encryption())).toBe(0)
})

test('of nodes that start at once each secret is sealed once; more of them than one portion, too', async () => {
  const access = await accessToken()
  await inTheClear(access)
  await run(`
    insert into oauth1_access_token (token_hash, clear_secret, user_id, consumer_id, expires_at)
    select sha256(n::text::bytea), 'secret-' || n, user_id, consumer_id, expires_at
    from oauth1_access_token, generate_series(1, 2100) n`)
  const other = openStorage({
    connection: server.connection,
    size: 2,
    connectTimeout: 20_000,
    queryTimeout: 20_000,
    onError: () => {},
  })
  const sealed = await Promise.all(
    [server.storage, other, server.storage].map(async (storage) => sealSecrets(storage, await encryption())),
  )
  await other.close()
  expect(sealed.toSorted()).toEqual([0, 0, 2102])
  expect(await run('select from oauth1_access_token where clear_secret is not null')).toHaveLength(0)
  expect(await signedCall(access)).toBe(200)
  const [row] = await run('select sealed_secret from oauth1_access_token where token_hash = sha256($1)', '2100')
  const name = hash('sha256', '2100')
  expect((await encryption()).tokenSecrets.open(row.sealed_secret, name).toString()).toBe('secret-2100')
})

test('another key is refused before it seals anything, in words for the operator', async () => {
  const access = await accessToken()
  await inTheClear(access)
  await insertConsumer(server, 'sealed')
  const other = await keyEncryption({ keyEncryptionKey: Buffer.alloc(32, 9), dataDirectory: '/nowhere' })
  await expect(sealSecrets(server.storage, other)).rejects.toThrow(
    'KEY_ENCRYPTION_KEY is not the key that the secrets in the database were encrypted with: set it to that key, or leave it out where that key is in DATA_DIR.',
  )
  expect(await run('select from oauth1_access_token where clear_secret is not null')).toHaveLength(1)
})

test('a secret that was moved to another row does not count there', async () => {
  const access = await accessToken()
  await insertConsumer(server, 'other')
  await run(`update consumer set sealed_secret = (select sealed_secret from consumer where consumer_id = 'other')
             where consumer_id = 'app'`)
  expect(await signedCall(access)).toBe(500)
})

test('a consumer whose secret was given up signs no call, and is no client of OpenID Connect', async () => {
  const access = await accessToken()
  expect(await signedCall(access)).toBe(200)
  await run('update consumer set sealed_secret = null')
  expect(await signedCall(access)).toBe(401)
  const answer = await fetch(`${server.url}/openid/token`, {
    method: 'POST',
    headers: { Authorization: `Basic ${btoa(`${app.key}:${app.secret}`)}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  })
  expect([answer.status, (await answer.json()) as object]).toEqual([
    401,
    expect.objectContaining({ error: 'invalid_client' }),
  ])
})
