/** The users of this server as the provider tells applications of them. */
import type { Account } from 'oidc-provider'
import type { Storage } from '../../storage/pool.ts'

/** Which claims come with which scope. */
export const claimsOfScopes = {
  openid: ['sub'],
  email: ['email', 'email_verified'],
  profile: ['name', 'given_name', 'family_name', 'preferred_username', 'provider'],
}

export const accounts =
  ({ db }: Pick<Storage, 'db'>) =>
  async (userId: string): Promise<Account | undefined> => {
    const user = await db
      .selectFrom('app_user')
      .select(['user_id', 'provider', 'username', 'email', 'first_name', 'last_name'])
      .where('user_id', '=', userId)
      .where('deleted_at', 'is', null)
      .executeTakeFirst()
    if (!user) return undefined
    return {
      accountId: user.user_id,
      claims: () => ({
        sub: user.user_id,
        email: user.email,
        // nobody has shown yet that an address is theirs, also where an administrator validated the user
        email_verified: false,
        name: `${user.first_name} ${user.last_name}`.trim() || user.username,
        given_name: user.first_name,
        family_name: user.last_name,
        preferred_username: user.username,
        provider: user.provider,
      }),
    }
  }
