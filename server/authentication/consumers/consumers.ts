/** Consumers: the applications that users call with. */
import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely, Selectable, Transaction } from 'kysely'
import { type Origin, recordChange } from '../../observation/audit.ts'
import type { Storage } from '../../storage/pool.ts'
import type { ConsumerTable, Database, Instant } from '../../storage/schema.ts'
import type { User } from '../caller.ts'
import { endLoginsAtConsumer, forgetConsents } from '../logins.ts'
import type { KeyEncryption } from '../secrets/key-encryption.ts'

type ConsumerRow = Omit<Selectable<ConsumerTable>, 'clear_secret' | 'logins_ended_at'>

export interface ConsumerRecord extends Omit<ConsumerRow, 'sealed_secret'> {
  /** null where it has none, and neither signs calls nor logs in as a confidential client */
  consumer_secret: string | null
}

/** A consumer that was registered now: the one time that its secret is shown. */
export type CreatedConsumer = ConsumerRecord & { consumer_secret: string }

/** A consumer as it was when a login through it began. */
export type ConsumerAtLogin = Pick<ConsumerRecord, 'consumer_id' | 'login_generation'>

export interface NewConsumer {
  key: string
  secret: string
  appName: string
  appType: ConsumerTable['app_type']
  description: string
  developerEmail: string
  redirectUrl: string
  clientCertificate: string
  company?: string
  logoUrl?: string
  createdByUserId: string | null
  isActive: boolean
}

/** A consumer as others may see it: without its key and its secret. */
export interface RegisteredConsumer {
  readonly consumerId: string
  readonly appName: string
  readonly appType: ConsumerTable['app_type']
  readonly description: string
  readonly developerEmail: string
  readonly redirectUrl: string
  readonly clientCertificate: string
  readonly company: string
  readonly logoUrl: string
  /** null where nobody is known, or the user was deleted since */
  readonly createdBy: User | null
  readonly isActive: boolean
  readonly createdAt: Instant
}

/** What can be changed after registration, by column. */
type ConsumerChange = Partial<
  Pick<ConsumerRecord, 'app_name' | 'redirect_url' | 'logo_url' | 'client_certificate' | 'is_active'>
>

interface ConsumerPage {
  readonly limit: number | null
  readonly offset: number
  readonly sortDirection: 'asc' | 'desc'
  /** bounds of the instant of registration, inclusive */
  readonly fromDate: Instant | null
  readonly toDate: Instant | null
}

export interface Consumers {
  withKey(key: string): Promise<ConsumerRecord | null>
  withId(consumerId: string): Promise<RegisteredConsumer | null>
  /** A part of all consumers, by the instant of their registration. */
  registered(page: ConsumerPage): Promise<RegisteredConsumer[]>
  /** The consumers that a user registered, newest first. */
  createdBy(userId: string): Promise<RegisteredConsumer[]>
  /** Changes a consumer and gives it as it is then; null where there is none of that id. */
  change(origin: Origin, consumerId: string, change: ConsumerChange): Promise<RegisteredConsumer | null>
  create(origin: Origin, consumer: NewConsumer): Promise<CreatedConsumer>
  /**
   * Lets a consumer call, or stops it: nobody logs in with it while it is not active, and every login through it has
   * ended for good. False where there is no consumer of that id.
   */
  setActive(origin: Origin, consumerId: string, isActive: boolean): Promise<boolean>
}

/** A new key or secret: 40 characters, 160 random bits. */
export const newConsumerSecret = (): string => randomBytes(20).toString('hex')

export function consumers({ db }: Storage, encryption: () => Promise<KeyEncryption>): Consumers {
  const withCreator = (connection: Kysely<Database> = db) =>
    connection
      .selectFrom('consumer as c')
      .leftJoin('app_user as u', (join) =>
        join.onRef('u.user_id', '=', 'c.created_by_user_id').on('u.deleted_at', 'is', null),
      )
      .select(['c.consumer_id', 'c.app_name', 'c.app_type', 'c.description', 'c.developer_email', 'c.redirect_url'])
      .select([
        'c.client_certificate',
        'c.company',
        'c.logo_url',
        'c.is_active',
        'c.created_at',
        'u.user_id',
        'u.provider',
        'u.username',
        'u.email',
      ])

  return {
    async withId(consumerId) {
      const row = await withCreator().where('c.consumer_id', '=', consumerId).executeTakeFirst()
      return row ? toRegistered(row) : null
    },

    async registered({ limit, offset, sortDirection, fromDate, toDate }) {
      const rows = await withCreator()
        .$if(fromDate !== null, (query) => query.where('c.created_at', '>=', fromDate!))
        .$if(toDate !== null, (query) => query.where('c.created_at', '<=', toDate!))
        .orderBy('c.created_at', sortDirection)
        .orderBy('c.consumer_id')
        .$if(limit !== null, (query) => query.limit(limit!))
        .offset(offset)
        .execute()
      return rows.map(toRegistered)
    },

    async createdBy(userId) {
      const rows = await withCreator()
        .where('c.created_by_user_id', '=', userId)
        .orderBy('c.created_at', 'desc')
        .orderBy('c.consumer_id')
        .execute()
      return rows.map(toRegistered)
    },

    setActive: (origin, consumerId, isActive) =>
      db.transaction().execute((transaction) => setConsumerActive(transaction, origin, consumerId, isActive)),

    change: (origin, consumerId, change) =>
      db.transaction().execute(async (transaction) => {
        if (!(await changeConsumer(transaction, origin, consumerId, change))) return null
        const row = await withCreator(transaction).where('c.consumer_id', '=', consumerId).executeTakeFirstOrThrow()
        return toRegistered(row)
      }),

    async withKey(key) {
      const row = await db.selectFrom('consumer').selectAll().where('consumer_key', '=', key).executeTakeFirst()
      if (!row) return null
      const { sealed_secret: sealed, ...record } = row
      const { consumerSecrets } = await encryption()
      return {
        ...record,
        consumer_secret: sealed && consumerSecrets.open(sealed, record.consumer_id).toString(),
      }
    },

    async create(origin, { secret, ...consumer }) {
      const consumerId = randomUUID()
      const { consumerSecrets } = await encryption()
      const sealed = { consumerId, secret: consumerSecrets.seal(Buffer.from(secret), consumerId) }
      const row = await db.transaction().execute((transaction) => createConsumer(transaction, origin, consumer, sealed))
      return { ...row, consumer_secret: secret }
    },
  }
}

type RegisteredRow = Pick<
  ConsumerRecord,
  | 'consumer_id'
  | 'app_name'
  | 'app_type'
  | 'description'
  | 'developer_email'
  | 'redirect_url'
  | 'client_certificate'
  | 'company'
  | 'logo_url'
  | 'is_active'
> & {
  created_at: Instant
  user_id: string | null
  provider: string | null
  username: string | null
  email: string | null
}

const toRegistered = (row: RegisteredRow): RegisteredConsumer => ({
  consumerId: row.consumer_id,
  appName: row.app_name,
  appType: row.app_type,
  description: row.description,
  developerEmail: row.developer_email,
  redirectUrl: row.redirect_url,
  clientCertificate: row.client_certificate,
  company: row.company,
  logoUrl: row.logo_url,
  createdBy:
    row.user_id === null
      ? null
      : { userId: row.user_id, provider: row.provider!, username: row.username!, email: row.email! },
  isActive: row.is_active,
  createdAt: row.created_at,
})

/** A consumer that a user has just created, as others may see it. */
export const registeredBy = (row: ConsumerRecord, { userId, provider, username, email }: User): RegisteredConsumer =>
  toRegistered({ ...row, user_id: userId, provider, username, email })

/** As {@link Consumers.setActive}, inside a transaction of the caller's. */
export const setConsumerActive = (
  transaction: Transaction<Database>,
  origin: Origin,
  consumerId: string,
  isActive: boolean,
): Promise<boolean> => changeConsumer(transaction, origin, consumerId, { is_active: isActive })

/** Changes what is not as it is to be. False where there is no consumer of that id. */
async function changeConsumer(
  transaction: Transaction<Database>,
  origin: Origin,
  consumerId: string,
  change: ConsumerChange,
): Promise<boolean> {
  const row = await transaction
    .selectFrom('consumer')
    .select(['app_name', 'redirect_url', 'logo_url', 'client_certificate', 'is_active'])
    .where('consumer_id', '=', consumerId)
    // a token that is about to be given out refers to the row, and has to come to its end
    .forNoKeyUpdate()
    .executeTakeFirst()
  if (!row) return false
  const updated: ConsumerChange = Object.fromEntries(
    Object.entries(change).filter(([column, value]) => row[column as keyof ConsumerChange] !== value),
  )
  if (Object.keys(updated).length === 0) return true
  await transaction.updateTable('consumer').set(updated).where('consumer_id', '=', consumerId).execute()
  if (updated.is_active === false) await endLoginsAtConsumer(transaction, consumerId)
  // what users allowed was to lead elsewhere
  if (updated.redirect_url !== undefined) await forgetConsents(transaction, { consumerId })
  await recordChange(transaction, origin, {
    bankId: '',
    subject: 'consumer',
    subjectId: consumerId,
    change: { updated },
  })
  return true
}

/** Creates a consumer inside a transaction of the caller's: without a secret, or with one that is sealed for its id. */
export async function createConsumer(
  transaction: Transaction<Database>,
  origin: Origin,
  consumer: Omit<NewConsumer, 'secret'>,
  sealed: { consumerId: string; secret: Buffer } | null = null,
): Promise<Omit<ConsumerRow, 'sealed_secret'>> {
  const { key: _, ...told } = consumer
  const row = await transaction
    .insertInto('consumer')
    .values({
      consumer_id: sealed?.consumerId ?? randomUUID(),
      consumer_key: consumer.key,
      sealed_secret: sealed?.secret ?? null,
      app_name: consumer.appName,
      app_type: consumer.appType,
      description: consumer.description,
      developer_email: consumer.developerEmail,
      redirect_url: consumer.redirectUrl,
      client_certificate: consumer.clientCertificate,
      company: consumer.company ?? '',
      logo_url: consumer.logoUrl ?? '',
      created_by_user_id: consumer.createdByUserId,
      is_active: consumer.isActive,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  await recordChange(transaction, origin, {
    bankId: '',
    subject: 'consumer',
    subjectId: row.consumer_id,
    change: { created: told },
  })
  return row
}
