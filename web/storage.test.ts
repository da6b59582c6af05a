/** A browser that keeps nothing, or has no more room. */
import type { Browser } from 'playwright-core'
import { expect, test } from 'vitest'
import { type TestServer, testPassword } from '../server/testing/server.ts'
import { looks, visit, withExplorer } from './testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

test.each([
  [looks.desktopLight, 'en_GB', 'Get Banks', 'Add a customer', 'Log on', 'Your browser keeps no data for this site'],
  [
    looks.phoneDark,
    'es_ES',
    'Obtener los bancos',
    'Añadir un cliente',
    'Iniciar sesión',
    'Su navegador no guarda datos',
  ],
] as const)(
  'where it is forbidden all is there but the log-on, which says so: at %o in %s',
  async (look, locale, getBanks, addCustomer, logOn, reason) => {
    const { page, complaints, shoot, close } = await visit(browser, server, look)
    // as Chromium has it where cookies and site data are blocked
    await page.addInitScript(() => {
      for (const name of ['sessionStorage', 'localStorage'])
        Object.defineProperty(window, name, {
          get: () => {
            throw new DOMException('Access is denied for this document.', 'SecurityError')
          },
        })
    })
    await page.goto(`/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=${locale}`)
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    await page.locator('#field-legal_name').fill('Somebody at the counter')
    const follow = async (name: string) => {
      await page.locator('#search').fill(name)
      await page.locator('#operation-tree').getByRole('link', { name }).first().click()
      await page.getByRole('heading', { level: 1, name, exact: true }).waitFor()
    }
    await follow(getBanks)
    await page.locator('#try').getByRole('button', { name: 'GET', exact: true }).click()
    await page.locator('#try dd.status').filter({ hasText: '200' }).waitFor()
    await follow(addCustomer)
    expect(await page.locator('#field-legal_name').inputValue()).toBe('Somebody at the counter')
    await page.locator('header select').last().selectOption('dark')
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    await page.locator('header').getByRole('button', { name: logOn }).click()
    await page.getByRole('alert').filter({ hasText: reason }).waitFor()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width)
    await shoot(`storage-forbidden-${locale}`)
    expect(complaints).toEqual([])
    await close()
  },
)

test('where it is full, old answers make room for what a login begins with, and for what it brings', async () => {
  const { username } = await server.user()
  const { page, complaints, close } = await visit(browser, server)
  const fill = () =>
    page.evaluate(() => {
      let text = ''
      // less room than for anything of a login
      for (let more = 1 << 22; more >= 1 << 6; more >>= 1)
        try {
          sessionStorage.setItem('history', text + 'x'.repeat(more))
          text += 'x'.repeat(more)
        } catch {}
    })
  await page.goto('/guide')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await fill()
  await page.locator('header').getByRole('button', { name: 'Log on' }).click()
  await page.waitForURL(/\/openid\/interaction\//)
  // the provider's page is of the same tab and server
  await fill()
  await page.locator('input[name=username]').fill(username)
  await page.locator('input[name=password]').fill(testPassword)
  await page.locator('button[type=submit], form button').first().click()
  await page.waitForURL(({ pathname }) => pathname === '/guide')
  await page.reload()
  await page.locator('.user').filter({ hasText: username }).waitFor()
  expect(complaints).toEqual([])
  await close()
})
