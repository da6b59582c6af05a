/** The addresses of the Explorer, without a browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { catalogue } from '../operations/catalogue.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { mostOnOnePage } from './filter.ts'
import { ownViews } from './page-data.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ explorer: true })
})
afterAll(() => server.close())

const dataOf = async (path: string) => (await server.call(`${path}&as=data`)).body

const names = ['api-collection-id', 'tags', 'functions', 'native', 'version', 'locale', 'operation_id', 'as', 'index']
const odd = { NUL: '%00', 'half a character': '%ED%A0%80', 'a broken escape': '%E0%', '7 kB': 'x'.repeat(7000) }
describe.each(Object.entries(odd))('%s', (_name, text) => {
  test.each(['/', '/operations', '/operations/OBPv1.4.0-addCustomer', '/status', '/status/now', ...ownViews])(
    'in the query of %s is no failure of ours',
    async (page) => {
      const path = page.startsWith('/') ? page : `/${page}`
      const statuses = await Promise.all(
        names.map(async (name) => (await server.call(`${path}?${name}=${text}`)).status),
      )
      expect(statuses.filter((status) => status >= 500)).toEqual([])
    },
  )

  test('in a path is no failure of ours', async () => {
    for (const path of ['/operations/', '/assets/', '/brand/', '/'])
      expect([400, 403, 404]).toContain((await server.call(path + text)).status)
  })
})

test('a collection whose id the database could not even be asked for is not there', async () => {
  for (const query of ['api-collection-id=%00', 'api-collection-id=a&api-collection-id=%00'])
    expect((await server.call(`/operations?${query}`)).status).toBe(404)
})

test('no page shows more operations than a page can, and it says how many there are', async () => {
  const tags = [...new Set(catalogue.flatMap((operation) => operation.tags))].join(',')
  const { view } = await dataOf(`/operations?version=v6.0.0&tags=${tags}`)
  const served = (await server.call('/obp/v6.0.0/resource-docs/v6.0.0/index')).body.operations.length
  expect([view.operations.length, view.count]).toEqual([mostOnOnePage, served])
  const { text } = await server.call(`/operations?version=v6.0.0&tags=${tags}&locale=es_ES`)
  expect(text).toContain(`Estas son las primeras ${mostOnOnePage} de ${served} operaciones`)
  expect((await server.call('/operations?version=v6.0.0&tags=Bank')).text).not.toContain('These are the first')
})

test('what a version brought, or did not, is too much for a page: it narrows the tree alone', async () => {
  const { status, headers } = await fetch(`${server.url}/operations?native=false&version=v6.0.0`, {
    redirect: 'manual',
  })
  expect([status, headers.get('location')]).toEqual([302, '/?native=false&version=v6.0.0'])
})

test('names of nothing make no page of their own', async () => {
  const textOf = async (query: string) => (await server.call(`/operations?version=v4.0.0&${query}`)).text
  expect(await textOf('tags=Nothing')).toBe(await textOf('functions=nothing,else'))
  expect(await textOf('tags=Nothing')).toContain('No operation of v4.0.0 fits.')
  expect(await textOf('tags=Bank,Nothing')).toBe(await textOf('tags=Bank'))
  // a later version has it
  expect((await dataOf('/operations?version=v1.4.0&functions=createUser')).filter.functions).toEqual(['createUser'])
})
