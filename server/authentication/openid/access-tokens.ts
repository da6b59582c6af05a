/** Access tokens as they travel: JWTs (RFC 9068) that name a row of ours, and count while that row does. */
import { decodeProtectedHeader, errors, type JWTVerifyGetKey, jwtVerify, SignJWT } from 'jose'
import { gatherOne } from '../../storage/gather.ts'
import type { Storage } from '../../storage/pool.ts'
import type { TrustedIssuer } from '../bearer/trusted-issuer.ts'
import type { Session } from '../caller.ts'
import { type SessionRow, sessionColumns, sessionOf } from '../session-row.ts'
import { hashOfId, loginMarkInSql } from './marks.ts'
import { type SigningKeys, signingAlgorithm } from './signing-keys.ts'

/** Where tokens come from and where they count. */
interface Addresses {
  readonly issuer: string
  readonly audience: string
}

/** What the provider knows of a token that it issues. */
interface IssuedToken {
  jti: string
  accountId?: string | undefined
  clientId?: string | undefined
  scope?: string | undefined
  /** seconds that it still lives */
  remainingTTL: number
}

export interface AccessTokens {
  /** The JWT of a token. */
  write(token: IssuedToken): Promise<string>
  /** The id of the row that a JWT of ours names; null for any other text, and for one that has expired. */
  idOf(jwt: string): Promise<string | null>
  /** This server as an issuer whose tokens are taken. */
  readonly trusted: TrustedIssuer
}

const kind = 'at+jwt'

export function accessTokens(
  storage: Storage,
  keys: SigningKeys,
  addresses: () => Addresses,
  { provider, wrongPasswordsUntilLocked }: { provider: string; wrongPasswordsUntilLocked: number },
): AccessTokens {
  const publicKey: JWTVerifyGetKey = async ({ kid }) => {
    const key = kid === undefined ? null : await keys.publicKey(kid)
    if (!key) throw new errors.JWKSNoMatchingKey()
    return key
  }
  const sessionOfId = sessions(storage, wrongPasswordsUntilLocked)
  return {
    async write({ jti, accountId, clientId = '', scope, remainingTTL }) {
      const { issuer, audience } = addresses()
      const [key] = await keys.all()
      const now = Math.floor(Date.now() / 1000)
      return new SignJWT({ client_id: clientId, ...(scope && { scope }) })
        .setProtectedHeader({ alg: signingAlgorithm, kid: key!.kid!, typ: kind })
        .setIssuer(issuer)
        .setAudience(audience)
        .setSubject(accountId ?? clientId)
        .setIssuedAt(now)
        .setExpirationTime(now + remainingTTL)
        .setJti(jti)
        .sign(key!)
    },

    async idOf(jwt) {
      if (!isJwt(jwt)) return null
      const options = { ...addresses(), algorithms: [signingAlgorithm], typ: kind }
      const verified = await jwtVerify(jwt, publicKey, options).catch(ofJose)
      return verified?.payload.jti ?? null
    },

    trusted: {
      get issuer() {
        return addresses().issuer
      },
      get audience() {
        return [addresses().audience]
      },
      algorithms: [signingAlgorithm],
      keys: publicKey,
      userClaim: 'sub',
      // they say what userinfo tells
      scope: [],
      acr: [],
      consumerClaim: 'client_id',
      provider,
      name: 'obp-oidc',
      callerOf: async ({ jti }) => (jti === undefined ? null : sessionOfId(jti)),
    },
  }
}

export function isJwt(text: string): boolean {
  try {
    decodeProtectedHeader(text)
    return true
  } catch {
    return false
  }
}

function ofJose(error: unknown): null {
  if (error instanceof errors.JOSEError) return null
  throw error
}

/** The session of a token, while the token, its grant and the password that it was given with are still there. */
const sessions = ({ lookups }: Storage, wrongPasswordsUntilLocked: number) =>
  gatherOne<string, Session>({
    lookups,
    name: 'session_of_openid_token',
    text: `
      select asked.place, ${sessionColumns}
      from unnest($1::bytea[]) with ordinality as asked(id_hash, place)
      join openid_artifact t on t.kind = 'AccessToken' and t.id_hash = asked.id_hash
      join openid_artifact g on g.kind = 'Grant' and g.id_hash = t.grant_hash
      join app_user u on u.user_id = t.user_id
      join consumer c on c.consumer_key = t.client_id
      where t.expires_at > now()
        and g.expires_at > now()
        and t.login_mark = ${loginMarkInSql}
        and t.consumer_generation = c.login_generation`,
    parts: (id) => [hashOfId(id)],
    shape: (row: SessionRow) => sessionOf(row, { wrongPasswordsUntilLocked }),
  })
