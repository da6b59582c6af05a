/** An Explorer that looks like its bank. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openChromium } from './testing/chromium.ts'
import { looks, startExplorer, visit } from './testing/explorer.ts'

let browser: Browser
beforeAll(async () => {
  browser = await openChromium()
})
afterAll(() => browser.close())

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="28" height="28"><circle cx="14" cy="14" r="14"/></svg>'
const own = {
  explorerName: 'Caja Norte',
  explorerLogo: { type: 'image/svg+xml', bytes: Buffer.from(svg) },
  explorerLinks: [
    { text: 'Help', text_es: 'Ayuda', url: '/guide' },
    { text: 'The bank', url: 'https://example.com/' },
  ],
}

// hardest to read on: in the middle between black and white, and a light one
test.each([
  ['#757575', looks.desktopLight],
  ['#ffcc00', looks.phoneDark],
  ['#0b5fae', looks.phoneDark],
])('name, logo, links and the colour %s are in the header, which can be read', async (colour, look) => {
  const server = await startExplorer({ ...own, explorerColour: colour })
  const visitor = await visit(browser, server, look)
  const { page } = visitor
  const { username } = await server.user()
  await page.goto('/?locale=es_ES')
  await visitor.logOn(username)
  const header = page.locator('header')
  await header.getByRole('link', { name: 'Caja Norte Explorador de API' }).waitFor()
  await header.getByText('Más', { exact: true }).click()
  await header.getByRole('link', { name: 'Ayuda' }).waitFor()
  expect(await header.getByRole('link', { name: 'The bank' }).getAttribute('href')).toBe('https://example.com/')
  expect(await page.title()).toMatch(/ · Caja Norte$/)
  expect(await header.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(28)
  const [red, green, blue] = [1, 3, 5].map((place) => Number.parseInt(colour.slice(place, place + 2), 16))
  expect(await header.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(
    `rgb(${red}, ${green}, ${blue})`,
  )
  const { violations } = await new AxeBuilder({ page }).include('header').withTags(['wcag2aa', 'wcag22aa']).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
  await visitor.shoot(`brand-${colour.slice(1)}`)
  // among them: what the content security policy refused
  expect(visitor.complaints).toEqual([])
  await visitor.close()
  await server.close()
})

test('the logo is a file of this server, which can do nothing where it is opened by itself', async () => {
  const server = await startExplorer(own)
  const { brand } = (await server.call('/?as=data')).body
  const { status, headers, text } = await server.call(brand.logo)
  expect([status, text, headers.get('content-type')]).toEqual([200, svg, 'image/svg+xml'])
  expect(headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox")
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect((await server.call('/')).headers.get('content-security-policy')).not.toContain('unsafe')
  await server.close()
})
