/** Users in v6.0.0, and the look-ups that only some versions have. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { RoleName } from '../../authorisation/roles.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { getEntitlementsAndPermissions } from './get-entitlements-and-permissions.ts'
import { getUser } from './get-user.ts'
import { getUserByUserIdV600 } from './get-user-by-user-id-v600.ts'
import { getUsersV600 } from './get-users-v600.ts'

let server: TestServer
let token: string
let powerless: string
const ids: string[] = []
beforeAll(async () => {
  server = await startTestServer({ wrongPasswordsUntilLocked: 3 })
  token = (await server.user({ '': ['CanGetAnyUser', 'CanGetEntitlementsForAnyUserAtAnyBank'] }, 'admin.of.users'))
    .token
  for (let place = 0; place < 8; place++) {
    const roles: Record<string, RoleName[]> = place === 0 ? { 'gh.29.uk': ['CanGetCustomer', 'CanGetAnyUser'] } : {}
    const user = await server.user(roles, `listed.${place}`)
    ids.push(user.userId)
    if (place === 0) powerless = user.token
  }
  // each a minute younger than the one before, and all older than the administrator
  await run(`update app_user set created_at = '2020-01-01T00:00:00Z'::timestamptz + make_interval(mins => substr(username, 8)::integer)
             where username like 'listed.%'`)
  await server.services.userDirectory.lock(origin, ids[2]!)
  await run('update app_user set wrong_passwords = 3 where user_id = $1', ids[5])
  await server.services.userDirectory.delete(origin, ids[7]!)
})
afterAll(() => server.close())

const run = (query: string, ...values: unknown[]) => server.storage.pool.query(query, values)
const get = (path: string) => server.call(`/obp/v6.0.0${path}`, { token })
const users = (...places: number[]) => places.map((place) => ids[place])

describe('getUsers v6.0.0', () => {
  test('200 with names, dates and whether the user is validated, oldest first', async () => {
    const answer = await get('/users?limit=1')
    expectDeclared(answer, getUsersV600, 200)
    expect(answer.body.users).toMatchObject([
      { user_id: ids[0], first_name: 'Test', created_date: '2020-01-01T00:00:00Z', email_validated: true, views: null },
    ])
  })

  test.each<[string, number[]]>([
    ['username=listed.3', [3]],
    ['email=LISTED.4@example.com', [4]],
    ['username=listed.3&email=listed.4@example.com', []],
    ['provider=elsewhere', []],
    ['provider=fichero&limit=2&offset=3', [3, 4]],
    ['role_name=CanGetCustomer', [0]],
    ['role_name=CanGetCustomersAtOneBank&bank_id=gh.29.uk', [0]],
    ['role_name=CanGetCustomer&bank_id=other', []],
    ['username=&locked_status=locked', [2, 5]],
    ['is_deleted=true', [7]],
    ['sort_by=username&limit=2', [6, 5]],
    ['sort_by=created_date&sort_direction=ASC&limit=2', [0, 1]],
    ['sort_by=email&sort_direction=asc&offset=6', [5, 6]],
  ])('?%s', async (query, places) => {
    const { body } = await get(`/users?${query}`)
    expect(body.users.map(({ user_id }: { user_id: string }) => user_id)).toEqual(users(...places))
  })

  test.each([
    [
      'sort_by=password_hash',
      'OBP-10042: sort_by parameter value is not in the global whitelist. Allowed values are: user_id, username, email, provider, created_date, updated_date.',
    ],
    ['sort_by=username&sort_direction=up', 'OBP-10023: '],
    ['is_deleted=maybe', 'OBP-10036: '],
    ['limit=0', 'OBP-10025: '],
  ])('400 OBP-10016 for %s', async (query, inner) => {
    const { status, body } = await get(`/users?${query}`)
    expect([status, body.message]).toEqual([
      400,
      expect.stringContaining(`OBP-10016: Incorrect filter Parameters in URL.  <- ${inner}`),
    ])
  })

  test('an updated_date that follows what is done with a user', async () => {
    const before = (await get(`/users?user_id=${ids[6]}`)).body.users[0].updated_date
    await run(`update app_user set updated_at = '2020-01-01' where user_id = $1`, ids[6])
    await server.services.userDirectory.unlock(origin, ids[6]!)
    const after = (await get(`/users?user_id=${ids[6]}`)).body.users[0].updated_date
    expect(after >= before).toBe(true)
  })
})

test('getUserByUserId v6.0.0: 200, a deleted one too, without who they were; 400 OBP-20057 for nobody', async () => {
  const answer = await get(`/users/user-id/${ids[0]}`)
  expectDeclared(answer, getUserByUserIdV600, 200)
  expect(answer.body).toMatchObject({ user_id: ids[0], username: 'listed.0', is_locked: false })
  const deleted = await get(`/users/user-id/${ids[7]}`)
  expect(deleted.body).toMatchObject({ is_deleted: true, email: '', first_name: '', username: `deleted-${ids[7]}` })
  const nobody = await get('/users/user-id/nobody')
  expect([nobody.status, nobody.body.message]).toEqual([400, expect.stringMatching(/^OBP-20057: /)])
})

test('getEntitlementsAndPermissions: 200 with the roles of somebody else; 400 OBP-20057 for nobody', async () => {
  const answer = await server.call(`/obp/v5.1.0/users/${ids[0]}/entitlements-and-permissions`, { token })
  expectDeclared(answer, getEntitlementsAndPermissions, 200)
  expect(answer.body.entitlements.list.map(({ role_name }: { role_name: string }) => role_name).sort()).toEqual([
    'CanGetAnyUser',
    'CanGetCustomer',
  ])
  expect((await server.call('/obp/v5.1.0/users/nobody/entitlements-and-permissions', { token })).status).toBe(400)
})

test('getUser v2.0.0: the users of an e-mail address in any letter case, or none', async () => {
  const answer = await server.call('/obp/v2.0.0/users/Listed.1@EXAMPLE.com', { token })
  expectDeclared(answer, getUser, 200)
  expect(answer.body.users).toMatchObject([{ user_id: ids[1] }])
  expect((await server.call('/obp/v2.0.0/users/nobody@example.com', { token })).body).toEqual({ users: [] })
})

test.each([
  ['/obp/v6.0.0/users', 'CanGetAnyUser'],
  ['/obp/v6.0.0/users/user-id/any', 'CanGetAnyUser'],
  ['/obp/v2.0.0/users/any@example.com', 'CanGetAnyUser'],
  ['/obp/v5.1.0/users/any/entitlements-and-permissions', 'CanGetEntitlementsForAnyUserAtAnyBank'],
])('%s: 401 without a login, 403 without %s in the system', async (path, role) => {
  const anonymous = await server.call(path)
  expect([anonymous.status, anonymous.body.message]).toEqual([401, expect.stringMatching(/^OBP-20001: /)])
  const forbidden = await server.call(path, { token: powerless })
  expect([forbidden.status, forbidden.body.message]).toEqual([
    403,
    `OBP-20006: User is missing one or more roles: ${role}`,
  ])
})
