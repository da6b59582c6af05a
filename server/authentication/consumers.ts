/** Consumers: the applications that users call with. */
import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import type { Storage } from '../storage/pool.ts'
import type { ConsumerTable, Database } from '../storage/schema.ts'

export type ConsumerRecord = Selectable<ConsumerTable>

export interface NewConsumer {
  key: string
  secret: string
  appName: string
  appType: ConsumerTable['app_type']
  description: string
  developerEmail: string
  redirectUrl: string
  clientCertificate: string
  createdByUserId: string | null
  isActive: boolean
}

export interface Consumers {
  withKey(key: string): Promise<ConsumerRecord | null>
  create(origin: Origin, consumer: NewConsumer): Promise<ConsumerRecord>
}

export function consumers({ db }: Storage): Consumers {
  return {
    async withKey(key) {
      return (await db.selectFrom('consumer').selectAll().where('consumer_key', '=', key).executeTakeFirst()) ?? null
    },
    create: (origin, consumer) =>
      db.transaction().execute((transaction) => createConsumer(transaction, origin, consumer)),
  }
}

/** Creates a consumer inside a transaction of the caller's. */
export async function createConsumer(
  transaction: Kysely<Database>,
  origin: Origin,
  consumer: NewConsumer,
): Promise<ConsumerRecord> {
  const { secret: _, key: __, ...told } = consumer
  const row = await transaction
    .insertInto('consumer')
    .values({
      consumer_id: randomUUID(),
      consumer_key: consumer.key,
      consumer_secret: consumer.secret,
      app_name: consumer.appName,
      app_type: consumer.appType,
      description: consumer.description,
      developer_email: consumer.developerEmail,
      redirect_url: consumer.redirectUrl,
      client_certificate: consumer.clientCertificate,
      created_by_user_id: consumer.createdByUserId,
      is_active: consumer.isActive,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordChange(transaction, origin, {
    bankId: '',
    subject: 'consumer',
    subjectId: row.consumer_id,
    change: { created: told },
  })
  return row
}
