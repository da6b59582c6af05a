/** What a caller may do: the user's entitlements, the consumer's scopes where they count, and roles given just in time. */
import type { Caller } from '../authentication/caller.ts'
import type { Origin } from '../observation/audit.ts'
import type { Settings } from '../settings.ts'
import type { Entitlements } from './entitlements.ts'
import { rolesToGrant, withRoles } from './just-in-time.ts'
import { assertRoles, type HeldRoles, holdsEnough, type Requirement, type ScopeRule } from './requirement.ts'
import type { Scopes } from './scopes.ts'

export interface Access {
  /** What a caller holds at a bank and in the system, as of now. */
  heldBy(caller: Caller, bankId: string): Promise<HeldRoles>
  /**
   * Lets a call with enough roles pass; with just-in-time entitlements also that of a user who may give them, and who is
   * given them.
   * @throws Refusal OBP-20006 where the user has not enough, OBP-20023 where the consumer has not
   */
  assertAllowed(caller: Caller, requirement: Requirement, bankId: string, origin: Origin): Promise<void>
}

type Choice = Pick<
  Settings,
  | 'requireScopesForAllRoles'
  | 'requireScopesForListedRoles'
  | 'allowEntitlementsOrScopes'
  | 'createJustInTimeEntitlements'
>

/** How scopes count; null: not at all. */
function scopeRule(settings: Choice): ScopeRule | null {
  if (settings.requireScopesForAllRoles) return 'all'
  if (settings.allowEntitlementsOrScopes) return 'instead'
  return settings.requireScopesForListedRoles.length > 0 ? settings.requireScopesForListedRoles : null
}

export function access(entitlements: Entitlements, scopes: Scopes, settings: Choice): Access {
  const rule = scopeRule(settings)

  async function heldWithScopes({ user, consumer }: Caller, bankId: string, rule: ScopeRule): Promise<HeldRoles> {
    const [own, ofConsumer] = await Promise.all([
      entitlements.heldBy(user.userId, bankId),
      scopes.heldBy(consumer.consumerId, bankId),
    ])
    return { ...own, scopes: { ...ofConsumer, rule } }
  }
  const heldBy: Access['heldBy'] = (caller, bankId) =>
    rule ? heldWithScopes(caller, bankId, rule) : entitlements.heldBy(caller.user.userId, bankId)

  return {
    heldBy,
    async assertAllowed(caller, requirement, bankId, origin) {
      const held = await heldBy(caller, bankId)
      const missing =
        settings.createJustInTimeEntitlements && !holdsEnough(requirement, held)
          ? rolesToGrant(requirement, held, bankId)
          : []
      assertRoles(requirement, withRoles(held, missing), bankId)
      if (missing.length > 0)
        await entitlements.grantMissing(origin, caller.user.userId, missing, 'create_just_in_time_entitlements')
    },
  }
}
