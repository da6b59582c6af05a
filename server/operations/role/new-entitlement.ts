/** A role that somebody is to be given, in requests, and what must be right about it. */
import type { Static } from 'typebox'
import { type RoleName, roleNamed, roles } from '../../authorisation/roles.ts'
import type { Bound } from '../../connector/connector.ts'
import {
  bankNotFound,
  EntitlementIsBankRole,
  EntitlementIsSystemRole,
  IncorrectRoleName,
  Refusal,
} from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

export type NewEntitlement = Static<typeof NewEntitlement>
export const NewEntitlement = field.object({
  bank_id: field.text({ most: 255 }),
  role_name: field.text({ most: 255 }),
})

/** As {@link NewEntitlement}, for good or until `expires`. */
export type NewExpiringEntitlement = Static<typeof NewExpiringEntitlement>
export const NewExpiringEntitlement = field.object({
  ...NewEntitlement.properties,
  expires: field.optional(field.orNull(field.date())),
})

/** How long a role is asked for; only who says so means to extend one that the user has. */
export const termOf = ({ expires }: NewExpiringEntitlement) => ({
  expiresAt: expires ?? null,
  extend: expires !== undefined,
})

/**
 * Gives the name of a role that exists and is of the kind that the place wants: a bank or, with '', the system.
 * @throws Refusal OBP-10007 with all names, OBP-30205, OBP-30206
 */
export function roleFor({ role_name, bank_id }: NewEntitlement): RoleName {
  const role = roleNamed(role_name)
  if (!role) throw unknownRole(role_name)
  if (role.requiresBankId && bank_id === '') throw new Refusal(EntitlementIsBankRole)
  if (!role.requiresBankId && bank_id !== '') throw new Refusal(EntitlementIsSystemRole)
  return role.name
}

function unknownRole(name: string): Refusal {
  const all = roles.map((role) => role.name).join(', ')
  return new Refusal(IncorrectRoleName, {
    en: `${name}. Possible roles are ${all}`,
    es: `${name}. Los roles posibles son ${all}`,
  })
}

/** @throws Refusal OBP-30001 where the place is a bank that is not there */
export async function assertBankExists({ getBank }: Bound<'getBank'>, bankId: string): Promise<void> {
  if (bankId !== '' && !(await getBank({ bankId }))) throw bankNotFound(bankId)
}
