import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { artifacts } from '../../authentication/openid/artifacts.ts'
import { consents } from '../../authentication/openid/consents.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { insertConsumer } from '../../testing/consumers.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer, testPasswordHash } from '../../testing/server.ts'
import { deleteMyAuthorizedApplication } from './delete-my-authorized-application.ts'
import { getMyAuthorizedApplications } from './get-my-authorized-applications.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  for (const id of ['shop', 'Agenda']) await insertConsumer(server, id, { app_name: id })
})
afterAll(() => server.close())

const path = '/obp/v6.0.0/my/authorized-applications'
const list = (token: string) => server.call(path, { token })
const remove = (consumerId: string, token?: string) =>
  server.call(`${path}/${consumerId}`, { method: 'DELETE', ...(token && { token }) })
const names = async (token: string) =>
  (await list(token)).body.authorized_applications.map(({ app_name }: { app_name: string }) => app_name)

/** Lets an application call for a user in every way that there is, and gives what says whether each still may. */
async function authorize(userId: string, id: string) {
  const { tokens, oauth1Tokens, consumers } = server.services
  const consumer = (await consumers.withKey(`key-of-${id}`))!
  const login = { user: { userId }, passwordHash: testPasswordHash }
  const direct = (await tokens.issue(userId, consumer, testPasswordHash))!
  const asking = (await oauth1Tokens.consumer(consumer.consumer_key))!
  const requests = [await oauth1Tokens.request(asking, 'oob'), await oauth1Tokens.request(asking, 'oob')]
  const verifiers = [
    (await oauth1Tokens.authorise(requests[0]!.token, login))!.verifier,
    (await oauth1Tokens.authorise(requests[1]!.token, login))!.verifier,
  ]
  const signed = (await oauth1Tokens.exchange(requests[0]!.token, verifiers[0]!, id))!
  const grant = randomUUID()
  const grants = artifacts(server.storage, server.settings, () => {})('Grant')
  const iat = Math.floor(Date.now() / 1000)
  await grants.upsert(grant, { accountId: userId, clientId: consumer.consumer_key, iat }, 60)
  await consents(server.storage).remember(origin, userId, consumer.consumer_key, ['openid', 'email'])
  return async () => [
    (await tokens.session(direct)) !== null,
    (await oauth1Tokens.session(signed.token)) !== null,
    (await grants.find(grant)) !== undefined,
    (await consents(server.storage).scopes(userId, consumer.consumer_key)) !== null,
    (await oauth1Tokens.requestSecret(requests[1]!.token, id)) !== null,
  ]
}
const all = (value: boolean) => Array.from({ length: 5 }, () => value)

describe('getMyAuthorizedApplications', () => {
  test('200 with those that may call for the caller, by name, whatever way they came in', async () => {
    const { token, userId } = await server.user()
    await authorize(userId, 'shop')
    await authorize((await server.user()).userId, 'Agenda')
    const answer = await list(token)
    const [shop] = answer.body.authorized_applications
    expectDeclared({ ...answer, body: { authorized_applications: [shop] } }, getMyAuthorizedApplications, 200)
    expect(answer.body.authorized_applications).toMatchObject([
      { consumer_id: 'shop', app_name: 'shop', redirect_url: 'https://shop.example.com', scopes: ['openid', 'email'] },
      { consumer_id: await testConsumerId(server), app_name: 'Tests', scopes: [] },
    ])
    for (const { authorized } of answer.body.authorized_applications)
      expect(Math.abs(Date.now() - Date.parse(authorized))).toBeLessThan(60_000)
  })

  test.each<[string, (userId: string) => Promise<unknown>]>([
    ['a DirectLogin token', (userId) => insert('login_token', { token_hash: hash(), user_id: userId })],
    [
      'an OAuth 1.0a token',
      (userId) => insert('oauth1_access_token', { token_hash: hash(), sealed_secret: hash(), user_id: userId }),
    ],
    [
      'a grant of OpenID Connect',
      (userId) =>
        artifacts(server.storage, server.settings, () => {})('Grant').upsert(
          randomUUID(),
          { accountId: userId, clientId: 'key-of-shop', iat: 1_700_000_000 },
          60,
        ),
    ],
    ['a consent', (userId) => consents(server.storage).remember(origin, userId, 'key-of-shop', ['openid'])],
  ])('%s alone is enough, and none that has expired', async (_what, give) => {
    const { token, userId } = await server.user()
    await give(userId)
    expect(await names(token)).toEqual(['shop', 'Tests'])
    for (const table of ['login_token', 'oauth1_access_token', 'openid_artifact'])
      await server.storage.pool.query(
        `update ${table} set expires_at = now() - interval '1 s'
         where user_id = $1 and ${table === 'openid_artifact' ? 'true' : `consumer_id = 'shop'`}`,
        [userId],
      )
    expect(await names(token)).toEqual(_what === 'a consent' ? ['shop', 'Tests'] : ['Tests'])
  })

  test('a grant of a login that has ended is none', async () => {
    const { token, userId } = await server.user()
    await authorize(userId, 'Agenda')
    await server.storage.pool.query(`update openid_artifact set login_mark = sha256('another') where user_id = $1`, [
      userId,
    ])
    for (const table of ['login_token', 'oauth1_access_token', 'openid_consent'])
      await server.storage.pool.query(`delete from ${table} where user_id = $1 and consumer_id = 'Agenda'`, [userId])
    expect(await names(token)).toEqual(['Tests'])
  })
})

describe('deleteMyAuthorizedApplication', () => {
  test('204: whatever that application had of the caller has ended, and nothing else', async () => {
    const [user, other] = [await server.user(), await server.user()]
    const withdrawn = await authorize(user.userId, 'shop')
    const kept = [await authorize(user.userId, 'Agenda'), await authorize(other.userId, 'shop')]
    expect(await withdrawn()).toEqual(all(true))
    expectDeclared(await remove('shop', user.token), deleteMyAuthorizedApplication, 204)
    expect(await withdrawn()).toEqual(all(false))
    for (const alive of kept) expect(await alive()).toEqual(all(true))
    expect(await names(user.token)).toEqual(['Agenda', 'Tests'])
    // and it can be allowed again
    expect(await (await authorize(user.userId, 'shop'))()).toEqual(all(true))
  })

  test('of five at once each is answered, and the audit trail tells of it once', async () => {
    const user = await server.user()
    await authorize(user.userId, 'Agenda')
    const answers = await Promise.all(Array.from({ length: 5 }, () => remove('Agenda', user.token)))
    for (const { status } of answers) expect(status).toBe(204)
    const trail = await auditOf(server, 'authorized_application', 'Agenda')
    expect(trail.filter(({ user_id }) => user_id === user.userId)).toMatchObject([
      { operation_id: deleteMyAuthorizedApplication.id, change: { deleted: { user_id: user.userId } } },
    ])
  })

  test('one may withdraw the very application one calls with, and that was the last call', async () => {
    const user = await server.user()
    expect((await remove(await testConsumerId(server), user.token)).status).toBe(204)
    expect((await list(user.token)).status).toBe(401)
  })

  test('204 where that application has nothing of the caller, or is none, and no word of it in the audit trail', async () => {
    const { token } = await server.user()
    for (const id of ['Agenda', 'nobody']) expect((await remove(id, token)).status).toBe(204)
    expect(await auditOf(server, 'authorized_application', 'nobody')).toEqual([])
  })
})

test.each([
  ['GET', path],
  ['DELETE', `${path}/shop`],
])('%s %s: 401 without a login', async (method, at) => {
  const answer = await server.call(at, { method })
  expect([answer.status, answer.body.message]).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
})

const hash = () => Buffer.from(randomUUID().replaceAll('-', ''))
const insert = (table: 'login_token' | 'oauth1_access_token', values: Record<string, unknown>) =>
  server.storage.db
    .insertInto(table)
    .values({ ...values, consumer_id: 'shop', expires_at: '2999-01-01T00:00:00Z' } as never)
    .execute()
