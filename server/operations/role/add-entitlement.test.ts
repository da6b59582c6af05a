import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../authorisation/roles.ts'
import type { Instant } from '../../storage/schema.ts'
import { auditOf, testConsumer, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { addEntitlement } from './add-entitlement.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ adminUsername: 'root.admin' })
  await server.bank('gh.29.uk')
  await server.bank('other.bank')
})
afterAll(() => server.close())

type Ask = { token?: string; prefix?: string }
const add = (userId: string, body: unknown, { token, prefix = 'v2.0.0' }: Ask = {}) =>
  server.call(`/obp/${prefix}/users/${userId}/entitlements`, { body, ...(token && { token }) })
const rowsOf = (userId: string) =>
  server.storage.db.selectFrom('entitlement').selectAll().where('user_id', '=', userId).execute()
const granter = () => server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
const atBank = { bank_id: 'gh.29.uk', role_name: 'CanGetCrmEvents' }

describe('addEntitlement', () => {
  test('201 with the entitlement, at a bank and in the system', async () => {
    const { token } = await granter()
    const { userId } = await server.user()
    const bankRole = await add(userId, atBank, { token })
    expectDeclared(bankRole, addEntitlement, 201)
    expect(bankRole.body).toEqual({ entitlement_id: expect.stringMatching(/^[0-9a-f-]{36}$/), ...atBank })
    const systemRole = await add(userId, { bank_id: '', role_name: 'CanGetAnyUser' }, { token })
    expectDeclared(systemRole, addEntitlement, 201)
    expect(systemRole.body).toMatchObject({ bank_id: '', role_name: 'CanGetAnyUser' })
  })

  test('the audit trail tells who gave what to whom', async () => {
    const { token, userId: granterId } = await granter()
    const { userId } = await server.user()
    const { body, headers } = await add(userId, atBank, { token })
    expect(await auditOf(server, 'entitlement', body.entitlement_id)).toEqual([
      {
        bank_id: 'gh.29.uk',
        user_id: granterId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv2.0.0-addEntitlement',
        correlation_id: headers.get('correlation-id'),
        change: { created: { user_id: userId, role_name: 'CanGetCrmEvents' } },
      },
    ])
  })

  test('the role counts on the very next call', async () => {
    const { token } = await granter()
    const { userId, token: theirs } = await server.user()
    const ask = () => server.call(`/obp/v4.0.0/banks/gh.29.uk/entitlements`, { token: theirs })
    expect((await ask()).status).toBe(403)
    await add(userId, { bank_id: 'gh.29.uk', role_name: 'CanGetEntitlementsForOneBank' }, { token })
    expect((await ask()).status).toBe(200)
  })

  test.each(['v2.0.0', 'v5.1.0', 'v6.0.0'])('201 for the names of both generations under %s', async (prefix) => {
    const { token } = await granter()
    const { userId } = await server.user()
    for (const role_name of ['CanGetCustomer', 'CanGetCustomers', 'CanGetCustomersAtOneBank'])
      expect((await add(userId, { bank_id: 'gh.29.uk', role_name }, { token, prefix })).status).toBe(201)
    for (const role_name of ['CanGetCustomersAtAnyBank', 'CanGetCustomersAtAllBanks'])
      expect((await add(userId, { bank_id: '', role_name }, { token, prefix })).status).toBe(201)
    expect(await rowsOf(userId)).toHaveLength(5)
  })

  test('201 for every role that Get Roles lists', async () => {
    const { token } = await granter()
    const { userId } = await server.user()
    const answers = await Promise.all(
      roles.map(({ name, requiresBankId }) =>
        add(userId, { bank_id: requiresBankId ? 'gh.29.uk' : '', role_name: name }, { token }),
      ),
    )
    expect(answers.filter(({ status }) => status !== 201)).toEqual([])
  })

  test('201 for the super admin of the settings, without any role', async () => {
    const { userId } = await server.user()
    const { token } = await server.user({}, 'root.admin')
    expect((await add(userId, atBank, { token })).status).toBe(201)
  })

  test('403 for a user of another provider who has the super admin’s name', async () => {
    const namesake = await server.services.users.create(
      { operationId: 'test', correlationId: 'test', userId: null, consumerId: null },
      {
        provider: 'dauth.elsewhere',
        username: 'root.admin',
        email: '',
        firstName: '',
        lastName: '',
        passwordHash: null,
        isValidated: true,
      },
    )
    const token = await server.services.tokens.issue(namesake!.userId, await testConsumer(server), null)
    expect((await add(namesake!.userId, atBank, { token: token! })).status).toBe(403)
  })

  test('201 for CanCreateEntitlementAtOneBank at that bank; 403 at another and for the system', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    const { userId } = await server.user()
    expect((await add(userId, atBank, { token })).status).toBe(201)
    expect((await add(userId, { ...atBank, bank_id: 'other.bank' }, { token })).status).toBe(403)
    expect((await add(userId, { bank_id: '', role_name: 'CanGetAnyUser' }, { token })).status).toBe(403)
    // a system role is none of a bank's, whatever bank it is asked at
    const dressed = await add(userId, { bank_id: 'gh.29.uk', role_name: 'CanCreateEntitlementAtAnyBank' }, { token })
    expect(dressed.status).toBe(400)
    expect(await rowsOf(userId)).toHaveLength(1)
  })

  test('401 without a login', async () => {
    const answer = await add('anybody', 'not JSON')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })

  test('403 OBP-20050 when the caller may not grant, with the text that clients know', async () => {
    const { token, userId } = await server.user()
    const answer = await add(userId, atBank, { token })
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe(
      'OBP-20050: Current User is not a Super Admin! orOBP-20006: User is missing one or more roles: CanCreateEntitlementAtOneBank BankId(gh.29.uk). orOBP-20006: User is missing one or more roles: CanCreateEntitlementAtAnyBank',
    )
    expect(await rowsOf(userId)).toEqual([])
  })

  test('403 comes before unknown users, roles and banks', async () => {
    const { token, userId } = await server.user()
    expect((await add('nobody', atBank, { token })).status).toBe(403)
    expect((await add(userId, { bank_id: 'no.bank', role_name: 'CanDoNothing' }, { token })).status).toBe(403)
  })

  test('404 OBP-20005 when the user is unknown or deleted', async () => {
    const { token } = await granter()
    const answer = await add('nobody', atBank, { token })
    expect(answer.status).toBe(404)
    expect(answer.body.message).toBe(
      'OBP-20005: User not found. Please specify a valid value for USER_ID. Current USER_ID(nobody)',
    )
    const { userId } = await server.user()
    await server.storage.pool.query('update app_user set deleted_at = now() where user_id = $1', [userId])
    expect((await add(userId, atBank, { token })).status).toBe(404)
  })

  test.each([
    [{ role_name: 'CanGetCrmEvents' }, 'bank_id is missing.'],
    [{ bank_id: 'gh.29.uk' }, 'role_name is missing.'],
    [{ ...atBank, bank_id: null }, 'bank_id must be a text of at most 255 characters.'],
    [{ ...atBank, bank_id: 'x'.repeat(256) }, 'bank_id must be a text of at most 255 characters.'],
    [{ ...atBank, role_name: ['CanGetCrmEvents'] }, 'role_name must be a text of at most 255 characters.'],
    [{ ...atBank, role_name: 'x'.repeat(256) }, 'role_name must be a text of at most 255 characters.'],
    [[], 'The body must be an object.'],
    ['{', 'The body is not JSON in UTF-8.'],
  ])('400 OBP-10001 for the body %j', async (body, sentence) => {
    const { token, userId } = await granter()
    const answer = await add(userId, body, { token })
    expect(answer.status).toBe(400)
    expect(answer.body.message).toBe(`OBP-10001: Incorrect json format. ${sentence}`)
  })

  test('400 OBP-10007 with all possible roles, sorted, when there is no such role', async () => {
    const { token, userId } = await granter()
    const answer = await add(userId, { bank_id: '', role_name: 'CanFly' }, { token })
    expect(answer.status).toBe(400)
    const [head, list] = answer.body.message.split('. Possible roles are ')
    expect(head).toBe('OBP-10007: Incorrect Role name:CanFly')
    const names = list.split(', ')
    expect(names).toEqual(names.toSorted())
    expect(names).toEqual(expect.arrayContaining(['CanAddKycCheck', 'CanGetCustomer', 'CanGetCustomersAtOneBank']))
    expect(names).toHaveLength(roles.length)
  })

  test('400 OBP-30205 for a bank role without a bank, OBP-30206 for a system role with one', async () => {
    const { token, userId } = await granter()
    const bankRole = await add(userId, { bank_id: '', role_name: 'CanGetCrmEvents' }, { token })
    expect([bankRole.status, bankRole.body.message]).toEqual([
      400,
      'OBP-30205: This entitlement is a Bank Role. Please set bank_id to a valid bank id.',
    ])
    const systemRole = await add(userId, { bank_id: 'gh.29.uk', role_name: 'CanGetAnyUser' }, { token })
    expect([systemRole.status, systemRole.body.message]).toEqual([
      400,
      'OBP-30206: This entitlement is a System Role. Please set bank_id to empty string.',
    ])
  })

  test('404 OBP-30001 when the bank is unknown', async () => {
    const { token, userId } = await granter()
    const answer = await add(userId, { ...atBank, bank_id: 'no.bank' }, { token })
    expect(answer.status).toBe(404)
    expect(answer.body.message).toMatch(/^OBP-30001: Bank not found\. Please specify a valid value for BANK_ID\./)
  })

  test('400 OBP-30216 when the user has the role at that bank; 201 at another', async () => {
    const { token, userId } = await granter()
    await add(userId, atBank, { token })
    const again = await add(userId, atBank, { token })
    expect([again.status, again.body.message]).toEqual([400, 'OBP-30216: Entitlement already exists for the user.'])
    expect((await add(userId, { ...atBank, bank_id: 'other.bank' }, { token })).status).toBe(201)
  })

  test('of ten grants of one role at once, one is 201 and the others are 400 OBP-30216', async () => {
    const { token } = await granter()
    const { userId } = await server.user()
    const answers = await Promise.all(Array.from({ length: 10 }, () => add(userId, atBank, { token })))
    const granted = answers.filter(({ status }) => status === 201)
    expect(granted).toHaveLength(1)
    for (const answer of answers) if (answer.status !== 201) expect(answer.body.message).toMatch(/^OBP-30216: /)
    expect(await rowsOf(userId)).toHaveLength(1)
    const { rows: trail } = await server.storage.pool.query(
      `select from audit_event where subject = 'entitlement' and change #>> '{created,user_id}' = $1`,
      [userId],
    )
    expect(trail).toHaveLength(1)
  })

  describe('for a time', () => {
    const inHours = (hours: number) => `${new Date(Date.now() + hours * 3_600_000).toISOString().slice(0, 19)}Z`
    const inAnHour = () => inHours(1)
    /** As if an hour more had gone by. */
    const letExpire = (userId: string) =>
      server.storage.pool.query(
        `update entitlement set created_at = created_at - interval '1 hour', expires_at = now() where user_id = $1`,
        [userId],
      )

    test('201 with when it expires, which the audit trail has too', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const expires = inAnHour()
      const answer = await add(userId, { ...atBank, expires }, { token })
      expect(answer.status).toBe(201)
      expect(answer.body).toEqual({ entitlement_id: expect.any(String), ...atBank, expires })
      expect(await auditOf(server, 'entitlement', answer.body.entitlement_id)).toMatchObject([
        { change: { created: { user_id: userId, role_name: 'CanGetCrmEvents', expires_at: expires } } },
      ])
    })

    test('201 for null, which is for good: the answer is that of a grant without it', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const { status, text } = await add(userId, { ...atBank, expires: null }, { token })
      expect(status).toBe(201)
      expect(text).toMatch(/^{"entitlement_id":"[^"]{36}","role_name":"CanGetCrmEvents","bank_id":"gh.29.uk"}$/)
    })

    test.each(['2020-01-01T00:00:00Z', '2020-01-01'])(
      '400 OBP-10001 for %s, which is over, in both languages',
      async (expires) => {
        const { token, userId } = await granter()
        const body = { ...atBank, expires }
        const english = await add(userId, body, { token })
        expect(english.status).toBe(400)
        expect(english.body.message).toBe('OBP-10001: Incorrect json format. expires must be a date in the future.')
        const spanish = await server.call(`/obp/v2.0.0/users/${userId}/entitlements?locale=es_ES`, { body, token })
        expect(spanish.body.message).toMatch(/^OBP-10001: .* expires debe ser una fecha futura\.$/)
        expect(await rowsOf(userId)).toHaveLength(1)
      },
    )

    test.each(['tomorrow', '2099-02-31', '', 4_070_908_800, true, {}])(
      '400 OBP-10001 for %j, which is no date',
      async (expires) => {
        const { token, userId } = await granter()
        const answer = await add(userId, { ...atBank, expires }, { token })
        expect(answer.status).toBe(400)
        expect(answer.body.message).toBe(
          'OBP-10001: Incorrect json format. expires must be a date such as 2013-01-21T23:08:00Z, or null.',
        )
      },
    )

    test('the role counts until then, by the clock of the database: 200, and 403 without anybody taking it', async () => {
      const { token } = await granter()
      const { userId, token: theirs } = await server.user()
      const role = { bank_id: 'gh.29.uk', role_name: 'CanGetEntitlementsForOneBank' }
      const ask = async () => (await server.call('/obp/v4.0.0/banks/gh.29.uk/entitlements', { token: theirs })).status
      await add(userId, { ...role, expires: inAnHour() }, { token })
      expect(await ask()).toBe(200)
      await server.storage.pool.query(
        `update entitlement set expires_at = clock_timestamp() + interval '500 milliseconds' where user_id = $1`,
        [userId],
      )
      const isOver = async () =>
        (
          await server.storage.pool.query(
            'select expires_at <= clock_timestamp() as is_over from entitlement where user_id = $1',
            [userId],
          )
        ).rows[0].is_over
      while (!(await isOver())) expect([200, 403]).toContain(await ask())
      expect(await ask()).toBe(403)
    })

    test('201 again once it has expired, in the place of the one before; 400 OBP-30216 before', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const first = await add(userId, { ...atBank, expires: inAnHour() }, { token })
      expect((await add(userId, atBank, { token })).body.message).toMatch(/^OBP-30216: /)
      await letExpire(userId)
      const again = await add(userId, atBank, { token })
      expect(again.status).toBe(201)
      expect(again.body).toEqual({ entitlement_id: expect.any(String), ...atBank })
      expect(again.body.entitlement_id).not.toBe(first.body.entitlement_id)
      const [row, ...others] = await rowsOf(userId)
      expect(others).toEqual([])
      expect(row).toMatchObject({ entitlement_id: again.body.entitlement_id, expires_at: null })
      expect(Date.now() - Date.parse(row!.created_at)).toBeLessThan(600_000)
      expect((await add(userId, atBank, { token })).body.message).toMatch(/^OBP-30216: /)
    })

    test('of ten grants at once of one that has expired, one is 201 and the others are 400 OBP-30216', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      await add(userId, { ...atBank, expires: inAnHour() }, { token })
      await letExpire(userId)
      const expires = inAnHour()
      const answers = await Promise.all(
        Array.from({ length: 10 }, () => add(userId, { ...atBank, expires }, { token })),
      )
      expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...Array(9).fill(400)])
      for (const { status, body } of answers) if (status !== 201) expect(body.message).toMatch(/^OBP-30216: /)
      expect(await rowsOf(userId)).toHaveLength(1)
    })

    test('201 with a later date, or null for good: it lasts longer under its id, which the audit trail tells', async () => {
      const { token, userId: granterId } = await granter()
      const { userId } = await server.user()
      const [first, later] = [inHours(1), inHours(2)]
      const { entitlement_id } = (await add(userId, { ...atBank, expires: first }, { token })).body
      const [created] = await rowsOf(userId)
      const extended = await add(userId, { ...atBank, expires: later }, { token })
      expect([extended.status, extended.body]).toEqual([201, { entitlement_id, ...atBank, expires: later }])
      const forGood = await add(userId, { ...atBank, expires: null }, { token })
      expect([forGood.status, forGood.body]).toEqual([201, { entitlement_id, ...atBank }])
      expect(await rowsOf(userId)).toEqual([{ ...created!, expires_at: null }])
      const trail = await auditOf(server, 'entitlement', entitlement_id)
      expect(trail.map(({ user_id, change }) => [user_id, change])).toEqual([
        [granterId, { created: { user_id: userId, role_name: 'CanGetCrmEvents', expires_at: first } }],
        [granterId, { updated: { expires_at: later } }],
        [granterId, { updated: { expires_at: null } }],
      ])
    })

    test('400 OBP-30216 for the same date, an earlier one and none, and for any where it is held for good', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const expires = inHours(2)
      await add(userId, { ...atBank, expires }, { token })
      await add(userId, { ...atBank, bank_id: 'other.bank' }, { token })
      const before = await rowsOf(userId)
      for (const body of [
        { ...atBank, expires },
        { ...atBank, expires: inHours(1) },
        atBank,
        { ...atBank, bank_id: 'other.bank', expires: inHours(3) },
        { ...atBank, bank_id: 'other.bank', expires: null },
      ]) {
        const answer = await add(userId, body, { token })
        expect([answer.status, answer.body.message]).toEqual([
          400,
          'OBP-30216: Entitlement already exists for the user.',
        ])
      }
      expect(await rowsOf(userId)).toEqual(before)
    })

    test('of ten grants at once with as many dates the latest stays, in one row that was made once', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const dates = Array.from({ length: 10 }, (_, hours) => inHours(1 + ((hours * 7) % 10)))
      const answers = await Promise.all(dates.map((expires) => add(userId, { ...atBank, expires }, { token })))
      const granted = answers.filter(({ status }) => status === 201)
      for (const { status, body } of answers) if (status !== 201) expect(body.message).toMatch(/^OBP-30216: /)
      const [row, ...others] = await rowsOf(userId)
      expect(others).toEqual([])
      expect(row!.expires_at).toBe(dates.toSorted().at(-1))
      const trail = await auditOf(server, 'entitlement', row!.entitlement_id)
      expect(trail.map(({ change }) => Object.keys(change as object)[0])).toEqual([
        'created',
        ...Array(granted.length - 1).fill('updated'),
      ])
    })

    test('201 with a later date under another name: it lasts longer in its one row; 400 OBP-30216 where it would not', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const old = { bank_id: 'gh.29.uk', role_name: 'CanGetCustomer' }
      const renamed = { ...old, role_name: 'CanGetCustomersAtOneBank' }
      const extend = (expires: string | null) => add(userId, { ...renamed, expires }, { token, prefix: 'v6.0.0' })
      const [first, later] = [inHours(1), inHours(2)]
      const { entitlement_id } = (await add(userId, { ...old, expires: first }, { token })).body
      const extended = await extend(later)
      expect([extended.status, extended.body]).toEqual([201, { entitlement_id, ...renamed, expires: later }])
      for (const expires of [later, first]) expect((await extend(expires)).body.message).toMatch(/^OBP-30216: /)
      expect((await extend(null)).body).toEqual({ entitlement_id, ...renamed })
      for (const expires of [inHours(3), null]) expect((await extend(expires)).body.message).toMatch(/^OBP-30216: /)
      expect(await rowsOf(userId)).toMatchObject([{ entitlement_id, role_name: 'CanGetCustomer', expires_at: null }])
    })

    test('of several names the one that lasts longest is extended', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      for (const [role_name, hours] of [
        ['CanGetCustomer', 1],
        ['CanGetCustomers', 2],
        ['CanGetCustomersAtOneBank', 3],
      ] as const)
        await server.services.entitlements.grant(origin, {
          userId,
          roleName: role_name,
          bankId: 'gh.29.uk',
          expiresAt: inHours(hours) as Instant,
        })
      const give = (expires: string) =>
        add(userId, { bank_id: 'gh.29.uk', role_name: 'CanGetCustomer', expires }, { token })
      expect((await give(inHours(2))).body.message).toMatch(/^OBP-30216: /)
      const expires = inHours(4)
      expect((await give(expires)).body).toMatchObject({ role_name: 'CanGetCustomersAtOneBank', expires })
      expect(await rowsOf(userId)).toHaveLength(3)
    })

    test('one that allows only a part is not extended by a grant of the whole, which gets its own row', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const give = (role_name: string, hours: number) =>
        add(userId, { bank_id: '', role_name, expires: inHours(hours) }, { token })
      await give('CanCreateRateLimits', 1)
      expect((await give('CanSetCallLimits', 2)).body).toMatchObject({ role_name: 'CanSetCallLimits' })
      expect(await rowsOf(userId)).toHaveLength(2)
    })

    test('of ten grants at once under three names the latest date stays, in one row', async () => {
      const { token } = await granter()
      const { userId } = await server.user()
      const names = ['CanGetCustomer', 'CanGetCustomers', 'CanGetCustomersAtOneBank']
      const dates = Array.from({ length: 10 }, (_, hours) => inHours(1 + ((hours * 7) % 10)))
      await Promise.all(
        dates.map((expires, place) =>
          add(userId, { bank_id: 'gh.29.uk', role_name: names[place % 3], expires }, { token }),
        ),
      )
      expect(await rowsOf(userId)).toMatchObject([{ expires_at: dates.toSorted().at(-1) }])
    })

    test('one that has expired can be asked for, and is not there to be taken', async () => {
      const { token } = await server.user({ '': ['CanCreateEntitlementAtAnyBank', 'CanDeleteEntitlementAtAnyBank'] })
      const { userId, token: theirs } = await server.user()
      const { body } = await add(userId, { ...atBank, expires: inAnHour() }, { token })
      const ask = () => server.call('/obp/v3.0.0/entitlement-requests', { token: theirs, body: atBank })
      expect((await ask()).body.message).toMatch(/^OBP-30216: /)
      await letExpire(userId)
      expect((await ask()).status).toBe(201)
      const take = await server.call(`/obp/v2.0.0/users/${userId}/entitlement/${body.entitlement_id}`, {
        method: 'DELETE',
        token,
      })
      expect([take.status, take.body.message]).toEqual([404, expect.stringMatching(/^OBP-30212: /)])
    })

    test('a granter for a time gives nothing that outlasts their right: 400 OBP-10001 until when, and no more after it', async () => {
      const { token } = await granter()
      const { userId: deputy, token: theirs } = await server.user()
      const { userId } = await server.user()
      const expires = inAnHour()
      await add(deputy, { bank_id: '', role_name: 'CanCreateEntitlementAtAnyBank', expires }, { token })
      for (const asked of [undefined, null, new Date(Date.parse(expires) + 1000).toISOString()]) {
        const { status, body } = await add(userId, { ...atBank, expires: asked }, { token: theirs })
        expect([status, body.message]).toEqual([
          400,
          `OBP-10001: Incorrect json format. expires must be at most ${expires}: your right to give this role ends then.`,
        ])
      }
      expect(await rowsOf(userId)).toEqual([])
      expect((await add(userId, { ...atBank, expires }, { token: theirs })).status).toBe(201)
      const longer = await add(
        deputy,
        { bank_id: '', role_name: 'CanCreateEntitlementAtAnyBank', expires: null },
        { token: theirs },
      )
      expect([longer.status, longer.body.message.slice(0, 9)]).toEqual([400, 'OBP-10001'])
      await letExpire(deputy)
      expect((await add(userId, { ...atBank, bank_id: 'other.bank', expires }, { token: theirs })).status).toBe(403)
    })

    test('a granter who has the right in another way for good is not bound by the one that ends', async () => {
      const { token } = await granter()
      const { userId: deputy, token: theirs } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
      const { userId } = await server.user()
      await add(deputy, { bank_id: '', role_name: 'CanCreateEntitlementAtAnyBank', expires: inAnHour() }, { token })
      expect((await add(userId, atBank, { token: theirs })).status).toBe(201)
      expect((await add(userId, { ...atBank, bank_id: 'other.bank' }, { token: theirs })).status).toBe(400)
    })

    test('every list has it with when it expires, and none has it after that', async () => {
      const { token } = await server.user({
        '': [
          'CanCreateEntitlementAtAnyBank',
          'CanGetEntitlementsForAnyUserAtAnyBank',
          'CanGetEntitlementsForAnyBank',
          'CanGetAnyUser',
          'CanGetRolesWithEntitlementCountsAtAllBanks',
          'CanGetEntitlementRequestsAtAnyBank',
        ],
      })
      const { userId, username, token: theirs } = await server.user()
      const role = { bank_id: 'gh.29.uk', role_name: 'CanAddKycMedia' }
      const expires = inAnHour()
      await server.call('/obp/v3.0.0/entitlement-requests', {
        token: theirs,
        body: { ...role, role_name: 'CanAddKycCheck' },
      })
      const { entitlement_id } = (await add(userId, { ...role, expires }, { token })).body
      const texts = (path: string, by = token) => server.call(path, { token: by }).then(({ text }) => text)
      const lists = () =>
        Promise.all([
          texts(`/obp/v2.0.0/users/${userId}/entitlements`),
          texts(`/obp/v4.0.0/users/${userId}/entitlements`),
          texts(`/obp/v2.1.0/banks/gh.29.uk/users/${userId}/entitlements`),
          texts('/obp/v4.0.0/banks/gh.29.uk/entitlements'),
          texts('/obp/v2.0.0/entitlements'),
          texts('/obp/v3.1.0/entitlements?role=CanAddKycMedia'),
          texts(`/obp/v5.1.0/users/${userId}/entitlements-and-permissions`),
          texts(`/obp/v4.0.0/users/user_id/${userId}`),
          texts(`/obp/v3.0.0/users/${userId}/entitlement-requests`),
          texts('/obp/v3.0.0/my/entitlements', theirs),
          texts('/obp/v2.0.0/users/current', theirs),
          texts('/obp/v3.0.0/users/current', theirs),
          texts('/obp/v6.0.0/users/current', theirs),
        ])
      const counted = async () =>
        (await server.call('/obp/v6.0.0/management/roles-with-entitlement-counts', { token })).body.roles.find(
          (each: { role: string }) => each.role === role.role_name,
        ).entitlement_count
      const holders = async () =>
        (await server.services.userDirectory.find({ isDeleted: false, role: { names: [role.role_name] } })).map(
          (each) => each.username,
        )
      // those who were given every role have it too
      const others = (await counted()) - 1
      for (const text of await lists()) {
        expect(text).toContain(entitlement_id)
        expect(text).toContain(`"expires":"${expires}"`)
      }
      expect(await holders()).toContain(username)
      await letExpire(userId)
      for (const text of await lists()) {
        expect(text).toMatch(/^{"(list|user_id|entitlement_requests)":/)
        expect(text).not.toContain(entitlement_id)
      }
      expect(await counted()).toBe(others)
      expect(await holders()).not.toContain(username)
    })
  })
})
