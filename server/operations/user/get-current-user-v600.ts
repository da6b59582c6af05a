import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementV200, exampleEntitlement, toEntitlementV200 } from '../role/entitlement-v200.ts'
import { exampleUserV300, toUserV300, UserV300 } from './user-v300.ts'

const EntitlementV600 = field.object({ ...EntitlementV200.properties, created_by_process: field.string() })

export const getCurrentUserV600 = operation({
  version: 'v6.0.0',
  name: 'getCurrentUser',
  verb: 'GET',
  path: '/users/current',
  summary: { en: 'Get User (Current)', es: 'Obtener el usuario actual' },
  description: {
    en: `The user who is logged in, with the roles that they were given and what gave each: \`manual\` is a call that grants roles. The list of views on accounts is empty: this server has no views.

Authentication is Mandatory`,
    es: `El usuario que ha iniciado sesión, con los roles que se le han concedido y el origen de cada uno: \`manual\` es una llamada que concede roles. La lista de vistas sobre cuentas va vacía: este servidor no tiene vistas.

Autenticación obligatoria`,
  },
  tags: ['User'],
  response: field.object({
    ...UserV300.properties,
    entitlements: field.object({ list: field.array(EntitlementV600) }),
  }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: {
    response: {
      ...exampleUserV300,
      entitlements: { list: [{ ...exampleEntitlement, created_by_process: 'manual' }] },
    },
  },
  async handle({ user, prefix }, _connector, { entitlements }) {
    const held = await entitlements.ofUser(user.userId)
    return {
      ...toUserV300(user, [], prefix),
      entitlements: {
        list: held.map((each) => ({
          ...toEntitlementV200(each, prefix),
          created_by_process: each.createdByProcess,
        })),
      },
    }
  },
})
