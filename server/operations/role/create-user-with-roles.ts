import type { NewUser } from '../../authentication/users/users.ts'
import { textOfRole } from '../../authorisation/entitlement.ts'
import { anyOf, type HeldRoles, holds, ownRoles } from '../../authorisation/requirement.ts'
import { ownRights } from '../../authorisation/right-to-grant.ts'
import type { RoleName } from '../../authorisation/roles.ts'
import { isSuperAdmin } from '../../authorisation/super-admin.ts'
import * as error from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { operation } from '../../protocol/operation.ts'
import { EntitlementsV200, exampleEntitlement, toEntitlementsV200 } from './entitlement-v200.ts'
import { assertBankExists, NewExpiringEntitlement, roleFor, termOf } from './new-entitlement.ts'

const anyRoleGranter = 'CanCreateEntitlementAtAnyBank'

interface Pair {
  roleName: RoleName
  bankId: string
}

export const createUserWithRoles = operation({
  version: 'v4.0.0',
  name: 'createUserWithRoles',
  verb: 'POST',
  path: '/user-entitlements',
  summary: { en: 'Create (DAuth) User with Roles', es: 'Crear un usuario (DAuth) con roles' },
  description: {
    en: `Gives roles to the user of a DAuth provider, who is created if there is none of that name. All roles are given or none is; one with \`expires\` counts until then. A role that the user has for a time may be given again with a later \`expires\`, or with null, which is for good.

\`provider\` starts with \`dauth.\`. A super admin or a user with the role CanCreateEntitlementAtAnyBank may give any role, everybody else the roles that they hold themselves, each at the same place.

Authentication is Mandatory`,
    es: `Concede roles al usuario de un proveedor DAuth, que se crea si no hay ninguno con ese nombre. Se conceden todos los roles o ninguno; un rol con \`expires\` cuenta hasta ese momento. Un rol que el usuario tiene por un tiempo se puede volver a conceder con un \`expires\` posterior, o con null, es decir, para siempre.

\`provider\` empieza por \`dauth.\`. Un superadministrador o un usuario con el rol CanCreateEntitlementAtAnyBank puede conceder cualquier rol; los demás, los roles que ellos mismos tienen, cada uno en el mismo lugar.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  // or the roles that are to be given, which only the body names
  rolesCheckedByHandler: anyOf(anyRoleGranter),
  request: field.object({
    username: field.text({ least: 1, most: 100 }),
    provider: field.text({ most: 512 }),
    roles: field.listOf(NewExpiringEntitlement, { least: 1, most: 1000 }),
  }),
  response: EntitlementsV200,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.InvalidDauthProvider,
    error.IncorrectRoleName,
    error.EntitlementIsBankRole,
    error.EntitlementIsSystemRole,
    error.BankNotFound,
    error.EntitlementCannotBeGranted,
    error.UserNotFoundByProviderAndUsername,
    error.EntitlementAlreadyExists,
    error.UnknownError,
  ],
  uses: ['getBank'],
  example: {
    request: {
      username: '0x5a0b54d5dc17e0aadc383d2db43b0a0d3e029c4c',
      provider: 'dauth.example',
      roles: [{ bank_id: exampleEntitlement.bank_id, role_name: exampleEntitlement.role_name }],
    },
    response: { list: [exampleEntitlement] },
  },
  async handle({ body, user, roles, origin, prefix }, connector, { settings, entitlements }) {
    assertDauth(body.provider)
    const pairs = body.roles.map((each) => ({
      roleName: roleFor(each),
      bankId: each.bank_id,
      ...termOf(each),
    }))
    await Promise.all(pairs.map(({ bankId }) => assertBankExists(connector, bankId)))
    const given = isSuperAdmin(user, settings) ? pairs : await withRights(pairs, roles)
    return toEntitlementsV200(await entitlements.grantAllTo(origin, newUser(body), given), prefix)
  },
})

/** @throws Refusal OBP-20103 */
function assertDauth(provider: string) {
  if (!provider.startsWith('dauth.'))
    throw new error.Refusal(error.InvalidDauthProvider, {
      en: ' provider must start with dauth.',
      es: ' provider debe empezar por dauth.',
    })
}

/**
 * Adds what lets the caller give each role.
 * @throws Refusal OBP-30220 that names the roles which the caller may not pass on
 */
async function withRights<T extends Pair>(pairs: readonly T[], heldAt: (bankId: string) => Promise<HeldRoles>) {
  // looked at once: a right that is lost between two looks would leave no end to keep to
  const held = await Promise.all(pairs.map(async (pair) => ({ pair, roles: await heldAt(pair.bankId) })))
  const missing = held.filter(({ pair, roles }) => !mayGrant(pair, roles)).map(({ pair }) => textOfRole(pair))
  // the reference names the user here, whom it has created by then; a refused call creates nobody and tells of nobody
  if (missing.length > 0)
    throw new error.Refusal(error.EntitlementCannotBeGranted, {
      en: ` The login user does not have the following roles: ${missing.join(', ')}`,
      es: ` El usuario que ha iniciado sesión no tiene estos roles: ${missing.join(', ')}`,
    })
  return held.map(({ pair, roles }) => ({ ...pair, rights: ownRights(roles, [anyRoleGranter], [pair.roleName]) }))
}

/** A role that only the consumer holds is not the caller's to pass on. */
const mayGrant = ({ roleName }: Pair, held: HeldRoles): boolean =>
  holds(held, anyRoleGranter) || (holds(held, roleName) && holds(ownRoles(held), roleName))

/** A user who comes by a DAuth provider: without a password here. */
const newUser = ({ provider, username }: { provider: string; username: string }): NewUser => ({
  provider,
  username,
  email: '',
  firstName: '',
  lastName: '',
  passwordHash: null,
  isValidated: true,
})
