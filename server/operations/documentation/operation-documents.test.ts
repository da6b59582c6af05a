/** The small forms of the documentation: index, search terms, and the document of one operation. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prefixes } from '../../protocol/versions.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const under = '/obp/v6.0.0/resource-docs'
const docsOf = async (version: string) =>
  (await server.call(`/obp/v4.0.0/resource-docs/${version}/obp`)).body.resource_docs as { operation_id: string }[]

describe('getResourceDocsIndex', () => {
  test.each(prefixes)('%s: 200 with what its resource docs have, each once, by group and summary', async (version) => {
    const { status, body } = await server.call(`${under}/OBP${version}/index`)
    expect(status).toBe(200)
    const ids = body.operations.map(({ operation_id }: { operation_id: string }) => operation_id)
    expect([...ids].sort()).toEqual((await docsOf(version)).map(({ operation_id }) => operation_id).sort())
    const groups = body.operations.map(({ tags }: { tags: string[] }) => tags[0])
    expect(groups).toEqual([...groups].sort())
  })

  test('says which operation is deprecated, in the language that is asked for', async () => {
    const { body } = await server.call(`${under}/v1.4.0/index?locale=es_ES`)
    const find = (id: string) => body.operations.find((each: { operation_id: string }) => each.operation_id === id)
    expect(find('OBPv1.4.0-addCustomer')).toEqual({
      operation_id: 'OBPv1.4.0-addCustomer',
      request_verb: 'POST',
      specified_url: '/obp/v1.4.0/banks/BANK_ID/customer',
      summary: 'Añadir un cliente',
      tags: ['Customer', 'Old-Style'],
      is_featured: false,
      is_deprecated: true,
    })
    expect(find('OBPv1.4.0-getCrmEvents').is_deprecated).toBe(false)
  })
})

describe('getResourceDocsSearchTerms', () => {
  test('200 with the texts of both languages, the names of fields, errors and roles, and what each field means', async () => {
    const { body } = await server.call(`${under}/v1.4.0/search-terms`)
    const found = body.operations.find(
      (each: { operation_id: string }) => each.operation_id === 'OBPv1.4.0-addCustomer',
    )
    expect(found.summaries).toEqual({ en: 'Add a customer', es: 'Añadir un cliente' })
    expect(found.fields).toEqual(expect.arrayContaining(['face_image', 'url', 'customer_id']))
    expect(found.errors).toEqual(expect.arrayContaining(['OBP-30006', 'entitlements required']))
    expect(found.roles).toEqual(['CanCreateCustomer', 'CanCreateUserCustomerLink'])
    expect(body.meanings.filter(({ field }: { field: string }) => field === 'kyc_status')).toEqual([
      { field: 'kyc_status', en: expect.stringMatching(/\w/), es: expect.stringMatching(/\w/) },
    ])
    const told = new Set(body.meanings.map(({ field }: { field: string }) => field))
    for (const { fields } of body.operations) for (const name of fields) expect(told).toContain(name)
  })

  test('all: 200 with every operation once, and the versions that serve it', async () => {
    const { body } = await server.call(`${under}/all/search-terms`)
    const served = new Map<string, string[]>()
    for (const version of prefixes)
      for (const { operation_id } of await docsOf(version))
        served.set(operation_id, [...(served.get(operation_id) ?? []), version])
    const told = body.operations.map((each: { operation_id: string; served_under: string[] }) => [
      each.operation_id,
      each.served_under,
    ])
    expect(told.toSorted()).toEqual([...served].toSorted())
    const found = body.operations.find(
      (each: { operation_id: string }) => each.operation_id === 'OBPv1.4.0-getCustomer',
    )
    expect(found).toMatchObject({
      request_verb: 'GET',
      request_url: '/obp/v1.4.0/banks/BANK_ID/customer',
      tags: ['Customer', 'Old-Style'],
    })
  })
})

describe('getResourceDoc', () => {
  const path = `${under}/v1.4.0/operations/OBPv1.4.0-addCustomer`

  test.each([
    ['en_GB', 'Add a customer', 'Bank not found.'],
    ['es_ES', 'Añadir un cliente', 'Banco no encontrado.'],
  ])('200 with all there is to know of it, in %s', async (locale, summary, sentence) => {
    const { status, body } = await server.call(`${path}?locale=${locale}`)
    expect([status, body.summary, body.role_rule, body.success_status]).toEqual([200, summary, 'all', 200])
    expect(body.served_under).toEqual(['v1.4.0'])
    expect(body.request_schema.required).toContain('legal_name')
    expect(body.url_parameters).toEqual([
      { name: 'BANK_ID', example: 'gh.29.uk', meaning: expect.stringMatching(/\w/) },
    ])
    const error = body.errors.find(({ code }: { code: string }) => code === 'OBP-30001')
    expect(error).toEqual({
      code: 'OBP-30001',
      status: 404,
      message: expect.stringContaining(sentence),
      cause: expect.stringMatching(/\w/),
      fix: expect.stringMatching(/\w/),
    })
  })

  test.each([
    ['en_GB', 'Users with this username.'],
    ['es_ES', 'Los usuarios con este nombre de usuario.'],
  ])('tells of the parameters of the query, in %s', async (locale, meaning) => {
    const { body } = await server.call(`${under}/v6.0.0/operations/OBPv6.0.0-getUsers?locale=${locale}`)
    const find = (name: string) => body.query_parameters.find((each: { name: string }) => each.name === name)
    expect(find('username')).toEqual({
      name: 'username',
      meaning,
      example: 'susan.uk.29',
      schema: { type: 'string' },
      is_deprecated: false,
    })
    expect(find('is_deleted')).toMatchObject({ example: 'true', schema: { type: 'boolean' } })
    expect(find('locked_status').schema).toEqual({ type: 'string', enum: ['active', 'locked'] })
    expect(find('limit').schema).toEqual({ type: 'integer', minimum: 1, maximum: 10_000, default: 50 })
    expect(find('from_date')).toBeUndefined()
    const { body: events } = await server.call(`${under}/v6.0.0/operations/OBPv1.4.0-getCrmEvents`)
    expect(events.query_parameters).toContainEqual(
      expect.objectContaining({
        name: 'from_date',
        schema: expect.objectContaining({
          type: 'string',
          anyOf: expect.arrayContaining([{ format: 'date' }, { format: 'date-time' }]),
        }),
      }),
    )
    expect(find('locale').schema.enum).toEqual(['en_GB', 'es_ES'])
    const { body: own } = await server.call(`${under}/v6.0.0/operations/OBPv6.0.0-getResourceDoc`)
    expect(
      own.query_parameters.map(({ name, is_deprecated }: Record<string, unknown>) => [name, is_deprecated]),
    ).toEqual([
      ['locale', false],
      ['language', true],
    ])
  })

  test('tells how the operation of the same path in another version differs', async () => {
    const { body } = await server.call(`${under}/v4.0.0/operations/OBPv4.0.0-getBank`)
    const older = body.other_versions.find(({ version }: { version: string }) => version === 'v1.2.1')
    expect(older.only_here.response_fields).not.toEqual([])
    const { body: there } = await server.call(`${under}/v1.4.0/operations/${older.operation_id}`)
    const back = there.other_versions.find(({ version }: { version: string }) => version === 'v4.0.0')
    expect(back.only_there).toEqual(older.only_here)
  })

  test('tells which query parameters only one of two versions has', async () => {
    const { body } = await server.call(`${under}/v6.0.0/operations/OBPv6.0.0-getWebUiProps`)
    const older = body.other_versions.find(({ version }: { version: string }) => version === 'v5.1.0')
    expect([older.only_here.query_parameters, older.only_there.query_parameters]).toEqual([['what'], ['active']])
  })

  test('404 for an operation that there is not', async () => {
    const { status, body } = await server.call(`${under}/v1.4.0/operations/OBPv1.4.0-nothing`)
    expect([status, body.code, typeof body.message]).toEqual([404, 404, 'string'])
  })
})

test.each(['index', 'search-terms', 'operations/OBPv1.4.0-addCustomer'])(
  '%s of an unknown version is OBP-00027',
  async (path) => {
    const { status, body } = await server.call(`${under}/v9.9.9/${path}`)
    expect([status, body.message]).toEqual([400, expect.stringMatching(/^OBP-00027: /)])
  },
)

test.each(['v1.4.0/index', 'v1.4.0/search-terms', 'all/search-terms', 'v1.4.0/operations/OBPv1.4.0-addCustomer'])(
  '%s behind a role',
  async (path) => {
    const closed = await startTestServer({ resourceDocsRequiresRole: true })
    try {
      const at = `${under}/${path}`
      expect((await closed.call(at)).status).toBe(401)
      expect((await closed.call(at, { token: (await closed.user()).token })).status).toBe(403)
      const { token } = await closed.user({ '': ['CanReadResourceDoc'] })
      expect((await closed.call(at, { token })).status).toBe(200)
    } finally {
      await closed.close()
    }
  },
)
