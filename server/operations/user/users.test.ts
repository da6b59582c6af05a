/** Users as administrators find, lock, unlock and delete them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer, testPassword } from '../../testing/server.ts'
import { deleteUser } from './delete-user.ts'
import { getUserByProviderAndUsername } from './get-user-by-provider-and-username.ts'
import { getUserByUserId } from './get-user-by-user-id.ts'
import { getUserByUserIdV400 } from './get-user-by-user-id-v400.ts'
import { getUsers } from './get-users.ts'
import { getUsersV400 } from './get-users-v400.ts'
import { refreshUser } from './refresh-user.ts'

let server: TestServer
let admin: string
let root: string
const superAdmins: string[] = []
beforeAll(async () => {
  server = await startTestServer({ adminUsername: 'root.admin', superAdminUserIds: superAdmins })
  root = (await server.user({}, 'root.admin')).userId
  await server.bank('gh.29.uk')
  const roles = ['CanGetAnyUser', 'CanDeleteUser', 'CanLockUser', 'CanUnlockUser', 'CanReadUserLockedStatus'] as const
  admin = (await server.user({ '': [...roles, 'CanRefreshUser'] }, 'the.administrator')).token
})
afterAll(() => server.close())

const get = (path: string, token = admin) => server.call(`/obp/${path}`, { token })
const logIn = (username: string, password = testPassword) =>
  server.call('/my/logins/direct', {
    method: 'POST',
    headers: { DirectLogin: `username=${username},password=${password},consumer_key=test-consumer` },
  })
const calls = async (token: string) => (await get('v4.0.0/users/current/user_id', token)).status
const newForeigner = (provider: string, username: string, email = 'x@example.com') =>
  server.services.users.create(origin, {
    provider,
    username,
    email,
    firstName: '',
    lastName: '',
    passwordHash: null,
    isValidated: true,
  })

describe('one user', () => {
  test('is found by id, name, provider and e-mail address, in the shapes of the versions', async () => {
    const { userId, username } = await server.user({ 'gh.29.uk': ['CanGetCrmEvents'] })
    const old = await get(`v3.0.0/users/user_id/${userId}`)
    expectDeclared(old, getUserByUserId, 200)
    expect(old.body).toMatchObject({ user_id: userId, username, entitlements: { list: [{ bank_id: 'gh.29.uk' }] } })
    const byId = await get(`v4.0.0/users/user_id/${userId}`)
    expectDeclared(byId, getUserByUserIdV400, 200)
    expect(byId.body).toEqual({ ...old.body, is_deleted: false, is_locked: false })
    expect((await get(`v3.0.0/users/username/${username}`)).body).toEqual(old.body)
    expect((await get(`v5.0.0/users/username/${username}`)).body).toEqual(byId.body)
    const byProvider = await get(`v5.1.0/users/provider/fichero/username/${username}`)
    expectDeclared(byProvider, getUserByProviderAndUsername, 200)
    const email = `${username}@example.com`
    expect((await get(`v3.1.0/users/email/${email.toUpperCase()}/terminator`)).body).toEqual({ users: [old.body] })
    expect((await get(`v6.0.0/users/email/${email}/terminator`)).body).toEqual({ users: [byId.body] })
    expect((await get('v4.0.0/users/email/nobody@example.com/terminator')).body).toEqual({ users: [] })
  })

  test('of another provider is found by it, percent-encoded, and not by the name alone', async () => {
    const provider = 'https://idp.example.com/realm'
    const foreign = await newForeigner(provider, 'someone.else')
    const answer = await get(`v5.1.0/users/provider/${encodeURIComponent(provider)}/username/someone.else`)
    expect(answer.body).toMatchObject({ user_id: foreign!.userId, provider })
    expect((await get('v4.0.0/users/username/someone.else')).status).toBe(404)
  })

  test('that there is not: 400 OBP-20057 by id, 404 OBP-20027 by name', async () => {
    for (const version of ['v3.0.0', 'v4.0.0']) {
      const byId = await get(`${version}/users/user_id/nobody`)
      expect(byId.body).toEqual({
        code: 400,
        message: expect.stringMatching(/^OBP-20057: .* Current UserId\(nobody\)$/),
      })
      expect((await get(`${version}/users/username/nobody`)).body.message).toMatch(/^OBP-20027: /)
    }
    expect((await get('v5.1.0/users/provider/fichero/username/nobody')).status).toBe(404)
  })
})

describe('the list', () => {
  test('pages after its filters, and knows both kinds of lock', async () => {
    const own = await startTestServer()
    const { token } = await own.user({ '': ['CanGetAnyUser', 'CanLockUser', 'CanDeleteUser'] }, 'a.administrator')
    const users = []
    for (let n = 0; n < 6; n++) users.push(await own.user({}, `listed.${n}`))
    const names = async (query: string, version = 'v4.0.0') =>
      (await own.call(`/obp/${version}/users${query}`, { token })).body.users.map(
        ({ username }: { username: string }) => username,
      )
    await own.storage.pool.query('update app_user set wrong_passwords = 5 where user_id = $1', [users[1]!.userId])
    await own.call('/obp/v4.0.0/users/listed.3/locks', { method: 'POST', body: '', token })
    await own.call(`/obp/v4.0.0/users/${users[5]!.userId}`, { method: 'DELETE', token })
    const present = ['a.administrator', 'listed.0', 'listed.1', 'listed.2', 'listed.3', 'listed.4']
    expect(await names('')).toEqual(present)
    expect(await names('', 'v2.1.0')).toEqual(present)
    expect(await names('?limit=2&offset=1')).toEqual(['listed.0', 'listed.1'])
    expect(await names('?locked_status=locked&limit=1&offset=1')).toEqual(['listed.3'])
    expect(await names('?locked_status=active&limit=3')).toEqual(['a.administrator', 'listed.0', 'listed.2'])
    expect(await names('?locked_status=whatever')).toEqual(present)
    expect(await names('?is_deleted=true')).toEqual([`deleted-${users[5]!.userId}`])
    expect(await names('?offset=100')).toEqual([])
    const page = await own.call('/obp/v4.0.0/users?limit=1', { token })
    expectDeclared(page, { ...getUsersV400, example: { response: page.body } }, 200)
    expect(page.headers.get('range')).toBe('items=0-1')
    expect(page.headers.get('access-control-expose-headers')?.split(', ')).toContain('Range')
    const byHeaders = (version: string, headers: Record<string, string>, query = '') =>
      own.call(`/obp/${version}/users${query}`, { token, headers })
    for (const headers of [
      { obp_limit: '2', obp_offset: '1' },
      { limit: '2', offset: '1' },
    ]) {
      const { body, headers: sent } = await byHeaders('v2.1.0', headers)
      expect(body.users.map(({ username }: { username: string }) => username)).toEqual(['listed.0', 'listed.1'])
      expect(sent.get('range')).toBe('items=1-2')
      expect((await byHeaders('v4.0.0', headers)).body.users).toHaveLength(present.length)
    }
    expect((await byHeaders('v2.1.0', { obp_limit: '2' }, '?limit=3')).body.users).toHaveLength(3)
    const refused = await byHeaders('v2.1.0', { obp_limit: '0' })
    expect([refused.status, refused.body.message]).toEqual([400, expect.stringMatching(/^OBP-10016: /)])
    expect(refused.headers.has('range')).toBe(false)
    const old = await own.call('/obp/v3.0.0/users?limit=1', { token })
    expectDeclared(old, { ...getUsers, example: { response: old.body } }, 200)
    await own.close()
  })

  test.each(['?limit=0', '?offset=-1', '?is_deleted=maybe', '?limit=x'])('400 OBP-10016 for %s', async (query) => {
    const answer = await get(`v4.0.0/users${query}`)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toMatch(/^OBP-10016: /)
  })
})

describe.each([
  ['v4.0.0', (username: string) => `/obp/v4.0.0/users/${username}`],
  ['v5.1.0', (username: string) => `/obp/v5.1.0/users/fichero/${username}`],
])('a lock, %s', (_version, pathOf) => {
  const lock = (username: string, token = admin) =>
    server.call(`${pathOf(username)}/locks`, { method: 'POST', body: '', token })
  const unlock = (username: string, token = admin) =>
    server.call(`${pathOf(username)}/lock-status`, { method: 'PUT', body: '', token })

  test('is felt on the next call and the next login, and an unlock too', async () => {
    const { userId, username, token } = await server.user()
    const locked = await lock(username)
    expect(locked.status).toBe(200)
    expect(locked.body).toMatchObject({ user_id: userId, type_of_lock: 'lock_via_api' })
    expect(await calls(token)).toBe(401)
    expect((await logIn(username)).body.message).toMatch(/^OBP-20013: /)
    expect((await get(`v4.0.0/users/user_id/${userId}`)).body.is_locked).toBe(true)
    // again, and at the same moment
    expect((await Promise.all([lock(username), lock(username)])).map(({ status }) => status)).toEqual([200, 200])
    expect((await unlock(username)).status).toBe(200)
    expect(await calls(token)).toBe(200)
    expect((await logIn(username)).status).toBe(201)
    const told = (await auditOf(server, 'app_user', userId)).map(({ change }) => change)
    expect(told).toContainEqual({ updated: { locked: true } })
    expect(told).toContainEqual({ updated: { locked: false } })
  })

  test('of wrong passwords is told and taken away', async () => {
    const { username, token } = await server.user()
    for (let guess = 0; guess < 5; guess++) await logIn(username, 'wrong')
    const status = await server.call(`${pathOf(username)}/lock-status`, { token: admin })
    expect(status.body).toEqual({
      username,
      bad_attempts_since_last_success_or_reset: 5,
      last_failure_date: expect.stringMatching(/^20\d\d-.*Z$/),
    })
    expect(await calls(token)).toBe(401)
    expect((await unlock(username)).body.bad_attempts_since_last_success_or_reset).toBe(0)
    expect(await calls(token)).toBe(200)
  })

  test('403 OBP-20050 for a super admin, who is not locked; 200 by another super admin', async () => {
    const refused = await lock('root.admin')
    expect([refused.status, refused.body.message]).toEqual([403, 'OBP-20050: Current User is not a Super Admin!'])
    expect((await server.services.userDirectory.find({ userId: root, isDeleted: false }))[0]!.lockedAt).toBeNull()
    const peer = await server.user({ '': ['CanLockUser'] })
    superAdmins.push(peer.userId)
    expect((await lock('root.admin', peer.token)).status).toBe(200)
    await unlock('root.admin')
  })

  test('404 OBP-20027 for an unknown user, 401, 403 whether there is such a user or not', async () => {
    const { token, username } = await server.user()
    for (const [method, path, role] of [
      ['GET', 'lock-status', 'CanReadUserLockedStatus'],
      ['PUT', 'lock-status', 'CanUnlockUser'],
      ['POST', 'locks', 'CanLockUser'],
    ] as const) {
      const ask = (name: string, as: string) =>
        server.call(`${pathOf(name)}/${path}`, {
          method,
          ...(method !== 'GET' && { body: '' }),
          ...(as && { token: as }),
        })
      expect((await ask('nobody.here', admin)).body.message).toMatch(/^OBP-20027: /)
      expect((await ask(username, '')).status).toBe(401)
      for (const name of [username, 'nobody.here'])
        expect((await ask(name, token)).body.message).toBe(`OBP-20006: User is missing one or more roles: ${role}`)
    }
  })
})

test('a user whom nobody ever failed to be has no date of failure', async () => {
  const { username } = await server.user()
  expect((await get(`v4.0.0/users/${username}/lock-status`)).body).toEqual({
    username,
    bad_attempts_since_last_success_or_reset: 0,
    last_failure_date: null,
  })
})

describe('deleteUser', () => {
  const remove = (userId: string, token = admin) =>
    server.call(`/obp/v4.0.0/users/${userId}`, { method: 'DELETE', ...(token && { token }) })

  test('200 and true: who they were is gone everywhere, and their row stays', async () => {
    const { userId, username, token } = await server.user({ 'gh.29.uk': ['CanGetCrmEvents'] })
    await server.call('/obp/v3.0.0/entitlement-requests', { token, body: { bank_id: '', role_name: 'CanGetAnyUser' } })
    expectDeclared(await remove(userId), deleteUser, 200)
    expect(await calls(token)).toBe(401)
    expect((await logIn(username)).status).toBe(401)
    const record = await get(`v4.0.0/users/user_id/${userId}`)
    expect(record.body).toMatchObject({ user_id: userId, email: '', is_deleted: true, entitlements: { list: [] } })
    expect((await get('v3.0.0/entitlement-requests')).status).toBe(403)
    // nothing in the database names them, but rows of logins that are gone and of roles by their id
    const { rows } = await server.storage.pool.query(
      `select change::text from audit_event where change::text like $1
       union all select username || email || first_name from app_user where username like $1 or email like $1`,
      [`%${username}%`],
    )
    expect(rows).toEqual([])
    expect((await auditOf(server, 'app_user', userId)).at(-1)).toMatchObject({ operation_id: deleteUser.id })
  })

  test('of a foreign user keeps the name that the provider has, so that their tokens are refused', async () => {
    const foreign = await newForeigner('https://idp.example.com', 'sub-1')
    await remove(foreign!.userId)
    expect(await server.services.users.withName('https://idp.example.com', 'sub-1')).toBeNull()
    const [record] = await server.services.userDirectory.find({ userId: foreign!.userId, isDeleted: true })
    expect(record).toMatchObject({ username: 'sub-1', email: '' })
  })

  test('of two at once one deletes; 400 OBP-20057 for who is not there any more; 401; 403', async () => {
    const { userId, token } = await server.user()
    expect((await remove(userId, '')).status).toBe(401)
    expect((await remove(userId, token)).status).toBe(403)
    const answers = await Promise.all([remove(userId), remove(userId)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
    expect((await remove('nobody')).body.message).toMatch(/^OBP-20057: /)
  })
})

test('refreshUser: 201 and no time; 400 for nobody', async () => {
  const { userId } = await server.user()
  const ask = (id: string, token = admin) => server.call(`/obp/v3.1.0/users/${id}/refresh`, { body: '', token })
  expectDeclared(await ask(userId), refreshUser, 201)
  expect((await ask('nobody')).body.message).toMatch(/^OBP-20057: /)
  expect((await ask(userId, (await server.user()).token)).status).toBe(403)
})

test('401 and 403 for every look-up', async () => {
  const { token } = await server.user()
  for (const path of [
    'v4.0.0/users',
    'v2.1.0/users',
    'v3.0.0/users/user_id/x',
    'v4.0.0/users/user_id/x',
    'v3.0.0/users/email/x/terminator',
    'v4.0.0/users/email/x/terminator',
    'v3.0.0/users/username/x',
    'v4.0.0/users/username/x',
    'v5.1.0/users/provider/x/username/x',
  ]) {
    expect((await server.call(`/obp/${path}`)).status).toBe(401)
    expect((await get(path, token)).body.message).toBe('OBP-20006: User is missing one or more roles: CanGetAnyUser')
  }
})
