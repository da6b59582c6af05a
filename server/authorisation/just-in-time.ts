/** Just-in-time entitlements: who may give a role to anybody is given it when a call of theirs needs it. */
import type { PlacedRole } from './entitlement.ts'
import { type HeldRoles, holds, ownRoles, type Requirement } from './requirement.ts'
import { type RoleName, roleNamed } from './roles.ts'

/**
 * The roles that a user, who lacks what a call needs, is to be given for it: every listed one that they could give, each
 * where it belongs. None where they may not give roles, or where those that they may give would not be enough.
 */
export function rolesToGrant({ kind, roles }: Requirement, held: HeldRoles, bankId: string): PlacedRole[] {
  const own = ownRoles(held)
  const missing = roles.filter((role) => !holds(own, role))
  if (kind === 'any' && missing.length < roles.length) return []
  // neither on the consumer's roles alone, nor with a consumer that may not give roles: what is given stays
  const may = (role: RoleName) => holds(own, role) && holds(held, role)
  const everywhere = may('CanCreateEntitlementAtAnyBank')
  const here = bankId !== '' && (everywhere || may('CanCreateEntitlementAtOneBank'))
  const grantable = missing.filter((role) => (roleNamed(role)?.requiresBankId ? here : everywhere))
  if (kind === 'all' && grantable.length < missing.length) return []
  return grantable.map((roleName) => ({ roleName, bankId: roleNamed(roleName)?.requiresBankId ? bankId : '' }))
}

/** What a user would hold with these roles besides. */
export const withRoles = (held: HeldRoles, more: readonly PlacedRole[]): HeldRoles =>
  more.length === 0
    ? held
    : {
        ...held,
        atBank: new Set([...held.atBank, ...namesAt(more, true)]),
        inSystem: new Set([...held.inSystem, ...namesAt(more, false)]),
      }

const namesAt = (roles: readonly PlacedRole[], bank: boolean): string[] =>
  roles.filter(({ bankId }) => (bankId !== '') === bank).map(({ roleName }) => roleName)
