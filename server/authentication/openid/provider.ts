/** The certified provider, configured for this server: what it offers, to whom, and for how long. */
import type { JWK } from 'jose'
import Provider, { type Adapter, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { PageBrand } from '../../pages/page.ts'
import { type Locale, localeNamed } from '../../protocol/languages.ts'
import { newConsumerSecret } from '../consumers/consumers.ts'
import type { AccessTokens } from './access-tokens.ts'
import { type accounts, claimsOfScopes } from './accounts.ts'
import type { Consents } from './consents.ts'
import { explorerKey, explorerScopes } from './explorer-client.ts'
import { endSession, isOwnLogout } from './own-logout.ts'
import { confirmLogout, showError, showLoggedOut, showWithoutScript } from './pages.ts'
import { signingAlgorithm } from './signing-keys.ts'

interface ProviderParts {
  issuer: string
  keys: readonly JWK[]
  cookieKey: string
  adapter: (kind: string) => Adapter
  findAccount: ReturnType<typeof accounts>
  consents: Consents
  accessTokens: AccessTokens
  registration: boolean
  brand: PageBrand
  onError: (error: unknown, context: KoaContextWithOIDC) => void
}

const minutes = 60
const days = 24 * 60 * minutes

/** Builds the provider of an issuer and its keys; the first key signs. */
export function openProvider(parts: ProviderParts): Provider {
  const provider = new Provider(parts.issuer, configuration(parts))
  // the host and protocol of a request are those of the issuer: `requests.ts` says so
  provider.proxy = true
  provider.use(showOwnPages(parts))
  provider.use(travelAsJwt(parts))
  provider.on('server_error', (context, error) => parts.onError(error, context))
  return provider
}

/** How the provider keeps a browser's session. */
const longCookiesOf = (issuer: string) =>
  ({ httpOnly: true, sameSite: 'lax', path: new URL(`${issuer}/`).pathname }) as const

function configuration(parts: ProviderParts): Configuration {
  const { issuer, keys, cookieKey, adapter, findAccount, consents, registration, brand } = parts
  const longCookies = longCookiesOf(issuer)
  return {
    adapter,
    jwks: { keys },
    cookies: {
      keys: [cookieKey],
      long: longCookies,
      short: { httpOnly: true, sameSite: 'lax' },
    },
    scopes: ['openid', 'email', 'profile', 'offline_access'],
    claims: claimsOfScopes,
    // applications read the address from either
    conformIdTokenClaims: false,
    findAccount: (_context, userId) => findAccount(userId),
    responseTypes: ['code'],
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'none'],
    // OAuth 2.1 4.1.1: who cannot keep a secret proves that the code is theirs
    pkce: { required: (_context, client) => client.clientAuthMethod === 'none' },
    issueRefreshToken: async (_context, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: true,
    clientBasedCORS: (_context, origin, client) =>
      (client.redirectUris ?? []).some((uri) => URL.parse(uri)?.origin === origin),
    async loadExistingGrant(context) {
      const { client, session, result, provider } = context.oidc
      const grantId = result?.consent?.grantId ?? session?.grantIdFor(client!.clientId)
      const grant = grantId ? await provider.Grant.find(grantId) : undefined
      if (grant || !session?.accountId) return grant
      const { accountId } = session
      const allowed = async () =>
        client!.clientId === explorerKey ? explorerScopes : consents.scopes(accountId, client!.clientId)
      const scopes = await allowed()
      if (!scopes) return undefined
      const remembered = new provider.Grant({ accountId, clientId: client!.clientId })
      remembered.addOIDCScope(scopes.join(' '))
      await remembered.save()
      // a withdrawal that came meanwhile has not seen it
      if (await allowed()) return remembered
      await remembered.destroy()
      return undefined
    },
    interactions: {
      url: (context, { uid }) => `${new URL(issuer).pathname}/interaction/${uid}${inLanguageOf(context)}`,
    },
    renderError: (context, error) => showError(brand, context, error),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      resourceIndicators: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: {
        enabled: true,
        allowedPolicy: async (_context, client, token) => token.clientId === client.clientId,
      },
      revocation: {
        enabled: true,
        allowedPolicy: async (_context, client, token) => token.clientId === client.clientId,
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (context, form) =>
          isOwnLogout(context) ? endSession(context, longCookies) : confirmLogout(brand, context, form),
        postLogoutSuccessSource: (context) => showLoggedOut(brand, context),
      },
      registration: {
        enabled: registration,
        idFactory: newConsumerSecret,
        secretFactory: newConsumerSecret,
        issueRegistrationAccessToken: false,
      },
    },
    enabledJWA: {
      idTokenSigningAlgValues: [signingAlgorithm],
      userinfoSigningAlgValues: [signingAlgorithm],
    },
    ttl: {
      AccessToken: 60 * minutes,
      AuthorizationCode: 1 * minutes,
      ClientCredentials: 10 * minutes,
      Grant: 90 * days,
      IdToken: 60 * minutes,
      Interaction: 60 * minutes,
      RefreshToken: 14 * days,
      Session: 14 * days,
    },
  }
}

/** What keeps the language that an application asks for: `locale`, or OpenID Connect's own `ui_locales`. */
function inLanguageOf({ query, oidc }: KoaContextWithOIDC): string {
  const [first = ''] = String(oidc.params?.ui_locales ?? '').split(' ')
  const languages: Record<string, Locale> = { en: 'en_GB', es: 'es_ES' }
  const locale = localeNamed(query.locale) ?? languages[first.slice(0, 2).toLowerCase()]
  return locale ? `?locale=${locale}` : ''
}

/** The pages that the provider writes itself are ours, or where nothing is to be asked, none. */
function showOwnPages({ issuer, brand }: ProviderParts) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next()
    // who is logged out already is asked by a form of the provider's
    if (context.oidc?.route === 'end_session' && context.status === 200 && isOwnLogout(context))
      await endSession(context, longCookiesOf(issuer))
    showWithoutScript(brand, context)
  }
}

/** Inside, a token is the id of its row; what leaves is its JWT. */
function travelAsJwt({ accessTokens }: ProviderParts) {
  return async (context: KoaContextWithOIDC, next: () => Promise<void>) => {
    await next()
    const body = context.body as Record<string, unknown> | undefined
    if (context.status !== 200 || typeof body !== 'object' || !context.oidc) return
    const { AccessToken, ClientCredentials } = context.oidc.entities
    const token = AccessToken ?? ClientCredentials
    if (!token) return
    if (context.oidc.route === 'token') body.access_token = await accessTokens.write(token)
    if (context.oidc.route === 'introspection' && body.active)
      Object.assign(body, { jti: token.jti, aud: accessTokens.trusted.audience[0] })
  }
}
