import { describe, expect, test } from 'vitest'
import { namesOf, newestNameOf, roleNamed, roles } from './roles.ts'

describe('roles', () => {
  test('are sorted by name, each once', () => {
    const names = roles.map(({ name }) => name)
    expect(names).toEqual([...new Set(names)].toSorted())
  })

  test('are found by name, and only by it', () => {
    expect(roleNamed('CanCreateCustomer')).toEqual({ name: 'CanCreateCustomer', requiresBankId: true })
    expect(roleNamed('CanGetAnyUser')).toEqual({ name: 'CanGetAnyUser', requiresBankId: false })
    for (const name of ['canCreateCustomer', 'CanFly', '', 'constructor', '__proto__'])
      expect(roleNamed(name)).toBeUndefined()
  })

  test('whose name says where they are held are held there', () => {
    for (const { name, requiresBankId } of roles) {
      if (name.endsWith('AtOneBank')) expect([name, requiresBankId]).toEqual([name, true])
      if (/At(Any|All)Banks?$/.test(name)) expect([name, requiresBankId]).toEqual([name, false])
    }
  })

  test('of two generations are held in the same place, and each name leads to the other', () => {
    for (const { name, requiresBankId } of roles)
      for (const other of namesOf(name)) {
        expect(roleNamed(other)?.requiresBankId).toBe(requiresBankId)
        expect(namesOf(other)).toContain(name)
      }
  })

  test('that v6.0.0 renamed have both names', () => {
    expect(namesOf('CanGetCustomers').toSorted()).toEqual([
      'CanGetCustomer',
      'CanGetCustomers',
      'CanGetCustomersAtOneBank',
    ])
    expect(namesOf('CanGetCustomersAtAllBanks').toSorted()).toEqual([
      'CanGetCustomersAtAllBanks',
      'CanGetCustomersAtAnyBank',
    ])
    expect(namesOf('CanCreateCustomer')).toEqual(['CanCreateCustomer'])
  })

  test('that became two satisfy checks for both, and the two none for each other', () => {
    expect(namesOf('CanSetCallLimits').toSorted()).toEqual([
      'CanCreateRateLimits',
      'CanSetCallLimits',
      'CanUpdateRateLimits',
    ])
    expect(namesOf('CanCreateRateLimits').toSorted()).toEqual(['CanCreateRateLimits', 'CanSetCallLimits'])
    expect(newestNameOf('CanSetCallLimits')).toBe('CanSetCallLimits')
    expect(newestNameOf('CanReadCallLimits')).toBe('CanGetRateLimits')
  })

  test('go by the name of v6.0.0 if they have one', () => {
    expect(newestNameOf('CanGetCustomer')).toBe('CanGetCustomersAtOneBank')
    expect(newestNameOf('CanGetCustomersAtOneBank')).toBe('CanGetCustomersAtOneBank')
    expect(newestNameOf('CanGetCustomersMinimalAtAnyBank')).toBe('CanGetCustomersMinimalAtAllBanks')
    expect(newestNameOf('CanCreateCustomer')).toBe('CanCreateCustomer')
  })
})
