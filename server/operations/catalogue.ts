/** The list of all operations. */

import type { Operation } from '../protocol/operation.ts'
import { createMyApiCollection } from './api-collection/create-my-api-collection.ts'
import { createMyApiCollectionEndpoint } from './api-collection/create-my-api-collection-endpoint.ts'
import { createMyApiCollectionEndpointById } from './api-collection/create-my-api-collection-endpoint-by-id.ts'
import { deleteMyApiCollection } from './api-collection/delete-my-api-collection.ts'
import { deleteMyApiCollectionEndpoint } from './api-collection/delete-my-api-collection-endpoint.ts'
import { deleteMyApiCollectionEndpointById } from './api-collection/delete-my-api-collection-endpoint-by-id.ts'
import { deleteMyApiCollectionEndpointByOperationId } from './api-collection/delete-my-api-collection-endpoint-by-operation-id.ts'
import { getAllApiCollections } from './api-collection/get-all-api-collections.ts'
import { getApiCollectionEndpoints } from './api-collection/get-api-collection-endpoints.ts'
import { getApiCollectionsForUser } from './api-collection/get-api-collections-for-user.ts'
import { getFeaturedApiCollections } from './api-collection/get-featured-api-collections.ts'
import { getMyApiCollectionById } from './api-collection/get-my-api-collection-by-id.ts'
import { getMyApiCollectionByName } from './api-collection/get-my-api-collection-by-name.ts'
import { getMyApiCollectionEndpoint } from './api-collection/get-my-api-collection-endpoint.ts'
import { getMyApiCollectionEndpoints } from './api-collection/get-my-api-collection-endpoints.ts'
import { getMyApiCollectionEndpointsById } from './api-collection/get-my-api-collection-endpoints-by-id.ts'
import { getMyApiCollections } from './api-collection/get-my-api-collections.ts'
import { getSharableApiCollectionById } from './api-collection/get-sharable-api-collection-by-id.ts'
import { updateMyApiCollection } from './api-collection/update-my-api-collection.ts'
import { bankById } from './bank/bank-by-id.ts'
import { createBank } from './bank/create-bank.ts'
import { createBankV400 } from './bank/create-bank-v400.ts'
import { createBankV500 } from './bank/create-bank-v500.ts'
import { getBank } from './bank/get-bank.ts'
import { getBankV400 } from './bank/get-bank-v400.ts'
import { getBankV500 } from './bank/get-bank-v500.ts'
import { getBanks } from './bank/get-banks.ts'
import { getBanksV400 } from './bank/get-banks-v400.ts'
import { updateBank } from './bank/update-bank.ts'
import { callsLimit } from './consumer/calls-limit.ts'
import { callsLimitV400 } from './consumer/calls-limit-v400.ts'
import { createCallLimits } from './consumer/create-call-limits.ts'
import { createConsumer } from './consumer/create-consumer.ts'
import { createConsumerV400 } from './consumer/create-consumer-v400.ts'
import { createConsumerV510 } from './consumer/create-consumer-v510.ts'
import { createMyConsumer } from './consumer/create-my-consumer.ts'
import { deleteCallLimits } from './consumer/delete-call-limits.ts'
import { enableDisableConsumers, enableDisableConsumersV210 } from './consumer/enable-disable-consumers.ts'
import { getActiveRateLimitsAtDate, getActiveRateLimitsNow } from './consumer/get-active-rate-limits.ts'
import { getCallsLimit } from './consumer/get-calls-limit.ts'
import { getConsumer } from './consumer/get-consumer.ts'
import { getConsumerCallCounters } from './consumer/get-consumer-call-counters.ts'
import { getConsumerV210 } from './consumer/get-consumer-v210.ts'
import { getConsumerV510 } from './consumer/get-consumer-v510.ts'
import { getConsumers } from './consumer/get-consumers.ts'
import { getConsumersForCurrentUser } from './consumer/get-consumers-for-current-user.ts'
import { getConsumersV210 } from './consumer/get-consumers-v210.ts'
import { getConsumersV510 } from './consumer/get-consumers-v510.ts'
import { getRateLimitingInfo } from './consumer/get-rate-limiting-info.ts'
import { updateConsumerCertificate } from './consumer/update-consumer-certificate.ts'
import { updateConsumerLogoURL } from './consumer/update-consumer-logo-url.ts'
import { updateConsumerName } from './consumer/update-consumer-name.ts'
import { updateConsumerRedirectUrl } from './consumer/update-consumer-redirect-url.ts'
import { updateConsumerRedirectUrlV510 } from './consumer/update-consumer-redirect-url-v510.ts'
import { updateRateLimits } from './consumer/update-rate-limits.ts'
import { getCrmEvents } from './crm/get-crm-events.ts'
import { addCustomer } from './customer/add-customer.ts'
import { addCustomerMessage } from './customer/add-customer-message.ts'
import { getCustomer } from './customer/get-customer.ts'
import { getCustomersMessages } from './customer/get-customers-messages.ts'
import { configV220 } from './discovery/config-v220.ts'
import { configV310 } from './discovery/config-v310.ts'
import { getFeatures } from './discovery/get-features.ts'
import { getOAuth2ServerJwksUris } from './discovery/get-oauth2-server-jwks-uris.ts'
import { getOAuth2ServerWellKnown } from './discovery/get-oauth2-server-well-known.ts'
import { suggestedSessionTimeout } from './discovery/suggested-session-timeout.ts'
import { getApiGlossary } from './documentation/get-api-glossary.ts'
import { getBankLevelDynamicResourceDocsObp } from './documentation/get-bank-level-dynamic-resource-docs-obp.ts'
import { getErrorMessages } from './documentation/get-error-messages.ts'
import { getMessageDocs } from './documentation/get-message-docs.ts'
import { getMessageDocsJsonSchema } from './documentation/get-message-docs-json-schema.ts'
import { getMessageDocsSwagger } from './documentation/get-message-docs-swagger.ts'
import { getResourceDoc } from './documentation/get-resource-doc.ts'
import { getResourceDocsIndex } from './documentation/get-resource-docs-index.ts'
import { getResourceDocsObp } from './documentation/get-resource-docs-obp.ts'
import { getResourceDocsObpV400 } from './documentation/get-resource-docs-obp-v400.ts'
import { getResourceDocsOpenAPI31 } from './documentation/get-resource-docs-openapi.ts'
import { getResourceDocsOpenAPI31YAML } from './documentation/get-resource-docs-openapi-yaml.ts'
import { getResourceDocsSearchTerms } from './documentation/get-resource-docs-search-terms.ts'
import { getResourceDocsSwagger } from './documentation/get-resource-docs-swagger.ts'
import { getScannedApiVersions } from './documentation/get-scanned-api-versions.ts'
import { getScannedApiVersionsV600 } from './documentation/get-scanned-api-versions-v600.ts'
import { root } from './documentation/root.ts'
import { rootV400 } from './documentation/root-v400.ts'
import { rootV510 } from './documentation/root-v510.ts'
import { getAggregateMetrics } from './metric/get-aggregate-metrics.ts'
import { getAggregateMetricsV510 } from './metric/get-aggregate-metrics-v510.ts'
import { getAggregateMetricsV600 } from './metric/get-aggregate-metrics-v600.ts'
import { getConnectorMetrics } from './metric/get-connector-metrics.ts'
import { getMetrics } from './metric/get-metrics.ts'
import { getMetricsAtBank } from './metric/get-metrics-at-bank.ts'
import { getMetricsTopConsumers } from './metric/get-metrics-top-consumers.ts'
import { getMetricsV510 } from './metric/get-metrics-v510.ts'
import { getMetricsV600 } from './metric/get-metrics-v600.ts'
import { getTopApis } from './metric/get-top-apis.ts'
import { getTopApisV600 } from './metric/get-top-apis-v600.ts'
import { addEntitlement } from './role/add-entitlement.ts'
import { addEntitlementRequest } from './role/add-entitlement-request.ts'
import { addScope } from './role/add-scope.ts'
import { addScopeV400 } from './role/add-scope-v400.ts'
import { createUserWithRoles } from './role/create-user-with-roles.ts'
import { deleteEntitlement } from './role/delete-entitlement.ts'
import { deleteEntitlementRequest } from './role/delete-entitlement-request.ts'
import { deleteEntitlementV600 } from './role/delete-entitlement-v600.ts'
import { deleteScope } from './role/delete-scope.ts'
import { getAllEntitlementRequests } from './role/get-all-entitlement-requests.ts'
import { getAllEntitlements } from './role/get-all-entitlements.ts'
import { getAllEntitlementsV310 } from './role/get-all-entitlements-v310.ts'
import { getEntitlementRequests } from './role/get-entitlement-requests.ts'
import { getEntitlementRequestsForCurrentUser } from './role/get-entitlement-requests-for-current-user.ts'
import { getEntitlements } from './role/get-entitlements.ts'
import { getEntitlementsByBankAndUser } from './role/get-entitlements-by-bank-and-user.ts'
import { getEntitlementsForBank } from './role/get-entitlements-for-bank.ts'
import { getEntitlementsForCurrentUser } from './role/get-entitlements-for-current-user.ts'
import { getEntitlementsV400 } from './role/get-entitlements-v400.ts'
import { getRoles } from './role/get-roles.ts'
import { getRolesWithEntitlementCounts } from './role/get-roles-with-entitlement-counts.ts'
import { getScopes } from './role/get-scopes.ts'
import { getScopesV400 } from './role/get-scopes-v400.ts'
import { refuseEntitlementRequest } from './role/refuse-entitlement-request.ts'
import { sandboxDataImport } from './sandbox/sandbox-data-import.ts'
import { deleteConsumerTokens } from './token/delete-consumer-tokens.ts'
import { deleteCurrentToken } from './token/delete-current-token.ts'
import { deleteMyAuthorizedApplication } from './token/delete-my-authorized-application.ts'
import { deleteMyToken } from './token/delete-my-token.ts'
import { deleteMyTokens } from './token/delete-my-tokens.ts'
import { deleteUserTokens } from './token/delete-user-tokens.ts'
import { getMyAuthorizedApplications } from './token/get-my-authorized-applications.ts'
import { getMyTokens } from './token/get-my-tokens.ts'
import { createUser } from './user/create-user.ts'
import { deleteSecondFactor } from './user/delete-second-factor.ts'
import { deleteUser } from './user/delete-user.ts'
import { getCurrentUser } from './user/get-current-user.ts'
import { getCurrentUserId } from './user/get-current-user-id.ts'
import { getCurrentUserV300 } from './user/get-current-user-v300.ts'
import { getCurrentUserV600 } from './user/get-current-user-v600.ts'
import { getEntitlementsAndPermissions } from './user/get-entitlements-and-permissions.ts'
import { getBadLoginStatus } from './user/get-lock-status.ts'
import { getUserLockStatus } from './user/get-lock-status-by-provider.ts'
import { getLogoutLink } from './user/get-logout-link.ts'
import { getUser } from './user/get-user.ts'
import { getUserByProviderAndUsername } from './user/get-user-by-provider-and-username.ts'
import { getUserByUserId } from './user/get-user-by-user-id.ts'
import { getUserByUserIdV400 } from './user/get-user-by-user-id-v400.ts'
import { getUserByUserIdV600 } from './user/get-user-by-user-id-v600.ts'
import { getUserByUsername } from './user/get-user-by-username.ts'
import { getUserByUsernameV400 } from './user/get-user-by-username-v400.ts'
import { getUsers } from './user/get-users.ts'
import { getUsersByEmail } from './user/get-users-by-email.ts'
import { getUsersByEmailV400 } from './user/get-users-by-email-v400.ts'
import { getUsersV400 } from './user/get-users-v400.ts'
import { getUsersV600 } from './user/get-users-v600.ts'
import { lockUser } from './user/lock-user.ts'
import { lockUserByProviderAndUsername } from './user/lock-user-by-provider.ts'
import { refreshUser } from './user/refresh-user.ts'
import { resetPasswordComplete } from './user/reset-password-complete.ts'
import { resetPasswordUrl } from './user/reset-password-url.ts'
import { unlockUser } from './user/unlock-user.ts'
import { unlockUserByProviderAndUsername } from './user/unlock-user-by-provider.ts'
import { validateUserByUserId } from './user/validate-user-by-user-id.ts'
import { createAuthenticationTypeValidation } from './validation/create-authentication-type-validation.ts'
import { createJsonSchemaValidation } from './validation/create-json-schema-validation.ts'
import { deleteAuthenticationTypeValidation } from './validation/delete-authentication-type-validation.ts'
import { deleteJsonSchemaValidation } from './validation/delete-json-schema-validation.ts'
import { getAllAuthenticationTypeValidations } from './validation/get-all-authentication-type-validations.ts'
import { getAllAuthenticationTypeValidationsPublic } from './validation/get-all-authentication-type-validations-public.ts'
import { getAllJsonSchemaValidations } from './validation/get-all-json-schema-validations.ts'
import { getAllJsonSchemaValidationsPublic } from './validation/get-all-json-schema-validations-public.ts'
import { getAuthenticationTypeValidation } from './validation/get-authentication-type-validation.ts'
import { getJsonSchemaValidation } from './validation/get-json-schema-validation.ts'
import { updateAuthenticationTypeValidation } from './validation/update-authentication-type-validation.ts'
import { updateJsonSchemaValidation } from './validation/update-json-schema-validation.ts'
import { createOrUpdateWebUiProps } from './web-ui/create-or-update-web-ui-props.ts'
import { createWebUiProps } from './web-ui/create-web-ui-props.ts'
import { deleteWebUiProps } from './web-ui/delete-web-ui-props.ts'
import { deleteWebUiPropsV600 } from './web-ui/delete-web-ui-props-v600.ts'
import { getManagementWebUiProps } from './web-ui/get-management-web-ui-props.ts'
import { getWebUiProp } from './web-ui/get-web-ui-prop.ts'
import { getWebUiProps } from './web-ui/get-web-ui-props.ts'
import { getWebUiPropsV600 } from './web-ui/get-web-ui-props-v600.ts'

export const catalogue: readonly Operation[] = [
  // customer
  addCustomer,
  getCustomer,
  addCustomerMessage,
  getCustomersMessages,
  // crm
  getCrmEvents,
  // documentation
  root,
  rootV400,
  rootV510,
  getScannedApiVersions,
  getScannedApiVersionsV600,
  getApiGlossary,
  getErrorMessages,
  getMessageDocs,
  getMessageDocsSwagger,
  getMessageDocsJsonSchema,
  getBankLevelDynamicResourceDocsObp,
  getResourceDocsObp,
  getResourceDocsObpV400,
  getResourceDocsSwagger,
  getResourceDocsOpenAPI31,
  getResourceDocsOpenAPI31YAML,
  getResourceDocsIndex,
  getResourceDocsSearchTerms,
  getResourceDoc,
  // api-collection
  createMyApiCollectionEndpointById,
  createMyApiCollectionEndpoint,
  createMyApiCollection,
  deleteMyApiCollectionEndpointById,
  deleteMyApiCollectionEndpointByOperationId,
  deleteMyApiCollectionEndpoint,
  deleteMyApiCollection,
  getAllApiCollections,
  getApiCollectionEndpoints,
  getApiCollectionsForUser,
  getFeaturedApiCollections,
  getMyApiCollectionById,
  getMyApiCollectionByName,
  getMyApiCollectionEndpoint,
  getMyApiCollectionEndpointsById,
  getMyApiCollectionEndpoints,
  getMyApiCollections,
  getSharableApiCollectionById,
  updateMyApiCollection,
  // user
  createUser,
  getCurrentUser,
  getCurrentUserV300,
  getCurrentUserV600,
  getCurrentUserId,
  getUser,
  getUsers,
  getUserByUserId,
  getUsersByEmail,
  getUserByUsername,
  getUsersV400,
  getUsersV600,
  getUserByUserIdV400,
  getUserByUserIdV600,
  getEntitlementsAndPermissions,
  getUsersByEmailV400,
  getUserByUsernameV400,
  getUserByProviderAndUsername,
  deleteUser,
  validateUserByUserId,
  refreshUser,
  getBadLoginStatus,
  unlockUser,
  lockUser,
  getUserLockStatus,
  unlockUserByProviderAndUsername,
  lockUserByProviderAndUsername,
  getLogoutLink,
  resetPasswordUrl,
  resetPasswordComplete,
  deleteSecondFactor,
  // token
  getMyTokens,
  deleteMyToken,
  deleteCurrentToken,
  deleteMyTokens,
  deleteUserTokens,
  deleteConsumerTokens,
  getMyAuthorizedApplications,
  deleteMyAuthorizedApplication,
  // role
  getRoles,
  addEntitlement,
  getEntitlements,
  getEntitlementsV400,
  deleteEntitlement,
  getAllEntitlements,
  getAllEntitlementsV310,
  getEntitlementsByBankAndUser,
  getEntitlementsForBank,
  getEntitlementsForCurrentUser,
  createUserWithRoles,
  addEntitlementRequest,
  getAllEntitlementRequests,
  getEntitlementRequests,
  getEntitlementRequestsForCurrentUser,
  deleteEntitlementRequest,
  refuseEntitlementRequest,
  deleteEntitlementV600,
  getRolesWithEntitlementCounts,
  addScope,
  addScopeV400,
  getScopes,
  getScopesV400,
  deleteScope,
  // sandbox
  sandboxDataImport,
  // bank
  getBanks,
  getBanksV400,
  bankById,
  getBank,
  getBankV400,
  getBankV500,
  createBank,
  createBankV400,
  createBankV500,
  updateBank,
  // consumer
  createConsumer,
  createConsumerV400,
  createConsumerV510,
  createMyConsumer,
  getConsumersV210,
  getConsumerV210,
  getConsumers,
  getConsumersForCurrentUser,
  getConsumer,
  getConsumersV510,
  getConsumerV510,
  updateConsumerRedirectUrl,
  updateConsumerRedirectUrlV510,
  updateConsumerLogoURL,
  updateConsumerCertificate,
  updateConsumerName,
  enableDisableConsumersV210,
  enableDisableConsumers,
  callsLimit,
  callsLimitV400,
  getCallsLimit,
  getRateLimitingInfo,
  createCallLimits,
  updateRateLimits,
  deleteCallLimits,
  getActiveRateLimitsNow,
  getActiveRateLimitsAtDate,
  getConsumerCallCounters,
  // validation
  createJsonSchemaValidation,
  updateJsonSchemaValidation,
  deleteJsonSchemaValidation,
  getJsonSchemaValidation,
  getAllJsonSchemaValidations,
  getAllJsonSchemaValidationsPublic,
  createAuthenticationTypeValidation,
  updateAuthenticationTypeValidation,
  deleteAuthenticationTypeValidation,
  getAuthenticationTypeValidation,
  getAllAuthenticationTypeValidations,
  getAllAuthenticationTypeValidationsPublic,
  // discovery
  configV220,
  configV310,
  getFeatures,
  getOAuth2ServerJwksUris,
  getOAuth2ServerWellKnown,
  suggestedSessionTimeout,
  // web-ui
  getManagementWebUiProps,
  getWebUiProps,
  getWebUiPropsV600,
  getWebUiProp,
  createWebUiProps,
  createOrUpdateWebUiProps,
  deleteWebUiProps,
  deleteWebUiPropsV600,
  // metric
  getMetrics,
  getMetricsV510,
  getMetricsV600,
  getMetricsAtBank,
  getAggregateMetrics,
  getAggregateMetricsV510,
  getAggregateMetricsV600,
  getTopApis,
  getTopApisV600,
  getMetricsTopConsumers,
  getConnectorMetrics,
]
