/** What users allowed an application for good. */
import { sql } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'
import { keptConsumer, keptUser, loginMarkInSql } from './marks.ts'

export interface Consents {
  /** The scopes that a user allowed a client, once a withdrawal that is under way is done; null where there are none. */
  scopes(userId: string, clientId: string): Promise<readonly string[] | null>
  /** Adds scopes to those that the user allowed, unless the login or those at the client have been ended since they came. */
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
        .forShare('o')
        .executeTakeFirst()
      return row?.scopes ?? null
    },

    remember: (origin, userId, clientId, scopes) =>
      db.transaction().execute(async (transaction) => {
        const [mark, generation] = [keptUser(userId), keptConsumer(clientId)]
        const row = await transaction
          .insertInto('openid_consent')
          .columns(['user_id', 'consumer_id', 'scopes'])
          .expression((query) =>
            query
              .selectFrom('app_user as u')
              .innerJoin('consumer as c', (join) => join.onTrue())
              .select(['u.user_id', 'c.consumer_id', sql<string[]>`${[...scopes]}::text[]`.as('scopes')])
              .where('u.user_id', '=', userId)
              .where('c.consumer_key', '=', clientId)
              .$if(mark !== null, (of) => of.where(sql<boolean>`${sql.raw(loginMarkInSql)} = ${mark}`))
              .$if(generation !== null, (of) => of.where('c.login_generation', '=', generation!))
              // waits for a change of either that is under way, and looks again
              .forShare(['u', 'c']),
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
