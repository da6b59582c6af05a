/** The roles that a call needs. */
import type { OperationDocument } from '../../server/documentation/operation-document.ts'

/** A role and where it counts: at a bank, '' is the system. */
export interface PlacedRole {
  role: string
  bankId: string
}

/** Those of an operation, for a call at a bank; of a call without one, no role of a bank is asked. */
export const neededRoles = ({ roles }: Pick<OperationDocument, 'roles'>, bankId: string): PlacedRole[] =>
  (roles ?? [])
    .filter(({ requires_bank_id }) => bankId !== '' || !requires_bank_id)
    .map(({ role, requires_bank_id }) => ({ role, bankId: requires_bank_id ? bankId : '' }))
