import { anyOf, type HeldRoles, holds } from '../../authorisation/requirement.ts'
import { anyGranter, ownRights } from '../../authorisation/right-to-grant.ts'
import { isSuperAdmin } from '../../authorisation/super-admin.ts'
import * as error from '../../protocol/errors.ts'
import type { Locale } from '../../protocol/languages.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementV200, exampleEntitlement, toEntitlementV200 } from './entitlement-v200.ts'
import { assertBankExists, NewExpiringEntitlement, roleFor, termOf } from './new-entitlement.ts'
import { userOfPath } from './user-of-path.ts'

export const addEntitlement = operation({
  version: 'v2.0.0',
  name: 'addEntitlement',
  verb: 'POST',
  path: '/users/USER_ID/entitlements',
  summary: { en: 'Add Entitlement for a User', es: 'Conceder un rol a un usuario' },
  description: {
    en: `Gives a user a role, at a bank or in the whole system. \`bank_id\` names the bank of a bank role and is empty for a system role.

This may be done by a super admin, by a user with the role CanCreateEntitlementAtAnyBank, and, for roles at one bank, by a user with the role CanCreateEntitlementAtOneBank at that bank.

The role counts from the next call of the user on. With \`expires\`, such as \`2026-12-03T10:00:00Z\`, it is given for a time: from that moment on it counts as none, and may be given or asked for again. Without it the role stays until it is taken away. Given again, under any of its names, with a later \`expires\`, or with null, which is for good, a role that the user has for a time lasts until then, and keeps its id; no role is shortened. Who may give roles for a time gives none that outlasts that time.

Authentication is Mandatory`,
    es: `Concede un rol a un usuario, en un banco o en todo el sistema. \`bank_id\` indica el banco de un rol de banco y va vacío en un rol de sistema.

Pueden hacerlo un superadministrador, un usuario con el rol CanCreateEntitlementAtAnyBank y, para los roles de un banco, un usuario con el rol CanCreateEntitlementAtOneBank en ese banco.

El rol tiene efecto a partir de la siguiente llamada del usuario. Con \`expires\`, por ejemplo \`2026-12-03T10:00:00Z\`, se concede por un tiempo: a partir de ese momento deja de contar y se puede volver a conceder o solicitar. Sin \`expires\`, el rol se mantiene hasta que se retira. Si se vuelve a conceder, con cualquiera de sus nombres, con un \`expires\` posterior, o con null, es decir, para siempre, el rol que el usuario tiene por un tiempo se prorroga hasta entonces y conserva su identificador; ningún rol se acorta. Quien solo puede conceder roles por un tiempo no concede ninguno que dure más.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  rolesCheckedByHandler: anyOf(...anyGranter),
  request: NewExpiringEntitlement,
  response: EntitlementV200,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.NotASuperAdmin,
    error.UserNotFoundById,
    error.IncorrectRoleName,
    error.EntitlementIsBankRole,
    error.EntitlementIsSystemRole,
    error.BankNotFound,
    error.EntitlementAlreadyExists,
    error.UnknownError,
  ],
  uses: ['getBank'],
  example: {
    request: { bank_id: exampleEntitlement.bank_id, role_name: exampleEntitlement.role_name },
    response: exampleEntitlement,
  },
  async handle({ path, body, user, roles, origin, prefix }, connector, { users, entitlements, settings }) {
    const bankId = body.bank_id
    const held = await roles(bankId)
    const isSuper = isSuperAdmin(user, settings)
    if (!isSuper) assertMayGrant(held, bankId)
    const { userId } = await userOfPath(users, path.USER_ID)
    const roleName = roleFor(body)
    await assertBankExists(connector, bankId)
    const granted = await entitlements.grant(origin, {
      userId,
      roleName,
      bankId,
      ...termOf(body),
      rights: isSuper ? [] : ownRights(held, anyGranter),
    })
    if (!granted) throw new error.Refusal(error.EntitlementAlreadyExists)
    return toEntitlementV200(granted, prefix)
  },
})

/** @throws Refusal OBP-20050 that names the two roles either of which is enough; clients know the missing blanks in it */
function assertMayGrant(held: HeldRoles, bankId: string) {
  if (anyGranter.some((role) => holds(held, role))) return
  const missing = (locale: Locale, or: string) => {
    const text = error.documentedText(error.UserHasMissingRoles, locale)
    return ` ${or}${text}CanCreateEntitlementAtOneBank BankId(${bankId}). ${or}${text}CanCreateEntitlementAtAnyBank`
  }
  throw new error.Refusal(error.NotASuperAdmin, { en: missing('en_GB', 'or'), es: missing('es_ES', 'o ') })
}
