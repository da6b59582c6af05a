import type { RequestListener } from 'node:http'
import { errors } from 'jose'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startIssuer, type TestIssuer } from '../../testing/issuer.ts'
import { type RemoteKeysOptions, remoteKeys } from './remote-keys.ts'
import { KeyServerAway } from './trusted-issuer.ts'

let issuer: TestIssuer
let away: KeyServerAway[]
beforeEach(async () => {
  issuer = await startIssuer()
  away = []
})
afterEach(() => issuer.close())

const keysOf = (options: Partial<RemoteKeysOptions> = {}) => {
  const keys = remoteKeys(issuer.jwksUri, { onAway: (error) => away.push(error), ...options })
  return async (kid = issuer.published()[0]!.kid!) => keys({ alg: 'RS256', kid }, { payload: '', signature: '' })
}
const outcome = (found: Promise<unknown>) =>
  found.then(
    () => 'found',
    (error) => error.constructor,
  )

describe('the keys of an issuer', () => {
  test('are asked for once, however many want them', async () => {
    const find = keysOf()
    await Promise.all(Array.from({ length: 50 }, () => find()))
    await find()
    expect(issuer.asked()).toBe(1)
  })

  test('that are new are found at once', async () => {
    const find = keysOf()
    await find()
    await issuer.rotate()
    await find()
    expect(issuer.asked()).toBe(2)
  })

  test('count for a while only', async () => {
    const find = keysOf({ maxAge: 0 })
    const { kid } = issuer.published()[0]!
    await find(kid)
    await issuer.rotate()
    expect(await outcome(find(kid))).toBe(errors.JWKSNoMatchingKey)
  })

  test('invented names ask no more than a few times, and harm no others', async () => {
    const find = keysOf({ burst: 3, refillEvery: 3_600_000 })
    await find()
    for (let n = 0; n < 30; n++) expect(await outcome(find(`invented-${n}`))).toBe(errors.JWKSNoMatchingKey)
    expect(issuer.asked()).toBe(3)
    expect(await outcome(find())).toBe('found')
  })

  test('may be asked for again after a while', async () => {
    const find = keysOf({ burst: 1, refillEvery: 20 })
    await find()
    await issuer.rotate()
    await expect.poll(() => outcome(find())).toBe('found')
  })
})

describe('a key server counts as away', () => {
  const answers: Record<string, RequestListener> = {
    'when it answers 404': (_, response) => response.writeHead(404).end('{"keys":[]}'),
    'when it answers no JSON': (_, response) => response.end('<html>'),
    'when it answers no key set': (_, response) => response.end('{"keys":{}}'),
    'when its keys are no objects': (_, response) => response.end('{"keys":[null]}'),
    'when it answers null': (_, response) => response.end('null'),
    'when it breaks off': (_, response) => response.destroy(),
    'when it breaks off within the answer': (_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('{', () => response.destroy())
    },
    'when its answer is endless': (_, response) => {
      const more = () => {
        while (response.writable && response.write(' '.repeat(65_536)));
        response.once('drain', more)
      }
      more()
    },
    'when it sends elsewhere': (request, response) =>
      request.url === '/elsewhere'
        ? response.end(JSON.stringify({ keys: issuer.published() }))
        : response.writeHead(302, { Location: '/elsewhere' }).end(),
  }
  test.each(Object.entries(answers))('%s', async (_when, listener) => {
    issuer.answer(listener)
    expect(await outcome(keysOf()())).toBe(KeyServerAway)
    expect(away).toHaveLength(1)
    expect(issuer.asked()).toBe(1)
  })

  test('when it is late, before its answer or within it', async () => {
    for (const listener of [() => {}, (_, response) => response.write('{')] satisfies RequestListener[]) {
      issuer.answer(listener)
      expect(await outcome(keysOf({ timeout: 50 })())).toBe(KeyServerAway)
    }
  })

  test('when nobody listens', async () => {
    await issuer.close()
    expect(await outcome(keysOf()())).toBe(KeyServerAway)
    expect(away.map(({ message }) => message)).toEqual(['the key server is away: ECONNREFUSED'])
  })

  test('and the operator is told why, once for each question', async () => {
    issuer.answer((_, response) => response.writeHead(500).end())
    const find = keysOf({ burst: 2, refillEvery: 3_600_000 })
    for (let n = 0; n < 10; n++) await outcome(find())
    expect(away.map(({ message }) => message)).toEqual(Array(2).fill('the key server is away: it answers 500'))
  })

  test('until it is asked again; in between it is not waited for', async () => {
    issuer.answer((_, response) => response.writeHead(500).end())
    const find = keysOf({ burst: 2, refillEvery: 50 })
    for (let n = 0; n < 10; n++) expect(await outcome(find())).toBe(KeyServerAway)
    issuer.answer()
    await expect.poll(() => outcome(find())).toBe('found')
  })

  test('keys that were found before go on counting', async () => {
    const find = keysOf()
    await find()
    issuer.answer((_, response) => response.writeHead(500).end())
    expect(await outcome(find('unknown'))).toBe(KeyServerAway)
    expect(await outcome(find())).toBe('found')
  })
})
