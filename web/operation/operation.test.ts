/** The page of an operation in a browser: what each block shows. */
import type { Browser } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestServer } from '../../server/testing/server.ts'
import { looks, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

test('who has no collection yet sees no error, and makes a favourite by a click', async () => {
  const { username } = await server.user()
  const { page, complaints, logOn } = await visit(browser, server)
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  const looked = page.waitForResponse((response) => response.url().includes('/Favourites/api-collection-endpoints'))
  await logOn(username)
  // OBP answers 400 where a collection is not there
  expect((await looked).status()).toBe(400)
  await page.locator('summary').filter({ hasText: 'Collections' }).click()
  // what came before these has been looked at
  await page.getByLabel('New collection').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  const favourite = page.getByRole('button', { name: 'Favourite' })
  await favourite.and(page.locator('[aria-pressed=false]')).click()
  await favourite.and(page.locator('[aria-pressed=true]')).waitFor()
  expect(complaints).toEqual([])
})

test('an error’s advice is shown without the marks of its code', async () => {
  const { page } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  const errors = page.locator('.errors')
  expect(await errors.locator('code').allTextContents()).toContain('POST /entitlement-requests')
  expect(await errors.textContent()).not.toContain('`')
})

test('query parameters that only one version has are among what differs', async () => {
  const { page } = await visit(browser, server)
  await page.goto('/operations/OBPv6.0.0-getWebUiProps?version=v6.0.0')
  const versions = page.locator('section[aria-labelledby=versions]')
  await versions.locator('summary').filter({ hasText: 'v5.1.0' }).click()
  const changed = versions.locator('div').filter({ hasText: 'Query parameters:' })
  expect(await changed.locator('ins, del').allTextContents()).toEqual(['+ what', '− active'])
})

test('no name of a parameter is cut on a phone', async () => {
  const { page } = await visit(browser, server, looks.phoneLight)
  await page.goto('/operations/OBPv6.0.0-getMetrics?version=v6.0.0')
  const tooWide = await page
    .locator('dl.query dt')
    .evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent))
  expect(tooWide).toEqual([])
})
