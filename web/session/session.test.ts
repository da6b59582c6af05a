import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestServer, testPassword } from '../../server/testing/server.ts'
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

/** Has the page's own patience run by the clock that a test sets, which leaves out `AbortSignal.timeout`. */
async function installClock(page: Page) {
  await page.clock.install()
  await page.context().addInitScript(() => {
    AbortSignal.timeout = (milliseconds) => {
      const controller = new AbortController()
      setTimeout(() => controller.abort(new DOMException('Time is up.', 'TimeoutError')), milliseconds)
      return controller.signal
    }
  })
}
/** Stops the clock, so that no time passes but what a test lets pass. */
const stopClock = (page: Page) => page.clock.pauseAt(Date.now() + 30_000)

/** Does what logs somebody off, until they are back from the provider, which has ended its own session then. */
async function leave(page: Page, act: () => Promise<unknown>) {
  await page.waitForLoadState()
  // the address may be that of before
  const loaded = page.waitForEvent('load')
  await act()
  await loaded
  const { pathname, search } = new URL(page.url())
  expect(pathname + search).toBe('/')
}

/** Whoever comes next cannot go on as who has gone. */
async function expectPasswordAsked(page: Page) {
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

test('who logs off when the provider has ended its session already is asked nothing, and is back', async () => {
  const { username } = await server.user()
  const { page, logOn, close, complaints } = await visit(browser, server)
  await page.goto('/errors')
  await logOn(username)
  // as another tab does that logs off at the same moment
  await page.context().clearCookies()
  await leave(page, () => logOff(page).click())
  expect(complaints).toEqual([])
  await close()
})

test('who has logged on and whose page does not come can ask for it again', async () => {
  const { username } = await server.user()
  const { page, logOn, complaints, close } = await visit(browser, server)
  await page.goto('/errors?locale=en_GB&version=v4.0.0#OBP-20001')
  await page.route(
    '**/errors?*as=data*',
    (route) => route.fulfill({ status: 503, json: { code: 503, message: 'Away.' } }),
    {
      times: 1,
    },
  )
  await logOn(username)
  await page.getByRole('alert').filter({ hasText: 'Away.' }).waitFor()
  expect(await page.getByText('The login did not succeed').count()).toBe(0)
  await page.getByRole('main').getByRole('button', { name: 'Try again' }).click()
  await page.waitForURL(`${server.url}/errors?locale=en_GB&version=v4.0.0#OBP-20001`)
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
    await leave(page, () => logOff(page).click())
    expect(await asMe()).toBe(401)
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

  test.each([
    ['the discovery', '**/openid/.well-known/openid-configuration'],
    ['the revocation', '**/openid/token/revocation'],
    ['its own page', '**/openid/session/end?*'],
  ])('where the provider hangs at %s is done in the tab, and said to be done there alone', async (what, address) => {
    const { username } = await server.user()
    const { page, logOn, close } = await visit(browser, server)
    await installClock(page)
    await page.goto('/')
    await logOn(username)
    await stopClock(page)
    const asked = Promise.withResolvers<void>()
    await page.route(
      address,
      async (route) => {
        // Playwright asks a page nothing while another one is to come in its place
        if (what === 'its own page') await route.fulfill({ status: 204 })
        asked.resolve()
      },
      { times: 1 },
    )
    await logOff(page).click()
    await asked.promise
    const again = page.locator('header').getByRole('button', { name: 'Log on' })
    expect(await again.isDisabled()).toBe(true)
    expect(await kept(page)).toEqual({})
    await page.clock.fastForward(5000)
    await page.getByRole('alert').filter({ hasText: 'the server could not be told' }).waitFor()
    await page.clock.resume()
    await again.click()
    // the provider was not told
    await page.locator('.user').filter({ hasText: username }).waitFor()
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
    await page.clock.runFor(1000)
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
    await page.clock.runFor(1000)
    expect(await dialog.isVisible()).toBe(false)
    await leave(page, () => page.clock.fastForward(110_000))
    await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
    expect(await kept(page)).toEqual({})
    await expectPasswordAsked(page)
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})

describe('a new tab while another is logged on', () => {
  const place = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'
  const isThere = (page: Page, username: string) => page.locator('.user').filter({ hasText: username }).waitFor()
  const isNobody = (page: Page) => page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()

  /** Somebody who is logged on in one tab and opens another. */
  async function withNewTab() {
    const { username } = await server.user()
    const { page, logOn, complaints, close } = await visit(browser, server)
    await installClock(page)
    await page.goto('/')
    await logOn(username)
    const tab = await page.context().newPage()
    tab.on('pageerror', (error) => complaints.push(String(error)))
    /** pages, and what is asked of the provider */
    const asked: string[] = []
    tab.on('request', (request) => {
      if (request.isNavigationRequest() || /\/(openid|signed-in)\b/.test(request.url())) asked.push(request.url())
    })
    return { page, tab, asked, username, complaints, close }
  }

  test('is logged on too, with tokens of its own, at its own address and with its draft', async () => {
    const { page, tab, asked, username, complaints, close } = await withNewTab()
    const answered = Promise.withResolvers<void>()
    await tab.route('**/openid/.well-known/openid-configuration', (route) =>
      answered.promise.then(() => route.continue()),
    )
    await tab.goto(`${server.url}${place}#roles`)
    await tab.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    // the page is there meanwhile
    await tab.locator('#field-legal_name').fill('Somebody at the counter')
    answered.resolve()
    await isThere(tab, username)
    expect(tab.url()).toBe(`${server.url}${place}#roles`)
    expect(await tab.locator('#field-legal_name').inputValue()).toBe('Somebody at the counter')
    const [own, other] = [await kept(tab), await kept(page)].map(({ session }) => JSON.parse(session!))
    expect(own.refresh).not.toBe(other.refresh)
    expect(own.access).not.toBe(other.access)
    expect(asked.filter((url) => url.includes('/interaction/'))).toEqual([])
    expect(await tab.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(own.access)
    expect(complaints).toEqual([])
    await close()
  })

  test('is not, and asks once, where the provider knows nobody', async () => {
    const { page, tab, asked, username, complaints, close } = await withNewTab()
    await page.context().clearCookies()
    await tab.goto(server.url + place)
    await expect.poll(() => asked.filter((url) => url.includes('login_required'))).toHaveLength(1)
    await tab.locator('#path-BANK_ID').focus()
    // its banks come when that is done
    await tab.locator('#values-BANK_ID option').first().waitFor({ state: 'attached' })
    await isNobody(tab)
    expect(asked.filter((url) => /\/openid\/(auth|token)/.test(url))).toHaveLength(1)
    expect(tab.url()).toBe(server.url + place)
    expect(await kept(tab)).not.toHaveProperty('session')
    await isThere(page, username)
    expect(complaints).toEqual([])
    await close()
  })

  test.each([
    ['the provider', '**/openid/.well-known/openid-configuration'],
    ['its script', '**/assets/sign-in-*.js'],
  ])('is as it would be without it where %s hangs', async (_what, address) => {
    const { tab, complaints, close } = await withNewTab()
    const asked = Promise.withResolvers<void>()
    await tab.route(address, () => asked.resolve(), { times: 1 })
    await tab.goto(server.url + place)
    await asked.promise
    await tab.clock.fastForward(5000)
    await tab.locator('#path-BANK_ID').focus()
    await tab.locator('#values-BANK_ID option').first().waitFor({ state: 'attached' })
    await isNobody(tab)
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['the other one is logged off', 'the other one is closed', 'nobody has done anything for long'])(
    'asks the provider nothing where %s',
    async (what) => {
      const { page, tab, asked, close } = await withNewTab()
      if (what === 'the other one is logged off') await leave(page, () => logOff(page).click())
      if (what === 'the other one is closed') await page.close()
      if (what === 'nobody has done anything for long') {
        // the other one has not looked at its own yet
        await stopClock(page)
        await page.evaluate(() => localStorage.setItem('active', String(Date.now() - 301_000)))
      }
      await tab.goto(server.url + place)
      await tab.locator('#path-BANK_ID').focus()
      await tab.locator('#values-BANK_ID option').first().waitFor({ state: 'attached' })
      await isNobody(tab)
      expect(asked).toEqual([server.url + place])
      await close()
    },
  )

  test('is logged off with the other one', async () => {
    const { page, tab, username, close } = await withNewTab()
    await tab.goto(server.url + place)
    await isThere(tab, username)
    await tab.locator('#field-legal_name').fill('Somebody at the counter')
    await tab.locator('#field-legal_name').blur()
    const { access } = JSON.parse((await kept(tab)).session!)
    await leave(page, () => logOff(page).click())
    const asThem = () =>
      server.call('/obp/v4.0.0/users/current', { headers: { Authorization: `Bearer ${access}` } }).then((a) => a.status)
    await isNobody(tab)
    await expect.poll(async () => JSON.stringify(await kept(tab))).not.toMatch(/Somebody|session/)
    await expect.poll(asThem).toBe(401)
    await close()
  })

  /** The token that a tab ends. */
  const revoked = (tab: Page) =>
    tab
      .waitForRequest('**/openid/token/revocation')
      .then((request) => new URLSearchParams(request.postData()!).get('token'))

  test.each(['is on its way with them', 'takes them'])(
    'gives its tokens back where somebody logs off as it %s, though a third one has not heard of it',
    async (when) => {
      const { page, tab, complaints, close } = await withNewTab()
      const third = await page.context().newPage()
      await third.goto(`${server.url}/health/live`)
      await third.evaluate(() => {
        void navigator.locks.request('signed in', { mode: 'shared' }, () => new Promise(() => {}))
      })
      const [given, heard] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()]
      await tab.route('**/openid/token', async (route) => {
        const response = await route.fetch()
        given.resolve((await response.json()).refresh_token)
        if (when === 'is on its way with them') await heard.promise
        await route.fulfill({ response })
      })
      // its own name, under which it keeps them
      if (when === 'takes them')
        await tab.addInitScript(() => {
          const { request } = navigator.locks
          navigator.locks.request = async (...[name, ...rest]: unknown[]) => {
            if (String(name).startsWith('tab '))
              await new Promise((resolve) =>
                addEventListener('storage', ({ key }) => key === 'logged-off' && resolve(0)),
              )
            return Reflect.apply(request, navigator.locks, [name, ...rest])
          }
        })
      await tab.goto(server.url + place)
      const refresh = await given.promise
      const givenBack = revoked(tab)
      await logOff(page).click()
      await tab.waitForFunction(() => localStorage.getItem('logged-off') !== null)
      heard.resolve()
      expect(await givenBack).toBe(refresh)
      await isNobody(tab)
      // its banks come when all that is done
      await tab.locator('#path-BANK_ID').focus()
      await tab.locator('#values-BANK_ID option').first().waitFor({ state: 'attached' })
      expect(await kept(tab)).not.toHaveProperty('session')
      expect(complaints).toEqual([])
      await close()
    },
  )

  test('is logged off with the other one also where it was at another page meanwhile', async () => {
    const { page, tab, username, complaints, close } = await withNewTab()
    await tab.goto(server.url + place)
    await isThere(tab, username)
    await tab.locator('#field-legal_name').fill('Somebody at the counter')
    await tab.locator('#field-legal_name').blur()
    const { refresh } = JSON.parse((await kept(tab)).session!)
    await tab.goto(`${server.url}/health/live`)
    await logOff(page).click()
    await tab.waitForFunction(() => localStorage.getItem('logged-off') !== null)
    const givenBack = revoked(tab)
    await tab.goto(server.url + place)
    expect(await givenBack).toBe(refresh)
    await isNobody(tab)
    expect(JSON.stringify(await kept(tab))).not.toMatch(/Somebody|session/)
    expect(await tab.getByRole('alert').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })
})

test('what is done in another tab keeps this one logged on', async () => {
  const { username } = await server.user()
  const { page, logOn, close } = await visit(browser, server)
  await page.clock.install()
  await page.goto('/')
  await logOn(username)
  await page.context().clearCookies()
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

describe('where a bank logs off after an hour', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startExplorer({ sessionTimeout: 3600 })
  })
  afterAll(() => server.close())

  test('a tab that is new, or loaded again, after six idle minutes is logged on, and after more than an hour is not', async () => {
    const { username } = await server.user()
    const { page, logOn, complaints, close } = await visit(browser, server)
    const idle = (minutes: number) =>
      page.evaluate((since) => localStorage.setItem('active', String(since)), Date.now() - minutes * 60_000)
    await page.goto('/')
    await logOn(username)
    await page.waitForFunction(() => localStorage.getItem('timeout') === '3600')
    await idle(6)
    const tab = await page.context().newPage()
    await tab.goto(server.url)
    await tab.locator('.user').filter({ hasText: username }).waitFor()
    await page.reload()
    await page.locator('.user').filter({ hasText: username }).waitFor()
    await tab.close()
    await leave(page, () => idle(61))
    await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})

describe('the tokens of a tab', () => {
  const place = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'
  const name = (page: Page) => page.locator('#field-legal_name')
  const logOnAgain = (page: Page) =>
    page.getByRole('alert').filter({ hasText: 'Your login has ended' }).getByRole('button', { name: 'Log on' })
  const tokensOf = async (page: Page) => JSON.parse((await kept(page)).session!)
  const statusWith = (token: string) =>
    server
      .call('/obp/v4.0.0/users/current', { headers: { Authorization: `Bearer ${token}` } })
      .then(({ status }) => status)

  async function person() {
    const user = await server.user()
    const visitor = await visit(browser, server)
    await visitor.page.goto(place)
    await visitor.logOn(user.username)
    const isThere = (page: Page) => page.locator('.user').filter({ hasText: user.username }).waitFor()
    return { ...user, ...visitor, isThere }
  }
  /** As the browser does it, with all that the tab keeps. */
  async function duplicate(page: Page): Promise<Page> {
    const opened = page.waitForEvent('popup')
    await page.evaluate(() => void window.open(location.href))
    return opened
  }
  /** Loads the page again as it is when its access token is at its end. */
  async function loadAgainAtTheEnd(page: Page, changed: { refresh?: null } = {}) {
    await page.evaluate((changed) => {
      const session = JSON.parse(sessionStorage.getItem('session')!)
      sessionStorage.setItem('session', JSON.stringify({ ...session, until: Date.now(), ...changed }))
    }, changed)
    await page.reload()
  }
  async function draft(page: Page, text: string) {
    await name(page).fill(text)
    await name(page).blur()
  }
  async function answerLogin(page: Page, username: string) {
    await page.locator('input[name=username]').fill(username)
    await page.locator('input[name=password]').fill(testPassword)
    await page.locator('button[type=submit], form button').first().click()
  }

  test('are its own, also where it was duplicated: both tabs go on after both have renewed them', async () => {
    const { page, isThere, complaints, close } = await person()
    const copy = await duplicate(page)
    await isThere(copy)
    const [own, copied] = [await tokensOf(page), await tokensOf(copy)]
    expect(copied.access).not.toBe(own.access)
    expect(copied.refresh).not.toBe(own.refresh)
    for (const tab of [page, copy, page, copy]) {
      const before = await tokensOf(tab)
      const sent = tab.waitForRequest('**/openid/token')
      await loadAgainAtTheEnd(tab)
      expect(new URLSearchParams((await sent).postData()!).get('refresh_token')).toBe(before.refresh)
      await isThere(tab)
    }
    for (const tab of [page, copy]) expect(await statusWith((await tokensOf(tab)).access)).toBe(200)
    expect(complaints).toEqual([])
    await close()
  })

  test('are had anew where the page is loaded again while they are renewed', async () => {
    const { page, isThere, complaints, close } = await person()
    const { access, refresh } = await tokensOf(page)
    const renewed = Promise.withResolvers<void>()
    await page.route(
      '**/openid/token',
      async (route) => {
        // the server has given new ones, and nobody hears it
        await route.fetch()
        renewed.resolve()
      },
      { times: 1 },
    )
    await loadAgainAtTheEnd(page)
    await renewed.promise
    await page.reload()
    await isThere(page)
    await loadAgainAtTheEnd(page)
    await isThere(page)
    const now = await tokensOf(page)
    expect(now.access).not.toBe(access)
    expect(now.refresh).not.toBe(refresh)
    expect(await statusWith(now.access)).toBe(200)
    expect(complaints).toEqual([])
    await close()
  })

  test('cannot be had where the provider knows nobody: who logs on again is back at the page, with what they typed', async () => {
    const { page, username, isThere, complaints, close } = await person()
    await draft(page, 'Somebody at the counter')
    await page.context().clearCookies()
    const copy = await duplicate(page)
    await logOnAgain(copy).waitFor()
    await copy.reload()
    await logOnAgain(copy).click()
    await answerLogin(copy, username)
    await copy.waitForURL(server.url + place)
    await isThere(copy)
    expect(await name(copy).inputValue()).toBe('Somebody at the counter')
    await isThere(page)
    expect(complaints).toEqual([])
    await close()
  })

  const incomplete = (page: Page) => page.getByRole('alert').filter({ hasText: 'Your login could not be completed' })

  test.each([
    ['the discovery', '**/openid/.well-known/openid-configuration'],
    ['the exchange of the code', '**/openid/token'],
    ['the exchange of the code, which it took', '**/openid/token'],
  ])(
    'do not come where the server stumbles at %s: what was typed stays, and it can be tried again',
    async (what, address) => {
      const { page, username, isThere, complaints, close } = await person()
      await draft(page, 'Somebody at the counter')
      await page.context().clearCookies()
      const copy = await duplicate(page)
      await logOnAgain(copy).click()
      await copy.waitForURL(/\/openid\/interaction\//)
      const stumble = (route: Route) => route.fulfill({ status: 503, json: { code: 503, message: 'Away.' } })
      const isTaken = what.endsWith('took')
      await copy.route(
        address,
        async (route) => {
          if (isTaken) await route.fetch()
          await stumble(route)
        },
        { times: 1 },
      )
      if (isTaken) await copy.route('**/operations/*as=data*', stumble, { times: 1 })
      await answerLogin(copy, username)
      await incomplete(copy).waitFor()
      // the code is good no more
      if (isTaken) await copy.reload()
      await copy.waitForURL(server.url + place)
      expect(await name(copy).inputValue()).toBe('Somebody at the counter')
      await copy.reload()
      await incomplete(copy).getByRole('button', { name: 'Try again' }).click()
      await isThere(copy)
      await copy.waitForURL(server.url + place)
      expect(await name(copy).inputValue()).toBe('Somebody at the counter')
      await expect.poll(() => kept(copy)).not.toHaveProperty('sign-in')
      expect(await incomplete(copy).count()).toBe(0)
      expect(complaints).toEqual([])
      await close()
    },
  )

  test('that are lost while a call is sent keep it from being sent as nobody: it is said, and stays with its draft', async () => {
    const { page, username, isThere, complaints, close } = await person()
    await draft(page, 'Somebody at the counter')
    await page.context().clearCookies()
    const asked = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<void>()
    await page.route(
      '**/openid/.well-known/openid-configuration',
      async (route) => {
        asked.resolve()
        await answered.promise
        await route.continue()
      },
      { times: 1 },
    )
    const sent: string[] = []
    page.on('request', (request) => request.url().endsWith('/customer') && sent.push(request.url()))
    await loadAgainAtTheEnd(page, { refresh: null })
    await asked.promise
    const send = () => page.locator('#try').getByRole('button', { name: 'POST', exact: true }).press('Enter')
    const notSent = page.locator('#try').getByRole('alert').filter({ hasText: 'It was not sent' })
    await send()
    answered.resolve()
    await notSent.waitFor()
    await send()
    await notSent.waitFor()
    expect(sent).toEqual([])
    await logOnAgain(page).click()
    await answerLogin(page, username)
    await isThere(page)
    expect(await name(page).inputValue()).toBe('Somebody at the counter')
    expect(complaints).toEqual([])
    await close()
  })

  test.each(['logs on in their place', 'turns back from the login'])(
    'that are lost leave nothing that was typed to whoever %s',
    async (what) => {
      const { page, close } = await person()
      await draft(page, 'Somebody at the counter')
      await page.context().clearCookies()
      const copy = await duplicate(page)
      await logOnAgain(copy).click()
      await copy.waitForURL(/\/openid\/interaction\//)
      if (what === 'turns back from the login') await copy.goto(server.url + place)
      else {
        const other = await server.user()
        await answerLogin(copy, other.username)
        // nor is an address that they had
        await copy.waitForURL(({ pathname }) => pathname === '/')
        await copy.locator('.user').filter({ hasText: other.username }).waitFor()
        await copy.goto(server.url + place)
      }
      await expect.poll(() => name(copy).inputValue()).not.toContain('Somebody')
      await expect.poll(async () => JSON.stringify(await kept(copy))).not.toContain('Somebody')
      await close()
    },
  )
})

test.each(['looks at its clock', 'makes a call'])(
  'a machine that slept for an hour logs off when it wakes and first %s, and calls nothing with what it had',
  async (first) => {
    const { username } = await server.user()
    const { page, logOn, close } = await visit(browser, server)
    await page.clock.install()
    await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
    await logOn(username)
    const star = page.getByRole('button', { name: 'Favourite' })
    await star.waitFor()
    await page.clock.pauseAt(Date.now() + 5000)
    const called: string[] = []
    page.on('request', (request) => {
      if (request.headers().authorization || request.postData()?.includes('grant_type=')) called.push(request.url())
    })
    await leave(page, async () => {
      if (first === 'looks at its clock') return page.clock.fastForward(3_700_000)
      await page.clock.setSystemTime(Date.now() + 3_700_000)
      // not by a hand, which is noticed before its click
      await star.evaluate((button) => (button as HTMLButtonElement).click())
    })
    await expectPasswordAsked(page)
    expect(called).toEqual([])
    await close()
  },
)

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
  await page.getByRole('alert').filter({ hasText: 'Your login was ended at the server.' }).waitFor()
  await expect.poll(async () => JSON.stringify(await kept(page))).not.toMatch(/Somebody|session/)
  expect(await name.inputValue()).not.toContain('Somebody')
  await close()
})
