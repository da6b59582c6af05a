import { expect, test } from 'vitest'
import { headersMasked, headersWithoutSecrets, textWithoutSecrets } from './secrets.ts'

test('header lines that say who calls are left out', () => {
  const lines =
    'X-Request-ID: token\nAuthorization: Bearer x\n directlogin : token=x\nCookie: a=b\nX-Api-Key: x\nAccept: text/html'
  expect(headersWithoutSecrets(lines)).toBe('X-Request-ID: token\nAccept: text/html')
})

test('headers are shown without what they keep secret', () => {
  const headers = { Authorization: 'Bearer abc', DirectLogin: 'token=abc', 'X-Api-Key': 'a b c', 'X-Request-ID': 'a' }
  expect(Object.fromEntries(headersMasked(new Headers(headers)))).toEqual({
    authorization: 'Bearer ••••',
    directlogin: '••••',
    'x-api-key': '••••',
    'x-request-id': 'a',
  })
})

test.each([
  ['a password', { username: 'u', password: 'p' }, { username: 'u', password: '' }],
  ['a secret, deep down', { a: [{ consumer_secret: 's' }] }, { a: [{ consumer_secret: '' }] }],
  ['a token', { token: 't', access_token: 't' }, { token: '', access_token: '' }],
])('%s is emptied', (_what, body, kept) => {
  expect(JSON.parse(textWithoutSecrets(JSON.stringify(body)))).toEqual(kept)
})

test.each(['{"legal_name":"a",  "token_id":"1"}', 'no JSON', ''])('%j stays as it is', (text) => {
  expect(textWithoutSecrets(text)).toBe(text)
})
