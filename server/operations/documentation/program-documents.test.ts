import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { ApiCollection } from '../../api-collections/api-collections.ts'
import { generalErrors } from '../../protocol/possible-errors.ts'
import { prefixes } from '../../protocol/versions.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const documents = [
  {
    name: 'getResourceDocsSwagger',
    path: '/obp/v1.4.0/resource-docs/API_VERSION/swagger',
    read: (text: string) => JSON.parse(text),
  },
  {
    name: 'getResourceDocsOpenAPI31',
    path: '/obp/v6.0.0/resource-docs/API_VERSION/openapi',
    read: (text: string) => JSON.parse(text),
  },
  {
    name: 'getResourceDocsOpenAPI31YAML',
    path: '/obp/v6.0.0/resource-docs/API_VERSION/openapi.yaml',
    read: (text: string) => parse(text),
  },
]

interface Described {
  operationId: string
  summary: string
  description: string
  tags: string[]
  deprecated?: boolean
  'x-roles'?: { role: string }[]
  security: object[]
  parameters: { name: string; in: string; required: boolean; description: string }[]
  responses: Record<string, object>
}

describe.each(documents)('$name', ({ name, path, read }) => {
  const at = (version: string, query = '') => `${path.replace('API_VERSION', version)}${query}`
  async function operations(query = '', version = 'v6.0.0'): Promise<Map<string, Described>> {
    const answer = await server.call(at(version, query))
    expect(answer.status).toBe(200)
    const paths = Object.entries<Record<string, Described>>(read(answer.text).paths)
    return new Map(
      paths.flatMap(([place, verbs]) =>
        Object.entries(verbs).map(([verb, each]) => [`${verb.toUpperCase()} ${place}`, each] as const),
      ),
    )
  }
  const ids = (found: Map<string, Described>) => [...found.values()].map(({ operationId }) => operationId).sort()

  test('200 without a login, with every operation that the version serves', async () => {
    for (const version of prefixes) {
      const docs = await server.call(`/obp/v5.1.0/resource-docs/${version}/obp`)
      const listed = docs.body.resource_docs.map(({ operation_id }: { operation_id: string }) => operation_id)
      expect(ids(await operations('', version))).toEqual(listed.sort())
    }
  })

  test('an operation is where its version serves it, with its parameters, roles and ways in', async () => {
    const found = await operations('?functions=addCustomer,getCustomer,getCrmEvents,root', 'v1.4.0')
    const add = found.get('POST /obp/v1.4.0/banks/{BANK_ID}/customer')!
    expect(add['x-roles']!.map(({ role }) => role)).toEqual(['CanCreateCustomer', 'CanCreateUserCustomerLink'])
    expect(add.description).toContain('`CanCreateCustomer`, `CanCreateUserCustomerLink`')
    expect(add.deprecated).toBe(true)
    expect(add.security).toEqual([{ DirectLogin: [] }, { OAuth1: [] }, { OpenIDConnect: [] }])
    expect(Object.keys(add.responses)).toEqual(expect.arrayContaining(['200', '400', '401', '403', '404', '500']))
    const events = found.get('GET /obp/v1.4.0/banks/{BANK_ID}/crm-events')!
    expect(events.parameters.map(({ name, required }) => [name, required])).toEqual([
      ['BANK_ID', true],
      ['limit', false],
      ['offset', false],
      ['sort_direction', false],
      ['from_date', false],
      ['to_date', false],
      ['locale', false],
    ])
    expect(found.get('GET /obp/v1.4.0/root')!.security[0]).toEqual({})
  })

  test.each([
    ['en_GB', 'Requests with this status; all for every one of them.'],
    ['es_ES', 'Las solicitudes en este estado; all para todas.'],
  ])('a parameter of a query has its schema, its example and its meaning in %s', async (locale, description) => {
    const found = await operations(`?functions=getAllEntitlementRequests,getUsers&locale=${locale}`)
    const [status] = found.get('GET /obp/v6.0.0/entitlement-requests')!.parameters
    const statuses = { type: 'string', enum: ['open', 'granted', 'refused', 'all'], default: 'open' }
    const about = { name: 'status', in: 'query', required: false, description }
    expect(status).toEqual(
      name === 'getResourceDocsSwagger'
        ? { ...about, ...statuses, 'x-example': 'all' }
        : { ...about, schema: statuses, example: 'all' },
    )
    const users = found.get('GET /obp/v6.0.0/users')!.parameters
    expect(users.map((parameter) => parameter.name)).toEqual(
      expect.arrayContaining(['is_deleted', 'locked_status', 'sort_by', 'email', 'role_name', 'bank_id', 'limit']),
    )
  })

  test.each([
    ['en_GB', 'Maximum number of results. What the query string says of it goes before.'],
    ['es_ES', 'Número máximo de resultados. Lo que indique la cadena de consulta tiene prioridad.'],
  ])('the headers that say a page stand where they are read, in %s, and each is read', async (locale, description) => {
    const places = await operations(`?functions=getUsers&locale=${locale}`, 'v3.1.0')
    const headers = places.get('GET /obp/v3.1.0/users')!.parameters.filter((each) => each.in === 'header')
    expect(headers.map(({ name, required }) => [name, required])).toEqual([
      ['obp_limit', false],
      ['limit', false],
      ['obp_offset', false],
      ['offset', false],
    ])
    expect(headers[0]!.description).toBe(description)
    const { token } = await server.user({ '': ['CanGetAnyUser'] })
    for (const header of headers) {
      const answer = await server.call('/obp/v3.1.0/users', { token, headers: { [header.name]: 'none' } })
      expect([header.name, answer.status]).toEqual([header.name, 400])
    }
    const newer = (await operations('?functions=getUsers')).get('GET /obp/v6.0.0/users')!.parameters
    expect(newer.filter((each) => each.in === 'header')).toEqual([])
  })

  test('operations whose paths differ by the names of their values stand together', async () => {
    const places = [...(await operations('', 'v4.0.0')).keys()].map((place) => place.replace(/^\w+ /, ''))
    const shapes = new Set(places.map((place) => place.replaceAll(/\{\w+\}/g, '{}')))
    expect(shapes.size).toBe(new Set(places).size)
  })

  test('what the reference does not document stands there too, and what any call can meet stands there once', async () => {
    const found = await operations('?functions=getCustomer,addCustomer', 'v1.4.0')
    const said = (place: string, status: number) => JSON.stringify(found.get(place)!.responses[status])
    expect(said('GET /obp/v1.4.0/banks/{BANK_ID}/customer', 404)).toMatch(/OBP-30008.*OBP-30001/)
    expect(said('POST /obp/v1.4.0/banks/{BANK_ID}/customer', 400)).toContain('OBP-30007')
    const document = read((await server.call(at('v1.4.0'))).text)
    const { OtherRefusal } = document.responses ?? document.components.responses
    for (const { code, en } of generalErrors) expect(JSON.stringify(OtherRefusal)).toContain(code ?? en)
    for (const { responses } of found.values())
      expect(JSON.stringify(responses.default)).toMatch(/^\{"\$ref":"#\/(components\/)?responses\/OtherRefusal"\}$/)
  })

  test('filters: tags, functions, content, and both spellings of the version', async () => {
    const old = await operations('?tags=Old-Style', 'v1.4.0')
    expect(old.size).toBeGreaterThan(1)
    expect([...old.values()].every(({ tags }) => tags.includes('Old-Style'))).toBe(true)
    expect(ids(await operations('?functions=getCustomer', 'OBPv1.4.0'))).toEqual(['OBPv1.4.0-getCustomer'])
    expect((await operations('?content=dynamic')).size).toBe(0)
    expect((await operations('?functions=nothingOfThisName')).size).toBe(0)
  })

  test('an API collection, as it is now, and no cache keeps it', async () => {
    const { userId } = await server.user()
    const { apiCollections } = server.services
    const fields = { name: 'Chosen', isSharable: true, description: '' }
    const { apiCollectionId } = (await apiCollections.create(origin, userId, fields)) as ApiCollection
    await apiCollections.addEndpoint(origin, apiCollectionId, 'OBPv1.4.0-addCustomer')
    const query = `?api-collection-id=${apiCollectionId}`
    expect([...(await operations(query)).keys()]).toEqual(['POST /obp/v1.4.0/banks/{BANK_ID}/customer'])
    expect((await server.call(at('v6.0.0', query))).headers.get('cache-control')).toBe('private, no-cache')
    const missing = await server.call(at('v6.0.0', '?api-collection-id=none'))
    expect([missing.status, missing.body.message]).toEqual([400, 'OBP-30079: ApiCollection not found.'])
  })

  test('Spanish, by locale and by Accept-Language', async () => {
    const english = await operations('?functions=addCustomer', 'v1.4.0')
    const spanish = await operations('?functions=addCustomer&locale=es_ES', 'v1.4.0')
    expect([...english.values()][0]!.summary).not.toBe('Añadir un cliente')
    expect([...spanish.values()][0]!.summary).toBe('Añadir un cliente')
    const headers = { 'Accept-Language': 'es' }
    const accepted = await server.call(at('v1.4.0', '?functions=addCustomer'), { headers })
    expect(accepted.text).toContain('Añadir un cliente')
    expect(accepted.headers.get('content-language')).toBe('es-ES')
  })

  test('its errors are Spanish where the query asks for it, and in English where Accept-Language does', async () => {
    const said = async (query: string) => {
      const { text } = await server.call(at('v1.4.0', `?functions=getCrmEvents${query}`), {
        headers: { 'Accept-Language': 'es' },
      })
      return ['Bank not found.', 'Banco no encontrado.', 'has been locked', 'está bloqueada'].map((words) =>
        text.includes(words),
      )
    }
    expect(await said('')).toEqual([true, false, true, false])
    expect(await said('&locale=es_ES')).toEqual([false, true, false, true])
  })

  test('400 for an unknown version, locale or content; 401 for credentials that are wrong', async () => {
    const said = async (place: string) => {
      const { status, body } = await server.call(place)
      return [status, body.message.slice(0, 9)]
    }
    expect(await said(at('v9.9.9'))).toEqual([400, 'OBP-00027'])
    expect(await said(at('v6.0.0', '?locale=fr'))).toEqual([400, 'OBP-10041'])
    expect(await said(at('v6.0.0', '?content=some'))).toEqual([400, 'OBP-10052'])
    expect((await server.call(at('v6.0.0'), { token: 'wrong' })).status).toBe(401)
  })

  test('304 for a client that has it', async () => {
    const tag = (await server.call(at('v1.4.0'))).headers.get('etag')!
    expect((await server.call(at('v1.4.0'), { headers: { 'If-None-Match': tag } })).status).toBe(304)
  })

  test('behind its role where the setting says so', async () => {
    const closed = await startTestServer({ resourceDocsRequiresRole: true })
    try {
      expect((await closed.call(at('v6.0.0'))).status).toBe(401)
      const { token } = await closed.user()
      expect((await closed.call(at('v6.0.0'), { token })).status).toBe(403)
      const reader = await closed.user({ '': ['CanReadResourceDoc'] })
      expect((await closed.call(at('v6.0.0'), { token: reader.token })).status).toBe(200)
    } finally {
      await closed.close()
    }
  })
})

test('each leaves as what it is', async () => {
  const types = await Promise.all(
    documents.map(async ({ path }) => {
      const answer = await server.call(path.replace('API_VERSION', 'v1.4.0'))
      return answer.headers.get('content-type')!.split(';', 1)[0]
    }),
  )
  expect(types).toEqual(['application/json', 'application/json', 'application/yaml'])
})

test('Swagger under every prefix, OpenAPI from v6.0.0 on', async () => {
  for (const prefix of prefixes) {
    const at = (document: string) => server.call(`/obp/${prefix}/resource-docs/v1.4.0/${document}`)
    expect((await at('swagger')).status).toBe(200)
    const status = prefix === 'v6.0.0' ? 200 : 404
    expect([(await at('openapi')).status, (await at('openapi.yaml')).status]).toEqual([status, status])
  }
})

test('a parameter without a value is refused from v6.0.0 on', async () => {
  const refused = await server.call('/obp/v6.0.0/resource-docs/v6.0.0/openapi?tags=')
  expect([refused.status, refused.body.message.slice(0, 9)]).toEqual([400, 'OBP-10053'])
  expect((await server.call('/obp/v5.1.0/resource-docs/v6.0.0/swagger?tags=')).status).toBe(200)
})
