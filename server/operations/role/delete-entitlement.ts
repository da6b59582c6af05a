import { anyOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteEntitlement = operation({
  version: 'v2.0.0',
  name: 'deleteEntitlement',
  verb: 'DELETE',
  path: '/users/USER_ID/entitlement/ENTITLEMENT_ID',
  summary: { en: 'Delete Entitlement', es: 'Retirar un rol a un usuario' },
  description: {
    en: `Takes a role from a user. It is gone for the next call of the user on.

Authentication is Mandatory`,
    es: `Retira un rol a un usuario. Deja de tener efecto a partir de la siguiente llamada del usuario.

Autenticación obligatoria`,
  },
  tags: ['Role', 'User', 'Entitlement'],
  roles: anyOf('CanDeleteEntitlementAtAnyBank'),
  response: field.object({}),
  status: 204,
  errors: [
    error.UserNotLoggedIn,
    error.UserHasMissingRoles,
    error.EntitlementNotFound,
    error.UserDoesNotHaveEntitlement,
    error.UnknownError,
  ],
  example: { response: {} },
  async handle({ path, origin }, _connector, { entitlements }) {
    const outcome = await entitlements.revoke(origin, { entitlementId: path.ENTITLEMENT_ID, userId: path.USER_ID })
    if (outcome === 'unknown') throw new error.Refusal(error.EntitlementNotFound)
    if (outcome === 'of another user') throw new error.Refusal(error.UserDoesNotHaveEntitlement)
    return {}
  },
})
