import { allOf } from '../../authorisation/requirement.ts'
import { roles } from '../../authorisation/roles.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const RoleV600 = field.object({
  role: field.string(),
  requires_bank_id: field.boolean(),
  entitlement_count: field.number(),
})

export const getRolesWithEntitlementCounts = operation({
  version: 'v6.0.0',
  name: 'getRolesWithEntitlementCountsAtAllBanks',
  verb: 'GET',
  path: '/management/roles-with-entitlement-counts',
  summary: { en: 'Get Roles with Entitlement Counts', es: 'Obtener los roles y cuántas veces se han concedido' },
  description: {
    en: `Every role that can be granted, by name, and how many entitlements of it there are at all banks and in the system. An entitlement counts under the name by which it was granted.

Authentication is Mandatory`,
    es: `Todos los roles que se pueden conceder, por nombre, y cuántas veces se ha concedido cada uno en todos los bancos y en el sistema. Cada concesión cuenta con el nombre con el que se hizo.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement'],
  roles: allOf('CanGetRolesWithEntitlementCountsAtAllBanks'),
  response: field.object({ roles: field.array(RoleV600) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: { roles: [{ role: 'CanCreateCustomer', requires_bank_id: true, entitlement_count: 3 }] } },
  async handle(_call, _connector, { entitlements }) {
    const counts = await entitlements.countsByRole()
    return {
      roles: roles.map(({ name, requiresBankId }) => ({
        role: name,
        requires_bank_id: requiresBankId,
        entitlement_count: counts.get(name) ?? 0,
      })),
    }
  },
})
