import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import { namedOneOf } from '../../protocol/query.ts'
import { EntitlementsV200, exampleEntitlement, listedUntil, toEntitlementsV200 } from './entitlement-v200.ts'

export const getEntitlementsForCurrentUser = operation({
  version: 'v3.0.0',
  name: 'getEntitlementsForCurrentUser',
  verb: 'GET',
  path: '/my/entitlements',
  summary: { en: 'Get Entitlements for the current User', es: 'Obtener los roles del usuario actual' },
  description: {
    en: `The roles of the user who is logged in, at every bank and in the system. ${listedUntil.en} \`?status=expired\` gives those that have expired since and were not given again.

Authentication is Mandatory`,
    es: `Los roles del usuario que ha iniciado sesión, en todos los bancos y en el sistema. ${listedUntil.es} \`?status=expired\` da los que ya han caducado y no se han vuelto a conceder.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  query: {
    status: namedOneOf(
      'status',
      ['held', 'expired'],
      {
        en: 'held, or left out: the roles that count; expired: those that have expired.',
        es: 'held, o sin indicar: los roles que cuentan; expired: los que han caducado.',
      },
      'expired',
    ),
  },
  response: EntitlementsV200,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UnknownError],
  furtherErrors: [error.InvalidFilter],
  example: { response: { list: [exampleEntitlement] } },
  async handle({ query, user: { userId }, prefix }, _connector, { entitlements }) {
    const list = query.status === 'expired' ? entitlements.expiredOf(userId) : entitlements.ofUser(userId)
    return toEntitlementsV200(await list, prefix)
  },
})
