/** What roles an operation asks for, whether a caller has them, and what a caller is told who has not. */
import { EntitlementsRequired, Refusal, UserHasMissingRoles } from '../protocol/errors.ts'
import { namesOf, type RoleName, roleNamed } from './roles.ts'

/** `all`: every role; `any`: at least one. */
export interface Requirement {
  readonly kind: 'all' | 'any'
  readonly roles: readonly RoleName[]
}

export const allOf = (...roles: RoleName[]): Requirement => ({ kind: 'all', roles })
export const anyOf = (...roles: RoleName[]): Requirement => ({ kind: 'any', roles })

/** The roles that a user holds in one place: at a bank and in the system. */
export interface HeldRoles {
  readonly atBank: ReadonlySet<string>
  readonly inSystem: ReadonlySet<string>
}

/** True where the role is held, under any of its names; a bank role counts at the bank, a system role in the system. */
export function holds(held: HeldRoles, role: RoleName): boolean {
  const where = roleNamed(role)?.requiresBankId ? held.atBank : held.inSystem
  return namesOf(role).some((name) => where.has(name))
}

/** @throws Refusal OBP-20006 that names the roles, and where several are needed those that are missing */
export function assertRoles(requirement: Requirement, held: HeldRoles, bankId: string): void {
  const missing = requirement.roles.filter((role) => !holds(held, role))
  const enough = requirement.kind === 'all' ? missing.length === 0 : missing.length < requirement.roles.length
  if (!enough) throw missingRoles(requirement, missing, bankId)
}

function missingRoles({ kind, roles }: Requirement, missing: readonly RoleName[], bankId: string): Refusal {
  const hasBankRole = roles.some((role) => roleNamed(role)?.requiresBankId)
  const place = hasBankRole ? ` for BankId(${bankId}).` : ''
  if (kind === 'any' || roles.length === 1) return new Refusal(UserHasMissingRoles, roles.join(' or ') + place)
  const names = roles.join(' and ')
  return new Refusal(UserHasMissingRoles, {
    en: `${names} entitlements are required${place || '.'} ${EntitlementsRequired.en}: ${missing.join(', ')}.`,
    es: `${names}${place || '.'} ${EntitlementsRequired.es}: ${missing.join(', ')}.`,
  })
}
