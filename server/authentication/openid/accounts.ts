/** The users of this server as the provider tells applications of them. */
import type { Account } from 'oidc-provider'
import type { Storage } from '../../storage/pool.ts'

/** Which claims come with which scope. */
export const claimsOfScopes = {
  openid: ['sub'],
  email: ['email', 'email_verified'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'provider'],
}

/** `emailsAreValidated`: users could not sign up without showing that the address is theirs. */
export const accounts =
  ({ db }: Pick<Storage, 'db'>, { emailsAreValidated }: { emailsAreValidated: boolean }) =>
  async (userId: string): Promise<Account | undefined> => {
    const user = await db
      .selectFrom('app_user')
      .select(['user_id', 'provider', 'username', 'email', 'first_name', 'last_name', 'is_validated'])
      .where('user_id', '=', userId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!user) return undefined
    return {
      accountId: user.user_id,
      claims: () => ({
        sub: user.user_id,
        email: user.email,
        email_verified: emailsAreValidated && user.is_validated,
        name: `${user.first_name} ${user.last_name}`.trim() || user.username,
        given_name: user.first_name,
        family_name: user.last_name,
        preferred_username: user.username,
        provider: user.provider,
      }),
    }
  }
