/** The right to give roles to users and to consumers, which what is given by it does not outlast. */
import type { Transaction } from 'kysely'
import type { Origin } from '../observation/audit.ts'
import { toSeconds } from '../protocol/dates.ts'
import { EntitlementCannotBeGranted, InvalidJson, Refusal, UserHasMissingRoles } from '../protocol/errors.ts'
import type { Database, Instant } from '../storage/schema.ts'
import { type HeldRoles, holds, ownRoles } from './requirement.ts'
import { namesOf, type RoleName } from './roles.ts'

/** The roles by which roles are given to anybody. */
export const anyGranter = ['CanCreateEntitlementAtAnyBank', 'CanCreateEntitlementAtOneBank'] as const

/**
 * Which of the roles that let a caller give others are their own, and may end: not those that count only with a scope
 * which the consumer lacks. None where the consumer's are enough: scopes do not end.
 * @param passedOn roles that count only where they are the caller's own, whatever the consumer holds
 */
export function ownRights(
  held: HeldRoles,
  rights: readonly RoleName[],
  passedOn: readonly RoleName[] = [],
): RoleName[] {
  const { scopes } = held
  if (scopes?.rule === 'instead' && rights.some((role) => holds(ownRoles(scopes), role))) return []
  return [...rights, ...passedOn].filter((role) => holds(held, role) && holds(ownRoles(held), role))
}

/**
 * When the last of the caller's roles expires that let them give others at a bank; null: never, or something else does, such
 * as being a super admin.
 * @throws Refusal OBP-20006 where none is left
 */
export async function endOfRight(
  transaction: Transaction<Database>,
  { userId }: Origin,
  bankId: string,
  rights: readonly string[] = [],
): Promise<Instant | null> {
  if (rights.length === 0) return null
  const right = await transaction
    .selectFrom('entitlement_in_force')
    .select('expires_at')
    .where('user_id', '=', userId)
    .where('role_name', 'in', rights.flatMap(namesOf))
    .where('bank_id', 'in', ['', bankId])
    .orderBy('expires_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  // it ended, or was taken away, since it was looked at
  if (!right) throw new Refusal(UserHasMissingRoles, { en: rights.join(' or '), es: rights.join(' o ') })
  return right.expires_at
}

/** Whoever may give roles for a time only would else keep them, or the right itself, for good. */
export const outlasting = (end: Instant): Refusal =>
  new Refusal(InvalidJson, {
    en: ` expires must be at most ${toSeconds(end)}: your right to give this role ends then.`,
    es: ` expires debe ser como máximo ${toSeconds(end)}: entonces termina su derecho a conceder este rol.`,
  })

/** A scope has no end that could be asked for. */
export const endingBeforeScope = (end: Instant): Refusal =>
  new Refusal(EntitlementCannotBeGranted, {
    en: ` A scope does not expire, but your right to give it ends at ${toSeconds(end)}.`,
    es: ` Un ámbito no caduca, pero su derecho a concederlo termina el ${toSeconds(end)}.`,
  })
