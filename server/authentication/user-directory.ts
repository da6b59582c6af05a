/** Users as administrators see them: found by what they are called, locked, unlocked and deleted. */
import { type ExpressionBuilder, type Selectable, sql, type Transaction, type UpdateObject } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import type { Storage } from '../storage/pool.ts'
import type { AppUserTable, Database, Instant } from '../storage/schema.ts'
import type { User } from './caller.ts'
import { endLogins } from './logins.ts'

export interface UserRecord extends User {
  readonly isDeleted: boolean
  /** by an administrator, or by wrong passwords */
  readonly isLocked: boolean
  readonly wrongPasswords: number
  readonly lastWrongPasswordAt: Instant | null
  readonly lockedAt: Instant | null
}

export interface UserFilter {
  readonly userId?: string
  readonly provider?: string
  readonly username?: string
  /** in whatever case */
  readonly email?: string
  /** null: both */
  readonly isDeleted: boolean | null
  readonly isLocked?: boolean
}

export interface UserDirectory {
  /** Those that a filter leaves, by the instant of their creation. */
  find(filter: UserFilter, page?: { limit: number | null; offset: number }): Promise<UserRecord[]>
  /** Locks a user: their logins stay, and are refused until an unlock. Null for an unknown or a deleted user. */
  lock(origin: Origin, userId: string): Promise<UserRecord | null>
  /** Takes away a lock of either kind. Null for an unknown or a deleted user. */
  unlock(origin: Origin, userId: string): Promise<UserRecord | null>
  /**
   * Takes away who a user was: name, address, password, roles, requests and logins, also from the audit trail. The row
   * stays, for what refers to it. Null for an unknown or a deleted user.
   */
  delete(origin: Origin, userId: string): Promise<UserRecord | null>
}

interface Options {
  wrongPasswordsUntilLocked: number
  /** whose users are named by people; others are named by their provider, and are refused by that name when they come again */
  localProvider: string
}

export function userDirectory({ db }: Storage, { wrongPasswordsUntilLocked, localProvider }: Options): UserDirectory {
  const toRecord = (row: Selectable<AppUserTable>): UserRecord => ({
    userId: row.user_id,
    provider: row.provider,
    username: row.username,
    email: row.email,
    isDeleted: row.deleted_at !== null,
    isLocked: row.locked_at !== null || row.wrong_passwords >= wrongPasswordsUntilLocked,
    wrongPasswords: row.wrong_passwords,
    lastWrongPasswordAt: row.last_wrong_password_at,
    lockedAt: row.locked_at,
  })
  const isLocked = ({ eb, or }: ExpressionBuilder<Database, 'app_user'>) =>
    or([eb('locked_at', 'is not', null), eb('wrong_passwords', '>=', wrongPasswordsUntilLocked)])

  /** Changes the row of a user who is there, and records the change. */
  const change = (
    origin: Origin,
    userId: string,
    values: UpdateObject<Database, 'app_user'>,
    told: Record<string, unknown>,
    andThen?: (transaction: Transaction<Database>) => Promise<void>,
  ) =>
    db.transaction().execute(async (transaction) => {
      const row = await transaction
        .updateTable('app_user')
        .set(values)
        .where('user_id', '=', userId)
        .where('deleted_at', 'is', null)
        .returningAll()
        .executeTakeFirst()
      if (!row) return null
      await andThen?.(transaction)
      await recordChange(transaction, origin, { bankId: '', subject: 'app_user', subjectId: userId, change: told })
      return toRecord(row)
    })

  return {
    async find({ userId, provider, username, email, isDeleted, isLocked: locked }, page) {
      const rows = await db
        .selectFrom('app_user')
        .selectAll()
        .$if(userId !== undefined, (query) => query.where('user_id', '=', userId!))
        .$if(provider !== undefined, (query) => query.where('provider', '=', provider!))
        .$if(username !== undefined, (query) => query.where('username', '=', username!))
        .$if(email !== undefined, (query) => query.where(sql`lower(email)`, '=', email!.toLowerCase()))
        .$if(isDeleted === true, (query) => query.where('deleted_at', 'is not', null))
        .$if(isDeleted === false, (query) => query.where('deleted_at', 'is', null))
        .$if(locked === true, (query) => query.where(isLocked))
        .$if(locked === false, (query) => query.where((builder) => builder.not(isLocked(builder))))
        .orderBy('created_at')
        .orderBy('user_id')
        .$if(page?.limit != null, (query) => query.limit(page!.limit!))
        .$if(page !== undefined, (query) => query.offset(page!.offset))
        .execute()
      return rows.map(toRecord)
    },

    lock: (origin, userId) => change(origin, userId, { locked_at: sql<Instant>`now()` }, { updated: { locked: true } }),

    unlock: (origin, userId) =>
      change(origin, userId, { locked_at: null, wrong_passwords: 0 }, { updated: { locked: false } }),

    delete: (origin, userId) =>
      change(
        origin,
        userId,
        {
          deleted_at: sql<Instant>`now()`,
          username: sql<string>`case when provider = ${localProvider} then 'deleted-' || user_id else username end`,
          email: '',
          first_name: '',
          last_name: '',
          password_hash: null,
        },
        { deleted: {} },
        async (transaction) => {
          await endLogins(transaction, userId)
          await transaction.deleteFrom('entitlement').where('user_id', '=', userId).execute()
          await transaction.deleteFrom('entitlement_request').where('user_id', '=', userId).execute()
          // that there were changes stays, with who made them and when
          await transaction
            .updateTable('audit_event')
            .set({ change: JSON.stringify({}) })
            .where('bank_id', '=', '')
            .where('subject', '=', 'app_user')
            .where('subject_id', '=', userId)
            .execute()
        },
      ),
  }
}
