/** The errors of an operation, as documentation and the pipeline see them. */
import { type ErrorEntry, UserHasMissingRoles, UserNotLoggedIn } from './errors.ts'
import type { Operation } from './operation.ts'

/**
 * What an operation says it can answer, made to agree with what the pipeline does: OBP-20001 where a login is needed,
 * OBP-20006 where roles are, and neither where they cannot be.
 */
export function documentedErrors({ errors, roles, rolesCheckedByHandler, login }: Operation): ErrorEntry[] {
  const mayLackRoles = roles !== undefined || rolesCheckedByHandler !== undefined
  const needsLogin = login === 'required' || mayLackRoles
  const possible = errors.filter(
    ({ code }) => (needsLogin || code !== UserNotLoggedIn.code) && (mayLackRoles || code !== UserHasMissingRoles.code),
  )
  const always = [...(needsLogin ? [UserNotLoggedIn] : []), ...(mayLackRoles ? [UserHasMissingRoles] : [])]
  return [...possible, ...always.filter(({ code }) => !possible.some((entry) => entry.code === code))]
}
