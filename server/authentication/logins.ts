/** All logins of a user or at a consumer, by whatever way they came in. */
import type { Transaction } from 'kysely'
import type { Database } from '../storage/schema.ts'

/** Ends every login of a user, in a transaction of the caller's: each of their tokens is refused from the next call on. */
export async function endLogins(transaction: Transaction<Database>, userId: string): Promise<void> {
  await transaction
    .updateTable('app_user')
    .set((row) => ({ login_generation: row('login_generation', '+', 1) }))
    .where('user_id', '=', userId)
    .execute()
  await end(transaction, 'user_id', userId)
}

/** As {@link endLogins}, of everybody at a consumer; what they allowed it is forgotten. False where there is no such consumer. */
export async function endLoginsAtConsumer(transaction: Transaction<Database>, consumerId: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('consumer')
    .set((row) => ({ login_generation: row('login_generation', '+', 1) }))
    .where('consumer_id', '=', consumerId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await end(transaction, 'consumer_id', consumerId)
  await transaction.deleteFrom('openid_consent').where('consumer_id', '=', consumerId).execute()
  return true
}

async function end(transaction: Transaction<Database>, column: 'user_id' | 'consumer_id', id: string): Promise<void> {
  await transaction
    .deleteFrom('openid_artifact')
    .$if(column === 'user_id', (query) => query.where('user_id', '=', id))
    .$if(column === 'consumer_id', (query) =>
      query.where('client_id', '=', (keys) =>
        keys.selectFrom('consumer').select('consumer_key').where('consumer_id', '=', id),
      ),
    )
    .execute()
  // request tokens first: an exchange that is under way holds its row until its access token can be seen here
  for (const table of ['oauth1_request_token', 'oauth1_access_token', 'login_token'] as const)
    await transaction.deleteFrom(table).where(column, '=', id).execute()
}
