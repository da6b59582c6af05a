/** CRM events, from PostgreSQL. */
import type { Storage } from '../../storage/pool.ts'
import type { Connector } from '../connector.ts'

export function crmEvents({ db }: Storage): Pick<Connector, 'getCrmEvents'> {
  return {
    async getCrmEvents(_origin, { bankId, linkedToUserId, limit, offset, sortDirection, fromDate, toDate }) {
      let query = db
        .selectFrom('crm_event')
        .selectAll()
        .where('bank_id', '=', bankId)
        .orderBy('actual_date', sortDirection)
        .orderBy('crm_event_id')
        .offset(offset)
      if (limit !== null) query = query.limit(limit)
      if (fromDate !== null) query = query.where('actual_date', '>=', fromDate)
      if (toDate !== null) query = query.where('actual_date', '<=', toDate)
      if (linkedToUserId !== null)
        query = query.where(({ exists, selectFrom }) =>
          exists(
            selectFrom('customer as c')
              .innerJoin('user_customer_link as l', (join) =>
                join.onRef('l.bank_id', '=', 'c.bank_id').onRef('l.customer_id', '=', 'c.customer_id'),
              )
              .select('c.customer_id')
              .whereRef('c.bank_id', '=', 'crm_event.bank_id')
              .whereRef('c.customer_number', '=', 'crm_event.customer_number')
              .where('l.user_id', '=', linkedToUserId),
          ),
        )
      const rows = await query.execute()
      return rows.map((row) => ({
        bankId: row.bank_id,
        crmEventId: row.crm_event_id,
        customerName: row.customer_name,
        customerNumber: row.customer_number,
        category: row.category,
        detail: row.detail,
        channel: row.channel,
        scheduledDate: row.scheduled_date,
        actualDate: row.actual_date,
        result: row.result,
      }))
    },
  }
}
