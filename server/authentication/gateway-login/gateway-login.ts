/**
 * The way in by Gateway Login: a bank's gateway, which has made sure who its user is, signs their name with a secret that
 * it shares with this server. It may only come from the gateway's own address.
 */
import type { BlockList } from 'node:net'
import { decodeJwt, errors, type JWTPayload, jwtVerify, SignJWT } from 'jose'
import { isListed } from '../../address-list.ts'
import {
  GatewayAddressNotAllowed,
  GatewayJwtInvalid,
  GatewayJwtUnreadable,
  GatewayParametersMissing,
  GatewayUserNotFound,
  InvalidConsumerCredentials,
  Refusal,
} from '../../protocol/errors.ts'
import { admit } from '../caller.ts'
import type { ForeignIdentity, ForeignSessions } from '../foreign-sessions.ts'
import { originOf, type WayIn } from '../way-in.ts'

/** The provider of the users who come this way. */
export const gatewayProvider = 'Gateway'

interface GatewayLoginOptions {
  /** 32 bytes at least (RFC 7518 3.2) */
  secret: string
  /** of gateways; looked at in the connection itself, for headers say what their sender likes */
  addresses: BlockList
}

const longest = 8192

export function gatewayLogin(sessions: ForeignSessions, { secret, addresses }: GatewayLoginOptions): WayIn {
  const key = new TextEncoder().encode(secret)
  return {
    type: 'GatewayLogin',
    carriedBy: ({ headers }) => headers.authorization?.includes('GatewayLogin') === true,
    async identify(request) {
      if (!isListed(addresses, request.raw.socket.remoteAddress)) throw new Refusal(GatewayAddressNotAllowed)
      const claims = await verified(tokenIn(request.headers.authorization!), key)
      const identity = identityIn(claims)
      // the gateway says by `is_first` that it wants the user to be created
      const session = isFirst(claims)
        ? await sessions.welcome(identity, originOf(request))
        : await sessions.known(identity)
      if (!session) throw new Refusal(GatewayUserNotFound)
      if (!session.isConsumerActive) throw new Refusal(InvalidConsumerCredentials)
      return { ...admit(session), answerHeaders: { GatewayLogin: await answered(claims, key) } }
    },
  }
}

/** `GatewayLogin token="…"`, with or without quotes and blanks. @throws Refusal OBP-20028 */
function tokenIn(header: string): string {
  const token = /GatewayLogin\s+token\s*=\s*"?([^",\s]*)/.exec(header)?.[1]
  if (!token) throw new Refusal(GatewayParametersMissing, ' token')
  return token
}

/** @throws Refusal OBP-20041 for what is no JWT, OBP-20040 for one that was not signed with the secret, or has expired */
async function verified(token: string, key: Uint8Array): Promise<JWTPayload> {
  try {
    if (token.length > longest) throw new Error('too long')
    decodeJwt(token)
  } catch {
    throw new Refusal(GatewayJwtUnreadable)
  }
  return jwtVerify(token, key, { algorithms: ['HS256'], clockTolerance: 30 }).then(
    ({ payload }) => payload,
    (error) => {
      throw new Refusal(
        GatewayJwtInvalid,
        error instanceof errors.JWTExpired ? { en: ' It has expired.', es: ' Ha caducado.' } : '',
      )
    },
  )
}

/** @throws Refusal OBP-20028 */
function identityIn(claims: JWTPayload): ForeignIdentity {
  const missing = ['login_user_name', 'app_id'].filter((name) => !nameIn(claims[name]))
  if (missing.length > 0) throw new Refusal(GatewayParametersMissing, ` ${missing.join(', ')}`)
  const clientId = nameIn(claims.app_id)
  return {
    provider: gatewayProvider,
    username: nameIn(claims.login_user_name),
    clientId,
    appName: `${nameIn(claims.app_name) || clientId} (${gatewayProvider})`.slice(0, 100).toWellFormed(),
    email: '',
    firstName: '',
    lastName: '',
  }
}

/** A text that the database can keep as a name; '' for anything else. */
const nameIn = (claim: unknown): string =>
  typeof claim === 'string' && claim.length <= 255 && !claim.includes('\0') && claim.isWellFormed() ? claim : ''

const isFirst = ({ is_first }: JWTPayload): boolean => is_first === true || is_first === 'true'

/** The token for the next call: what the gateway said, and that the user is there now. It counts for an hour. */
function answered(claims: JWTPayload, key: Uint8Array): Promise<string> {
  const { login_user_name, app_id, app_name = '', cbs_token = '', cbs_id = '', session_id = '' } = claims
  return new SignJWT({
    login_user_name,
    is_first: false,
    app_id,
    app_name,
    time_stamp: new Date().toISOString(),
    cbs_token,
    cbs_id,
    session_id,
  })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(key)
}
