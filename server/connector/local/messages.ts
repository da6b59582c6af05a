/** Messages to the users of customers, from PostgreSQL. */
import { randomUUID } from 'node:crypto'
import type { Selectable } from 'kysely'
import { gather } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { CustomerMessageTable } from '../../storage/schema.ts'
import type { Connector } from '../connector.ts'
import type { CustomerMessage } from '../contract.ts'

type MessageRow = Pick<
  Selectable<CustomerMessageTable>,
  'message_id' | 'created_at' | 'message' | 'from_department' | 'from_person'
>

const toMessage = (row: MessageRow): CustomerMessage => ({
  messageId: row.message_id,
  date: row.created_at,
  message: row.message,
  fromDepartment: row.from_department,
  fromPerson: row.from_person,
})

export function messages({ pool, lookups }: Storage): Pick<Connector, 'createMessage' | 'getMessagesOfUser'> {
  const ofUser = gather<{ bankId: string; userId: string }, CustomerMessage>({
    lookups,
    name: 'messages_of_user',
    text: `
      select asked.place, m.message_id, m.created_at, m.message, m.from_department, m.from_person
      from unnest($1::text[], $2::text[]) with ordinality as asked(bank_id, user_id, place)
      join customer_message m on m.bank_id = asked.bank_id and m.user_id = asked.user_id
      order by asked.place, m.created_at desc, m.message_id`,
    parts: ({ bankId, userId }) => [bankId, userId],
    shape: toMessage,
  })

  return {
    getMessagesOfUser: (_origin, args) => ofUser(args),

    async createMessage(origin, { bankId, userId, customerId, message, fromDepartment, fromPerson }) {
      const values = [
        bankId,
        randomUUID(),
        customerId,
        userId,
        message,
        fromDepartment,
        fromPerson,
        origin.userId,
        origin.consumerId,
        origin.operationId,
        origin.correlationId,
      ]
      const { rows } = await pool.query({ name: 'create_message', text: createMessage, values })
      return toMessage(rows[0])
    },
  }
}

// one statement, so one transaction: the message and its audit row are kept together or not at all
const createMessage = `
  with added as (
    insert into customer_message (bank_id, message_id, customer_id, user_id, message, from_department, from_person)
    values ($1, $2, $3, $4, $5, $6, $7)
    returning *
  ),
  audited as (
    insert into audit_event (bank_id, user_id, consumer_id, operation_id, correlation_id, subject, subject_id, change)
    select $1, $8, $9, $10, $11, 'customer_message', added.message_id, jsonb_build_object('created', to_jsonb(added))
    from added
  )
  select message_id, created_at, message, from_department, from_person
  from added`
