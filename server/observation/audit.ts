/** The audit trail: who changed what, when and by which call, written in the transaction of the change. */
import type { Transaction } from 'kysely'
import type { Database } from '../storage/schema.ts'

/** The call that a change belongs to. */
export interface Origin {
  readonly operationId: string
  readonly correlationId: string
  /** null where nobody is logged in */
  readonly userId: string | null
  readonly consumerId: string | null
}

export interface Change {
  /** '' outside any bank */
  bankId: string
  /** the table whose row changed */
  subject: string
  subjectId: string
  /** the new values, or those that are gone, by column: `{ created: {…} }`, `{ updated: {…} }`, `{ deleted: {…} }`; no secrets */
  change: Record<string, unknown>
}

/** Records changes in the transaction that makes them, so that both are kept or neither is. */
export async function recordChanges(
  transaction: Transaction<Database>,
  origin: Origin,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return
  await transaction
    .insertInto('audit_event')
    .values(changes.map((change) => auditRow(origin, change)))
    .execute()
}

/** The row of a change, for a statement that makes it and records it at once. */
export const auditRow = (origin: Origin, { bankId, subject, subjectId, change }: Change) => ({
  bank_id: bankId,
  user_id: origin.userId,
  consumer_id: origin.consumerId,
  operation_id: origin.operationId,
  correlation_id: origin.correlationId,
  subject,
  subject_id: subjectId,
  change: JSON.stringify(change),
})

/** As {@link recordChanges}, for one change. */
export const recordChange = (transaction: Transaction<Database>, origin: Origin, change: Change): Promise<void> =>
  recordChanges(transaction, origin, [change])
