/** The OpenID Connect provider of this server, at `/openid`. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { JWK } from 'jose'
import Provider from 'oidc-provider'
import type { Log } from '../../observation/log.ts'
import type { Settings } from '../../settings.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Consumers } from '../consumers.ts'
import type { Users } from '../users.ts'
import { type AccessTokens, accessTokens } from './access-tokens.ts'
import { accounts } from './accounts.ts'
import { artifacts } from './artifacts.ts'
import { clients } from './clients.ts'
import { consents } from './consents.ts'
import { interactions } from './interactions.ts'
import type { KeyEncryption } from './key-encryption.ts'
import { openProvider } from './provider.ts'
import { type ReplayedRequest, replay } from './requests.ts'
import type { SigningKeys } from './signing-keys.ts'

/** Where the provider is, below the public address. */
export const openidPath = '/openid'

/** Where applications read how to use it. */
export const discoveryUrl = (publicUrl: string): string => `${publicUrl}${openidPath}/.well-known/openid-configuration`

export interface OpenidParts {
  settings: Settings
  storage: Storage
  users: Users
  consumers: Consumers
  signingKeys: SigningKeys
  encryption: () => Promise<KeyEncryption>
  publicUrl: () => string
  log: Log
}

export interface Openid {
  readonly accessTokens: AccessTokens
  /** Mounts the provider's endpoints, and the pages on the way of an authorisation. */
  mount(routes: FastifyInstance): void
}

export function openid(parts: OpenidParts): Openid {
  const { settings, storage, users, signingKeys, publicUrl } = parts
  const tokens = accessTokens(
    storage,
    signingKeys,
    () => ({ issuer: publicUrl() + openidPath, audience: publicUrl() }),
    { ...settings, provider: settings.localIdentityProvider },
  )
  const remembered = consents(storage)
  const provider = providers(parts, tokens)
  const replayed = (request: FastifyRequest) => replay(request, new URL(publicUrl() + openidPath), openidPath, tokens)

  return {
    accessTokens: tokens,
    mount(routes) {
      interactions(routes, `${openidPath}/interaction`, {
        provider,
        replayed,
        logIn: (username, password) => users.logIn(settings.localIdentityProvider, username, password),
        consents: remembered,
      })
      routes.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
        url: `${openidPath}/*`,
        async handler(request: FastifyRequest, reply: FastifyReply) {
          const answer = (await provider()).callback()
          const incoming = await replayed(request)
          reply.hijack()
          for (const [name, value] of Object.entries(reply.getHeaders()))
            if (value !== undefined) reply.raw.setHeader(name, value)
          await answer(incoming, reply.raw)
        },
      })
    },
  }
}

/** The provider of the keys that are in the database now; another key, here or on another node, is another provider. */
function providers(
  { settings, storage, consumers, signingKeys, encryption, publicUrl, log }: OpenidParts,
  tokens: AccessTokens,
): () => Promise<Provider> {
  const artifactsOf = artifacts(storage, settings)
  const registered = clients(consumers, () => ({
    operationId: 'openid-registration',
    correlationId: (Provider.ctx?.req as ReplayedRequest | undefined)?.correlationId ?? '',
    userId: null,
    consumerId: null,
  }))
  let latest: { of: string; provider: Provider } | undefined

  return async () => {
    const [keys, { cookieKey }] = await Promise.all([signingKeys.all(), encryption()])
    const issuer = publicUrl() + openidPath
    const of = [issuer, ...keys.map(({ kid }: JWK) => kid)].join(' ')
    if (latest?.of !== of)
      latest = {
        of,
        provider: openProvider({
          issuer,
          keys,
          cookieKey,
          adapter: (kind) => (kind === 'Client' ? registered : artifactsOf(kind)),
          findAccount: accounts(storage, { emailsAreValidated: settings.usersNeedValidation }),
          consents: consents(storage),
          accessTokens: tokens,
          registration: settings.allowClientRegistration,
          onError: (err, { req }) =>
            log.error({ err, what: 'openid', correlation_id: (req as ReplayedRequest).correlationId }, 'failed'),
        }),
      }
    return latest.provider
  }
}
