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
  ['a number', { password: 1234 }, { password: '' }],
  ['a list', { password: ['p', 1, true], a: ['b'] }, { password: ['', '', true], a: ['b'] }],
  ['a list of tokens', { tokens: ['t'] }, { tokens: [''] }],
  [
    'what is in a list',
    { secrets: [{ value: 's', of: { old: ['s'] } }] },
    { secrets: [{ value: '', of: { old: [''] } }] },
  ],
  ['a token', { token: 't', access_token: 't' }, { token: '', access_token: '' }],
])('%s is emptied', (_what, body, kept) => {
  expect(JSON.parse(textWithoutSecrets(JSON.stringify(body)))).toEqual(kept)
})

test.each([
  ['half typed', '{"username": "u", "password": "hunter2', '{"username": "u", "password":'],
  ['a comma too many', '{\n  "password": "hunter2",\n  "name": "n",\n}', '{\n  "password":\n  "name": "n",\n}'],
  ['a quote in it', '{"password": "hunter2"hunter2", "a": 1}', '{"password":'],
  ['the value on the next line', '{"consumer_secret":\n  "hunter2",\n}', '{"consumer_secret":\n}'],
  ['a list over lines', '{\n "password": [\n "hunter1",\n "hunter2"\n],\n}', '{\n "password":'],
  ['a list on the next line', '{"tokens":\n["hunter2",', '{"tokens":'],
  ['no colon', '{"access_token" "hunter2"}', '{"access_token"'],
  ['a form', 'username=u&password=hunter2', 'username=u&password='],
])('text that is no JSON keeps no secret: %s', (_what, text, kept) => {
  expect(textWithoutSecrets(text)).toBe(kept)
})

test.each(['{"legal_name":"a",  "token_id":"1"}', '{"legal_name": "a", "token_id": "1",', 'no JSON', ''])(
  '%j stays as it is',
  (text) => {
    expect(textWithoutSecrets(text)).toBe(text)
  },
)
