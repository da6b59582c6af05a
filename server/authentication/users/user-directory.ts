/** Users as administrators see them: found by what they are called, locked, unlocked and deleted. */

import {
  type Expression,
  type ExpressionBuilder,
  type Selectable,
  type SqlBool,
  sql,
  type Transaction,
  type UpdateObject,
} from 'kysely'
import { removeCollections } from '../../api-collections/api-collections.ts'
import { type Origin, recordChange, recordChanges } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'
import type { AppUserTable, Database, Instant } from '../../storage/schema.ts'
import type { User } from '../caller.ts'
import { endLogins, endPasswordReset, forgetConsents } from '../logins.ts'
import { endSecondFactor } from '../second-factors/second-factors.ts'
import { digestOfOwnName } from './retired-names.ts'

export interface UserRecord extends User {
  readonly firstName: string
  readonly lastName: string
  readonly isValidated: boolean
  readonly createdAt: Instant
  readonly updatedAt: Instant
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
  /** held under one of the names, at the bank if one is given */
  readonly role?: { readonly names: readonly string[]; readonly bankId?: string }
}

/** What a list can be sorted by, and the column of it. */
export const userOrders = {
  user_id: 'user_id',
  username: 'username',
  email: 'email',
  provider: 'provider',
  created_date: 'created_at',
  updated_date: 'updated_at',
} as const

export interface UserPage {
  readonly limit: number | null
  readonly offset: number
  /** by creation, oldest first, if not given */
  readonly order?: { readonly by: keyof typeof userOrders; readonly direction: 'asc' | 'desc' }
}

export interface UserDirectory {
  /** Those that a filter leaves. */
  find(filter: UserFilter, page?: UserPage): Promise<UserRecord[]>
  /** Locks a user: their logins stay, and are refused until an unlock; a token to reset their password is dead for good. Null for an unknown or a deleted user. */
  lock(origin: Origin, userId: string): Promise<UserRecord | null>
  /** Takes away a lock of either kind. Null for an unknown or a deleted user. */
  unlock(origin: Origin, userId: string): Promise<UserRecord | null>
  /** Lets a user log in who signed up where validation is asked for. Null for an unknown or a deleted user. */
  validate(origin: Origin, userId: string): Promise<UserRecord | null>
  /** Ends every login of a user, of whatever kind, and forgets what they allowed applications. Null for an unknown or a deleted user. */
  endLogins(origin: Origin, userId: string): Promise<UserRecord | null>
  /**
   * Takes away who a user was: name, address, password, second factor, roles, requests and logins, also from the audit trail and the metrics. The row
   * stays, for what refers to it; links to customers no longer count, and nobody else is given the name. Null for an
   * unknown or a deleted user.
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
    firstName: row.first_name,
    lastName: row.last_name,
    isValidated: row.is_validated,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
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
    {
      onlyWhere,
      andThen,
    }: {
      onlyWhere?: (builder: ExpressionBuilder<Database, 'app_user'>) => Expression<SqlBool>
      andThen?: (transaction: Transaction<Database>) => Promise<void>
    } = {},
  ) =>
    db.transaction().execute(async (transaction) => {
      const row = await transaction
        .updateTable('app_user')
        .set({ updated_at: sql<Instant>`now()`, ...values })
        .where('user_id', '=', userId)
        .where('deleted_at', 'is', null)
        .$if(onlyWhere !== undefined, (query) => query.where(onlyWhere!))
        .returningAll()
        .executeTakeFirst()
      if (!row) return null
      await andThen?.(transaction)
      await recordChange(transaction, origin, { bankId: '', subject: 'app_user', subjectId: userId, change: told })
      return toRecord(row)
    })

  const find: UserDirectory['find'] = async (
    { userId, provider, username, email, isDeleted, isLocked: locked, role },
    page,
  ) => {
    const { by, direction } = page?.order ?? { by: 'created_date', direction: 'asc' }
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
      .$if(role !== undefined, (query) =>
        query.where('user_id', 'in', (held) =>
          held
            .selectFrom('entitlement_in_force')
            .select('entitlement_in_force.user_id')
            .where('role_name', 'in', role!.names)
            .$if(role!.bankId !== undefined, (at) => at.where('bank_id', '=', role!.bankId!)),
        ),
      )
      .orderBy(userOrders[by], direction)
      .orderBy('user_id')
      .$if(page?.limit != null, (query) => query.limit(page!.limit!))
      .$if(page !== undefined, (query) => query.offset(page!.offset))
      .execute()
    return rows.map(toRecord)
  }

  return {
    find,

    lock: (origin, userId) =>
      change(
        origin,
        userId,
        { locked_at: sql<Instant>`now()` },
        { updated: { locked: true } },
        { andThen: (transaction) => endPasswordReset(transaction, userId) },
      ),

    unlock: (origin, userId) =>
      change(origin, userId, { locked_at: null, wrong_passwords: 0 }, { updated: { locked: false } }),

    async validate(origin, userId) {
      const changed = await change(
        origin,
        userId,
        { is_validated: true },
        { updated: { is_validated: true } },
        { onlyWhere: (row) => row('is_validated', '=', false) },
      )
      return changed ?? (await find({ userId, isDeleted: false }))[0] ?? null
    },

    endLogins: (origin, userId) =>
      change(
        origin,
        userId,
        {},
        { updated: { logins: '(ended)' } },
        {
          async andThen(transaction) {
            await endLogins(transaction, userId)
            await forgetConsents(transaction, { userId })
          },
        },
      ),

    delete: (origin, userId) =>
      change(
        origin,
        userId,
        {
          deleted_at: sql<Instant>`now()`,
          retired_name: sql<Buffer | null>`case when provider = ${localProvider} then ${digestOfOwnName} end`,
          username: sql<string>`case when provider = ${localProvider} then 'deleted-' || user_id else username end`,
          email: '',
          first_name: '',
          last_name: '',
          password_hash: null,
        },
        { deleted: {} },
        {
          andThen: async (transaction) => {
            // before the logins: consumer and then logins is the order of who ends those at a consumer, too
            await forgetDeveloper(transaction, userId)
            await endLogins(transaction, userId)
            await endPasswordReset(transaction, userId)
            await endSecondFactor(transaction, userId)
            await forgetConsents(transaction, { userId })
            await transaction
              .updateTable('metric')
              .set({ user_id: null, source_ip: null })
              .where('user_id', '=', userId)
              .execute()
            await takeRoles(transaction, origin, userId)
            await endLinks(transaction, origin, userId)
            await removeCollections(transaction, userId)
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
        },
      ),
  }
}

/** Their address at the applications that they registered, also in the audit trail; the applications stay. */
async function forgetDeveloper(transaction: Transaction<Database>, userId: string): Promise<void> {
  const rows = await transaction
    .updateTable('consumer')
    .set({ developer_email: '' })
    .where('created_by_user_id', '=', userId)
    .returning('consumer_id')
    .execute()
  if (rows.length === 0) return
  await transaction
    .updateTable('audit_event')
    .set({ change: sql`change #- '{created,developerEmail}'` })
    .where('bank_id', '=', '')
    .where('subject', '=', 'consumer')
    .where(
      'subject_id',
      'in',
      rows.map(({ consumer_id }) => consumer_id),
    )
    .execute()
}

async function takeRoles(transaction: Transaction<Database>, origin: Origin, userId: string): Promise<void> {
  const rows = await transaction.deleteFrom('entitlement').where('user_id', '=', userId).returningAll().execute()
  await recordChanges(
    transaction,
    origin,
    rows.map(({ bank_id, entitlement_id, role_name }) => ({
      bankId: bank_id,
      subject: 'entitlement',
      subjectId: entitlement_id,
      change: { deleted: { user_id: userId, role_name } },
    })),
  )
}

/** The rows stay: who was linked to a customer is the bank's to know. */
async function endLinks(transaction: Transaction<Database>, origin: Origin, userId: string): Promise<void> {
  const rows = await transaction
    .updateTable('user_customer_link')
    .set({ is_active: false })
    .where('user_id', '=', userId)
    .where('is_active', '=', true)
    .returning(['bank_id', 'user_customer_link_id'])
    .execute()
  await recordChanges(
    transaction,
    origin,
    rows.map(({ bank_id, user_customer_link_id }) => ({
      bankId: bank_id,
      subject: 'user_customer_link',
      subjectId: user_customer_link_id,
      change: { updated: { is_active: false } },
    })),
  )
}
