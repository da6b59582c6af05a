/** OAuth 1.0a: the two endpoints that give tokens, and the way in by a signed call. */
import type { FastifyReply, FastifyRequest, RouteShorthandOptionsWithHandler } from 'fastify'
import { admit } from '../caller.ts'
import type { WayIn } from '../way-in.ts'
import type { Nonces } from './nonces.ts'
import {
  invalidAccessToken,
  invalidCallback,
  invalidRequestToken,
  invalidSignature,
  Problem,
  refusalOf,
  unknownConsumer,
  usedNonce,
} from './problem.ts'
import {
  assertTimely,
  assertWellFormed,
  baseStringOf,
  carriesOAuth1,
  isSignatureRight,
  type Parameters,
  protocolParameters,
} from './signed-request.ts'
import type { OAuth1Tokens, SignedSession, SigningConsumer } from './tokens.ts'

interface Parts {
  tokens: OAuth1Tokens
  nonces: Nonces
  publicUrl: () => string
}

/** The way in by an access token and a signature (RFC 5849 3). */
export function oauth1(parts: Parts): WayIn {
  const begun = new WeakMap<FastifyRequest, Promise<Asked>>()
  return {
    type: 'OAuth1.0a',
    carriedBy: carriesOAuth1,
    begin(request) {
      const asked = askFor(request, parts)
      asked.catch(() => {})
      begun.set(request, asked)
    },
    async identify(request) {
      try {
        return await identifySigned(request, await (begun.get(request) ?? askFor(request, parts)), parts)
      } catch (error) {
        throw error instanceof Problem ? refusalOf(error) : error
      }
    },
  }
}

interface Asked {
  parameters: Parameters
  session: SignedSession | null
}

/** The parameters of a signed call and the session of its token, of which nothing is verified yet. */
async function askFor(request: FastifyRequest, { tokens }: Parts): Promise<Asked> {
  const parameters = protocolParameters(request)
  assertWellFormed(parameters, ['oauth_token'])
  return { parameters, session: await tokens.session(parameters.oauth_token!) }
}

async function identifySigned(
  request: FastifyRequest,
  { parameters, session }: Asked,
  { tokens, nonces, publicUrl }: Parts,
) {
  const { oauth_consumer_key: key = '' } = parameters
  if (!session || session.signer.key !== key || !session.isConsumerActive) {
    if (!(await tokens.consumer(key))) throw unknownConsumer
    throw invalidAccessToken
  }
  assertTimely(parameters)
  const { signer, tokenSecret } = session
  const keys = { consumerSecret: signer.secret, certificate: signer.certificate, tokenSecret }
  if (!isSignatureRight(baseStringOf(request, publicUrl(), parameters), parameters, keys)) throw invalidSignature
  const caller = admit(session)
  // after the signature, so that nobody spends the nonces of others
  const spent = nonces.spend(parameters).then((isFresh) => {
    if (!isFresh) throw refusalOf(usedNonce)
  })
  spent.catch(() => {})
  return { ...caller, spent }
}

/** `POST /oauth/initiate` (RFC 5849 2.1). */
export const initiate = (parts: Parts) =>
  endpoint('/oauth/initiate', async (request) => {
    const { parameters, consumer } = await signedByConsumer(request, parts, ['oauth_callback'])
    const callback = parameters.oauth_callback!
    if (!isCallbackOf(consumer, callback)) throw invalidCallback
    const issued = await parts.tokens.request(consumer, callback)
    if (!issued) throw unknownConsumer
    return { oauth_token: issued.token, oauth_token_secret: issued.secret, oauth_callback_confirmed: 'true' }
  })

/** `POST /oauth/token` (RFC 5849 2.3). */
export const exchange = (parts: Parts) =>
  endpoint('/oauth/token', async (request) => {
    const { parameters, consumer } = await signedByConsumer(request, parts, ['oauth_token', 'oauth_verifier'])
    const { oauth_token: requestToken = '', oauth_verifier: verifier = '' } = parameters
    const issued = await parts.tokens.exchange(requestToken, verifier, consumer.consumerId)
    if (!issued) throw invalidRequestToken
    return { oauth_token: issued.token, oauth_token_secret: issued.secret }
  })

/** Clients send all kinds; one that is no media type at all would be refused before the handler. */
function anyMediaType({ raw: { headers } }: FastifyRequest, _reply: FastifyReply, done: () => void): void {
  if (!/^[^\s/;]+\/[^\s/;]+/.test(headers['content-type'] ?? '')) delete headers['content-type']
  done()
}

const formType = 'application/x-www-form-urlencoded'

/** Answers in the form that RFC 5849 asks for, and problems as plain text. */
const endpoint = (
  path: '/oauth/initiate' | '/oauth/token',
  answer: (request: FastifyRequest) => Promise<Record<string, string>>,
): RouteShorthandOptionsWithHandler => ({
  config: { served: { operationId: path === '/oauth/token' ? 'oauth1Token' : 'oauth1Initiate', prefix: '', path } },
  onRequest: anyMediaType,
  async handler(request, reply) {
    reply.header('Content-Type', formType)
    try {
      return await reply.send(new URLSearchParams(await answer(request)).toString())
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return reply.code(error.status).send(error.message)
    }
  },
})

/** The steps that both endpoints share, in OBP's order, but for the nonce, which is spent last. */
async function signedByConsumer(
  request: FastifyRequest,
  { tokens, nonces, publicUrl }: Parts,
  more: readonly string[],
) {
  const parameters = protocolParameters(request)
  assertWellFormed(parameters, more)
  const consumer = await tokens.consumer(parameters.oauth_consumer_key!)
  if (!consumer) throw unknownConsumer
  assertTimely(parameters)
  const { oauth_token: requestToken } = parameters
  const tokenSecret = requestToken === undefined ? '' : await tokens.requestSecret(requestToken, consumer.consumerId)
  if (tokenSecret === null) throw invalidRequestToken
  const form = request.headers['content-type']?.startsWith(formType) ? String(request.body ?? '') : ''
  const keys = { consumerSecret: consumer.secret, certificate: consumer.certificate, tokenSecret }
  if (!isSignatureRight(baseStringOf(request, publicUrl(), parameters, form), parameters, keys)) throw invalidSignature
  if (!(await nonces.spend(parameters))) throw usedNonce
  return { parameters, consumer }
}

/**
 * Where a user may be sent back to: the consumer's redirect URL, with whatever query, or a path below it where that is a
 * bare origin. A consumer without one has to be told the verifier by its user.
 */
export function isCallbackOf({ redirectUrl }: Pick<SigningConsumer, 'redirectUrl'>, callback: string): boolean {
  if (callback === 'oob') return true
  if (callback.length > 2000 || !URL.canParse(callback)) return false
  // a consumer that came by OpenID Connect may have several, with blanks between them
  return redirectUrl.split(' ').some((own) => URL.canParse(own) && leadsTo(new URL(own), new URL(callback)))
}

function leadsTo(own: URL, wanted: URL): boolean {
  const isSamePlace = own.protocol === wanted.protocol && own.host === wanted.host
  const namesNobody = wanted.username === '' && wanted.password === ''
  const isBareOrigin = own.pathname === '/' && own.search === '' && own.host !== ''
  return isSamePlace && namesNobody && wanted.hash === '' && (isBareOrigin || own.pathname === wanted.pathname)
}
