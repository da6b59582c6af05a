/** What the provider remembers, in PostgreSQL, and what of it still counts. */
import { type Adapter, type AdapterPayload, errors } from 'oidc-provider'
import type { Storage } from '../../storage/pool.ts'
import { hashOfId, idOfVerified, keepUser, keptConsumer, keptUser, loginMarkInSql } from './marks.ts'

/** Most expired rows that are deleted when one is written. */
const clearedAtOnce = 100

// a token, code or session counts while its user may call with the password that they had, and while nobody has disabled
// its consumer or ended the logins there
const find = (column: 'id_hash' | 'uid') => `
  select a.payload, a.user_id, a.login_mark, extract(epoch from a.consumed_at)::int as consumed
  from openid_artifact a
  left join app_user u on u.user_id = a.user_id
  left join consumer c on c.consumer_key = a.client_id
  where a.kind = $1
    and a.${column} = $2
    and a.expires_at > now()
    and (a.client_id is null or c.is_active and a.consumer_generation = c.login_generation)
    and (a.user_id is null
         or u.deleted_at is null and u.locked_at is null and u.wrong_passwords < $3 and a.login_mark = ${loginMarkInSql})`

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
    (kind, id_hash, payload, uid, client_id, user_id, grant_hash, login_mark, consumer_generation, expires_at)
  values ($1, $2, $3, $4, $5, $6, $7,
    coalesce(
      $9,
      -- what hangs on a grant dies with the login that the grant was given with
      (select g.login_mark from openid_artifact g where g.kind = 'Grant' and g.id_hash = $7 and g.user_id = $6),
      (select ${loginMarkInSql} from app_user u where u.user_id = $6)),
    coalesce($10, (select c.login_generation from consumer c where c.consumer_key = $5)),
    now() + make_interval(secs => $8))
  on conflict (kind, id_hash) do update set
    payload = excluded.payload,
    uid = excluded.uid,
    client_id = excluded.client_id,
    user_id = excluded.user_id,
    grant_hash = excluded.grant_hash,
    login_mark = case when openid_artifact.user_id = excluded.user_id
      then openid_artifact.login_mark else excluded.login_mark end,
    consumer_generation = case when openid_artifact.client_id = excluded.client_id
      then openid_artifact.consumer_generation else excluded.consumer_generation end,
    expires_at = excluded.expires_at`

/** What leaves as a JWT, and is found only by one that was verified. */
const travelsAsJwt: ReadonlySet<string> = new Set(['AccessToken', 'ClientCredentials'])

/** Makes the adapters of the provider, one for each kind of artifact. `onReuse` is told where something that is good once came twice. */
export function artifacts(
  { pool }: Pick<Storage, 'pool'>,
  { wrongPasswordsUntilLocked }: { wrongPasswordsUntilLocked: number },
  onReuse: (kind: string) => void,
): (kind: string) => Adapter {
  async function found(kind: string, column: 'id_hash' | 'uid', value: unknown): Promise<AdapterPayload | undefined> {
    const { rows } = await pool.query(find(column), [kind, value, wrongPasswordsUntilLocked])
    if (!rows[0]) return undefined
    const { payload, consumed, user_id, login_mark } = rows[0]
    if (user_id !== null) keepUser(user_id, login_mark)
    return consumed === null ? payload : { ...payload, consumed }
  }

  return (kind) => ({
    async upsert(id, payload, expiresIn) {
      const grantId = kind === 'Grant' ? id : payload.grantId
      const userId = userOf(payload)
      await pool.query(upsert, [
        kind,
        hashOfId(id),
        JSON.stringify(withoutCredentials(id, payload)),
        payload.uid ?? null,
        payload.clientId ?? null,
        userId ?? null,
        grantId ? hashOfId(grantId) : null,
        expiresIn,
        keptUser(userId),
        keptConsumer(payload.clientId),
      ])
    },

    async find(asked) {
      const id = travelsAsJwt.has(kind) ? idOfVerified(asked) : asked
      const payload = id === null ? undefined : await found(kind, 'id_hash', hashOfId(id))
      return payload && withCredentials(id!, payload)
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
      onReuse(kind)
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

/** Stands for the id of a row in its payload. */
const itsId = '(id)'

/** The ids of the row itself and of the session that an interaction belongs to are credentials. */
function withoutCredentials(id: string, { jti: _, session, returnTo, ...payload }: AdapterPayload): object {
  const { cookie: __, ...rest } = session ?? {}
  return {
    ...payload,
    ...(session && { session: rest }),
    ...(typeof returnTo === 'string' && { returnTo: returnTo.replace(id, itsId) }),
  }
}

const withCredentials = (id: string, payload: AdapterPayload): AdapterPayload => ({
  ...payload,
  jti: id,
  ...(typeof payload.returnTo === 'string' && { returnTo: payload.returnTo.replace(itsId, () => id) }),
})
