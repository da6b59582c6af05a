// Written by client/generate.ts from the catalogue of operations; changes here are lost.
import type { Operation } from '../operation.ts'
import type * as types from './types.ts'

/** Create a message to a customer. Needs CanCreateCustomerMessage. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-10001, OBP-30046, OBP-30008, OBP-20005, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addCustomerMessage: Operation<types.AddCustomerMessageV140> = { verb: 'POST', path: '/obp/v6.0.0/banks/BANK_ID/customer/CUSTOMER_ID/messages' }

/** Get messages for the logged in user. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCustomersMessages: Operation<types.GetCustomersMessagesV140> = { verb: 'GET', path: '/obp/v6.0.0/banks/BANK_ID/customer/messages' }

/** Get CRM Events. Needs a login. Refusals: OBP-20001, OBP-30001, OBP-50000, OBP-10016, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCrmEvents: Operation<types.GetCrmEventsV140> = { verb: 'GET', path: '/obp/v6.0.0/banks/BANK_ID/crm-events' }

/** Get API Info (root). Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const root: Operation<types.RootV510> = { verb: 'GET', path: '/obp/v6.0.0/root' }

/** Get API Versions. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getScannedApiVersions: Operation<types.GetScannedApiVersionsV600> = { verb: 'GET', path: '/obp/v6.0.0/api/versions' }

/** Get Glossary of the API. Needs CanReadGlossary where the server is set so. Refusals: OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getApiGlossary: Operation<types.GetApiGlossaryV300> = { verb: 'GET', path: '/obp/v6.0.0/api/glossary' }

/** Get Error Messages. Needs no login. Refusals: OBP-10041, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getErrorMessages: Operation<types.GetErrorMessagesV600> = { verb: 'GET', path: '/obp/v6.0.0/api/error-messages' }

/** Get Message Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-30211, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMessageDocs: Operation<types.GetMessageDocsV220> = { verb: 'GET', path: '/obp/v6.0.0/message-docs/CONNECTOR' }

/** Get Message Docs as Swagger. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-30211, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMessageDocsSwagger: Operation<types.GetMessageDocsSwaggerV310> = { verb: 'GET', path: '/obp/v6.0.0/message-docs/CONNECTOR/swagger2.0' }

/** Get Message Docs as JSON Schema. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-30211, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMessageDocsJsonSchema: Operation<types.GetMessageDocsJsonSchemaV600> = { verb: 'GET', path: '/obp/v6.0.0/message-docs/CONNECTOR/json-schema' }

/** Get Bank Level Dynamic Resource Docs. Needs CanReadDynamicResourceDocsAtOneBank where the server is set so. Refusals: OBP-30001, OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBankLevelDynamicResourceDocsObp: Operation<types.GetBankLevelDynamicResourceDocsObpV140> = { verb: 'GET', path: '/obp/v6.0.0/banks/BANK_ID/resource-docs/API_VERSION/obp' }

/** Get Resource Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsObpV400: Operation<types.GetResourceDocsObpV400V400> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/obp' }

/** Get Swagger 2.0. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsSwagger: Operation<types.GetResourceDocsSwaggerV140> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/swagger' }

/** Get OpenAPI 3.1. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsOpenAPI31: Operation<types.GetResourceDocsOpenAPI31V600> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/openapi' }

/** Get OpenAPI 3.1 as YAML. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-10052, OBP-10053, OBP-10054, OBP-10055, OBP-30079, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsOpenAPI31YAML: Operation<types.GetResourceDocsOpenAPI31YAMLV600> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/openapi.yaml', answers: 'application/yaml' }

/** Get the index of the Resource Docs. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsIndex: Operation<types.GetResourceDocsIndexV600> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/index' }

/** Get what operations are found by. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-10041, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDocsSearchTerms: Operation<types.GetResourceDocsSearchTermsV600> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/search-terms' }

/** Get the document of an operation. Needs CanReadResourceDoc where the server is set so. Refusals: OBP-00027, OBP-10041, OBP-50000, OBP-20001, OBP-20006, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getResourceDoc: Operation<types.GetResourceDocV600> = { verb: 'GET', path: '/obp/v6.0.0/resource-docs/API_VERSION/operations/OPERATION_ID' }

/** Create My Api Collection Endpoint By Id. Needs a login. Refusals: OBP-20001, OBP-10001, OBP-40048, OBP-30079, OBP-30083, OBP-30085, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createMyApiCollectionEndpointById: Operation<types.CreateMyApiCollectionEndpointByIdV400> = { verb: 'POST', path: '/obp/v6.0.0/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoints' }

/** Create My Api Collection Endpoint. Needs a login. Refusals: OBP-20001, OBP-10001, OBP-40048, OBP-20064, OBP-30079, OBP-30080, OBP-30083, OBP-30085, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createMyApiCollectionEndpoint: Operation<types.CreateMyApiCollectionEndpointV400> = { verb: 'POST', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints' }

/** Create My Api Collection. Needs a login. Refusals: OBP-20001, OBP-10001, OBP-20064, OBP-30080, OBP-30086, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createMyApiCollection: Operation<types.CreateMyApiCollectionV400> = { verb: 'POST', path: '/obp/v6.0.0/my/api-collections' }

/** Delete My Api Collection Endpoint By Id. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-30082, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyApiCollectionEndpointById: Operation<types.DeleteMyApiCollectionEndpointByIdV400> = { verb: 'DELETE', path: '/obp/v6.0.0/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoint-ids/API_COLLECTION_ENDPOINT_ID' }

/** Delete My Api Collection Endpoint By Operation Id. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-30082, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyApiCollectionEndpointByOperationId: Operation<types.DeleteMyApiCollectionEndpointByOperationIdV400> = { verb: 'DELETE', path: '/obp/v6.0.0/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoints/OPERATION_ID' }

/** Delete My Api Collection Endpoint. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-30082, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyApiCollectionEndpoint: Operation<types.DeleteMyApiCollectionEndpointV400> = { verb: 'DELETE', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints/OPERATION_ID' }

/** Delete My Api Collection. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyApiCollection: Operation<types.DeleteMyApiCollectionV400> = { verb: 'DELETE', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_ID' }

/** Get All API Collections. Needs CanGetAllApiCollections. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllApiCollections: Operation<types.GetAllApiCollectionsV510> = { verb: 'GET', path: '/obp/v6.0.0/management/api-collections' }

/** Get Api Collection Endpoints. Needs no login. Refusals: OBP-30079, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getApiCollectionEndpoints: Operation<types.GetApiCollectionEndpointsV400> = { verb: 'GET', path: '/obp/v6.0.0/api-collections/API_COLLECTION_ID/api-collection-endpoints' }

/** Get Api Collections for User. Needs CanGetAllApiCollections. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getApiCollectionsForUser: Operation<types.GetApiCollectionsForUserV400> = { verb: 'GET', path: '/obp/v6.0.0/users/USER_ID/api-collections' }

/** Get Featured Api Collections. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getFeaturedApiCollections: Operation<types.GetFeaturedApiCollectionsV400> = { verb: 'GET', path: '/obp/v6.0.0/api-collections/featured' }

/** Get My Api Collection By Id. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyApiCollectionById: Operation<types.GetMyApiCollectionByIdV400> = { verb: 'GET', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_ID' }

/** Get My Api Collection By Name. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyApiCollectionByName: Operation<types.GetMyApiCollectionByNameV400> = { verb: 'GET', path: '/obp/v6.0.0/my/api-collections/name/API_COLLECTION_NAME' }

/** Get My Api Collection Endpoint. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-30082, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyApiCollectionEndpoint: Operation<types.GetMyApiCollectionEndpointV400> = { verb: 'GET', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints/OPERATION_ID' }

/** Get My Api Collection Endpoints By Id. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyApiCollectionEndpointsById: Operation<types.GetMyApiCollectionEndpointsByIdV400> = { verb: 'GET', path: '/obp/v6.0.0/my/api-collection-ids/API_COLLECTION_ID/api-collection-endpoints' }

/** Get My Api Collection Endpoints. Needs a login. Refusals: OBP-20001, OBP-30079, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyApiCollectionEndpoints: Operation<types.GetMyApiCollectionEndpointsV400> = { verb: 'GET', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_NAME/api-collection-endpoints' }

/** Get My Api Collections. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyApiCollections: Operation<types.GetMyApiCollectionsV400> = { verb: 'GET', path: '/obp/v6.0.0/my/api-collections' }

/** Get Sharable Api Collection By Id. Needs no login. Refusals: OBP-30079, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getSharableApiCollectionById: Operation<types.GetSharableApiCollectionByIdV400> = { verb: 'GET', path: '/obp/v6.0.0/api-collections/sharable/API_COLLECTION_ID' }

/** Update My Api Collection By API_COLLECTION_ID. Needs a login. Refusals: OBP-20001, OBP-10001, OBP-30079, OBP-30086, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateMyApiCollection: Operation<types.UpdateMyApiCollectionV510> = { verb: 'PUT', path: '/obp/v6.0.0/my/api-collections/API_COLLECTION_ID' }

/** Create User. Needs no login. Refusals: OBP-10001, OBP-30207, OBP-20258, OBP-10018, OBP-10040, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-01000, OBP-50019. */
export const createUser: Operation<types.CreateUserV200> = { verb: 'POST', path: '/obp/v6.0.0/users' }

/** Get User (Current). Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCurrentUser: Operation<types.GetCurrentUserV600> = { verb: 'GET', path: '/obp/v6.0.0/users/current' }

/** Get User Id (Current). Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCurrentUserId: Operation<types.GetCurrentUserIdV400> = { verb: 'GET', path: '/obp/v6.0.0/users/current/user_id' }

/** Get Users by Email Address. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUser: Operation<types.GetUserV200> = { verb: 'GET', path: '/obp/v6.0.0/users/USER_EMAIL' }

/** Get all Users. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUsers: Operation<types.GetUsersV600> = { verb: 'GET', path: '/obp/v6.0.0/users' }

/** Get User by USER_ID. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserByUserIdV400: Operation<types.GetUserByUserIdV400> = { verb: 'GET', path: '/obp/v6.0.0/users/user_id/USER_ID' }

/** Get Users by Email Address. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUsersByEmail: Operation<types.GetUsersByEmailV400> = { verb: 'GET', path: '/obp/v6.0.0/users/email/EMAIL/terminator' }

/** Get User by USER_ID. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserByUserId: Operation<types.GetUserByUserIdV600> = { verb: 'GET', path: '/obp/v6.0.0/users/user-id/USER_ID' }

/** Get Entitlements and Permissions for a User. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementsAndPermissions: Operation<types.GetEntitlementsAndPermissionsV510> = { verb: 'GET', path: '/obp/v6.0.0/users/USER_ID/entitlements-and-permissions' }

/** Get User by Provider and USERNAME. Needs CanGetAnyUser. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserByProviderAndUsername: Operation<types.GetUserByProviderAndUsernameV510> = { verb: 'GET', path: '/obp/v6.0.0/users/provider/PROVIDER/username/USERNAME' }

/** Delete a User. Needs CanDeleteUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20050, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteUser: Operation<types.DeleteUserV400> = { verb: 'DELETE', path: '/obp/v6.0.0/users/USER_ID' }

/** Validate a User. Needs CanValidateUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const validateUserByUserId: Operation<types.ValidateUserByUserIdV510> = { verb: 'PUT', path: '/obp/v6.0.0/management/users/USER_ID' }

/** Refresh User. Needs CanRefreshUser. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const refreshUser: Operation<types.RefreshUserV310> = { verb: 'POST', path: '/obp/v6.0.0/users/USER_ID/refresh' }

/** Get User Lock Status. Needs CanReadUserLockedStatus. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getUserLockStatus: Operation<types.GetUserLockStatusV510> = { verb: 'GET', path: '/obp/v6.0.0/users/PROVIDER/USERNAME/lock-status' }

/** Unlock the User. Needs CanUnlockUser. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const unlockUserByProviderAndUsername: Operation<types.UnlockUserByProviderAndUsernameV510> = { verb: 'PUT', path: '/obp/v6.0.0/users/PROVIDER/USERNAME/lock-status' }

/** Lock the User. Needs CanLockUser. Refusals: OBP-20001, OBP-20006, OBP-20027, OBP-50000, OBP-20050, OBP-20023, OBP-09014, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const lockUserByProviderAndUsername: Operation<types.LockUserByProviderAndUsernameV510> = { verb: 'POST', path: '/obp/v6.0.0/users/PROVIDER/USERNAME/locks' }

/** Get Logout Link. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getLogoutLink: Operation<types.GetLogoutLinkV400> = { verb: 'GET', path: '/obp/v6.0.0/users/current/logout-link' }

/** Complete Password Reset. Needs no login. Refusals: OBP-10001, OBP-30207, OBP-10018, OBP-10040, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-01000, OBP-50019. */
export const resetPasswordComplete: Operation<types.ResetPasswordCompleteV600> = { verb: 'POST', path: '/obp/v6.0.0/users/password' }

/** Delete Second Factor. Needs CanDeleteSecondFactor. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-20050, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteSecondFactor: Operation<types.DeleteSecondFactorV600> = { verb: 'DELETE', path: '/obp/v6.0.0/users/USER_ID/second-factor' }

/** Get My Tokens. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyTokens: Operation<types.GetMyTokensV600> = { verb: 'GET', path: '/obp/v6.0.0/my/tokens' }

/** Delete My Token. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyToken: Operation<types.DeleteMyTokenV600> = { verb: 'DELETE', path: '/obp/v6.0.0/my/tokens/TOKEN_ID' }

/** Delete Current Token. Needs a login. Refusals: OBP-20001, OBP-20012, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteCurrentToken: Operation<types.DeleteCurrentTokenV600> = { verb: 'DELETE', path: '/obp/v6.0.0/my/tokens/current' }

/** Delete My Tokens. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyTokens: Operation<types.DeleteMyTokensV600> = { verb: 'DELETE', path: '/obp/v6.0.0/my/tokens' }

/** Delete User Tokens. Needs CanDeleteUserTokens. Refusals: OBP-20001, OBP-20006, OBP-20057, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteUserTokens: Operation<types.DeleteUserTokensV600> = { verb: 'DELETE', path: '/obp/v6.0.0/users/USER_ID/tokens' }

/** Delete Consumer Tokens. Needs CanDeleteConsumerTokens. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteConsumerTokens: Operation<types.DeleteConsumerTokensV600> = { verb: 'DELETE', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/tokens' }

/** Get My Authorized Applications. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getMyAuthorizedApplications: Operation<types.GetMyAuthorizedApplicationsV600> = { verb: 'GET', path: '/obp/v6.0.0/my/authorized-applications' }

/** Delete My Authorized Application. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteMyAuthorizedApplication: Operation<types.DeleteMyAuthorizedApplicationV600> = { verb: 'DELETE', path: '/obp/v6.0.0/my/authorized-applications/CONSUMER_ID' }

/** Get Roles. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getRoles: Operation<types.GetRolesV210> = { verb: 'GET', path: '/obp/v6.0.0/roles' }

/** Add Entitlement for a User. May need CanCreateEntitlementAtAnyBank or CanCreateEntitlementAtOneBank, as the call says. Refusals: OBP-20001, OBP-10001, OBP-20050, OBP-20005, OBP-10007, OBP-30205, OBP-30206, OBP-30001, OBP-30216, OBP-50000, OBP-20006, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addEntitlement: Operation<types.AddEntitlementV200> = { verb: 'POST', path: '/obp/v6.0.0/users/USER_ID/entitlements' }

/** Get Entitlements for User. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlements: Operation<types.GetEntitlementsV400> = { verb: 'GET', path: '/obp/v6.0.0/users/USER_ID/entitlements' }

/** Delete Entitlement. Needs CanDeleteEntitlementAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30212, OBP-30213, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteEntitlementV200: Operation<types.DeleteEntitlementV200> = { verb: 'DELETE', path: '/obp/v6.0.0/users/USER_ID/entitlement/ENTITLEMENT_ID' }

/** Get all Entitlements. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllEntitlements: Operation<types.GetAllEntitlementsV310> = { verb: 'GET', path: '/obp/v6.0.0/entitlements' }

/** Get Entitlements for User at Bank. Needs CanGetEntitlementsForAnyUserAtOneBank or CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-20005, OBP-50000, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementsByBankAndUser: Operation<types.GetEntitlementsByBankAndUserV210> = { verb: 'GET', path: '/obp/v6.0.0/banks/BANK_ID/users/USER_ID/entitlements' }

/** Get Entitlements for One Bank. Needs CanGetEntitlementsForOneBank or CanGetEntitlementsForAnyBank. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-50000, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementsForBank: Operation<types.GetEntitlementsForBankV400> = { verb: 'GET', path: '/obp/v6.0.0/banks/BANK_ID/entitlements' }

/** Get Entitlements for the current User. Needs a login. Refusals: OBP-20001, OBP-50000, OBP-10016, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementsForCurrentUser: Operation<types.GetEntitlementsForCurrentUserV300> = { verb: 'GET', path: '/obp/v6.0.0/my/entitlements' }

/** Create (DAuth) User with Roles. May need CanCreateEntitlementAtAnyBank, as the call says. Refusals: OBP-20001, OBP-10001, OBP-20103, OBP-10007, OBP-30205, OBP-30206, OBP-30001, OBP-30220, OBP-20027, OBP-30216, OBP-50000, OBP-20006, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createUserWithRoles: Operation<types.CreateUserWithRolesV400> = { verb: 'POST', path: '/obp/v6.0.0/user-entitlements' }

/** Create Entitlement Request for current User. Needs a login. Refusals: OBP-20001, OBP-10001, OBP-30001, OBP-10007, OBP-30205, OBP-30206, OBP-30214, OBP-30216, OBP-50000, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addEntitlementRequest: Operation<types.AddEntitlementRequestV300> = { verb: 'POST', path: '/obp/v6.0.0/entitlement-requests' }

/** Get all Entitlement Requests. Needs CanGetEntitlementRequestsAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllEntitlementRequests: Operation<types.GetAllEntitlementRequestsV300> = { verb: 'GET', path: '/obp/v6.0.0/entitlement-requests' }

/** Get Entitlement Requests for a User. Needs CanGetEntitlementRequestsAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-20005, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementRequests: Operation<types.GetEntitlementRequestsV300> = { verb: 'GET', path: '/obp/v6.0.0/users/USER_ID/entitlement-requests' }

/** Get Entitlement Requests for the current User. Needs a login. Refusals: OBP-20001, OBP-10016, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getEntitlementRequestsForCurrentUser: Operation<types.GetEntitlementRequestsForCurrentUserV300> = { verb: 'GET', path: '/obp/v6.0.0/my/entitlement-requests' }

/** Delete Entitlement Request. May need CanDeleteEntitlementRequestsAtAnyBank, as the call says. Refusals: OBP-20001, OBP-20006, OBP-30215, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteEntitlementRequest: Operation<types.DeleteEntitlementRequestV300> = { verb: 'DELETE', path: '/obp/v6.0.0/entitlement-requests/ENTITLEMENT_REQUEST_ID' }

/** Refuse Entitlement Request. Needs CanDeleteEntitlementRequestsAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30215, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const refuseEntitlementRequest: Operation<types.RefuseEntitlementRequestV600> = { verb: 'PUT', path: '/obp/v6.0.0/entitlement-requests/ENTITLEMENT_REQUEST_ID/refusal' }

/** Delete Entitlement. Needs CanDeleteEntitlementAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteEntitlement: Operation<types.DeleteEntitlementV600> = { verb: 'DELETE', path: '/obp/v6.0.0/entitlements/ENTITLEMENT_ID' }

/** Get Roles with Entitlement Counts. Needs CanGetRolesWithEntitlementCountsAtAllBanks. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getRolesWithEntitlementCountsAtAllBanks: Operation<types.GetRolesWithEntitlementCountsAtAllBanksV600> = { verb: 'GET', path: '/obp/v6.0.0/management/roles-with-entitlement-counts' }

/** Create Scope for a Consumer. May need CanCreateScopeAtOneBank or CanCreateScopeAtAnyBank, as the call says. Refusals: OBP-20001, OBP-10001, OBP-20006, OBP-30019, OBP-10007, OBP-30205, OBP-30206, OBP-30001, OBP-30216, OBP-50000, OBP-30220, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const addScope: Operation<types.AddScopeV400> = { verb: 'POST', path: '/obp/v6.0.0/consumers/CONSUMER_ID/scopes' }

/** Get Scopes for Consumer. Needs CanGetEntitlementsForAnyUserAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getScopes: Operation<types.GetScopesV400> = { verb: 'GET', path: '/obp/v6.0.0/consumers/CONSUMER_ID/scopes' }

/** Delete Consumer Scope. Needs CanDeleteScopeAtAnyBank. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-20025, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteScope: Operation<types.DeleteScopeV300> = { verb: 'DELETE', path: '/obp/v6.0.0/consumers/CONSUMER_ID/scope/SCOPE_ID' }

/** Import sandbox data. Needs CanCreateSandbox. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-00002, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const sandboxDataImport: Operation<types.SandboxDataImportV210> = { verb: 'POST', path: '/obp/v6.0.0/sandbox/data-import' }

/** Get Banks. Needs no login. Refusals: OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBanks: Operation<types.GetBanksV400> = { verb: 'GET', path: '/obp/v6.0.0/banks' }

/** Get Bank. Needs no login. Refusals: OBP-30001, OBP-50000, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getBank: Operation<types.GetBankV500> = { verb: 'GET', path: '/obp/v6.0.0/banks/BANK_ID' }

/** Create Bank. Needs CanCreateBank. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-20011, OBP-20010, OBP-34000, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createBank: Operation<types.CreateBankV500> = { verb: 'POST', path: '/obp/v6.0.0/banks' }

/** Update Bank. Needs CanCreateBank. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-34001, OBP-30001, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateBank: Operation<types.UpdateBankV500> = { verb: 'PUT', path: '/obp/v6.0.0/banks' }

/** Create a Consumer. Needs CanCreateConsumer. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createConsumer: Operation<types.CreateConsumerV510> = { verb: 'POST', path: '/obp/v6.0.0/management/consumers' }

/** Create a Consumer (logged in User). Needs a login. Refusals: OBP-20001, OBP-10001, OBP-50000, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createMyConsumer: Operation<types.CreateMyConsumerV510> = { verb: 'POST', path: '/obp/v6.0.0/my/consumers' }

/** Get Consumers. Needs CanGetConsumers. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumers: Operation<types.GetConsumersV510> = { verb: 'GET', path: '/obp/v6.0.0/management/consumers' }

/** Get Consumer. Needs CanGetConsumers. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumer: Operation<types.GetConsumerV510> = { verb: 'GET', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID' }

/** Get Consumers (logged in User). Needs a login. Refusals: OBP-20001, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumersForCurrentUser: Operation<types.GetConsumersForCurrentUserV310> = { verb: 'GET', path: '/obp/v6.0.0/management/users/current/consumers' }

/** Update Consumer RedirectURL. May need CanUpdateConsumerRedirectUrl, as the call says. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-20015, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateConsumerRedirectURL: Operation<types.UpdateConsumerRedirectURLV510> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/redirect_url' }

/** Update Consumer LogoURL. Needs CanUpdateConsumerLogoUrl. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateConsumerLogoURL: Operation<types.UpdateConsumerLogoURLV510> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/logo_url' }

/** Update Consumer Certificate. Needs CanUpdateConsumerCertificate. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateConsumerCertificate: Operation<types.UpdateConsumerCertificateV510> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/certificate' }

/** Update Consumer Name. Needs CanUpdateConsumerName. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateConsumerName: Operation<types.UpdateConsumerNameV510> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/name' }

/** Enable or Disable Consumers. Needs CanEnableConsumers or CanDisableConsumers. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const enableDisableConsumers: Operation<types.EnableDisableConsumersV310> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID' }

/** Set Rate Limits (call limits) per Consumer. Needs CanSetCallLimits. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const callsLimit: Operation<types.CallsLimitV400> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/call-limits' }

/** Get Call Limits for a Consumer. Needs CanReadCallLimits or CanSetCallLimits. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getCallsLimit: Operation<types.GetCallsLimitV310> = { verb: 'GET', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/call-limits' }

/** Get Rate Limiting Info. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getRateLimitingInfo: Operation<types.GetRateLimitingInfoV310> = { verb: 'GET', path: '/obp/v6.0.0/rate-limiting' }

/** Create Rate Limits for a Consumer. Needs CanCreateRateLimits. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createCallLimits: Operation<types.CreateCallLimitsV600> = { verb: 'POST', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/rate-limits' }

/** Update Rate Limits of a Consumer. Needs CanUpdateRateLimits. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-30019, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateRateLimits: Operation<types.UpdateRateLimitsV600> = { verb: 'PUT', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/rate-limits/RATE_LIMITING_ID' }

/** Delete Rate Limits of a Consumer. Needs CanDeleteRateLimits. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteCallLimits: Operation<types.DeleteCallLimitsV600> = { verb: 'DELETE', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/consumer/rate-limits/RATE_LIMITING_ID' }

/** Get Active Rate Limits (Current). Needs CanGetRateLimits. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getActiveRateLimitsNow: Operation<types.GetActiveRateLimitsNowV600> = { verb: 'GET', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/active-rate-limits' }

/** Get Active Rate Limits for Hour. Needs CanGetRateLimits. Refusals: OBP-20001, OBP-20006, OBP-10005, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getActiveRateLimitsAtDate: Operation<types.GetActiveRateLimitsAtDateV600> = { verb: 'GET', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/active-rate-limits/DATE_WITH_HOUR' }

/** Get Call Counters of a Consumer. Needs CanGetRateLimits. Refusals: OBP-20001, OBP-20006, OBP-30019, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConsumerCallCounters: Operation<types.GetConsumerCallCountersV600> = { verb: 'GET', path: '/obp/v6.0.0/management/consumers/CONSUMER_ID/call-counters' }

/** Create a JSON Schema Validation. Needs CanCreateJsonSchemaValidation. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-40026, OBP-40029, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createJsonSchemaValidation: Operation<types.CreateJsonSchemaValidationV400> = { verb: 'POST', path: '/obp/v6.0.0/management/json-schema-validations/OPERATION_ID' }

/** Update a JSON Schema Validation. Needs CanUpdateJsonSchemaValidation. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-40026, OBP-40027, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateJsonSchemaValidation: Operation<types.UpdateJsonSchemaValidationV400> = { verb: 'PUT', path: '/obp/v6.0.0/management/json-schema-validations/OPERATION_ID' }

/** Delete a JSON Schema Validation. Needs CanDeleteJsonSchemaValidation. Refusals: OBP-20001, OBP-20006, OBP-40027, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteJsonSchemaValidation: Operation<types.DeleteJsonSchemaValidationV400> = { verb: 'DELETE', path: '/obp/v6.0.0/management/json-schema-validations/OPERATION_ID' }

/** Get a JSON Schema Validation. Needs CanGetJsonSchemaValidation. Refusals: OBP-20001, OBP-20006, OBP-40027, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getJsonSchemaValidation: Operation<types.GetJsonSchemaValidationV400> = { verb: 'GET', path: '/obp/v6.0.0/management/json-schema-validations/OPERATION_ID' }

/** Get all JSON Schema Validations. Needs CanGetJsonSchemaValidation. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllJsonSchemaValidations: Operation<types.GetAllJsonSchemaValidationsV400> = { verb: 'GET', path: '/obp/v6.0.0/management/json-schema-validations' }

/** Get all JSON Schema Validations - public. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllJsonSchemaValidationsPublic: Operation<types.GetAllJsonSchemaValidationsPublicV400> = { verb: 'GET', path: '/obp/v6.0.0/endpoints/json-schema-validations' }

/** Create a Authentication Type Validation. Needs CanCreateAuthenticationTypeValidation. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-40030, OBP-40034, OBP-40029, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createAuthenticationTypeValidation: Operation<types.CreateAuthenticationTypeValidationV400> = { verb: 'POST', path: '/obp/v6.0.0/management/authentication-type-validations/OPERATION_ID' }

/** Update a Authentication Type Validation. Needs CanUpdateAuthenticationTypeValidation. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-40030, OBP-40034, OBP-40032, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const updateAuthenticationTypeValidation: Operation<types.UpdateAuthenticationTypeValidationV400> = { verb: 'PUT', path: '/obp/v6.0.0/management/authentication-type-validations/OPERATION_ID' }

/** Delete a Authentication Type Validation. Needs CanDeleteAuthenticationValidation. Refusals: OBP-20001, OBP-20006, OBP-40032, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteAuthenticationTypeValidation: Operation<types.DeleteAuthenticationTypeValidationV400> = { verb: 'DELETE', path: '/obp/v6.0.0/management/authentication-type-validations/OPERATION_ID' }

/** Get a Authentication Type Validation. Needs CanGetAuthenticationTypeValidation. Refusals: OBP-20001, OBP-20006, OBP-40032, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAuthenticationTypeValidation: Operation<types.GetAuthenticationTypeValidationV400> = { verb: 'GET', path: '/obp/v6.0.0/management/authentication-type-validations/OPERATION_ID' }

/** Get all Authentication Type Validations. Needs CanGetAuthenticationTypeValidation. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllAuthenticationTypeValidations: Operation<types.GetAllAuthenticationTypeValidationsV400> = { verb: 'GET', path: '/obp/v6.0.0/management/authentication-type-validations' }

/** Get all Authentication Type Validations - public. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getAllAuthenticationTypeValidationsPublic: Operation<types.GetAllAuthenticationTypeValidationsPublicV400> = { verb: 'GET', path: '/obp/v6.0.0/endpoints/authentication-type-validations' }

/** Get API Configuration. Needs CanGetConfig. Refusals: OBP-20001, OBP-20006, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const config: Operation<types.ConfigV310> = { verb: 'GET', path: '/obp/v6.0.0/config' }

/** Get Features. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getFeatures: Operation<types.GetFeaturesV600> = { verb: 'GET', path: '/obp/v6.0.0/features' }

/** Get JSON Web Key (JWK) URIs. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getOAuth2ServerJWKsURIs: Operation<types.GetOAuth2ServerJWKsURIsV310> = { verb: 'GET', path: '/obp/v6.0.0/jwks-uris' }

/** Get Well Known URIs. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getOAuth2ServerWellKnown: Operation<types.GetOAuth2ServerWellKnownV510> = { verb: 'GET', path: '/obp/v6.0.0/well-known' }

/** Get Suggested Session Timeout. Needs no login. Refusals: OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const suggestedSessionTimeout: Operation<types.SuggestedSessionTimeoutV510> = { verb: 'GET', path: '/obp/v6.0.0/ui/suggested-session-timeout' }

/** Get WebUiProps (Management). Needs CanGetWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getWebUiPropsV310: Operation<types.GetWebUiPropsV310> = { verb: 'GET', path: '/obp/v6.0.0/management/webui_props' }

/** Get WebUiProps. Needs no login. Refusals: OBP-10016, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getWebUiProps: Operation<types.GetWebUiPropsV600> = { verb: 'GET', path: '/obp/v6.0.0/webui-props' }

/** Get WebUiProp by Name. Needs no login. Refusals: OBP-10016, OBP-08003, OBP-50000, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getWebUiProp: Operation<types.GetWebUiPropV600> = { verb: 'GET', path: '/obp/v6.0.0/webui-props/WEBUI_PROP_NAME' }

/** Create WebUiProps. Needs CanCreateWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-08001, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createWebUiProps: Operation<types.CreateWebUiPropsV310> = { verb: 'POST', path: '/obp/v6.0.0/management/webui_props' }

/** Create or Update WebUiProps. Needs CanCreateWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-10001, OBP-08001, OBP-50000, OBP-20023, OBP-09014, OBP-10404, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const createOrUpdateWebUiProps: Operation<types.CreateOrUpdateWebUiPropsV600> = { verb: 'PUT', path: '/obp/v6.0.0/management/webui_props/WEBUI_PROP_NAME' }

/** Delete WebUiProps. Needs CanDeleteWebUiProps. Refusals: OBP-20001, OBP-20006, OBP-08003, OBP-50000, OBP-20023, OBP-10404, OBP-10001, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const deleteWebUiProps: Operation<types.DeleteWebUiPropsV600> = { verb: 'DELETE', path: '/obp/v6.0.0/management/webui_props/WEBUI_PROP_NAME' }

/** Get Metrics. Needs CanReadMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getMetrics: Operation<types.GetMetricsV600> = { verb: 'GET', path: '/obp/v6.0.0/management/metrics' }

/** Get Metrics at Bank. Needs CanGetMetricsAtOneBank. Refusals: OBP-20001, OBP-30001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-50200, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getMetricsAtBank: Operation<types.GetMetricsAtBankV500> = { verb: 'GET', path: '/obp/v6.0.0/management/metrics/banks/BANK_ID' }

/** Get Aggregate Metrics. Needs CanReadAggregateMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-30146, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getAggregateMetrics: Operation<types.GetAggregateMetricsV600> = { verb: 'GET', path: '/obp/v6.0.0/management/aggregate-metrics' }

/** Get Top APIs. Needs CanReadMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getTopAPIs: Operation<types.GetTopAPIsV600> = { verb: 'GET', path: '/obp/v6.0.0/management/metrics/top-apis' }

/** Get Top Consumers. Needs CanReadMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-01000, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-50019. */
export const getMetricsTopConsumers: Operation<types.GetMetricsTopConsumersV310> = { verb: 'GET', path: '/obp/v6.0.0/management/metrics/top-consumers' }

/** Get Connector Metrics. Needs CanGetConnectorMetrics. Refusals: OBP-20001, OBP-20006, OBP-10016, OBP-50000, OBP-20023, OBP-09016, OBP-09017, OBP-10018, OBP-01000, OBP-50019. */
export const getConnectorMetrics: Operation<types.GetConnectorMetricsV220> = { verb: 'GET', path: '/obp/v6.0.0/management/connector/metrics' }
