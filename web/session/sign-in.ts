/** The code flow with PKCE at our own provider. It comes with the page: a browser does not ask again for a module that was missed while the server was away. */
import * as oauth from 'oauth4webapi'

export interface Tokens {
  access: string
  refresh: string | null
  /** of the sign-out */
  id: string | null
  /** when the access token ends, in milliseconds since 1970 */
  until: number
}

interface Begun {
  verifier: string
  state: string
  returnTo: string
}

const clientId = 'fichero-explorer'
const stored = 'sign-in'
const client: oauth.Client = { client_id: clientId, token_endpoint_auth_method: 'none' }

/** The address of the provider's page; what comes back is checked against what is kept in this tab. */
export async function beginSignIn(publicUrl: string, locale: string, returnTo: string): Promise<string> {
  const { authorization_endpoint } = await discover(publicUrl)
  const begun: Begun = { verifier: oauth.generateRandomCodeVerifier(), state: oauth.generateRandomState(), returnTo }
  sessionStorage.setItem(stored, JSON.stringify(begun))
  const address = new URL(authorization_endpoint!)
  for (const [name, value] of Object.entries({
    client_id: clientId,
    redirect_uri: redirectUri(publicUrl),
    response_type: 'code',
    scope: 'openid email profile',
    state: begun.state,
    code_challenge: await oauth.calculatePKCECodeChallenge(begun.verifier),
    code_challenge_method: 'S256',
    ui_locales: locale.slice(0, 2),
  }))
    address.searchParams.set(name, value)
  return address.href
}

/** Takes the tokens for the code in the address of this page. @throws where this tab has not begun it, or the provider refuses */
export async function completeSignIn(publicUrl: string): Promise<Tokens> {
  const begun = begunHere()
  if (!begun) throw new Error('this tab has begun no sign-in')
  const { verifier, state } = begun
  const server = await discover(publicUrl)
  const parameters = oauth.validateAuthResponse(server, client, new URL(location.href), state)
  const response = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    parameters,
    redirectUri(publicUrl),
    verifier,
    options,
  )
  const result = await oauth.processAuthorizationCodeResponse(server, client, response)
  return tokensOf(result)
}

/** Where the sign-in that this tab has begun leads back to; null where it has begun none. */
export const placeOfSignIn = (): string | null => begunHere()?.returnTo ?? null

export const forgetSignIn = (): void => sessionStorage.removeItem(stored)

function begunHere(): Begun | null {
  const text = sessionStorage.getItem(stored)
  return text === null ? null : (JSON.parse(text) as Begun)
}

export async function refresh(publicUrl: string, tokens: Tokens): Promise<Tokens> {
  const server = await discover(publicUrl)
  const response = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), tokens.refresh!, options)
  return { ...tokens, ...tokensOf(await oauth.processRefreshTokenResponse(server, client, response)) }
}

/** Ends the tokens, and gives the address where the provider ends its own session. @throws where the provider does not answer */
export async function endTokens(publicUrl: string, tokens: Tokens): Promise<string> {
  const server = await discover(publicUrl)
  if (tokens.refresh)
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(server, client, oauth.None(), tokens.refresh, options),
    )
  const address = new URL(server.end_session_endpoint!)
  address.searchParams.set('client_id', clientId)
  if (tokens.id) address.searchParams.set('id_token_hint', tokens.id)
  address.searchParams.set('post_logout_redirect_uri', `${publicUrl}/`)
  return address.href
}

const redirectUri = (publicUrl: string) => `${publicUrl}/signed-in`

// a laptop has no certificate
const options = { [oauth.allowInsecureRequests]: true }

async function discover(publicUrl: string): Promise<oauth.AuthorizationServer> {
  const issuer = new URL(`${publicUrl}/openid`)
  return oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, options))
}

const tokensOf = ({ access_token, refresh_token, id_token, expires_in = 60 }: oauth.TokenEndpointResponse): Tokens => ({
  access: access_token,
  refresh: refresh_token ?? null,
  id: id_token ?? null,
  until: Date.now() + expires_in * 1000,
})
