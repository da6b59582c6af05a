/** What is around every page: how it begins, its light, and the way back from the log-on. */
import type { Browser } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { TestServer } from '../server/testing/server.ts'
import { looks, startExplorer, visit, withExplorer } from './testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

const isAwake = () => document.documentElement.dataset.theme !== undefined

test('a page begins with one answer and files of this server, and asks the API for the banks alone', async () => {
  const { page } = await visit(browser, server)
  const asked: URL[] = []
  page.on('request', (request) => asked.push(new URL(request.url())))
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await page.locator('#values-BANK_ID option').first().waitFor({ state: 'attached' })
  expect(new Set(asked.filter(({ protocol }) => protocol !== 'data:').map(({ origin }) => origin))).toEqual(
    new Set([server.url]),
  )
  const calls = asked.map(({ pathname }) => pathname).filter((path) => !path.startsWith('/assets/'))
  expect(calls).toEqual(['/operations/OBPv1.4.0-addCustomer', '/obp/v4.0.0/banks'])
})

test('light or dark is as the system has it until somebody chooses, and then stays', async () => {
  const { page, complaints } = await visit(browser, server, looks.desktopDark)
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
  const choose = (name: string) => page.locator('header select').last().selectOption(name)
  await page.goto('/')
  await page.waitForFunction(isAwake)
  const dark = await background()
  await choose('Light')
  const light = await background()
  expect(light).not.toBe(dark)
  await page.goto('/guide')
  await page.waitForFunction(isAwake)
  expect(await background()).toBe(light)
  await choose('System')
  expect(await background()).toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  expect(await background()).toBe(light)
  expect(complaints).toEqual([])
})

test('who comes back from a log-on that this tab has not begun is not logged on', async () => {
  const { page, complaints } = await visit(browser, server)
  const exchanged: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/openid/')) exchanged.push(request.url())
  })
  await page.goto('/signed-in?code=of-somebody-else&state=theirs')
  await page.getByText('The login did not succeed.').first().waitFor()
  await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
  expect(exchanged).toEqual([])
  expect(await page.evaluate(() => sessionStorage.getItem('session'))).toBeNull()
  expect(complaints).toEqual([])
})

test('a search that could not be loaded says so, and is there with the next key', async () => {
  const { page, complaints } = await visit(browser, server)
  await page.goto('/?locale=es_ES')
  await page.waitForFunction(isAwake)
  await page.route(
    '**/search-terms*',
    (route) => route.fulfill({ status: 503, json: { code: 503, message: 'Away.' } }),
    {
      times: 1,
    },
  )
  const operations = page.locator('#operation-tree')
  await page.locator('#search').fill('client')
  await operations.getByRole('alert').filter({ hasText: 'La búsqueda no está disponible' }).waitFor()
  await page.locator('#search').fill('cliente')
  await operations.getByRole('link', { name: 'Añadir un cliente' }).waitFor()
  expect(await operations.getByRole('alert').count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a part of the script that did not come is asked for again by another address', async () => {
  const { page, complaints } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await page.waitForFunction(isAwake)
  const asked: string[] = []
  await page.route(/\/assets\/pages-/, (route) => {
    asked.push(new URL(route.request().url()).search)
    return asked.length < 4 ? route.fulfill({ status: 503, body: '' }) : route.continue()
  })
  const guide = page.getByRole('link', { name: 'Guide', exact: true }).first()
  const titled = page.getByRole('heading', { level: 1, name: 'Guide' })
  // twice at once, and then the whole page, which asks on until it is awake
  await guide.click()
  await titled.waitFor()
  await page.waitForFunction(isAwake)
  expect(asked).toEqual(['', '?again=1', '', '?again=1'])
  await page.locator('header').getByRole('link', { name: 'Español' }).click()
  await page.getByRole('heading', { level: 1, name: 'Guía' }).waitFor()
  expect(complaints).toEqual([])
})

test.each([
  [looks.desktopLight, 'en_GB', 'Log on', 'the server does not answer just now', 'Try again'],
  [looks.phoneDark, 'es_ES', 'Iniciar sesión', 'el servidor no responde en este momento', 'Volver a intentarlo'],
] as const)(
  'a log-on whose script does not come says so, and goes on once it comes: at %o in %s',
  async (look, locale, logOn, reason, again) => {
    const { page, complaints, close } = await visit(browser, server, look)
    await page.goto(`/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=${locale}`)
    await page.waitForFunction(isAwake)
    await page.route(/\/assets\/sign-in-|\/operations\//, (route) => route.abort())
    await page.locator('header').getByRole('button', { name: logOn }).click()
    await page.getByRole('alert').filter({ hasText: reason }).waitFor()
    await page.unrouteAll()
    await page.getByRole('alert').getByRole('button', { name: again }).click()
    await page.waitForURL(/\/openid\/interaction\//)
    expect(complaints).toEqual([])
    await close()
  },
)

test('a part that does not come from a server that has the same script loads nothing anew', async () => {
  const { page, close } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await page.waitForFunction(isAwake)
  await page.route(/\/assets\/sign-in-/, (route) => route.fulfill({ status: 404, body: '' }))
  let loads = 0
  page.on('load', () => loads++)
  await page.locator('header').getByRole('button', { name: 'Log on' }).click()
  await page.getByRole('alert').filter({ hasText: 'Try again' }).waitFor()
  expect(loads).toBe(0)
  await close()
})

test('a call is not sent where nobody would see its answer, and is once they would', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  await page.waitForFunction(isAwake)
  let sent = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/obp/v4.0.0/banks')) sent += 1
  })
  await page.route(/\/assets\/AnswerView-|\/operations\//, (route) => route.abort())
  const get = page.locator('#try').getByRole('button', { name: 'GET', exact: true })
  await get.click()
  await page.locator('#try').getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor()
  expect(sent).toBe(0)
  await page.unrouteAll()
  await get.click()
  await page.locator('#try dd.status').filter({ hasText: '200' }).waitFor()
  expect(sent).toBe(1)
  expect(complaints).toEqual([])
  await close()
})

test('a tab whose script the server has no more is loaded anew by a log-on, with what was typed', async () => {
  const { page, complaints, close } = await visit(browser, server)
  const place = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'
  await page.goto(place)
  await page.waitForFunction(isAwake)
  await page.locator('#field-legal_name').fill('Somebody at the counter')
  await page.route(/\/assets\/sign-in-/, (route) => route.fulfill({ status: 404, body: '' }))
  await page.route(server.url + place, async (route) => {
    if (route.request().resourceType() !== 'fetch') return route.continue()
    const answer = await route.fetch()
    return route.fulfill({ body: (await answer.text()).replaceAll('/assets/', '/assets/newer-') })
  })
  const anew = page.waitForEvent('load')
  await page.locator('header').getByRole('button', { name: 'Log on' }).click()
  await anew
  await page.waitForFunction(isAwake)
  expect(await page.locator('#field-legal_name').inputValue()).toBe('Somebody at the counter')
  expect(complaints).toEqual([])
  await close()
})

test('the search is worked by keyboard: the down key leads into what was found, Enter opens the first', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/?version=v1.4.0')
  await page.waitForFunction(isAwake)
  await page.keyboard.press('/')
  await page.keyboard.type('add a customer')
  const found = page.locator('#operation-tree li a')
  await found.locator('mark').first().waitFor()
  const isFocused = (element: Element) => element === document.activeElement
  await page.keyboard.press('ArrowDown')
  expect(await found.first().evaluate(isFocused)).toBe(true)
  await page.keyboard.press('ArrowDown')
  expect(await found.nth(1).evaluate(isFocused)).toBe(true)
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  expect(await page.locator('#search').evaluate(isFocused)).toBe(true)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Add a customer', exact: true }).waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('who sends a call by keyboard is still at its button', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  await page.waitForFunction(isAwake)
  const get = page.locator('#try').getByRole('button', { name: 'GET', exact: true })
  await get.focus()
  await page.keyboard.press('Enter')
  await page.locator('#try dd.status').filter({ hasText: '200' }).waitFor()
  expect(await get.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
  await close()
})

test('the header says whether what is done here counts', async () => {
  const said = async ({ call }: TestServer, path: string) =>
    /class="environment[^>]*>(?:<!--.*?-->|\s)*([^<]+)/.exec((await call(path)).text)?.[1]
  expect(await said(server, '/')).toBe('Sandbox')
  const production = await startExplorer({ mode: 'production' })
  expect(await said(production, '/?locale=es_ES')).toBe('Producción')
  await production.close()
})

test('a page that does not come is said to, and the one before stays', async () => {
  const few = await startExplorer({ anonymousCallsPerHour: 3 })
  const { page, complaints } = await visit(browser, few)
  page.setDefaultTimeout(10_000)
  const banks = page.waitForResponse('**/banks')
  await page.goto('/?version=v1.4.0&locale=es_ES')
  await banks
  const follow = (name: string) => page.locator('#operation-tree').getByRole('link', { name }).click()
  const titled = (name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
  const missed = page.locator('main').getByRole('alert')
  await page.context().setOffline(true)
  await follow('Añadir un cliente')
  await missed.filter({ hasText: 'No se puede contactar con el servidor.' }).waitFor()
  await page.context().setOffline(false)
  await follow('Añadir un cliente')
  await titled('Añadir un cliente')
  expect(await missed.count()).toBe(0)
  const place = page.url()
  await follow('Obtener los eventos de CRM')
  await missed.filter({ hasText: 'OBP-10018' }).waitFor()
  expect(page.url()).toBe(place)
  await titled('Añadir un cliente')
  expect(await missed.evaluate((alert) => alert.getBoundingClientRect().top)).toBeGreaterThanOrEqual(0)
  expect(complaints).toEqual([])
  await few.close()
})
