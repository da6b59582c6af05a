/** What the provider remembers, in PostgreSQL, and what of it still counts. */
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { Storage } from '../../storage/pool.ts'
import { hashOfId, passwordMark } from './marks.ts'

/** Most expired rows that are deleted when one is written. */
const clearedAtOnce = 100

// a token, code or session counts while its user may call with the password that they had, and its consumer is active
const find = (column: 'id_hash' | 'uid') => `
  select a.payload, extract(epoch from a.consumed_at)::int as consumed
  from openid_artifact a
  left join app_user u on u.user_id = a.user_id
  left join consumer c on c.consumer_key = a.client_id
  where a.kind = $1
    and a.${column} = $2
    and a.expires_at > now()
    and (a.client_id is null or c.is_active)
    and (a.user_id is null
         or u.deleted_at is null and u.locked_at is null and u.wrong_passwords < $3 and a.password_mark = ${passwordMark})`

const upsert = `
  with cleared as (
    delete from openid_artifact
    where (kind, id_hash) in (
      select kind, id_hash
      from openid_artifact
      where expires_at < now()
      order by expires_at
      limit ${clearedAtOnce}
      for update skip locked
    )
  )
  insert into openid_artifact
    (kind, id_hash, payload, uid, client_id, user_id, grant_hash, password_mark, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7,
    coalesce(
      -- what hangs on a grant dies with the password that the grant was given with
      (select g.password_mark from openid_artifact g where g.kind = 'Grant' and g.id_hash = $7 and g.user_id = $6),
      (select ${passwordMark} from app_user u where u.user_id = $6)),
    now() + make_interval(secs => $8))
  on conflict (kind, id_hash) do update set
    payload = excluded.payload,
    uid = excluded.uid,
    client_id = excluded.client_id,
    user_id = excluded.user_id,
    grant_hash = excluded.grant_hash,
    password_mark = case when openid_artifact.user_id = excluded.user_id
      then openid_artifact.password_mark else excluded.password_mark end,
    expires_at = excluded.expires_at`

/** Makes the adapters of the provider, one for each kind of artifact. */
export function artifacts(
  { pool }: Pick<Storage, 'pool'>,
  { wrongPasswordsUntilLocked }: { wrongPasswordsUntilLocked: number },
): (kind: string) => Adapter {
  async function found(kind: string, column: 'id_hash' | 'uid', value: unknown): Promise<AdapterPayload | undefined> {
    const { rows } = await pool.query(find(column), [kind, value, wrongPasswordsUntilLocked])
    if (!rows[0]) return undefined
    const { payload, consumed } = rows[0]
    return consumed === null ? payload : { ...payload, consumed }
  }

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const grantId = kind === 'Grant' ? id : payload.grantId
      await pool.query(upsert, [
        kind,
        hashOfId(id),
        JSON.stringify(withoutCredentials(payload)),
        payload.uid ?? null,
        payload.clientId ?? null,
        userOf(payload) ?? null,
        grantId ? hashOfId(grantId) : null,
        expiresIn,
      ])
    },

    async find(id) {
      const payload = await found(kind, 'id_hash', hashOfId(id))
      return payload && { ...payload, jti: id }
    },

    // only looked at: its id, which is not kept, is needed to write it
    findByUid: (uid) => found(kind, 'uid', uid),

    // of the device flow, which is off
    findByUserCode: async () => undefined,

    /** Of two uses at once one is the first; the other ends the grant, as a later one does. */
    async consume(id) {
      const { rowCount } = await pool.query(
        'update openid_artifact set consumed_at = now() where kind = $1 and id_hash = $2 and consumed_at is null',
        [kind, hashOfId(id)],
      )
      if (rowCount === 1) return
      await pool.query(
        `delete from openid_artifact
         where grant_hash = (select grant_hash from openid_artifact where kind = $1 and id_hash = $2)`,
        [kind, hashOfId(id)],
      )
      throw new errors.InvalidGrant('used twice')
    },

    async destroy(id) {
      await pool.query('delete from openid_artifact where kind = $1 and id_hash = $2', [kind, hashOfId(id)])
    },

    async revokeByGrantId(grantId) {
      await pool.query('delete from openid_artifact where kind = $1 and grant_hash = $2', [kind, hashOfId(grantId)])
    },
  })
}

/** Of an interaction, also the user who has just logged in there. */
const userOf = ({ accountId, result }: AdapterPayload): string | undefined =>
  accountId ?? (result as { login?: { accountId?: string } } | undefined)?.login?.accountId

/** The ids of the row itself and of the session that an interaction belongs to are credentials. */
function withoutCredentials({ jti: _, session, ...payload }: AdapterPayload): object {
  if (!session) return payload
  const { cookie: __, ...rest } = session
  return { ...payload, session: rest }
}
