/** What answers below `/openid`: the certified provider, and the pages on the way of an authorisation. */
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { JWK } from 'jose'
import Provider from 'oidc-provider'
import { pageBrand } from '../../pages/brand.ts'
import type { AccessTokens } from './access-tokens.ts'
import { accounts } from './accounts.ts'
import { openidPath } from './addresses.ts'
import { artifacts } from './artifacts.ts'
import { clients } from './clients.ts'
import { consents } from './consents.ts'
import { interactions } from './interactions.ts'
import { withLoginsOfRequest } from './marks.ts'
import type { OpenidParts } from './openid.ts'
import { openProvider } from './provider.ts'
import { type ReplayedRequest, replay } from './requests.ts'

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

export interface Endpoints {
  showInteraction: Handler
  decideInteraction: Handler
  /** the provider's own */
  provide: Handler
}

export function endpoints(parts: OpenidParts, accessTokens: AccessTokens): Endpoints {
  const provider = providers(parts, accessTokens)
  const replayed = (request: FastifyRequest) =>
    replay(request, new URL(parts.publicUrl() + openidPath), openidPath, accessTokens)
  const { show, decide } = interactions({
    ...parts,
    provider: parts.settings.localIdentityProvider,
    openProvider: provider,
    replayed,
    consents: consents(parts.storage),
  })
  return {
    showInteraction: (request, reply) => withLoginsOfRequest(() => show(request, reply)),
    decideInteraction: (request, reply) => withLoginsOfRequest(() => decide(request, reply)),
    async provide(request, reply) {
      const { addressLimits } = parts
      // what anybody may read, such as the public keys, is not where secrets are tried
      if (request.method === 'POST') await addressLimits.assertBelow('failed login', request.ip)
      const answer = (await provider()).callback()
      const incoming = await replayed(request)
      if (isRegistration(request)) await addressLimits.count('sign-up', request.ip)
      reply.hijack()
      for (const [name, value] of Object.entries(reply.getHeaders()))
        if (value !== undefined) reply.raw.setHeader(name, value)
      await withLoginsOfRequest(() => answer(incoming, reply.raw))
      // a client with a wrong secret; the answer is on its way
      if (reply.raw.statusCode === 401 && request.method === 'POST')
        await addressLimits.count('failed login', request.ip).catch(() => {})
      return reply
    },
  }
}

const isRegistration = ({ method, url }: FastifyRequest): boolean =>
  method === 'POST' && url.split('?', 1)[0]!.startsWith(`${openidPath}/reg`)

/** The provider of the keys that are in the database now; another key, here or on another node, is another provider. */
function providers(
  { settings, storage, consumers, signingKeys, encryption, publicUrl, log }: OpenidParts,
  tokens: AccessTokens,
): () => Promise<Provider> {
  const artifactsOf = artifacts(storage, settings, (kind) =>
    log.warn({ kind }, 'what is good once came twice: all that hangs on the same consent is ended'),
  )
  const registered = clients(consumers, settings, publicUrl, () => ({
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
          findAccount: accounts(storage),
          consents: consents(storage),
          accessTokens: tokens,
          registration: settings.allowClientRegistration,
          brand: pageBrand(settings),
          onError: (err, { req }) =>
            log.error({ err, what: 'openid', correlation_id: (req as ReplayedRequest).correlationId }, 'failed'),
        }),
      }
    return latest.provider
  }
}
