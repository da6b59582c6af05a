/** The examples of RFC 5849 itself. */
import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { assertTimely, baseString, encode, isSignatureRight } from './signed-request.ts'

describe('RFC 5849', () => {
  test('3.4.1.1: the signature base string', () => {
    expect(
      baseString('post', 'HTTP://EXAMPLE.COM:80/request', [
        ...Object.entries({
          oauth_consumer_key: '9djdj82h48djs9d2',
          oauth_token: 'kkk9d7dh3k39sjv7',
          oauth_signature_method: 'HMAC-SHA1',
          oauth_timestamp: '137131201',
          oauth_nonce: '7d8f3e4a',
        }),
        ...new URLSearchParams('b5=%3D%253D&a3=a&c%40=&a2=r%20b'),
        ...new URLSearchParams('c2&a3=2+q'),
      ]),
    ).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    )
  })

  test.each([
    [
      'token request',
      'POST',
      'https://photos.example.net/token',
      '',
      {
        oauth_token: 'hh5s93j4hdidpola',
        oauth_timestamp: '137131201',
        oauth_nonce: 'walatlh',
        oauth_verifier: 'hfdp7dh39dks9884',
      },
      'hdhd0244k9j7ao03',
      'gKgrFCywp7rO0OXSjdot/IHF7IU=',
    ],
    [
      'protected resource',
      'GET',
      'http://photos.example.net/photos',
      'file=vacation.jpg&size=original',
      { oauth_token: 'nnch734d00sl2jdk', oauth_timestamp: '137131202', oauth_nonce: 'chapoH' },
      'pfkkdhi9sl3r4s00',
      'MdpQcU8iPSUjWoN/UDMsK2sui9I=',
    ],
  ])('1.2: the signature of the %s', (_name, method, url, query, own, tokenSecret, signature) => {
    const parameters = { oauth_consumer_key: 'dpf43f3p2l4k3l03', oauth_signature_method: 'HMAC-SHA1', ...own }
    const text = baseString(method, url, [...Object.entries(parameters), ...new URLSearchParams(query)])
    const keys = { consumerSecret: 'kd94hf93k423kf44', certificate: '', tokenSecret }
    expect(isSignatureRight(text, { ...parameters, oauth_signature: signature }, keys)).toBe(true)
    for (const wrong of [
      { ...keys, tokenSecret: 'x' },
      { ...keys, consumerSecret: 'x' },
    ])
      expect(isSignatureRight(text, { ...parameters, oauth_signature: signature }, wrong)).toBe(false)
    for (const other of ['', '=', signature.slice(1), 'A'.repeat(28), `${signature}x`, '%'])
      expect(isSignatureRight(text, { ...parameters, oauth_signature: other }, keys)).toBe(false)
  })

  test('3.6: percent encoding', () => {
    expect(encode("aZ09-._~ !*'()&=+%/é")).toBe('aZ09-._~%20%21%2A%27%28%29%26%3D%2B%25%2F%C3%A9')
  })
})

test('RSA-SHA256 is checked with the certificate of the consumer, and never passes without one', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const signature = createSign('sha256').update('text').sign(privateKey, 'base64')
  const parameters = { oauth_signature_method: 'RSA-SHA256', oauth_signature: signature }
  const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
  const check = (certificate: string, text = 'text') =>
    isSignatureRight(text, parameters, { consumerSecret: 's', certificate, tokenSecret: '' })
  expect(check(pem)).toBe(true)
  expect(check(pem, 'other')).toBe(false)
  expect(check('')).toBe(false)
  expect(check('no certificate')).toBe(false)
})

test('a timestamp may be 300 seconds off', () => {
  const at = (seconds: number) => () =>
    assertTimely({ oauth_timestamp: String(Math.floor(Date.now() / 1000) + seconds) })
  for (const near of [0, -299, 299]) expect(at(near)).not.toThrow()
  for (const far of [-302, 302, 86_400]) expect(at(far)).toThrow('is in and invalid time range')
  for (const wrong of ['', 'now', '1.5', '-1', '9'.repeat(16)])
    expect(() => assertTimely({ oauth_timestamp: wrong })).toThrow('is invalid')
})
