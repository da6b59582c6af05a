import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { setPassword } from '../users.ts'
import { artifacts } from './artifacts.ts'
import { loginsOfRequest } from './marks.ts'

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
    await loginsOfRequest.run(new Map(), async () => {
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

test('an access token is found by a JWT that was verified, not by its id', async () => {
  const { userId } = await server.user()
  const id = randomUUID()
  await adapter('AccessToken').upsert(id, { accountId: userId }, 60)
  for (const asked of [id, `verified:${id}`, `:${id}`]) expect(await adapter('AccessToken').find(asked)).toBeUndefined()
})
