/** The DirectLogin tokens that were given out: which there are, and their end before they expire. */
import { sql } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Instant } from '../../storage/schema.ts'
import { endLoginsAtConsumer } from '../logins.ts'

export interface LoginToken {
  /** names the token; nobody gets in with it */
  readonly tokenId: string
  readonly consumerId: string
  readonly appName: string
  readonly createdAt: Instant
  readonly expiresAt: Instant
}

export interface LoginTokens {
  /** A user's tokens that have not expired, newest first. */
  ofUser(userId: string): Promise<LoginToken[]>
  /** Ends a token of the user. False where they have none of that id. */
  end(origin: Origin, token: { tokenId: string; userId: string }): Promise<boolean>
  /** Ends every login through a consumer. False where there is no such consumer. */
  endAtConsumer(origin: Origin, consumerId: string): Promise<boolean>
}

export const loginTokens = ({ db }: Storage): LoginTokens => ({
  async ofUser(userId) {
    const rows = await db
      .selectFrom('login_token as t')
      .innerJoin('consumer as c', 'c.consumer_id', 't.consumer_id')
      .select(['t.token_id', 't.consumer_id', 'c.app_name', 't.created_at', 't.expires_at'])
      .where('t.user_id', '=', userId)
      .where('t.expires_at', '>', sql<Instant>`now()`)
      .orderBy('t.created_at', 'desc')
      .orderBy('t.token_id')
      .execute()
    return rows.map((row) => ({
      tokenId: row.token_id,
      consumerId: row.consumer_id,
      appName: row.app_name,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    }))
  },

  end: (origin, { tokenId, userId }) =>
    db.transaction().execute(async (transaction) => {
      const row = await transaction
        .deleteFrom('login_token')
        .where('token_id', '=', tokenId)
        .where('user_id', '=', userId)
        .returning('consumer_id')
        .executeTakeFirst()
      if (!row) return false
      await recordChange(transaction, origin, {
        bankId: '',
        subject: 'login_token',
        subjectId: tokenId,
        change: { deleted: { user_id: userId, consumer_id: row.consumer_id } },
      })
      return true
    }),

  endAtConsumer: (origin, consumerId) =>
    db.transaction().execute(async (transaction) => {
      if (!(await endLoginsAtConsumer(transaction, consumerId))) return false
      await recordChange(transaction, origin, {
        bankId: '',
        subject: 'consumer',
        subjectId: consumerId,
        change: { updated: { logins: '(ended)' } },
      })
      return true
    }),
})
