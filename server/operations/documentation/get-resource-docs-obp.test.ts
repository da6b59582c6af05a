import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { prefixes } from '../../protocol/versions.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

interface Doc {
  operation_id: string
  request_url: string
  request_verb: string
  specified_url: string
  tags: string[]
  summary: string
  description: string
  implemented_by: { function: string }
}

async function docs(query = '', version = 'v1.4.0'): Promise<Doc[]> {
  const answer = await server.call(`/obp/v1.4.0/resource-docs/${version}/obp${query}`)
  expect(answer.status).toBe(200)
  expect(Object.keys(answer.body)).toEqual(['resource_docs'])
  return answer.body.resource_docs
}

const functions = (list: Doc[]): string[] => list.map((doc) => doc.implemented_by.function).sort()

describe('getResourceDocsObp', () => {
  test('200 with the docs of every operation that the version serves, without a login', async () => {
    const ids = async (version: string) => (await docs('', version)).map((doc) => doc.operation_id).sort()
    expect(await ids('v1.4.0')).toEqual([
      'OBPv1.2.1-bankById',
      'OBPv1.2.1-getBanks',
      'OBPv1.2.1-root',
      'OBPv1.4.0-addCustomer',
      'OBPv1.4.0-addCustomerMessage',
      'OBPv1.4.0-getBankLevelDynamicResourceDocsObp',
      'OBPv1.4.0-getCrmEvents',
      'OBPv1.4.0-getCustomer',
      'OBPv1.4.0-getCustomersMessages',
      'OBPv1.4.0-getResourceDocsObp',
      'OBPv1.4.0-getResourceDocsSwagger',
    ])
    expect(await ids('v2.0.0')).toEqual([
      'OBPv1.2.1-bankById',
      'OBPv1.2.1-getBanks',
      'OBPv1.2.1-root',
      'OBPv1.4.0-addCustomerMessage',
      'OBPv1.4.0-getBankLevelDynamicResourceDocsObp',
      'OBPv1.4.0-getCrmEvents',
      'OBPv1.4.0-getCustomer',
      'OBPv1.4.0-getCustomersMessages',
      'OBPv1.4.0-getResourceDocsObp',
      'OBPv1.4.0-getResourceDocsSwagger',
      'OBPv2.0.0-addEntitlement',
      'OBPv2.0.0-createUser',
      'OBPv2.0.0-deleteEntitlement',
      'OBPv2.0.0-getAllEntitlements',
      'OBPv2.0.0-getCurrentUser',
      'OBPv2.0.0-getEntitlements',
      'OBPv2.0.0-getUser',
    ])
  })

  test('sorted by URL, then verb', async () => {
    for (const version of prefixes) {
      const places = (await docs('', version)).map((doc) => `${doc.request_url} ${doc.request_verb}`)
      expect(places).toEqual([...places].sort())
    }
  })

  test('the keys of a doc stand in their order, and those that do not apply are absent', async () => {
    const [add, get] = await docs('?functions=addCustomer,getCustomer').then((list) =>
      list.sort((a, b) => (a.operation_id < b.operation_id ? -1 : 1)),
    )
    expect(Object.keys(add!)).toEqual([
      'operation_id',
      'implemented_by',
      'request_verb',
      'request_url',
      'summary',
      'description',
      'description_markdown',
      'example_request_body',
      'success_response_body',
      'error_response_bodies',
      'tags',
      'typed_request_body',
      'typed_success_response_body',
      'roles',
      'is_featured',
      'special_instructions',
      'specified_url',
      'connector_methods',
    ])
    expect(Object.keys(get!)).toEqual(
      Object.keys(add!).filter((key) => !['example_request_body', 'typed_request_body', 'roles'].includes(key)),
    )
  })

  test('both spellings of the version are the same', async () => {
    expect(await docs('', 'OBPv1.4.0')).toEqual(await docs('', 'v1.4.0'))
  })

  test('the URL that was asked for is that of the version asked for, however often another was asked before', async () => {
    for (const version of ['v1.4.0', 'v5.1.0', 'v1.4.0', 'v3.0.0']) {
      const [doc] = await docs('?functions=getCrmEvents', version)
      expect(doc!.request_url).toBe('/obp/v1.4.0/banks/BANK_ID/crm-events')
      expect(doc!.specified_url).toBe(`/obp/${version}/banks/BANK_ID/crm-events`)
    }
  })

  test('served from v1.4.0 to v3.1.0 without meta', async () => {
    for (const prefix of ['v1.4.0', 'v2.0.0', 'v2.1.0', 'v2.2.0', 'v3.0.0', 'v3.1.0']) {
      const answer = await server.call(`/obp/${prefix}/resource-docs/v1.4.0/obp?functions=root`)
      expect(Object.keys(answer.body)).toEqual(['resource_docs'])
    }
  })

  test('tags: docs with any of them, in whatever case; an empty list filters nothing', async () => {
    const all = await docs()
    const old = await docs('?tags=Old-Style')
    expect(functions(old)).toEqual(expect.arrayContaining(['addCustomer', 'getCustomer']))
    expect(old.every((doc) => doc.tags.includes('Old-Style'))).toBe(true)
    const either = await docs('?tags=Old-Style,Documentation')
    expect(functions(either)).toEqual(
      functions(all.filter(({ tags }) => tags.includes('Old-Style') || tags.includes('Documentation'))),
    )
    expect(either.length).toBeGreaterThan(old.length)
    expect(await docs('?tags=old-style')).toEqual(old)
    expect(await docs('?tags=old')).toEqual([])
    expect(await docs('?tags=')).toEqual(all)
    expect(await docs('?tags=%20Old-Style%20,')).toEqual(old)
  })

  test('functions: docs of any of them, and of the tags too', async () => {
    expect(functions(await docs('?functions=addCustomer,getCrmEvents'))).toEqual(['addCustomer', 'getCrmEvents'])
    expect(functions(await docs('?functions=addCustomer,getCrmEvents&tags=Old-Style'))).toEqual(['addCustomer'])
    expect(functions(await docs('?functions=OBPv1.4.0-addCustomer,getCrmEvents'))).toEqual([
      'addCustomer',
      'getCrmEvents',
    ])
    expect(await docs('?functions=OBPv4.0.0-addCustomer')).toEqual([])
    expect(await docs('?functions=')).toEqual(await docs())
    expect(await docs('?functions=noSuchFunction')).toEqual([])
  })

  test('content: static and all are everything, dynamic is nothing', async () => {
    const all = await docs()
    for (const content of ['static', 'ALL', 'all', '']) expect(await docs(`?content=${content}`)).toEqual(all)
    expect(await docs('?content=dynamic')).toEqual([])
  })

  test('400 OBP-10052 for a content that there is not', async () => {
    const { status, body } = await server.call('/obp/v1.4.0/resource-docs/v1.4.0/obp?content=static,dynamic')
    expect({ status, body }).toEqual({
      status: 400,
      body: { code: 400, message: 'OBP-10052: Invalid content parameter. Valid values are: static, dynamic, all' },
    })
  })

  test('locale, and where that is absent language, choose the language in any letter case', async () => {
    const summaries = async (query: string) => (await docs(query)).map((doc) => doc.summary)
    const english = await summaries('')
    const spanish = await summaries('?locale=es_ES')
    expect(spanish).toContain('Añadir un cliente')
    expect(spanish.filter((summary, index) => summary === english[index])).toEqual([])
    expect(await summaries('?locale=en_GB')).toEqual(english)
    expect(await summaries('?locale=ES_es')).toEqual(spanish)
    expect(await summaries('?language=es_ES')).toEqual(spanish)
    expect(await summaries('?language=es_ES&locale=en_GB')).toEqual(english)
    expect(await summaries('?locale=')).toEqual(english)
  })

  test('errors are in the language that the query names, else in English, which programs compare', async () => {
    const url = '/obp/v1.4.0/resource-docs/v1.4.0/obp?functions=getCrmEvents'
    const headers = { 'Accept-Language': 'es' }
    const errors = async (query: string) =>
      (await server.call(url + query, { headers })).body.resource_docs[0].error_response_bodies
    expect(await errors('')).toContain('OBP-30001: Bank not found. Please specify a valid value for BANK_ID.')
    expect(await errors('')).toEqual(await errors('&locale=en_GB'))
    const spanish = await errors('&locale=es_ES')
    expect(spanish).toContain('OBP-30001: Banco no encontrado. Indique un valor válido para BANK_ID.')
    expect(spanish.filter((text: string) => !text.startsWith('OBP-'))).toEqual(['No hay eventos de CRM disponibles.'])
  })

  test.each(['es', 'es-ES', 'zh_CN', 'english'])('400 OBP-10041 for the locale %s', async (name) => {
    for (const parameter of ['locale', 'language']) {
      const { status, body } = await server.call(`/obp/v1.4.0/resource-docs/v1.4.0/obp?${parameter}=${name}`)
      expect(status).toBe(400)
      expect(body.code).toBe(400)
      expect(body.message).toMatch(/^OBP-10041: /)
    }
  })

  test.each(['v1.2.1', 'v9.9.9', 'V1.4.0', '1.4.0', 'obpv1.4.0', 'OBP', 'v1.4.0 '])(
    '400 OBP-00027 with the text sent for the version "%s"',
    async (version) => {
      const path = `/obp/v1.4.0/resource-docs/${encodeURIComponent(version)}/obp`
      const { status, body } = await server.call(path)
      const documented = 'OBP-00027: Invalid API Version string. We could not find the version specified.'
      expect({ status, body }).toEqual({ status: 400, body: { code: 400, message: `${documented} ${version}` } })
      const spanish = await server.call(`${path}?locale=es_ES`)
      expect(spanish.body.message).toBe(
        `OBP-00027: Versión de API no válida. No hemos encontrado la versión indicada. ${version}`,
      )
    },
  )

  test('401 for credentials that are wrong', async () => {
    const answer = await server.call('/obp/v1.4.0/resource-docs/v1.4.0/obp', { token: 'wrong' })
    expect(answer.status).toBe(401)
  })

  test('304 for a client that has it; another language has another tag', async () => {
    const path = '/obp/v1.4.0/resource-docs/v1.4.0/obp'
    const first = await server.call(path)
    const tag = first.headers.get('etag')!
    expect(tag).toMatch(/^"[^"]+"$/)
    const again = await server.call(path, { headers: { 'If-None-Match': tag } })
    expect([again.status, again.text]).toEqual([304, ''])
    const spanish = await server.call(`${path}?locale=es_ES`, { headers: { 'If-None-Match': tag } })
    expect(spanish.status).toBe(200)
  })

  test('the settings name featured functions and show connector methods', async () => {
    const other = await startTestServer({ featuredApis: ['getCustomer'], showUsedConnectorMethods: true })
    try {
      const answer = await other.call('/obp/v1.4.0/resource-docs/v1.4.0/obp?functions=getCustomer,addCustomer')
      const shown = answer.body.resource_docs.map(
        (doc: { operation_id: string; is_featured: boolean; connector_methods: string[] }) => [
          doc.operation_id,
          doc.is_featured,
          doc.connector_methods,
        ],
      )
      expect(shown).toEqual([
        ['OBPv1.4.0-getCustomer', true, ['obp.getBank', 'obp.getFirstCustomerOfUser']],
        [
          'OBPv1.4.0-addCustomer',
          false,
          ['obp.getBank', 'obp.checkCustomerNumberAvailable', 'obp.createLinkedCustomer'],
        ],
      ])
    } finally {
      await other.close()
    }
  })
})
