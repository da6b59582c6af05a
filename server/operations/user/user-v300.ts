/** The shape of a user in v3.0.0: that of v2.0.0 and the views that they were given. */
import type { Static } from 'typebox'
import type { User } from '../../authentication/caller.ts'
import type { Entitlement } from '../../authorisation/entitlement.ts'
import * as field from '../../protocol/fields.ts'
import type { Prefix } from '../../protocol/versions.ts'
import { exampleUserV200, toUserV200, UserV200 } from './user-v200.ts'

export const Views = field.object({
  list: field.array(field.object({ bank_id: field.string(), account_id: field.string(), view_id: field.string() })),
})
export const UserV300 = field.object({ ...UserV200.properties, views: Views })

/** The list of views is empty: this server has none. */
export const toUserV300 = (
  user: User,
  entitlements: readonly Entitlement[],
  prefix: Prefix,
): Static<typeof UserV300> => ({ ...toUserV200(user, entitlements, prefix), views: { list: [] } })

export const exampleUserV300 = { ...exampleUserV200, views: { list: [] } }
