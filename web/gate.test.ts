/** What the browser fetches as a user, from a real server: the same as the public page has. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, DirectLogin } from '../client/index.ts'
import { mostOnOnePage } from '../server/explorer/filter.ts'
import type { PageData } from '../server/explorer/page-data.ts'
import { origin, startTestServer, type TestServer } from '../server/testing/server.ts'
import { throughGate } from './gate.ts'
import { alwaysAnswers } from './session/answering.ts'

let server: TestServer
let token: string
let collectionId: string
const operationIds = [
  'OBPv6.0.0-getResourceDoc',
  'OBPv4.0.0-getBanks',
  'OBPv1.4.0-addCustomer',
  'OBPv1.4.0-getCrmEvents',
  // one that an older server had
  'OBPv1.4.0-goneForGood',
]
beforeAll(async () => {
  server = await startTestServer({ explorer: true })
  const user = await server.user()
  token = user.token
  const { apiCollections } = server.services
  const made = await apiCollections.create(origin, user.userId, { name: 'Desk', isSharable: true, description: '' })
  if (typeof made === 'string') throw new Error(made)
  collectionId = made.apiCollectionId
  for (const id of operationIds) await apiCollections.addEndpoint(origin, collectionId, id)
})
afterAll(() => server.close())

const publicPage = async (version: string): Promise<PageData> =>
  (await server.call(`/operations?api-collection-id=${collectionId}&version=${version}&as=data`)).body

/** The page of the collection as the user gets it, through a fetch that a test may tamper with. */
async function opened(
  fetch: typeof globalThis.fetch = globalThis.fetch,
  version = 'v6.0.0',
  tell?: Parameters<typeof throughGate>[2],
) {
  const api = alwaysAnswers(connect({ url: server.url, credentials: () => DirectLogin(token), fetch }))
  const view = { kind: 'gated', wanted: { kind: 'operations', collectionId } } as const
  return throughGate(api, { ...(await publicPage(version)), view }, tell)
}
const answering =
  (part: string, status: number): typeof fetch =>
  async (input, init) =>
    String(input).includes(part) ? Response.json({ message: 'No.' }, { status }) : fetch(input, init)

test.each(['v1.4.0', 'v4.0.0', 'v6.0.0'])(
  'under %s it is what the public page has, in its order, without an operation that is gone',
  async (version) => {
    const shown = ({ view }: PageData) =>
      view.kind === 'operations' &&
      view.operations.map(({ operation_id, specified_url }) => [operation_id, specified_url])
    const { opened: page, refusal } = await opened(fetch, version)
    expect(refusal).toBeNull()
    expect(shown(page)).toEqual(shown(await publicPage(version)))
    expect(shown(page)).toHaveLength(operationIds.length - 1)
    expect(page.view).toMatchObject({ count: operationIds.length - 1 })
  },
)

describe.each([
  ['of the collection', '/my/api-collections/'],
  ['of what is in it', '/api-collection-endpoints'],
  ['of an operation', '/operations/OBPv4.0.0-getBanks'],
])('a call %s', (_what, part) => {
  test.each([429, 503])('that is refused with %i is said to be so', async (status) => {
    const { refusal, opened: page } = await opened(answering(part, status))
    expect([refusal?.status, page.view.kind]).toEqual([status, 'gated'])
  })
})

test('a collection is not there where the server says so, and only then', async () => {
  expect((await opened(answering('/api-collection', 404))).opened.view).toEqual({ kind: 'not-found' })
})

describe('of the server itself, a collection', () => {
  const openedBy = async (token: string, collectionId: string) => {
    const api = alwaysAnswers(connect({ url: server.url, credentials: () => DirectLogin(token) }))
    const view = { kind: 'gated', wanted: { kind: 'operations', collectionId } } as const
    return (await throughGate(api, { ...(await publicPage('v6.0.0')), view })).opened.view
  }
  test('that there is not is not there', async () => {
    expect(await openedBy(token, 'none')).toEqual({ kind: 'not-found' })
  })
  test('that somebody else shares is there', async () => {
    const other = await server.user()
    expect(await openedBy(other.token, collectionId)).toMatchObject({ collection: { id: collectionId } })
  })
})

test('the messages of a connector are those that the public page has', async () => {
  const api = alwaysAnswers(connect({ url: server.url, credentials: () => DirectLogin(token) }))
  for (const query of ['', '&connector=mapped', '&connector=star']) {
    const page: PageData = (await server.call(`/message-docs?locale=es_ES${query}&as=data`)).body
    expect(page.view.kind).toBe('message-docs')
    const { connector } = page.view as Extract<PageData['view'], { kind: 'message-docs' }>
    const view = { kind: 'gated', wanted: { kind: 'message-docs', connector } } as const
    expect((await throughGate(api, { ...page, view })).opened.view).toEqual(page.view)
  }
})

test('a server that is away is said to be', async () => {
  const { refusal } = await opened(() => Promise.reject(new TypeError('away')))
  expect(refusal?.status).toBe(0)
})

test('it tells how many operations have come', async () => {
  const told: unknown[] = []
  await opened(fetch, 'v6.0.0', (progress) => told.push(progress))
  const all = operationIds.length
  expect(told).toEqual(operationIds.map((_id, place) => ({ count: place + 1, all })))
})

describe('rules that administrators have set', () => {
  const rulesOf = async (...input: Parameters<typeof opened>) => {
    const { view } = (await opened(...input)).opened
    return view.kind === 'operations' && view.operations[0]!.rules
  }
  test.each([401, 403])('are said to be untold where the server refuses them with %i', async (status) => {
    expect(await rulesOf(answering('/endpoints/json-schema-validations', status))).toMatchObject({
      untold: ['json_schema'],
    })
    expect(await rulesOf(answering('/endpoints/', status))).toMatchObject({
      untold: ['json_schema', 'allowed_authentication_types'],
    })
  })

  test('are not untold where there are none', async () => {
    expect(await rulesOf()).toEqual({ json_schema: null, allowed_authentication_types: null, untold: [] })
  })
})

test('a few calls are made at once, however much is in a collection', async () => {
  const { operations } = (await server.call('/obp/v6.0.0/resource-docs/v6.0.0/index')).body
  for (const { operation_id } of operations)
    await server.services.apiCollections.addEndpoint(origin, collectionId, operation_id)
  let [now, most, all] = [0, 0, 0]
  const { opened: page } = await opened(async (input, init) => {
    now += 1
    all += 1
    most = Math.max(most, now)
    return fetch(input, init).finally(() => (now -= 1))
  })
  const shown = page.view.kind === 'operations' && page.view.operations.length
  // but for the one that is gone
  expect(shown).toBe(mostOnOnePage - 1)
  expect(most).toBeLessThanOrEqual(6)
  expect(all).toBeGreaterThan(mostOnOnePage)
})
