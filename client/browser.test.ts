/** The client as a bundler makes it for a page, in a real browser. */
import { fileURLToPath } from 'node:url'
import type { Browser } from 'playwright-core'
import { build, type Rollup } from 'vite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestServer, type TestServer, testPassword } from '../server/testing/server.ts'
import { openChromium } from '../web/testing/chromium.ts'

let server: TestServer
let browser: Browser
let bundle: string
beforeAll(async () => {
  server = await startTestServer()
  browser = await openChromium()
  const [made] = (await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('page.fixture.ts', import.meta.url)), formats: ['iife'], name: 'script' },
    },
  })) as Rollup.RollupOutput[]
  bundle = made!.output[0].code
})
afterAll(async () => {
  await browser.close()
  await server.close()
})

test('of the operations, those that are used are in the bundle', () => {
  expect(bundle).toContain('/obp/v3.0.0/users/current')
  expect(bundle.match(/\/obp\/v/g)).toHaveLength(1)
})

test.each([
  ['the page of the server', '/obp/v4.0.0/banks'],
  ['a page of another origin', null],
])('logs in and calls from %s', async (_whose, path) => {
  const { username } = await server.user()
  const page = await browser.newPage()
  if (path) await page.goto(server.url + path)
  await page.addScriptTag({ content: bundle })
  const login = { username, password: testPassword, consumerKey: 'test-consumer' }
  const answer = await page.evaluate(`script.whoIs('${path ? '' : server.url}', ${JSON.stringify(login)})`)
  expect(answer).toEqual({ username, correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  await page.close()
})
