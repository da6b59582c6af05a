/** Forgotten passwords: an administrator makes a token, good once, by which its user chooses another password. */
import { hash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import { InvalidJson, Refusal, UserIsLockedByAdministrator } from '../../protocol/errors.ts'
import type { Services } from '../../protocol/services.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Instant } from '../../storage/schema.ts'
import type { User } from '../caller.ts'
import { assertStrong } from '../users/sign-up.ts'
import { setPassword } from '../users/users.ts'
import { hashPassword } from './passwords.ts'

const hashOf = (token: string) => hash('sha256', token, 'buffer')

export interface PasswordResets {
  /**
   * A token of 256 random bits for a user; an older one of theirs is dead from then on. Null for a deleted user.
   * @throws Refusal UserIsLockedByAdministrator, but not where wrong passwords have locked them
   */
  create(origin: Origin, userId: string): Promise<string | null>
  /**
   * The user who may choose a password by a token. Null for any other text: also where the token was used or replaced or has
   * expired, where the password was changed meanwhile, or where an administrator has locked or deleted the user.
   */
  find(token: string): Promise<User | null>
  /** Sets the password, by its hash, as `setPassword` does. False as {@link find} is null; of two uses at once one works. */
  use(origin: Origin, token: string, passwordHash: string): Promise<boolean>
}

export function passwordResets({ db }: Storage, { lifetimeHours }: { lifetimeHours: number }): PasswordResets {
  return {
    create: (origin, userId) =>
      db.transaction().execute(async (transaction) => {
        // whoever deletes, locks or changes the user does it before this or after
        const row = await transaction
          .selectFrom('app_user')
          .select('locked_at')
          .where('user_id', '=', userId)
          .where('deleted_at', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        if (!row) return null
        if (row.locked_at !== null) throw new Refusal(UserIsLockedByAdministrator)
        const token = randomBytes(32).toString('base64url')
        const values = {
          token_hash: hashOf(token),
          created_at: sql<Instant>`now()`,
          expires_at: sql<Instant>`now() + make_interval(hours => ${lifetimeHours})`,
        }
        await transaction
          .insertInto('password_reset')
          .values({ user_id: userId, ...values })
          .onConflict((conflict) => conflict.column('user_id').doUpdateSet(values))
          .execute()
        await recordChange(transaction, origin, {
          bankId: '',
          subject: 'password_reset',
          subjectId: userId,
          change: { created: {} },
        })
        return token
      }),

    async find(token) {
      const row = await db
        .selectFrom('password_reset as reset')
        .innerJoin('app_user as u', 'u.user_id', 'reset.user_id')
        .select(['u.user_id', 'u.provider', 'u.username', 'u.email'])
        .where('reset.token_hash', '=', hashOf(token))
        .where('reset.expires_at', '>', sql<Instant>`now()`)
        .where('u.locked_at', 'is', null)
        .where('u.deleted_at', 'is', null)
        .executeTakeFirst()
      return row ? { userId: row.user_id, provider: row.provider, username: row.username, email: row.email } : null
    },

    use: (origin, token, passwordHash) =>
      db.transaction().execute(async (transaction) => {
        const user = await transaction
          .selectFrom('app_user')
          .select('user_id')
          .where('user_id', '=', (resets) =>
            resets.selectFrom('password_reset').select('user_id').where('token_hash', '=', hashOf(token)),
          )
          .where('locked_at', 'is', null)
          .where('deleted_at', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        if (!user) return false
        // looked at again, for of two uses the second has waited for the first
        const { numDeletedRows } = await transaction
          .deleteFrom('password_reset')
          .where('token_hash', '=', hashOf(token))
          .where('expires_at', '>', sql<Instant>`now()`)
          .executeTakeFirst()
        if (numDeletedRows === 0n) return false
        await setPassword(transaction, origin, user.user_id, passwordHash)
        return true
      }),
  }
}

/** Says the same of a token that never was, was used, or has expired. */
export const deadToken: Refusal = new Refusal(InvalidJson, {
  en: ' Invalid or expired reset token.',
  es: ' El enlace para restablecer la contraseña no es válido o ha caducado.',
})

/** Whoever has the token, too, has to show the second factor of its user. */
export const wrongCode: Refusal = new Refusal(InvalidJson, {
  en: ' second_factor_code must be right, and the account not locked.',
  es: ' second_factor_code debe ser correcto y la cuenta no estar bloqueada.',
})

/**
 * Chooses another password by a token. The password is looked at first.
 * @throws Refusal OBP-30207 for a weak one, OBP-10001 for a token that is not good or a wrong code of a second factor
 */
export async function resetPassword(
  { passwordResets, users }: Pick<Services, 'passwordResets' | 'users'>,
  origin: Origin,
  { token, password, code }: { token: string; password: string; code: string },
): Promise<void> {
  const user = await passwordResets.find(token)
  await assertStrong(password, user ?? { username: '', email: '' })
  if (!user) throw deadToken
  if (!(await users.isRightCode(origin, user.userId, code))) throw wrongCode
  if (!(await passwordResets.use(origin, token, await hashPassword(password)))) throw deadToken
}
