/** Scopes: which consumer holds which role, at which bank or in the system. They count where a setting says so. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import { gather } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import type { ConsumerScopeTable } from '../storage/schema.ts'
import type { PlaceRoles } from './requirement.ts'
import { endingBeforeScope, endOfRight } from './right-to-grant.ts'

export interface Scope {
  readonly scopeId: string
  readonly consumerId: string
  readonly roleName: string
  /** '' for a system role */
  readonly bankId: string
}

/** A role that a consumer is to have, for good. */
export type NewScope = Omit<Scope, 'scopeId'> & {
  /** the roles of the caller's own that let them give it */
  readonly rights?: readonly string[]
}

export interface Scopes {
  /** What a consumer holds at a bank and in the system, as of now. */
  heldBy(consumerId: string, bankId: string): Promise<PlaceRoles>
  /** Everything that a consumer was given, by role name, then bank. */
  ofConsumer(consumerId: string): Promise<Scope[]>
  /**
   * Gives the role; null where the consumer has it already.
   * @throws Refusal OBP-30220 where the caller's right to give it ends, OBP-20006 where it has ended
   */
  grant(origin: Origin, scope: NewScope): Promise<Scope | null>
  /** Takes a scope from its consumer; false where the consumer has none of that id. */
  revoke(origin: Origin, scope: Pick<Scope, 'scopeId' | 'consumerId'>): Promise<boolean>
}

const toScope = (row: Selectable<ConsumerScopeTable>): Scope => ({
  scopeId: row.scope_id,
  consumerId: row.consumer_id,
  roleName: row.role_name,
  bankId: row.bank_id,
})

export function scopes({ lookups, db }: Storage): Scopes {
  const held = gather<{ consumerId: string; bankId: string }, { bank_id: string; role_name: string }>({
    lookups,
    name: 'roles_of_consumer',
    text: `
      select asked.place, s.bank_id, s.role_name
      from unnest($1::text[], $2::text[]) with ordinality as asked(consumer_id, bank_id, place)
      join consumer_scope s on s.consumer_id = asked.consumer_id
      where s.bank_id = '' or s.bank_id = asked.bank_id`,
    parts: ({ consumerId, bankId }) => [consumerId, bankId],
    // many users call with one consumer
    same: ({ consumerId, bankId }) => `${consumerId} ${bankId}`,
    shape: (row) => row,
  })
  return {
    async heldBy(consumerId, bankId) {
      const rows = await held({ consumerId, bankId })
      const names = (at: string) => new Set(rows.filter((row) => row.bank_id === at).map((row) => row.role_name))
      return { inSystem: names(''), atBank: bankId === '' ? new Set() : names(bankId) }
    },

    async ofConsumer(consumerId) {
      const rows = await db
        .selectFrom('consumer_scope')
        .selectAll()
        .where('consumer_id', '=', consumerId)
        .orderBy('role_name')
        .orderBy('bank_id')
        .execute()
      return rows.map(toScope)
    },

    grant: (origin, { consumerId, roleName, bankId, rights }) =>
      db.transaction().execute(async (transaction) => {
        const end = await endOfRight(transaction, origin, bankId, rights)
        if (end !== null) throw endingBeforeScope(end)
        const row = await transaction
          .insertInto('consumer_scope')
          .values({ bank_id: bankId, scope_id: randomUUID(), consumer_id: consumerId, role_name: roleName })
          .onConflict((conflict) => conflict.columns(['bank_id', 'consumer_id', 'role_name']).doNothing())
          .returningAll()
          .executeTakeFirst()
        if (!row) return null
        await recordChange(transaction, origin, {
          bankId,
          subject: 'consumer_scope',
          subjectId: row.scope_id,
          change: { created: { consumer_id: consumerId, role_name: roleName } },
        })
        return toScope(row)
      }),

    revoke: (origin, { scopeId, consumerId }) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .deleteFrom('consumer_scope')
          .where('scope_id', '=', scopeId)
          .where('consumer_id', '=', consumerId)
          .returningAll()
          .executeTakeFirst()
        if (!row) return false
        await recordChange(transaction, origin, {
          bankId: row.bank_id,
          subject: 'consumer_scope',
          subjectId: scopeId,
          change: { deleted: { consumer_id: consumerId, role_name: row.role_name } },
        })
        return true
      }),
  }
}
