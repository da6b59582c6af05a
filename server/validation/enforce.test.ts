import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { openApp } from '../app.ts'
import { openLog } from '../observation/log.ts'
import { exampleNewCustomerV140 } from '../operations/customer/customer-v140.ts'
import { exampleJsonSchemaValidation } from '../operations/validation/json-schema-validation.ts'
import { openServices } from '../services.ts'
import { openStorage } from '../storage/pool.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer({ customersPerUserAndBank: Number.POSITIVE_INFINITY })
  await server.bank('gh.29.uk')
  token = (await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })).token
})
afterAll(() => server.close())
afterEach(() => server.storage.pool.query('truncate json_schema_validation, authentication_type_validation'))

const id = 'OBPv1.4.0-addCustomer'
const text = JSON.stringify(exampleJsonSchemaValidation.json_schema)
let customers = 100_000
const { user_id: _, ...example } = exampleNewCustomerV140
const add = (change: object | string = {}, as: string | undefined = token, query = '') =>
  server.call(`/obp/v1.4.0/banks/gh.29.uk/customer${query}`, {
    body: typeof change === 'string' ? change : { ...example, customer_number: `GH-${customers++}`, ...change },
    ...(as && { token: as }),
  })
const count = async () => (await server.storage.pool.query('select count(*)::integer as n from customer')).rows[0].n

describe('a JSON schema', () => {
  test('holds from the next call on, for bodies that its operation would take, and no longer than it is there', async () => {
    expect((await add({ customer_number: 'X' })).status).toBe(200)
    await server.services.rules.jsonSchemas.create(origin, id, text)
    expect((await add()).status).toBe(200)
    const before = await count()
    const refused = await add({ customer_number: 'Y', legal_name: 'Z' })
    expect(refused.body).toEqual({
      code: 400,
      message:
        'OBP-09014: Incorrect request body Format, it should be a valid json that matches Validation rule. $.customer_number: does not match the regex pattern ^GH-\\d{6}$; $.legal_name: must have at least 2 characters (minLength)',
    })
    expect(await count()).toBe(before)
    await server.services.rules.jsonSchemas.remove(origin, id)
    expect((await add({ customer_number: 'Y' })).status).toBe(200)
  })

  test('speaks Spanish where the call does', async () => {
    await server.services.rules.jsonSchemas.create(origin, id, text)
    expect((await add({ customer_number: 'Y' }, token, '?locale=es_ES')).body.message).toBe(
      'OBP-09014: El formato del cuerpo es incorrecto: debe ser un JSON válido que cumpla la regla de validación. $.customer_number: no cumple la expresión regular ^GH-\\d{6}$',
    )
  })

  test('is looked at after login, bank and roles, and before the shape of the body', async () => {
    await server.services.rules.jsonSchemas.create(origin, id, text)
    expect((await add({ customer_number: 'Y' }, '')).status).toBe(401)
    expect((await add({ customer_number: 'Y' }, (await server.user()).token)).status).toBe(403)
    expect((await add({ customer_number: 'Y', email: true })).body.message).toMatch(/^OBP-09014: /)
    expect((await add({ email: true })).body.message).toMatch(/^OBP-10001: /)
  })

  test.each(['', '{', '[1,', '\ufffe', 'null', '[]', '"x"'])('refuses %j', async (body) => {
    await server.services.rules.jsonSchemas.create(origin, id, text)
    expect((await add(body)).body.message).toMatch(/^OBP-09014: /)
  })

  test('with fifty fields that are wrong names twenty, and a text of half a megabyte is no trouble', async () => {
    const names = Array.from({ length: 50 }, (_, n) => `field_${n}`)
    const wide = {
      ...exampleJsonSchemaValidation.json_schema,
      required: names,
      properties: Object.fromEntries(names.map((name) => [name, { type: 'integer' }])),
    }
    await server.services.rules.jsonSchemas.create(origin, id, JSON.stringify(wide))
    const answer = await add(Object.fromEntries(names.map((name) => [name, 'x'.repeat(10_000)])))
    expect(answer.body.message.split('; ')).toHaveLength(20)
    expect(answer.text.length).toBeLessThan(3000)
  })
})

describe('allowed authentication types', () => {
  test('refuse every other way from the next call on, in whatever version it comes; anonymous calls are asked to log in', async () => {
    await server.services.rules.authenticationTypes.create(origin, id, ['OAuth1.0a', 'OAuth2_OIDC'])
    const refused = await add()
    expect(refused.status).toBe(400)
    expect(refused.body.message).toBe(
      'OBP-40034: Current request authentication type is illegal.  allowed authentication types: [OAuth1.0a, OAuth2_OIDC], current request auth type: DirectLogin',
    )
    expect((await add({}, undefined, '?locale=es_ES')).body.message).toBe(
      'OBP-40034: El tipo de autenticación de la petición no está permitido. Tipos de autenticación permitidos: [OAuth1.0a, OAuth2_OIDC]; tipo de la petición actual: DirectLogin',
    )
    expect((await add({}, '')).body.message).toMatch(/^OBP-20001: /)
    // a token that is wrong is not even looked at
    expect((await add({}, 'no.such.token')).body.message).toMatch(/^OBP-40034: /)
    await server.services.rules.authenticationTypes.replace(origin, id, ['DirectLogin'])
    expect((await add()).status).toBe(200)
  })

  test('are of one operation only, also of those that read', async () => {
    await server.services.rules.authenticationTypes.create(origin, 'OBPv1.4.0-getCustomer', ['GatewayLogin'])
    const read = await server.call('/obp/v2.0.0/banks/gh.29.uk/customer', { token })
    expect(read.body.message).toMatch(/^OBP-40034: /)
    expect((await add()).status).toBe(200)
  })
})

test('a rule that one node sets holds on the next call of another', async () => {
  const storage = openStorage({
    connection: server.connection,
    size: 4,
    connectTimeout: 5000,
    queryTimeout: 20_000,
    onError: () => {},
  })
  const other = openApp(openServices(server.settings, storage), storage, openLog('silent'))
  await other.listen({ host: '127.0.0.1', port: 0 })
  const ask = async () =>
    (
      await fetch(`${other.listeningOrigin}/obp/v1.4.0/banks/gh.29.uk/customer`, {
        headers: { DirectLogin: `token=${token}` },
      })
    ).status
  const { authenticationTypes } = server.services.rules
  const getCustomer = 'OBPv1.4.0-getCustomer'
  for (let time = 0; time < 100; time++) {
    await authenticationTypes.create(origin, getCustomer, ['DAuth'])
    expect(await ask()).toBe(400)
    await authenticationTypes.remove(origin, getCustomer)
    expect(await ask()).not.toBe(400)
  }
  await other.close()
  await storage.close()
})
