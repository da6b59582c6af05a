/** What users allowed an application for good. */
import { sql } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'

export interface Consents {
  /** The scopes that a user allowed a client; null where there are none. */
  scopes(userId: string, clientId: string): Promise<readonly string[] | null>
  /** Adds scopes to those that the user allowed. */
  remember(origin: Origin, userId: string, clientId: string, scopes: readonly string[]): Promise<void>
}

export function consents({ db }: Pick<Storage, 'db'>): Consents {
  return {
    async scopes(userId, clientId) {
      const row = await db
        .selectFrom('openid_consent as o')
        .innerJoin('consumer as c', 'c.consumer_id', 'o.consumer_id')
        .select('o.scopes')
        .where('o.user_id', '=', userId)
        .where('c.consumer_key', '=', clientId)
        .executeTakeFirst()
      return row?.scopes ?? null
    },

    remember: (origin, userId, clientId, scopes) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .insertInto('openid_consent')
          .columns(['user_id', 'consumer_id', 'scopes'])
          .expression((query) =>
            query
              .selectFrom('consumer')
              .select(({ val }) => [
                val(userId).as('user_id'),
                'consumer_id',
                sql<string[]>`${[...scopes]}::text[]`.as('scopes'),
              ])
              .where('consumer_key', '=', clientId),
          )
          .onConflict((conflict) =>
            conflict.columns(['user_id', 'consumer_id']).doUpdateSet({
              scopes: sql`array(select distinct unnest(openid_consent.scopes || excluded.scopes))`,
            }),
          )
          .returning(['consumer_id', 'scopes'])
          .executeTakeFirst()
        if (!row) return
        await recordChange(
          transaction,
          { ...origin, userId, consumerId: row.consumer_id },
          {
            bankId: '',
            subject: 'openid_consent',
            subjectId: row.consumer_id,
            change: { updated: { user_id: userId, scopes: row.scopes } },
          },
        )
      }),
  }
}
