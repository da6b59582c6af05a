/** What roles an operation asks for, whether a caller has them, and what a caller is told who has not. */
import {
  ConsumerHasMissingRoles,
  EntitlementsRequired,
  type ErrorEntry,
  Refusal,
  UserHasMissingRoles,
} from '../protocol/errors.ts'
import { namesOf, type RoleName, roleNamed } from './roles.ts'

/** `all`: every role; `any`: at least one. */
export interface Requirement {
  readonly kind: 'all' | 'any'
  readonly roles: readonly RoleName[]
}

export const allOf = (...roles: RoleName[]): Requirement => ({ kind: 'all', roles })
export const anyOf = (...roles: RoleName[]): Requirement => ({ kind: 'any', roles })

/** The roles of somebody in one place: at a bank and in the system. */
export interface PlaceRoles {
  readonly atBank: ReadonlySet<string>
  readonly inSystem: ReadonlySet<string>
}

/** What a user holds in one place, and what their consumer does where that counts. */
export interface HeldRoles extends PlaceRoles {
  readonly scopes?: HeldScopes
}

/** What a consumer holds in one place, and how that counts. */
export interface HeldScopes extends PlaceRoles {
  /** `instead`: user or consumer must hold a role; else the roles that both must hold, all of them or those of a list */
  readonly rule: ScopeRule
}
export type ScopeRule = 'instead' | 'all' | readonly RoleName[]

const isAmong = ({ atBank, inSystem }: PlaceRoles, role: RoleName): boolean => {
  const where = roleNamed(role)?.requiresBankId ? atBank : inSystem
  return namesOf(role).some((name) => where.has(name))
}

const needsScope = (rule: ScopeRule, role: RoleName): boolean =>
  rule === 'all' || (rule !== 'instead' && namesOf(role).some((name) => rule.some((listed) => listed === name)))

/**
 * True where the role is held, under any of its names; a bank role counts at the bank, a system role in the system. By the
 * user, unless a setting has the consumer's roles count too.
 */
export function holds(held: HeldRoles, role: RoleName): boolean {
  const { scopes } = held
  if (!scopes) return isAmong(held, role)
  if (scopes.rule === 'instead') return isAmong(held, role) || isAmong(scopes, role)
  return isAmong(held, role) && (!needsScope(scopes.rule, role) || isAmong(scopes, role))
}

/** The roles of the user alone. */
export const ownRoles = ({ atBank, inSystem }: HeldRoles): HeldRoles => ({ atBank, inSystem })

interface Check {
  requirement: Requirement
  isHeld: (role: RoleName) => boolean
  error: ErrorEntry
}

/** What has to be true of the user, and of the consumer where its roles count beside the user's. */
function checks(requirement: Requirement, held: HeldRoles): Check[] {
  const { scopes } = held
  if (!scopes || scopes.rule === 'instead')
    return [{ requirement, isHeld: (role) => holds(held, role), error: UserHasMissingRoles }]
  const user = { requirement, isHeld: (role: RoleName) => isAmong(held, role), error: UserHasMissingRoles }
  const listed = requirement.roles.filter((role) => needsScope(scopes.rule, role))
  if (listed.length === 0) return [user]
  // of alternatives the consumer may hold another one than the user
  const ofConsumer = requirement.kind === 'all' ? { ...requirement, roles: listed } : requirement
  return [user, { requirement: ofConsumer, isHeld: (role) => isAmong(scopes, role), error: ConsumerHasMissingRoles }]
}

const isMet = ({ requirement: { kind, roles }, isHeld }: Check): boolean =>
  kind === 'all' ? roles.every(isHeld) : roles.some(isHeld)

/** Whether {@link assertRoles} would let pass. */
export const holdsEnough = (requirement: Requirement, held: HeldRoles): boolean =>
  checks(requirement, held).every(isMet)

/**
 * @throws Refusal OBP-20006 that names the roles that the user lacks, OBP-20023 those that the consumer lacks, and where
 * several are needed which are missing
 */
export function assertRoles(requirement: Requirement, held: HeldRoles, bankId: string): void {
  const failed = checks(requirement, held).find((check) => !isMet(check))
  if (failed) throw missingRoles(failed, bankId)
}

function missingRoles({ requirement: { kind, roles }, isHeld, error }: Check, bankId: string): Refusal {
  const hasBankRole = roles.some((role) => roleNamed(role)?.requiresBankId)
  const place = hasBankRole ? { en: ` for BankId(${bankId}).`, es: ` en el banco ${bankId}.` } : { en: '', es: '' }
  if (kind === 'any' || roles.length === 1)
    return new Refusal(error, { en: roles.join(' or ') + place.en, es: roles.join(' o ') + place.es })
  const missing = roles.filter((role) => !isHeld(role)).join(', ')
  return new Refusal(error, {
    en: `${roles.join(' and ')} entitlements are required${place.en || '.'} ${EntitlementsRequired.en}: ${missing}.`,
    es: `${inSpanish(roles)}${place.es || '.'} ${EntitlementsRequired.es}: ${missing}.`,
  })
}

const inSpanish = (roles: readonly RoleName[]) => new Intl.ListFormat('es').format(roles)
