/** The keys that tokens are signed with: in the database, one after the other, each announced before it signs. */
import { createPublicKey, generateKeyPair, type KeyObject } from 'node:crypto'
import { promisify } from 'node:util'
import { calculateJwkThumbprint, type JWK } from 'jose'
import type pg from 'pg'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import { inTurn } from '../../storage/turns.ts'
import type { KeyEncryption } from '../secrets/key-encryption.ts'

export const signingAlgorithm = 'RS256'

/** How long a key signs. */
const lifetime = '30 days'
/** A key is published for so long before it signs, for those who keep what they have fetched. */
const lead = '3 days'
/** A key stays published for so long after the next one signs: longer than any token lives. */
const retention = '1 day'

/** any number that nothing else in the database uses as an advisory lock */
const rotationLock = 5_023_061_997

export interface SigningKeys {
  /** Every published key as private JWK, the one that signs now first; makes what is missing. */
  all(): Promise<readonly JWK[]>
  /** The public key of that id, as of now; null where none of that id is published. */
  publicKey(kid: string): Promise<KeyObject | null>
}

interface KeyRow {
  kid: string
  private_key: Buffer
  signs: boolean
  lasts: boolean
}

const published = `not exists (
    select from openid_signing_key later
    where later.signs_from > k.signs_from and later.signs_from < now() - interval '${retention}')`

const select = `
  select k.kid, k.private_key, k.signs_from <= now() as signs,
         k.signs_from > now() - interval '${lifetime}' + interval '${lead}' as lasts
  from openid_signing_key k
  where ${published}
  order by k.signs_from desc`

const generate = promisify(generateKeyPair)

export function signingKeys({ pool, lookups }: Storage, encryption: () => Promise<KeyEncryption>): SigningKeys {
  const read = async (client: pg.Pool | pg.PoolClient) => (await client.query<KeyRow>(select)).rows
  // of what is in the database, so that a key that is gone there is not used any more
  const keyObjects = new Map<string, KeyObject>()
  const keyOfId = gatherOne<string, { kid: string; public_key: JWK }>({
    lookups,
    name: 'signing_key_of_id',
    text: `
      select asked.place, k.kid, k.public_key
      from unnest($1::text[]) with ordinality as asked(kid, place)
      join openid_signing_key k on k.kid = asked.kid
      where ${published}`,
    parts: (kid) => [kid],
    same: (kid) => kid,
    shape: (row) => row,
  })

  /** Of two nodes that miss a key at once, one makes it. */
  const makeNext = () =>
    inTurn(pool, rotationLock, async (client) => {
      const rows = await read(client)
      if (rows[0]?.lasts) return rows
      const { seal } = (await encryption()).signingKeys
      const { publicKey, privateKey } = await generate('rsa', { modulusLength: 2048 })
      const jwk = publicKey.export({ format: 'jwk' }) as JWK
      const kid = await calculateJwkThumbprint(jwk)
      await client.query(`delete from openid_signing_key k where not ${published}`)
      await client.query(
        `insert into openid_signing_key (kid, public_key, private_key, signs_from)
         select $1, $2, $3, coalesce(greatest(now(), max(signs_from) + interval '${lifetime}'), now())
         from openid_signing_key`,
        [kid, JSON.stringify(jwk), seal(Buffer.from(JSON.stringify(privateKey.export({ format: 'jwk' }))), kid)],
      )
      return read(client)
    })

  return {
    async all() {
      const known = await read(pool)
      const rows = known[0]?.lasts ? known : await makeNext()
      const { open } = (await encryption()).signingKeys
      return rows
        .toSorted((one, other) => Number(other.signs) - Number(one.signs))
        .map(({ kid, private_key }) => ({
          ...JSON.parse(open(private_key, kid).toString()),
          kid,
          alg: signingAlgorithm,
          use: 'sig',
        }))
    },

    async publicKey(kid) {
      const row = await keyOfId(kid)
      if (!row) return null
      const key = keyObjects.get(kid) ?? createPublicKey({ key: row.public_key as never, format: 'jwk' })
      keyObjects.set(kid, key)
      return key
    },
  }
}
