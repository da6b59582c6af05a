/** Nonces of signed calls, each of which is spent once (RFC 5849 3.3). */
import { hash } from 'node:crypto'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Parameters } from './signed-request.ts'

/** Most nonces that are cleared away when some are spent. */
const clearedAtOnce = 200

export interface Nonces {
  /** False where it was spent before; of the same one at the same moment, on whatever nodes, one is true. */
  spend(parameters: Parameters): Promise<boolean>
}

/** Spent together where many come at once: one commit for all of them. */
export function nonces({ pool }: Storage): Nonces {
  const spend = gatherOne<Buffer, true>({
    // not the connection of the look-ups, which would wait for the disk
    lookups: pool,
    name: 'spend_nonces',
    text: `
      with asked as (
        select distinct on (nonce_hash) nonce_hash, place
        from unnest($1::bytea[]) with ordinality as asked(nonce_hash, place)
        order by nonce_hash, place
      ),
      cleared as (
        delete from oauth1_nonce
        where nonce_hash in (
          select nonce_hash
          from oauth1_nonce
          where expires_at < now()
          order by expires_at
          limit ${clearedAtOnce}
          for update skip locked
        )
      ),
      spent as (
        insert into oauth1_nonce (nonce_hash, expires_at)
        select nonce_hash, now() + interval '15 minutes'
        from asked
        on conflict do nothing
        returning nonce_hash
      )
      select asked.place
      from asked
      join spent using (nonce_hash)`,
    parts: (nonce) => [nonce],
    // what comes while the disk is waited for goes together: the fewer commits, the more calls
    enough: 64,
    abreast: 1,
    shape: () => true,
  })
  return {
    async spend({ oauth_consumer_key: key, oauth_token: token = '', oauth_timestamp: timestamp, oauth_nonce: nonce }) {
      const text = JSON.stringify([key, token, timestamp, nonce])
      return (await spend(hash('sha256', text, 'buffer'))) === true
    },
  }
}
