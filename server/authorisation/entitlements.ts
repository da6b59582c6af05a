/** Entitlements: which user holds which role, at which bank or in the system. */
import { randomUUID } from 'node:crypto'
import { type ExpressionBuilder, type Selectable, sql, type Transaction } from 'kysely'
import { ensureUser, type NewUser } from '../authentication/users/users.ts'
import { type Origin, recordChange, recordChanges } from '../observation/audit.ts'
import { toSeconds } from '../protocol/dates.ts'
import {
  EntitlementAlreadyExists,
  InvalidJson,
  Refusal,
  UserHasMissingRoles,
  UserNotFoundByProviderAndUsername,
} from '../protocol/errors.ts'
import { gather } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import type { Database, EntitlementTable, Instant } from '../storage/schema.ts'
import { closeGranted, lockRolesOf } from './entitlement-requests.ts'
import type { HeldRoles } from './requirement.ts'
import { synonymsOf } from './roles.ts'

export interface Entitlement {
  readonly entitlementId: string
  readonly userId: string
  readonly roleName: string
  /** '' for a system role */
  readonly bankId: string
  readonly createdByProcess: string
  /** from when on it counts as none, by the database's clock; null: never */
  readonly expiresAt: Instant | null
}

/** A role that a user is to have. */
export type NewEntitlement = Pick<Entitlement, 'userId' | 'roleName' | 'bankId'> &
  Partial<Pick<Entitlement, 'expiresAt'>> & {
    /**
     * The roles of the caller's own that let them give this one, which does not outlast them. None where something else
     * does, such as being a super admin.
     */
    readonly rights?: readonly string[]
  }

/** A role at a bank, or in the system with ''. */
export type PlacedRole = Pick<Entitlement, 'roleName' | 'bankId'>

/** How a role came to a user: somebody gave it, or it was given just in time. */
export type GrantingProcess = 'manual' | 'create_just_in_time_entitlements'

export interface NamedEntitlement extends Entitlement {
  /** of the user who holds it */
  readonly username: string
}

/** What became of an entitlement that a user was to lose. */
export type Revocation = 'revoked' | 'unknown' | 'of another user'

type Revoked = Pick<Entitlement, 'entitlementId'> & { readonly userId?: string }

export interface Entitlements {
  /** What a user holds at a bank and in the system, as of now. */
  heldBy(userId: string, bankId: string): Promise<HeldRoles>
  /** Everything that a user was given; this list, as the others, is by role name, then bank. */
  ofUser(userId: string): Promise<Entitlement[]>
  /** What a user held until it expired, and was not given again. */
  expiredOf(userId: string): Promise<Entitlement[]>
  /** What users were given at a bank. */
  atBank(bankId: string): Promise<Entitlement[]>
  /** What all users were given; null: roles of any name. */
  all(roleNames: readonly string[] | null): Promise<NamedEntitlement[]>
  /**
   * Gives the role; null where the user has it already.
   * @throws Refusal OBP-10001 where it would have expired by now, or outlast the caller's right to give it
   */
  grant(origin: Origin, entitlement: NewEntitlement): Promise<Entitlement | null>
  /**
   * Gives roles to the user of a provider and name, who is created if there is none: all of it or nothing.
   * @throws Refusal OBP-20027 where the user of that name was deleted, OBP-30216 for a role that the user has or that
   * stands twice in the list, OBP-10001 for one that would have expired by now or outlast the caller's right to give it
   */
  grantAllTo(origin: Origin, user: NewUser, roles: readonly Omit<NewEntitlement, 'userId'>[]): Promise<Entitlement[]>
  /** Gives those of the roles that the user, who calls, has not: all of it or nothing, and for no longer than the right to give them. */
  grantMissing(origin: Origin, userId: string, roles: readonly PlacedRole[], process: GrantingProcess): Promise<void>
  /** Takes an entitlement, and the same role under its other names, from its user, whoever it is where none is named; of two calls at once one revokes it. */
  revoke(origin: Origin, entitlement: Revoked): Promise<Revocation>
  /** How many entitlements there are of each role name, at all banks and in the system. */
  countsByRole(): Promise<ReadonlyMap<string, number>>
}

const toEntitlement = (row: Selectable<EntitlementTable>): Entitlement => ({
  entitlementId: row.entitlement_id,
  userId: row.user_id,
  roleName: row.role_name,
  bankId: row.bank_id,
  createdByProcess: row.created_by_process,
  expiresAt: row.expires_at,
})

/** As the view of those in force has it. */
const statementTime = sql<Instant>`statement_timestamp()`

export function entitlements({ lookups, db }: Storage): Entitlements {
  const held = gather<{ userId: string; bankId: string }, { bank_id: string; role_name: string }>({
    lookups,
    name: 'roles_of_user',
    text: `
      select asked.place, e.bank_id, e.role_name
      from unnest($1::text[], $2::text[]) with ordinality as asked(user_id, bank_id, place)
      join entitlement_in_force e on e.user_id = asked.user_id
      where e.bank_id = '' or e.bank_id = asked.bank_id`,
    parts: ({ userId, bankId }) => [userId, bankId],
    shape: (row) => row,
  })
  const ofUser = gather<string, Entitlement>({
    lookups,
    name: 'entitlements_of_user',
    text: `
      select asked.place, e.*
      from unnest($1::text[]) with ordinality as asked(user_id, place)
      join entitlement_in_force e on e.user_id = asked.user_id
      order by asked.place, e.role_name, e.bank_id`,
    parts: (userId) => [userId],
    shape: toEntitlement,
  })
  return {
    async heldBy(userId, bankId) {
      const rows = await held({ userId, bankId })
      const names = (at: string) => new Set(rows.filter((row) => row.bank_id === at).map((row) => row.role_name))
      return { inSystem: names(''), atBank: bankId === '' ? new Set() : names(bankId) }
    },
    ofUser,

    async expiredOf(userId) {
      const rows = await db
        .selectFrom('entitlement')
        .selectAll()
        .where('user_id', '=', userId)
        .where('expires_at', '<=', statementTime)
        .orderBy('role_name')
        .orderBy('bank_id')
        .execute()
      return rows.map(toEntitlement)
    },

    async atBank(bankId) {
      const rows = await db
        .selectFrom('entitlement_in_force')
        .selectAll()
        .where('bank_id', '=', bankId)
        .orderBy('role_name')
        .orderBy('user_id')
        .execute()
      return rows.map(toEntitlement)
    },

    async all(roleNames) {
      const rows = await db
        .selectFrom('entitlement_in_force as e')
        .leftJoin('app_user as u', 'u.user_id', 'e.user_id')
        .selectAll('e')
        .select('u.username')
        .$if(roleNames !== null, (query) => query.where('e.role_name', 'in', roleNames!))
        .orderBy('e.role_name')
        .orderBy('e.bank_id')
        .orderBy('e.user_id')
        .execute()
      return rows.map((row) => ({ ...toEntitlement(row), username: row.username ?? '' }))
    },

    grant: (origin, entitlement) => db.transaction().execute((transaction) => grant(transaction, origin, entitlement)),

    grantAllTo: (origin, user, roles) =>
      db.transaction().execute(async (transaction) => {
        const owner = await ensureUser(transaction, origin, user)
        if (!owner) throw new Refusal(UserNotFoundByProviderAndUsername)
        return grantAll(transaction, origin, owner.userId, roles)
      }),

    grantMissing: (origin, userId, roles, process) =>
      db.transaction().execute(async (transaction) => {
        for (const role of roles.toSorted(byRoleAndBank)) {
          const expiresAt = await endOfRight(transaction, origin, role.bankId, anyGranter)
          await grant(transaction, origin, { userId, ...role, expiresAt }, process)
        }
      }),

    revoke: (origin, entitlement) =>
      db.transaction().execute((transaction) => revoke(transaction, origin, entitlement)),

    async countsByRole() {
      const rows = await db
        .selectFrom('entitlement_in_force')
        .select(['role_name', ({ fn }) => fn.countAll<number>().as('count')])
        .groupBy('role_name')
        .execute()
      return new Map(rows.map(({ role_name, count }) => [role_name, count]))
    },
  }
}

/**
 * Gives a role inside a transaction of the caller's; null where the user has it already.
 * @throws Refusal OBP-10001 where it would have expired by now, or outlast the caller's right to give it
 */
export async function grant(
  transaction: Transaction<Database>,
  origin: Origin,
  { userId, roleName, bankId, expiresAt = null, rights = [] }: NewEntitlement,
  process: GrantingProcess = 'manual',
): Promise<Entitlement | null> {
  await lockRolesOf(transaction, userId)
  const now = await clockOf(transaction)
  if (expiresAt !== null && !isAfter(expiresAt, now)) throw over
  const end = rights.length > 0 ? await endOfRight(transaction, origin, bankId, rights) : null
  if (end !== null && (expiresAt === null || isAfter(expiresAt, end))) throw outlasting(end)
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

/** What the database's clock says, which ends roles: of the statement, for its transaction may have waited. */
async function clockOf(transaction: Transaction<Database>): Promise<Instant> {
  const { now } = await transaction.selectNoFrom(statementTime.as('now')).executeTakeFirstOrThrow()
  return now
}

const isAfter = (one: Instant, other: Instant): boolean => Date.parse(one) > Date.parse(other)

const over = new Refusal(InvalidJson, {
  en: ' expires must be a date in the future.',
  es: ' expires debe ser una fecha futura.',
})

/** The roles by which roles are given to anybody. */
export const anyGranter = ['CanCreateEntitlementAtAnyBank', 'CanCreateEntitlementAtOneBank'] as const

/**
 * When the last of the caller's roles expires that let them give others at a bank; null: never.
 * @throws Refusal OBP-20006 where none is left
 */
async function endOfRight(
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
const outlasting = (end: Instant): Refusal =>
  new Refusal(InvalidJson, {
    en: ` expires must be at most ${toSeconds(end)}: your right to give this role ends then.`,
    es: ` expires debe ser como máximo ${toSeconds(end)}: entonces termina su derecho a conceder este rol.`,
  })

async function grantAll(
  transaction: Transaction<Database>,
  origin: Origin,
  userId: string,
  roles: readonly Omit<NewEntitlement, 'userId'>[],
): Promise<Entitlement[]> {
  const granted: Entitlement[] = []
  // in one order, so that two calls with the same roles wait for each other and never in a circle
  for (const role of roles.toSorted(byRoleAndBank)) {
    const entitlement = await grant(transaction, origin, { userId, ...role })
    if (!entitlement) throw new Refusal(EntitlementAlreadyExists, ` user_id(${userId}) ${textOfRole(role)}`)
    granted.push(entitlement)
  }
  return granted
}

function byRoleAndBank(a: PlacedRole, b: PlacedRole): number {
  const [one, other] = [textOfRole(a), textOfRole(b)]
  return one < other ? -1 : one > other ? 1 : 0
}

/** As refusals name it: `(CanAddKycCheck,gh.29.uk)`. */
export const textOfRole = ({ roleName, bankId }: PlacedRole): string => `(${roleName},${bankId})`

/** As the view has it, from which nothing can be deleted where the tables are distributed. */
const isInForce = ({ eb, or }: ExpressionBuilder<Database, 'entitlement'>) =>
  or([eb('expires_at', 'is', null), eb('expires_at', '>', statementTime)])

async function revoke(
  transaction: Transaction<Database>,
  origin: Origin,
  { entitlementId, userId }: Revoked,
): Promise<Revocation> {
  const row = await transaction
    .deleteFrom('entitlement')
    .where(isInForce)
    .where('entitlement_id', '=', entitlementId)
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
    .returningAll()
    .executeTakeFirst()
  if (!row) {
    const other = await transaction
      .selectFrom('entitlement_in_force')
      .select('user_id')
      .where('entitlement_id', '=', entitlementId)
      .executeTakeFirst()
    return other ? 'of another user' : 'unknown'
  }
  // the same role under its other names goes with it: who takes one away means the role
  const synonyms = await transaction
    .deleteFrom('entitlement')
    .where(isInForce)
    .where('bank_id', '=', row.bank_id)
    .where('user_id', '=', row.user_id)
    .where('role_name', 'in', synonymsOf(row.role_name))
    .returningAll()
    .execute()
  await recordChanges(
    transaction,
    origin,
    [row, ...synonyms].map(({ bank_id, entitlement_id, user_id, role_name }) => ({
      bankId: bank_id,
      subject: 'entitlement',
      subjectId: entitlement_id,
      change: { deleted: { user_id, role_name } },
    })),
  )
  return 'revoked'
}
