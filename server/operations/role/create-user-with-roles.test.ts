import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../authorisation/roles.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { createUserWithRoles } from './create-user-with-roles.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ adminUsername: 'root.admin' })
  await server.bank('gh.29.uk')
  await server.bank('other.bank')
})
afterAll(() => server.close())

const provider = 'dauth.example'
const kyc = { bank_id: 'gh.29.uk', role_name: 'CanAddKycCheck' }
const crm = { bank_id: 'gh.29.uk', role_name: 'CanGetCrmEvents' }
const somebody = () => `0x${crypto.randomUUID().replaceAll('-', '')}`
const create = (body: unknown, token?: string) =>
  server.call('/obp/v4.0.0/user-entitlements', { body, ...(token && { token }) })
const granter = () => server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
const userNamed = (username: string) => server.services.users.withName(provider, username)
const rolesOf = async (username: string) => {
  const user = await userNamed(username)
  return user && (await server.services.entitlements.ofUser(user.userId)).map(({ roleName }) => roleName)
}

describe('createUserWithRoles', () => {
  test('201 with the entitlements of a new user', async () => {
    const { token } = await granter()
    const username = somebody()
    const answer = await create(
      { username, provider, roles: [kyc, { bank_id: '', role_name: 'CanGetAnyUser' }] },
      token,
    )
    expectDeclared(answer, createUserWithRoles, 201)
    const id = expect.stringMatching(/^[0-9a-f-]{36}$/)
    expect(answer.body).toEqual({
      list: [
        { entitlement_id: id, ...kyc },
        { entitlement_id: id, bank_id: '', role_name: 'CanGetAnyUser' },
      ],
    })
    expect(await rolesOf(username)).toEqual(['CanAddKycCheck', 'CanGetAnyUser'])
  })

  test('201 for a user who is there already, who keeps what they had', async () => {
    const { token } = await granter()
    const username = somebody()
    await create({ username, provider, roles: [kyc] }, token)
    const before = await userNamed(username)
    expect((await create({ username, provider, roles: [crm] }, token)).body.list).toMatchObject([crm])
    expect(await userNamed(username)).toEqual(before)
    expect(await rolesOf(username)).toEqual(['CanAddKycCheck', 'CanGetCrmEvents'])
  })

  test('400 OBP-10001 where a role is passed on for longer than the caller holds it, by which nobody is made', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanAddKycCheck'] })
    await server.storage.pool.query(`update entitlement set expires_at = '2099-01-01T00:00:00Z' where user_id = $1`, [
      userId,
    ])
    const username = somebody()
    const answer = await create({ username, provider, roles: [kyc] }, token)
    expect([answer.status, answer.body.message]).toEqual([
      400,
      'OBP-10001: Incorrect json format. expires must be at most 2099-01-01T00:00:00Z: your right to give this role ends then.',
    ])
    expect(await userNamed(username)).toBeNull()
    const roles = [{ ...kyc, expires: '2098-12-31' }]
    expect((await create({ username, provider, roles }, token)).body.list).toMatchObject([
      { ...kyc, expires: '2098-12-31T00:00:00Z' },
    ])
  })

  test('the new user has no password, and the audit trail tells who made them and gave the roles', async () => {
    const { token, userId: granterId } = await granter()
    const username = somebody()
    const { body, headers } = await create({ username, provider, roles: [kyc] }, token)
    const { userId } = (await userNamed(username))!
    const row = await server.storage.db
      .selectFrom('app_user')
      .select(['password_hash', 'provider'])
      .where('user_id', '=', userId)
      .executeTakeFirst()
    expect(row).toEqual({ password_hash: null, provider })
    const call = {
      user_id: granterId,
      consumer_id: await testConsumerId(server),
      operation_id: 'OBPv4.0.0-createUserWithRoles',
      correlation_id: headers.get('correlation-id'),
    }
    expect(await auditOf(server, 'app_user', userId)).toEqual([
      {
        ...call,
        bank_id: '',
        change: { created: { provider, username, email: '', first_name: '', last_name: '' } },
      },
    ])
    expect(await auditOf(server, 'entitlement', body.list[0].entitlement_id)).toEqual([
      { ...call, bank_id: 'gh.29.uk', change: { created: { user_id: userId, role_name: 'CanAddKycCheck' } } },
    ])
  })

  test('201 for a super admin without any role', async () => {
    const { token } = await server.user({}, 'root.admin')
    expect((await create({ username: somebody(), provider, roles: [kyc] }, token)).status).toBe(201)
  })

  test('201 for roles that the caller holds, under either name; 400 OBP-30220 names the others', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanAddKycCheck', 'CanGetCustomer'], '': ['CanGetAnyUser'] })
    const own = [
      kyc,
      { bank_id: 'gh.29.uk', role_name: 'CanGetCustomersAtOneBank' },
      { bank_id: '', role_name: 'CanGetAnyUser' },
    ]
    expect((await create({ username: somebody(), provider, roles: own }, token)).status).toBe(201)

    const username = somebody()
    const answer = await create({ username, provider, roles: [kyc, { ...kyc, bank_id: 'other.bank' }, crm] }, token)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe(
      'OBP-30220: Entitlement cannot be granted. The login user does not have the following roles: (CanAddKycCheck,other.bank), (CanGetCrmEvents,gh.29.uk)',
    )
    expect(await userNamed(username)).toBeNull()
  })

  test('CanCreateEntitlementAtOneBank is not enough', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    const answer = await create({ username: somebody(), provider, roles: [kyc] }, token)
    expect(answer.body.message).toMatch(/^OBP-30220: /)
  })

  test('401 without a login', async () => {
    const answer = await create({ username: somebody(), provider, roles: [kyc] })
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test.each([
    [{ provider, roles: [kyc] }, 'username is missing.'],
    [{ username: 'x', roles: [kyc] }, 'provider is missing.'],
    [{ username: 'x', provider }, 'roles is missing.'],
    [{ username: '', provider, roles: [kyc] }, 'username must be a text of 1 to 100 characters.'],
    [{ username: 'x'.repeat(101), provider, roles: [kyc] }, 'username must be a text of 1 to 100 characters.'],
    [{ username: 'x', provider: {}, roles: [kyc] }, 'provider must be a text of at most 512 characters.'],
    [{ username: 'x', provider, roles: 'CanAddKycCheck' }, 'roles must be a list of 1 to 1000 items.'],
    [{ username: 'x', provider, roles: [] }, 'roles must be a list of 1 to 1000 items.'],
    [{ username: 'x', provider, roles: null }, 'roles must be a list of 1 to 1000 items.'],
    [{ username: 'x', provider, roles: [{ bank_id: '' }] }, 'roles[0].role_name is missing.'],
    [
      { username: 'x', provider, roles: [kyc, { ...kyc, bank_id: true }] },
      'roles[1].bank_id must be a text of at most 255 characters.',
    ],
    ['', 'The body is empty.'],
  ])('400 OBP-10001 for the body %j', async (body, sentence) => {
    const { token } = await granter()
    const answer = await create(body, token)
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe(`OBP-10001: Incorrect json format. ${sentence}`)
  })

  test('400 OBP-20103 when the provider is no DAuth provider, so that nobody makes local users this way', async () => {
    const { token } = await granter()
    const username = somebody()
    const answer = await create({ username, provider: 'fichero', roles: [kyc] }, token)
    expect([answer.status, answer.body.message]).toEqual([
      400,
      'OBP-20103: Invalid DAuth User Provider. provider must start with dauth.',
    ])
    expect(await server.services.users.withName('fichero', username)).toBeNull()
  })

  test.each([
    [{ bank_id: '', role_name: 'CanFly' }, 400, /^OBP-10007: Incorrect Role name:CanFly\. Possible roles are CanAdd/],
    [{ bank_id: '', role_name: 'CanAddKycCheck' }, 400, /^OBP-30205: /],
    [{ bank_id: 'gh.29.uk', role_name: 'CanGetAnyUser' }, 400, /^OBP-30206: /],
    [{ bank_id: 'no.bank', role_name: 'CanAddKycCheck' }, 404, /^OBP-30001: /],
  ])('a wrong role %j is refused, and nobody is created', async (wrong, status, message) => {
    const { token } = await granter()
    const username = somebody()
    const answer = await create({ username, provider, roles: [kyc, wrong] }, token)
    expect(answer.status).toBe(status)
    expect(answer.body.message).toMatch(message)
    expect(await userNamed(username)).toBeNull()
  })

  test('400 OBP-30216 for a role that the user has: none of the list is given', async () => {
    const { token } = await granter()
    const username = somebody()
    await create({ username, provider, roles: [kyc] }, token)
    const { userId } = (await userNamed(username))!
    const answer = await create({ username, provider, roles: [crm, kyc] }, token)
    expect([answer.status, answer.body.message]).toEqual([
      400,
      `OBP-30216: Entitlement already exists for the user. user_id(${userId}) (CanAddKycCheck,gh.29.uk)`,
    ])
    expect(await rolesOf(username)).toEqual(['CanAddKycCheck'])
  })

  test.each([
    ['', [kyc, kyc]],
    [
      ' with a later date',
      [
        { ...kyc, expires: '2098-01-01' },
        { ...kyc, expires: '2099-01-01' },
      ],
    ],
    [
      ' with a later date under another name',
      [
        { bank_id: 'gh.29.uk', role_name: 'CanGetCustomer', expires: '2098-01-01' },
        { bank_id: 'gh.29.uk', role_name: 'CanGetCustomersAtOneBank', expires: '2099-01-01' },
      ],
    ],
  ])('400 OBP-30216 for a role that stands twice in the list%s, and nobody is created', async (_how, twice) => {
    const { token } = await granter()
    const username = somebody()
    const answer = await create({ username, provider, roles: twice }, token)
    expect(answer.body.message).toMatch(/^OBP-30216: /)
    expect(await userNamed(username)).toBeNull()
  })

  test('201 with a later date for a role that the user has for a time, which lasts longer', async () => {
    const { token } = await granter()
    const username = somebody()
    const { list } = (await create({ username, provider, roles: [{ ...kyc, expires: '2098-01-01' }] }, token)).body
    const answer = await create({ username, provider, roles: [{ ...kyc, expires: '2099-01-01' }, crm] }, token)
    expect(answer.body.list[0]).toEqual({ ...list[0], expires: '2099-01-01T00:00:00Z' })
    expect(await rolesOf(username)).toEqual(['CanAddKycCheck', 'CanGetCrmEvents'])
  })

  test('404 OBP-20027 when the user of that name was deleted', async () => {
    const { token } = await granter()
    const username = somebody()
    await create({ username, provider, roles: [crm] }, token)
    await server.storage.pool.query('update app_user set deleted_at = now() where username = $1', [username])
    const answer = await create({ username, provider, roles: [kyc] }, token)
    expect([answer.status, answer.body.message]).toEqual([404, 'OBP-20027: User not found by provider and username.'])
  })

  test('calls at once for one new user, with the roles in opposite order: one user, and every role once', async () => {
    const { token } = await granter()
    const username = somebody()
    const there = { ...kyc, bank_id: 'other.bank' }
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => create({ username, provider, roles: [kyc, crm, there] }, token)),
      ...Array.from({ length: 4 }, () => create({ username, provider, roles: [there, crm, kyc] }, token)),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(400)])
    const users = await server.storage.db.selectFrom('app_user').selectAll().where('username', '=', username).execute()
    expect(users).toHaveLength(1)
    expect(await rolesOf(username)).toEqual(['CanAddKycCheck', 'CanAddKycCheck', 'CanGetCrmEvents'])
    expect(await auditOf(server, 'app_user', users[0]!.user_id)).toHaveLength(1)
  })

  test('calls at once for a user who is there, with many roles in opposite order, never wait in a circle', async () => {
    const { token } = await granter()
    const username = somebody()
    await create({ username, provider, roles: [{ ...kyc, bank_id: 'other.bank' }] }, token)
    const many = roles.map(({ name, requiresBankId }) => ({
      bank_id: requiresBankId ? 'gh.29.uk' : '',
      role_name: name,
    }))
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, place) =>
        create({ username, provider, roles: place % 2 === 0 ? many : many.toReversed() }, token),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(5).fill(400)])
    expect(await rolesOf(username)).toHaveLength(1 + roles.length)
  })

  test('calls at once with different roles for one new user all succeed', async () => {
    const { token } = await granter()
    const username = somebody()
    const answers = await Promise.all(
      [kyc, crm, { ...kyc, bank_id: 'other.bank' }].map((role) => create({ username, provider, roles: [role] }, token)),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(await rolesOf(username)).toHaveLength(3)
  })
})
