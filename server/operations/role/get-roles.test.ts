import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { getRoles } from './get-roles.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

interface Role {
  role: string
  requires_bank_id: boolean
}

describe('getRoles', () => {
  test('200 with every role, sorted by name', async () => {
    const { token } = await server.user()
    const answer = await server.call('/obp/v2.1.0/roles', { token })
    expectDeclared(answer, getRoles, 200)
    const names = answer.body.roles.map(({ role }: Role) => role)
    expect(names).toEqual(names.toSorted())
    expect(new Set(names).size).toBe(names.length)
    const scopes = Object.fromEntries(answer.body.roles.map((each: Role) => [each.role, each.requires_bank_id]))
    expect(scopes).toMatchObject({
      CanCreateCustomer: true,
      CanCreateUserCustomerLink: true,
      CanCreateEntitlementAtOneBank: true,
      CanCreateEntitlementAtAnyBank: false,
      CanGetCustomer: true,
      CanGetCustomersAtOneBank: true,
      CanGetCustomersAtAllBanks: false,
    })
  })

  test('200 with the roles that data loaders grant by their new names', async () => {
    const { token } = await server.user()
    const { body } = await server.call('/obp/v6.0.0/roles', { token })
    expect(body.roles.map(({ role }: Role) => role)).toEqual(
      expect.arrayContaining([
        'CanCreateAccount',
        'CanCreateHistoricalTransactionAtBank',
        'CanCreateCustomer',
        'CanGetCustomersAtOneBank',
        'CanCreateUserCustomerLink',
        'CanGetUserCustomerLink',
        'CanCreateCustomerLink',
        'CanCreateCustomerAccountLink',
      ]),
    )
  })

  test('401 without a login', async () => {
    const answer = await server.call('/obp/v2.1.0/roles')
    expect(answer.status).toBe(401)
    expect(answer.body.message).toMatch(/^OBP-20001: /)
  })
})
