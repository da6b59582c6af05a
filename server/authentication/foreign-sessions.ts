/** Users and consumers of other identity providers: created when they are first seen, and looked up on every call. */
import { sql, type Transaction } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import { gatherOne } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import type { Database } from '../storage/schema.ts'
import type { Session } from './caller.ts'
import { createConsumer, newConsumerSecret } from './consumers/consumers.ts'
import { type SessionRow, sessionColumns, sessionOf } from './session-row.ts'
import { createUser } from './users/users.ts'

/** Who calls, as an identity provider says it. Both names have 1 to 255 characters. */
export interface ForeignIdentity {
  readonly provider: string
  /** the provider's name for the user */
  readonly username: string
  /** the provider's name for the consumer */
  readonly clientId: string
  /** of the consumer, if it is new */
  readonly appName: string
  /** of the user, if they are new; '' where nobody knows */
  readonly email: string
  readonly firstName: string
  readonly lastName: string
}

interface ForeignSession extends Session {
  /** when the logins of the user, or at the consumer, were last ended: seconds since 1970, null for never */
  readonly loginsEndedAt: number | null
}

export interface ForeignSessions {
  /** Null where the provider has not brought this user and this consumer yet. */
  known(identity: ForeignIdentity): Promise<ForeignSession | null>
  /**
   * As {@link known}, but whoever is not there yet is created: once, however many calls come first and on however many
   * nodes. Users and consumers that are there stay as they are, and those of other providers are never looked at.
   */
  welcome(identity: ForeignIdentity, origin: Origin): Promise<ForeignSession>
}

export function foreignSessions(
  { lookups, db }: Storage,
  { wrongPasswordsUntilLocked }: { wrongPasswordsUntilLocked: number },
): ForeignSessions {
  const known = gatherOne<ForeignIdentity, ForeignSession>({
    lookups,
    name: 'session_of_foreign_user',
    text: `
      select asked.place, ${sessionColumns},
             extract(epoch from greatest(u.logins_ended_at, c.logins_ended_at))::float8 as logins_ended_at
      from unnest($1::text[], $2::text[], $3::text[]) with ordinality as asked(provider, username, client_id, place)
      join app_user u on u.provider = asked.provider and u.username = asked.username
      join provider_consumer p on p.provider = asked.provider and p.client_id = asked.client_id
      join consumer c on c.consumer_id = p.consumer_id`,
    parts: ({ provider, username, clientId }) => [provider, username, clientId],
    shape: (row: SessionRow & { logins_ended_at: number | null }) => ({
      ...sessionOf(row, { wrongPasswordsUntilLocked }),
      loginsEndedAt: row.logins_ended_at,
    }),
  })

  // of first calls at once on this node, one writes and the others wait for it without a connection
  const underWay = new Map<string, Promise<void>>()
  function create(identity: ForeignIdentity, origin: Origin): Promise<void> {
    const key = JSON.stringify([identity.provider, identity.username, identity.clientId])
    const creating =
      underWay.get(key) ??
      db
        .transaction()
        .execute(async (transaction) => {
          await ensureConsumer(transaction, origin, identity)
          await createUser(transaction, origin, { ...identity, passwordHash: null, isValidated: true })
        })
        .finally(() => underWay.delete(key))
    underWay.set(key, creating)
    return creating
  }

  return {
    known,
    async welcome(identity, origin) {
      const session = await known(identity)
      if (session) return session
      await create(identity, origin)
      const created = await known(identity)
      if (!created) throw new Error('a foreign user was created and is not there')
      return created
    },
  }
}

/** Creates the consumer of a provider where there is none; of two calls at once one does, and the other finds it. */
async function ensureConsumer(
  transaction: Transaction<Database>,
  origin: Origin,
  { provider, clientId, appName }: ForeignIdentity,
): Promise<void> {
  const exists = () =>
    transaction
      .selectFrom('provider_consumer')
      .select('consumer_id')
      .where('provider', '=', provider)
      .where('client_id', '=', clientId)
      .executeTakeFirst()
  if (await exists()) return
  const name = JSON.stringify(['provider_consumer', provider, clientId])
  await sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`.execute(transaction)
  if (await exists()) return
  const { consumer_id } = await createConsumer(transaction, origin, {
    key: newConsumerSecret(),
    appName,
    appType: 'Unknown',
    description: `Came with a token of ${provider}`,
    developerEmail: '',
    redirectUrl: '',
    clientCertificate: '',
    createdByUserId: null,
    isActive: true,
  })
  await transaction.insertInto('provider_consumer').values({ provider, client_id: clientId, consumer_id }).execute()
  await recordChange(transaction, origin, {
    bankId: '',
    subject: 'provider_consumer',
    subjectId: consumer_id,
    change: { created: { provider, client_id: clientId } },
  })
}
