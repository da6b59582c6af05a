/** The connector that answers from Fichero's own PostgreSQL. */
import type { Storage } from '../../storage/pool.ts'
import type { Connector } from '../connector.ts'
import { banks } from './banks.ts'
import { crmEvents } from './crm-events.ts'
import { customers } from './customers.ts'
import { messages } from './messages.ts'

export const localConnector = (storage: Storage): Connector => ({
  ...banks(storage),
  ...customers(storage),
  ...messages(storage),
  ...crmEvents(storage),
})
