/** An identity provider for tests: its own keys, and a real key server over HTTP. */
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, type JWK, type JWTPayload, SignJWT } from 'jose'

/** What a test changes; undefined leaves it out. */
type Claims = Record<string, unknown>
type Header = Record<string, unknown>

export interface TestIssuer {
  issuer: string
  jwksUri: string
  /** how often its key server was asked */
  asked(): number
  /** the public keys that it publishes now */
  published(): JWK[]
  /** signs with the newest key: a token that is right, but for what is changed */
  token(claims?: Claims, header?: Header): Promise<string>
  /** signs with another key than those that are published */
  forge(claims?: Claims, header?: Header): Promise<string>
  /** replaces its keys by new ones */
  rotate(alg?: string): Promise<void>
  /** answers differently from now on; without an argument, with its keys again */
  answer(listener?: RequestListener): void
  close(): Promise<void>
}

export const audience = 'fichero-tests'

/** Claims of a token that is right; those that are undefined are left out. */
export const claimsOf = (issuer: string, claims: Claims = {}): JWTPayload => {
  const now = Math.floor(Date.now() / 1000)
  return { iss: issuer, aud: audience, sub: 'subject-1', azp: 'desk', iat: now, exp: now + 300, ...claims }
}

export async function startIssuer(issuer = 'https://identity.example.com', firstAlg = 'RS256'): Promise<TestIssuer> {
  let current: { kid: string; alg: string; privateKey: CryptoKey; publicKeys: JWK[] }
  let asked = 0
  let rotations = 0
  async function rotate(alg = firstAlg) {
    const kid = `key-${rotations++}`
    const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
    current = { kid, alg, privateKey, publicKeys: [{ ...(await exportJWK(publicKey)), kid, alg, use: 'sig' }] }
  }
  await rotate()
  const keys: RequestListener = (_request, response) =>
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify({ keys: current.publicKeys }))
  let listener = keys
  const server = createServer((request, response) => {
    asked++
    listener(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const sign = (claims: Claims, header: Header, key: CryptoKey) =>
    new SignJWT(claimsOf(issuer, claims))
      .setProtectedHeader({ alg: current.alg, kid: current.kid, ...header })
      .sign(key)
  return {
    issuer,
    jwksUri: `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`,
    asked: () => asked,
    published: () => current.publicKeys,
    token: (claims = {}, header = {}) => sign(claims, header, current.privateKey),
    forge: async (claims = {}, header = {}) => sign(claims, header, (await generateKeyPair(current.alg)).privateKey),
    rotate,
    answer: (other = keys) => {
      listener = other
    },
    async close() {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
