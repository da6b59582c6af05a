/** All logins of a user, by whatever way they came in. */
import type { Transaction } from 'kysely'
import type { Database } from '../storage/schema.ts'

/** Ends every login of a user, in a transaction of the caller's: each of their tokens is refused from the next call on. */
export async function endLogins(transaction: Transaction<Database>, userId: string): Promise<void> {
  // request tokens first: an exchange that is under way holds its row until its access token can be seen here
  for (const table of ['oauth1_request_token', 'oauth1_access_token', 'login_token'] as const)
    await transaction.deleteFrom(table).where('user_id', '=', userId).execute()
}
