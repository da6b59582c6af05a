import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { mostCollections, mostEndpoints } from '../../api-collections/api-collections.ts'
import { auditOf, testConsumerId } from '../../testing/audit.ts'
import { expectDeclared } from '../../testing/declared.ts'
import { type Ask, origin, startTestServer, type TestServer } from '../../testing/server.ts'
import { createMyApiCollection } from './create-my-api-collection.ts'
import { createMyApiCollectionEndpoint } from './create-my-api-collection-endpoint.ts'
import { createMyApiCollectionEndpointById } from './create-my-api-collection-endpoint-by-id.ts'
import { deleteMyApiCollection } from './delete-my-api-collection.ts'
import { deleteMyApiCollectionEndpoint } from './delete-my-api-collection-endpoint.ts'
import { deleteMyApiCollectionEndpointById } from './delete-my-api-collection-endpoint-by-id.ts'
import { deleteMyApiCollectionEndpointByOperationId } from './delete-my-api-collection-endpoint-by-operation-id.ts'
import { getAllApiCollections } from './get-all-api-collections.ts'
import { getApiCollectionEndpoints } from './get-api-collection-endpoints.ts'
import { getApiCollectionsForUser } from './get-api-collections-for-user.ts'
import { getFeaturedApiCollections } from './get-featured-api-collections.ts'
import { getMyApiCollectionById } from './get-my-api-collection-by-id.ts'
import { getMyApiCollectionByName } from './get-my-api-collection-by-name.ts'
import { getMyApiCollectionEndpoint } from './get-my-api-collection-endpoint.ts'
import { getMyApiCollectionEndpoints } from './get-my-api-collection-endpoints.ts'
import { getMyApiCollectionEndpointsById } from './get-my-api-collection-endpoints-by-id.ts'
import { getMyApiCollections } from './get-my-api-collections.ts'
import { getSharableApiCollectionById } from './get-sharable-api-collection-by-id.ts'
import { updateMyApiCollection } from './update-my-api-collection.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

let owner: { userId: string; token: string }
let other: { userId: string; token: string }
beforeEach(async () => {
  ;[owner, other] = [await server.user(), await server.user()]
})

const my = '/my/api-collections'
const call = (path: string, ask: Ask = {}, version = 'v5.1.0') => server.call(`/obp/${version}${path}`, ask)
const as = (token: string, method = 'GET', body?: unknown): Ask => ({
  method,
  token,
  ...(body !== undefined && { body }),
})
const said = ({ status, body }: { status: number; body: { message: string } }) => [status, body.message]
const make = (token: string, name = 'Onboarding', isSharable = false) =>
  call(my, as(token, 'POST', { api_collection_name: name, is_sharable: isSharable, description: 'Of use.' }))
const made = async (name?: string, isSharable?: boolean): Promise<string> =>
  (await make(owner.token, name, isSharable)).body.api_collection_id
const fill = async (id: string, ...operationIds: string[]) => {
  for (const each of operationIds) await server.services.apiCollections.addEndpoint(origin, id, each)
}

const add = { operation_id: 'OBPv1.4.0-addCustomer' }
const noCollection = [400, 'OBP-30079: ApiCollection not found.']
const noEndpoint = [400, 'OBP-30082: ApiCollectionEndpoint not found.']
const noLogin = [401, 'OBP-20001: User not logged in. Authentication is required!']

describe('createMyApiCollection', () => {
  test('201, and the audit trail tells of it without what the user wrote', async () => {
    const answer = await make(owner.token)
    expectDeclared(answer, createMyApiCollection, 201)
    expect(answer.body).toEqual({
      api_collection_id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      user_id: owner.userId,
      api_collection_name: 'Onboarding',
      is_sharable: false,
      description: 'Of use.',
    })
    expect(await auditOf(server, 'api_collection', answer.body.api_collection_id)).toEqual([
      {
        bank_id: '',
        user_id: owner.userId,
        consumer_id: await testConsumerId(server),
        operation_id: 'OBPv4.0.0-createMyApiCollection',
        correlation_id: answer.headers.get('correlation-id'),
        change: { created: { is_sharable: false } },
      },
    ])
  })

  test('201 without a description; another user may have the name too', async () => {
    const body = { api_collection_name: 'Onboarding', is_sharable: true }
    expect((await call(my, as(owner.token, 'POST', body))).body.description).toBe('')
    expect((await make(other.token)).status).toBe(201)
  })

  test('401 without a login', async () => {
    expect(said(await call(my, { body: { api_collection_name: 'A', is_sharable: true } }))).toEqual(noLogin)
  })

  test.each([
    [{ is_sharable: true }, 'api_collection_name'],
    [{ api_collection_name: '', is_sharable: true }, 'api_collection_name'],
    [{ api_collection_name: ' \u00a0', is_sharable: true }, 'api_collection_name'],
    [{ api_collection_name: 'x'.repeat(101), is_sharable: true }, 'api_collection_name'],
    [{ api_collection_name: true, is_sharable: true }, 'api_collection_name'],
    [{ api_collection_name: 'A' }, 'is_sharable'],
    [{ api_collection_name: 'A', is_sharable: 'true' }, 'is_sharable'],
    [{ api_collection_name: 'A', is_sharable: true, description: 'x'.repeat(2001) }, 'description'],
    [{ api_collection_name: 'A', is_sharable: true, description: {} }, 'description'],
  ])('400 OBP-10001 for %j', async (body, field) => {
    const [status, message] = said(await call(my, as(owner.token, 'POST', body)))
    expect(status).toBe(400)
    expect(message).toMatch(new RegExp(`^OBP-10001: Incorrect json format\\. ${field} `))
  })

  test('400 OBP-30086 for a name that the user has; of twenty at once one wins', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => make(owner.token)))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(19).fill(400)])
    expect(said(answers.find(({ status }) => status === 400)!)).toEqual([
      400,
      'OBP-30086: The ApiCollection is already exists.',
    ])
  })
})

describe('bounds', () => {
  test('400 OBP-30080 for one collection more than a user may have, also of two at once, and for Favourites', async () => {
    await server.storage.pool.query(
      `insert into api_collection (api_collection_id, user_id, name, is_sharable)
       select gen_random_uuid()::text, $1, 'Number ' || number, false from generate_series(2, $2::int) number`,
      [owner.userId, mostCollections],
    )
    const answers = await Promise.all([make(owner.token, 'Last'), make(owner.token, 'One more')])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
    const refusal = 'OBP-30080: Could not create ApiCollection. You have 100, which is the most; delete one first.'
    expect(said(answers.find(({ status }) => status === 400)!)).toEqual([400, refusal])
    const favourite = await call(`${my}/Favourites/api-collection-endpoints`, as(owner.token, 'POST', add))
    expect(said(favourite)).toEqual([400, refusal])
  })

  test('400 OBP-30083 for one operation more than fits into a collection, also of two at once', async () => {
    const id = await made()
    await server.storage.pool.query(
      `insert into api_collection_endpoint (api_collection_id, operation_id, api_collection_endpoint_id)
       select $1, 'OBPv1.4.0-former' || number, gen_random_uuid()::text from generate_series(2, $2::int) number`,
      [id, mostEndpoints],
    )
    const path = `/my/api-collection-ids/${id}/api-collection-endpoints`
    const answers = await Promise.all(
      ['OBPv1.4.0-addCustomer', 'OBPv1.4.0-getCustomer'].map((operation_id) =>
        call(path, as(owner.token, 'POST', { operation_id })),
      ),
    )
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400])
    expect(said(answers.find(({ status }) => status === 400)!)).toEqual([
      400,
      'OBP-30083: Could not create ApiCollectionEndpoint. There are 1000 in the collection, which is the most; take one out first.',
    ])
  })
})

describe('the collections of others', () => {
  let administrator: string
  beforeEach(async () => {
    administrator = (await server.user({ '': ['CanGetAllApiCollections'] })).token
  })
  const names = (answer: { body: { api_collections: { api_collection_name: string }[] } }) =>
    answer.body.api_collections.map((each) => each.api_collection_name)

  test('200 with those of one user by name, and with those of all', async () => {
    for (const name of ['B', 'A']) await made(name)
    await make(other.token, 'C', true)
    const ofUser = await call(`/users/${owner.userId}/api-collections`, as(administrator))
    expectDeclared(ofUser, getApiCollectionsForUser, 200)
    expect(names(ofUser)).toEqual(['A', 'B'])
    const all = await call('/management/api-collections', as(administrator))
    expectDeclared(all, getAllApiCollections, 200)
    const byUser = (userId: string) =>
      all.body.api_collections.filter((each: { user_id: string }) => each.user_id === userId)
    expect(byUser(owner.userId)).toEqual(ofUser.body.api_collections)
    expect(byUser(other.userId)).toHaveLength(1)
  })

  test.each(['/management/api-collections', '/users/USER_ID/api-collections'])(
    '%s: 401 without a login, 403 without the role, also for the user',
    async (template) => {
      const path = template.replace('USER_ID', owner.userId)
      expect(said(await call(path))).toEqual(noLogin)
      const [status, message] = said(await call(path, as(owner.token)))
      expect(status).toBe(403)
      expect(message).toBe('OBP-20006: User is missing one or more roles: CanGetAllApiCollections')
    },
  )

  test('404 OBP-20005 for a user that there is not', async () => {
    const [status, message] = said(await call('/users/none/api-collections', as(administrator)))
    expect(status).toBe(404)
    expect(message).toMatch(/^OBP-20005: /)
  })
})

describe('reading my collections', () => {
  test('200 by name, by id, and all by name; nothing of others', async () => {
    expect((await call(my, as(owner.token))).body).toEqual({ api_collections: [] })
    const [second, first] = [await made('B'), await made('A', true)]
    await make(other.token, 'C', true)
    const all = await call(my, as(owner.token))
    expectDeclared(all, getMyApiCollections, 200)
    expect(all.body.api_collections.map((each: { api_collection_id: string }) => each.api_collection_id)).toEqual([
      first,
      second,
    ])
    const byId = await call(`${my}/${second}`, as(owner.token))
    expectDeclared(byId, getMyApiCollectionById, 200)
    const byName = await call(`${my}/name/B`, as(owner.token))
    expectDeclared(byName, getMyApiCollectionByName, 200)
    expect([byId.body, byName.body]).toEqual([all.body.api_collections[1], all.body.api_collections[1]])
  })

  test("400 OBP-30079 for one that is not there or is another user's, sharable or not; 401 without a login", async () => {
    const [closed, open] = [await made('Closed'), await made('Open', true)]
    for (const id of ['none', closed, open])
      expect(said(await call(`${my}/${id}`, as(other.token)))).toEqual(noCollection)
    expect(said(await call(`${my}/name/Open`, as(other.token)))).toEqual(noCollection)
    for (const path of [my, `${my}/${open}`, `${my}/name/Open`]) expect(said(await call(path))).toEqual(noLogin)
  })
})

describe('updateMyApiCollection', () => {
  const fields = { api_collection_name: 'Renamed', is_sharable: true, description: 'New.' }

  test('200, and what is in it stays', async () => {
    const id = await made()
    await fill(id, 'OBPv1.4.0-addCustomer')
    const answer = await call(`${my}/${id}`, as(owner.token, 'PUT', fields))
    expectDeclared(answer, updateMyApiCollection, 200)
    expect(answer.body).toEqual({ api_collection_id: id, user_id: owner.userId, ...fields })
    expect((await call(`${my}/${id}`, as(owner.token))).body).toEqual(answer.body)
    expect(await server.services.apiCollections.endpoints(id)).toHaveLength(1)
    expect((await auditOf(server, 'api_collection', id)).at(-1)!.change).toEqual({ updated: { is_sharable: true } })
  })

  test('200 with the name that it has; 400 OBP-30086 with that of another one', async () => {
    const id = await made('Renamed')
    await made('Taken')
    expect((await call(`${my}/${id}`, as(owner.token, 'PUT', fields))).status).toBe(200)
    const taken = await call(`${my}/${id}`, as(owner.token, 'PUT', { ...fields, api_collection_name: 'Taken' }))
    expect(said(taken)).toEqual([400, 'OBP-30086: The ApiCollection is already exists.'])
  })

  test('one name is taken once, by renaming or by creating, however many try at once', async () => {
    const renamed = await Promise.all(['A', 'B', 'C', 'D'].map((name) => made(name)))
    const answers = await Promise.all([
      ...renamed.map((id) => call(`${my}/${id}`, as(owner.token, 'PUT', fields))),
      ...Array.from({ length: 4 }, () => make(owner.token, 'Renamed')),
    ])
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(7)
  })

  test("400 OBP-30079 for another user's, which does not change; 400 for a wrong body; 401; 405 before v5.1.0", async () => {
    const id = await made('Open', true)
    expect(said(await call(`${my}/${id}`, as(other.token, 'PUT', fields)))).toEqual(noCollection)
    expect((await call(`${my}/${id}`, as(owner.token))).body.api_collection_name).toBe('Open')
    const wrong = await call(`${my}/${id}`, as(owner.token, 'PUT', { ...fields, is_sharable: 1 }))
    expect(said(wrong)[1]).toMatch(/^OBP-10001: Incorrect json format\. is_sharable must be true or false/)
    expect(said(await call(`${my}/${id}`, { method: 'PUT', body: fields }))).toEqual(noLogin)
    expect((await call(`${my}/${id}`, as(owner.token, 'PUT', fields), 'v4.0.0')).status).toBe(405)
  })
})

describe('deleteMyApiCollection', () => {
  test('204, with what is in it', async () => {
    const id = await made('Gone', true)
    await fill(id, 'OBPv1.4.0-addCustomer')
    expectDeclared(await call(`${my}/${id}`, as(owner.token, 'DELETE')), deleteMyApiCollection, 204)
    expect(said(await call(`/api-collections/${id}/api-collection-endpoints`))).toEqual(noCollection)
    expect(await server.services.apiCollections.endpoints(id)).toEqual([])
    expect((await auditOf(server, 'api_collection', id)).at(-1)!.change).toEqual({ deleted: { is_sharable: true } })
    expect(said(await call(`${my}/${id}`, as(owner.token, 'DELETE')))).toEqual(noCollection)
  })

  test("400 OBP-30079 for another user's, which stays; 401 without a login", async () => {
    const id = await made('Open', true)
    expect(said(await call(`${my}/${id}`, as(other.token, 'DELETE')))).toEqual(noCollection)
    expect(said(await call(`${my}/${id}`, { method: 'DELETE' }))).toEqual(noLogin)
    expect((await call(`${my}/${id}`, as(owner.token))).status).toBe(200)
  })

  test('of many at once one deletes it', async () => {
    const id = await made()
    const answers = await Promise.all(Array.from({ length: 8 }, () => call(`${my}/${id}`, as(owner.token, 'DELETE'))))
    expect(answers.map(({ status }) => status).sort()).toEqual([204, ...Array(7).fill(400)])
  })
})

describe('what is shared', () => {
  test('200 to everybody who has the id', async () => {
    const id = await made('Open', true)
    await fill(id, 'OBPv1.4.0-getCustomer', 'OBPv1.4.0-addCustomer')
    const shared = await call(`/api-collections/sharable/${id}`)
    expectDeclared(shared, getSharableApiCollectionById, 200)
    const endpoints = await call(`/api-collections/${id}/api-collection-endpoints`)
    expectDeclared(endpoints, getApiCollectionEndpoints, 200)
    const operationIds = endpoints.body.api_collection_endpoints.map((each: typeof add) => each.operation_id)
    expect(operationIds).toEqual(['OBPv1.4.0-addCustomer', 'OBPv1.4.0-getCustomer'])
  })

  test('400 OBP-30079 for one that is not; its owner reads what is in it', async () => {
    const id = await made('Closed')
    for (const token of [undefined, other.token, owner.token]) {
      const ask = token === undefined ? {} : { token }
      expect(said(await call(`/api-collections/sharable/${id}`, ask))).toEqual(noCollection)
      const { status } = await call(`/api-collections/${id}/api-collection-endpoints`, ask)
      expect(status).toBe(token === owner.token ? 200 : 400)
    }
  })

  test('featured: those of the settings that are sharable, in that order', async () => {
    expect((await call('/api-collections/featured')).body).toEqual({ api_collections: [] })
    const [first, closed, second] = ['first', 'closed', 'second']
    const recommending = await startTestServer({ featuredApiCollectionIds: [second, closed, 'none', first] })
    try {
      const { userId } = await recommending.user()
      for (const [id, isSharable] of [
        [first, true],
        [closed, false],
        [second, true],
      ] as const)
        await recommending.storage.pool.query(
          'insert into api_collection (api_collection_id, user_id, name, is_sharable) values ($1, $2, $1, $3)',
          [id, userId, isSharable],
        )
      const answer = await recommending.call('/obp/v4.0.0/api-collections/featured')
      expectDeclared(answer, getFeaturedApiCollections, 200)
      expect(answer.body.api_collections.map((each: { api_collection_id: string }) => each.api_collection_id)).toEqual([
        second,
        first,
      ])
    } finally {
      await recommending.close()
    }
  })
})

describe.each([
  ['by name', 'Onboarding', false],
  ['by id under the path of names', '', false],
  ['by id', '', true],
] as const)('the operations in a collection, %s', (_how, name, byId) => {
  let id: string
  let base: string
  beforeEach(async () => {
    id = await made()
    base = `${byId ? '/my/api-collection-ids' : my}/${name || id}/api-collection-endpoints`
  })
  const [creates, lists, deletes] = byId
    ? [createMyApiCollectionEndpointById, getMyApiCollectionEndpointsById, deleteMyApiCollectionEndpointByOperationId]
    : [createMyApiCollectionEndpoint, getMyApiCollectionEndpoints, deleteMyApiCollectionEndpoint]

  test('201, listed, and gone again with 204', async () => {
    const added = await call(base, as(owner.token, 'POST', add))
    expectDeclared(added, creates, 201)
    expect(added.body).toMatchObject({ api_collection_id: id, ...add })
    const list = await call(base, as(owner.token))
    expectDeclared(list, lists, 200)
    expect(list.body).toEqual({ api_collection_endpoints: [added.body] })
    expectDeclared(await call(`${base}/${add.operation_id}`, as(owner.token, 'DELETE')), deletes, 204)
    expect((await call(base, as(owner.token))).body).toEqual({ api_collection_endpoints: [] })
    expect(said(await call(`${base}/${add.operation_id}`, as(owner.token, 'DELETE')))).toEqual(noEndpoint)
    expect((await auditOf(server, 'api_collection', id)).map(({ change }) => change).slice(1)).toEqual([
      { updated: { added: add.operation_id } },
      { updated: { removed: add.operation_id } },
    ])
  })

  test('400 OBP-30085 for what is in it already; of ten at once one wins', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => call(base, as(owner.token, 'POST', add))))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(9).fill(400)])
    expect(said(answers.find(({ status }) => status === 400)!)).toEqual([
      400,
      'OBP-30085: The ApiCollectionEndpoint is already exists.',
    ])
  })

  test('400 OBP-40048 for an operation that there is not, OBP-10001 for a wrong body', async () => {
    for (const operation_id of ['', 'addCustomer', 'OBPv1.4.0-noSuchFunction', 5])
      expect(said(await call(base, as(owner.token, 'POST', { operation_id })))).toEqual([
        400,
        'OBP-40048: Invalid operation_id, please specify valid operation_id.',
      ])
    for (const body of [{}, { operation_id: null }, { operation_id: ['x'] }, { operation_id: 'x'.repeat(256) }, []])
      expect(said(await call(base, as(owner.token, 'POST', body)))[1]).toMatch(/^OBP-10001: /)
  })

  test("400 OBP-30079 in another user's, sharable or not, and nothing changes; 401 without a login", async () => {
    await call(`${my}/${id}`, as(owner.token, 'PUT', { api_collection_name: 'Onboarding', is_sharable: true }))
    await fill(id, add.operation_id)
    expect(said(await call(base, as(other.token, 'POST', { operation_id: 'OBPv1.4.0-getCustomer' })))).toEqual(
      noCollection,
    )
    expect(said(await call(base, as(other.token)))).toEqual(noCollection)
    expect(said(await call(`${base}/${add.operation_id}`, as(other.token, 'DELETE')))).toEqual(noCollection)
    expect(said(await call(base, { body: add }))).toEqual(noLogin)
    expect(said(await call(base))).toEqual(noLogin)
    expect(said(await call(`${base}/${add.operation_id}`, { method: 'DELETE' }))).toEqual(noLogin)
    expect(await server.services.apiCollections.endpoints(id)).toHaveLength(1)
  })
})

describe('getMyApiCollectionEndpoint', () => {
  test('200 for what is in it, 400 for what is not, whose it is not, and 401', async () => {
    const id = await made()
    await fill(id, add.operation_id)
    const path = `${my}/Onboarding/api-collection-endpoints`
    const answer = await call(`${path}/${add.operation_id}`, as(owner.token))
    expectDeclared(answer, getMyApiCollectionEndpoint, 200)
    expect(answer.body).toMatchObject({ api_collection_id: id, ...add })
    expect(said(await call(`${path}/OBPv1.4.0-getCustomer`, as(owner.token)))).toEqual(noEndpoint)
    expect(said(await call(`${path}/${add.operation_id}`, as(other.token)))).toEqual(noCollection)
    expect(said(await call(`${path}/${add.operation_id}`))).toEqual(noLogin)
  })
})

describe('deleteMyApiCollectionEndpointById', () => {
  test('204 for what is in it; 400 for what is in another one, or whose it is not; 401', async () => {
    const [id, neighbour] = [await made('A'), await made('B')]
    await fill(id, add.operation_id)
    const [endpoint] = await server.services.apiCollections.endpoints(id)
    const path = (collection: string) =>
      `/my/api-collection-ids/${collection}/api-collection-endpoint-ids/${endpoint!.apiCollectionEndpointId}`
    expect(said(await call(path(neighbour), as(owner.token, 'DELETE')))).toEqual(noEndpoint)
    expect(said(await call(path(id), as(other.token, 'DELETE')))).toEqual(noCollection)
    expect(said(await call(path(id), { method: 'DELETE' }))).toEqual(noLogin)
    expectDeclared(await call(path(id), as(owner.token, 'DELETE')), deleteMyApiCollectionEndpointById, 204)
    expect(said(await call(path(id), as(owner.token, 'DELETE')))).toEqual(noEndpoint)
  })
})

describe('Favourites', () => {
  const path = `${my}/Favourites/api-collection-endpoints`

  test('are made when the first operation is added to them, for the user alone', async () => {
    expect(said(await call(path, as(owner.token)))).toEqual(noCollection)
    expect((await call(path, as(owner.token, 'POST', add))).status).toBe(201)
    expect((await call(my, as(owner.token))).body.api_collections).toMatchObject([
      { api_collection_name: 'Favourites', is_sharable: false, user_id: owner.userId },
    ])
    expect((await call(my, as(other.token))).body.api_collections).toEqual([])
  })

  test('once, however many are added at the same time', async () => {
    const operationIds = server.services.catalogue.slice(0, 12).map(({ id }) => id)
    const answers = await Promise.all(
      operationIds.map((operation_id) => call(path, as(owner.token, 'POST', { operation_id }))),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(12).fill(201))
    expect((await call(my, as(owner.token))).body.api_collections).toHaveLength(1)
    expect((await call(path, as(owner.token))).body.api_collection_endpoints).toHaveLength(12)
  })

  test('not for an operation that there is not, and no other name is made so', async () => {
    expect((await call(path, as(owner.token, 'POST', { operation_id: 'none' }))).status).toBe(400)
    expect(said(await call(path.replace('Favourites', 'favourites'), as(owner.token, 'POST', add)))).toEqual(
      noCollection,
    )
    expect((await call(my, as(owner.token))).body.api_collections).toEqual([])
  })
})

describe('a deleted user', () => {
  test('takes their collections along, also one that is being made', async () => {
    const id = await made('Open', true)
    await Promise.all([
      server.services.userDirectory.delete(origin, owner.userId),
      ...Array.from({ length: 5 }, (_, index) => make(owner.token, `New ${index}`)),
    ])
    expect(said(await call(`/api-collections/sharable/${id}`))).toEqual(noCollection)
    const { rows } = await server.storage.pool.query('select from api_collection where user_id = $1', [owner.userId])
    expect(rows).toEqual([])
  })
})
