import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiCollection } from '../../api-collections/api-collections.ts'
import { origin, startTestServer, type TestServer } from '../../testing/server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.bank('gh.29.uk')
})
afterAll(() => server.close())

const docs = (version: string) => `/obp/${version}/resource-docs/${version}/obp`
const ids = (body: { resource_docs: { operation_id: string }[] }) =>
  body.resource_docs.map(({ operation_id }) => operation_id)
const said = ({ status, body }: { status: number; body: { message: string } }) => [status, body.message]

describe('parameters without a value', () => {
  test.each(['tags=', 'functions=', 'content=', 'api-collection-id='])(
    'before v6.0.0 %s is passed over',
    async (parameter) => {
      const all = await server.call(docs('v5.1.0'))
      const answer = await server.call(`${docs('v5.1.0')}?${parameter}`)
      expect(answer.status).toBe(200)
      expect(answer.body.meta.count).toBe(all.body.meta.count)
    },
  )

  test.each([
    ['content=', 'OBP-10052: Invalid content parameter. Valid values are: static, dynamic, all'],
    ['tags=', 'OBP-10053: Invalid tags parameter. Tags cannot be empty when provided'],
    ['functions=%20', 'OBP-10054: Invalid functions parameter. Functions cannot be empty when provided'],
    [
      'api-collection-id=',
      'OBP-10055: Invalid api-collection-id parameter. API collection ID cannot be empty when provided',
    ],
  ])('from v6.0.0 on %s is refused', async (parameter, message) => {
    expect(said(await server.call(`${docs('v6.0.0')}?${parameter}`))).toEqual([400, message])
    const atBank = `/obp/v6.0.0/banks/gh.29.uk/resource-docs/v6.0.0/obp?${parameter}`
    expect(said(await server.call(atBank))).toEqual([400, message])
  })
})

describe('api-collection-id', () => {
  async function collection(isSharable: boolean) {
    const user = await server.user()
    const { apiCollections } = server.services
    const fields = { name: 'Chosen', isSharable, description: '' }
    const { apiCollectionId } = (await apiCollections.create(origin, user.userId, fields)) as ApiCollection
    for (const id of ['OBPv1.4.0-addCustomer', 'OBPv4.0.0-createMyApiCollection', 'OBPv1.2.1-getBanks'])
      await apiCollections.addEndpoint(origin, apiCollectionId, id)
    return { ...user, path: `${docs('v5.1.0')}?api-collection-id=${apiCollectionId}`, apiCollectionId }
  }

  test('gives what is in it, whatever the other filters and whichever version serves it', async () => {
    const { path } = await collection(true)
    const chosen = ['OBPv1.2.1-getBanks', 'OBPv1.4.0-addCustomer', 'OBPv4.0.0-createMyApiCollection']
    const answer = await server.call(path)
    expect(ids(answer.body)).toEqual(chosen)
    expect(answer.body.meta.count).toBe(3)
    expect(ids((await server.call(`${path}&tags=Bank&functions=root&content=dynamic`)).body)).toEqual(chosen)
    const old = await server.call(path.replaceAll('v5.1.0', 'v1.4.0'))
    expect(old.body.resource_docs.map(({ specified_url }: { specified_url: string }) => specified_url)).toEqual([
      '/obp/v1.4.0/banks',
      '/obp/v1.4.0/banks/BANK_ID/customer',
      // v1.4.0 does not serve it
      '/obp/v4.0.0/my/api-collections',
    ])
  })

  test('is as it is now, and no cache keeps it', async () => {
    const { path, apiCollectionId } = await collection(true)
    const before = await server.call(path)
    expect(before.headers.get('cache-control')).toBe('private, no-cache')
    await server.services.apiCollections.removeEndpoint(origin, apiCollectionId, {
      operationId: 'OBPv1.2.1-getBanks',
    })
    const headers = { 'If-None-Match': before.headers.get('etag')! }
    const after = await server.call(path, { headers })
    expect(after.status).toBe(200)
    expect(ids(after.body)).toHaveLength(2)
  })

  test('400 OBP-30079 for one that is not there, or is not sharable and somebody else’s', async () => {
    const missing = [400, 'OBP-30079: ApiCollection not found.']
    expect(said(await server.call(`${docs('v5.1.0')}?api-collection-id=none`))).toEqual(missing)
    const { path, token } = await collection(false)
    expect(said(await server.call(path))).toEqual(missing)
    const other = await server.user()
    expect(said(await server.call(path, { token: other.token }))).toEqual(missing)
    expect((await server.call(path, { token })).status).toBe(200)
  })
})

describe('getBankLevelDynamicResourceDocsObp', () => {
  const path = '/obp/v5.1.0/banks/gh.29.uk/resource-docs/v5.1.0/obp'

  test('200 with an empty list: nothing is made at run time', async () => {
    for (const prefix of ['v1.4.0', 'v5.1.0', 'v6.0.0'])
      expect((await server.call(path.replace('v5.1.0', prefix))).body).toEqual({ resource_docs: [] })
  })

  test('404 OBP-30001 for a bank that is not there', async () => {
    const { status, body } = await server.call(path.replace('gh.29.uk', 'none'))
    expect([status, body.message.slice(0, 10)]).toEqual([404, 'OBP-30001:'])
  })

  test('400 for an unknown version, locale or content', async () => {
    const code = async (where: string) => (await server.call(where)).body.message.slice(0, 9)
    expect(await code(path.replace('/v5.1.0/obp', '/v0/obp'))).toBe('OBP-00027')
    expect(await code(`${path}?locale=fr`)).toBe('OBP-10041')
    expect(await code(`${path}?content=some`)).toBe('OBP-10052')
  })

  test('401 for credentials that are wrong', async () => {
    expect((await server.call(path, { token: 'wrong' })).status).toBe(401)
  })
})

describe('RESOURCE_DOCS_REQUIRES_ROLE', () => {
  let closed: TestServer
  beforeAll(async () => {
    closed = await startTestServer({ resourceDocsRequiresRole: true })
    for (const bank of ['gh.29.uk', 'de.10.de']) await closed.bank(bank)
  })
  afterAll(() => closed.close())

  test.each(['v1.4.0', 'v4.0.0', 'v6.0.0'])('%s: 401, then 403, then 200 with CanReadResourceDoc', async (version) => {
    const anonymous = await closed.call(docs(version))
    expect([anonymous.status, anonymous.body.message.slice(0, 10)]).toEqual([401, 'OBP-20001:'])
    const { token } = await closed.user()
    expect(said(await closed.call(docs(version), { token }))).toEqual([
      403,
      'OBP-20006: User is missing one or more roles: CanReadResourceDoc',
    ])
    const reader = await closed.user({ '': ['CanReadResourceDoc'] })
    expect((await closed.call(docs(version), { token: reader.token })).status).toBe(200)
  })

  test('at a bank: CanReadDynamicResourceDocsAtOneBank there, after the bank itself', async () => {
    const path = '/obp/v5.1.0/banks/gh.29.uk/resource-docs/v5.1.0/obp'
    expect((await closed.call(path)).status).toBe(401)
    const elsewhere = await closed.user({
      '': ['CanReadResourceDoc'],
      'de.10.de': ['CanReadDynamicResourceDocsAtOneBank'],
    })
    expect((await closed.call(path, { token: elsewhere.token })).status).toBe(403)
    expect((await closed.call(path.replace('gh.29.uk', 'none'), { token: elsewhere.token })).status).toBe(404)
    const reader = await closed.user({ 'gh.29.uk': ['CanReadDynamicResourceDocsAtOneBank'] })
    expect((await closed.call(path, { token: reader.token })).body).toEqual({ resource_docs: [] })
  })

  test('the root document says so, and so do the docs', async () => {
    for (const prefix of ['v4.0.0', 'v5.1.0']) {
      expect((await closed.call(`/obp/${prefix}/root`)).body.resource_docs_requires_role).toBe(true)
      expect((await server.call(`/obp/${prefix}/root`)).body.resource_docs_requires_role).toBe(false)
    }
    const { token } = await closed.user({ '': ['CanReadResourceDoc'] })
    const path = `${docs('v5.1.0')}?functions=getResourceDocsObpV400`
    const [doc] = (await closed.call(path, { token })).body.resource_docs
    expect(doc.roles).toEqual([{ role: 'CanReadResourceDoc', requires_bank_id: false }])
    expect(doc.description).toContain('Authentication is Mandatory')
    const [open] = (await server.call(path)).body.resource_docs
    expect(open.roles).toBeUndefined()
    expect(open.description).toContain('Authentication is Optional')
  })
})
