import { anyOf } from '../../authorisation/requirement.ts'
import { namesOf } from '../../authorisation/roles.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { text } from '../../protocol/query.ts'
import { EntitlementV200, exampleEntitlement, listedUntil, toEntitlementV200 } from './entitlement-v200.ts'

const EntitlementV310 = field.object({
  ...EntitlementV200.properties,
  user_id: field.string(),
  username: field.string(),
})

export const getAllEntitlementsV310 = operation({
  version: 'v3.1.0',
  name: 'getAllEntitlements',
  verb: 'GET',
  path: '/entitlements',
  summary: { en: 'Get all Entitlements', es: 'Obtener todos los roles concedidos' },
  description: {
    en: `The roles of all users, at every bank and in the system, with the user who holds each. ${listedUntil.en}

Authentication is Mandatory`,
    es: `Los roles de todos los usuarios, en todos los bancos y en el sistema, con el usuario que tiene cada uno. ${listedUntil.es}

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement'],
  roles: anyOf('CanGetEntitlementsForAnyUserAtAnyBank'),
  query: {
    role: text('CanGetCustomersAtOneBank', {
      en: 'Only this role, under either of its names.',
      es: 'Solo este rol, con cualquiera de sus nombres.',
    }),
  },
  response: field.object({ list: field.array(EntitlementV310) }),
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: {
    response: {
      list: [{ ...exampleEntitlement, user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1', username: 'susan.uk.29' }],
    },
  },
  async handle({ query, prefix }, _connector, { entitlements }) {
    const list = await entitlements.all(query.role ? namesOf(query.role) : null)
    return {
      list: list.map((each) => ({
        ...toEntitlementV200(each, prefix),
        user_id: each.userId,
        username: each.username,
      })),
    }
  },
})
