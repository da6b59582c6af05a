/** The OpenID Connect provider of this server, at `/openid`. */
import type { FastifyInstance } from 'fastify'
import type { AddressLimits } from '../../limits/addresses.ts'
import type { Log } from '../../observation/log.ts'
import type { Settings } from '../../settings.ts'
import type { Storage } from '../../storage/pool.ts'
import type { Consumers } from '../consumers.ts'
import type { Users } from '../users.ts'
import { type AccessTokens, accessTokens } from './access-tokens.ts'
import { openidPath } from './addresses.ts'
import type { Endpoints } from './endpoints.ts'
import type { KeyEncryption } from './key-encryption.ts'
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

export interface Openid {
  readonly accessTokens: AccessTokens
  /** Mounts the provider's endpoints, and the pages on the way of an authorisation. */
  mount(routes: FastifyInstance): void
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
    mount(routes) {
      const interaction = `${openidPath}/interaction/:uid`
      routes.get(interaction, async (request, reply) => (await opening()).showInteraction(request, reply))
      routes.post(interaction, async (request, reply) => (await opening()).decideInteraction(request, reply))
      routes.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
        url: `${openidPath}/*`,
        handler: async (request, reply) => (await opening()).provide(request, reply),
      })
    },
  }
}
