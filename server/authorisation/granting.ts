/** Granting: a user gets a role, at a bank or in the system. */
import { randomUUID } from 'node:crypto'
import type { Selectable, Transaction } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import { EntitlementAlreadyExists, InvalidJson, Refusal } from '../protocol/errors.ts'
import type { Database, EntitlementTable, Instant } from '../storage/schema.ts'
import { type Entitlement, type PlacedRole, statementTime, textOfRole, toEntitlement } from './entitlement.ts'
import { closeGranted, lockRolesOf } from './entitlement-requests.ts'
import { anyGranter, endOfRight, outlasting } from './right-to-grant.ts'
import { namesOf, synonymsOf } from './roles.ts'

/** A role that a user is to have. */
export type NewEntitlement = Pick<Entitlement, 'userId' | 'roleName' | 'bankId'> & {
  /** null, and left out: for good */
  readonly expiresAt?: Instant | null
  /** whether the role, where the user has it for a time, lasts longer by it; left out: it stays as it is */
  readonly extend?: boolean
  /** the roles of the caller's own that let them give this one, which does not outlast them */
  readonly rights?: readonly string[]
}

/** How a role came to a user: somebody gave it, or it was given just in time. */
export type GrantingProcess = 'manual' | 'create_just_in_time_entitlements'

/**
 * Gives a role, or extends the one that the user has, inside a transaction of the caller's; null where they have it already.
 * @throws Refusal OBP-10001 where it would have expired by now, or outlast the caller's right to give it
 */
export async function grant(
  transaction: Transaction<Database>,
  origin: Origin,
  { userId, roleName, bankId, expiresAt = null, extend = false, rights }: NewEntitlement,
  process: GrantingProcess = 'manual',
): Promise<Entitlement | null> {
  await lockRolesOf(transaction, userId)
  const now = await clockOf(transaction)
  if (expiresAt !== null && !isAfter(expiresAt, now)) throw over
  const end = await endOfRight(transaction, origin, bankId, rights)
  if (end !== null && lastsLonger(expiresAt, end)) throw outlasting(end)
  if (extend) {
    const longest = await lastingLongest(transaction, { userId, roleName, bankId }, now)
    if (longest) {
      return lastsLonger(expiresAt, longest.expires_at) ? extendUntil(transaction, origin, longest, expiresAt) : null
    }
  }
  const row = await transaction
    .insertInto('entitlement')
    .values({
      bank_id: bankId,
      entitlement_id: randomUUID(),
      user_id: userId,
      role_name: roleName,
      created_by_process: process,
      expires_at: expiresAt,
    })
    // one that has expired gives its place away, and only one
    .onConflict((conflict) =>
      conflict
        .columns(['bank_id', 'user_id', 'role_name'])
        .doUpdateSet(({ ref }) => ({
          entitlement_id: ref('excluded.entitlement_id'),
          created_by_process: ref('excluded.created_by_process'),
          created_at: ref('excluded.created_at'),
          expires_at: ref('excluded.expires_at'),
        }))
        .where('entitlement.expires_at', '<=', now),
    )
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  const entitlement = toEntitlement(row)
  await recordChange(transaction, origin, {
    bankId,
    subject: 'entitlement',
    subjectId: entitlement.entitlementId,
    change: {
      created: {
        user_id: userId,
        role_name: roleName,
        ...(process !== 'manual' && { created_by_process: process }),
        ...(expiresAt !== null && { expires_at: expiresAt }),
      },
    },
  })
  await closeGranted(transaction, origin, { userId, roleName, bankId })
  return entitlement
}

/** The row by which the user has a role longest, under whichever name of it; undefined where they have it under none. */
const lastingLongest = (
  transaction: Transaction<Database>,
  { userId, roleName, bankId }: PlacedRole & Pick<Entitlement, 'userId'>,
  now: Instant,
): Promise<Selectable<EntitlementTable> | undefined> =>
  transaction
    .selectFrom('entitlement')
    .selectAll()
    .where('bank_id', '=', bankId)
    .where('user_id', '=', userId)
    .where('role_name', 'in', synonymsOf(roleName))
    .where(({ eb, or }) => or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('expires_at', (order) => order.desc().nullsFirst())
    .limit(1)
    // a revocation at the same time takes it before or after, and not in between
    .forUpdate()
    .executeTakeFirst()

/** Has an entitlement last longer, under its id. */
async function extendUntil(
  transaction: Transaction<Database>,
  origin: Origin,
  { bank_id: bankId, entitlement_id: entitlementId }: Selectable<EntitlementTable>,
  expiresAt: Instant | null,
): Promise<Entitlement> {
  const row = await transaction
    .updateTable('entitlement')
    .set({ expires_at: expiresAt })
    .where('bank_id', '=', bankId)
    .where('entitlement_id', '=', entitlementId)
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordChange(transaction, origin, {
    bankId,
    subject: 'entitlement',
    subjectId: entitlementId,
    change: { updated: { expires_at: expiresAt } },
  })
  return toEntitlement(row)
}

/** What the database's clock says, which ends roles: of the statement, for its transaction may have waited. */
async function clockOf(transaction: Transaction<Database>): Promise<Instant> {
  const { now } = await transaction.selectNoFrom(statementTime.as('now')).executeTakeFirstOrThrow()
  return now
}

const isAfter = (one: Instant, other: Instant): boolean => Date.parse(one) > Date.parse(other)

/** Of two ends, of which null is never. */
const lastsLonger = (one: Instant | null, other: Instant | null): boolean =>
  other !== null && (one === null || isAfter(one, other))

const over = new Refusal(InvalidJson, {
  en: ' expires must be a date in the future.',
  es: ' expires debe ser una fecha futura.',
})

/**
 * Gives a user roles inside a transaction of the caller's.
 * @throws Refusal as {@link grant}, and OBP-30216 for a role that the user has or that stands twice in the list
 */
export async function grantAll(
  transaction: Transaction<Database>,
  origin: Origin,
  userId: string,
  roles: readonly Omit<NewEntitlement, 'userId'>[],
): Promise<Entitlement[]> {
  const granted = new Map<string, Entitlement>()
  // in one order, so that two calls with the same roles wait for each other and never in a circle
  for (const role of roles.toSorted(byRoleAndBank)) {
    const entitlement = await grant(transaction, origin, { userId, ...role })
    // it stands twice in the list where it extends what the list has just given
    if (!entitlement || granted.has(entitlement.entitlementId))
      throw new Refusal(EntitlementAlreadyExists, ` user_id(${userId}) ${textOfRole(role)}`)
    granted.set(entitlement.entitlementId, entitlement)
  }
  return [...granted.values()]
}

/** Gives those of the roles that the user, who calls, has not, for no longer than their right to give them. */
export async function grantMissing(
  transaction: Transaction<Database>,
  origin: Origin,
  userId: string,
  roles: readonly PlacedRole[],
  process: GrantingProcess,
): Promise<void> {
  await lockRolesOf(transaction, userId)
  for (const role of roles.toSorted(byRoleAndBank)) {
    // somebody may have given it since it was missed, under any name
    if (await isHeld(transaction, userId, role)) continue
    const expiresAt = await endOfRight(transaction, origin, role.bankId, anyGranter)
    await grant(transaction, origin, { userId, ...role, expiresAt }, process)
  }
}

async function isHeld(
  transaction: Transaction<Database>,
  userId: string,
  { roleName, bankId }: PlacedRole,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('entitlement_in_force')
    .select('entitlement_id')
    .where('bank_id', '=', bankId)
    .where('user_id', '=', userId)
    .where('role_name', 'in', namesOf(roleName))
    .executeTakeFirst()
  return row !== undefined
}

function byRoleAndBank(a: PlacedRole, b: PlacedRole): number {
  const [one, other] = [textOfRole(a), textOfRole(b)]
  return one < other ? -1 : one > other ? 1 : 0
}
