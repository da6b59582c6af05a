// Written by client/generate.ts from the catalogue of operations; changes here are lost.
import type { Operation } from '../operation.ts'
import type * as types from './types.ts'

/** Create a message to a customer. Needs CanCreateCustomerMessage. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-10001, OBP-30046, OBP-30008, OBP-20005, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addCustomerMessage: Operation<types.AddCustomerMessageV140> = { verb: 'POST', path: '/obp/v3.1.0/banks/BANK_ID/customer/CUSTOMER_ID/messages' }

/** Get messages for the logged in user. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCustomersMessages: Operation<types.GetCustomersMessagesV140> = { verb: 'GET', path: '/obp/v3.1.0/banks/BANK_ID/customer/messages' }

/** Get CRM Events. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-10016, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCrmEvents: Operation<types.GetCrmEventsV140> = { verb: 'GET', path: '/obp/v3.1.0/banks/BANK_ID/crm-events' }

/** Get API Info (root). Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const root: Operation<types.RootV121> = { verb: 'GET', path: '/obp/v3.1.0/root' }

/** Get Glossary of the API. Needs CanReadGlossary where the server is set so. Refusals: OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getApiGlossary: Operation<types.GetApiGlossaryV300> = { verb: 'GET', path: '/obp/v3.1.0/api/glossary' }

/** Get Message Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-30211, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMessageDocs: Operation<types.GetMessageDocsV220> = { verb: 'GET', path: '/obp/v3.1.0/message-docs/CONNECTOR' }

/** Get Message Docs as Swagger. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-30211, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMessageDocsSwagger: Operation<types.GetMessageDocsSwaggerV310> = { verb: 'GET', path: '/obp/v3.1.0/message-docs/CONNECTOR/swagger2.0' }

/** Get Bank Level Dynamic Resource Docs. Needs CanReadDynamicResourceDocsAtOneBank where the server is set so. Refusals: OBP-30001, OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBankLevelDynamicResourceDocsObp: Operation<types.GetBankLevelDynamicResourceDocsObpV140> = { verb: 'GET', path: '/obp/v3.1.0/banks/BANK_ID/resource-docs/API_VERSION/obp' }

/** Get Resource Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsObp: Operation<types.GetResourceDocsObpV140> = { verb: 'GET', path: '/obp/v3.1.0/resource-docs/API_VERSION/obp' }

/** Get Swagger 2.0. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsSwagger: Operation<types.GetResourceDocsSwaggerV140> = { verb: 'GET', path: '/obp/v3.1.0/resource-docs/API_VERSION/swagger' }

/** Create User. Needs no login. Refusals: OBP-10001, OBP-30207, OBP-20258, OBP-10018, OBP-10040, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-01000, OBP-50019. */
export const createUser: Operation<types.CreateUserV200> = { verb: 'POST', path: '/obp/v3.1.0/users' }

/** Get User (Current). Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCurrentUser: Operation<types.GetCurrentUserV300> = { verb: 'GET', path: '/obp/v3.1.0/users/current' }

/** Get Users by Email Address. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserV200: Operation<types.GetUserV200> = { verb: 'GET', path: '/obp/v3.1.0/users/USER_EMAIL' }

/** Get all Users. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUsers: Operation<types.GetUsersV210> = { verb: 'GET', path: '/obp/v3.1.0/users' }

/** Get User by USER_ID. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserByUserId: Operation<types.GetUserByUserIdV300> = { verb: 'GET', path: '/obp/v3.1.0/users/user_id/USER_ID' }

/** Get Users by Email Address. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUser: Operation<types.GetUserV300> = { verb: 'GET', path: '/obp/v3.1.0/users/email/EMAIL/terminator' }

/** Get User by USERNAME. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserByUsername: Operation<types.GetUserByUsernameV300> = { verb: 'GET', path: '/obp/v3.1.0/users/username/USERNAME' }

/** Refresh User. Needs CanRefreshUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const refreshUser: Operation<types.RefreshUserV310> = { verb: 'POST', path: '/obp/v3.1.0/users/USER_ID/refresh' }

/** Get User Lock Status. Needs CanReadUserLockedStatus. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBadLoginStatus: Operation<types.GetBadLoginStatusV310> = { verb: 'GET', path: '/obp/v3.1.0/users/USERNAME/lock-status' }

/** Unlock the User. Needs CanUnlockUser. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const unlockUser: Operation<types.UnlockUserV310> = { verb: 'PUT', path: '/obp/v3.1.0/users/USERNAME/lock-status' }

/** Get Roles. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getRoles: Operation<types.GetRolesV210> = { verb: 'GET', path: '/obp/v3.1.0/roles' }

/** Add Entitlement for a User. May need CanCreateEntitlementAtAnyBank or CanCreateEntitlementAtOneBank, as the call says. Refusals: OBP-20001, OBP-10001, OBP-20050, OBP-20005, OBP-10007, OBP-30205, OBP-30206, OBP-30001, OBP-30216, OBP-50000, OBP-20006, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addEntitlement: Operation<types.AddEntitlementV200> = { verb: 'POST', path: '/obp/v3.1.0/users/USER_ID/entitlements' }

/** Get Entitlements for User. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlements: Operation<types.GetEntitlementsV200> = { verb: 'GET', path: '/obp/v3.1.0/users/USER_ID/entitlements' }

/** Delete Entitlement. Needs CanDeleteEntitlementAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30212, OBP-30213, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteEntitlement: Operation<types.DeleteEntitlementV200> = { verb: 'DELETE', path: '/obp/v3.1.0/users/USER_ID/entitlement/ENTITLEMENT_ID' }

/** Get all Entitlements. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllEntitlements: Operation<types.GetAllEntitlementsV310> = { verb: 'GET', path: '/obp/v3.1.0/entitlements' }

/** Get Entitlements for User at Bank. Needs CanGetEntitlementsForAnyUserAtOneBank or CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-20005, OBP-50000, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementsByBankAndUser: Operation<types.GetEntitlementsByBankAndUserV210> = { verb: 'GET', path: '/obp/v3.1.0/banks/BANK_ID/users/USER_ID/entitlements' }

/** Get Entitlements for the current User. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-10016, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementsForCurrentUser: Operation<types.GetEntitlementsForCurrentUserV300> = { verb: 'GET', path: '/obp/v3.1.0/my/entitlements' }

/** Create Entitlement Request for current User. Needs a login. Refusals: OBP-20001, OBP-10001, OBP-30001, OBP-10007, OBP-30205, OBP-30206, OBP-30214, OBP-30216, OBP-50000, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addEntitlementRequest: Operation<types.AddEntitlementRequestV300> = { verb: 'POST', path: '/obp/v3.1.0/entitlement-requests' }

/** Get all Entitlement Requests. Needs CanGetEntitlementRequestsAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllEntitlementRequests: Operation<types.GetAllEntitlementRequestsV300> = { verb: 'GET', path: '/obp/v3.1.0/entitlement-requests' }

/** Get Entitlement Requests for a User. Needs CanGetEntitlementRequestsAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementRequests: Operation<types.GetEntitlementRequestsV300> = { verb: 'GET', path: '/obp/v3.1.0/users/USER_ID/entitlement-requests' }

/** Get Entitlement Requests for the current User. Needs a login. Refusals: OBP-20001, OBP-10016, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementRequestsForCurrentUser: Operation<types.GetEntitlementRequestsForCurrentUserV300> = { verb: 'GET', path: '/obp/v3.1.0/my/entitlement-requests' }

/** Delete Entitlement Request. May need CanDeleteEntitlementRequestsAtAnyBank, as the call says. Refusals: OBP-20001, OBP-20006, OBP-30215, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteEntitlementRequest: Operation<types.DeleteEntitlementRequestV300> = { verb: 'DELETE', path: '/obp/v3.1.0/entitlement-requests/ENTITLEMENT_REQUEST_ID' }

/** Create Scope for a Consumer. May need CanCreateScopeAtOneBank or CanCreateScopeAtAnyBank, as the call says. Refusals: OBP-20001, OBP-10001, OBP-20006, OBP-30019, OBP-10007, OBP-30205, OBP-30206, OBP-30001, OBP-30216, OBP-50000, OBP-30220, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addScope: Operation<types.AddScopeV300> = { verb: 'POST', path: '/obp/v3.1.0/consumers/CONSUMER_ID/scopes' }

/** Get Scopes for Consumer. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getScopes: Operation<types.GetScopesV300> = { verb: 'GET', path: '/obp/v3.1.0/consumers/CONSUMER_ID/scopes' }

/** Delete Consumer Scope. Needs CanDeleteScopeAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-20025, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteScope: Operation<types.DeleteScopeV300> = { verb: 'DELETE', path: '/obp/v3.1.0/consumers/CONSUMER_ID/scope/SCOPE_ID' }

/** Import sandbox data. Needs CanCreateSandbox. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-00002, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const sandboxDataImport: Operation<types.SandboxDataImportV210> = { verb: 'POST', path: '/obp/v3.1.0/sandbox/data-import' }

/** Get Banks. Needs no login. Refusals: OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBanks: Operation<types.GetBanksV121> = { verb: 'GET', path: '/obp/v3.1.0/banks' }

/** Get Bank. Needs no login. Refusals: OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBank: Operation<types.GetBankV300> = { verb: 'GET', path: '/obp/v3.1.0/banks/BANK_ID' }

/** Create Bank. Needs CanCreateBank. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-20011, OBP-20010, OBP-34000, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createBank: Operation<types.CreateBankV220> = { verb: 'POST', path: '/obp/v3.1.0/banks' }

/** Post a Consumer. Needs CanCreateConsumer. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createConsumer: Operation<types.CreateConsumerV220> = { verb: 'POST', path: '/obp/v3.1.0/management/consumers' }

/** Get Consumers. Needs CanGetConsumers. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumers: Operation<types.GetConsumersV310> = { verb: 'GET', path: '/obp/v3.1.0/management/consumers' }

/** Get Consumer. Needs CanGetConsumers. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumer: Operation<types.GetConsumerV310> = { verb: 'GET', path: '/obp/v3.1.0/management/consumers/CONSUMER_ID' }

/** Get Consumers (logged in User). Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumersForCurrentUser: Operation<types.GetConsumersForCurrentUserV310> = { verb: 'GET', path: '/obp/v3.1.0/management/users/current/consumers' }

/** Update Consumer RedirectUrl. May need CanUpdateConsumerRedirectUrl, as the call says. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-20015, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateConsumerRedirectUrl: Operation<types.UpdateConsumerRedirectUrlV210> = { verb: 'PUT', path: '/obp/v3.1.0/management/consumers/CONSUMER_ID/consumer/redirect_url' }

/** Enable or Disable Consumers. Needs CanEnableConsumers or CanDisableConsumers. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const enableDisableConsumers: Operation<types.EnableDisableConsumersV310> = { verb: 'PUT', path: '/obp/v3.1.0/management/consumers/CONSUMER_ID' }

/** Set Calls Limit for a Consumer. Needs CanSetCallLimits. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const callsLimit: Operation<types.CallsLimitV310> = { verb: 'PUT', path: '/obp/v3.1.0/management/consumers/CONSUMER_ID/consumer/call-limits' }

/** Get Call Limits for a Consumer. Needs CanReadCallLimits or CanSetCallLimits. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCallsLimit: Operation<types.GetCallsLimitV310> = { verb: 'GET', path: '/obp/v3.1.0/management/consumers/CONSUMER_ID/consumer/call-limits' }

/** Get Rate Limiting Info. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getRateLimitingInfo: Operation<types.GetRateLimitingInfoV310> = { verb: 'GET', path: '/obp/v3.1.0/rate-limiting' }

/** Get API Configuration. Needs CanGetConfig. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const config: Operation<types.ConfigV310> = { verb: 'GET', path: '/obp/v3.1.0/config' }

/** Get JSON Web Key (JWK) URIs. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getOAuth2ServerJWKsURIs: Operation<types.GetOAuth2ServerJWKsURIsV310> = { verb: 'GET', path: '/obp/v3.1.0/jwks-uris' }

/** Get WebUiProps (Management). Needs CanGetWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getWebUiProps: Operation<types.GetWebUiPropsV310> = { verb: 'GET', path: '/obp/v3.1.0/management/webui_props' }

/** Create WebUiProps. Needs CanCreateWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-08001, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createWebUiProps: Operation<types.CreateWebUiPropsV310> = { verb: 'POST', path: '/obp/v3.1.0/management/webui_props' }

/** Delete WebUiProps. Needs CanDeleteWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-08002, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteWebUiProps: Operation<types.DeleteWebUiPropsV310> = { verb: 'DELETE', path: '/obp/v3.1.0/management/webui_props/WEB_UI_PROPS_ID' }

/** Get Metrics. Needs CanReadMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getMetrics: Operation<types.GetMetricsV210> = { verb: 'GET', path: '/obp/v3.1.0/management/metrics' }

/** Get Aggregate Metrics. Needs CanReadAggregateMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getAggregateMetrics: Operation<types.GetAggregateMetricsV300> = { verb: 'GET', path: '/obp/v3.1.0/management/aggregate-metrics' }

/** Get Top APIs. Needs CanReadMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getTopAPIs: Operation<types.GetTopAPIsV310> = { verb: 'GET', path: '/obp/v3.1.0/management/metrics/top-apis' }

/** Get Top Consumers. Needs CanReadMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getMetricsTopConsumers: Operation<types.GetMetricsTopConsumersV310> = { verb: 'GET', path: '/obp/v3.1.0/management/metrics/top-consumers' }

/** Get Connector Metrics. Needs CanGetConnectorMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConnectorMetrics: Operation<types.GetConnectorMetricsV220> = { verb: 'GET', path: '/obp/v3.1.0/management/connector/metrics' }
