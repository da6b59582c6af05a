// Written by client/generate.ts from the catalogue of operations; changes here are lost.
import type { Operation } from '../operation.ts'
import type * as types from './types.ts'

/** Add a customer. Needs CanCreateCustomer and CanCreateUserCustomerLink. Refusals: OBP-20001, OBP-30001, OBP-10001, OBP-30006, OBP-20005, OBP-50000, OBP-20006, OBP-30007, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addCustomer: Operation<types.AddCustomerV140> = { verb: 'POST', path: '/obp/v1.4.0/banks/BANK_ID/customer' }

/** Get customer for logged in user. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-30008, OBP-30001, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCustomer: Operation<types.GetCustomerV140> = { verb: 'GET', path: '/obp/v1.4.0/banks/BANK_ID/customer' }

/** Create a message to a customer. Needs CanCreateCustomerMessage. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-10001, OBP-30046, OBP-30008, OBP-20005, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addCustomerMessage: Operation<types.AddCustomerMessageV140> = { verb: 'POST', path: '/obp/v1.4.0/banks/BANK_ID/customer/CUSTOMER_ID/messages' }

/** Get messages for the logged in user. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCustomersMessages: Operation<types.GetCustomersMessagesV140> = { verb: 'GET', path: '/obp/v1.4.0/banks/BANK_ID/customer/messages' }

/** Get CRM Events. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-10016, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCrmEvents: Operation<types.GetCrmEventsV140> = { verb: 'GET', path: '/obp/v1.4.0/banks/BANK_ID/crm-events' }

/** Get API Info (root). Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const root: Operation<types.RootV121> = { verb: 'GET', path: '/obp/v1.4.0/root' }

/** Get Bank Level Dynamic Resource Docs. Needs CanReadDynamicResourceDocsAtOneBank where the server is set so. Refusals: OBP-30001, OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBankLevelDynamicResourceDocsObp: Operation<types.GetBankLevelDynamicResourceDocsObpV140> = { verb: 'GET', path: '/obp/v1.4.0/banks/BANK_ID/resource-docs/API_VERSION/obp' }

/** Get Resource Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsObp: Operation<types.GetResourceDocsObpV140> = { verb: 'GET', path: '/obp/v1.4.0/resource-docs/API_VERSION/obp' }

/** Get Swagger 2.0. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsSwagger: Operation<types.GetResourceDocsSwaggerV140> = { verb: 'GET', path: '/obp/v1.4.0/resource-docs/API_VERSION/swagger' }

/** Get Banks. Needs no login. Refusals: OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBanks: Operation<types.GetBanksV121> = { verb: 'GET', path: '/obp/v1.4.0/banks' }

/** Get Bank. Needs no login. Refusals: OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const bankById: Operation<types.BankByIdV121> = { verb: 'GET', path: '/obp/v1.4.0/banks/BANK_ID' }
