/** Consumers that somebody registered earlier. */
import type { Insertable } from 'kysely'
import type { ConsumerTable } from '../storage/schema.ts'
import type { TestServer } from './server.ts'

type Change = Omit<Partial<Insertable<ConsumerTable>>, 'created_at'> & { created_at?: string }

const row = (id: string, change: Change = {}) =>
  ({
    consumer_id: id,
    consumer_key: `key-of-${id}`,
    app_name: `App ${id}`,
    app_type: 'Public',
    description: `About ${id}`,
    developer_email: `${id}@example.com`,
    redirect_url: `https://${id}.example.com`,
    client_certificate: `certificate-of-${id}`,
    is_active: true,
    ...change,
  }) as Insertable<ConsumerTable>

/** Its secret is `secret-of-` and its id. */
export const insertConsumer = async (
  { storage: { db }, services }: TestServer,
  id: string,
  change?: Change,
): Promise<void> => {
  const { consumerSecrets } = await services.encryption()
  const sealed_secret = consumerSecrets.seal(Buffer.from(`secret-of-${id}`), id)
  await db
    .insertInto('consumer')
    .values(row(id, { sealed_secret, ...change }))
    .execute()
}

/** `many-0`, `many-1` …, each a second younger than the one before, from the beginning of 2001 on. */
export const insertConsumers = async ({ storage: { db } }: TestServer, count: number): Promise<void> => {
  const rows = Array.from({ length: count }, (_, n) =>
    row(`many-${n}`, { created_at: new Date(Date.UTC(2001, 0, 1, 0, 0, n)).toISOString() }),
  )
  await db.insertInto('consumer').values(rows).execute()
}
