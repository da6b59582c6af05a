/** The shapes of users as administrators see them, and how a path or a query names them. */
import type { Static } from 'typebox'
import type { UserFilter, UserRecord } from '../../authentication/users/user-directory.ts'
import {
  InvalidDeletedFilter,
  Refusal,
  UserNotFoundByProviderAndUsername,
  UserNotFoundByUserId,
} from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'
import { defaultingTo, flag, oneOf, type QueryValues } from '../../protocol/query.ts'
import type { Services } from '../../protocol/services.ts'
import type { Prefix } from '../../protocol/versions.ts'
import { exampleUserV200, toUserV200, UserV200 } from './user-v200.ts'

export const UserV400 = field.object({
  ...UserV200.properties,
  is_deleted: field.boolean(),
  is_locked: field.boolean(),
})
export const UsersV200 = field.object({ users: field.array(UserV200) })
export const UsersV400 = field.object({ users: field.array(UserV400) })

type Told = Pick<Services, 'entitlements'>

export const toUserV200WithRoles = async (record: UserRecord, prefix: Prefix, { entitlements }: Told) =>
  toUserV200(record, await entitlements.ofUser(record.userId), prefix)

export const toUserV400 = async (
  record: UserRecord,
  prefix: Prefix,
  services: Told,
): Promise<Static<typeof UserV400>> => ({
  ...(await toUserV200WithRoles(record, prefix, services)),
  is_deleted: record.isDeleted,
  is_locked: record.isLocked,
})

// the look-ups of one turn are gathered
export const toUsersV200 = async (records: readonly UserRecord[], prefix: Prefix, services: Told) => ({
  users: await Promise.all(records.map((record) => toUserV200WithRoles(record, prefix, services))),
})
export const toUsersV400 = async (records: readonly UserRecord[], prefix: Prefix, services: Told) => ({
  users: await Promise.all(records.map((record) => toUserV400(record, prefix, services))),
})

export const exampleUserV400 = { ...exampleUserV200, is_deleted: false, is_locked: false }

/** What the lists of users of every version can be asked for. */
export const userParameters = {
  is_deleted: defaultingTo(
    false,
    flag(InvalidDeletedFilter, {
      en: 'true for deleted users, false for all others.',
      es: 'true para los usuarios eliminados; false para los demás.',
    }),
  ),
  locked_status: oneOf(
    ['active', 'locked'],
    // any other value means everybody, as in OBP
    () => undefined,
    {
      en: 'locked: users locked by an administrator or by too many wrong passwords; active: all others.',
      es: 'locked: los usuarios bloqueados por un administrador o por demasiadas contraseñas incorrectas; active: los demás.',
    },
  ),
}

/** The filter that a list of users is asked for. */
export const filterOf = ({ is_deleted, locked_status }: QueryValues<typeof userParameters>): UserFilter => ({
  isDeleted: is_deleted ?? false,
  ...(locked_status && { isLocked: locked_status === 'locked' }),
})

/** The one user of USER_ID. @throws Refusal OBP-20057 */
export async function recordOfUserId({ userDirectory }: Pick<Services, 'userDirectory'>, userId: string) {
  const [record] = await userDirectory.find({ userId, isDeleted: null })
  if (!record) throw unknownUserId(userId)
  return record
}

export const unknownUserId = (userId: string): Refusal =>
  new Refusal(UserNotFoundByUserId, { en: ` Current UserId(${userId})`, es: ` El UserId actual es (${userId})` })

/** The one user of a provider and a name. @throws Refusal OBP-20027 */
export async function recordOfName(
  { userDirectory }: Pick<Services, 'userDirectory'>,
  provider: string,
  username: string,
) {
  const [record] = await userDirectory.find({ provider, username, isDeleted: false })
  if (!record) throw new Refusal(UserNotFoundByProviderAndUsername)
  return record
}
