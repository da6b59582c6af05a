import { request } from 'node:http'
import { decodeJwt, generateKeyPair, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressList } from '../../address-list.ts'
import { auditOf } from '../../testing/audit.ts'
import { type Answer, origin, startTestServer, type TestServer } from '../../testing/server.ts'

const secret = 'a secret of more than thirty-two bytes'
let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ gatewayLoginSecret: secret, gatewayLoginAddresses: addressList(['127.0.0.1'])! })
})
afterAll(() => server.close())

let names = 0
const newName = () => `gateway.user.${names++}`
const claimsOf = (change: Record<string, unknown> = {}) => ({
  login_user_name: 'gateway.user',
  is_first: true,
  app_id: 'gateway-app',
  app_name: 'Branch desk',
  time_stamp: '2026-06-28T21:00:45Z',
  cbs_token: '',
  cbs_id: 'core-1',
  session_id: '123456789',
  ...change,
})
const sign = (change: Record<string, unknown> = {}, key = secret, alg = 'HS256') =>
  new SignJWT(claimsOf(change)).setProtectedHeader({ alg }).sign(new TextEncoder().encode(key))
const me = (authorization: string, at: TestServer = server): Promise<Answer> =>
  at.call('/obp/v3.0.0/users/current', { headers: { Authorization: authorization } })
const by = (token: string) => me(`GatewayLogin token="${token}"`)
const refusal = async (answer: Promise<Answer>): Promise<[number, string]> => {
  const { status, body, headers } = await answer
  expect(headers.get('gatewaylogin')).toBeNull()
  return [status, body.message]
}
const rows = async (text: string, ...values: unknown[]) => (await server.storage.pool.query(text, values)).rows

describe('a token that the gateway signed', () => {
  test('is a way in; its user and consumer are those of the gateway', async () => {
    const login_user_name = newName()
    const answer = await by(await sign({ login_user_name }))
    expect(answer.status, answer.text).toBe(200)
    expect(answer.body).toMatchObject({ provider: 'Gateway', username: login_user_name })
    expect(await auditOf(server, 'app_user', answer.body.user_id)).toMatchObject([
      { operation_id: 'OBPv3.0.0-getCurrentUser', correlation_id: answer.headers.get('correlation-id') },
    ])
    expect(
      await rows(
        `select app_name, is_active from consumer join provider_consumer using (consumer_id) where client_id = 'gateway-app'`,
      ),
    ).toEqual([{ app_name: 'Branch desk (Gateway)', is_active: true }])
  })

  test('is answered with one for the next call', async () => {
    const login_user_name = newName()
    const first = await by(await sign({ login_user_name, session_id: 's-1', secret_extra: 'not repeated' }))
    const next = first.headers.get('gatewaylogin')!
    expect(decodeJwt(next)).toEqual({
      login_user_name,
      is_first: false,
      app_id: 'gateway-app',
      app_name: 'Branch desk',
      time_stamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      cbs_token: '',
      cbs_id: 'core-1',
      session_id: 's-1',
      iat: expect.any(Number),
      exp: expect.any(Number),
    })
    const second = await by(next)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('gatewaylogin')).toBeTruthy()
  })

  test('is answered so also where the call itself is refused', async () => {
    const headers = { Authorization: `GatewayLogin token="${await sign()}"` }
    const answer = await server.call('/obp/v3.1.0/management/consumers', { headers })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('gatewaylogin')).toBeTruthy()
  })

  test.each(['GatewayLogin token="T"', 'GatewayLogin token=T', 'GatewayLogin  token = "T"'])(
    'in the form %s',
    async (form) => {
      expect((await me(form.replace('T', await sign()))).status).toBe(200)
    },
  )

  test('without is_first finds who is there, and creates nobody', async () => {
    const login_user_name = newName()
    const unknown = 'OBP-20043: User cannot be found. Please initiate CBS communication in order to create it.'
    for (const is_first of [false, 'false', undefined])
      expect(await refusal(by(await sign({ login_user_name, is_first })))).toEqual([401, unknown])
    expect(await rows('select from app_user where username = $1', login_user_name)).toEqual([])
    const first = await by(await sign({ login_user_name, is_first: 'true' }))
    expect((await by(await sign({ login_user_name, is_first: false }))).body).toEqual(first.body)
  })

  test('of fifty first calls at once makes one user and one consumer', async () => {
    const token = await sign({ login_user_name: newName(), app_id: 'fifty', app_name: 'Fifty' })
    const answers = await Promise.all(Array.from({ length: 50 }, () => by(token)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.user_id}`)).size).toBe(1)
    expect(await rows(`select from consumer where app_name = 'Fifty (Gateway)'`)).toHaveLength(1)
  })

  test('is not a local user of the same name', async () => {
    const { userId, username } = await server.user()
    expect((await by(await sign({ login_user_name: username }))).body.user_id).not.toBe(userId)
  })
})

describe('401', () => {
  test('OBP-20028 without a token, or without the names in it', async () => {
    const text = 'OBP-20028: These GatewayLogin parameters are missing:'
    for (const header of ['GatewayLogin', 'GatewayLogin token', 'GatewayLogin token=""', 'GatewayLogin other="x"'])
      expect(await refusal(me(header))).toEqual([401, `${text} token`])
    const cases: [Record<string, unknown>, string][] = [
      [{ login_user_name: undefined }, 'login_user_name'],
      [{ login_user_name: '' }, 'login_user_name'],
      [{ login_user_name: 7, app_id: null }, 'login_user_name, app_id'],
      [{ login_user_name: 'x'.repeat(256) }, 'login_user_name'],
      [{ app_id: 'a\0b' }, 'app_id'],
    ]
    for (const [change, missing] of cases)
      expect(await refusal(by(await sign(change)))).toEqual([401, `${text} ${missing}`])
  })

  test.each(['x', 'a.b.c', `${'x'.repeat(9000)}`])('OBP-20041 for %j', async (token) => {
    expect(await refusal(by(token))).toEqual([
      401,
      'OBP-20041: Header, Payload and Signature cannot be extracted from the JWT.',
    ])
  })

  test('OBP-20040 for another secret or algorithm, an expired token, and one that is not signed', async () => {
    const text = 'OBP-20040: The Gateway login JWT is corrupted/changed during a transport.'
    const { privateKey } = await generateKeyPair('RS256')
    const [header, payload, signature] = (await sign()).split('.')
    const none = Buffer.from('{"alg":"none"}').toString('base64url')
    const changed = Buffer.from(JSON.stringify(claimsOf({ login_user_name: 'admin' }))).toString('base64url')
    for (const token of [
      await sign({}, 'another secret of more than 32 bytes'),
      await sign({}, 'a secret of more than 64 bytes, as HS512 would have it for its own hash', 'HS512'),
      await sign({}, secret.repeat(2), 'HS512'),
      await new SignJWT(claimsOf()).setProtectedHeader({ alg: 'RS256' }).sign(privateKey),
      `${header}.${changed}.${signature}`,
      `${header}.${payload}.`,
      `${none}.${payload}.`,
    ])
      expect(await refusal(by(token))).toEqual([401, text])
    const exp = Math.floor(Date.now() / 1000) - 60
    expect(await refusal(by(await sign({ exp })))).toEqual([401, `${text} It has expired.`])
  })

  test('OBP-20009 when its consumer is disabled, OBP-20064 when its user was deleted', async () => {
    const [login_user_name, app_id] = [newName(), 'to-be-disabled']
    const token = await sign({ login_user_name, app_id })
    await by(token)
    const [{ consumer_id }] = await rows('select consumer_id from provider_consumer where client_id = $1', app_id)
    await server.services.consumers.setActive(origin, consumer_id, false)
    expect((await refusal(by(token)))[1]).toMatch(/^OBP-20009: /)
    await server.services.consumers.setActive(origin, consumer_id, true)
    await rows('update app_user set deleted_at = now() where username = $1', login_user_name)
    expect((await refusal(by(token)))[1]).toMatch(/^OBP-20064: /)
  })

  test('OBP-20031 from another address, whatever the headers say', async () => {
    const far = await startTestServer({
      gatewayLoginSecret: secret,
      gatewayLoginAddresses: addressList(['192.0.2.0/24'])!,
    })
    const headers = {
      Authorization: `GatewayLogin token="${await sign()}"`,
      'X-Forwarded-For': '192.0.2.7',
      Forwarded: 'for=192.0.2.7',
      'X-Real-IP': '192.0.2.7',
    }
    const answer = await far.call('/obp/v3.0.0/users/current', { headers })
    await far.close()
    expect([answer.status, answer.body.message]).toEqual([
      401,
      'OBP-20031: Gateway login can be done only from allowed addresses.',
    ])
  })

  test('only the listed address of this machine is let in', async () => {
    const { port } = new URL(server.url)
    const headers = { authorization: `GatewayLogin token="${await sign()}"` }
    const from = (localAddress: string) =>
      new Promise<number | undefined>((resolve, reject) =>
        request({ port, host: '127.0.0.1', localAddress, headers, path: '/obp/v3.0.0/users/current' }, (response) => {
          response.resume()
          resolve(response.statusCode)
        })
          .on('error', reject)
          .end(),
      )
    expect([await from('127.0.0.1'), await from('127.0.0.2')]).toEqual([200, 401])
  })

  test('OBP-20080 where Gateway Login is off, as it is by default', async () => {
    const off = await startTestServer()
    const { status, body } = await me(`GatewayLogin token="${await sign()}"`, off)
    await off.close()
    expect([status, body.message]).toEqual([401, expect.stringMatching(/^OBP-20080: /)])
  })
})
