/** An answer of many thousand lines: shown without the page standing still, found in, and missed in words after a reload. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
import type { TestServer } from '../../server/testing/server.ts'
import { looks, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

const count = 10_000
const crm_events = Array.from({ length: count }, (_, place) => ({
  id: `event-${place}`,
  customer_name: 'Eveline Tripman',
  customer_number: '5987953',
  detail: place === 7777 ? `Detail 7777 ${'and so on '.repeat(30)}to its end` : `Detail ${place}`,
  actual_date: new Date(Date.UTC(2020, 0, 1) + place * 60_000).toISOString(),
}))

/** The page of an operation whose answer is large. */
async function openLarge(locale = 'en_GB') {
  const visitor = await visit(browser, server, looks.desktopLight)
  const { page } = visitor
  page.setDefaultTimeout(20_000)
  await page.route(/\/crm-events/, (route) => route.fulfill({ json: { crm_events } }))
  await page.goto(`/operations/OBPv1.4.0-getCrmEvents?version=v1.4.0&locale=${locale}`)
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  const trying = page.locator('#try')
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  await trying.locator('dd.status').filter({ hasText: '200' }).waitFor()
  return { ...visitor, trying }
}
const axe = async (page: Page) => (await new AxeBuilder({ page }).include('#try').analyze()).violations

test('of a long list there are the first rows, more of them by a key, and any that is looked for', async () => {
  const { page, trying, complaints } = await openLarge()
  const rows = trying.locator('.answer tbody tr')
  const said = trying.locator('.answer [role=status]')
  await trying.getByRole('button', { name: 'Table' }).click()
  await said.filter({ hasText: '200 of 10,000 are shown.' }).waitFor()
  expect(await rows.count()).toBe(200)
  const more = trying.getByRole('button', { name: 'Show 500 more' })
  await more.press('Enter')
  await said.filter({ hasText: '700 of 10,000 are shown.' }).waitFor()
  expect(await rows.count()).toBe(700)
  expect(await more.evaluate((element) => element === document.activeElement)).toBe(true)
  const finder = trying.getByRole('searchbox', { name: 'Find in all 10,000 rows' })
  await finder.fill('detail 999')
  await said.filter({ hasText: '11 of 11 are shown.' }).waitFor()
  expect(await rows.last().textContent()).toContain('Detail 9999')
  expect(await axe(page)).toEqual([])
  // what is found in a long text is found behind the part that is drawn, too
  await finder.fill('to its end')
  await said.filter({ hasText: '1 of 1 are shown.' }).waitFor()
  expect(await rows.textContent()).toMatch(/Detail 7777 and so on .*…/)
  expect(await rows.textContent()).not.toContain('to its end')
  await finder.fill('detail 12')
  await said.filter({ hasText: '111 of 111 are shown.' }).waitFor()
  await trying.getByRole('button', { name: 'Timeline' }).click()
  await said.filter({ hasText: '200 of 10,000 are shown.' }).waitFor()
  expect(await trying.locator('.timeline li').count()).toBe(200)
  await finder.fill('detail 1')
  await said.filter({ hasText: '200 of 1,111 are shown.' }).waitFor()
  await trying.getByRole('button', { name: 'Show 500 more' }).press('Enter')
  await trying.getByRole('button', { name: 'Show 411 more' }).press('Enter')
  await said.filter({ hasText: '1,111 of 1,111 are shown.' }).waitFor()
  expect(await finder.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(complaints).toEqual([])
})

test.each([
  [looks.desktopLight, 'en_GB', 'Table'],
  [looks.phoneDark, 'es_ES', 'Tabla'],
] as const)(
  'a table of things that hold objects is small, and begins with what they are called: at %o in %s',
  async (look, locale, name) => {
    const { page, complaints, shoot } = await visit(browser, server, look)
    page.setDefaultTimeout(20_000)
    await page.goto(`/operations/OBPv1.4.0-getResourceDocsObp?version=v1.4.0&locale=${locale}`)
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    const trying = page.locator('#try')
    await trying.locator('#path-API_VERSION').fill('v6.0.0')
    await trying.getByRole('button', { name: 'GET', exact: true }).click()
    await trying.locator('dd.status').filter({ hasText: '200' }).waitFor()
    await trying.getByRole('button', { name, exact: true }).click()
    const table = trying.locator('.answer table')
    const heads = await table.locator('thead th').allTextContents()
    expect(heads.slice(0, 2)).toEqual(['operation_id', 'summary'])
    expect(heads.filter((head) => head.startsWith('example_request_body'))).toEqual(['example_request_body'])
    expect(heads.indexOf('example_request_body')).toBeGreaterThan(heads.indexOf('request_url'))
    expect(await table.locator('tbody tr').count()).toBeGreaterThan(100)
    // a page of a hundred thousand stands still for a quarter of a minute
    expect(await table.locator('*').count()).toBeLessThan(10_000)
    await shoot(`table-of-objects-${locale}`)
    const { violations } = await new AxeBuilder({ page })
      .include('#try .answer .wide')
      .exclude('tbody tr:nth-child(n + 4)')
      .analyze()
    expect(violations).toEqual([])
    expect(complaints).toEqual([])
  },
)

test('columns that there is no room for are told of', async () => {
  const { page, complaints } = await visit(browser, server)
  const banks = Array.from({ length: 60 }, (_, place) => ({ id: 'b', [`field_${place}`]: place }))
  await page.route(/\/obp\/v4\.0\.0\/banks$/, (route) => route.fulfill({ json: { banks } }))
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await page.locator('#try').getByRole('button', { name: 'GET', exact: true }).click()
  await page.locator('#try').getByRole('button', { name: 'Table', exact: true }).click()
  await page.getByText('Columns that there is no room for here: 21. The JSON has all of them.').waitFor()
  expect(complaints).toEqual([])
})

test('long JSON is whole, and in colours where it is looked at', async () => {
  const { page, trying, complaints } = await openLarge()
  const json = trying.locator('.answer .json pre')
  expect(JSON.parse((await json.textContent())!)).toEqual({ crm_events })
  const [firstBlock, lastBlock] = [json.locator('code').first(), json.locator('code').filter({ hasText: 'event-9999' })]
  await firstBlock.locator('span.name').first().waitFor()
  expect(await lastBlock.locator('span').count()).toBe(0)
  const layout = (block: Locator) => block.evaluate((element) => getComputedStyle(element).contentVisibility)
  // what stands at the beginning is also in a picture of the whole page, and paper has all
  expect(await layout(firstBlock)).toBe('visible')
  expect(await layout(lastBlock)).toBe('auto')
  await page.emulateMedia({ media: 'print' })
  expect(await layout(lastBlock)).toBe('visible')
  await page.emulateMedia({ media: 'screen' })
  await expect
    .poll(async () => {
      // where it is moves while those before it are laid out
      await lastBlock.evaluate((element) => element.scrollIntoView())
      return lastBlock.locator('span.text').filter({ hasText: 'event-9999' }).count()
    })
    .toBe(1)
  expect(complaints).toEqual([])
})

test('a long sentence in it is read whole on a phone, and what is far down is laid out when it is looked at', async () => {
  const { page, complaints, shoot } = await visit(browser, server, looks.phoneLight)
  const message = `OBP-09014: ${'a long sentence that says why '.repeat(8)}${'x'.repeat(200)}`
  const banks = Array.from({ length: 1000 }, () => ({ message }))
  await page.route(/\/obp\/v4\.0\.0\/banks$/, (route) => route.fulfill({ json: { banks } }))
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await page.locator('#try').getByRole('button', { name: 'GET', exact: true }).click()
  const json = page.locator('#try .answer .json pre')
  await json.locator('span.text').first().waitFor()
  expect(await json.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  await shoot('json-wraps')
  const lastBlock = json.locator('code').last()
  expect(await lastBlock.locator('span').count()).toBe(0)
  await expect
    .poll(async () => {
      await lastBlock.evaluate((element) => element.scrollIntoView({ block: 'end' }))
      return lastBlock.locator('span').count()
    })
    .toBeGreaterThan(0)
  expect(await json.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
  expect(JSON.parse((await json.textContent())!)).toEqual({ banks })
  expect(complaints).toEqual([])
})

test('that it is not kept after a reload is said in its place and in the history', async () => {
  const { page, trying, complaints } = await openLarge('es_ES')
  await trying.locator('.history summary').click()
  expect(await trying.getByText('(respuesta no guardada)').count()).toBe(0)
  await page.reload()
  await trying.getByText(/^Esta respuesta, de [\d.]+ kB/).waitFor()
  await trying.locator('.history summary').click()
  await trying.locator('.history li').getByText('(respuesta no guardada)').waitFor()
  expect(await trying.getByText('La respuesta no tiene cuerpo.').count()).toBe(0)
  expect(complaints).toEqual([])
})
