/** Whether a user is locked, in answers. */
import type { Static } from 'typebox'
import type { UserRecord } from '../../authentication/users/user-directory.ts'
import { toSecondsOrNull } from '../../protocol/dates.ts'
import { Refusal, UserNotFoundByProviderAndUsername } from '../../protocol/errors.ts'
import * as field from '../../protocol/fields.ts'

export const LockStatus = field.object({
  username: field.string(),
  bad_attempts_since_last_success_or_reset: field.number(),
  last_failure_date: field.dateTimeOrNull(),
})
export const toLockStatus = (record: UserRecord): Static<typeof LockStatus> => ({
  username: record.username,
  bad_attempts_since_last_success_or_reset: record.wrongPasswords,
  last_failure_date: toSecondsOrNull(record.lastWrongPasswordAt),
})
export const exampleLockStatus = {
  username: 'susan.uk.29',
  bad_attempts_since_last_success_or_reset: 5,
  last_failure_date: '2026-06-28T21:00:46Z',
}

export const Lock = field.object({
  user_id: field.string(),
  type_of_lock: field.string(),
  last_lock_date: field.dateTimeOrNull(),
})
export const toLock = (record: UserRecord): Static<typeof Lock> => ({
  user_id: record.userId,
  type_of_lock: 'lock_via_api',
  last_lock_date: toSecondsOrNull(record.lockedAt),
})
export const exampleLock = {
  user_id: '9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1',
  type_of_lock: 'lock_via_api',
  last_lock_date: '2026-06-28T21:00:46Z',
}

/** @throws Refusal OBP-20027 where the user was deleted meanwhile */
export function still(record: UserRecord | null): UserRecord {
  if (!record) throw new Refusal(UserNotFoundByProviderAndUsername)
  return record
}
