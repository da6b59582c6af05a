import { allOf } from '../../authorisation/requirement.ts'
import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  EntitlementRequestsV300,
  exampleEntitlementRequest,
  toEntitlementRequestsV300,
} from './entitlement-request-v300.ts'
import { statusOf, statusParameter } from './request-status.ts'

export const getAllEntitlementRequests = operation({
  version: 'v3.0.0',
  name: 'getAllEntitlementRequests',
  verb: 'GET',
  path: '/entitlement-requests',
  summary: { en: 'Get all Entitlement Requests', es: 'Obtener todas las solicitudes de rol' },
  description: {
    en: `The open requests of all users, oldest first. \`?status=\` takes \`granted\`, \`refused\` or \`all\` instead of \`open\`.

Authentication is Mandatory`,
    es: `Las solicitudes abiertas de todos los usuarios, de la más antigua a la más reciente. \`?status=\` admite \`granted\`, \`refused\` o \`all\` en lugar de \`open\`.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  roles: allOf('CanGetEntitlementRequestsAtAnyBank'),
  query: statusParameter,
  response: EntitlementRequestsV300,
  status: 200,
  errors: [error.UserNotLoggedIn, error.UserHasMissingRoles, error.InvalidFilter, error.UnknownError],
  example: { response: { entitlement_requests: [exampleEntitlementRequest] } },
  handle: async ({ query, prefix }, _connector, services) =>
    toEntitlementRequestsV300(await services.entitlementRequests.list({ status: statusOf(query) }), prefix, services),
})
