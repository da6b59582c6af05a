/** The OpenID Connect provider of this server, at `/openid`. */
import type { FastifyInstance } from 'fastify'
import type { AddressLimits } from '../../limits/addresses.ts'
import type { Log } from '../../observation/log.ts'
import type { Settings } from '../../settings.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Consumers } from '../consumers/consumers.ts'
import type { KeyEncryption } from '../secrets/key-encryption.ts'
import type { Users } from '../users/users.ts'
import { type AccessTokens, accessTokens } from './access-tokens.ts'
import { logoutPath, openidPath } from './addresses.ts'
import type { Endpoints } from './endpoints.ts'
import type { SigningKeys } from './signing-keys.ts'

export interface OpenidParts {
  settings: Settings
  storage: Storage
  users: Users
  consumers: Consumers
  addressLimits: AddressLimits
  signingKeys: SigningKeys
  encryption: () => Promise<KeyEncryption>
  publicUrl: () => string
  log: Log
}

interface Openid {
  readonly accessTokens: AccessTokens
  /** Mounts the provider's endpoints. */
  mount(routes: FastifyInstance): void
  /** Mounts the pages on the way of an authorisation, and the way to the logout. */
  mountPages(pages: FastifyInstance): void
}

export function openid(parts: OpenidParts): Openid {
  const { settings, storage, signingKeys, publicUrl } = parts
  const tokens = accessTokens(
    storage,
    signingKeys,
    () => ({ issuer: publicUrl() + openidPath, audience: publicUrl() }),
    { ...settings, provider: settings.localIdentityProvider },
  )
  // read when somebody first comes: it would hold up every start for a fifth of a second
  let opened: Promise<Endpoints> | undefined
  const opening = () => {
    opened ??= import('./endpoints.ts').then(({ endpoints }) => endpoints(parts, tokens))
    return opened
  }
  return {
    accessTokens: tokens,
    mountPages(pages) {
      const url = `${openidPath}/interaction/:uid`
      const config = { served: { operationId: 'openidInteraction', prefix: '', path: `${openidPath}/interaction` } }
      pages.get(url, { config }, async (request, reply) => (await opening()).showInteraction(request, reply))
      pages.post(url, { config }, async (request, reply) => (await opening()).decideInteraction(request, reply))
      // where `GET /users/current/logout-link` leads
      pages.get(logoutPath, async (request, reply) => {
        const { locale } = request.query as { locale?: unknown }
        const end = `${openidPath}/session/end`
        return reply.redirect(typeof locale === 'string' ? `${end}?${new URLSearchParams({ locale })}` : end)
      })
    },
    mount(routes) {
      routes.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
        url: `${openidPath}/*`,
        config: { served: { operationId: 'openid', prefix: '', path: openidPath } },
        handler: async (request, reply) => (await opening()).provide(request, reply),
      })
    },
  }
}
