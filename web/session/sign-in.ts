/** The code flow with PKCE at our own provider. It comes when somebody logs on, or is logged on. */
import * as oauth from 'oauth4webapi'
import { type Begun, keepBegun, type Proof, StorageMissing, signInBegun } from './begun.ts'

export interface Tokens {
  access: string
  refresh: string | null
  /** of the sign-out */
  id: string | null
  /** whose they are */
  user: string | null
  /** when the access token ends, in milliseconds since 1970 */
  until: number
}

const clientId = 'fichero-explorer'
const client: oauth.Client = { client_id: clientId, token_endpoint_auth_method: 'none' }

/** The address of the provider's page; what comes back is checked against what is kept in this tab. @throws StorageMissing */
export async function beginSignIn(
  publicUrl: string,
  locale: string,
  { returnTo, user }: Pick<Begun, 'returnTo' | 'user'>,
): Promise<string> {
  const server = await discover(publicUrl)
  const begun: Begun = { ...newProof(), returnTo, user }
  // who comes back is told by it
  if (!keepBegun(begun)) throw new StorageMissing()
  return addressOf(server, publicUrl, begun, { ui_locales: locale.slice(0, 2) })
}

/** Takes the tokens for the code in the address of this page. @throws where this tab has not begun it, or the provider refuses */
export async function completeSignIn(publicUrl: string): Promise<Tokens> {
  const begun = signInBegun()
  if (!begun) throw new Error('this tab has begun no sign-in')
  return redeem(await discover(publicUrl), publicUrl, begun, location.href)
}

/** Whether a sign-in may be completed another time: an answer did not come, or came from a server that stumbles. */
export function isStumble(error: unknown): boolean {
  if (!signInBegun()) return false
  // RFC 6749 4.1.2.1
  if (error instanceof oauth.AuthorizationResponseError)
    return /^(server_error|temporarily_unavailable)$/.test(error.error)
  return (error as { code?: string }).code !== oauth.INVALID_RESPONSE
}

/** Whether the code was good once: its answer was lost, or the page is an old one. */
export const isSpent = (error: unknown): boolean =>
  error instanceof oauth.ResponseBodyError && error.error === 'invalid_grant'

/** Takes new tokens by the provider's own session, and shows nothing. @throws where it would have to show something */
export async function signInSilently(publicUrl: string, signal?: AbortSignal): Promise<Tokens> {
  const server = await discover(publicUrl, signal)
  const proof = newProof()
  // it redirects to an address of this server, whose query is its answer
  const { url } = await fetch(await addressOf(server, publicUrl, proof, { prompt: 'none' }), {
    cache: 'no-store',
    signal: signal ?? null,
  })
  return redeem(server, publicUrl, proof, url, signal)
}

const newProof = (): Proof => ({ verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState() })

async function addressOf(
  { authorization_endpoint }: oauth.AuthorizationServer,
  publicUrl: string,
  { verifier, state }: Proof,
  more: Record<string, string>,
): Promise<string> {
  const address = new URL(authorization_endpoint!)
  for (const [name, value] of Object.entries({
    client_id: clientId,
    redirect_uri: redirectUri(publicUrl),
    response_type: 'code',
    scope: 'openid email profile',
    state,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    ...more,
  }))
    address.searchParams.set(name, value)
  return address.href
}

async function redeem(
  server: oauth.AuthorizationServer,
  publicUrl: string,
  { verifier, state }: Proof,
  answered: string,
  signal?: AbortSignal,
): Promise<Tokens> {
  const parameters = oauth.validateAuthResponse(server, client, new URL(answered), state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(publicUrl),
    verifier,
    optionsWith(signal),
  )
  return tokensOf(await oauth.processAuthorizationCodeResponse(server, client, response))
}

export async function refresh(publicUrl: string, tokens: Tokens): Promise<Tokens> {
  const server = await discover(publicUrl)
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh!, options)
  return { ...tokensOf(await oauth.processRefreshTokenResponse(server, client, response)), user: tokens.user }
}

/** Ends the tokens. @throws where the provider does not answer, or not in time */
export async function revoke(publicUrl: string, tokens: Tokens, signal: AbortSignal): Promise<void> {
  await revokeAt(await discover(publicUrl, signal), tokens, signal)
}

async function revokeAt(server: oauth.AuthorizationServer, { refresh }: Tokens, signal: AbortSignal): Promise<void> {
  if (refresh)
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, oauth.None(), refresh, optionsWith(signal)),
    )
}

/** Ends the tokens, and gives the address where the provider ends its own session. @throws where the provider does not answer, or not in time */
export async function endTokens(publicUrl: string, tokens: Tokens, signal: AbortSignal): Promise<string> {
  const server = await discover(publicUrl, signal)
  await revokeAt(server, tokens, signal)
  const address = new URL(server.end_session_endpoint!)
  address.searchParams.set('client_id', clientId)
  if (tokens.id) address.searchParams.set('id_token_hint', tokens.id)
  address.searchParams.set('post_logout_redirect_uri', `${publicUrl}/`)
  return address.href
}

const redirectUri = (publicUrl: string) => `${publicUrl}/signed-in`

// a laptop has no certificate
const options = { [oauth.allowInsecureRequests]: true }
const optionsWith = (signal: AbortSignal | undefined) => ({ ...options, ...(signal && { signal }) })

async function discover(publicUrl: string, signal?: AbortSignal): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`${publicUrl}/openid`)
  const response = await oauth.discoveryRequest(issuer, optionsWith(signal))
  return oauth.processDiscoveryResponse(issuer, response)
}

function tokensOf(answer: oauth.TokenEndpointResponse): Tokens {
  const { access_token, refresh_token, id_token, expires_in = 60 } = answer
  return {
    access: access_token,
    refresh: refresh_token ?? null,
    id: id_token ?? null,
    user: oauth.getValidatedIdTokenClaims(answer)?.sub ?? null,
    until: Date.now() + expires_in * 1000,
  }
}
