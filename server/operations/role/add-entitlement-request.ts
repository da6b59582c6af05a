import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  EntitlementRequestV300,
  exampleEntitlementRequest,
  toEntitlementRequestV300,
} from './entitlement-request-v300.ts'
import { assertBankExists, NewEntitlement, roleFor } from './new-entitlement.ts'

export const addEntitlementRequest = operation({
  version: 'v3.0.0',
  name: 'addEntitlementRequest',
  verb: 'POST',
  path: '/entitlement-requests',
  summary: { en: 'Create Entitlement Request for current User', es: 'Solicitar un rol para el usuario actual' },
  description: {
    en: `Asks for a role, at a bank or in the whole system, for the user who is logged in. \`bank_id\` names the bank of a bank role and is empty for a system role.

The request is open until somebody gives the role, refuses it or deletes the request. There is one open request for a role in one place; after a refusal it may be asked for again.

Authentication is Mandatory`,
    es: `Solicita un rol, en un banco o en todo el sistema, para el usuario que ha iniciado sesión. \`bank_id\` indica el banco de un rol de banco y va vacío en un rol de sistema.

La solicitud queda abierta hasta que alguien concede el rol, lo deniega o elimina la solicitud. Solo hay una solicitud abierta por rol y lugar; tras una denegación se puede volver a solicitar.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  request: NewEntitlement,
  response: EntitlementRequestV300,
  status: 201,
  errors: [
    error.UserNotLoggedIn,
    error.InvalidJson,
    error.BankNotFound,
    error.IncorrectRoleName,
    error.EntitlementIsBankRole,
    error.EntitlementIsSystemRole,
    error.EntitlementRequestAlreadyExists,
    error.EntitlementAlreadyExists,
    error.UnknownError,
  ],
  uses: ['getBank'],
  example: {
    request: { bank_id: exampleEntitlementRequest.bank_id, role_name: exampleEntitlementRequest.role_name },
    response: exampleEntitlementRequest,
  },
  async handle({ body, user, origin, prefix }, connector, services) {
    const bankId = body.bank_id
    await assertBankExists(connector, bankId)
    const roleName = roleFor(body)
    const request = await services.entitlementRequests.ask(origin, user, { roleName, bankId })
    if (request === 'held') throw new error.Refusal(error.EntitlementAlreadyExists)
    if (request === 'asked') throw new error.Refusal(error.EntitlementRequestAlreadyExists)
    return toEntitlementRequestV300(request, prefix, services)
  },
})
