/** The way in for automation: the super admin and the consumer that the settings name. */
import type { Kysely, Transaction } from 'kysely'
import { createConsumer, setConsumerActive } from '../authentication/consumers/consumers.ts'
import { hashPassword, isPassword } from '../authentication/passwords/passwords.ts'
import { restoreRetiredName } from '../authentication/users/retired-names.ts'
import { createUser, setPassword } from '../authentication/users/users.ts'
import { type Origin, recordChange } from '../observation/audit.ts'
import type { Settings } from '../settings.ts'
import type { Storage } from '../storage/pool.ts'
import type { Database } from '../storage/schema.ts'
import { inTurn } from '../storage/turns.ts'

/** The call that the audit trail names for what a start does. */
export const atStart: Origin = { operationId: 'start', correlationId: 'start', userId: null, consumerId: null }

/** What a start has in hand before the server is put together. */
export interface Beginnings {
  readonly settings: Settings
  readonly storage: Storage
}

/** held while a start makes what is missing, so that two nodes that start at once do not make a thing twice */
const bootstrapLock = 5_023_061_995

/** Runs the work in a transaction of its own; of several nodes one at a time, and the others wait as long as it takes. */
export const atStartOnce = <T>(
  { pool, db }: Storage,
  work: (transaction: Transaction<Database>) => Promise<T>,
): Promise<T> => inTurn(pool, bootstrapLock, () => db.transaction().execute(work))

/**
 * Makes sure that ADMIN_USERNAME can log in with ADMIN_PASSWORD and that ADMIN_CONSUMER_KEY is an active consumer. The
 * settings are right: another password is replaced, and the user's tokens die with it; a lock or a deletion is undone.
 */
export async function ensureAdministrator({ settings, storage }: Beginnings): Promise<void> {
  const { adminUsername: username, adminPassword: password, adminConsumerKey: key, adminEmail } = settings
  if (!username || !password || !key) return
  const provider = settings.localIdentityProvider
  // before the turn, for other nodes wait for its end
  const found = await named(storage.db, provider, username).executeTakeFirst()
  const isRight = await isPassword(password, found?.password_hash ?? '')
  const passwordHash = isRight ? found!.password_hash! : await hashPassword(password)
  await atStartOnce(storage, async (transaction) => {
    const email = adminEmail ?? (username.includes('@') ? username.toLowerCase() : '')
    await ensureAdministratorUser(transaction, { provider, username, email, password, passwordHash })
    await ensureConsumer(transaction, key, 'Administration')
  })
}

const named = (db: Kysely<Database>, provider: string, username: string) =>
  db.selectFrom('app_user').selectAll().where('provider', '=', provider).where('username', '=', username)

interface Administrator {
  provider: string
  username: string
  email: string
  password: string
  /** one of the password's, and the user's own where they have the password already */
  passwordHash: string
}

async function ensureAdministratorUser(
  transaction: Transaction<Database>,
  { provider, username, email, password, passwordHash }: Administrator,
): Promise<void> {
  await restoreRetiredName(transaction, provider, username)
  const created = await createUser(transaction, atStart, {
    provider,
    username,
    email,
    firstName: '',
    lastName: '',
    passwordHash,
    isValidated: true,
  })
  if (created) return
  const row = await named(transaction, provider, username).forUpdate().executeTakeFirstOrThrow()
  const isElsewhere = email !== '' && row.email !== email
  const usable = {
    wrong_passwords: 0,
    locked_at: null,
    deleted_at: null,
    is_validated: true,
    ...(isElsewhere && { email }),
  }
  if (
    isElsewhere ||
    row.wrong_passwords !== 0 ||
    row.locked_at !== null ||
    row.deleted_at !== null ||
    !row.is_validated
  ) {
    await transaction.updateTable('app_user').set(usable).where('user_id', '=', row.user_id).execute()
    await recordChange(transaction, atStart, {
      bankId: '',
      subject: 'app_user',
      subjectId: row.user_id,
      change: { updated: usable },
    })
  }
  // another node may have set it since
  const isSet = row.password_hash === passwordHash || (await isPassword(password, row.password_hash ?? ''))
  if (!isSet) await setPassword(transaction, atStart, row.user_id, passwordHash)
}

/** Makes sure that a consumer of the key is there and active. */
export async function ensureConsumer(transaction: Transaction<Database>, key: string, appName: string): Promise<void> {
  const row = await transaction
    .selectFrom('consumer')
    .select('consumer_id')
    .where('consumer_key', '=', key)
    .executeTakeFirst()
  if (row) {
    await setConsumerActive(transaction, atStart, row.consumer_id, true)
    return
  }
  await createConsumer(transaction, atStart, {
    key,
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
