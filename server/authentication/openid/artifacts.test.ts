import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertConsumer } from '../../testing/consumers.ts'
import { origin, startTestServer, type TestServer, testPasswordHash } from '../../testing/server.ts'
import { setPassword } from '../users/users.ts'
import { accessTokens } from './access-tokens.ts'
import { artifacts } from './artifacts.ts'
import { clients } from './clients.ts'
import { consents } from './consents.ts'
import { asVerified, keepUser, loginMark, withLoginsOfRequest } from './marks.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const adapter = (kind: string) => artifacts(server.storage, { wrongPasswordsUntilLocked: 5 }, () => {})(kind)

describe('what a request writes for a login that ended while it ran', () => {
  test.each<[string, (userId: string) => Promise<unknown>]>([
    ['every login was ended', (userId) => server.services.userDirectory.endLogins(origin, userId)],
    [
      'the password was changed',
      (userId) => server.storage.db.transaction().execute((t) => setPassword(t, origin, userId, 'another')),
    ],
  ])('does not count, where %s', async (_what, end) => {
    const { userId } = await server.user()
    const [sessions, grants] = [adapter('Session'), adapter('Grant')]
    const [session, grant, later] = [randomUUID(), randomUUID(), randomUUID()]
    await sessions.upsert(session, { accountId: userId, uid: randomUUID() }, 60)
    await withLoginsOfRequest(async () => {
      const payload = (await sessions.find(session))!
      expect(payload).toMatchObject({ accountId: userId })
      await end(userId)
      await sessions.upsert(session, payload, 60)
      await grants.upsert(grant, { accountId: userId }, 60)
    })
    expect([await sessions.find(session), await grants.find(grant)]).toEqual([undefined, undefined])
    // and a login that begins afterwards does
    await sessions.upsert(later, { accountId: userId, uid: randomUUID() }, 60)
    expect(await sessions.find(later)).toMatchObject({ accountId: userId })
  })
})

describe('what a request writes at a consumer whose logins ended while it ran', () => {
  const clientId = 'key-of-shop'
  const find = () =>
    clients(
      server.services.consumers,
      server.settings,
      () => server.url,
      () => origin,
    ).find(clientId)
  const ends: [string, () => Promise<unknown>][] = [
    ['they were ended', () => server.services.loginTokens.endAtConsumer(origin, 'shop')],
    [
      'it was disabled and enabled',
      async () => {
        for (const isActive of [false, true]) await server.services.consumers.setActive(origin, 'shop', isActive)
      },
    ],
  ]
  beforeAll(() => insertConsumer(server, 'shop'))

  test.each(ends)('does not count, where %s', async (_what, end) => {
    const { userId } = await server.user()
    const kinds = ['Grant', 'AuthorizationCode', 'RefreshToken', 'ClientCredentials'] as const
    const write = async () => {
      const ids = kinds.map((kind) => [kind, randomUUID()] as const)
      for (const [kind, id] of ids)
        await adapter(kind).upsert(id, { clientId, ...(kind !== 'ClientCredentials' && { accountId: userId }) }, 60)
      return ids
    }
    const alive = async (ids: Awaited<ReturnType<typeof write>>) =>
      Promise.all(
        ids.map(
          async ([kind, id]) =>
            (await adapter(kind).find(kind === 'ClientCredentials' ? asVerified(id) : id)) !== undefined,
        ),
      )
    const [before, late] = await withLoginsOfRequest(async () => {
      await find()
      const written = await write()
      expect(await alive(written)).toEqual(kinds.map(() => true))
      await end()
      return [written, await write()]
    })
    expect([await alive(before), await alive(late)]).toEqual([kinds.map(() => false), kinds.map(() => false)])
    // and what is written afterwards does
    const after = await withLoginsOfRequest(async () => {
      await find()
      return write()
    })
    expect(await alive(after)).toEqual(kinds.map(() => true))
  })

  test.each(ends)('is no access token for a call, where %s', async (_what, end) => {
    const { userId } = await server.user()
    const { signingKeys } = server.services
    const { trusted } = accessTokens(server.storage, signingKeys, () => ({ issuer: '', audience: '' }), {
      ...server.settings,
      provider: '',
    })
    const write = async () => {
      const [grantId, jti] = [randomUUID(), randomUUID()]
      await adapter('Grant').upsert(grantId, { clientId, accountId: userId }, 60)
      await adapter('AccessToken').upsert(jti, { clientId, accountId: userId, grantId }, 60)
      return trusted.callerOf!({ jti })
    }
    await withLoginsOfRequest(async () => {
      await find()
      expect(await write()).toMatchObject({ user: { userId } })
      await end()
      expect(await write()).toBeNull()
    })
    expect(await write()).toMatchObject({ user: { userId } })
  })

  test.each(ends)('is no consent either, where %s', async (_what, end) => {
    const { userId } = await server.user()
    const { remember, scopes } = consents(server.storage)
    await withLoginsOfRequest(async () => {
      await find()
      await end()
      await remember(origin, userId, clientId, ['openid'])
    })
    expect(await scopes(userId, clientId)).toBeNull()
    await withLoginsOfRequest(async () => {
      await find()
      await remember(origin, userId, clientId, ['openid'])
    })
    expect(await scopes(userId, clientId)).toEqual(['openid'])
  })

  test('nor is it of a user whose own logins ended meanwhile', async () => {
    const { userId } = await server.user()
    const { remember, scopes } = consents(server.storage)
    await withLoginsOfRequest(async () => {
      keepUser(userId, loginMark({ passwordHash: testPasswordHash, generation: 0 }))
      await server.services.userDirectory.endLogins(origin, userId)
      await remember(origin, userId, clientId, ['openid'])
    })
    expect(await scopes(userId, clientId)).toBeNull()
  })
})

test('an access token is found by a JWT that was verified, not by its id', async () => {
  const { userId } = await server.user()
  const id = randomUUID()
  await adapter('AccessToken').upsert(id, { accountId: userId }, 60)
  for (const asked of [id, `verified:${id}`, `:${id}`]) expect(await adapter('AccessToken').find(asked)).toBeUndefined()
})
