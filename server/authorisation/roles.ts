/** Every role there is, and whether it is held at a bank or in the whole system. */

// OBP's roles of the customer, KYC, CRM, user, role and consumer domains. `B`: held at a bank, `S`: held in the system.
const known = {
  CanAddKycCheck: 'B',
  CanAddKycDocument: 'B',
  CanAddKycMedia: 'B',
  CanAddKycStatus: 'B',
  CanAddSocialMediaHandle: 'B',
  CanCreateAccount: 'B',
  CanCreateBank: 'S',
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
  CanCreateHistoricalTransactionAtBank: 'B',
  CanCreateSandbox: 'S',
  CanCreateTaxResidence: 'B',
  CanCreateUserCustomerLink: 'B',
  CanCreateUserCustomerLinkAtAnyBank: 'S',
  CanDeleteCustomerAccountLink: 'B',
  CanDeleteCustomerAddress: 'B',
  CanDeleteCustomerAttributeAtAnyBank: 'S',
  CanDeleteCustomerAttributeAtOneBank: 'B',
  CanDeleteCustomerAttributeDefinitionAtOneBank: 'B',
  CanDeleteCustomerCascade: 'B',
  CanDeleteEntitlementAtAnyBank: 'S',
  CanDeleteTaxResidence: 'B',
  CanDeleteUserCustomerLink: 'B',
  CanDeleteUserCustomerLinkAtAnyBank: 'S',
  CanDisableConsumers: 'S',
  CanEnableConsumers: 'S',
  CanGetAccountsMinimalForCustomerAtAnyBank: 'S',
  CanGetAnyKycChecks: 'S',
  CanGetAnyKycDocuments: 'S',
  CanGetAnyKycMedia: 'S',
  CanGetAnyKycStatuses: 'S',
  CanGetAnyUser: 'S',
  CanGetConsumers: 'S',
  CanGetConnectorMetrics: 'S',
  CanGetCorrelatedUsersInfo: 'B',
  CanGetCorrelatedUsersInfoAtAnyBank: 'S',
  CanGetCrmEvents: 'B',
  CanGetCustomer: 'B',
  CanGetCustomerAccountLink: 'B',
  CanGetCustomerAccountLinks: 'B',
  CanGetCustomerAddress: 'B',
  CanGetCustomerAttributeAtAnyBank: 'S',
  CanGetCustomerAttributeAtOneBank: 'B',
  CanGetCustomerAttributeDefinitionAtOneBank: 'B',
  CanGetCustomerAttributesAtAnyBank: 'S',
  CanGetCustomerAttributesAtOneBank: 'B',
  CanGetCustomerMessages: 'B',
  CanGetCustomerOverview: 'B',
  CanGetCustomerOverviewFlat: 'B',
  CanGetCustomers: 'B',
  CanGetCustomersAtAnyBank: 'S',
  CanGetCustomersMinimal: 'B',
  CanGetCustomersMinimalAtAnyBank: 'S',
  CanGetEntitlementsForAnyBank: 'S',
  CanGetEntitlementsForAnyUserAtAnyBank: 'S',
  CanGetEntitlementsForAnyUserAtOneBank: 'B',
  CanGetEntitlementsForOneBank: 'B',
  CanGetMetricsAtOneBank: 'B',
  CanGetSocialMediaHandles: 'B',
  CanGetTaxResidence: 'B',
  CanGetUserCustomerLink: 'B',
  CanGetUserCustomerLinkAtAnyBank: 'S',
  CanReadAggregateMetrics: 'S',
  CanReadDynamicResourceDocsAtOneBank: 'B',
  CanReadMetrics: 'S',
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
  CanUpdateCustomerMobilePhoneNumber: 'B',
  CanUpdateCustomerNumber: 'B',
  CanUseCustomerFirehoseAtAnyBank: 'S',
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

const namesakes = new Map<string, readonly string[]>(
  Object.entries(renamed).flatMap(([name, old]) => {
    const family = [name, ...old]
    return family.map((member) => [member, family] as const)
  }),
)

/** The names under which a role may be held: its own and those of the other generation. */
export const namesOf = (role: string): readonly string[] => namesakes.get(role) ?? [role]

const newest = new Map<string, string>(
  Object.entries(renamed).flatMap(([name, old]) => old.map((each) => [each, name])),
)

/** The name that v6.0.0 has for a role: clients of v6.0.0 look for that one, whichever was granted. */
export const newestNameOf = (role: string): string => newest.get(role) ?? role
