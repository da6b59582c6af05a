/** An entitlement: a role that a user holds at a bank or in the system, for good or for a time. */
import { type Selectable, sql } from 'kysely'
import type { EntitlementTable, Instant } from '../storage/schema.ts'

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

/** A role at a bank, or in the system with ''. */
export type PlacedRole = Pick<Entitlement, 'roleName' | 'bankId'>

/** As refusals name it: `(CanAddKycCheck,gh.29.uk)`. */
export const textOfRole = ({ roleName, bankId }: PlacedRole): string => `(${roleName},${bankId})`

/** The entitlement of a row. */
export const toEntitlement = (row: Selectable<EntitlementTable>): Entitlement => ({
  entitlementId: row.entitlement_id,
  userId: row.user_id,
  roleName: row.role_name,
  bankId: row.bank_id,
  createdByProcess: row.created_by_process,
  expiresAt: row.expires_at,
})

/** As the view of those in force has it. */
export const statementTime = sql<Instant>`statement_timestamp()`
