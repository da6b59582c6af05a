/** The first view of an operation as a browser far away sees it, and how fast its search answers. */
import type { Browser, CDPSession } from 'playwright-core'
import { openChromium } from '../web/testing/chromium.ts'
import { startFichero } from './processes.ts'
import type { Scenario } from './scenario.ts'

const operation = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'

/** "Fast 3G", as browsers' tools have it: milliseconds and bytes a second. */
const fast3G = { offline: false, latency: 562.5, downloadThroughput: 1.44e6 / 8, uploadThroughput: 675e3 / 8 }

const queries = [
  'customer',
  'cliente',
  'add customer',
  'OBP-30006',
  'kyc_status',
  'CanCreateCustomer',
  'anadir',
  'banco',
]

export const explorer: Scenario = async (plan, site) => {
  const place = await site.place(plan.few)
  await using stack = new AsyncDisposableStack()
  const server = stack.adopt(await startFichero(place.environment), (running) => running.stop())
  const browser = stack.adopt(await openChromium(), (opened) => opened.close())
  await firstView(browser, server.url)
  const views: View[] = []
  for (let round = 0; round < plan.rounds; round++) views.push(await firstView(browser, server.url, fast3G))
  const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`
  const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(2)} s`
  const common = { ours: '', reference: '' }
  return [
    {
      ...common,
      name: `Explorer, first view, compressed, ${site.name}`,
      values: views.map(({ bytes }) => bytes),
      write: kilobytes,
      target: { atMost: 100_000 },
    },
    {
      ...common,
      name: `Explorer, text on fast 3G, ${site.name}`,
      values: views.map(({ readable }) => readable),
      write: seconds,
      target: { atMost: 1000 },
    },
    {
      ...common,
      name: `Explorer, an answer of the search, ${site.name}`,
      values: await searches(browser, server.url),
      write: (value) => `${value.toFixed(1)} ms`,
      target: { atMost: 50 },
    },
  ]
}

interface View {
  /** of all that came, as it came */
  bytes: number
  /** milliseconds from the request to the first text on the screen */
  readable: number
}

async function firstView(browser: Browser, url: string, network?: typeof fast3G): Promise<View> {
  // no cache, no connection from before
  const context = await browser.newContext()
  const page = await context.newPage()
  const session: CDPSession = await context.newCDPSession(page)
  await session.send('Network.enable')
  if (network) await session.send('Network.emulateNetworkConditions', network)
  let bytes = 0
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(url + operation, { waitUntil: 'networkidle' })
  const readable = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]!.startTime)
  await context.close()
  return { bytes, readable }
}

/** Milliseconds from a key to the list that it gives, in the page. */
async function searches(browser: Browser, url: string): Promise<number[]> {
  const page = await browser.newPage()
  await page.goto(`${url}/?version=v6.0.0`, { waitUntil: 'networkidle' })
  // the first fetches what is searched in
  await page.locator('#search').fill('x')
  await page.locator('#operation-tree [role=status]').waitFor()
  const times: number[] = []
  for (const query of queries)
    times.push(
      await page.evaluate(async (text) => {
        const input = document.querySelector<HTMLInputElement>('#search')!
        const list = document.querySelector('#operation-tree')!
        const changed = new Promise((resolve) =>
          new MutationObserver((_, observer) => {
            observer.disconnect()
            resolve(undefined)
          }).observe(list, { childList: true, subtree: true, characterData: true }),
        )
        const begun = performance.now()
        input.value = text
        input.dispatchEvent(new Event('input', { bubbles: true }))
        await changed
        return performance.now() - begun
      }, query),
    )
  await page.close()
  return times
}
