import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../../server/testing/server.ts'
import { looks, startExplorer, visit, withExplorer } from '../testing/explorer.ts'
import { openWay, type Way } from '../testing/way.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

/** What the tab keeps; asked again where it has just gone to the provider. */
async function kept(page: Page): Promise<Record<string, string>> {
  for (;;)
    try {
      return await page.evaluate(() => ({ ...sessionStorage }))
    } catch (error) {
      if (!/context was destroyed|navigation/.test(String(error))) throw error
    }
}
const logOff = (page: Page) => page.locator('header').getByRole('button', { name: 'Log off' })

/** Whoever comes next cannot go on as who has gone. */
async function expectPasswordAsked(page: Page) {
  // back from the provider, which has ended its own session
  await page.waitForURL((url) => url.pathname === '/' && url.search === '')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await page.locator('header').getByRole('button', { name: 'Log on' }).click()
  await page.waitForURL(/\/openid\/interaction\//)
  await page.locator('input[name=password]').waitFor()
}

test('who logs on is back at the very place, and the way back leads out of it', async () => {
  const { username } = await server.user()
  const { page, logOn, close, complaints } = await visit(browser, server)
  await page.goto('/errors?locale=en_GB&version=v4.0.0#OBP-20001')
  await logOn(username)
  await page.waitForURL(({ pathname }) => pathname === '/errors')
  expect(page.url()).toBe(`${server.url}/errors?locale=en_GB&version=v4.0.0#OBP-20001`)
  await page.goBack()
  await page.waitForURL(/\/openid\//)
  expect(complaints).toEqual([])
  await close()
})

test('who loads the page again on the way back from the login is logged on, and at the very place', async () => {
  const { username } = await server.user()
  const { page, logOn, complaints, close } = await visit(browser, server)
  await page.goto('/errors?locale=en_GB&version=v4.0.0#OBP-20001')
  const asked = Promise.withResolvers<void>()
  // has its tokens, and waits for who they are of
  await page.route('**/users/current', () => asked.resolve(), { times: 1 })
  const loggedOn = logOn(username)
  await asked.promise
  expect(new URL(page.url()).pathname).toBe('/signed-in')
  await page.reload()
  await loggedOn
  await page.waitForURL(`${server.url}/errors?locale=en_GB&version=v4.0.0#OBP-20001`)
  await expect.poll(() => kept(page)).not.toHaveProperty('sign-in')
  expect(complaints).toEqual([])
  await close()
})

describe('a server that is away', () => {
  let way: Way
  let server: TestServer
  beforeAll(async () => {
    way = await openWay()
    server = await startExplorer({ publicUrl: way.url })
    way.leadTo(server.url)
  })
  afterAll(async () => {
    await server.close()
    await way.close()
  })

  test('ends no login, be the page loaded again before it is back or while it goes, and is asked again', async () => {
    const { username } = await server.user()
    const { page, logOn, complaints, close } = await visit(browser, { ...server, url: way.url })
    await page.goto('/')
    await logOn(username)
    await way.cut()
    // the browser says so itself, in its own time
    await page.reload().catch(() => {})
    await way.mend()
    await expect.poll(() => page.goto('/').then(Boolean, () => false)).toBe(true)
    await page.locator('.user').waitFor()

    const missed = page.waitForEvent('requestfailed', (request) => request.url().endsWith('/users/current'))
    await page.route('**/users/current', (route) => way.cut().then(() => route.continue()), { times: 1 })
    await page.reload()
    await missed
    expect(await kept(page)).toHaveProperty('session')
    expect(await page.locator('.user').count()).toBe(0)
    await way.mend()
    await page.locator('.user').filter({ hasText: username }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('is said to be away to who wants to log on, and can be tried again', async () => {
    const { page, complaints, close } = await visit(browser, { ...server, url: way.url }, looks.phoneDark)
    await page.goto('/?locale=es_ES')
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    await way.cut()
    await page.locator('header').getByRole('button', { name: 'Iniciar sesión' }).click()
    const told = page.getByRole('alert').filter({ hasText: 'el servidor no responde' })
    await told.waitFor()
    const again = told.getByRole('button', { name: 'Volver a intentarlo' })
    await again.click()
    await told.waitFor()
    await way.mend()
    await again.click()
    await page.waitForURL(/\/openid\/interaction\//)
    expect(complaints).toEqual([])
    await close()
  })
})

describe('logging off', () => {
  test('ends the tokens at the server', async () => {
    const { username } = await server.user()
    const { page, logOn, close } = await visit(browser, server)
    await page.goto('/')
    await logOn(username)
    const { access } = JSON.parse((await kept(page)).session!)
    const asMe = () =>
      server.call('/obp/v4.0.0/users/current', { headers: { Authorization: `Bearer ${access}` } }).then((a) => a.status)
    expect(await asMe()).toBe(200)
    await logOff(page).click()
    await expect.poll(asMe).toBe(401)
    await expectPasswordAsked(page)
    await close()
  })

  test.each([
    ['discovery', '/openid/.well-known/openid-configuration'],
    ['revocation', '/openid/token/revocation'],
  ])('without an answer to the %s forgets everything, and says what could not be done', async (_what, address) => {
    const { username } = await server.user()
    const { page, logOn, close } = await visit(browser, server)
    await page.goto('/')
    await logOn(username)
    // the packaged browser dies of a route that is aborted
    await page.evaluate((away) => {
      const { fetch } = window
      window.fetch = (input, init) =>
        new URL(String(input), location.href).pathname === away
          ? Promise.reject(new TypeError('away'))
          : fetch(input, init)
    }, address)
    await logOff(page).click()
    await page.getByRole('alert').filter({ hasText: 'the server could not be told' }).waitFor()
    expect(await kept(page)).toEqual({})
    await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
    await page.getByRole('button', { name: 'Close' }).click()
    expect(await page.getByRole('alert').count()).toBe(0)
    await close()
  })
})

describe.each([looks.desktopLight, looks.phoneDark])('inactivity at $name', (look) => {
  test('is warned of for a minute, which a word ends, and then logs off', async () => {
    const { username } = await server.user()
    const visitor = await visit(browser, server, look)
    const { page } = visitor
    await page.clock.install()
    await page.goto('/')
    await visitor.logOn(username)
    const dialog = page.getByRole('alertdialog')
    await page.clock.fastForward(200_000)
    await page.waitForTimeout(50)
    expect(await dialog.isVisible()).toBe(false)
    await page.clock.fastForward(50_000)
    await dialog.waitFor()
    expect(await dialog.innerText()).toMatch(/Seconds left: (4\d|50)\b/)
    const { violations } = await new AxeBuilder({ page }).include('dialog').analyze()
    expect(violations.map(({ id }) => id)).toEqual([])
    await visitor.shoot('inactive')
    // a hand that brushes the mouse says nothing
    await page.mouse.move(5, 5)
    expect(await dialog.isVisible()).toBe(true)
    await dialog.getByRole('button', { name: 'Stay logged on' }).click()
    await dialog.waitFor({ state: 'hidden' })
    await page.clock.fastForward(200_000)
    await page.mouse.move(9, 9)
    await page.clock.fastForward(200_000)
    await page.waitForTimeout(50)
    expect(await dialog.isVisible()).toBe(false)
    await page.clock.fastForward(110_000)
    await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
    expect(await kept(page)).toEqual({})
    await expectPasswordAsked(page)
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})

test('what is done in another tab keeps this one logged on', async () => {
  const { username } = await server.user()
  const { page, logOn, close } = await visit(browser, server)
  await page.clock.install()
  await page.goto('/')
  await logOn(username)
  const other = await page.context().newPage()
  await other.goto(server.url)
  await page.clock.fastForward(250_000)
  const dialog = page.getByRole('alertdialog')
  await dialog.waitFor()
  // who is not logged on in that tab has their hands on the same machine
  await other.evaluate(() => document.documentElement.dataset.theme)
  await other.keyboard.press('Shift')
  await dialog.waitFor({ state: 'hidden' })

  // but not over a night in which the machine slept
  await page.clock.setSystemTime(Date.now() + 12 * 3_600_000)
  await other.keyboard.press('Shift')
  await page.clock.runFor(1000)
  await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
  expect(await kept(page)).toEqual({})
  await close()
})

test('a tab that is loaded again after its time is logged off, and one within it is not', async () => {
  const { username } = await server.user()
  const { page, logOn, close } = await visit(browser, server)
  await page.clock.install()
  await page.goto('/')
  await logOn(username)
  await page.clock.fastForward(200_000)
  await page.reload()
  await page.locator('.user').waitFor()
  // as the browser has it that brings back yesterday's tabs
  await page.evaluate(() => localStorage.setItem('active', String(Date.now() - 301_000)))
  await page.reload()
  await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
  expect(await kept(page)).toEqual({})
  await close()
})

test('who is logged off by an administrator leaves nothing in the tab either', async () => {
  const { username, userId } = await server.user()
  const { page, logOn, close } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await logOn(username)
  const name = page.locator('#field-legal_name')
  await name.fill('Somebody at the counter')
  await name.blur()
  const { token } = await server.user({ '': ['CanDeleteUserTokens'] })
  expect((await server.call(`/obp/v6.0.0/users/${userId}/tokens`, { method: 'DELETE', token })).status).toBe(204)
  await page.reload()
  await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
  await expect.poll(async () => JSON.stringify(await kept(page))).not.toMatch(/Somebody|session/)
  expect(await name.inputValue()).not.toContain('Somebody')
  await close()
})
