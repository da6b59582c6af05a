/** The applications that may call for a user, and the end of that for one of them. */
import { sql } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Instant } from '../../storage/schema.ts'
import { endLoginsOfUserAtConsumer } from '../logins.ts'
import { loginMarkInSql } from '../openid/marks.ts'

export interface AuthorizedApplication {
  readonly consumerId: string
  readonly appName: string
  readonly redirectUrl: string
  /** that the user allowed it by OpenID Connect; none where they came in another way */
  readonly scopes: readonly string[]
  /** since when the user lets it call, without a break that is known */
  readonly authorizedAt: Instant
}

export interface AuthorizedApplications {
  /** Those that a user has allowed something, or has a token with that has not expired, by name. */
  ofUser(userId: string): Promise<AuthorizedApplication[]>
  /** Takes back what a user allowed an application: its tokens and grants have ended. False where it had nothing. */
  withdraw(origin: Origin, of: { userId: string; consumerId: string }): Promise<boolean>
}

interface Row {
  consumer_id: string
  app_name: string
  redirect_url: string
  scopes: string[]
  authorized_at: Instant
}

export const authorizedApplications = ({ db }: Pick<Storage, 'db'>): AuthorizedApplications => ({
  async ofUser(userId) {
    const { rows } = await sql<Row>`
      select c.consumer_id, c.app_name, c.redirect_url,
        coalesce((select o.scopes from openid_consent o where o.user_id = ${userId} and o.consumer_id = c.consumer_id), '{}')
          as scopes,
        min(allowed.since) as authorized_at
      from (
        select consumer_id, given_at from openid_consent where user_id = ${userId}
        union all
        select consumer_id, created_at from login_token where user_id = ${userId} and expires_at > now()
        union all
        select consumer_id, created_at from oauth1_access_token where user_id = ${userId} and expires_at > now()
        union all
        select c.consumer_id, to_timestamp((g.payload ->> 'iat')::bigint)
        from openid_artifact g
        join app_user u on u.user_id = g.user_id
        join consumer c on c.consumer_key = g.client_id
        where g.kind = 'Grant'
          and g.user_id = ${userId}
          and g.expires_at > now()
          and g.login_mark = ${sql.raw(loginMarkInSql)}
          and g.consumer_generation = c.login_generation
      ) as allowed(consumer_id, since)
      join consumer c on c.consumer_id = allowed.consumer_id
      group by c.consumer_id
      order by lower(c.app_name), c.consumer_id`.execute(db)
    return rows.map((row) => ({
      consumerId: row.consumer_id,
      appName: row.app_name,
      redirectUrl: row.redirect_url,
      scopes: row.scopes,
      authorizedAt: row.authorized_at,
    }))
  },

  withdraw: (origin, of) =>
    db.transaction().execute(async (transaction) => {
      if (!(await endLoginsOfUserAtConsumer(transaction, of))) return false
      await recordChange(transaction, origin, {
        bankId: '',
        subject: 'authorized_application',
        subjectId: of.consumerId,
        change: { deleted: { user_id: of.userId } },
      })
      return true
    }),
})
