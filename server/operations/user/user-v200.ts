/** The shape of a user in v2.0.0. */
import type { Static } from 'typebox'
import type { User } from '../../authentication/caller.ts'
import type { Entitlement } from '../../authorisation/entitlement.ts'
import * as field from '../../protocol/fields.ts'
import type { Prefix } from '../../protocol/versions.ts'
import { EntitlementsV200, exampleEntitlement, toEntitlementsV200 } from '../role/entitlement-v200.ts'

export const UserV200 = field.object({
  user_id: field.string(),
  email: field.string(),
  provider_id: field.string(),
  provider: field.string(),
  username: field.string(),
  entitlements: EntitlementsV200,
})

export const toUserV200 = (
  { userId, email, provider, username }: User,
  entitlements: readonly Entitlement[],
  prefix: Prefix,
): Static<typeof UserV200> => ({
  user_id: userId,
  email,
  // the name inside the provider, which is the user name
  provider_id: username,
  provider,
  username,
  entitlements: toEntitlementsV200(entitlements, prefix),
})

export const exampleUserV200 = {
  user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
  email: 'susan.uk.29@example.com',
  provider_id: 'susan.uk.29',
  provider: 'fichero',
  username: 'susan.uk.29',
  entitlements: { list: [exampleEntitlement] },
}
