/**
 * The names of deleted users. A name may be personal data, so it goes with the user; a digest of it stays, by which the name
 * is known again and nobody else is given it, with the roles and links that others would take for the first one's.
 */
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '../../storage/schema.ts'

/** As the database makes it, for its secret never leaves it. */
const digestOf = (provider: RawBuilder<string>, username: RawBuilder<string>): RawBuilder<Buffer> =>
  sql`(select sha256(secret || convert_to(${provider} || ${'\n'}::text || ${username}, 'UTF8')) from installation)`

/** Of the user's own provider and name. */
export const digestOfOwnName: RawBuilder<Buffer> = digestOf(sql.ref('provider'), sql.ref('username'))

/**
 * Takes users away again who were inserted in this transaction under the name of a deleted one, and gives their ids. Looked
 * at after the insertion: where the deletion was under way, that has waited for it.
 */
export async function giveBackRetiredNames(
  transaction: Transaction<Database>,
  userIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await transaction
    .deleteFrom('app_user')
    .where('user_id', '=', sql<string>`any(${userIds}::text[])`)
    .where(digestOfOwnName, 'in', (taken) =>
      taken.selectFrom('app_user as gone').select('gone.retired_name').where('gone.retired_name', 'is not', null),
    )
    .returning('user_id')
    .execute()
  return new Set(rows.map(({ user_id }) => user_id))
}

/** Gives a deleted user of that name the name back, if there is one. */
export async function restoreRetiredName(
  transaction: Transaction<Database>,
  provider: string,
  username: string,
): Promise<void> {
  await transaction
    .updateTable('app_user')
    .set({ username, retired_name: null })
    .where('retired_name', '=', digestOf(sql`${provider}::text`, sql`${username}::text`))
    .execute()
}
