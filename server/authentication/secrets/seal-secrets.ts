/** What a start does for the secrets in the database: those that an older version kept in the clear are sealed. */
import type pg from 'pg'
import type { Storage } from '../../storage/pool.ts'
import { inTurn, patiently } from '../../storage/turns.ts'
import { sealName } from '../oauth1/tokens.ts'
import type { KeyEncryption } from './key-encryption.ts'

/** any number that nothing else in the database uses as an advisory lock */
const sealingLock = 5_023_061_998

const portion = 1000

/**
 * Seals in portions, so that a start which is cut off is taken up by the next one; of nodes that start at once one at a time.
 * @throws KeyEncryptionError where what is sealed there already was sealed with another key
 * @returns how many secrets were in the clear
 */
export const sealSecrets = ({ pool }: Storage, { consumerSecrets, tokenSecrets }: KeyEncryption): Promise<number> =>
  inTurn(pool, sealingLock, async (client) => {
    const { rows } = await client.query<{ consumer_id: string; sealed_secret: Buffer }>(
      'select consumer_id, sealed_secret from consumer where sealed_secret is not null limit 1',
    )
    for (const { consumer_id, sealed_secret } of rows) consumerSecrets.open(sealed_secret, consumer_id)
    const consumers = await sealAll<string>(client, 'consumer', 'consumer_id', 'text', (secret, id) =>
      consumerSecrets.seal(secret, id),
    )
    const tokens = await sealAll<Buffer>(client, 'oauth1_access_token', 'token_hash', 'bytea', (secret, hash) =>
      tokenSecrets.seal(secret, sealName(hash)),
    )
    return consumers + tokens
  })

async function sealAll<Id>(
  client: pg.PoolClient,
  table: string,
  column: string,
  type: string,
  seal: (secret: Buffer, id: Id) => Buffer,
): Promise<number> {
  let sealed = 0
  let last: Id | null = null
  for (;;) {
    const { rows }: { rows: { id: Id; clear_secret: string }[] } = await client.query({
      // one walk along the table, however large it is
      text: `
        select ${column} as id, clear_secret
        from ${table}
        where clear_secret is not null and ($1::${type} is null or ${column} > $1)
        order by ${column}
        limit ${portion}`,
      values: [last],
      ...patiently,
    })
    if (rows.length === 0) return sealed
    last = rows.at(-1)!.id
    await client.query({
      text: `
        update ${table} kept
        set sealed_secret = sealed.secret, clear_secret = null
        from unnest($1::${type}[], $2::bytea[]) as sealed(id, secret)
        where kept.${column} = sealed.id`,
      values: [rows.map(({ id }) => id), rows.map(({ id, clear_secret }) => seal(Buffer.from(clear_secret), id))],
      ...patiently,
    })
    sealed += rows.length
  }
}
