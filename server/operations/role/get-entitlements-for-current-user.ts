import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementsV200, exampleEntitlement, listedUntil, toEntitlementsV200 } from './entitlement-v200.ts'

export const getEntitlementsForCurrentUser = operation({
  version: 'v3.0.0',
  name: 'getEntitlementsForCurrentUser',
  verb: 'GET',
  path: '/my/entitlements',
  summary: { en: 'Get Entitlements for the current User', es: 'Obtener los roles del usuario actual' },
  description: {
    en: `The roles of the user who is logged in, at every bank and in the system. ${listedUntil.en}

Authentication is Mandatory`,
    es: `Los roles del usuario que ha iniciado sesión, en todos los bancos y en el sistema. ${listedUntil.es}

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  response: EntitlementsV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  example: { response: { list: [exampleEntitlement] } },
  handle: async ({ user, prefix }, _connector, { entitlements }) =>
    toEntitlementsV200(await entitlements.ofUser(user.userId), prefix),
})
