/** A browser that came over plain HTTP from elsewhere than localhost, which lets a page do less. */
import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestServer } from '../server/testing/server.ts'
import { looks, visit, withExplorer } from './testing/explorer.ts'

const address = 'http://customers.bank.example'
let server: TestServer
let browser: Browser
withExplorer(
  (opened) => {
    ;({ server, browser } = opened)
  },
  { publicUrl: address },
)

/** Opens a page as a browser in the bank's network has it. */
async function open(page: Page, path: string) {
  await page.route(`${address}/**`, async (route) => {
    const { pathname, search } = new URL(route.request().url())
    await route.fulfill({ response: await route.fetch({ url: server.url + pathname + search }) })
  })
  await page.goto(address + path)
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  expect(await page.evaluate(() => isSecureContext)).toBe(false)
}

/** What is on the clipboard, as a person gets it. */
async function pasted(page: Page): Promise<string> {
  await page.getByLabel(/^(Request headers, one per line|Cabeceras de la petición, una por línea)$/).fill('')
  await page.keyboard.press('ControlOrMeta+v')
  return page.locator('#headers').inputValue()
}

test.each([
  [looks.desktopLight, 'en_GB', 'Log on', 'Browsers log on over HTTPS only, or at localhost'],
  [looks.phoneDark, 'es_ES', 'Iniciar sesión', 'Los navegadores solo inician sesión por HTTPS'],
] as const)('the log-on says what it takes: at %o in %s', async (look, locale, logOn, reason) => {
  const { page, complaints, shoot, close } = await visit(browser, server, look)
  await open(page, `/operations/OBPv4.0.0-getBanks?version=v4.0.0&locale=${locale}`)
  await page.locator('header').getByRole('button', { name: logOn }).click()
  const told = page.getByRole('alert').filter({ hasText: reason })
  await told.waitFor()
  expect(await told.getByRole('button').count()).toBe(1)
  await shoot(`without-tls-${locale}`)
  // at the end of the page it covers nothing
  await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight))
  const [top, bottom] = [(await told.boundingBox())!.y, await page.locator('#try').boundingBox()]
  expect(bottom!.y + bottom!.height).toBeLessThanOrEqual(top)
  expect(complaints).toEqual([])
  await close()
})

test.each([
  ['over plain HTTP', (page: Page) => open(page, '/operations/OBPv4.0.0-getBanks?version=v4.0.0')],
  [
    'where the permission is refused',
    async (page: Page) => {
      await page.addInitScript(() => {
        navigator.clipboard.writeText = () => Promise.reject(new DOMException('Denied.', 'NotAllowedError'))
      })
      await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
      await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    },
  ],
])('a link, a snippet and an example are copied %s', async (_where, come) => {
  const { page, complaints, close } = await visit(browser, server)
  await come(page)
  await page.locator('#try').getByText('Query and headers').click()
  await page.locator('#try').getByRole('button', { name: 'Copy link' }).click()
  await page.locator('#try').getByRole('button', { name: 'Copied' }).waitFor()
  expect(await pasted(page)).toMatch(`${address}/operations/OBPv4.0.0-getBanks?`)
  await page.locator('#try .snippets summary').click()
  await page.locator('#try .snippets').getByRole('button', { name: 'Copy', exact: true }).click()
  await page.locator('#try .snippets').getByRole('button', { name: 'Copied' }).waitFor()
  expect(await pasted(page)).toMatch(/^curl /)
  await page.locator('article .json').getByRole('button', { name: 'Copy' }).click()
  await page.locator('article .json').getByRole('button', { name: 'Copied' }).waitFor()
  expect(JSON.parse(await pasted(page))).toHaveProperty('banks')
  expect(complaints).toEqual([])
  await close()
})

test.each([
  [looks.desktopLight, 'en_GB', 'Copy link', 'Your browser does not let this page copy.'],
  [looks.phoneDark, 'es_ES', 'Copiar enlace', 'Su navegador no permite copiar a esta página.'],
] as const)('what no browser copies stands there, chosen: at %o in %s', async (look, locale, copy, reason) => {
  const { page, complaints, shoot, close } = await visit(browser, server, look)
  await page.addInitScript(() => {
    document.execCommand = () => false
  })
  await open(page, `/operations/OBPv4.0.0-getBanks?version=v4.0.0&locale=${locale}`)
  await page.locator('#try').getByRole('button', { name: copy }).click()
  await page.locator('#try').getByLabel(reason).waitFor()
  expect(await page.evaluate(() => getSelection()!.toString())).toMatch(`${address}/operations/OBPv4.0.0-getBanks?`)
  await shoot(`not-copied-${locale}`)
  expect(complaints).toEqual([])
  await close()
})
