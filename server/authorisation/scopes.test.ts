import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Settings } from '../settings.ts'
import { testConsumerId } from '../testing/audit.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'
import type { RoleName } from './roles.ts'

let server: TestServer
let consumerId: string

/** A server whose settings say how scopes count; its consumer has none yet. */
async function start(settings: Partial<Settings>) {
  server = await startTestServer({ adminUsername: 'root.admin', ...settings })
  await server.bank('gh.29.uk')
  await server.bank('other.bank')
  consumerId = await testConsumerId(server)
}

/** Works with scopes of the consumer, which are gone afterwards. */
async function withScopes<T>(scopes: readonly (readonly [RoleName, string])[], work: () => Promise<T>): Promise<T> {
  const given = []
  for (const [roleName, bankId] of scopes)
    given.push((await server.services.scopes.grant(origin, { consumerId, roleName, bankId }))!)
  const result = await work()
  for (const scope of given) await server.services.scopes.revoke(origin, scope)
  return result
}

const entitlementsAt = (bankId: string, token: string) =>
  server.call(`/obp/v4.0.0/banks/${bankId}/entitlements`, { token })
const allEntitlements = (token: string) => server.call('/obp/v4.0.0/entitlements', { token })
const statusAt = async (bankId: string, token: string) => (await entitlementsAt(bankId, token)).status

describe('without a setting', () => {
  beforeAll(() => start({}))
  afterAll(() => server.close())

  test('scopes give nothing, take nothing, and are not looked up', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const { token: nobody } = await server.user()
    expect(await statusAt('gh.29.uk', token)).toBe(200)
    await withScopes([['CanGetEntitlementsForOneBank', 'gh.29.uk']], async () => {
      expect(await statusAt('gh.29.uk', nobody)).toBe(403)
    })
    // without their table calls go on as they were
    await server.storage.pool.query('alter table consumer_scope rename to away')
    expect(await statusAt('gh.29.uk', token)).toBe(200)
    await server.storage.pool.query('alter table away rename to consumer_scope')
  })
})

describe('REQUIRE_SCOPES_FOR_ALL_ROLES', () => {
  beforeAll(() => start({ requireScopesForAllRoles: true }))
  afterAll(() => server.close())

  test('403 OBP-20006 where the user lacks the role, whatever the consumer holds', async () => {
    const { token } = await server.user()
    const answer = await withScopes([['CanGetEntitlementsForOneBank', 'gh.29.uk']], () =>
      entitlementsAt('gh.29.uk', token),
    )
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([403, 'OBP-20006'])
  })

  test('403 OBP-20023 also where the operation itself looks at the roles', async () => {
    const { token } = await server.user({ '': ['CanCreateScopeAtAnyBank'] })
    const answer = await server.call(`/obp/v3.0.0/consumers/${consumerId}/scopes`, {
      token,
      body: { bank_id: 'gh.29.uk', role_name: 'CanGetCrmEvents' },
    })
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([403, 'OBP-20023'])
  })

  test('403 OBP-20023 naming what the consumer lacks; 200 as soon as it has it, 403 again without it', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const answer = await entitlementsAt('gh.29.uk', token)
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20023: Consumer is missing one or more roles: CanGetEntitlementsForOneBank or CanGetEntitlementsForAnyBank for BankId(gh.29.uk).',
    ])
    const spanish = await server.call('/obp/v4.0.0/banks/gh.29.uk/entitlements?locale=es_ES', { token })
    expect(spanish.body.message).toMatch(/^OBP-20023: Al consumidor le faltan/)
    await withScopes([['CanGetEntitlementsForOneBank', 'gh.29.uk']], async () => {
      expect(await statusAt('gh.29.uk', token)).toBe(200)
    })
    expect(await statusAt('gh.29.uk', token)).toBe(403)
  })

  test('a scope at one bank is nothing at another, and a bank role in the system is nothing anywhere', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    for (const place of ['other.bank', ''])
      await withScopes([['CanGetEntitlementsForOneBank', place]], async () => {
        expect(await statusAt('gh.29.uk', token)).toBe(403)
      })
  })

  test('of alternatives user and consumer may hold different ones', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    await withScopes([['CanGetEntitlementsForAnyBank', '']], async () => {
      expect(await statusAt('gh.29.uk', token)).toBe(200)
    })
  })

  test('a system role needs a system scope', async () => {
    const { token } = await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] })
    const answer = await allEntitlements(token)
    expect(answer.body.message).toBe(
      'OBP-20023: Consumer is missing one or more roles: CanGetEntitlementsForAnyUserAtAnyBank',
    )
    await withScopes([['CanGetEntitlementsForAnyUserAtAnyBank', '']], async () => {
      expect((await allEntitlements(token)).status).toBe(200)
    })
  })

  test('where all roles are needed the consumer needs them all, and those it lacks are named', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const answer = await withScopes([['CanCreateCustomer', 'gh.29.uk']], () =>
      server.call('/obp/v1.4.0/banks/gh.29.uk/customer', { body: {}, token }),
    )
    expect([answer.status, answer.body.message]).toEqual([
      403,
      'OBP-20023: Consumer is missing one or more roles: CanCreateCustomer and CanCreateUserCustomerLink entitlements are required for BankId(gh.29.uk). entitlements required: CanCreateUserCustomerLink.',
    ])
  })

  test('roles that a handler looks at count in the same way', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanCreateEntitlementAtOneBank'] })
    const { userId } = await server.user()
    const grant = () =>
      server.call(`/obp/v4.0.0/users/${userId}/entitlements`, {
        body: { bank_id: 'gh.29.uk', role_name: 'CanGetCrmEvents' },
        token,
      })
    expect((await grant()).status).toBe(403)
    await withScopes([['CanCreateEntitlementAtOneBank', 'gh.29.uk']], async () => {
      expect((await grant()).status).toBe(201)
    })
  })

  test('operations without roles need no scopes', async () => {
    const { token } = await server.user()
    expect((await server.call('/obp/v4.0.0/my/entitlements', { token })).status).toBe(200)
  })

  test('a super admin gives the first scopes', async () => {
    const { token } = await server.user({}, 'root.admin')
    const answer = await server.call(`/obp/v4.0.0/consumers/${consumerId}/scopes`, {
      body: { bank_id: '', role_name: 'CanGetEntitlementsForAnyUserAtAnyBank' },
      token,
    })
    expect(answer.status).toBe(201)
  })
})

describe('REQUIRE_SCOPES_FOR_LISTED_ROLES', () => {
  beforeAll(() => start({ requireScopesForListedRoles: ['CanGetCustomer', 'CanGetEntitlementsForOneBank'] }))
  afterAll(() => server.close())

  test('403 OBP-20023 for a listed role, 200 with its scope', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const answer = await entitlementsAt('gh.29.uk', token)
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([403, 'OBP-20023'])
    await withScopes([['CanGetEntitlementsForOneBank', 'gh.29.uk']], async () => {
      expect(await statusAt('gh.29.uk', token)).toBe(200)
    })
  })

  test('other roles need none', async () => {
    const { token } = await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] })
    expect((await allEntitlements(token)).status).toBe(200)
  })
})

describe('ALLOW_ENTITLEMENTS_OR_SCOPES', () => {
  beforeAll(() => start({ allowEntitlementsOrScopes: true }))
  afterAll(() => server.close())

  test('the user’s role is enough, and so is the consumer’s', async () => {
    const { token } = await server.user({ 'gh.29.uk': ['CanGetEntitlementsForOneBank'] })
    const { token: nobody } = await server.user()
    expect(await statusAt('gh.29.uk', token)).toBe(200)
    const answer = await entitlementsAt('gh.29.uk', nobody)
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([403, 'OBP-20006'])
    await withScopes([['CanGetEntitlementsForOneBank', 'gh.29.uk']], async () => {
      expect(await statusAt('gh.29.uk', nobody)).toBe(200)
      expect(await statusAt('other.bank', nobody)).toBe(403)
    })
    expect(await statusAt('gh.29.uk', nobody)).toBe(403)
  })

  test('who may give by the consumer’s scope is not bound by a right of their own that ends', async () => {
    const rights: RoleName[] = ['CanCreateScopeAtAnyBank', 'CanCreateEntitlementAtAnyBank']
    const { token, userId } = await server.user({ '': rights })
    await server.storage.pool.query(`update entitlement set expires_at = '2099-01-01T00:00:00Z' where user_id = $1`, [
      userId,
    ])
    const statuses = async () => {
      const body = { bank_id: 'gh.29.uk', role_name: 'CanAddKycCheck' }
      const username = `0x${randomUUID()}`
      const answers = [
        await server.call(`/obp/v4.0.0/consumers/${consumerId}/scopes`, { body, token }),
        await server.call(`/obp/v4.0.0/users/${userId}/entitlements`, { body, token }),
        await server.call('/obp/v4.0.0/user-entitlements', {
          body: { username, provider: 'dauth.example', roles: [{ ...body, role_name: 'CanGetCrmEvents' }] },
          token,
        }),
      ]
      return answers.map(({ status }) => status)
    }
    expect(await statuses()).toEqual([400, 400, 400])
    expect(
      await withScopes(
        rights.map((right) => [right, ''] as const),
        statuses,
      ),
    ).toEqual([201, 201, 201])
  })

  test('who passes on a role of their own is bound by its end, whatever the consumer holds of it', async () => {
    const { token, userId } = await server.user({ 'gh.29.uk': ['CanGetCustomer'] })
    await server.storage.pool.query(`update entitlement set expires_at = '2099-01-01T00:00:00Z' where user_id = $1`, [
      userId,
    ])
    const role = { bank_id: 'gh.29.uk', role_name: 'CanGetCustomersAtOneBank' }
    const passOn = (expires?: string) =>
      server.call('/obp/v4.0.0/user-entitlements', {
        body: { username: `0x${randomUUID()}`, provider: 'dauth.example', roles: [{ ...role, expires }] },
        token,
      })
    await withScopes([['CanGetCustomer', 'gh.29.uk']], async () => {
      const answer = await passOn()
      expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([400, 'OBP-10001'])
      expect((await passOn('2098-12-31')).status).toBe(201)
    })
  })

  test('a user cannot pass on a role that only the consumer holds', async () => {
    const { token } = await server.user()
    const answer = await withScopes([['CanGetCrmEvents', 'gh.29.uk']], () =>
      server.call('/obp/v4.0.0/user-entitlements', {
        body: {
          username: 'somebody',
          provider: 'dauth.example',
          roles: [{ bank_id: 'gh.29.uk', role_name: 'CanGetCrmEvents' }],
        },
        token,
      }),
    )
    expect([answer.status, answer.body.message.slice(0, 9)]).toEqual([400, 'OBP-30220'])
  })
})
