/** What *Create Scope for a Consumer* has in common in its versions. */
import { anyOf, assertRoles } from '../../authorisation/requirement.ts'
import { ownRights } from '../../authorisation/right-to-grant.ts'
import { isSuperAdmin } from '../../authorisation/super-admin.ts'
import type { Bound } from '../../connector/connector.ts'
import * as error from '../../protocol/errors.ts'
import type { Call } from '../../protocol/operation.ts'
import type { Services } from '../../protocol/services.ts'
import { assertBankExists, NewEntitlement, roleFor } from './new-entitlement.ts'
import { assertConsumerExists, exampleScope, ScopeV300, toScopeV300 } from './scope-v300.ts'

const mayCreate = anyOf('CanCreateScopeAtOneBank', 'CanCreateScopeAtAnyBank')

export const described = {
  name: 'addScope',
  verb: 'POST',
  path: '/consumers/CONSUMER_ID/scopes',
  summary: { en: 'Create Scope for a Consumer', es: 'Conceder un ámbito a un consumidor' },
  description: {
    en: `Gives a consumer a role, at a bank or in the whole system. \`bank_id\` names the bank of a bank role and is empty for a system role.

The roles of consumers count only where the server is set up so: beside those of the user, or instead of them. Then the scope counts from the next call of the consumer on.

This may be done by a super admin, by a user with the role CanCreateScopeAtAnyBank, and, for roles at one bank, by a user with the role CanCreateScopeAtOneBank at that bank. A scope does not expire: nobody gives one by a role that they have for a time only.

Authentication is Mandatory`,
    es: `Concede un rol a un consumidor, en un banco o en todo el sistema. \`bank_id\` indica el banco de un rol de banco y va vacío en un rol de sistema.

Los roles de los consumidores solo cuentan si el servidor está configurado así: además de los del usuario o en lugar de ellos. En ese caso el ámbito tiene efecto a partir de la siguiente llamada del consumidor.

Pueden hacerlo un superadministrador, un usuario con el rol CanCreateScopeAtAnyBank y, para los roles de un banco, un usuario con el rol CanCreateScopeAtOneBank en ese banco. Un ámbito no caduca: nadie concede uno con un rol que solo tiene por un tiempo.

Autenticación obligatoria`,
  },
  tags: ['Scope', 'Role', 'Consumer'],
  rolesCheckedByHandler: mayCreate,
  request: NewEntitlement,
  response: ScopeV300,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.UserHasMissingRoles,
    error.ConsumerNotFoundById,
    error.IncorrectRoleName,
    error.EntitlementIsBankRole,
    error.EntitlementIsSystemRole,
    error.BankNotFound,
    error.EntitlementAlreadyExists,
    error.UnknownError,
  ],
  furtherErrors: [error.EntitlementCannotBeGranted],
  uses: ['getBank'],
  example: {
    request: { bank_id: exampleScope.bank_id, role_name: exampleScope.role_name },
    response: exampleScope,
  },
  async handle(
    { path, body, user, roles, origin }: Call<'/consumers/CONSUMER_ID/scopes', NewEntitlement>,
    connector: Bound<'getBank'>,
    { consumers, scopes, settings }: Services,
  ) {
    const bankId = body.bank_id
    const held = await roles(bankId)
    const isSuper = isSuperAdmin(user, settings)
    if (!isSuper) assertRoles(mayCreate, held, bankId)
    await assertConsumerExists(consumers, path.CONSUMER_ID)
    const roleName = roleFor(body)
    await assertBankExists(connector, bankId)
    const scope = await scopes.grant(origin, {
      consumerId: path.CONSUMER_ID,
      roleName,
      bankId,
      rights: isSuper ? [] : ownRights(held, mayCreate.roles),
    })
    if (!scope) throw new error.Refusal(error.EntitlementAlreadyExists)
    return toScopeV300(scope)
  },
} as const
