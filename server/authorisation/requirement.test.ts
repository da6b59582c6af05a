import { describe, expect, test } from 'vitest'
import { Refusal } from '../protocol/errors.ts'
import {
  allOf,
  anyOf,
  assertRoles,
  type HeldRoles,
  holds,
  holdsEnough,
  type Requirement,
  type ScopeRule,
} from './requirement.ts'

const held = (atBank: string[], inSystem: string[] = []): HeldRoles => ({
  atBank: new Set(atBank),
  inSystem: new Set(inSystem),
})

const refusalText = (
  requirement: Requirement,
  roles: HeldRoles,
  bankId: string,
  locale: 'en_GB' | 'es_ES' = 'en_GB',
) => {
  try {
    assertRoles(requirement, roles, bankId)
    return null
  } catch (error) {
    expect(error).toBeInstanceOf(Refusal)
    expect((error as Refusal).entry.status).toBe(403)
    return (error as Refusal).text(locale)
  }
}

describe('holds', () => {
  test('a bank role counts where it is held at the bank, and nowhere else', () => {
    expect(holds(held(['CanCreateCustomer']), 'CanCreateCustomer')).toBe(true)
    expect(holds(held([], ['CanCreateCustomer']), 'CanCreateCustomer')).toBe(false)
    expect(holds(held([]), 'CanCreateCustomer')).toBe(false)
  })

  test('a system role counts where it is held in the system, and nowhere else', () => {
    expect(holds(held([], ['CanGetAnyUser']), 'CanGetAnyUser')).toBe(true)
    expect(holds(held(['CanGetAnyUser']), 'CanGetAnyUser')).toBe(false)
  })

  test.each([
    ['CanGetCustomer', 'CanGetCustomersAtOneBank'],
    ['CanGetCustomers', 'CanGetCustomersAtOneBank'],
    ['CanGetCustomer', 'CanGetCustomers'],
    ['CanGetCustomersMinimal', 'CanGetCustomersMinimalAtOneBank'],
  ] as const)('%s and %s each satisfy a check for the other, at the bank', (one, other) => {
    expect(holds(held([one]), other)).toBe(true)
    expect(holds(held([other]), one)).toBe(true)
    expect(holds(held([], [one]), other)).toBe(false)
    expect(holds(held([], [other]), one)).toBe(false)
  })

  test.each([
    ['CanGetCustomersAtAnyBank', 'CanGetCustomersAtAllBanks'],
    ['CanGetCustomersMinimalAtAnyBank', 'CanGetCustomersMinimalAtAllBanks'],
  ] as const)('%s and %s each satisfy a check for the other, in the system', (one, other) => {
    expect(holds(held([], [one]), other)).toBe(true)
    expect(holds(held([], [other]), one)).toBe(true)
    expect(holds(held([one]), other)).toBe(false)
  })

  test('roles that were not made one stay apart', () => {
    expect(holds(held(['CanGetCustomersMinimal']), 'CanGetCustomersAtOneBank')).toBe(false)
    expect(holds(held(['CanGetCustomersAtOneBank'], ['CanGetCustomersAtAnyBank']), 'CanCreateCustomer')).toBe(false)
    expect(holds(held(['CanGetCustomersAtOneBank']), 'CanGetCustomersAtAllBanks')).toBe(false)
  })
})

describe('assertRoles', () => {
  const both = allOf('CanCreateCustomer', 'CanCreateUserCustomerLink')
  const either = anyOf('CanCreateCustomer', 'CanCreateCustomerAtAnyBank')

  test('all of several: every one is needed', () => {
    expect(refusalText(both, held(['CanCreateCustomer', 'CanCreateUserCustomerLink']), 'b')).toBeNull()
    expect(refusalText(both, held(['CanCreateCustomer']), 'b')).not.toBeNull()
    expect(refusalText(both, held([]), 'b')).not.toBeNull()
  })

  test('any of several: one is enough', () => {
    expect(refusalText(either, held(['CanCreateCustomer']), 'b')).toBeNull()
    expect(refusalText(either, held([], ['CanCreateCustomerAtAnyBank']), 'b')).toBeNull()
    expect(refusalText(either, held([], ['CanCreateCustomer']), 'b')).not.toBeNull()
    expect(refusalText(either, held([]), 'b')).not.toBeNull()
  })

  test('the refusal names the roles, the bank where one is a bank’s, and what is missing', () => {
    expect(refusalText(both, held(['CanCreateCustomer']), 'gh.29.uk')).toBe(
      'OBP-20006: User is missing one or more roles: CanCreateCustomer and CanCreateUserCustomerLink entitlements are required for BankId(gh.29.uk). entitlements required: CanCreateUserCustomerLink.',
    )
    expect(refusalText(either, held([]), 'gh.29.uk')).toBe(
      'OBP-20006: User is missing one or more roles: CanCreateCustomer or CanCreateCustomerAtAnyBank for BankId(gh.29.uk).',
    )
    expect(refusalText(anyOf('CanGetAnyUser'), held([]), '')).toBe(
      'OBP-20006: User is missing one or more roles: CanGetAnyUser',
    )
  })

  test('the refusal keeps its code and names in Spanish', () => {
    expect(refusalText(both, held(['CanCreateCustomer']), 'gh.29.uk', 'es_ES')).toBe(
      'OBP-20006: Al usuario le faltan uno o más roles: CanCreateCustomer y CanCreateUserCustomerLink en el banco gh.29.uk. Se requieren permisos: CanCreateUserCustomerLink.',
    )
    expect(refusalText(either, held([]), 'gh.29.uk', 'es_ES')).toBe(
      'OBP-20006: Al usuario le faltan uno o más roles: CanCreateCustomer o CanCreateCustomerAtAnyBank en el banco gh.29.uk.',
    )
  })
})

describe('scopes', () => {
  const withScopes = (user: HeldRoles, consumer: HeldRoles, rule: ScopeRule): HeldRoles => ({
    ...user,
    scopes: { ...consumer, rule },
  })
  const [role, none] = [held(['CanCreateCustomer']), held([])]

  test.each([
    ['all', role, role, true],
    ['all', role, none, false],
    ['all', none, role, false],
    ['instead', role, none, true],
    ['instead', none, role, true],
    ['instead', none, none, false],
    [['CanCreateCustomer'], role, none, false],
    [['CanCreateCustomer'], role, role, true],
    [['CanAddKycCheck'], role, none, true],
    [['CanAddKycCheck'], none, role, false],
  ] as const)(
    'rule %j: user %o, consumer %o: %s, for one role and for a requirement of it',
    (rule, user, consumer, is) => {
      const both = withScopes(user, consumer, rule)
      expect(holds(both, 'CanCreateCustomer')).toBe(is)
      for (const requirement of [allOf('CanCreateCustomer'), anyOf('CanCreateCustomer')]) {
        expect(holdsEnough(requirement, both)).toBe(is)
        expect(refusalText(requirement, both, 'b') === null).toBe(is)
      }
    },
  )

  test('a role that is listed is listed under its other names, and a scope counts under them', () => {
    const user = held(['CanGetCustomersAtOneBank'])
    expect(holds(withScopes(user, none, ['CanGetCustomer']), 'CanGetCustomersAtOneBank')).toBe(false)
    expect(holds(withScopes(user, held(['CanGetCustomers']), ['CanGetCustomer']), 'CanGetCustomersAtOneBank')).toBe(
      true,
    )
  })

  test('of all that are needed only those that are listed need a scope', () => {
    const both = allOf('CanCreateCustomer', 'CanCreateUserCustomerLink')
    const user = held(['CanCreateCustomer', 'CanCreateUserCustomerLink'])
    expect(holdsEnough(both, withScopes(user, none, ['CanCreateCustomer']))).toBe(false)
    expect(holdsEnough(both, withScopes(user, role, ['CanCreateCustomer']))).toBe(true)
    expect(refusalText(both, withScopes(user, none, ['CanCreateCustomer']), 'b')).toBe(
      'OBP-20023: Consumer is missing one or more roles: CanCreateCustomer for BankId(b).',
    )
  })
})
