import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTestServer, type TestServer, testPassword } from '../testing/server.ts'
import { networkOf } from './addresses.ts'

describe('networkOf', () => {
  test.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::', '2001:db8:1:2::/64'],
    ['2001:db8:1:3::1', '2001:db8:1:3::/64'],
    ['not an address', 'not an address'],
  ])('%s counts as %s', (address, network) => expect(networkOf(address)).toBe(network))
})

describe('an address', () => {
  let server: TestServer
  beforeEach(async () => {
    server = await startTestServer({
      failedLoginsPerMinute: 3,
      signUpsPerHour: 2,
      anonymousCallsPerHour: 5,
      trustedProxies: ['127.0.0.1'],
    })
  })
  afterEach(() => server.close())

  const login = (username: string, password: string, from: string) =>
    server.call('/my/logins/direct', {
      method: 'POST',
      headers: {
        DirectLogin: `username=${username},password=${password},consumer_key=test-consumer`,
        'X-Forwarded-For': from,
      },
    })
  const refusal = (text: string) => ({ code: 429, message: `OBP-10018: Too Many Requests. ${text}` })

  test('that failed to log in too often is refused, with whatever password; another is not', async () => {
    const { username } = await server.user()
    for (let guess = 0; guess < 3; guess++)
      expect((await login(`nobody.${guess}`, 'wrong', '192.0.2.1')).status).toBe(401)
    const refused = await login(username, testPassword, '192.0.2.1')
    expect(refused.body).toEqual(refusal('We only allow 3 failed logins per minute for anonymous access.'))
    expect(refused.status).toBe(429)
    const wait = Number(refused.headers.get('retry-after'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(60)
    expect((await login(username, testPassword, '192.0.2.2')).status).toBe(201)
  })

  test('may log in as often as it is right: an office shares one', async () => {
    const { username } = await server.user()
    const answers = await Promise.all(Array.from({ length: 12 }, () => login(username, testPassword, '192.0.2.3')))
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
  })

  test('may sign up so many users in an hour, good or bad, and not one more, also of many at once', async () => {
    const signUp = (number: number) =>
      server.call('/obp/v2.0.0/users', {
        body: {
          email: `new.${number}@example.com`,
          username: `new.user.${number}`,
          password: testPassword,
          first_name: 'New',
          last_name: 'User',
        },
      })
    const answers = await Promise.all([1, 2, 3, 4, 5].map(signUp))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 429, 429, 429])
    expect(answers.find(({ status }) => status === 429)!.body).toEqual(
      refusal('We only allow 2 sign-ups per hour for anonymous access.'),
    )
  })

  test('may call so often without a login in an hour; with one it may go on', async () => {
    const { token } = await server.user()
    const ask = (as?: string) => server.call('/obp/v4.0.0/banks', as ? { token: as } : {})
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask()))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    const spanish = await server.call('/obp/v4.0.0/banks?locale=es_ES')
    expect(spanish.body).toEqual({
      code: 429,
      message: 'OBP-10018: Demasiadas peticiones. Solo se permiten 5 peticiones por hora sin identificarse.',
    })
    expect((await ask(token)).status).toBe(200)
  })
})

test('X-Forwarded-For of somebody who is no trusted proxy changes nothing', async () => {
  const server = await startTestServer({ anonymousCallsPerHour: 2 })
  const statuses = []
  for (let call = 0; call < 3; call++)
    statuses.push(
      (await server.call('/obp/v4.0.0/banks', { headers: { 'X-Forwarded-For': `192.0.2.${call}` } })).status,
    )
  expect(statuses).toEqual([200, 200, 429])
  await server.close()
})

test('pages of the Explorer count as anonymous calls, together with those of the API', async () => {
  const server = await startTestServer({ anonymousCallsPerHour: 2, explorer: true })
  const statuses = []
  for (const path of ['/', '/operations/OBPv1.4.0-addCustomer?version=v1.4.0', '/guide', '/obp/v4.0.0/banks'])
    statuses.push((await server.call(path)).status)
  expect(statuses).toEqual([200, 200, 429, 429])
  await server.close()
})
