import { generateKeyPair, SignJWT } from 'jose'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { Refusal } from '../../protocol/errors.ts'
import type { TrustedIssuer } from './trusted-issuer.ts'
import { verifier } from './verify.ts'

afterEach(() => {
  vi.useRealTimers()
})

let pairs: Awaited<ReturnType<typeof generateKeyPair>>[]
let current: CryptoKey
beforeAll(async () => {
  pairs = [await generateKeyPair('RS256'), await generateKeyPair('RS256')]
})

const issuer: TrustedIssuer = {
  issuer: 'https://identity.example.com',
  audience: ['tests'],
  algorithms: ['RS256'],
  keys: async () => current,
  userClaim: 'sub',
  scope: [],
  acr: [],
  consumerClaim: 'azp',
  provider: 'https://identity.example.com',
}
const token = (seconds: number) =>
  new SignJWT({})
    .setProtectedHeader({ alg: 'RS256' })
    .setIssuer(issuer.issuer)
    .setAudience('tests')
    .setSubject('somebody')
    .setExpirationTime(Math.floor(Date.now() / 1000) + seconds)
    .sign(pairs[0]!.privateKey)
const refused = (verifying: Promise<unknown>) =>
  expect(verifying).rejects.toSatisfy((error) => error instanceof Refusal && error.entry.code === 'OBP-20206')

test('a token that was verified before is refused once its issuer has another key, and taken again with the old one', async () => {
  const verify = verifier()
  const sent = await token(300)
  current = pairs[0]!.publicKey
  for (let time = 0; time < 2; time++) expect(await verify(sent, issuer)).toMatchObject({ sub: 'somebody' })
  current = pairs[1]!.publicKey
  await refused(verify(sent, issuer))
  current = pairs[0]!.publicKey
  expect(await verify(sent, issuer)).toMatchObject({ sub: 'somebody' })
})

test('a token that was verified before is refused once it has expired, half a minute late at most', async () => {
  const verify = verifier()
  const sent = await token(60)
  current = pairs[0]!.publicKey
  expect(await verify(sent, issuer)).toMatchObject({ sub: 'somebody' })
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 85_000 })
  expect(await verify(sent, issuer)).toMatchObject({ sub: 'somebody' })
  vi.setSystemTime(Date.now() + 10_000)
  await refused(verify(sent, issuer))
})
