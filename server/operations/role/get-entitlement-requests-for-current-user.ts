import * as error from '../../protocol/errors.ts'
import { operation } from '../../protocol/operation.ts'
import {
  EntitlementRequestsV300,
  exampleEntitlementRequest,
  toEntitlementRequestsV300,
} from './entitlement-request-v300.ts'
import { statusOf, statusParameter } from './request-status.ts'

export const getEntitlementRequestsForCurrentUser = operation({
  version: 'v3.0.0',
  name: 'getEntitlementRequestsForCurrentUser',
  verb: 'GET',
  path: '/my/entitlement-requests',
  summary: {
    en: 'Get Entitlement Requests for the current User',
    es: 'Obtener las solicitudes de rol del usuario actual',
  },
  description: {
    en: `The open requests of the user who is logged in, oldest first. \`?status=\` takes \`granted\`, \`refused\` or \`all\` instead of \`open\`; a refusal tells its reason.

Authentication is Mandatory`,
    es: `Las solicitudes abiertas del usuario que ha iniciado sesión, de la más antigua a la más reciente. \`?status=\` admite \`granted\`, \`refused\` o \`all\` en lugar de \`open\`; una denegación indica su motivo.

Autenticación obligatoria`,
  },
  tags: ['Role', 'Entitlement', 'User'],
  query: statusParameter,
  response: EntitlementRequestsV300,
  status: 200,
  errors: [error.UserNotLoggedIn, error.InvalidFilter, error.UnknownError],
  example: { response: { entitlement_requests: [exampleEntitlementRequest] } },
  handle: async ({ query, user: { userId }, prefix }, _connector, services) =>
    toEntitlementRequestsV300(
      await services.entitlementRequests.list({ userId, status: statusOf(query) }),
      prefix,
      services,
    ),
})
