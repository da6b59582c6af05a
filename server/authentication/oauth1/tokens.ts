/** The tokens of OAuth 1.0a: request tokens that a user allows once, and access tokens that they are exchanged for. */
import { hash, randomBytes, randomInt } from 'node:crypto'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Instant } from '../../storage/schema.ts'
import type { Session, User } from '../caller.ts'
import type { KeyEncryption, Sealing } from '../secrets/key-encryption.ts'
import { type SessionRow, sessionColumns, sessionOf } from '../session-row.ts'

const hashOf = (token: string) => hash('sha256', token, 'buffer')
/** 40 characters, as OBP's are; 240 random bits. */
const newText = () => randomBytes(30).toString('base64url')
// easy to copy by hand: no letters that look like another
const alphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const newVerifier = () => Array.from({ length: 12 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** Secrets that are kept open in memory: a few megabytes. */
const mostOpened = 10_000

interface IssuedToken {
  readonly token: string
  readonly secret: string
}

/** What a consumer signs with. */
export interface SigningConsumer {
  readonly consumerId: string
  readonly key: string
  /** null where it has none */
  readonly secret: string | null
  readonly certificate: string
  readonly redirectUrl: string
}

/** A consumer that asks for a token, with the generation of its logins. */
interface AskingConsumer extends SigningConsumer {
  readonly loginGeneration: number
}

/** An access token with all that a signed call is checked by. */
export interface SignedSession extends Session {
  readonly signer: SigningConsumer
  readonly tokenSecret: string
}

export type PendingRequest =
  /** `callback` is a URL, or 'oob': the user copies the verifier */
  | { readonly outcome: 'open'; readonly appName: string; readonly callback: string }
  | { readonly outcome: 'unknown' | 'expired' | 'consumer inactive' }

/** What the page asks on which a user allows a request. */
export interface RequestTokens {
  find(token: string): Promise<PendingRequest>
  /** Takes the user's refusal: the token is good for nothing any more. */
  refuse(token: string): Promise<void>
  /**
   * Binds an open request to a user who has just logged in. Null where it is not open, somebody has allowed it already, or
   * the user is not as they were when they logged in.
   */
  authorise(
    token: string,
    login: { user: Pick<User, 'userId'>; passwordHash: string | null },
  ): Promise<{ verifier: string; redirectTo: string | null } | null>
}

export interface OAuth1Tokens extends RequestTokens {
  /** Null for an unknown or inactive one. */
  consumer(key: string): Promise<AskingConsumer | null>
  /** A request token. Null where the consumer was disabled since it was looked up, or its logins were ended. */
  request(
    consumer: Pick<AskingConsumer, 'consumerId' | 'loginGeneration'>,
    callback: string,
  ): Promise<IssuedToken | null>
  /** The secret of a request token that has not expired. */
  requestSecret(token: string, consumerId: string): Promise<string | null>
  /** An access token for a request token and the verifier that its user was given, once. */
  exchange(token: string, verifier: string, consumerId: string): Promise<IssuedToken | null>
  /** The session of an access token that has not expired. */
  session(token: string): Promise<SignedSession | null>
}

interface SignedRow extends SessionRow {
  consumer_key: string
  consumer_secret: Buffer | null
  client_certificate: string
  redirect_url: string
  token_secret: Buffer
}

export function oauth1Tokens(
  { lookups, db }: Storage,
  encryption: () => Promise<KeyEncryption>,
  { lifetimeHours, wrongPasswordsUntilLocked }: { lifetimeHours: number; wrongPasswordsUntilLocked: number },
): OAuth1Tokens {
  const session = gatherOne<Buffer, SignedRow>({
    lookups,
    name: 'session_of_oauth1_token',
    text: `
      select asked.place, t.sealed_secret as token_secret, ${sessionColumns}, c.consumer_key,
             c.sealed_secret as consumer_secret, c.client_certificate, c.redirect_url
      from unnest($1::bytea[]) with ordinality as asked(token_hash, place)
      join oauth1_access_token t on t.token_hash = asked.token_hash
      left join app_user u on u.user_id = t.user_id
      left join consumer c on c.consumer_id = t.consumer_id
      where t.expires_at > now()`,
    parts: (hash) => [hash],
    shape: (row: SignedRow) => row,
  })

  // opening is arithmetic, and a good part of a signed call: what stands in the row decides which one it is
  const opened = new LRUCache<string, string>({ max: mostOpened })
  function open(name: string, sealed: Buffer, sealing: Sealing): string {
    const key = `${name} ${sealed.toString('base64')}`
    const known = opened.get(key)
    if (known !== undefined) return known
    const secret = sealing.open(sealed, name).toString()
    opened.set(key, secret)
    return secret
  }

  async function newToken() {
    const issued: IssuedToken = { token: newText(), secret: newText() }
    const hash = hashOf(issued.token)
    const sealed = (await encryption()).tokenSecrets.seal(Buffer.from(issued.secret), sealName(hash))
    return { issued, hash, sealed }
  }

  return {
    async session(token) {
      const hash = hashOf(token)
      const row = await session(hash)
      if (!row) return null
      const { consumerSecrets, tokenSecrets } = await encryption()
      return {
        ...sessionOf(row, { wrongPasswordsUntilLocked }),
        signer: {
          consumerId: row.consumer_id,
          key: row.consumer_key,
          secret: row.consumer_secret && open(row.consumer_id, row.consumer_secret, consumerSecrets),
          certificate: row.client_certificate,
          redirectUrl: row.redirect_url,
        },
        tokenSecret: open(sealName(hash), row.token_secret, tokenSecrets),
      }
    },

    async consumer(key) {
      const row = await db
        .selectFrom('consumer')
        .selectAll()
        .where('consumer_key', '=', key)
        .where('is_active', '=', true)
        .executeTakeFirst()
      if (!row) return null
      const { consumerSecrets } = await encryption()
      return {
        consumerId: row.consumer_id,
        key: row.consumer_key,
        secret: row.sealed_secret && open(row.consumer_id, row.sealed_secret, consumerSecrets),
        certificate: row.client_certificate,
        redirectUrl: row.redirect_url,
        loginGeneration: row.login_generation,
      }
    },

    async request({ consumerId, loginGeneration }, callback) {
      const { issued, hash, sealed } = await newToken()
      await db.deleteFrom('oauth1_request_token').where('expires_at', '<', sql<Instant>`now()`).execute()
      const row = await db
        .insertInto('oauth1_request_token')
        .columns(['token_hash', 'sealed_secret', 'consumer_id', 'callback', 'expires_at'])
        .expression((query) =>
          query
            .selectFrom('consumer')
            .select(({ val }) => [
              val(hash).as('token_hash'),
              val(sealed).as('sealed_secret'),
              'consumer_id',
              val(callback).as('callback'),
              sql<Instant>`now() + interval '30 minutes'`.as('expires_at'),
            ])
            .where('consumer_id', '=', consumerId)
            .where('login_generation', '=', loginGeneration)
            .where('is_active', '=', true)
            // waits for a change that is under way, and looks again
            .forShare(),
        )
        .returning('consumer_id')
        .executeTakeFirst()
      return row ? issued : null
    },

    async requestSecret(token, consumerId) {
      const hash = hashOf(token)
      const row = await db
        .selectFrom('oauth1_request_token')
        .select('sealed_secret')
        .where('token_hash', '=', hash)
        .where('consumer_id', '=', consumerId)
        .where('expires_at', '>', sql<Instant>`now()`)
        .executeTakeFirst()
      return row ? (await encryption()).tokenSecrets.open(row.sealed_secret, sealName(hash)).toString() : null
    },

    async find(token) {
      const row = await db
        .selectFrom('oauth1_request_token as t')
        .innerJoin('consumer as c', 'c.consumer_id', 't.consumer_id')
        .select(['t.callback', 't.user_id', 'c.app_name', 'c.is_active'])
        .select(sql<boolean>`t.expires_at <= now()`.as('is_expired'))
        .where('t.token_hash', '=', hashOf(token))
        .executeTakeFirst()
      if (!row) return { outcome: 'unknown' }
      if (row.is_expired || row.user_id !== null) return { outcome: 'expired' }
      if (!row.is_active) return { outcome: 'consumer inactive' }
      return { outcome: 'open', appName: row.app_name, callback: row.callback }
    },

    async refuse(token) {
      await db
        .deleteFrom('oauth1_request_token')
        .where('token_hash', '=', hashOf(token))
        .where('user_id', 'is', null)
        .execute()
    },

    async authorise(token, { user: { userId }, passwordHash }) {
      const verifier = newVerifier()
      const row = await db
        .updateTable('oauth1_request_token')
        .set({ user_id: userId, verifier_hash: hashOf(verifier) })
        .where('token_hash', '=', hashOf(token))
        .where('user_id', 'is', null)
        .where('expires_at', '>', sql<Instant>`now()`)
        // the user as they are once a change that is under way is done
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('app_user')
              .select('app_user.user_id')
              .where('app_user.user_id', '=', userId)
              .where('password_hash', 'is not distinct from', passwordHash)
              .where('locked_at', 'is', null)
              .where('deleted_at', 'is', null)
              .forShare(),
          ),
        )
        .returning('callback')
        .executeTakeFirst()
      return row ? { verifier, redirectTo: redirectOf(row.callback, token, verifier) } : null
    },

    exchange: (token, verifier, consumerId) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .deleteFrom('oauth1_request_token')
          .where('token_hash', '=', hashOf(token))
          .where('consumer_id', '=', consumerId)
          .where('verifier_hash', '=', hashOf(verifier))
          .where('expires_at', '>', sql<Instant>`now()`)
          .returning('user_id')
          .executeTakeFirst()
        if (!row?.user_id) return null
        const { issued, hash, sealed } = await newToken()
        await transaction.deleteFrom('oauth1_access_token').where('expires_at', '<', sql<Instant>`now()`).execute()
        await transaction
          .insertInto('oauth1_access_token')
          .values({
            token_hash: hash,
            sealed_secret: sealed,
            user_id: row.user_id,
            consumer_id: consumerId,
            expires_at: sql<Instant>`now() + make_interval(hours => ${lifetimeHours})`,
          })
          .execute()
        return issued
      }),
  }
}

/** What the secret of a token is sealed as. */
export const sealName = (tokenHash: Buffer): string => tokenHash.toString('hex')

/** RFC 5849 2.2. */
function redirectOf(callback: string, token: string, verifier: string): string | null {
  if (callback === 'oob') return null
  const url = new URL(callback)
  url.searchParams.set('oauth_token', token)
  url.searchParams.set('oauth_verifier', verifier)
  return url.href
}
