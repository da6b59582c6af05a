/** Entitlements: which user holds which role, at which bank or in the system. */
import { ensureUser, type NewUser } from '../authentication/users/users.ts'
import type { Origin } from '../observation/audit.ts'
import { Refusal, UserNotFoundByProviderAndUsername } from '../protocol/errors.ts'
import { gather } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import { type Entitlement, type PlacedRole, statementTime, toEntitlement } from './entitlement.ts'
import { type GrantingProcess, grant, grantAll, grantMissing, type NewEntitlement } from './granting.ts'
import type { HeldRoles } from './requirement.ts'
import { type Revocation, type Revoked, revoke } from './revocation.ts'
import { namesOf } from './roles.ts'

export interface NamedEntitlement extends Entitlement {
  /** of the user who holds it */
  readonly username: string
}

export interface Entitlements {
  /** What a user holds at a bank and in the system, as of now. */
  heldBy(userId: string, bankId: string): Promise<HeldRoles>
  /** Everything that a user was given; this list, as the others, is by role name, then bank. */
  ofUser(userId: string): Promise<Entitlement[]>
  /** What a user held until it expired, and was not given again under any name. */
  expiredOf(userId: string): Promise<Entitlement[]>
  /** What users were given at a bank. */
  atBank(bankId: string): Promise<Entitlement[]>
  /** What all users were given; null: roles of any name. */
  all(roleNames: readonly string[] | null): Promise<NamedEntitlement[]>
  /**
   * Gives the role, or extends the one that the user has; null where they have it already.
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
        .select(({ eb }) => eb('expires_at', '<=', statementTime).as('is_expired'))
        .where('user_id', '=', userId)
        .orderBy('role_name')
        .orderBy('bank_id')
        .execute()
      const inForce = rows.filter((row) => !row.is_expired)
      /** Also where a role of another name, given since, allows all that it did. */
      const isHeldAgain = ({ role_name, bank_id }: (typeof rows)[number]) =>
        namesOf(role_name).every((name) =>
          inForce.some((row) => row.bank_id === bank_id && namesOf(name).includes(row.role_name)),
        )
      return rows.filter((row) => row.is_expired && !isHeldAgain(row)).map(toEntitlement)
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
      db.transaction().execute((transaction) => grantMissing(transaction, origin, userId, roles, process)),

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
