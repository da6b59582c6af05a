import { describe, expect, test } from 'vitest'
import { readSettings } from '../../settings.ts'

const entry = { issuer: 'https://id.example.com', audience: 'obp', jwks_uri: 'https://id.example.com/keys' }
const read = (value: unknown, more: Record<string, string> = {}) =>
  readSettings({ TRUSTED_ISSUERS: typeof value === 'string' ? value : JSON.stringify(value), ...more })
const refusal = (value: unknown, more?: Record<string, string>): string => {
  try {
    read(value, more)
  } catch (error) {
    return (error as Error).message
  }
  return 'none'
}

describe('TRUSTED_ISSUERS', () => {
  test('is empty by default', () => {
    expect(readSettings({}).trustedIssuers).toEqual([])
  })

  test('takes issuers, and fills in what is usual', () => {
    const other = {
      issuer: 'https://second.example.com',
      audience: ['a', 'b'],
      jwks_uri: 'http://[::1]:8081/keys',
      user_claim: 'upn',
      consumer_claim: 'client_id',
      name: 'Second',
      scope: 'bank.read bank.write',
      acr: 'urn:two-factors',
    }
    expect(read([entry, other]).trustedIssuers).toEqual([
      {
        issuer: entry.issuer,
        audience: ['obp'],
        jwksUri: entry.jwks_uri,
        userClaim: 'sub',
        consumerClaim: 'azp',
        name: entry.issuer,
        scope: [],
        acr: [],
      },
      {
        issuer: other.issuer,
        audience: ['a', 'b'],
        jwksUri: other.jwks_uri,
        userClaim: 'upn',
        consumerClaim: 'client_id',
        name: 'Second',
        scope: ['bank.read', 'bank.write'],
        acr: ['urn:two-factors'],
      },
    ])
  })

  const list = 'a JSON list of objects with issuer, audience and jwks_uri.'
  const first = (sentence: string) => `a JSON list of issuers: in entry 1 ${sentence}.`
  const uri = first('jwks_uri must be a URL that starts with https:// (http:// for this machine only)')
  test.each<[unknown, string]>([
    ['{', list],
    [{}, list],
    ['null', list],
    [[7], first('there is no object')],
    [[[]], first('there is no object')],
    [[{ ...entry, jwksUri: 'x' }], first('there is the unknown key "jwksUri"')],
    [[{ ...entry, issuer: '' }], first('issuer must be a text of 1 to 512 characters')],
    [[{ ...entry, issuer: undefined }], first('issuer must be a text of 1 to 512 characters')],
    [[{ ...entry, issuer: 'a\0' }], first('issuer must be a text of 1 to 512 characters')],
    [[{ ...entry, issuer: 'gateway' }], first('issuer must not be the name of another way in')],
    [[{ ...entry, issuer: 'dauth.net' }], first('issuer must not be the name of another way in')],
    [[{ ...entry, audience: undefined }], first('audience must be a text or a list of texts')],
    [[{ ...entry, audience: [] }], first('audience must be a text or a list of texts')],
    [[{ ...entry, audience: ['a', 7] }], first('audience must be a text or a list of texts')],
    [[{ ...entry, jwks_uri: undefined }], uri],
    [[{ ...entry, jwks_uri: '/keys' }], uri],
    [[{ ...entry, jwks_uri: 'http://id.example.com/keys' }], uri],
    [[{ ...entry, jwks_uri: 'http://127.0.0.1.example.com/keys' }], uri],
    [[{ ...entry, jwks_uri: 'https://user:word@id.example.com/keys' }], uri],
    [[{ ...entry, jwks_uri: 'file:///etc/keys' }], uri],
    [[{ ...entry, user_claim: '' }], first('user_claim must be a text')],
    [[{ ...entry, consumer_claim: 7 }], first('consumer_claim must be a text')],
    [[{ ...entry, name: 'x'.repeat(51) }], first('name must be a text of 1 to 50 characters')],
    ...['', 'a  b', ' a', 'a"b', 7, ['a']].map((scope): [unknown, string] => [
      [{ ...entry, scope }],
      first('scope must be a text: scopes with a blank between them'),
    ]),
    [[{ ...entry, acr: '' }], first('acr must be a text or a list of texts')],
    [[{ ...entry, acr: [] }], first('acr must be a text or a list of texts')],
    [[{ ...entry, acr: ['a', 7] }], first('acr must be a text or a list of texts')],
    [[entry, entry], 'a JSON list of issuers: entry 2 has the issuer of an earlier one.'],
  ])('%j stops the start', (value, sentence) => {
    expect(refusal(value)).toBe(`TRUSTED_ISSUERS must be ${sentence}`)
  })

  test('must not speak for the users of this server', () => {
    const message =
      'TRUSTED_ISSUERS must not name the provider of the users who sign up here (LOCAL_IDENTITY_PROVIDER).'
    expect(refusal([{ ...entry, issuer: 'fichero' }])).toBe(message)
    expect(refusal([entry], { LOCAL_IDENTITY_PROVIDER: 'HTTPS://id.example.com' })).toBe(message)
  })
})

describe('Gateway Login', () => {
  const secret = 'x'.repeat(32)
  test('takes a secret and addresses, or neither', () => {
    expect(refusal([], { GATEWAY_LOGIN_SECRET: secret, GATEWAY_LOGIN_ADDRESSES: '10.0.0.1, 10.1.0.0/16' })).toBe('none')
    const together = 'GATEWAY_LOGIN_SECRET and GATEWAY_LOGIN_ADDRESSES must be set together, or neither.'
    expect(refusal([], { GATEWAY_LOGIN_SECRET: secret })).toBe(together)
    expect(refusal([], { GATEWAY_LOGIN_ADDRESSES: '10.0.0.1' })).toBe(together)
  })

  test('a short secret stops the start and is not repeated, and so do addresses that are none', () => {
    expect(refusal([], { GATEWAY_LOGIN_SECRET: 'short' })).toBe('GATEWAY_LOGIN_SECRET must be at least 32 bytes.')
    expect(refusal([], { GATEWAY_LOGIN_ADDRESSES: 'localhost' })).toBe(
      'GATEWAY_LOGIN_ADDRESSES must be a comma-separated list of addresses such as 192.0.2.7 and networks such as 192.0.2.0/24.',
    )
  })

  test('the users who sign up here are not those of the gateway', () => {
    expect(refusal([], { LOCAL_IDENTITY_PROVIDER: 'gateway' })).toBe(
      'LOCAL_IDENTITY_PROVIDER must not be Gateway, which is the provider of the users who come by Gateway Login.',
    )
  })
})
