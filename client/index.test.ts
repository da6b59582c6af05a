import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, expectTypeOf, onTestFinished, test } from 'vitest'
import { hashPassword } from '../server/authentication/passwords/passwords.ts'
import { exampleNewCustomerV140 } from '../server/operations/customer/customer-v140.ts'
import { readSettings } from '../server/settings.ts'
import { audience, startIssuer, type TestIssuer } from '../server/testing/issuer.ts'
import { startTestServer, type TestServer, testPassword } from '../server/testing/server.ts'
import {
  type AnswerOf,
  Bearer,
  type BodyOf,
  type CodeOf,
  connect,
  DirectLogin,
  type Fichero,
  NotJson,
  ObpError,
  type Operation,
  type QueryOf,
  refusalOf,
  Unreachable,
} from './index.ts'
import * as v140 from './operations/v1.4.0.ts'
import * as v300 from './operations/v3.0.0.ts'
import * as v400 from './operations/v4.0.0.ts'
import * as v600 from './operations/v6.0.0.ts'

const path = { BANK_ID: 'gh.29.uk' }
const { user_id: _, ...ownCustomer } = exampleNewCustomerV140

let issuer: TestIssuer
let server: TestServer
beforeAll(async () => {
  issuer = await startIssuer()
  const trusted = JSON.stringify([{ issuer: issuer.issuer, audience, jwks_uri: issuer.jwksUri }])
  server = await startTestServer({ trustedIssuers: readSettings({ TRUSTED_ISSUERS: trusted }).trustedIssuers })
  await server.bank('gh.29.uk')
})
afterAll(async () => {
  await server.close()
  await issuer.close()
})

/** A client of somebody who may add customers. */
async function clerk(): Promise<Fichero> {
  const { token } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
  return connect({ url: server.url, credentials: () => DirectLogin(token) })
}

/** A server that answers in its own way; gives its URL. */
async function otherServer(listener: RequestListener): Promise<string> {
  const other = createServer(listener)
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    other.closeAllConnections()
    other.close()
  })
  return `http://127.0.0.1:${(other.address() as AddressInfo).port}`
}

const failureOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    (answer) => expect.fail(`it answered ${JSON.stringify(answer)}`),
    (error: unknown) => error,
  )

describe('logIn', () => {
  test('gives a token that calls', async () => {
    const { username, userId } = await server.user()
    const fichero = connect({ url: `${server.url}/` })
    const token = await fichero.logIn({ username, password: testPassword, consumerKey: 'test-consumer' })
    const user = await connect({ url: server.url, credentials: () => DirectLogin(token) }).call(v300.getCurrentUser)
    expect(user).toMatchObject({ user_id: userId, username })
  })

  test.each([
    ['a wrong password', 'Wrong-horse-1', 401, 'OBP-20004'],
    ['a password with commas and quotes', '"Wrong, horse" 1"', 401, 'OBP-20004'],
    ['characters that no header carries', 'Pässwörd-€\n1', 400, null],
  ])('%s is refused by the server', async (_what, password, status, code) => {
    const { username } = await server.user()
    const error = await failureOf(
      connect({ url: server.url }).logIn({ username, password, consumerKey: 'test-consumer' }),
    )
    expect(error).toBeInstanceOf(ObpError)
    expect(error).toMatchObject({ status, ...(code && { code }) })
    expect((error as Error).message).not.toContain(password)
  })

  test.each(['null', '{}', '<h1>Welcome</h1>'])('%s instead of a token is NotJson', async (text) => {
    const url = await otherServer((_request, response) => response.end(text))
    const login = { username: 'a', password: 'b', consumerKey: 'c' }
    expect(await failureOf(connect({ url }).logIn(login))).toBeInstanceOf(NotJson)
  })

  test('takes a password whose characters stand for something in the header', async () => {
    const { username, userId } = await server.user()
    const password = '"a, b" = c,"'
    await server.storage.db
      .updateTable('app_user')
      .set({ password_hash: await hashPassword(password) })
      .where('user_id', '=', userId)
      .execute()
    const token = await connect({ url: server.url }).logIn({ username, password, consumerKey: 'test-consumer' })
    expect(token).toMatch(/^ey/)
  })
})

describe('call', () => {
  test('gives the typed answer', async () => {
    const fichero = await clerk()
    const body = { ...ownCustomer, customer_number: 'C-1' }
    const customer = await fichero.call(v140.addCustomer, { path, body })
    expectTypeOf(customer.dob_of_dependants).toEqualTypeOf<string[]>()
    expect(customer).toMatchObject({ customer_number: 'C-1', kyc_status: true })
    expect(await fichero.call(v140.getCustomer, { path })).toEqual(customer)
  })

  test('needs no input where the operation needs none', async () => {
    const { banks } = await connect({ url: server.url }).call(v400.getBanks)
    expect(banks.map(({ id }) => id)).toEqual(['gh.29.uk'])
  })

  test('gives undefined where a success has no body', async () => {
    const { token } = await server.user()
    const fichero = connect({ url: server.url, credentials: () => DirectLogin(token) })
    const made = await fichero.call(v600.createMyApiCollection, {
      body: { api_collection_name: 'mine', is_sharable: false, description: '' },
    })
    const gone: undefined = await fichero.call(v600.deleteMyApiCollection, {
      path: { API_COLLECTION_ID: made.api_collection_id },
    })
    expect(gone).toBeUndefined()
    expect((await fichero.call(v600.getMyApiCollections)).api_collections).toEqual([])
  })

  test('gives the text of an answer that is no JSON', async () => {
    const input = { path: { API_VERSION: 'v6.0.0' } }
    const text: string = await connect({ url: server.url }).call(v600.getResourceDocsOpenAPI31YAML, input)
    expect(text).toMatch(/^openapi: /)
    const url = await otherServer((_request, response) =>
      response.writeHead(200, { 'Content-Type': 'text/html' }).end('<h1>Log in to the hotel</h1>'),
    )
    const error = await failureOf(connect({ url }).call(v600.getResourceDocsOpenAPI31YAML, input))
    expect(error).toBeInstanceOf(NotJson)
  })

  test('passes a bearer token on', async () => {
    const token = await issuer.token({ sub: 'of-a-client' })
    const fichero = connect({ url: server.url, credentials: async () => Bearer(token) })
    expect(await fichero.call(v300.getCurrentUser)).toMatchObject({ provider: issuer.issuer })
  })

  test('asks for credentials before every call', async () => {
    const users = [await server.user(), await server.user()]
    let calls = 0
    const fichero = connect({ url: server.url, credentials: () => DirectLogin(users[calls++]!.token) })
    for (const { userId } of users) expect((await fichero.call(v300.getCurrentUser)).user_id).toBe(userId)
  })

  test('fails as the credentials fail', async () => {
    const failure = new Error('the token cannot be renewed')
    const fichero = connect({ url: server.url, credentials: () => Promise.reject(failure) })
    expect(await failureOf(fichero.call(v300.getCurrentUser))).toBe(failure)
  })

  test('pages by its query, whose undefined values are left out', async () => {
    const { token } = await server.user({ '': ['CanGetAnyUser'] })
    await server.user()
    const fichero = connect({ url: server.url, credentials: () => DirectLogin(token) })
    const ids = async (query: { limit?: number; offset?: number }) =>
      (await fichero.call(v400.getUsers, { query: { ...query, locked_status: undefined } })).users.map(
        ({ user_id }) => user_id,
      )
    const all = await ids({})
    expect(all.length).toBeGreaterThan(2)
    expect(await ids({ limit: 1 })).toEqual(all.slice(0, 1))
    expect(await ids({ limit: 1, offset: 1 })).toEqual(all.slice(1, 2))
  })

  test('sends each of several values of one name', async () => {
    const fichero = connect({ url: server.url })
    const banks = { verb: 'GET', path: '/obp/v4.0.0/banks' } as const
    expect((await fichero.send(banks, { query: { a: ['1'] } })).status).toBe(200)
    expect(await failureOf(fichero.call(banks, { query: { a: ['1', '2'] } }))).toMatchObject({ code: 'OBP-09016' })
  })

  test('filters by what the operation knows, and by nothing else', async () => {
    const { token } = await server.user({ '': ['CanGetAnyUser'] })
    const other = await server.user()
    const fichero = connect({ url: server.url, credentials: () => DirectLogin(token) })
    const query: QueryOf<typeof v600.getUsers> = { username: other.username, is_deleted: false, sort_by: 'username' }
    const { users } = await fichero.call(v600.getUsers, { query })
    expect(users.map(({ user_id }) => user_id)).toEqual([other.userId])
    // @ts-expect-error: no such parameter
    await fichero.call(v600.getUsers, { query: { nickname: 'x' } })
    // @ts-expect-error: none but the language
    await fichero.call(v400.getBanks, { query: { limit: 1 } })
    // @ts-expect-error: no such order
    const refused = fichero.call(v600.getUsers, { query: { sort_by: 'age' } })
    expect(await failureOf(refused)).toMatchObject({ code: 'OBP-10016' })
  })

  test('speaks the language of the client, or of the call', async () => {
    const spanish = connect({ url: server.url, locale: 'es_ES' })
    expect(await failureOf(spanish.call(v140.getCustomer, { path }))).toMatchObject({
      message: expect.stringMatching(/^OBP-20001: El usuario no/),
    })
    expect(await failureOf(spanish.call(v140.getCustomer, { path, query: { locale: 'en_GB' } }))).toMatchObject({
      message: expect.stringMatching(/^OBP-20001: User not/),
    })
  })

  test('sends headers, which come before its own', async () => {
    const { token, userId } = await server.user()
    const fichero = connect({ url: server.url, credentials: () => DirectLogin('wrong') })
    const headers = { directlogin: `token=${token}`, 'X-Request-ID': 'chosen-1', Nothing: undefined }
    const { ok, json, correlationId } = await fichero.send(v300.getCurrentUser, { headers })
    expect({ ok, json, correlationId }).toMatchObject({
      ok: true,
      json: { user_id: userId },
      correlationId: 'chosen-1',
    })
  })
})

describe('a refusal', () => {
  test('is an ObpError with status, code, message and correlation id', async () => {
    const body = { ...ownCustomer, customer_number: 'C-2' }
    await (await clerk()).call(v140.addCustomer, { path, body })
    const error = await failureOf((await clerk()).call(v140.addCustomer, { path, body }))
    expect(error).toBeInstanceOf(ObpError)
    expect(error).toMatchObject({
      name: 'ObpError',
      status: 400,
      code: 'OBP-30006',
      message: expect.stringMatching(/^OBP-30006: /),
      correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    const refusal = refusalOf(v140.addCustomer, error)!
    expect(refusal.code === 'OBP-30006').toBe(true)
    // @ts-expect-error: a code that the operation does not document
    expect(refusal.code === 'OBP-30060').toBe(false)
    expect(refusalOf(v140.addCustomer, new Error('another'))).toBeNull()
  })

  test('has no code where OBP documents none', async () => {
    const body = { ...ownCustomer, user_id: {} as unknown as string }
    const error = await failureOf((await clerk()).call(v140.addCustomer, { path, body }))
    expect(error).toMatchObject({ status: 400, code: null, message: expect.stringMatching(/^Problem getting user_id/) })
  })
})

describe('send', () => {
  test('gives all of a success', async () => {
    const answer = await connect({ url: server.url }).send(v140.getBanks)
    expect(answer).toMatchObject({ ok: true, status: 200 })
    if (answer.ok) expectTypeOf(answer.json).toEqualTypeOf<AnswerOf<typeof v140.getBanks> | undefined>()
    expect(answer.json).toEqual(JSON.parse(answer.text))
    expect(answer.size).toBe(Buffer.byteLength(answer.text))
    expect(answer.duration).toBeGreaterThan(0)
    expect(answer.headers.get('Correlation-Id')).toBe(answer.correlationId)
  })

  test('gives a refusal without throwing', async () => {
    const answer = await connect({ url: server.url }).send(v140.getCustomer, { path })
    expect(answer).toMatchObject({ ok: false, status: 401, json: { code: 401 } })
  })

  test('sends a text as it is', async () => {
    const answer = await (await clerk()).send(v140.addCustomer, { path, text: '{"half":' })
    expect(answer).toMatchObject({ ok: false, status: 400, json: { message: expect.stringMatching(/^OBP-10001/) } })
  })

  test('calls an operation that was not generated', async () => {
    const operation: Operation = { verb: 'GET', path: '/obp/v4.0.0/banks/BANK_ID' }
    const { json } = await connect({ url: server.url }).send(operation, { path })
    expect(json.id).toBe('gh.29.uk')
  })
})

describe('no answer of the API', () => {
  test('a call that is given up fails with the reason of its signal, whenever that is', async () => {
    const arrived = Promise.withResolvers<void>()
    const url = await otherServer((_request, response) => {
      // a body that never ends
      response.write('{')
      arrived.resolve()
    })
    const fichero = connect({ url })
    const controller = new AbortController()
    const reason = new Error('the person went to another page')
    const failure = failureOf(fichero.call(v140.getBanks, { signal: controller.signal }))
    await arrived.promise
    controller.abort(reason)
    expect(await failure).toBe(reason)
    expect(await failureOf(fichero.call(v140.getBanks, { signal: controller.signal }))).toBe(reason)
    expect(await failureOf(fichero.send(v140.getBanks, { signal: AbortSignal.timeout(50) }))).toMatchObject({
      name: 'TimeoutError',
    })
  })

  test('a call that is given up while its credentials are fetched is not sent', async () => {
    let sent = 0
    const url = await otherServer((_request, response) => {
      sent++
      response.end('{}')
    })
    const controller = new AbortController()
    const credentials = () => {
      controller.abort()
      return undefined
    }
    const call = connect({ url, credentials }).call(v140.getBanks, { signal: controller.signal })
    expect(await failureOf(call)).toMatchObject({ name: 'AbortError' })
    expect(sent).toBe(0)
  })

  test.each([
    [502, '<h1>Bad gateway</h1>'],
    [200, '<h1>Log in to the hotel</h1>'],
    [404, '{"error":"not OBP"}'],
    [500, ''],
  ])('%s with %j is NotJson', async (status, text) => {
    const url = await otherServer((_request, response) => response.writeHead(status).end(text))
    const error = await failureOf(connect({ url }).call(v140.getBanks))
    expect(error).toBeInstanceOf(NotJson)
    expect(error).toMatchObject({ status, text, correlationId: null })
    expect(await connect({ url }).send(v140.getBanks)).toMatchObject({ ok: status < 300, status, text })
  })

  test('a port where nothing listens is Unreachable, with its cause', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const error = await failureOf(connect({ url: `http://127.0.0.1:${port}` }).send(v140.getBanks))
    expect(error).toBeInstanceOf(Unreachable)
    expect((error as Error).cause).toBeInstanceOf(TypeError)
  })

  test('a redirect is not followed, for it could take the credentials elsewhere', async () => {
    let seen = 0
    const elsewhere = await otherServer((_request, response) => {
      seen++
      response.end('{}')
    })
    const url = await otherServer((_request, response) => response.writeHead(307, { Location: elsewhere }).end())
    const fichero = connect({ url, credentials: () => DirectLogin('secret') })
    expect(await failureOf(fichero.call(v140.getBanks))).toBeInstanceOf(Unreachable)
    expect(seen).toBe(0)
  })
})

describe('a path', () => {
  test('carries every value', async () => {
    const bankId = 'a/b ?#%ñ'
    const { status, json } = await connect({ url: server.url }).send(v400.getBank, { path: { BANK_ID: bankId } })
    expect({ status, json }).toMatchObject({ status: 404, json: { message: expect.stringMatching(/^OBP-30001/) } })
    let called = ''
    const url = await otherServer((request, response) => {
      called = request.url!
      response.end('{}')
    })
    await connect({ url }).send(v400.getBank, { path: { BANK_ID: bankId } })
    expect(decodeURIComponent(called)).toBe(`/obp/v4.0.0/banks/${bankId}`)
    expect(called.split('/')).toHaveLength(5)
  })

  test.each(['.', '..', ''])('does not become another one by %j', async (BANK_ID) => {
    const fichero = connect({ url: server.url })
    expect(await failureOf(fichero.send(v400.getBank, { path: { BANK_ID } }))).toBeInstanceOf(TypeError)
  })
})

test('in a browser, without a URL, the server of the page is called, without cookies', async () => {
  const calls: [unknown, RequestInit | undefined][] = []
  const recording: typeof fetch = async (target, init) => {
    calls.push([target, init])
    return Response.json({ banks: [] })
  }
  await connect({ url: '', fetch: recording }).call(v140.getBanks)
  expect(calls).toMatchObject([['/obp/v1.4.0/banks', { method: 'GET', credentials: 'omit' }]])
})

test('what is wrong does not compile', () => {
  // what the reference documents, and what it does not
  expectTypeOf<'OBP-20001' | 'OBP-30001' | 'OBP-30008' | 'OBP-10018'>().toExtend<CodeOf<typeof v140.getCustomer>>()
  expectTypeOf<'OBP-30006'>().not.toExtend<CodeOf<typeof v140.getCustomer>>()
  expectTypeOf<BodyOf<typeof v140.getCustomer>>().toBeNever()
  const body: BodyOf<typeof v140.addCustomer> = ownCustomer
  // never run: it is for the compiler
  return async (fichero: Fichero) => {
    await fichero.call(v140.addCustomer, { path, body })
    // @ts-expect-error: no path values
    await fichero.call(v140.addCustomer, { body })
    // @ts-expect-error: no input
    await fichero.call(v140.getCustomer)
    // @ts-expect-error: no BANK_ID
    await fichero.call(v140.getCustomer, { path: {} })
    // @ts-expect-error: another value than that of the path
    await fichero.call(v140.getCustomer, { path: { BANK: 'gh.29.uk' } })
    // @ts-expect-error: no body
    await fichero.call(v140.addCustomer, { path })
    // @ts-expect-error: a wrong type
    await fichero.call(v140.addCustomer, { path, body: { ...body, kyc_status: 'yes' } })
    // @ts-expect-error: a field is missing
    await fichero.call(v140.addCustomer, { path, body: { customer_number: '1' } })
    // @ts-expect-error: an unknown field
    await fichero.call(v140.addCustomer, { path, body: { ...body, legalName: 'Eveline' } })
    // @ts-expect-error: a body where there is none
    await fichero.call(v140.getCustomer, { path, body })
    // @ts-expect-error: a body and a text
    await fichero.send(v140.addCustomer, { path, body, text: '{}' })
    // @ts-expect-error: the answer has no such field
    const { legalName } = await fichero.call(v140.getCustomer, { path })
    return legalName
  }
})
