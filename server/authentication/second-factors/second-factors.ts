/** Second factors of users: set up by themselves, confirmed by a code before they count, and asked for beside the password. */
import { hash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Database, Instant } from '../../storage/schema.ts'
import { endLogins } from '../logins.ts'
import type { KeyEncryption } from '../secrets/key-encryption.ts'
import { newRecoveryCode, newSecret, plain, stepOf } from './one-time-codes.ts'

const recoveryCodes = 10

const hashOf = (code: string) => hash('sha256', plain(code), 'buffer')

/** What a right code is: one of a time step, or a recovery code. */
export type Match = { step: number } | { recoveryCode: Buffer }

/** The factor of a user beside a code that they gave. */
interface Compared {
  /** null for a wrong code */
  readonly match: Match | null
}

export interface SecondFactors {
  /** Gives the secret of a new factor, which does not count before it is confirmed. Null where the user has one that does. */
  begin(userId: string): Promise<Uint8Array | null>
  /** The secret that waits to be confirmed; null where there is none. */
  begun(userId: string): Promise<Uint8Array | null>
  /**
   * Lets the factor count from now on, where the code is right, and ends every login of the user. Gives ten recovery codes,
   * of which only hashes are kept; null for a wrong code, and where there is nothing to confirm.
   */
  confirm(origin: Origin, userId: string, code: string): Promise<readonly string[] | null>
  /** Takes the factor away, and ends every login of the user. False where none counts. */
  remove(origin: Origin, userId: string): Promise<boolean>
  /** Compares a code with the factor that a user has; null for a user without one, and for nobody. */
  compare(userId: string | undefined, code: string): Promise<Compared | null>
  /** Uses a right code up, in a transaction of the caller's: false where it was used before. Of two uses at once one works. */
  spend(transaction: Transaction<Database>, origin: Origin, userId: string, match: Match): Promise<boolean>
}

// what was sealed for one user is nothing for another
const sealName = (userId: string) => `second factor of ${userId}`

export function secondFactors({ db }: Storage, encryption: () => Promise<KeyEncryption>): SecondFactors {
  const open = async (userId: string, secret: Buffer) =>
    (await encryption()).secondFactors.open(secret, sealName(userId))

  const sealedAndBegun = async (userId: string): Promise<Buffer | undefined> => {
    const row = await db
      .selectFrom('second_factor')
      .select('secret')
      .where('user_id', '=', userId)
      .where('last_step', 'is', null)
      .executeTakeFirst()
    return row?.secret
  }

  return {
    async begun(userId) {
      const sealed = await sealedAndBegun(userId)
      return sealed ? open(userId, sealed) : null
    },

    async begin(userId) {
      const secret = newSecret()
      const values = {
        secret: (await encryption()).secondFactors.seal(Buffer.from(secret), sealName(userId)),
        created_at: sql<Instant>`now()`,
      }
      const { numInsertedOrUpdatedRows } = await db
        .insertInto('second_factor')
        .values({ user_id: userId, ...values })
        .onConflict((conflict) =>
          conflict.column('user_id').doUpdateSet(values).where('second_factor.last_step', 'is', null),
        )
        .executeTakeFirstOrThrow()
      return numInsertedOrUpdatedRows === 1n ? secret : null
    },

    async confirm(origin, userId, code) {
      const sealed = await sealedAndBegun(userId)
      const step = sealed ? stepOf(await open(userId, sealed), code) : null
      if (!sealed || step === null) return null
      const codes = Array.from({ length: recoveryCodes }, newRecoveryCode)
      return db.transaction().execute(async (transaction) => {
        // user and then factor is the order of who deletes the user, too
        await endLogins(transaction, userId)
        const { numUpdatedRows } = await transaction
          .updateTable('second_factor')
          .set({ last_step: step })
          .where('user_id', '=', userId)
          .where('last_step', 'is', null)
          // the one that the code is of, and not one that was begun since
          .where('secret', '=', sealed)
          .executeTakeFirst()
        if (numUpdatedRows === 0n) return null
        await transaction
          .insertInto('recovery_code')
          .values(codes.map((each) => ({ user_id: userId, code_hash: hashOf(each) })))
          .execute()
        await record(transaction, origin, userId, { created: {} })
        return codes
      })
    },

    remove: (origin, userId) =>
      db.transaction().execute(async (transaction) => {
        await lockUser(transaction, userId)
        const { numDeletedRows } = await transaction
          .deleteFrom('second_factor')
          .where('user_id', '=', userId)
          .where('last_step', 'is not', null)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        await endLogins(transaction, userId)
        await record(transaction, origin, userId, { deleted: {} })
        return true
      }),

    async compare(userId, code) {
      const recoveryCode = hashOf(code)
      // also for nobody: looking takes as long
      const row = await db
        .selectFrom('second_factor')
        .select(({ exists, selectFrom }) => [
          'user_id',
          'secret',
          exists(
            selectFrom('recovery_code')
              .select('code_hash')
              .whereRef('recovery_code.user_id', '=', 'second_factor.user_id')
              .where('code_hash', '=', recoveryCode),
          ).as('is_recovery_code'),
        ])
        .where('user_id', '=', userId ?? '')
        .where('last_step', 'is not', null)
        .executeTakeFirst()
      if (!row) return null
      const step = stepOf(await open(row.user_id, row.secret), code)
      if (step !== null) return { match: { step } }
      return { match: row.is_recovery_code ? { recoveryCode } : null }
    },

    async spend(transaction, origin, userId, match) {
      if ('step' in match) {
        // RFC 6238 5.2: never the same code twice, nor an older one
        const { numUpdatedRows } = await transaction
          .updateTable('second_factor')
          .set({ last_step: match.step })
          .where('user_id', '=', userId)
          .where('last_step', '<', match.step)
          .executeTakeFirst()
        return numUpdatedRows === 1n
      }
      const { numDeletedRows } = await transaction
        .deleteFrom('recovery_code')
        .where('user_id', '=', userId)
        .where('code_hash', '=', match.recoveryCode)
        .executeTakeFirst()
      if (numDeletedRows === 0n) return false
      await record(transaction, origin, userId, { updated: { recovery_code: '(used)' } })
      return true
    },
  }
}

/** User and then factor is the order of who deletes the user, too. */
const lockUser = (transaction: Transaction<Database>, userId: string) =>
  transaction.selectFrom('app_user').select('user_id').where('user_id', '=', userId).forUpdate().executeTakeFirst()

const record = (transaction: Transaction<Database>, origin: Origin, userId: string, change: Record<string, unknown>) =>
  recordChange(transaction, origin, { bankId: '', subject: 'second_factor', subjectId: userId, change })

/** Takes the factor of a user away, with its recovery codes, in a transaction of the caller's. */
export async function endSecondFactor(transaction: Transaction<Database>, userId: string): Promise<void> {
  await transaction.deleteFrom('second_factor').where('user_id', '=', userId).execute()
}
