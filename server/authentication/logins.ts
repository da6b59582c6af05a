/** All logins of a user or at a consumer, by whatever way they came in. */
import { sql, type Transaction } from 'kysely'
import type { Database, Instant } from '../storage/schema.ts'

// what is issued while the transaction goes on is ended, too
const now = sql<Instant>`clock_timestamp()`

/** Ends every login of a user, in a transaction of the caller's: each of their tokens is refused from the next call on. */
export async function endLogins(transaction: Transaction<Database>, userId: string): Promise<void> {
  await transaction
    .updateTable('app_user')
    .set((row) => ({ login_generation: row('login_generation', '+', 1), logins_ended_at: now }))
    .where('user_id', '=', userId)
    .execute()
  await end(transaction, { userId })
}

/** As {@link endLogins}, of everybody at a consumer; what they allowed it is forgotten. False where there is no such consumer. */
export async function endLoginsAtConsumer(transaction: Transaction<Database>, consumerId: string): Promise<boolean> {
  const { numUpdatedRows } = await transaction
    .updateTable('consumer')
    .set((row) => ({ login_generation: row('login_generation', '+', 1), logins_ended_at: now }))
    .where('consumer_id', '=', consumerId)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) return false
  await end(transaction, { consumerId })
  await forgetConsents(transaction, { consumerId })
  return true
}

/** As {@link endLogins}, of one user at one consumer; what they allowed it is forgotten. False where there was nothing. */
export async function endLoginsOfUserAtConsumer(
  transaction: Transaction<Database>,
  of: { userId: string; consumerId: string },
): Promise<boolean> {
  // first: whoever makes a grant of a consent looks whether it is still there, and waits for this
  const consents = await forgetConsents(transaction, of)
  const ended = await end(transaction, of)
  return consents || ended
}

/** What a user, or the users of a consumer, allowed for good. False where there was nothing. */
export async function forgetConsents(
  transaction: Transaction<Database>,
  { userId, consumerId }: Whose,
): Promise<boolean> {
  const { numDeletedRows } = await transaction
    .deleteFrom('openid_consent')
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
    .$if(consumerId !== undefined, (query) => query.where('consumer_id', '=', consumerId!))
    .executeTakeFirst()
  return numDeletedRows > 0n
}

/** Ends the token by which a user could choose another password without the old one. */
export async function endPasswordReset(transaction: Transaction<Database>, userId: string): Promise<void> {
  await transaction.deleteFrom('password_reset').where('user_id', '=', userId).execute()
}

type Whose = { userId: string; consumerId?: string } | { userId?: never; consumerId: string }

async function end(transaction: Transaction<Database>, { userId, consumerId }: Whose): Promise<boolean> {
  let { numDeletedRows: ended } = await transaction
    .deleteFrom('openid_artifact')
    .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
    .$if(consumerId !== undefined, (query) =>
      query.where('client_id', '=', (keys) =>
        keys.selectFrom('consumer').select('consumer_key').where('consumer_id', '=', consumerId!),
      ),
    )
    .executeTakeFirst()
  // request tokens first: an exchange that is under way holds its row until its access token can be seen here
  for (const table of ['oauth1_request_token', 'oauth1_access_token', 'login_token'] as const) {
    const { numDeletedRows } = await transaction
      .deleteFrom(table)
      .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
      .$if(consumerId !== undefined, (query) => query.where('consumer_id', '=', consumerId!))
      .executeTakeFirst()
    ended += numDeletedRows
  }
  return ended > 0n
}
