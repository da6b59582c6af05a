/** Roles that users ask for, and what became of it. */
import { randomUUID } from 'node:crypto'
import { type Selectable, sql, type Transaction } from 'kysely'
import type { User } from '../authentication/caller.ts'
import { type Origin, recordChange } from '../observation/audit.ts'
import type { Storage } from '../storage/pool.ts'
import type { Database, EntitlementRequestTable, Instant } from '../storage/schema.ts'
import { namesOf } from './roles.ts'

export type RequestStatus = Selectable<EntitlementRequestTable>['status']

export interface EntitlementRequest {
  readonly entitlementRequestId: string
  readonly user: User
  readonly roleName: string
  /** '' for a system role */
  readonly bankId: string
  readonly status: RequestStatus
  /** of a refusal; '' otherwise */
  readonly reason: string
  readonly createdAt: Instant
}

interface Filter {
  readonly userId?: string
  /** null: whatever became of them */
  readonly status: RequestStatus | null
}

export interface EntitlementRequests {
  /** Those that a filter leaves, oldest first; requests of deleted users are left out. */
  list(filter: Filter): Promise<EntitlementRequest[]>
  /** Asks for a role under any of its names; says where the user has it, or has asked for it and nobody has decided. */
  ask(
    origin: Origin,
    user: User,
    role: { roleName: string; bankId: string },
  ): Promise<EntitlementRequest | 'asked' | 'held'>
  /** Closes an open request, with a reason for its user. Null where there is no open request of that id. */
  refuse(origin: Origin, entitlementRequestId: string, reason: string): Promise<EntitlementRequest | null>
  /** False where there is none of that id. */
  remove(origin: Origin, entitlementRequestId: string): Promise<boolean>
  /** Takes back what a user has asked for; false where they have no open request of that id. */
  withdraw(origin: Origin, userId: string, entitlementRequestId: string): Promise<boolean>
}

type Row = Selectable<EntitlementRequestTable> & { provider: string; username: string; email: string }

const toRequest = (row: Row): EntitlementRequest => ({
  entitlementRequestId: row.entitlement_request_id,
  user: { userId: row.user_id, provider: row.provider, username: row.username, email: row.email },
  roleName: row.role_name,
  bankId: row.bank_id,
  status: row.status,
  reason: row.reason,
  createdAt: row.created_at,
})

const withUser = (db: Storage['db']) =>
  db
    .selectFrom('entitlement_request as r')
    .innerJoin('app_user as u', (join) => join.onRef('u.user_id', '=', 'r.user_id').on('u.deleted_at', 'is', null))
    .selectAll('r')
    .select(['u.provider', 'u.username', 'u.email'])

export function entitlementRequests({ db }: Storage): EntitlementRequests {
  /** @param openOf the user whose open request it must be; null: anybody's, whatever became of it */
  const remove = (origin: Origin, entitlementRequestId: string, openOf: string | null): Promise<boolean> =>
    db.transaction().execute(async (transaction) => {
      const row = await transaction
        .deleteFrom('entitlement_request')
        .where('entitlement_request_id', '=', entitlementRequestId)
        .$if(openOf !== null, (query) => query.where('user_id', '=', openOf!).where('status', '=', 'open'))
        .returningAll()
        .executeTakeFirst()
      if (row) await audit(transaction, origin, row, { deleted: { user_id: row.user_id, role_name: row.role_name } })
      return row !== undefined
    })

  return {
    async list({ userId, status }) {
      const rows = await withUser(db)
        .$if(userId !== undefined, (query) => query.where('r.user_id', '=', userId!))
        .$if(status !== null, (query) => query.where('r.status', '=', status!))
        .orderBy('r.created_at')
        .orderBy('r.entitlement_request_id')
        .execute()
      return rows.map(toRequest)
    },

    ask: (origin, user, { roleName, bankId }) =>
      db.transaction().execute(async (transaction) => {
        await lockRolesOf(transaction, user.userId)
        const stands = (table: 'entitlement_in_force' | 'entitlement_request') =>
          transaction
            .selectFrom(table)
            .select('role_name')
            .where('bank_id', '=', bankId)
            .where('user_id', '=', user.userId)
            .where('role_name', 'in', namesOf(roleName))
        if (await stands('entitlement_in_force').executeTakeFirst()) return 'held'
        if (await stands('entitlement_request').where('status', '=', sql.lit('open')).executeTakeFirst()) return 'asked'
        const row = await transaction
          .insertInto('entitlement_request')
          .values({
            bank_id: bankId,
            entitlement_request_id: randomUUID(),
            user_id: user.userId,
            role_name: roleName,
          })
          .returningAll()
          .executeTakeFirstOrThrow()
        await audit(transaction, origin, row, { created: { user_id: user.userId, role_name: roleName } })
        return toRequest({ ...row, ...user })
      }),

    refuse: (origin, entitlementRequestId, reason) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .updateTable('entitlement_request')
          .set({ status: 'refused', reason, closed_at: sql<Instant>`now()` })
          .where('entitlement_request_id', '=', entitlementRequestId)
          .where('status', '=', 'open')
          .returningAll()
          .executeTakeFirst()
        if (!row) return null
        await audit(transaction, origin, row, { updated: { status: 'refused', reason } })
        const request = await withUser(transaction)
          .where('r.entitlement_request_id', '=', entitlementRequestId)
          .executeTakeFirst()
        return request ? toRequest(request) : null
      }),

    remove: (origin, entitlementRequestId) => remove(origin, entitlementRequestId, null),
    withdraw: (origin, userId, entitlementRequestId) => remove(origin, entitlementRequestId, userId),
  }
}

/** Lets grants and requests of one user wait for each other, so that neither misses the other. */
export async function lockRolesOf(transaction: Transaction<Database>, userId: string): Promise<void> {
  await transaction.selectFrom('app_user').select('user_id').where('user_id', '=', userId).forNoKeyUpdate().execute()
}

/** Closes the open requests that a grant fulfils, under any name of the role, in the transaction of the grant. */
export async function closeGranted(
  transaction: Transaction<Database>,
  origin: Origin,
  { userId, roleName, bankId }: { userId: string; roleName: string; bankId: string },
): Promise<void> {
  const rows = await transaction
    .updateTable('entitlement_request')
    .set({ status: 'granted', closed_at: sql<Instant>`now()` })
    .where('bank_id', '=', bankId)
    .where('user_id', '=', userId)
    .where('role_name', 'in', namesOf(roleName))
    .where('status', '=', 'open')
    .returningAll()
    .execute()
  for (const row of rows) await audit(transaction, origin, row, { updated: { status: 'granted' } })
}

const audit = (
  transaction: Transaction<Database>,
  origin: Origin,
  { bank_id, entitlement_request_id }: Selectable<EntitlementRequestTable>,
  change: Record<string, unknown>,
) =>
  recordChange(transaction, origin, {
    bankId: bank_id,
    subject: 'entitlement_request',
    subjectId: entitlement_request_id,
    change,
  })
