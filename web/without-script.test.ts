/** Who has no script, and paper. */
import type { Browser } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestServer } from '../server/testing/server.ts'
import { type Look, looks, visit, withExplorer } from './testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

const openWithoutScript = async (look: Look = looks.desktopLight) => {
  const { width, height } = look
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: server.url,
    viewport: { width, height },
  })
  return { page: await context.newPage(), close: () => context.close() }
}

test.each([
  '/?version=v1.4.0',
  '/operations/OBPv1.4.0-addCustomer?version=v1.4.0',
  '/operations?tags=Customer&version=v1.4.0',
  '/errors',
  '/glossary',
  '/message-docs',
  '/guide',
  '/status',
  '/my-roles',
  '/collections',
  '/role-requests',
  '/nowhere',
])('%s offers nothing that only a script does', async (path) => {
  for (const look of [looks.desktopLight, looks.phoneDark]) {
    const { page, close } = await openWithoutScript(look)
    await page.goto(path)
    const offered = page.locator('button, input:not([type=hidden]), select, textarea').filter({ visible: true })
    // the version, which is a form
    expect(
      await offered.evaluateAll((all) => all.map(({ tagName, textContent }) => [tagName, textContent!.slice(0, 4)])),
    ).toEqual([
      ['SELECT', expect.any(String)],
      ['BUTTON', 'Show'],
    ])
    // the operations are there all the same
    expect(await page.locator('aside > nav').isVisible()).toBe(true)
    await close()
  }
})

test('a version is chosen without a script: of the page that is shown, in its language and with its filter', async () => {
  const { page, close } = await openWithoutScript()
  for (const [path, place] of [
    ['/operations/OBPv4.0.0-getBanks?version=v4.0.0&locale=es_ES', '/operations/OBPv4.0.0-getBanks'],
    ['/operations?tags=Customer&version=v1.4.0&locale=es_ES', '/operations'],
    ['/nowhere?locale=es_ES', '/nowhere'],
  ] as const) {
    await page.goto(path)
    await page.locator('header select[name=version]').selectOption('v5.1.0')
    await page.getByRole('button', { name: 'Mostrar' }).click()
    await page.waitForURL(/version=v5\.1\.0/)
    const { pathname, searchParams } = new URL(page.url())
    expect([pathname, searchParams.get('locale')]).toEqual([place, 'es_ES'])
    expect(searchParams.get('tags')).toBe(new URL(path, server.url).searchParams.get('tags'))
    expect(await page.locator('header select[name=version]').inputValue()).toBe('v5.1.0')
  }
  await close()
})

test.each(['/errors', '/message-docs', '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'])(
  'on paper %s is open, and has no button',
  async (path) => {
    const { page, close } = await visit(browser, server)
    await page.goto(path)
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    const closed = page.locator('main details:not([open]):not(.needs-script *) > :not(summary)')
    expect(await closed.first().isVisible()).toBe(false)
    await page.emulateMedia({ media: 'print' })
    const states = await closed.evaluateAll((all) =>
      all
        .filter((each) => !each.closest('.needs-script'))
        .map((each) => each.checkVisibility({ contentVisibilityAuto: true })),
    )
    expect(states.length).toBeGreaterThan(2)
    expect(new Set(states)).toEqual(new Set([true]))
    expect(await page.locator('button').filter({ visible: true }).count()).toBe(0)
    await close()
  },
)

test('the code of an error leads to its entry, from an operation, from several, and from the advice on another', async () => {
  const { page, close } = await openWithoutScript()
  for (const path of [
    '/operations/OBPv1.4.0-addCustomer?locale=es_ES',
    '/operations?functions=addCustomer&version=v1.4.0',
  ]) {
    await page.goto(path)
    const codes = await page
      .locator('.errors li')
      .evaluateAll((all) => all.flatMap((each) => each.textContent!.match(/OBP-\d{5}/)?.[0] ?? []))
    expect(codes).toContain('OBP-30006')
    const links = await page
      .locator('.errors a[href*="/errors?"]')
      .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).hash.slice(1)))
    expect(links).toEqual(expect.arrayContaining(codes))
  }
  await page.locator('.errors a[href$="#OBP-30006"]').click()
  await page.waitForURL('**/errors?*#OBP-30006')
  await page.getByRole('heading', { name: 'OBP-30006' }).first().waitFor()
  const targets = await page
    .locator('.entry p a[href*="#OBP-"]')
    .evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).hash.slice(1)))
  for (const target of targets) expect([target, await page.locator(`[id="${target}"]`).count()]).toEqual([target, 1])
  await close()
})
