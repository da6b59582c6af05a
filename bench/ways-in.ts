/** *Get customer for logged in user* by each way in, beside DirectLogin on the same server. */
import { createHmac, hash, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import OAuth1a from 'oauth-1.0a'
import { sealName } from '../server/authentication/oauth1/tokens.ts'
import { keyEncryption } from '../server/authentication/secrets/key-encryption.ts'
import { customerLogins, type Login } from './dataset.ts'
import { loader, path, warmUp } from './get-customer.ts'
import { feedLine, load } from './load.ts'
import { encryptionKey, type Running, startFichero } from './processes.ts'
import { type Figure, interleave, perSecond, ratio } from './rounds.ts'
import { type Plan, type Scenario, writeFeed } from './scenario.ts'
import { withClient } from './sites.ts'

/** The issuer of the users of the data set: their provider. */
const issuer = 'bench'
const consumerSecret = 'bench'
const tokenSecret = 'bench'
/** More signed requests than a server can answer in a second: each can be sent once only. */
const signedPerSecond = 15_000

export const waysIn: Scenario = async (plan, site): Promise<Figure[]> => {
  const place = await site.place(plan.size)
  const logins = customerLogins(place.size)
  await using stack = new AsyncDisposableStack()
  const identity = stack.adopt(await startIssuer(), ({ close }) => close())
  const trusted = [{ issuer, audience: issuer, jwks_uri: identity.jwksUri }]
  const environment = { ...place.environment, TRUSTED_ISSUERS: JSON.stringify(trusted) }
  const server = stack.adopt(await startFichero(environment), (running) => running.stop())
  const { consumerSecrets, tokenSecrets } = await keyEncryption({ keyEncryptionKey: encryptionKey, dataDirectory: '' })
  const hashes = logins.map(({ token }) => hash('sha256', token, 'buffer'))
  await withClient(place.url, async (client) => {
    await client.query(`update consumer set sealed_secret = $1 where consumer_id = 'bench'`, [
      consumerSecrets.seal(Buffer.from(consumerSecret), 'bench'),
    ])
    await client.query(
      `insert into oauth1_access_token (token_hash, sealed_secret, user_id, consumer_id, expires_at)
       select token_hash, secret, user_id, 'bench', now() + interval '1 day'
       from unnest($1::bytea[], $2::bytea[], $3::text[]) as login(token_hash, secret, user_id)
       on conflict do nothing`,
      [
        hashes,
        hashes.map((each) => tokenSecrets.seal(Buffer.from(tokenSecret), sealName(each))),
        logins.map(({ userId }) => userId),
      ],
    )
  })

  const byDirectLogin = await loader(plan, place.size)
  const byBearer = await bearerLoader(plan, identity, place.size.customers, logins)
  const bySignature = (seconds: number) => loadSigned(plan, server, logins, seconds)
  await byDirectLogin(server, warmUp(plan))
  await byBearer(server, warmUp(plan))
  await bySignature(warmUp(plan))

  const figure = async (name: string, atLeast: number, put: () => ReturnType<typeof load>) =>
    ratio(
      `GET customer by ${name} : by DirectLogin, ${site.name}`,
      await interleave(plan.rounds, put, () => byDirectLogin(server)),
      (measured) => measured.perSecond,
      perSecond,
      { atLeast },
    )
  return [
    await figure('bearer token', 0.8, () => byBearer(server)),
    await figure('OAuth 1.0a', 0.5, () => bySignature(plan.seconds)),
  ]
}

/** An identity provider: its key server, and the tokens that it signs. */
async function startIssuer() {
  const { privateKey, publicKey } = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(publicKey)), kid: 'bench', alg: 'RS256', use: 'sig' }
  const server = createServer((_request, response) =>
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: [jwk] })),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    token: (subject: string) =>
      new SignJWT({ azp: 'bench' })
        .setProtectedHeader({ alg: 'RS256', kid: 'bench' })
        .setIssuer(issuer)
        .setAudience(issuer)
        .setSubject(subject)
        .setIssuedAt()
        .setExpirationTime('1 day')
        .sign(privateKey),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

async function bearerLoader(
  plan: Plan,
  { token }: Awaited<ReturnType<typeof startIssuer>>,
  customers: number,
  logins: readonly Login[],
) {
  const lines = await Promise.all(
    logins.map(async (_, place) => {
      const subject = `user.${1 + Math.floor((place * customers) / logins.length)}`
      return feedLine(path, `Authorization: Bearer ${await token(subject)}`)
    }),
  )
  const feed = await writeFeed(plan, 'get-bearer', lines)
  return ({ url }: Running, seconds = plan.seconds) =>
    load({ url, feed, order: 'random', connections: plan.connections, seconds })
}

/** Requests that are signed just before, for a signature is good for some minutes and once. */
async function loadSigned(plan: Plan, { url }: Running, logins: readonly Login[], seconds: number) {
  const client = new OAuth1a({
    consumer: { key: 'bench', secret: consumerSecret },
    signature_method: 'HMAC-SHA256',
    hash_function: (text, key) => createHmac('sha256', key).update(text).digest('base64'),
  })
  client.getNonce = () => randomUUID()
  const lines = Array.from({ length: signedPerSecond * seconds }, () => {
    const { token } = logins[Math.floor(Math.random() * logins.length)]!
    const signed = client.authorize({ method: 'GET', url: url + path }, { key: token, secret: tokenSecret })
    return feedLine(path, `Authorization: ${client.toHeader(signed).Authorization}`)
  })
  const feed = await writeFeed(plan, 'get-signed', lines)
  return load({ url, feed, order: 'once', connections: plan.connections, seconds })
}
