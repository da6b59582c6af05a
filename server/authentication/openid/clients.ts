/** The clients of the provider: our consumers, as they are now. */
import { type Adapter, type AdapterPayload, type ClientMetadata, errors } from 'oidc-provider'
import type { Origin } from '../../observation/audit.ts'
import type { Settings } from '../../settings.ts'
import { type ConsumerRecord, type Consumers, newConsumerSecret } from '../consumers/consumers.ts'
import { explorerKey, signedInPath } from './explorer-client.ts'
import { keepConsumer } from './marks.ts'

/** `origin` says which call it is that registers a client. */
export function clients(
  consumers: Pick<Consumers, 'withKey' | 'create'>,
  { consumersEnabledByDefault }: Pick<Settings, 'consumersEnabledByDefault'>,
  publicUrl: () => string,
  origin: () => Origin,
): Adapter {
  return {
    async find(id) {
      const consumer = await consumers.withKey(id)
      if (!consumer?.is_active) return undefined
      // nobody could tell it from another
      if (consumer.app_type !== 'Public' && consumer.consumer_secret === null) return undefined
      keepConsumer(id, consumer.login_generation)
      return clientOf(consumer, publicUrl()) as AdapterPayload
    },
    async upsert(_id, metadata) {
      await consumers.create(origin(), consumerOf(metadata as unknown as ClientMetadata, consumersEnabledByDefault))
    },
    // a consumer is neither found nor ended by anything else
    findByUid: async () => undefined,
    findByUserCode: async () => undefined,
    consume: async () => {},
    destroy: async () => {},
    revokeByGrantId: async () => {},
  }
}

/** OBP knows one redirect URL, which has no blanks; consumers that register here may have several, with blanks between them. */
const redirectUris = (redirectUrl: string): string[] => redirectUrl.split(' ').filter((uri) => URL.canParse(uri))

const isWeb = (uri: string): boolean => /^https?:/i.test(uri)

function clientOf(consumer: ConsumerRecord, publicUrl: string): ClientMetadata {
  const isPublic = consumer.app_type === 'Public'
  // the Explorer is where the server is
  const isExplorer = consumer.consumer_key === explorerKey
  const uris = isExplorer ? [publicUrl + signedInPath] : redirectUris(consumer.redirect_url)
  return {
    client_id: consumer.consumer_key,
    ...(!isPublic && { client_secret: consumer.consumer_secret! }),
    client_name: consumer.app_name,
    // an app on a phone is called back by a scheme of its own (RFC 8252 7.1)
    application_type: uris.every(isWeb) ? 'web' : 'native',
    redirect_uris: uris,
    // where it may lead its users after they log out: to itself
    post_logout_redirect_uris: [...new Set(uris.flatMap((uri) => [uri, ...homesOf(uri)]))],
    response_types: uris.length > 0 ? ['code'] : [],
    grant_types: [
      ...(uris.length > 0 ? ['authorization_code', 'refresh_token'] : []),
      ...(isPublic ? [] : ['client_credentials']),
    ],
    token_endpoint_auth_method: isPublic ? 'none' : 'client_secret_basic',
  }
}

function homesOf(uri: string): string[] {
  const { origin } = new URL(uri)
  return origin === 'null' ? [] : [origin, `${origin}/`]
}

/** @throws InvalidClientMetadata for what a consumer cannot be */
function consumerOf(metadata: ClientMetadata, isActive: boolean) {
  const { client_name: appName = '', redirect_uris: uris = [], contacts: [developerEmail = ''] = [] } = metadata
  const redirectUrl = uris.join(' ')
  const refuse = (text: string) => {
    throw new errors.InvalidClientMetadata(text)
  }
  if (appName.length < 3 || appName.length > 100 || appName.includes('\0'))
    refuse('client_name must have 3 to 100 characters')
  if (redirectUrl.length > 2000) refuse('redirect_uris must have 2000 characters at most')
  if (developerEmail.length > 200 || developerEmail.includes('\0')) refuse('contacts must have 200 characters at most')
  return {
    key: metadata.client_id,
    secret: metadata.client_secret ?? newConsumerSecret(),
    appName,
    appType: metadata.token_endpoint_auth_method === 'none' ? ('Public' as const) : ('Confidential' as const),
    description: '',
    developerEmail,
    redirectUrl,
    clientCertificate: '',
    createdByUserId: null,
    isActive,
  }
}
