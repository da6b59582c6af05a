// Written by client/generate.ts from the catalogue of operations; changes here are lost.
import type { Operation } from '../operation.ts'
import type * as types from './types.ts'

/** Get customer for logged in user. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-30008, OBP-30001, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCustomer: Operation<types.GetCustomerV140> = { verb: 'GET', path: '/obp/v2.0.0/banks/BANK_ID/customer' }

/** Create a message to a customer. Needs CanCreateCustomerMessage. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-10001, OBP-30046, OBP-30008, OBP-20005, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addCustomerMessage: Operation<types.AddCustomerMessageV140> = { verb: 'POST', path: '/obp/v2.0.0/banks/BANK_ID/customer/CUSTOMER_ID/messages' }

/** Get messages for the logged in user. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCustomersMessages: Operation<types.GetCustomersMessagesV140> = { verb: 'GET', path: '/obp/v2.0.0/banks/BANK_ID/customer/messages' }

/** Get CRM Events. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-10016, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCrmEvents: Operation<types.GetCrmEventsV140> = { verb: 'GET', path: '/obp/v2.0.0/banks/BANK_ID/crm-events' }

/** Get API Info (root). Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const root: Operation<types.RootV121> = { verb: 'GET', path: '/obp/v2.0.0/root' }

/** Get Bank Level Dynamic Resource Docs. Needs CanReadDynamicResourceDocsAtOneBank where the server is set so. Refusals: OBP-30001, OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBankLevelDynamicResourceDocsObp: Operation<types.GetBankLevelDynamicResourceDocsObpV140> = { verb: 'GET', path: '/obp/v2.0.0/banks/BANK_ID/resource-docs/API_VERSION/obp' }

/** Get Resource Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsObp: Operation<types.GetResourceDocsObpV140> = { verb: 'GET', path: '/obp/v2.0.0/resource-docs/API_VERSION/obp' }

/** Get Swagger 2.0. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsSwagger: Operation<types.GetResourceDocsSwaggerV140> = { verb: 'GET', path: '/obp/v2.0.0/resource-docs/API_VERSION/swagger' }

/** Create User. Needs no login. Refusals: OBP-10001, OBP-30207, OBP-20258, OBP-10018, OBP-10040, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-01000, OBP-50019. */
export const createUser: Operation<types.CreateUserV200> = { verb: 'POST', path: '/obp/v2.0.0/users' }

/** Get User (Current). Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCurrentUser: Operation<types.GetCurrentUserV200> = { verb: 'GET', path: '/obp/v2.0.0/users/current' }

/** Get Users by Email Address. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUser: Operation<types.GetUserV200> = { verb: 'GET', path: '/obp/v2.0.0/users/USER_EMAIL' }

/** Add Entitlement for a User. May need CanCreateEntitlementAtAnyBank or CanCreateEntitlementAtOneBank, as the call says. Refusals: OBP-20001, OBP-10001, OBP-20050, OBP-20005, OBP-10007, OBP-30205, OBP-30206, OBP-30001, OBP-30216, OBP-50000, OBP-20006, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addEntitlement: Operation<types.AddEntitlementV200> = { verb: 'POST', path: '/obp/v2.0.0/users/USER_ID/entitlements' }

/** Get Entitlements for User. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlements: Operation<types.GetEntitlementsV200> = { verb: 'GET', path: '/obp/v2.0.0/users/USER_ID/entitlements' }

/** Delete Entitlement. Needs CanDeleteEntitlementAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30212, OBP-30213, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteEntitlement: Operation<types.DeleteEntitlementV200> = { verb: 'DELETE', path: '/obp/v2.0.0/users/USER_ID/entitlement/ENTITLEMENT_ID' }

/** Get all Entitlements. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllEntitlements: Operation<types.GetAllEntitlementsV200> = { verb: 'GET', path: '/obp/v2.0.0/entitlements' }

/** Get Banks. Needs no login. Refusals: OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBanks: Operation<types.GetBanksV121> = { verb: 'GET', path: '/obp/v2.0.0/banks' }

/** Get Bank. Needs no login. Refusals: OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const bankById: Operation<types.BankByIdV121> = { verb: 'GET', path: '/obp/v2.0.0/banks/BANK_ID' }
