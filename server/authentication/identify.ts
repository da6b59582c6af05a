/** Who calls, by the credentials in the headers. */
import type { IncomingHttpHeaders } from 'node:http'
import {
  AuthorizationHeaderNotSupported,
  DirectLoginInvalidToken,
  DirectLoginMissingParameters,
  Refusal,
  UserIsDeleted,
  UsernameHasBeenLocked,
} from '../protocol/errors.ts'
import type { Caller } from './caller.ts'
import { directLoginParameters } from './direct-login-header.ts'
import type { Session, Tokens } from './tokens.ts'

/**
 * Gives the caller; null where the call carries no credentials.
 * @throws Refusal 401 for credentials that are wrong, expired, or of a user or consumer that may not call any more
 */
export async function identify(headers: IncomingHttpHeaders, tokens: Tokens): Promise<Caller | null> {
  const directLogin = directLoginParameters(headers)
  if (!directLogin) {
    if (headers.authorization === undefined) return null
    throw new Refusal(AuthorizationHeaderNotSupported)
  }
  if (!directLogin.token) throw new Refusal(DirectLoginMissingParameters, 'token')
  return callerOf(await tokens.session(directLogin.token))
}

function callerOf(session: Session | null): Caller {
  // the reference repeats the token here; a secret stays out of an error
  if (!session?.isConsumerActive)
    throw new Refusal(DirectLoginInvalidToken, { en: ' Please log in again.', es: ' Inicie sesión de nuevo.' })
  if (session.isUserDeleted) throw new Refusal(UserIsDeleted)
  if (session.isUserLocked) throw new Refusal(UsernameHasBeenLocked)
  return session
}
