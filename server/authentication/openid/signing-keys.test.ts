import { createLocalJWKSet, decodeProtectedHeader, jwtVerify } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openApp } from '../../app.ts'
import { openLog } from '../../observation/log.ts'
import { openServices } from '../../services.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { keyEncryption } from '../secrets/key-encryption.ts'
import { openid } from './openid.ts'
import { signingKeys } from './signing-keys.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const kidsOf = async ({ services }: TestServer) => (await services.signingKeys.all()).map(({ kid }) => kid)

/** Puts the instants from which keys sign somewhere else, the oldest key first. */
async function signFrom(...ages: string[]) {
  const { rows } = await server.storage.pool.query('select kid from openid_signing_key order by signs_from')
  for (const [place, age] of ages.entries())
    await server.storage.pool.query('update openid_signing_key set signs_from = now() + $2::interval where kid = $1', [
      rows[place].kid,
      age,
    ])
}

const published = async () => JSON.parse((await server.call('/openid/jwks')).text)

/** A token as the provider writes it, whether or not a row of ours stands behind it. */
const write = () =>
  openid({
    ...server.services,
    storage: server.storage,
    publicUrl: () => server.url,
    log: openLog('silent'),
  }).accessTokens.write({ jti: 'id', accountId: 'user', clientId: 'app', scope: 'openid', remainingTTL: 3600 })

describe('keys follow each other', () => {
  test('the next one is published before it signs, and the one before it stays published after', async () => {
    const [first] = await kidsOf(server)
    expect(await kidsOf(server)).toEqual([first])
    const token = await write()
    expect(decodeProtectedHeader(token).kid).toBe(first)

    await signFrom('-28 days')
    const [still, next] = await kidsOf(server)
    expect(still).toBe(first)
    expect(next).not.toBe(first)
    expect((await published()).keys.map(({ kid }: { kid: string }) => kid)).toEqual([first, next])
    expect(decodeProtectedHeader(await write()).kid).toBe(first)

    await signFrom('-30 days', '-1 hour')
    expect(await kidsOf(server)).toEqual([next, first])
    expect(decodeProtectedHeader(await write()).kid).toBe(next)
    // what the old one signed is as good as before
    await expect(jwtVerify(token, createLocalJWKSet(await published()))).resolves.toMatchObject({
      payload: { sub: 'user' },
    })
    expect(await server.services.signingKeys.publicKey(first!)).not.toBeNull()

    await signFrom('-32 days', '-2 days')
    expect(await kidsOf(server)).toEqual([next])
    expect(await server.services.signingKeys.publicKey(first!)).toBeNull()
    await expect(jwtVerify(token, createLocalJWKSet(await published()))).rejects.toThrow()
  })

  test('after a long rest a new one signs at once, and the row of the old one goes', async () => {
    const [first] = await kidsOf(server)
    await signFrom('-1 year')
    const [signs] = await kidsOf(server)
    expect(signs).not.toBe(first)
    await signFrom('-1 year', '-28 days')
    await kidsOf(server)
    const rows = await server.storage.db.selectFrom('openid_signing_key').select('kid').execute()
    expect(rows.map(({ kid }) => kid)).not.toContain(first)
  })
})

test('nodes that start at once make one key', async () => {
  const nodes = Array.from({ length: 4 }, () => openServices(server.settings, server.storage).signingKeys)
  const all = await Promise.all(nodes.map((keys) => keys.all()))
  expect(new Set(all.flat().map(({ kid }) => kid)).size).toBe(1)
  expect(await server.storage.db.selectFrom('openid_signing_key').select('kid').execute()).toHaveLength(1)
})

test('two nodes of one database publish the same, and a rotation on one reaches the other at once', async () => {
  const app = openApp(openServices(server.settings, server.storage), server.storage, openLog('silent'))
  const url = await app.listen({ port: 0 })
  const of = async () => (await fetch(`${url}/openid/jwks`)).json()
  expect(await of()).toEqual(await published())
  await signFrom('-28 days')
  expect((await published()).keys).toHaveLength(2)
  expect(await of()).toEqual(await published())
  await app.close()
})

test('a key that was encrypted with another secret is refused, in words for the operator', async () => {
  await kidsOf(server)
  const other = signingKeys(server.storage, () =>
    keyEncryption({ keyEncryptionKey: Buffer.alloc(32, 9), dataDirectory: '/nowhere' }),
  )
  await expect(other.all()).rejects.toThrow(
    'KEY_ENCRYPTION_KEY is not the key that the secrets in the database were encrypted with: set it to that key, or leave it out where that key is in DATA_DIR.',
  )
})
