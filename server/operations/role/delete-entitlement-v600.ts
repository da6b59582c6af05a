import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'

export const deleteEntitlementV600 = operation({
  version: 'v6.0.0',
  name: 'deleteEntitlement',
  verb: 'DELETE',
  path: '/entitlements/ENTITLEMENT_ID',
  summary: { en: 'Delete Entitlement', es: 'Retirar un rol' },
  description: {
    en: `Takes a role from the user who holds it. It is gone for the next call of the user on. What is gone already is a success too.

Authentication is Mandatory`,
    es: `Retira un rol al usuario que lo tiene. Deja de tener efecto a partir de la siguiente llamada del usuario. Si ya se había retirado, la llamada también termina bien.

Autenticación obligatoria`,
  },
  tags: ['Role', 'User', 'Entitlement'],
  roles: allOf('CanDeleteEntitlementAtAnyBank'),
  response: field.object({}),
  status: 204,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.UnknownError],
  example: { response: {} },
  async handle({ path, origin }, _connector, { entitlements }) {
    await entitlements.revoke(origin, { entitlementId: path.ENTITLEMENT_ID })
    return {}
  },
})
