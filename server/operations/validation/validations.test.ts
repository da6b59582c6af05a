/** The twelve operations on rules; what the rules do is in `server/validation/enforce.test.ts`. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { auditOf } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleAuthenticationTypeValidation } from './authentication-type-validation.ts'
import { createAuthenticationTypeValidation } from './create-authentication-type-validation.ts'
import { createJsonSchemaValidation } from './create-json-schema-validation.ts'
import { deleteAuthenticationTypeValidation } from './delete-authentication-type-validation.ts'
import { deleteJsonSchemaValidation } from './delete-json-schema-validation.ts'
import { getAllAuthenticationTypeValidations } from './get-all-authentication-type-validations.ts'
import { getAllAuthenticationTypeValidationsPublic } from './get-all-authentication-type-validations-public.ts'
import { getAllJsonSchemaValidations } from './get-all-json-schema-validations.ts'
import { getAllJsonSchemaValidationsPublic } from './get-all-json-schema-validations-public.ts'
import { getAuthenticationTypeValidation } from './get-authentication-type-validation.ts'
import { getJsonSchemaValidation } from './get-json-schema-validation.ts'
import { exampleJsonSchemaValidation } from './json-schema-validation.ts'
import { updateAuthenticationTypeValidation } from './update-authentication-type-validation.ts'
import { updateJsonSchemaValidation } from './update-json-schema-validation.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = (
    await server.user({
      '': [
        'CanCreateJsonSchemaValidation',
        'CanUpdateJsonSchemaValidation',
        'CanDeleteJsonSchemaValidation',
        'CanGetJsonSchemaValidation',
        'CanCreateAuthenticationTypeValidation',
        'CanUpdateAuthenticationTypeValidation',
        'CanDeleteAuthenticationValidation',
        'CanGetAuthenticationTypeValidation',
      ],
    })
  ).token
})
afterAll(() => server.close())
afterEach(() => server.storage.pool.query('truncate json_schema_validation, authentication_type_validation'))

const schema = exampleJsonSchemaValidation.json_schema
const kinds = [
  {
    kind: 'json-schema-validations',
    table: 'json_schema_validation',
    value: schema as unknown,
    other: { ...schema, title: 'Another' } as unknown,
    field: 'json_schema',
    list: 'json_schema_validations',
    missing: 'OBP-40027: JSON Schema Validation not found, please specify valid query parameter.',
    bad: 'OBP-40026: Incorrect json-schema Format.',
    operations: {
      create: createJsonSchemaValidation,
      update: updateJsonSchemaValidation,
      remove: deleteJsonSchemaValidation,
      get: getJsonSchemaValidation,
      all: getAllJsonSchemaValidations,
      open: getAllJsonSchemaValidationsPublic,
    },
  },
  {
    kind: 'authentication-type-validations',
    table: 'authentication_type_validation',
    value: exampleAuthenticationTypeValidation.allowed_authentication_types as unknown,
    other: ['GatewayLogin'] as unknown,
    field: 'allowed_authentication_types',
    list: 'authentication_types_validations',
    missing: 'OBP-40032: AuthenticationTypeValidation not found, please specify valid query parameter.',
    bad: 'OBP-40030: AuthenticationType name not correct. Allowed Authentication Type names: [DirectLogin, OAuth1.0a, GatewayLogin, DAuth, OAuth2_OIDC, OAuth2_OIDC_FAPI]',
    operations: {
      create: createAuthenticationTypeValidation,
      update: updateAuthenticationTypeValidation,
      remove: deleteAuthenticationTypeValidation,
      get: getAuthenticationTypeValidation,
      all: getAllAuthenticationTypeValidations,
      open: getAllAuthenticationTypeValidationsPublic,
    },
  },
]

const id = 'OBPv1.4.0-addCustomer'

describe.each(kinds)('$kind', ({ kind, table, value, other, field, list, missing, bad, operations }) => {
  const call = (method: string, body?: unknown, operationId = id, as: string | undefined = token) =>
    server.call(`/obp/v4.0.0/management/${kind}${operationId && `/${encodeURIComponent(operationId)}`}`, {
      method,
      ...(body !== undefined && { body }),
      ...(as && { token: as }),
    })
  const kept = async () => (await call('GET', undefined, '')).body[list]

  test('created, read, replaced, listed for the caller and for everybody, and deleted', async () => {
    const created = await call('POST', value)
    expect(created.status).toBe(201)
    expect(created.body).toEqual({ operation_id: id, [field]: value })
    expectDeclared(await call('GET'), { ...operations.get, example: { response: created.body } }, 200)
    const replaced = await call('PUT', other)
    expectDeclared(replaced, { ...operations.update, example: { response: replaced.body } }, 200)
    expect(replaced.body).toEqual({ operation_id: id, [field]: other })
    const everybody = await server.call(`/obp/v5.1.0/endpoints/${kind}`)
    expectDeclared(everybody, { ...operations.open, example: { response: everybody.body } }, 200)
    expect(everybody.body).toEqual({ [list]: [{ operation_id: id, [field]: other }] })
    const all = await call('GET', undefined, '')
    expectDeclared(all, { ...operations.all, example: { response: everybody.body } }, 200)
    expectDeclared(await call('DELETE'), operations.remove, 200)
    expect(await kept()).toEqual([])
    expect((await auditOf(server, table, id)).map(({ operation_id }) => operation_id)).toEqual([
      operations.create.id,
      operations.update.id,
      operations.remove.id,
    ])
  })

  test('of several who create at once one does; the others are told', async () => {
    const answers = await Promise.all(Array.from({ length: 6 }, () => call('POST', value)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400])
    for (const { body } of answers.filter(({ status }) => status === 400))
      expect(body.message).toBe(
        'OBP-40029: OPERATION_ID already exists. Please specify different values for OPERATION_ID.',
      )
  })

  test('404 for an operation that has no rule', async () => {
    for (const answer of [await call('GET'), await call('PUT', value), await call('DELETE')])
      expect(answer.body).toEqual({ code: 404, message: missing })
  })

  test('404 for an operation that does not exist, with the id that was meant', async () => {
    const wrongVersion = await call('POST', value, 'OBPv5.1.0-addCustomer')
    expect(wrongVersion.body).toEqual({
      code: 404,
      message:
        'Operation not found. Please specify a valid value for OPERATION_ID. Did you mean OBPv1.4.0-addCustomer?',
    })
    for (const unknown of ['nothing', 'OBPv1.4.0-fly', "' or true --"])
      expect((await call('POST', value, unknown)).body.message).toBe(
        'Operation not found. Please specify a valid value for OPERATION_ID.',
      )
    expect(await kept()).toEqual([])
  })

  test('400 for a body that is no rule, and nothing is kept', async () => {
    const bodies = ['"text"', '1', 'null', '{}', '[]', '[1]', '["Basic"]', '{"type":"object"}', '[null]']
    for (const body of bodies) {
      const answer = await call('POST', body)
      expect([body, answer.status]).toEqual([body, 400])
      expect(answer.body.message.startsWith(bad)).toBe(true)
    }
    expect((await call('POST', '{')).body.message).toMatch(/^OBP-10001: /)
    expect(await kept()).toEqual([])
  })

  test('401 without a login, 403 without the role', async () => {
    const { token: nobody } = await server.user()
    for (const [method, body, operationId] of [
      ['POST', value, id],
      ['PUT', value, id],
      ['DELETE', undefined, id],
      ['GET', undefined, id],
      ['GET', undefined, ''],
    ] as const) {
      expect((await call(method, body, operationId, '')).status).toBe(401)
      const refused = await call(method, body, operationId, nobody)
      expect(refused.status).toBe(403)
      expect(refused.body.message).toMatch(/^OBP-20006: User is missing one or more roles: Can\w+Validation$/)
    }
    expect(await kept()).toEqual([])
  })
})

describe('a rule on the operations on rules', () => {
  const managing = [
    createAuthenticationTypeValidation,
    updateAuthenticationTypeValidation,
    deleteAuthenticationTypeValidation,
    getAuthenticationTypeValidation,
    getAllAuthenticationTypeValidations,
  ]
  const set = (method: string, operationId: string, body: string[], query = '') =>
    server.call(`/obp/v4.0.0/management/authentication-type-validations/${operationId}${query}`, {
      method,
      body,
      token,
    })

  test.each(managing.map(({ id }) => id))(
    '400 OBP-40034 where it would shut out who sets it: %s',
    async (operationId) => {
      const english = await set('POST', operationId, ['GatewayLogin'])
      expect(english.status).toBe(400)
      expect(english.body.message).toMatch(/^OBP-40034: Current .* must allow DirectLogin, by which you are calling\.$/)
      const spanish = await set('POST', operationId, ['GatewayLogin'], '?locale=es_ES')
      expect(spanish.body.message).toContain('debe permitir DirectLogin')
      expect((await set('POST', operationId, ['GatewayLogin', 'DirectLogin'])).status).toBe(201)
      expect((await set('PUT', operationId, ['OAuth1.0a'])).status).toBe(400)
      expect((await set('PUT', operationId, ['DirectLogin'])).status).toBe(200)
    },
  )

  test('201 for other operations', async () => {
    expect((await set('POST', getAllAuthenticationTypeValidationsPublic.id, ['GatewayLogin'])).status).toBe(201)
  })
})
