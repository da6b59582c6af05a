import { roles } from '../../authorisation/roles.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

const RoleV210 = field.object({ role: field.string(), requires_bank_id: field.boolean() })

export const getRoles = operation({
  version: 'v2.1.0',
  name: 'getRoles',
  verb: 'GET',
  path: '/roles',
  summary: { en: 'Get Roles', es: 'Obtener los roles' },
  description: {
    en: `Every role that can be granted, by name. A role with \`requires_bank_id\` true is held at one bank, the others in the whole system.

Some roles have two names, an older one and that of v6.0.0. Either can be granted, and whoever holds one may do what the other allows.

Authentication is Mandatory`,
    es: `Todos los roles que se pueden conceder, por nombre. Un rol con \`requires_bank_id\` igual a true se tiene en un banco; los demás, en todo el sistema.

Algunos roles tienen dos nombres, uno antiguo y el de v6.0.0. Se puede conceder cualquiera de los dos, y quien tiene uno puede hacer lo que permite el otro.

Autenticación obligatoria`,
  },
  tags: ['Role'],
  response: field.object({ roles: field.array(RoleV210) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { roles: [{ role: 'CanCreateCustomer', requires_bank_id: true }] } },
  handle: () => ({
    roles: roles.map(({ name, requiresBankId }) => ({ role: name, requires_bank_id: requiresBankId })),
  }),
})
