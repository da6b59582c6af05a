import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Instant } from '../storage/schema.ts'
import { auditOf } from '../testing/audit.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'
import { rolesToGrant } from './just-in-time.ts'
import { allOf, anyOf, type HeldRoles, type ScopeRule } from './requirement.ts'

const held = (atBank: string[], inSystem: string[] = []): HeldRoles => ({
  atBank: new Set(atBank),
  inSystem: new Set(inSystem),
})
const withScopes = (user: HeldRoles, consumer: HeldRoles, rule: ScopeRule): HeldRoles => ({
  ...user,
  scopes: { ...consumer, rule },
})
const oneBank = held(['CanCreateEntitlementAtOneBank'])
const anyBank = held([], ['CanCreateEntitlementAtAnyBank'])

describe('rolesToGrant', () => {
  const bankOrSystem = anyOf('CanGetEntitlementsForOneBank', 'CanGetEntitlementsForAnyBank')
  const atBank = { roleName: 'CanGetEntitlementsForOneBank', bankId: 'b' }
  const inSystem = { roleName: 'CanGetEntitlementsForAnyBank', bankId: '' }

  test('who may give roles anywhere gets each where it belongs', () => {
    expect(rolesToGrant(bankOrSystem, anyBank, 'b')).toEqual([atBank, inSystem])
  })

  test('who may give roles at the bank gets its roles, and no system role', () => {
    expect(rolesToGrant(bankOrSystem, oneBank, 'b')).toEqual([atBank])
    expect(rolesToGrant(allOf('CanGetEntitlementsForOneBank', 'CanGetAnyUser'), oneBank, 'b')).toEqual([])
    expect(rolesToGrant(anyOf('CanGetAnyUser'), oneBank, 'b')).toEqual([])
  })

  test('nobody else gets anything', () => {
    expect(rolesToGrant(bankOrSystem, held([]), 'b')).toEqual([])
    // each in the wrong place
    const misplaced = held(['CanCreateEntitlementAtAnyBank'], ['CanCreateEntitlementAtOneBank'])
    expect(rolesToGrant(bankOrSystem, misplaced, 'b')).toEqual([])
  })

  test('a bank role without a bank is given to nobody', () => {
    expect(rolesToGrant(anyOf('CanGetEntitlementsForOneBank'), anyBank, '')).toEqual([])
  })

  test('of several that are all needed those that are missing, together or not at all', () => {
    const both = allOf('CanCreateCustomer', 'CanCreateUserCustomerLink')
    const one = held(['CanCreateEntitlementAtOneBank', 'CanCreateCustomer'])
    expect(rolesToGrant(both, one, 'b')).toEqual([{ roleName: 'CanCreateUserCustomerLink', bankId: 'b' }])
  })

  test('not by a consumer’s role alone, and not where the consumer lacks the scope to give', () => {
    expect(rolesToGrant(bankOrSystem, withScopes(held([]), anyBank, 'instead'), 'b')).toEqual([])
    expect(rolesToGrant(bankOrSystem, withScopes(anyBank, held([]), 'all'), 'b')).toEqual([])
    expect(rolesToGrant(bankOrSystem, withScopes(anyBank, anyBank, 'all'), 'b')).toEqual([atBank, inSystem])
  })
})

describe('CREATE_JUST_IN_TIME_ENTITLEMENTS', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ createJustInTimeEntitlements: true, adminUsername: 'root.admin' })
    await server.bank('gh.29.uk')
    await server.bank('other.bank')
  })
  afterAll(() => server.close())

  const entitlementsAt = (bankId: string, token: string) =>
    server.call(`/obp/v4.0.0/banks/${bankId}/entitlements`, { token })
  const rowsOf = (userId: string) =>
    server.storage.db
      .selectFrom('entitlement')
      .select(['entitlement_id', 'role_name', 'bank_id', 'created_by_process'])
      .where('user_id', '=', userId)
      .where('role_name', 'not like', 'CanCreateEntitlement%')
      .orderBy('role_name')
      .execute()

  test('a bank’s granter is let in, and keeps the bank role; the trail says how it came', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    const answer = await entitlementsAt('gh.29.uk', token)
    expect(answer.status, answer.text).toBe(200)
    const rows = await rowsOf(userId)
    expect(rows).toMatchObject([
      {
        role_name: 'CanGetEntitlementsForOneBank',
        bank_id: 'gh.29.uk',
        created_by_process: 'create_just_in_time_entitlements',
      },
    ])
    expect(await auditOf(server, 'entitlement', rows[0]!.entitlement_id)).toMatchObject([
      {
        user_id: userId,
        bank_id: 'gh.29.uk',
        operation_id: 'OBPv4.0.0-getEntitlementsForBank',
        correlation_id: answer.headers.get('correlation-id'),
        change: {
          created: {
            user_id: userId,
            role_name: 'CanGetEntitlementsForOneBank',
            created_by_process: 'create_just_in_time_entitlements',
          },
        },
      },
    ])
  })

  test('what is given ends with the right to give it', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    await server.storage.pool.query(
      `update entitlement set expires_at = now() + interval '1 hour' where user_id = $1`,
      [userId],
    )
    expect((await entitlementsAt('gh.29.uk', token)).status).toBe(200)
    const { rows } = await server.storage.pool.query(
      'select count(*)::int as roles, count(distinct expires_at)::int as ends from entitlement where user_id = $1',
      [userId],
    )
    expect(rows).toEqual([{ roles: 2, ends: 1 }])
    await server.storage.pool.query(
      `update entitlement set created_at = created_at - interval '1 hour', expires_at = now() where user_id = $1`,
      [userId],
    )
    expect((await entitlementsAt('gh.29.uk', token)).status).toBe(403)
  })

  test.each(['CanGetCustomersAtOneBank', 'CanGetCustomer'])(
    'what an administrator has given for a time meanwhile, as %s, stays as it is',
    async (roleName) => {
      const { userId } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
      const { entitlements } = server.services
      const expiresAt = '2099-01-01T00:00:00Z' as Instant
      const given = await entitlements.grant(origin, { userId, roleName, bankId: 'gh.29.uk', expiresAt })
      const missed = [{ roleName: 'CanGetCustomersAtOneBank', bankId: 'gh.29.uk' }]
      await entitlements.grantMissing({ ...origin, userId }, userId, missed, 'create_just_in_time_entitlements')
      expect((await entitlements.ofUser(userId)).filter(({ roleName }) => !/^CanCreate/.test(roleName))).toEqual([
        given,
      ])
    },
  )

  test('403 at another bank and for the system: nothing is given', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    expect((await entitlementsAt('other.bank', token)).status).toBe(403)
    expect((await server.call('/obp/v4.0.0/entitlements', { token })).status).toBe(403)
    expect(await rowsOf(userId)).toEqual([])
  })

  test('who may give roles anywhere gets the bank role at the bank and the system role in the system', async () => {
    const { token, userId } = await server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
    expect((await entitlementsAt('gh.29.uk', token)).status).toBe(200)
    expect((await rowsOf(userId)).map(({ role_name, bank_id }) => [role_name, bank_id])).toEqual([
      ['CanGetEntitlementsForAnyBank', ''],
      ['CanGetEntitlementsForOneBank', 'gh.29.uk'],
    ])
  })

  test('five calls at once are all let in, and each role is given once', async () => {
    const { token, userId } = await server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
    const answers = await Promise.all(Array.from({ length: 5 }, () => entitlementsAt('gh.29.uk', token)))
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
    expect(await rowsOf(userId)).toHaveLength(2)
  })

  test('403 for everybody else, super admins too', async () => {
    for (const { token, userId } of [await server.user(), await server.user({}, 'root.admin')]) {
      expect((await entitlementsAt('gh.29.uk', token)).status).toBe(403)
      expect(await rowsOf(userId)).toEqual([])
    }
  })

  test('404 for an unknown bank gives nothing', async () => {
    const { token, userId } = await server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
    expect((await entitlementsAt('no.bank', token)).status).toBe(404)
    expect(await rowsOf(userId)).toEqual([])
  })

  test('who has enough already is given nothing more', async () => {
    const { token, userId } = await server.user({
      '': ['CanCreateEntitlementAtAnyBank'],
      'gh.29.uk': ['CanGetEntitlementsForOneBank'],
    })
    expect((await entitlementsAt('gh.29.uk', token)).status).toBe(200)
    expect(await rowsOf(userId)).toMatchObject([{ created_by_process: 'manual' }])
  })
})

describe('just-in-time entitlements, and scopes that are required', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer({ createJustInTimeEntitlements: true, requireScopesForAllRoles: true })
    await server.bank('gh.29.uk')
  })
  afterAll(() => server.close())

  test('403, and nothing is given, where the consumer may neither give roles nor use this one', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    expect((await server.call('/obp/v4.0.0/banks/gh.29.uk/entitlements', { token })).status).toBe(403)
    expect(await server.services.entitlements.ofUser(userId)).toHaveLength(1)
  })
})

test('by default nobody is given a role for a call', async () => {
  const server = await startTestServer()
  await server.bank('gh.29.uk')
  const { token, userId } = await server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
  expect((await server.call('/obp/v4.0.0/banks/gh.29.uk/entitlements', { token })).status).toBe(403)
  expect(await server.services.entitlements.ofUser(userId)).toHaveLength(1)
  await server.close()
})
