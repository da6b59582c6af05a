/** The list of all operations. */
import type { Operation } from '../protocol/operation.ts'
import { getCrmEvents } from './crm/get-crm-events.ts'
import { addCustomer } from './customer/add-customer.ts'
import { getCustomer } from './customer/get-customer.ts'

export const catalogue: readonly Operation[] = [
  // customer
  addCustomer,
  getCustomer,
  // crm
  getCrmEvents,
]
