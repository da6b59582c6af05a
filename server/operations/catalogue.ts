/** The list of all operations. */
import type { Operation } from '../protocol/operation.ts'
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
import { createConsumer } from './consumer/create-consumer.ts'
import { enableDisableConsumers } from './consumer/enable-disable-consumers.ts'
import { getConsumer } from './consumer/get-consumer.ts'
import { getConsumers } from './consumer/get-consumers.ts'
import { getConsumersForCurrentUser } from './consumer/get-consumers-for-current-user.ts'
import { getCrmEvents } from './crm/get-crm-events.ts'
import { addCustomer } from './customer/add-customer.ts'
import { addCustomerMessage } from './customer/add-customer-message.ts'
import { getCustomer } from './customer/get-customer.ts'
import { getCustomersMessages } from './customer/get-customers-messages.ts'

import { getResourceDocsObp } from './documentation/get-resource-docs-obp.ts'
import { getResourceDocsObpV400 } from './documentation/get-resource-docs-obp-v400.ts'
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
import { createUserWithRoles } from './role/create-user-with-roles.ts'
import { deleteEntitlement } from './role/delete-entitlement.ts'
import { getAllEntitlements } from './role/get-all-entitlements.ts'
import { getAllEntitlementsV310 } from './role/get-all-entitlements-v310.ts'
import { getEntitlements } from './role/get-entitlements.ts'
import { getEntitlementsByBankAndUser } from './role/get-entitlements-by-bank-and-user.ts'
import { getEntitlementsForBank } from './role/get-entitlements-for-bank.ts'
import { getEntitlementsForCurrentUser } from './role/get-entitlements-for-current-user.ts'
import { getEntitlementsV400 } from './role/get-entitlements-v400.ts'
import { getRoles } from './role/get-roles.ts'
import { sandboxDataImport } from './sandbox/sandbox-data-import.ts'
import { createUser } from './user/create-user.ts'
import { getCurrentUser } from './user/get-current-user.ts'
import { getCurrentUserId } from './user/get-current-user-id.ts'
import { getCurrentUserV300 } from './user/get-current-user-v300.ts'

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
  getResourceDocsObp,
  getResourceDocsObpV400,
  // user
  createUser,
  getCurrentUser,
  getCurrentUserV300,
  getCurrentUserId,
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
  getConsumers,
  getConsumersForCurrentUser,
  getConsumer,
  enableDisableConsumers,
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
