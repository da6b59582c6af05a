import { expect, test } from 'vitest'
import { headersWithoutSecrets, textWithoutSecrets } from './secrets.ts'

test('header lines that say who calls are left out', () => {
  const lines = 'X-Request-ID: a\nAuthorization: Bearer x\n directlogin : token=x\nCookie: a=b\nAccept: text/html'
  expect(headersWithoutSecrets(lines)).toBe('X-Request-ID: a\nAccept: text/html')
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
