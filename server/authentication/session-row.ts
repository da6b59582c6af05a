/** What every way in reads of the user and the consumer of its credentials, and what that makes them. */
import type { Session } from './caller.ts'

/** The columns, where `app_user` is `u` and `consumer` is `c`. */
export const sessionColumns = `u.user_id, u.provider, u.username, u.email, u.wrong_passwords, u.locked_at, u.deleted_at,
             c.consumer_id, c.app_name, c.is_active`

export interface SessionRow {
  user_id: string
  provider: string
  username: string
  email: string
  wrong_passwords: number
  locked_at: string | null
  deleted_at: string | null
  consumer_id: string
  app_name: string
  is_active: boolean
}

export const sessionOf = (
  row: SessionRow,
  { wrongPasswordsUntilLocked }: { wrongPasswordsUntilLocked: number },
): Session => ({
  user: { userId: row.user_id, provider: row.provider, username: row.username, email: row.email },
  consumer: { consumerId: row.consumer_id, appName: row.app_name },
  isConsumerActive: row.is_active,
  isUserDeleted: row.deleted_at !== null,
  isUserLocked: row.locked_at !== null || row.wrong_passwords >= wrongPasswordsUntilLocked,
})
