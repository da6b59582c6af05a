/** A server with the Explorer, and people at browsers in front of it. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { ensureExplorer } from '../../server/bootstrap/explorer.ts'
import type { Settings } from '../../server/settings.ts'
import { startTestServer, type TestServer, testPassword } from '../../server/testing/server.ts'
import { openChromium } from './chromium.ts'
import { type Hands, withKeyboard, withPointer } from './hands.ts'

/** Where screenshots are left for whoever wants to look. */
export const shots = new URL('../../web/built/screenshots/', import.meta.url).pathname

export async function startExplorer(settings: Partial<Settings> = {}): Promise<TestServer> {
  const server = await startTestServer({ explorer: true, ...settings })
  await ensureExplorer({ settings: server.settings, storage: server.storage })
  return server
}

/**
 * Opens a server with a bank, and a browser, for the tests of a file or of a block, and closes both after them.
 * @param give is called with them before the first test
 */
export function withExplorer(
  give: (opened: { server: TestServer; browser: Browser }) => void,
  settings: Partial<Settings> = {},
): void {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    server = await startExplorer(settings)
    await server.bank('gh.29.uk')
    browser = await openChromium()
    give({ server, browser })
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })
}

export interface Look {
  name: string
  width: number
  height: number
  colorScheme: 'light' | 'dark'
}

const desktop = { width: 1280, height: 900 }
const phone = { width: 390, height: 844 }

/** Every one that is promised. */
export const looks = {
  desktopLight: { name: 'desktop-light', ...desktop, colorScheme: 'light' },
  desktopDark: { name: 'desktop-dark', ...desktop, colorScheme: 'dark' },
  phoneLight: { name: 'phone-light', ...phone, colorScheme: 'light' },
  phoneDark: { name: 'phone-dark', ...phone, colorScheme: 'dark' },
} as const satisfies Record<string, Look>

export interface Visitor {
  page: Page
  hands: Hands
  /** what the browser complained of: errors of scripts and of the content security policy */
  complaints: string[]
  shoot(name: string): Promise<void>
  logOn(username: string, password?: string): Promise<void>
  close(): Promise<void>
}

/** @param options.isKeyboardOnly for who has no pointer */
export async function visit(
  browser: Browser,
  server: TestServer,
  look: Look = looks.desktopLight,
  { isKeyboardOnly = false } = {},
): Promise<Visitor> {
  const context = await browser.newContext({
    viewport: { width: look.width, height: look.height },
    colorScheme: look.colorScheme,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    baseURL: server.url,
  })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    // an answer that is an error is what many tests are about
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      complaints.push(message.text())
  })
  const hands = isKeyboardOnly ? withKeyboard(page) : withPointer
  return {
    page,
    hands,
    complaints,
    async shoot(name) {
      await mkdir(shots, { recursive: true })
      await page.screenshot({ path: join(shots, `${look.name}-${name}.png`) })
    },
    async logOn(username, password = testPassword) {
      // a button that is pushed before the page is awake does nothing
      await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
      await hands.press(page.locator('header').getByRole('button', { name: /^(Log on|Iniciar sesión)$/ }))
      await page.waitForURL(/\/openid\/interaction\//)
      await hands.write(page.locator('input[name=username]'), username)
      await hands.write(page.locator('input[name=password]'), password)
      await hands.press(page.locator('button[type=submit], form button').first())
      await page.locator('.user').filter({ hasText: username }).waitFor()
    },
    close: () => context.close(),
  }
}
