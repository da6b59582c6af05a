/** Users: who they are, and whether a password is theirs. */
import { randomUUID } from 'node:crypto'
import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import { auditRow, type Origin, recordChange, recordChanges } from '../../observation/audit.ts'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { AppUserTable, Database, Instant } from '../../storage/schema.ts'
import type { User } from '../caller.ts'
import { endLogins, endPasswordReset } from '../logins.ts'
import { isPassword, unmatchableHash } from '../passwords/passwords.ts'
import type { Match, SecondFactors } from '../second-factors/second-factors.ts'
import { giveBackRetiredNames } from './retired-names.ts'

export interface NewUser {
  provider: string
  username: string
  email: string
  firstName: string
  lastName: string
  /** null: the user cannot log in with a password */
  passwordHash: string | null
  isValidated: boolean
}

export type LoginOutcome =
  /** with the hash that the password was compared with, and the generation of logins that this one is of */
  | { outcome: 'user'; user: User; hasSecondFactor: boolean; passwordHash: string | null; generation: number }
  | { outcome: 'wrong' }
  /** the password is right, but who has no second factor may only set one up */
  | { outcome: 'second factor needed' }
  | { outcome: 'locked' }

/** What somebody logs in with. */
interface PasswordLogin {
  provider: string
  username: string
  password: string
  /** of the second factor; looked at where the user has one */
  code?: string
  /** true: a user who has no second factor comes to set one up */
  setsUp?: boolean
  /** true: the password alone counts, whatever the user and the settings say */
  skipsSecondFactor?: boolean
}

export interface Users {
  /** Null for an unknown or a deleted user. */
  withId(userId: string): Promise<User | null>
  withName(provider: string, username: string): Promise<User | null>
  /** Null where the provider has a user of that name. */
  create(origin: Origin, user: NewUser): Promise<User | null>
  /**
   * Gives a user who has just logged in another password, and ends every login of theirs. False where it was changed
   * meanwhile.
   */
  changePassword(origin: Origin, login: Extract<LoginOutcome, { outcome: 'user' }>, newHash: string): Promise<boolean>
  /**
   * Checks a password, and a code where the user has a second factor, and counts the wrong ones; the one that locks the
   * user is in the audit trail. A wrong code is a wrong password: nothing tells which of them it was. Where a code is
   * asked for and none is given, right and wrong passwords are refused alike, and neither counts.
   */
  logIn(origin: Origin, login: PasswordLogin): Promise<LoginOutcome>
  /**
   * Checks a code where no password is at hand, and counts a wrong one as {@link logIn} does. True for a user without a
   * second factor; false, whatever the code, for one who is locked.
   */
  isRightCode(origin: Origin, userId: string, code: string): Promise<boolean>
}

const toUser = (row: Pick<Selectable<AppUserTable>, 'user_id' | 'provider' | 'username' | 'email'>): User => ({
  userId: row.user_id,
  provider: row.provider,
  username: row.username,
  email: row.email,
})

export function users(
  { lookups, db }: Storage,
  factors: Pick<SecondFactors, 'compare' | 'spend'>,
  {
    wrongPasswordsUntilLocked,
    requireSecondFactor,
  }: { wrongPasswordsUntilLocked: number; requireSecondFactor: boolean },
): Users {
  const userOfId = gatherOne<string, User>({
    lookups,
    name: 'user_of_id',
    text: `
      select asked.place, u.user_id, u.provider, u.username, u.email
      from unnest($1::text[]) with ordinality as asked(user_id, place)
      join app_user u on u.user_id = asked.user_id
      where u.deleted_at is null`,
    parts: (userId) => [userId],
    shape: toUser,
  })

  /**
   * Counts a try, and says whether the user was open to it. The password is compared first and counted after, in one
   * statement: however many guesses run at once, no more than the permitted number of them learn that they were wrong.
   */
  async function count(
    connection: Kysely<Database>,
    origin: Origin,
    userId: string,
    tried: 'right' | 'wrong' | 'nothing',
  ): Promise<boolean> {
    const { change, ...locked } = auditRow(origin, {
      bankId: '',
      subject: 'app_user',
      subjectId: userId,
      change: { updated: { locked: true, wrong_passwords: wrongPasswordsUntilLocked } },
    })
    const counted = await connection
      .with('counted', (query) =>
        query
          .updateTable('app_user')
          .set((row) =>
            tried === 'right'
              ? { wrong_passwords: 0 }
              : {
                  wrong_passwords: row('wrong_passwords', '+', tried === 'wrong' ? 1 : 0),
                  last_wrong_password_at: sql<Instant>`now()`,
                },
          )
          .where('user_id', '=', userId)
          .where('wrong_passwords', '<', wrongPasswordsUntilLocked)
          .where('locked_at', 'is', null)
          .returning('wrong_passwords'),
      )
      .with('recorded', (query) =>
        query
          .insertInto('audit_event')
          .columns([...Object.keys(locked), 'change'] as (keyof typeof locked | 'change')[])
          .expression((row) =>
            row
              .selectFrom('counted')
              .select(({ val }) => [
                ...Object.entries(locked).map(([column, value]) => val(value).as(column)),
                sql`${change}::jsonb`.as('change'),
              ])
              .where('wrong_passwords', '>=', wrongPasswordsUntilLocked),
          ),
      )
      .selectFrom('counted')
      .select('wrong_passwords')
      .executeTakeFirst()
    return counted !== undefined
  }

  /** As {@link count}, for a right code, which is used up only where it lets somebody in. */
  const countCode = (origin: Origin, userId: string, match: Match): Promise<{ open: boolean; right: boolean }> =>
    db.transaction().execute(async (transaction) => {
      // whoever guesses, locks or uses the same code waits for this
      const user = await transaction
        .selectFrom('app_user')
        .select('user_id')
        .where('user_id', '=', userId)
        .where('wrong_passwords', '<', wrongPasswordsUntilLocked)
        .where('locked_at', 'is', null)
        .forUpdate()
        .executeTakeFirst()
      if (!user) return { open: false, right: false }
      const right = await factors.spend(transaction, origin, userId, match)
      return { open: await count(transaction, origin, userId, right ? 'right' : 'wrong'), right }
    })

  /**
   * As {@link count}, for a name that no user has: it locks as a real one does. Names share rows, and which ones share one
   * only the database's secret says, so that nobody who finds their invented name locked knows which other name did it.
   */
  async function countUnknown(provider: string, username: string): Promise<boolean> {
    const digest = sql`sha256(secret || convert_to(${`${provider}\n${username}`}, 'UTF8'))`
    const bucket = sql<number>`get_byte(${digest}, 0) * 256 + get_byte(${digest}, 1)`
    const { wrong_passwords } = await db
      .insertInto('unknown_login')
      .columns(['bucket', 'wrong_passwords'])
      .expression((query) =>
        query.selectFrom('installation').select([bucket.as('bucket'), sql<number>`1`.as('wrong_passwords')]),
      )
      .onConflict((conflict) =>
        conflict.column('bucket').doUpdateSet((row) => ({
          wrong_passwords: row.fn('least', [
            row('unknown_login.wrong_passwords', '+', 1),
            row.val(wrongPasswordsUntilLocked + 1),
          ]),
        })),
      )
      .returning('wrong_passwords')
      .executeTakeFirstOrThrow()
    return wrong_passwords <= wrongPasswordsUntilLocked
  }

  return {
    withId: userOfId,

    async withName(provider, username) {
      const row = await rowOfName(db, provider, username)
      return row ? toUser(row) : null
    },

    create: (origin, user) => db.transaction().execute((transaction) => createUser(transaction, origin, user)),

    changePassword: (origin, { user: { userId }, passwordHash }, newHash) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .selectFrom('app_user')
          .select('user_id')
          .where('user_id', '=', userId)
          .where('password_hash', 'is not distinct from', passwordHash)
          .where('deleted_at', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        if (row) await setPassword(transaction, origin, userId, newHash)
        return row !== undefined
      }),

    async isRightCode(origin, userId, code) {
      const factor = await factors.compare(userId, code)
      if (!factor) return true
      if (factor.match) return (await countCode(origin, userId, factor.match)).right
      await count(db, origin, userId, 'wrong')
      return false
    },

    async logIn(origin, { provider, username, password, code = '', setsUp = false, skipsSecondFactor = false }) {
      const row = await rowOfName(db, provider, username)
      const factor = await factors.compare(row?.user_id, code)
      const isRightPassword = await isPassword(password, row?.password_hash ?? unmatchableHash)
      if (!row) return { outcome: (await countUnknown(provider, username)) ? 'wrong' : 'locked' }
      const tally = async (): Promise<{ open: boolean; right: boolean }> => {
        const asked = skipsSecondFactor ? null : factor
        // else five tries without a code would tell a right password, which does not lock, from a wrong one
        if (asked && code === '') return { open: await count(db, origin, row.user_id, 'nothing'), right: false }
        const right = isRightPassword && (!asked || asked.match !== null)
        if (right && asked?.match && row.is_validated) return countCode(origin, row.user_id, asked.match)
        return { open: await count(db, origin, row.user_id, right ? 'right' : 'wrong'), right }
      }
      const { open, right } = await tally()
      if (!open) return { outcome: 'locked' }
      if (!right || !row.is_validated) return { outcome: 'wrong' }
      if (requireSecondFactor && !factor && !setsUp && !skipsSecondFactor) return { outcome: 'second factor needed' }
      return {
        outcome: 'user',
        user: toUser(row),
        hasSecondFactor: factor !== null,
        passwordHash: row.password_hash,
        generation: row.login_generation,
      }
    },
  }
}

const rowOfName = (db: Kysely<Database>, provider: string, username: string) =>
  db
    .selectFrom('app_user')
    .selectAll()
    .where('provider', '=', provider)
    .where('username', '=', username)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()

/** Creates a user inside a transaction of the caller's; null where the provider has, or had, a user of that name. */
export const createUser = async (
  transaction: Transaction<Database>,
  origin: Origin,
  user: NewUser,
): Promise<User | null> => (await createUsers(transaction, origin, [user]))[0] ?? null

/**
 * As {@link createUser}, for several at once, a thousand at most. Those whose name their provider has already, or gave to
 * a user who was deleted, are left out of the answer.
 */
export async function createUsers(
  transaction: Transaction<Database>,
  origin: Origin,
  newUsers: readonly NewUser[],
): Promise<User[]> {
  const rows = await transaction
    .insertInto('app_user')
    .values(
      newUsers.map((user) => ({
        user_id: randomUUID(),
        provider: user.provider,
        username: user.username,
        email: user.email,
        first_name: user.firstName,
        last_name: user.lastName,
        password_hash: user.passwordHash,
        is_validated: user.isValidated,
      })),
    )
    .onConflict((conflict) => conflict.columns(['provider', 'username']).doNothing())
    .returningAll()
    .execute()
  const refused = await giveBackRetiredNames(
    transaction,
    rows.map(({ user_id }) => user_id),
  )
  const created = rows.filter(({ user_id }) => !refused.has(user_id))
  await recordChanges(
    transaction,
    origin,
    created.map(({ user_id, provider, username, email, first_name, last_name }) => ({
      bankId: '',
      subject: 'app_user',
      subjectId: user_id,
      change: { created: { provider, username, email, first_name, last_name } },
    })),
  )
  return created.map(toUser)
}

/**
 * The user of a provider and name, created if there is none, inside a transaction of the caller's; of two calls at once
 * one creates. Null where the user of that name was deleted.
 */
export async function ensureUser(
  transaction: Transaction<Database>,
  origin: Origin,
  user: NewUser,
): Promise<User | null> {
  const created = await createUser(transaction, origin, user)
  if (created) return created
  const row = await rowOfName(transaction, user.provider, user.username)
  return row ? toUser(row) : null
}

/** Sets a password, by its hash, inside a transaction of the caller's; whatever token the user has dies with the old one. */
export async function setPassword(
  transaction: Transaction<Database>,
  origin: Origin,
  userId: string,
  passwordHash: string,
): Promise<void> {
  await transaction
    .updateTable('app_user')
    .set({ password_hash: passwordHash, wrong_passwords: 0, updated_at: sql<Instant>`now()` })
    .where('user_id', '=', userId)
    .execute()
  await endLogins(transaction, userId)
  await endPasswordReset(transaction, userId)
  await recordChange(transaction, origin, {
    bankId: '',
    subject: 'app_user',
    subjectId: userId,
    change: { updated: { password: '(secret)' } },
  })
}
