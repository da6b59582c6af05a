/** Login tokens: random, given out once, kept as a hash, and dead as soon as their user or consumer is. */
import { hash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Instant } from '../../storage/schema.ts'
import type { Session } from '../caller.ts'
import type { ConsumerAtLogin } from '../consumers/consumers.ts'
import { type SessionRow, sessionColumns, sessionOf } from '../session-row.ts'

// OBP's tokens look like a JWT with an empty payload, and some clients look at the three parts
const form = `${Buffer.from('{"alg":"HS256"}').toString('base64url')}.${Buffer.from('{"":""}').toString('base64url')}.`

/** Most expired tokens that are deleted when one is issued. */
const clearedAtOnce = 100

/** As PostgreSQL reads a `bytea`: a Buffer would be memory outside the heap for every call. */
const hashAsBytea = (token: string) => `\\x${hash('sha256', token, 'hex')}`

export interface Tokens {
  /**
   * A new token of 256 random bits for a user at a consumer. Null where the user's password hash is no longer the one
   * that the login was compared with, or where an administrator has locked or deleted the user, disabled the consumer or
   * ended its logins since: what ends every token ends one that is just about to be given out, too.
   */
  issue(userId: string, consumer: ConsumerAtLogin, passwordHash: string | null): Promise<string | null>
  /** The session of a token that has not expired; null for any other text. */
  session(token: string): Promise<Session | null>
}

export function tokens(
  { lookups, db }: Storage,
  { lifetimeHours, wrongPasswordsUntilLocked }: { lifetimeHours: number; wrongPasswordsUntilLocked: number },
): Tokens {
  const session = gatherOne<string, Session>({
    lookups,
    name: 'session_of_token',
    text: `
      select asked.place, t.token_id, ${sessionColumns}
      from unnest($1::bytea[]) with ordinality as asked(token_hash, place)
      join login_token t on t.token_hash = asked.token_hash
      -- left, though both are always there: else the few consumers are read first, and the rest again for each of them
      left join app_user u on u.user_id = t.user_id
      left join consumer c on c.consumer_id = t.consumer_id
      where t.expires_at > now()`,
    parts: (hash) => [hash],
    shape: (row: TokenRow) => ({
      ...sessionOf(row, { wrongPasswordsUntilLocked }),
      tokenId: row.token_id,
    }),
  })
  return {
    async issue(userId, consumer, passwordHash) {
      const token = form + randomBytes(32).toString('base64url')
      const issued = await db
        // more than are issued, so that the table holds little besides what is alive
        .with('cleared', (query) =>
          query
            .deleteFrom('login_token')
            .where('token_hash', 'in', (expired) =>
              expired
                .selectFrom('login_token')
                .select('token_hash')
                .where('expires_at', '<', sql<Instant>`now()`)
                .orderBy('expires_at')
                .limit(clearedAtOnce)
                .forUpdate()
                .skipLocked(),
            ),
        )
        .insertInto('login_token')
        .columns(['token_hash', 'user_id', 'consumer_id', 'expires_at'])
        .expression((query) =>
          query
            .selectFrom('app_user')
            .innerJoin('consumer', (join) => join.onTrue())
            .select(({ val }) => [
              val(hashAsBytea(token)).as('token_hash'),
              'user_id',
              'consumer_id',
              sql<Instant>`now() + make_interval(hours => ${lifetimeHours})`.as('expires_at'),
            ])
            .where('user_id', '=', userId)
            .where('password_hash', 'is not distinct from', passwordHash)
            .where('locked_at', 'is', null)
            .where('deleted_at', 'is', null)
            .where('consumer_id', '=', consumer.consumer_id)
            .where('consumer.login_generation', '=', consumer.login_generation)
            .where('is_active', '=', true)
            // waits for a change of either that is under way, and looks again
            .forShare(['app_user', 'consumer']),
        )
        .returning('user_id')
        .executeTakeFirst()
      return issued ? token : null
    },
    session: (token) => session(hashAsBytea(token)),
  }
}

interface TokenRow extends SessionRow {
  token_id: string
}
