/** The addresses of the Explorer, without a browser. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { meaningOf } from '../documentation/glossary.ts'
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
  expect((await dataOf('/operations?version=v4.0.0&tags=bANK,Bank')).filter.tags).toEqual(['Bank'])
  // a later version has it
  expect((await dataOf('/operations?version=v1.4.0&functions=createUser')).filter.functions).toEqual(['createUser'])
})

describe('an address that is not there', () => {
  const asBrowser = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' }
  const opened = (path: string, headers: Record<string, string> = asBrowser) => server.call(path, { headers })
  const long = `/${'x'.repeat(8192)}`

  test.each([
    ['/operation/OBPv1.4.0-addCustomer', 404, 'There is no such page', 'No existe esa página'],
    ['/%E0%', 404, 'There is no such page', 'No existe esa página'],
    ['/guide?a=%00', 404, 'There is no such page', 'No existe esa página'],
    [long, 414, 'addresses of up to 8 KiB', 'direcciones de hasta 8 KiB'],
  ])('is a page in a browser: %.40s', async (path, status, en, es) => {
    for (const [language, words] of [
      ['en', en],
      ['es', es],
    ] as const) {
      const answer = await opened(path, { ...asBrowser, 'accept-language': language })
      expect([answer.status, answer.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8'])
      expect(answer.text).toContain(`<html lang="${language}">`)
      expect(answer.text).toContain(words)
      expect(answer.text).toContain('role="search"')
      expect(answer.text).toMatch(/<a href="\/\?version=v6\.0\.0&amp;locale=\w+">(To the start|Ir al inicio)</)
    }
  })

  test.each([
    ['anything', { accept: '*/*' }],
    ['JSON', { accept: 'application/json' }],
    ['JSON rather than HTML', { accept: 'text/html;q=0.5, application/json' }],
    ['a picture', { accept: 'image/png' }],
  ])('is the envelope where %s is asked for', async (_name, headers) => {
    const [missing, tooLong] = [await opened('/nonsense', headers), await opened(long, headers)]
    expect(missing.body).toEqual({ code: 404, message: expect.stringMatching(/^OBP-10404: 404 Not Found\./) })
    expect(tooLong.body).toEqual({ code: 414, message: 'OBP-10404: URI Too Long. It is longer than 8 KiB.' })
  })

  test.each(['/obp/v4.0.0/nonsense', '/obp', '/obp/v9.9.9/banks', '//obp/v4.0.0/nonsense'])(
    'of the API is the envelope in a browser too: %s',
    async (path) => {
      const { status, body } = await opened(path)
      expect([status, body.code]).toEqual([404, 404])
    },
  )

  test('takes nothing but reading for a look at a page', async () => {
    const { status, body } = await server.call('/nonsense', { method: 'POST', headers: asBrowser, body: {} })
    expect([status, body.code]).toEqual([404, 404])
  })

  test('is the envelope where there are no pages', async () => {
    const bare = await startTestServer({ explorer: false })
    expect((await bare.call('/nonsense', { headers: asBrowser })).body.code).toBe(404)
    await bare.close()
  })
})

describe('a version that is not served', () => {
  const notice = 'The version in the address is not served here.'

  test.each([
    ['/?version=OBPv9.9.9', 'v6.0.0'],
    ['/glossary?version=BGv1.3', 'v6.0.0'],
    ['/?version=OBPv9.9.9&operation_id=OBPv6_0_0-getErrorMessages', 'v6.0.0'],
    ['/?version=OBPv9.9.9&tags=Customer', 'v6.0.0'],
    // only an older version has it
    ['/?version=OBPv9.9.9&operation_id=OBPv1_4_0-addCustomer', 'v1.4.0'],
  ])('is told of, and which one is shown instead: %s', async (path, shown) => {
    expect((await server.call(path)).text).toContain(`${notice} What you see is ${shown}.`)
    const { text } = await server.call(`${path}&locale=es_ES`)
    expect(text).toContain(
      `La versión que indica la dirección no está disponible en este servidor. Lo que ve es la ${shown}.`,
    )
    // what the page leads to is of the version that is shown
    expect(text).not.toMatch(/href="[^"]*(v9\.9\.9|BGv1\.3)/)
  })

  test.each(['/', '/?version=v4.0.0', '/?version=OBPv4.0.0', '/?version='])('is not what %s asks for', async (path) => {
    expect((await server.call(path)).text).not.toContain(notice)
  })
})

test.each([
  ['/operationid/OBPv1.4.0-getCustomer?version=OBPv1.4.0', '/operations/OBPv1.4.0-getCustomer?version=v1.4.0'],
  ['/operationid/OBPv1.4.0-getCustomer', '/operations/OBPv1.4.0-getCustomer'],
  ['/operationid/%2F%2Fnowhere.example?version=a%26b%23c', '/operations/%2F%2Fnowhere.example?version=a%26b%23c'],
  [
    '/resource-docs/OBPv1.4.0?operationid=OBPv1.4.0-addCustomer&locale=es_ES',
    '/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=es_ES',
  ],
  ['/resource-docs/OBPv4.0.0?tags=Customer,KYC', '/operations?version=v4.0.0&tags=Customer%2CKYC'],
  ['/resource-docs/OBPv4.0.0', '/?version=v4.0.0'],
  ['/resource-docs?tags=Customer&locale=es_ES', '/operations?locale=es_ES&tags=Customer'],
  ['/resource-docs', '/'],
  [
    '/message-docs/kafka_vSept2018?locale=es_ES&version=OBPv4.0.0',
    '/message-docs?version=v4.0.0&locale=es_ES&connector=kafka_vSept2018',
  ],
  ['/collections/c-1?locale=es_ES', '/operations?locale=es_ES&api-collection-id=c-1'],
  ['/partial-functions.html?version=OBPv4.0.0', '/?version=v4.0.0'],
  ['/partial-functions.html?tags=Bank&locale=es_ES', '/operations?locale=es_ES&tags=Bank'],
])('%s of another Explorer leads to %s', async (path, place) => {
  const { status, headers } = await fetch(server.url + path, { redirect: 'manual' })
  expect([status, headers.get('location')]).toEqual([301, place])
})

test('what those links lead to is there', async () => {
  for (const path of [
    '/operationid/OBPv1.4.0-getCustomer?version=OBPv1.4.0',
    '/resource-docs/OBPv1.4.0?operationid=OBPv1.4.0-addCustomer',
    '/message-docs/rest_vMar2019',
    '/message-docs?connector=kafka_vSept2018',
    '/partial-functions.html?tags=Bank',
  ])
    expect([path, (await server.call(path)).status]).toEqual([path, 200])
})

test.each([
  ['/?functions=addCustomer', 'v1.4.0', 'OBPv1.4.0-addCustomer'],
  ['/operations?functions=addCustomer&locale=es_ES', 'v1.4.0', 'OBPv1.4.0-addCustomer'],
  ['/operations?functions=getBanks', 'v6.0.0', 'OBPv4.0.0-getBanks'],
])('%s without a version shows what %s serves of it, the newest that does', async (path, version, id) => {
  const { url, text } = await fetch(server.url + path).then(async (page) => ({
    url: page.url,
    text: await page.text(),
  }))
  expect(new URL(url).searchParams.get('version') ?? 'v6.0.0').toBe(version)
  expect(text).toContain(`id="${id}"`)
})

describe('the messages of a connector', () => {
  test.each([
    ['en_GB', 'kafka_vSept2018 is a connector of OBP that this server does not have: there are no messages of it.'],
    ['es_ES', 'kafka_vSept2018 es un conector de OBP que este servidor no tiene: no hay mensajes suyos.'],
  ])('that only OBP has are none, and the page says so in %s', async (locale, words) => {
    const { text } = await server.call(`/message-docs?connector=kafka_vSept2018&locale=${locale}`)
    expect(text).toContain(words)
    expect(text).not.toContain('obp.getBanks')
  })

  test('that is the server’s own are there by either name, and one that nobody has is not found', async () => {
    for (const name of ['mapped', 'local'])
      expect((await server.call(`/message-docs?connector=${name}`)).text).toContain('obp.getBanks')
    expect((await server.call('/message-docs?connector=none')).status).toBe(404)
  })
})

test('behind the role of resource docs no page names an operation to everybody', async () => {
  const closed = await startTestServer({ explorer: true, resourceDocsRequiresRole: true })
  const named: string[] = []
  for (const path of [
    '/',
    '/errors',
    '/message-docs',
    '/message-docs?connector=mapped',
    '/operations?tags=Bank',
    '/status',
  ]) {
    // what an id looks like is said by the advice on an error
    const text = (await closed.call(path)).text.replaceAll('such as OBPv1.4.0-addCustomer', '')
    named.push(...catalogue.filter(({ id }) => text.includes(id)).map(({ id }) => `${path} ${id}`))
  }
  expect(named).toEqual([])
  await closed.close()
})

describe('what is only read', () => {
  const idsIn = (text: string) => [...text.matchAll(/<div class="entry" id="([^"]+)"/g)].map(([, id]) => id!)

  test.each([
    ['/glossary', 'Customer.customer_id', meaningOf('legal_name')!],
    ['/errors', 'OBP-30006', { en: 'A customer of this bank has the number already.', es: 'ya tiene' }],
    ['/message-docs', 'obp.getBanks', { en: 'All banks, by id.', es: 'Todos los bancos' }],
  ])(
    '%s is in the page itself, in both languages, each entry with an anchor of its own',
    async (path, anchor, words) => {
      for (const [locale, part] of [
        ['en_GB', words.en],
        ['es_ES', words.es],
      ] as const) {
        const { text } = await server.call(`${path}?locale=${locale}`)
        const html = text.slice(0, text.indexOf('id="page-data"'))
        expect(html).toContain(part)
        const ids = idsIn(html)
        expect(ids).toContain(anchor)
        expect(new Set(ids).size).toBe(ids.length)
        const targets = [...html.matchAll(/<h2><a href="#([^"]+)"/g)].map(([, target]) => target)
        expect(targets.filter((target) => !ids.includes(target!))).toEqual([])
      }
    },
  )

  test('a glossary that is not for everybody is on no page', async () => {
    const closed = await startTestServer({ explorer: true, glossaryRequiresRole: true })
    const { status, text } = await closed.call('/glossary')
    expect(status).toBe(200)
    expect(text).toContain('The glossary of this server is not for everybody.')
    expect(text).not.toContain(meaningOf('legal_name')!.en)
    await closed.close()
  })

  test.each([
    '/',
    '/operations/OBPv1.4.0-addCustomer?version=v1.4.0',
    '/glossary',
    '/errors',
    '/message-docs',
    '/guide',
  ])('%s says where it is in the other language', async (path) => {
    const { text } = await server.call(path)
    const pairs = [...text.matchAll(/<link rel="alternate" hreflang="(\w+)" href="([^"]+)"/g)]
    expect(pairs.map(([, language]) => language)).toEqual(['en', 'es'])
    const other = new URL(pairs[1]![2]!.replaceAll('&amp;', '&'))
    expect([other.origin, other.pathname]).toEqual([server.url, path.split('?')[0]])
    expect((await server.call(other.pathname + other.search)).text).toContain('<html lang="es">')
  })
})
