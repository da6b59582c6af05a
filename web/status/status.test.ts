import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { setDatabase } from '../../server/testing/database-door.ts'
import type { TestServer } from '../../server/testing/server.ts'
import { looks, startExplorer, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer(
  (opened) => {
    ;({ server, browser } = opened)
  },
  { gitCommit: '2f6b0c9d41e8' },
)

describe('the status', () => {
  test('can be read without any script, in Spanish too, and says what the root document says', async () => {
    const root = (await server.call('/obp/v6.0.0/root')).body
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
    const page = await context.newPage()
    await page.goto('/status?locale=es_ES')
    expect(await page.locator('h1').innerText()).toBe('Estado del servidor')
    await page.getByText('El servidor funciona con normalidad.').waitFor()
    const facts = await page.locator('main dd').allInnerTexts()
    expect(facts.slice(0, 5)).toEqual(['Sí', 'Sí', root.version, '2f6b0c9d41e8', root.connector])
    expect(facts[5]).toMatch(/^\d+$/)
    await context.close()
  })

  test('tells nobody more than that', async () => {
    const { body } = await server.call('/status?as=data')
    expect(body.view).toEqual({
      kind: 'status',
      status: {
        isReady: true,
        version: 'v6.0.0',
        gitCommit: '2f6b0c9d41e8',
        connector: 'mapped',
        metrics: { waiting: expect.any(Number), dropped: 0 },
      },
    })
  })

  test('is there while the database is away, and says so', async () => {
    await setDatabase(server, false)
    try {
      const { status, body } = await server.call('/status/now')
      expect([status, body.isReady]).toEqual([200, false])
    } finally {
      await setDatabase(server, true)
    }
    expect((await server.call('/status/now')).body.isReady).toBe(true)
  })

  test.each([looks.desktopLight, looks.phoneDark])(
    'changes on the page without loading it anew, at $name',
    async (look) => {
      const visitor = await visit(browser, server, look)
      const { page } = visitor
      await page.clock.install()
      await page.goto('/status')
      await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
      await page.getByText('The server works as it should.').waitFor()
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id }) => id)).toEqual([])
      await visitor.shoot('status')
      await setDatabase(server, false)
      try {
        await page.clock.fastForward(16_000)
        await page.getByText('The database does not answer').first().waitFor()
        await visitor.shoot('status-away')
      } finally {
        await setDatabase(server, true)
      }
      // the way to the server is cut
      await page.context().setOffline(true)
      await page.clock.fastForward(16_000)
      await page.getByText('The server does not answer.').waitFor()
      await page.context().setOffline(false)
      await page.clock.fastForward(16_000)
      await page.getByText('The server works as it should.').waitFor()
      expect(visitor.complaints).toEqual([])
      await visitor.close()
    },
  )

  test('says what is refused, and takes it for no failure of the server', async () => {
    const { page, complaints, close } = await visit(browser, server)
    await page.clock.install()
    await page.goto('/status')
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    await page.route('**/status/now', (route) => route.fulfill({ status: 429, body: '{}' }))
    await page.clock.fastForward(16_000)
    await page.getByText('The server refused to say how it is (429').waitFor()
    expect(await page.getByText('The server does not answer.').count()).toBe(0)
    await page.unroute('**/status/now')
    await page.clock.fastForward(16_000)
    await page.getByText('The server works as it should.').waitFor()
    expect(complaints).toEqual([])
    await close()
  })

  test('uses up no anonymous calls by looking again, and sends little', async () => {
    const few = await startExplorer({ anonymousCallsPerHour: 1 })
    for (let look = 0; look < 3; look++) {
      const { status, body, text } = await few.call('/status/now')
      expect([status, body.isReady, text.length < 300]).toEqual([200, true, true])
    }
    expect((await few.call('/status')).status).toBe(200)
    await few.close()
  })
})
