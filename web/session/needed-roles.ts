/** The roles that a call needs, and those of them to ask for. */
import type { OperationDocument } from '../../server/documentation/operation-document.ts'
import type { Roles } from './roles.svelte.ts'
import type { Session } from './session.svelte.ts'

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

type Asking = Pick<Session, 'isSignedIn' | 'banks'> & { roles: Pick<Roles, 'holds' | 'hasAskedFor'> }

/** Those to ask for in one step: neither held nor asked for; of several of which one is enough, nobody asks for all. */
export function rolesToAskFor(
  document: Pick<OperationDocument, 'roles' | 'role_rule'>,
  bankId: string,
  { isSignedIn, banks, roles }: Asking,
): PlacedRole[] {
  if (!isSignedIn || document.role_rule === 'any') return []
  const isBank = banks.some(({ id }) => id === bankId)
  return neededRoles(document, isBank ? bankId : '').filter(
    ({ role, bankId }) => !roles.holds(role, bankId) && !roles.hasAskedFor(role, bankId),
  )
}
