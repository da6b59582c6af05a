/** All logins of a user, by whatever way they came in. */
import type { Transaction } from 'kysely'
import type { Database } from '../storage/schema.ts'

/** Ends every login of a user, in a transaction of the caller's: each of their tokens is refused from the next call on. */
export async function endLogins(transaction: Transaction<Database>, userId: string): Promise<void> {
  for (const table of ['login_token', 'oauth1_access_token', 'oauth1_request_token'] as const)
    await transaction.deleteFrom(table).where('user_id', '=', userId).execute()
}
