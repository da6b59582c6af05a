/** Every role there is, and whether it is held at a bank or in the whole system. */

// OBP's roles of the customer, KYC, CRM, user, role, consumer, metric and validation domains, and of running a server. `B`: held at a bank, `S`: held in the system.
const known = {
  CanAddKycCheck: 'B',
  CanAddKycDocument: 'B',
  CanAddKycMedia: 'B',
  CanAddKycStatus: 'B',
  CanAddSocialMediaHandle: 'B',
  CanAddUserToGroupAtAllBanks: 'S',
  CanAddUserToGroupAtOneBank: 'B',
  CanCreateAccount: 'B',
  CanCreateAuthenticationTypeValidation: 'S',
  CanCreateBank: 'S',
  CanCreateBankAttribute: 'B',
  CanCreateBankAttributeDefinitionAtOneBank: 'B',
  CanCreateConsumer: 'S',
  CanCreateCustomer: 'B',
  CanCreateCustomerAccountLink: 'B',
  CanCreateCustomerAddress: 'B',
  CanCreateCustomerAtAnyBank: 'S',
  CanCreateCustomerAttributeAtAnyBank: 'S',
  CanCreateCustomerAttributeAtOneBank: 'B',
  CanCreateCustomerAttributeDefinitionAtOneBank: 'B',
  CanCreateCustomerLink: 'B',
  CanCreateCustomerMessage: 'B',
  CanCreateEntitlementAtAnyBank: 'S',
  CanCreateEntitlementAtOneBank: 'B',
  CanCreateGroupAtAllBanks: 'S',
  CanCreateGroupAtOneBank: 'B',
  CanCreateHistoricalTransactionAtBank: 'B',
  CanCreateJsonSchemaValidation: 'S',
  CanCreateMethodRouting: 'S',
  CanCreateResetPasswordUrl: 'S',
  CanCreateSandbox: 'S',
  CanCreateScopeAtAnyBank: 'S',
  CanCreateScopeAtOneBank: 'B',
  CanCreateTaxResidence: 'B',
  CanCreateUserAttribute: 'S',
  CanCreateUserAuthContextUpdate: 'S',
  CanCreateUserCustomerLink: 'B',
  CanCreateUserCustomerLinkAtAnyBank: 'S',
  CanCreateUserInvitation: 'B',
  CanCreateWebUiProps: 'S',
  CanDeleteAuthenticationValidation: 'S',
  CanDeleteBankAttribute: 'B',
  CanDeleteConsumerTokens: 'S',
  CanDeleteCustomerAccountLink: 'B',
  CanDeleteCustomerAddress: 'B',
  CanDeleteCustomerAttributeAtAnyBank: 'S',
  CanDeleteCustomerAttributeAtOneBank: 'B',
  CanDeleteCustomerAttributeDefinitionAtOneBank: 'B',
  CanDeleteCustomerCascade: 'B',
  CanDeleteCustomerLink: 'B',
  CanDeleteEntitlementAtAnyBank: 'S',
  CanDeleteEntitlementRequestsAtAnyBank: 'S',
  CanDeleteGroupAtAllBanks: 'S',
  CanDeleteGroupAtOneBank: 'B',
  CanDeleteJsonSchemaValidation: 'S',
  CanDeleteMethodRouting: 'S',
  CanDeleteRateLimiting: 'S',
  CanDeleteScopeAtAnyBank: 'S',
  CanDeleteSecondFactor: 'S',
  CanDeleteTaxResidence: 'B',
  CanDeleteUser: 'S',
  CanDeleteUserAttribute: 'S',
  CanDeleteUserCustomerLink: 'B',
  CanDeleteUserCustomerLinkAtAnyBank: 'S',
  CanDeleteUserTokens: 'S',
  CanDeleteWebUiProps: 'S',
  CanDisableConsumers: 'S',
  CanEnableConsumers: 'S',
  CanGetAccountDirectoryAtOneBank: 'B',
  CanGetAccountsMinimalForCustomerAtAnyBank: 'S',
  CanGetAdapterInfo: 'S',
  CanGetAdapterInfoAtOneBank: 'B',
  CanGetAllApiCollections: 'S',
  CanGetAnyKycChecks: 'S',
  CanGetAnyKycDocuments: 'S',
  CanGetAnyKycMedia: 'S',
  CanGetAnyKycStatuses: 'S',
  CanGetAnyUser: 'S',
  CanGetAuthenticationTypeValidation: 'S',
  CanGetBankAttribute: 'B',
  CanGetCacheConfig: 'S',
  CanGetCacheInfo: 'S',
  CanGetCacheNamespaces: 'S',
  CanGetCallContext: 'S',
  CanGetConfig: 'S',
  CanGetConfigProps: 'S',
  CanGetConnectorEndpoint: 'S',
  CanGetConnectorHealth: 'S',
  CanGetConnectorMetrics: 'S',
  CanGetConnectorNames: 'S',
  CanGetConnectorTrace: 'S',
  CanGetConsumers: 'S',
  CanGetCorrelatedUsersInfo: 'B',
  CanGetCorrelatedUsersInfoAtAnyBank: 'S',
  CanGetCrmEvents: 'B',
  CanGetCurrentConsumer: 'S',
  CanGetCustomer: 'B',
  CanGetCustomerAccountLink: 'B',
  CanGetCustomerAccountLinks: 'B',
  CanGetCustomerAddress: 'B',
  CanGetCustomerAttributeAtAnyBank: 'S',
  CanGetCustomerAttributeAtOneBank: 'B',
  CanGetCustomerAttributeDefinitionAtOneBank: 'B',
  CanGetCustomerAttributesAtAnyBank: 'S',
  CanGetCustomerAttributesAtOneBank: 'B',
  CanGetCustomerLink: 'B',
  CanGetCustomerLinks: 'B',
  CanGetCustomerMessages: 'B',
  CanGetCustomerOverview: 'B',
  CanGetCustomerOverviewFlat: 'B',
  CanGetCustomers: 'B',
  CanGetCustomersAtAnyBank: 'S',
  CanGetCustomersMinimal: 'B',
  CanGetCustomersMinimalAtAnyBank: 'S',
  CanGetDatabaseInfo: 'S',
  CanGetDatabasePoolInfo: 'S',
  CanGetEntitlementRequestsAtAnyBank: 'S',
  CanGetEntitlementsForAnyBank: 'S',
  CanGetEntitlementsForAnyUserAtAnyBank: 'S',
  CanGetEntitlementsForAnyUserAtOneBank: 'B',
  CanGetEntitlementsForOneBank: 'B',
  CanGetGroupsAtAllBanks: 'S',
  CanGetGroupsAtOneBank: 'B',
  CanGetInvestigationReport: 'B',
  CanGetJsonSchemaValidation: 'S',
  CanGetMethodRoutings: 'S',
  CanGetMetricsAtOneBank: 'B',
  CanGetMigrations: 'S',
  CanGetOidcClient: 'S',
  CanGetProviders: 'S',
  CanGetRolesWithEntitlementCountsAtAllBanks: 'S',
  CanGetSocialMediaHandles: 'B',
  CanGetSystemConnectorMethodNames: 'S',
  CanGetSystemLogCacheAll: 'S',
  CanGetSystemLogCacheDebug: 'S',
  CanGetSystemLogCacheError: 'S',
  CanGetSystemLogCacheInfo: 'S',
  CanGetSystemLogCacheTrace: 'S',
  CanGetSystemLogCacheWarning: 'S',
  CanGetTaxResidence: 'B',
  CanGetUserAttributes: 'S',
  CanGetUserCustomerLink: 'B',
  CanGetUserCustomerLinkAtAnyBank: 'S',
  CanGetUserGroupMembershipsAtAllBanks: 'S',
  CanGetUserGroupMembershipsAtOneBank: 'B',
  CanGetUserInvitation: 'B',
  CanGetWebUiProps: 'S',
  CanInvalidateCacheNamespace: 'S',
  CanLockUser: 'S',
  CanReadAggregateMetrics: 'S',
  CanReadCallLimits: 'S',
  CanReadDynamicResourceDocsAtOneBank: 'B',
  CanReadGlossary: 'S',
  CanReadMetrics: 'S',
  CanReadResourceDoc: 'S',
  CanReadUserLockedStatus: 'S',
  CanRefreshUser: 'S',
  CanRemoveUserFromGroupAtAllBanks: 'S',
  CanRemoveUserFromGroupAtOneBank: 'B',
  CanSetCallLimits: 'S',
  CanUnlockUser: 'S',
  CanUpdateAuthenticationTypeValidation: 'S',
  CanUpdateBankAttribute: 'B',
  CanUpdateConsumerCertificate: 'S',
  CanUpdateConsumerLogoUrl: 'S',
  CanUpdateConsumerName: 'S',
  CanUpdateConsumerRedirectUrl: 'S',
  CanUpdateCustomerAccountLink: 'B',
  CanUpdateCustomerAttributeAtAnyBank: 'S',
  CanUpdateCustomerAttributeAtOneBank: 'B',
  CanUpdateCustomerBranch: 'B',
  CanUpdateCustomerCreditLimit: 'B',
  CanUpdateCustomerCreditRatingAndSource: 'B',
  CanUpdateCustomerCreditRatingAndSourceAtAnyBank: 'S',
  CanUpdateCustomerData: 'B',
  CanUpdateCustomerEmail: 'B',
  CanUpdateCustomerIdentity: 'B',
  CanUpdateCustomerLink: 'B',
  CanUpdateCustomerMobilePhoneNumber: 'B',
  CanUpdateCustomerNumber: 'B',
  CanUpdateGroupAtAllBanks: 'S',
  CanUpdateGroupAtOneBank: 'B',
  CanUpdateJsonSchemaValidation: 'S',
  CanUpdateMethodRouting: 'S',
  CanUpdateUserAttribute: 'S',
  CanUseCustomerFirehoseAtAnyBank: 'S',
  CanValidateUser: 'S',
  CanVerifyOidcClient: 'S',
  CanVerifyUserCredentials: 'S',
} as const satisfies Record<string, 'B' | 'S'>

/**
 * Names that v6.0.0 gave to older roles. All names of a row are granted, and holding one satisfies a check for another;
 * where v6.0.0 made two roles one, whoever holds either may do both.
 */
const renamed = {
  CanGetCustomersAtOneBank: ['CanGetCustomer', 'CanGetCustomers'],
  CanGetCustomersAtAllBanks: ['CanGetCustomersAtAnyBank'],
  CanGetCustomersMinimalAtOneBank: ['CanGetCustomersMinimal'],
  CanGetCustomersMinimalAtAllBanks: ['CanGetCustomersMinimalAtAnyBank'],
  // what one role allowed are two now: each of the two satisfies a check for the old one, but not for the other
  CanCreateRateLimits: ['CanSetCallLimits'],
  CanUpdateRateLimits: ['CanSetCallLimits'],
  CanGetRateLimits: ['CanReadCallLimits'],
  CanDeleteRateLimits: ['CanDeleteRateLimiting'],
} as const satisfies Record<string, readonly (keyof typeof known)[]>

export type RoleName = keyof typeof known | keyof typeof renamed

export interface Role {
  readonly name: RoleName
  /** true: held at a bank; false: held in the whole system */
  readonly requiresBankId: boolean
}

/** All roles, sorted by name. */
export const roles: readonly Role[] = [
  ...Object.entries(known).map(([name, scope]) => ({ name: name as RoleName, requiresBankId: scope === 'B' })),
  ...Object.entries(renamed).map(([name, old]) => ({ name: name as RoleName, requiresBankId: known[old[0]] === 'B' })),
].sort((a, b) => (a.name < b.name ? -1 : 1))

const byName = new Map<string, Role>(roles.map((role) => [role.name, role]))

/** The role of a name; undefined where there is none. */
export const roleNamed = (name: string): Role | undefined => byName.get(name)

const namesakes = new Map<string, readonly string[]>()
for (const [name, old] of Object.entries(renamed)) {
  const family = [name, ...old]
  for (const member of family) namesakes.set(member, [...new Set([...(namesakes.get(member) ?? []), ...family])])
}

/** The names under which a role may be held: its own and those of the other generation. */
export const namesOf = (role: string): readonly string[] => namesakes.get(role) ?? [role]

/** The names that mean the very same as a role, its own among them: who holds one has nothing to gain from another. */
export const synonymsOf = (role: string): readonly string[] => {
  const family = namesOf(role)
  return family.filter((name) => namesOf(name).length === family.length)
}

const newest = new Map<string, string>()
// where one role became two neither of them says what it allows
for (const [name, old] of Object.entries(renamed))
  for (const each of old) newest.set(each, newest.has(each) ? each : name)

/** The name that v6.0.0 has for a role: clients of v6.0.0 look for that one, whichever was granted. */
export const newestNameOf = (role: string): string => newest.get(role) ?? role
