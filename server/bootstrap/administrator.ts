/** The way in for automation: the super admin and the consumer that the settings name. */
import { randomBytes } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { createConsumer } from '../authentication/consumers.ts'
import { hashPassword, isPassword } from '../authentication/passwords.ts'
import { createUser, setPassword } from '../authentication/users.ts'
import type { Origin } from '../observation/audit.ts'
import type { Services } from '../protocol/services.ts'
import type { Database } from '../storage/schema.ts'

/** The call that the audit trail names for what a start does. */
export const atStart: Origin = { operationId: 'start', correlationId: 'start', userId: null, consumerId: null }

/** held for the length of a transaction, so that two nodes that start at once do not make a thing twice */
const bootstrapLock = 5_023_061_995

/** Runs the work in a transaction of its own; of several nodes one at a time. */
export const atStartOnce = <T>(db: Kysely<Database>, work: (transaction: Kysely<Database>) => Promise<T>): Promise<T> =>
  db.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${bootstrapLock})`.execute(transaction)
    return work(transaction)
  })

/**
 * Makes sure that ADMIN_USERNAME exists with ADMIN_PASSWORD and that ADMIN_CONSUMER_KEY is an active consumer. The
 * settings are right: another password is replaced, and the user's tokens die with it.
 */
export async function ensureAdministrator({ settings, storage: { db } }: Services): Promise<void> {
  const { adminUsername: username, adminPassword: password, adminConsumerKey: key } = settings
  if (!username || !password || !key) return
  await atStartOnce(db, async (transaction) => {
    await ensureUser(transaction, settings.localIdentityProvider, username, password)
    await ensureConsumer(transaction, key, 'Administration')
  })
}

async function ensureUser(transaction: Kysely<Database>, provider: string, username: string, password: string) {
  const row = await transaction
    .selectFrom('app_user')
    .select(['user_id', 'password_hash'])
    .where('provider', '=', provider)
    .where('username', '=', username)
    .executeTakeFirst()
  if (row && (await isPassword(password, row.password_hash ?? ''))) return
  if (row) return setPassword(transaction, atStart, row.user_id, password)
  await createUser(transaction, atStart, {
    provider,
    username,
    email: username.includes('@') ? username : '',
    firstName: '',
    lastName: '',
    passwordHash: await hashPassword(password),
    isValidated: true,
  })
}

/** Makes sure that a consumer of the key is there and active. */
export async function ensureConsumer(transaction: Kysely<Database>, key: string, appName: string): Promise<void> {
  const row = await transaction
    .updateTable('consumer')
    .set({ is_active: true })
    .where('consumer_key', '=', key)
    .returning('consumer_id')
    .executeTakeFirst()
  if (row) return
  await createConsumer(transaction, atStart, {
    key,
    secret: randomBytes(20).toString('hex'),
    appName,
    appType: 'Confidential',
    description: appName,
    developerEmail: '',
    redirectUrl: '',
    clientCertificate: '',
    createdByUserId: null,
    isActive: true,
  })
}
