/** Entitlements: which user holds which role, at which bank or in the system. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import { gather } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import type { Database, EntitlementTable } from '../storage/schema.ts'
import type { HeldRoles } from './requirement.ts'

export interface Entitlement {
  readonly entitlementId: string
  readonly userId: string
  readonly roleName: string
  /** '' for a system role */
  readonly bankId: string
}

export interface Entitlements {
  /** What a user holds at a bank and in the system, as of now. */
  heldBy(userId: string, bankId: string): Promise<HeldRoles>
  /** Gives the role; null where the user has it already. */
  grant(origin: Origin, entitlement: Omit<Entitlement, 'entitlementId'>): Promise<Entitlement | null>
}

const toEntitlement = (row: Selectable<EntitlementTable>): Entitlement => ({
  entitlementId: row.entitlement_id,
  userId: row.user_id,
  roleName: row.role_name,
  bankId: row.bank_id,
})

export function entitlements({ pool, db }: Storage): Entitlements {
  const held = gather<{ userId: string; bankId: string }, { bank_id: string; role_name: string }>({
    pool,
    name: 'roles_of_user',
    text: `
      select asked.place, e.bank_id, e.role_name
      from unnest($1::text[], $2::text[]) with ordinality as asked(user_id, bank_id, place)
      join entitlement e on e.user_id = asked.user_id
      where e.bank_id = '' or e.bank_id = asked.bank_id`,
    parts: ({ userId, bankId }) => [userId, bankId],
    shape: (row) => row,
  })
  return {
    async heldBy(userId, bankId) {
      const rows = await held({ userId, bankId })
      const names = (at: string) => new Set(rows.filter((row) => row.bank_id === at).map((row) => row.role_name))
      return { inSystem: names(''), atBank: bankId === '' ? new Set() : names(bankId) }
    },
    grant: (origin, entitlement) => db.transaction().execute((transaction) => grant(transaction, origin, entitlement)),
  }
}

/** Gives a role inside a transaction of the caller's; null where the user has it already. */
export async function grant(
  transaction: Kysely<Database>,
  origin: Origin,
  { userId, roleName, bankId }: Omit<Entitlement, 'entitlementId'>,
): Promise<Entitlement | null> {
  const row = await transaction
    .insertInto('entitlement')
    .values({ bank_id: bankId, entitlement_id: randomUUID(), user_id: userId, role_name: roleName })
    .onConflict((conflict) => conflict.columns(['bank_id', 'user_id', 'role_name']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  const entitlement = toEntitlement(row)
  await recordChange(transaction, origin, {
    bankId,
    subject: 'entitlement',
    subjectId: entitlement.entitlementId,
    change: { created: { user_id: userId, role_name: roleName } },
  })
  return entitlement
}
