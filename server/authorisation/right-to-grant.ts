/** The right to give roles, which what is given by it does not outlast. */
import type { Transaction } from 'kysely'
import type { Origin } from '../observation/audit.ts'
import { toSeconds } from '../protocol/dates.ts'
import { InvalidJson, Refusal, UserHasMissingRoles } from '../protocol/errors.ts'
import type { Database, Instant } from '../storage/schema.ts'

/** The roles by which roles are given to anybody. */
export const anyGranter = ['CanCreateEntitlementAtAnyBank', 'CanCreateEntitlementAtOneBank'] as const

/**
 * When the last of the caller's roles expires that let them give others at a bank; null: never.
 * @throws Refusal OBP-20006 where none is left
 */
export async function endOfRight(
  transaction: Transaction<Database>,
  { userId }: Origin,
  bankId: string,
  rights: readonly string[],
): Promise<Instant | null> {
  const right = await transaction
    .selectFrom('entitlement_in_force')
    .select('expires_at')
    .where('user_id', '=', userId)
    .where('role_name', 'in', rights)
    .where('bank_id', 'in', ['', bankId])
    .orderBy('expires_at', (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst()
  // it ended, or was taken away, since it was looked at
  if (!right) throw new Refusal(UserHasMissingRoles, rights.join(' or '))
  return right.expires_at
}

/** Whoever may give roles for a time only would else keep them, or the right itself, for good. */
export const outlasting = (end: Instant): Refusal =>
  new Refusal(InvalidJson, {
    en: ` expires must be at most ${toSeconds(end)}: your right to give this role ends then.`,
    es: ` expires debe ser como máximo ${toSeconds(end)}: entonces termina su derecho a conceder este rol.`,
  })
