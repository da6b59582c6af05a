import type { User } from '../../authentication/caller.ts'
import type { Users } from '../../authentication/users/users.ts'
import { Refusal, UserNotFoundById } from '../../protocol/errors.ts'

/** The user of USER_ID. @throws Refusal OBP-20005 for an unknown or a deleted one */
export async function userOfPath(users: Users, userId: string): Promise<User> {
  const user = await users.withId(userId)
  if (!user)
    throw new Refusal(UserNotFoundById, { en: ` Current USER_ID(${userId})`, es: ` El USER_ID actual es (${userId})` })
  return user
}
