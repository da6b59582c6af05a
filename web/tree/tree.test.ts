/** How operations are found: the search, the tree and what narrows it, and several operations on one page. */
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { origin, type TestServer } from '../../server/testing/server.ts'
import { startExplorer, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})
// one that a failure leaves open would take the browser with it
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

/** The page, with its script at work. */
async function open(page: Page, path: string): Promise<void> {
  page.setDefaultTimeout(10_000)
  await page.goto(path)
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
}
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
const idsOf = (page: Page) => page.locator('article.printed').evaluateAll((all) => all.map(({ id }) => id).sort())

test('the search finds what the version does not serve, fetches its terms once and only then, and hears each key once', async () => {
  const { page, complaints } = await visit(browser, server)
  const fetched: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/search-terms')) fetched.push(request.url())
  })
  await page.addInitScript(() => {
    const { normalize } = String.prototype
    const heard: string[] = []
    Object.assign(globalThis, { heard })
    String.prototype.normalize = function (...form: []) {
      heard.push(String(this))
      return normalize.apply(this, form)
    }
  })
  await open(page, '/?locale=es_ES')
  expect(fetched).toEqual([])
  const hit = page.locator('#operation-tree a').filter({ hasText: 'Añadir un cliente' })
  await page.locator('#search').pressSequentially('cliente')
  await hit.waitFor()
  expect(await hit.innerText()).toContain('en v1.4.0')
  await page.locator('#search').fill('')
  await page.locator('#operation-tree details').first().waitFor()
  const heard = await page.evaluate(() => {
    const { heard } = globalThis as unknown as { heard: string[] }
    return heard.splice(0).length
  })
  expect(heard).toBeGreaterThan(0)
  await page.locator('#search').fill('custmer')
  await page.locator('#operation-tree [role=status]').filter({ hasText: 'encontradas' }).waitFor()
  // among the words of the hits, in which it is looked for
  const again = await page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard)
  expect(again.filter((word) => word === 'custmer')).toEqual(['custmer'])
  await page.locator('#search').fill('cliente')
  await hit.click()
  await titled(page, 'Añadir un cliente')
  expect(new URL(page.url()).searchParams.get('version')).toBe('v1.4.0')
  await page.locator('#search').fill('customer')
  await page.locator('#operation-tree [role=status]').filter({ hasText: 'encontradas' }).waitFor()
  expect(fetched).toHaveLength(1)
  expect(complaints).toEqual([])
})

test('an error that is searched for leads to what is said of it', async () => {
  const { page, complaints } = await visit(browser, server)
  await open(page, '/?version=v6.0.0')
  await page.locator('#search').fill('30007')
  await page.locator('#operation-tree').getByRole('link', { name: 'OBP-30007', exact: true }).click()
  await titled(page, 'Errors')
  expect(new URL(page.url()).hash).toBe('#OBP-30007')
  expect(await page.locator('#OBP-30007').innerText()).toContain('already linked')
  expect(complaints).toEqual([])
})

test.each(
  ['OBPv1.4.0-addCustomer?version=v1.4.0', 'OBPv6.0.0-getUsers?version=v6.0.0'].flatMap((operation) =>
    ['en_GB', 'es_ES'].flatMap((locale) => ['gzip', 'br'].map((encoding) => [operation, locale, encoding] as const)),
  ),
)(
  'the first view of %s in %s by %s is less than 100 kB, headers and data and all',
  async (operation, locale, encoding) => {
    const { page, close } = await visit(browser, server)
    // browsers know brotli over HTTPS and at localhost only
    await page.setExtraHTTPHeaders({ 'accept-encoding': encoding })
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    let bytes = 0
    const encodings = new Set<string | undefined>()
    session.on('Network.responseReceived', ({ response }) => encodings.add(response.headers['content-encoding']))
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength
    })
    await page.goto(`/operations/${operation}&locale=${locale}`, { waitUntil: 'networkidle' })
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    // what comes from the API is never compressed
    expect(encodings).toEqual(new Set([encoding, undefined]))
    expect(bytes).toBeGreaterThan(50_000)
    expect(bytes).toBeLessThan(100_000)
    await close()
  },
)

test('the index of operations comes when it has changed, and not with every click', async () => {
  const { page } = await visit(browser, server)
  const received: Promise<readonly [string, boolean]>[] = []
  page.on('response', (response) => {
    const url = new URL(response.url())
    if (url.searchParams.get('as') === 'data')
      received.push(response.json().then((data) => [url.pathname, 'index' in data]))
  })
  await open(page, '/?version=v4.0.0')
  await page.locator('#operation-tree summary').filter({ hasText: 'Bank' }).click()
  await page.locator('#operation-tree').getByRole('link', { name: 'Get Banks' }).click()
  await titled(page, 'Get Banks')
  await page.getByRole('link', { name: 'Guide', exact: true }).click()
  await titled(page, 'Guide')
  await page.getByRole('link', { name: 'Español' }).click()
  await titled(page, 'Guía')
  expect(await Promise.all(received)).toEqual([
    ['/operations/OBPv4.0.0-getBanks', false],
    ['/guide', false],
    ['/guide', true],
  ])
  // what was open still is, though the operation of its group is gone
  expect(await page.locator('#operation-tree details[open] > summary').allInnerTexts()).toEqual([
    expect.stringContaining('Bank'),
    expect.stringContaining('Customer'),
  ])
  await page.getByRole('button', { name: 'Desplegar todo' }).click()
  expect(await page.locator('#operation-tree details:not([open])').count()).toBe(0)
  await page.getByRole('button', { name: 'Contraer todo' }).click()
  expect(await page.locator('#operation-tree details[open]').count()).toBe(0)
})

test.each(['', '&native=true', '&tags=API,User'])(
  'the numbers of a group are those of its list and of the page of its tag, with the filter "%s"',
  async (filter) => {
    const { page, complaints } = await visit(browser, server)
    await open(page, `/?version=v6.0.0&locale=en_GB${filter}`)
    const groups = await page.locator('#operation-tree details').evaluateAll((all) =>
      all.map((group) => ({
        count: group.querySelector('summary .hint')!.textContent,
        listed: group.querySelectorAll('li a:not(.whole)').length,
        whole: group.querySelector('.whole')!.textContent,
        address: group.querySelector('.whole')!.getAttribute('href')!,
      })),
    )
    expect(groups.some(({ whole }) => whole.includes('of them in this group'))).toBe(true)
    expect(groups.length).toBeGreaterThan(1)
    for (const { count, listed, whole, address } of groups) {
      expect(count).toBe(String(listed))
      const { text } = await server.call(address)
      const shown = text.split('class="printed').length - 1
      const here = shown === listed ? '' : `, ${listed} of them in this group`
      expect(whole.replace(/^All tagged \S+, on one page: /, '')).toBe(`${shown}${here}`)
    }
    expect(complaints).toEqual([])
  },
)

describe('a filter', () => {
  test('stays through a click, a version and a language, until it is dropped', async () => {
    const { page, complaints } = await visit(browser, server)
    const shown = () => page.locator('#operation-tree details li a:not(.whole)').count()
    const headline = page.locator('#operation-tree [role=status]')
    await open(page, '/operations/OBPv4.0.0-getBanks?tags=Bank,User&native=false&version=v6.0.0')
    const { operations } = (await server.call('/obp/v6.0.0/resource-docs/v6.0.0/index')).body
    const chosen = operations.filter(
      (each: { tags: string[]; operation_id: string }) =>
        (each.tags.includes('Bank') || each.tags.includes('User')) && !each.operation_id.startsWith('OBPv6.0.0-'),
    )
    expect(await shown()).toBe(chosen.length)
    expect(await headline.innerText()).toBe(`${chosen.length} of ${operations.length} operations in v6.0.0`)
    const other = chosen.find((each: { operation_id: string }) => each.operation_id !== 'OBPv4.0.0-getBanks')
    await page.locator(`#operation-tree a[href*="${other.operation_id}?"]`).click()
    await titled(page, other.summary)
    await page.getByRole('link', { name: 'Español' }).click()
    await headline.filter({ hasText: 'operaciones' }).waitFor()
    await page.locator('header select').first().selectOption('v5.1.0')
    await headline.filter({ hasText: 'v5.1.0' }).waitFor()
    const query = new URL(page.url()).searchParams
    expect([query.get('tags'), query.get('native')]).toEqual(['Bank,User', 'false'])
    await page.getByRole('link', { name: 'Quitar el filtro User' }).click()
    await page.getByRole('link', { name: 'Quitar el filtro User' }).waitFor({ state: 'detached' })
    await page.getByRole('link', { name: 'Quitar el filtro Bank' }).click()
    await page.getByRole('link', { name: 'Quitar el filtro Bank' }).waitFor({ state: 'detached' })
    await page.locator('.origins').getByRole('link', { name: 'Todas' }).click()
    await page.locator('.filter').waitFor({ state: 'detached' })
    expect(new URL(page.url()).pathname).toMatch(/^\/operations\/./)
    expect(complaints).toEqual([])
  })

  test('is that of a tag where a tag of an operation is followed', async () => {
    const { page } = await visit(browser, server)
    await open(page, '/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
    await page.locator('.footer').getByRole('link', { name: 'Old-Style' }).click()
    await titled(page, 'Operations: Old-Style')
    expect(await idsOf(page)).toContain('OBPv1.4.0-addCustomer')
    await page.getByRole('link', { name: 'Drop the filter Old-Style' }).click()
    await titled(page, 'API Explorer')
  })
})

describe('several operations on one page', () => {
  test('are whole, without any script, and printed without what is not read', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
    const page = await context.newPage()
    // page: the classic Explorer's address of the tag Customer in v1.4.0
    await page.goto('/?version=OBPv1.4.0&tags=Customer&locale=es_ES')
    expect(page.url()).toBe(`${server.url}/operations?version=v1.4.0&locale=es_ES&tags=Customer`)
    const docs = (await server.call('/obp/v4.0.0/resource-docs/v1.4.0/obp?tags=Customer')).body.resource_docs
    const ids = docs.map(({ operation_id }: { operation_id: string }) => operation_id).sort()
    expect(await idsOf(page)).toEqual(ids)
    const article = page.locator('[id="OBPv1.4.0-addCustomer"]')
    // page: the blocks in their order
    expect(await article.locator('h3').allTextContents()).toEqual([
      'Parámetros de la URL:',
      'Campos del cuerpo JSON de la petición:',
      'Campos del cuerpo JSON de la respuesta:',
      'Respuesta Exitosa Típica:',
      'Roles Requeridos:',
      'Validaciones:',
      'Posibles Errores:',
    ])
    const text = await article.innerText()
    for (const part of ['Eveline Tripman', 'CanCreateUserCustomerLink', 'OBP-30006', 'Validación JSON requerida: No'])
      expect(text).toContain(part)
    expect(await article.locator('form, button').count()).toBe(0)
    const events = page.locator('[id="OBPv1.4.0-getCrmEvents"]')
    expect(await events.locator('h3').first().textContent()).toBe('Parámetros de la URL:')
    expect(await events.locator('h3').nth(1).textContent()).toBe('Parámetros de la consulta:')
    expect(await events.locator('dl.query dt').allTextContents()).toEqual([
      'limit',
      'offset',
      'sort_direction',
      'from_date',
      'to_date',
      'locale',
    ])
    expect(await events.locator('dl.query').innerText()).toContain('Número máximo de resultados.')
    expect(await article.locator('dl.query').count()).toBe(0)
    const own = await article.locator('.own-page a').getAttribute('href')
    expect(own).toMatch(/^\/operations\/OBPv1\.4\.0-addCustomer\?version=v1\.4\.0&locale=es_ES/)
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('header, aside, .exports').filter({ visible: true }).count()).toBe(0)
    expect(await article.isVisible()).toBe(true)
  })

  test.each([
    '/?version=v6.0.0',
    '/?version=v4.0.0&native=true',
    '/operations?tags=Bank&version=v4.0.0',
    '/operations?tags=Bank,User&version=v6.0.0&native=false',
    '/operations?functions=root,getBanks&version=v4.0.0',
  ])('the documents for programs of %s are of what it shows', async (place) => {
    const { page } = await visit(browser, server)
    await page.goto(place)
    const shown = await page.locator('#operation-tree details li a:not(.whole)').count()
    const addresses = await page
      .locator('.exports a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!))
    const [docs, swagger, openapi] = await Promise.all(
      addresses.slice(0, 3).map(async (address) => (await server.call(address)).body),
    )
    const operationsIn = ({ paths }: { paths: Record<string, object> }) => Object.values(paths).flatMap(Object.keys)
    expect(docs.resource_docs).toHaveLength(shown)
    expect(operationsIn(swagger)).toHaveLength(shown)
    expect(operationsIn(openapi)).toHaveLength(shown)
    const names = docs.resource_docs.map((doc: { implemented_by: { function: string } }) => doc.implemented_by.function)
    expect((await page.locator('.exports code').textContent())!.split(',')).toEqual([...new Set(names)].sort())
  })

  test('of a collection are there for everybody where it is sharable, else for its owner', async () => {
    const { userId, username } = await server.user()
    const { apiCollections } = server.services
    const make = async (name: string, isSharable: boolean) => {
      const made = await apiCollections.create(origin, userId, { name, isSharable, description: '' })
      if (typeof made === 'string') throw new Error(made)
      const { apiCollectionId } = made
      for (const id of ['OBPv1.4.0-addCustomer', 'OBPv4.0.0-getBanks'])
        await apiCollections.addEndpoint(origin, apiCollectionId, id)
      return apiCollectionId
    }
    const [open, closed] = [await make('Everybody’s', true), await make('My own', false)]
    const { page, complaints, logOn } = await visit(browser, server)
    await page.goto(`/?api-collection-id=${open}&version=OBPv6.0.0`)
    await titled(page, 'Operations: Everybody’s')
    const ids = ['OBPv1.4.0-addCustomer', 'OBPv4.0.0-getBanks']
    expect(await idsOf(page)).toEqual(ids)
    expect(await page.locator('.own-page a').first().getAttribute('href')).toBeTruthy()
    const { text } = await server.call(`/operations?api-collection-id=${closed}`)
    expect(text).not.toContain('My own')
    await page.goto(`/operations?api-collection-id=${closed}`)
    await page.getByText('only its owner may see it').waitFor()
    await logOn(username)
    await titled(page, 'Operations: My own')
    expect(await idsOf(page)).toEqual(ids)
    const download = page.waitForEvent('download')
    await page.locator('.exports').getByRole('link', { name: 'Resource Docs JSON' }).click()
    expect((await download).suggestedFilename()).toBe('v6.0.0-obp.json')
    expect(complaints).toEqual([])
  })

  test.each([
    ['none of that tag', '/operations?tags=Nothing', 200],
    ['a collection that there is not', '/operations?api-collection-id=none', 200],
    ['a parameter twice', '/operations?api-collection-id=a&api-collection-id=b&tags=A&tags=B', 200],
    ['an old link with a parameter twice', '/?operation_id=a&operation_id=b', 200],
  ])('%s is no failure', async (_what, path, status) => {
    expect((await server.call(path)).status).toBe(status)
  })
})

describe('a server whose documentation is behind a role', () => {
  let gated: TestServer
  beforeAll(async () => {
    gated = await startExplorer({ resourceDocsRequiresRole: true })
  })
  afterAll(() => gated.close())

  test('gives nobody a page of several operations', async () => {
    const { text } = await gated.call('/operations?tags=Bank&version=v4.0.0')
    expect(text).not.toContain('getBanks')
  })

  test('fills the tree of every page for who may read, and the page of a tag', async () => {
    const { username } = await gated.user({ '': ['CanReadResourceDoc'] })
    const { page, complaints, logOn } = await visit(browser, gated)
    await open(page, '/guide?version=v4.0.0')
    expect(await page.locator('#operation-tree details').count()).toBe(0)
    await logOn(username)
    await page.locator('#operation-tree summary').filter({ hasText: 'Bank' }).click()
    await titled(page, 'Guide')
    await page
      .locator('#operation-tree')
      .getByRole('link', { name: /^All tagged .*, on one page/ })
      .first()
      .click()
    await titled(page, 'Operations: Bank')
    expect(await idsOf(page)).toContain('OBPv4.0.0-getBanks')
    await page.locator('#search').fill('add customer')
    await page.locator('#operation-tree a').filter({ hasText: 'Add a customer' }).waitFor()
    expect(complaints).toEqual([])
  })

  test('says how many operations have come while others have not', async () => {
    const { username } = await gated.user({ '': ['CanReadResourceDoc'] })
    const { page, complaints, logOn } = await visit(browser, gated)
    const { promise: isAwaited, resolve: release } = Promise.withResolvers<void>()
    await page.route('**/operations/OBPv4.0.0-getBanks?*', async (route) => {
      await isAwaited
      await route.continue()
    })
    await page.goto('/operations?tags=Bank&version=v4.0.0')
    await logOn(username)
    const progress = page.getByRole('progressbar', { name: /^Loading \d+ of \d+ operations/ })
    // all but one
    await page.waitForFunction(() => {
      const { value, max } = document.querySelector('progress') ?? { value: 0, max: 0 }
      return max > 1 && value === max - 1
    })
    await progress.waitFor()
    release()
    await titled(page, 'Operations: Bank')
    expect(await idsOf(page)).toContain('OBPv4.0.0-getBanks')
    expect(await progress.count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test.each(['/operations/OBPv4.0.0-getBanks?version=v4.0.0', '/operations?functions=getBanks&version=v4.0.0'])(
    'does not say that there are no rules where it refuses to tell them, on %s',
    async (path) => {
      const { username } = await gated.user({ '': ['CanReadResourceDoc', 'CanCreateJsonSchemaValidation'] })
      const { page, logOn } = await visit(browser, gated)
      await page.route('**/endpoints/json-schema-validations', (route) =>
        route.fulfill({ status: 403, json: { code: 403, message: 'OBP-20006: No.' } }),
      )
      await page.goto(path)
      await logOn(username)
      const rules = page.locator('article li')
      await rules.filter({ hasText: 'Required JSON Validation: Cannot be seen: the server did not tell' }).waitFor()
      await rules.filter({ hasText: 'Allowed Authentication Types: Not set' }).waitFor()
      expect(await page.getByText('Change the JSON schema rule').count()).toBe(0)
    },
  )

  test('says in words to anybody else why there is nothing', async () => {
    const { username } = await gated.user()
    const { page, logOn } = await visit(browser, gated)
    await open(page, '/glossary?locale=es_ES')
    await logOn(username)
    await page
      .locator('#operation-tree')
      .getByText(`Ha iniciado sesión como ${username}. La documentación de este servidor es para usuarios con el rol`)
      .waitFor()
  })
})
