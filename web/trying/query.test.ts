/** The query of a call that somebody tries: its form, what is sent, and what is kept of it. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { operationDocumentOf } from '../../server/documentation/operation-document.ts'
import { catalogue } from '../../server/operations/catalogue.ts'
import { readSettings } from '../../server/settings.ts'
import type { TestServer } from '../../server/testing/server.ts'
import { openChromium } from '../testing/chromium.ts'
import { looks, startExplorer, visit } from '../testing/explorer.ts'
import { queryDraft, queryFields, queryProblems, queryText, queryValues } from './query.ts'

const documentOf = (id: string) => {
  const operation = catalogue.find((each) => each.id === id)!
  return operationDocumentOf(operation, catalogue, 'v6.0.0', 'en_GB', readSettings({}))
}
const users = documentOf('OBPv6.0.0-getUsers')
const empty = { parameters: {}, query: '' }

describe('the form', () => {
  test('has a field of its kind for each parameter', () => {
    const fields = queryFields(users, { parameters: { limit: '5' }, query: '' })
    expect(fields.map(({ label }) => label)).toEqual(users.query_parameters.map(({ name }) => name))
    const find = (name: string) => fields.find(({ label }) => label === name)
    expect(find('is_deleted')).toMatchObject({ kind: 'flag', value: '' })
    expect(find('locked_status')).toMatchObject({ kind: 'choice', choices: ['active', 'locked'] })
    expect(find('limit')).toMatchObject({ kind: 'number', value: '5' })
    const [since] = queryFields(documentOf('OBPv1.4.0-getCrmEvents'), empty).filter(
      ({ label }) => label === 'from_date',
    )
    expect(since).toMatchObject({ kind: 'text', hint: expect.stringContaining('2013-01-21T23:08:00.000Z') })
    expect(find('from_date')).toBeUndefined()
  })

  test('does not offer what is deprecated', () => {
    const labels = queryFields(documentOf('OBPv6.0.0-getAggregateMetrics'), empty).map(({ label }) => label)
    expect(labels).toContain('include_app_names')
    expect(labels).not.toContain('exclude_app_names')
  })

  test('is empty where there is but the language', () => {
    expect(queryFields(documentOf('OBPv1.4.0-addCustomer'), empty)).toEqual([])
  })
})

test.each([
  ['nothing', empty, ''],
  ['what is filled', { parameters: { limit: '5', username: '' }, query: '' }, 'limit=5'],
  [
    'what has to be encoded',
    { parameters: { email: 'a&b=c d@example.com' }, query: '' },
    'email=a%26b%3Dc+d%40example.com',
  ],
  ['others after it', { parameters: { limit: '5' }, query: '?other=1&empty=' }, 'limit=5&other=1&empty='],
  ['no name twice', { parameters: { limit: '5' }, query: 'limit=9&a=1' }, 'limit=5&a=1'],
])('a call sends %s', (_what, draft, text) => {
  expect(queryText(draft)).toBe(text)
})

test('a query that was sent fills the form again', () => {
  const draft = { parameters: { email: 'a+b@example.com', is_deleted: 'true' }, query: 'other=1' }
  expect(queryDraft(users, queryText(draft))).toEqual(draft)
  expect(queryDraft(users, '')).toEqual(empty)
})

test('what came several times is kept, every time', () => {
  const text = 'username=x&limit=1&limit=2&a=1&a=2'
  expect(queryText(queryDraft(users, text))).toBe(text)
  expect(queryValues(text)).toEqual({ username: ['x'], limit: ['1', '2'], a: ['1', '2'] })
  expect(queryText(queryDraft(users, 'limit='))).toBe('limit=')
})

describe('before it is sent', () => {
  const metrics = documentOf('OBPv6.0.0-getMetrics')
  test.each([
    ['limit=abc', { kind: 'integer', least: 1, most: 10_000 }],
    ['limit=-1', { kind: 'integer', least: 1, most: 10_000 }],
    ['limit=0', { kind: 'integer', least: 1, most: 10_000 }],
    ['limit=10001', { kind: 'integer', least: 1, most: 10_000 }],
    ['limit=1.5', { kind: 'integer', least: 1, most: 10_000 }],
    ['offset=2147483648', { kind: 'integer', least: 0, most: 2_147_483_647 }],
    ['from_date=21.01.2013', { kind: 'date', example: '2013-01-21T23:08:00.000Z' }],
    ['anon=maybe', { kind: 'flag' }],
    ['sort_direction=up', { kind: 'choice', words: 'asc, desc' }],
    ['locale=english', { kind: 'choice', words: 'en_GB, es_ES' }],
  ])('%s is said to be wrong', (text, expected) => {
    const [name, value] = text.split('=')
    expect(queryProblems(metrics, `verb=GET&${text}`)).toEqual([{ name, value, expected }])
  })

  test.each([
    'limit=1&limit=10000&offset=0',
    'limit=&from_date=',
    'from_date=2013-01-21&to_date=2013-01-21T23:08:00.000%2B0200',
    'anon=TRUE&sort_direction=DESC',
    'url=anything&limits=abc',
  ])('%s is right', (text) => {
    expect(queryProblems(metrics, text)).toEqual([])
  })
})

describe('in a browser', () => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    server = await startExplorer()
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  test('users are found by a filter, which the address, the snippets, the history and the shared link have', async () => {
    const { username } = await server.user({ '': ['CanGetAnyUser'] })
    await server.user()
    const visitor = await visit(browser, server)
    const { page } = visitor
    // leave to use the clipboard is more than the packaged browser survives
    let copied = ''
    await page.exposeFunction('copy', (text: string) => {
      copied = text
    })
    await page.addInitScript('navigator.clipboard.writeText = (text) => window.copy(text)')
    await page.goto('/operations/OBPv6.0.0-getUsers?version=v6.0.0')
    await visitor.logOn(username)
    const trying = page.locator('#try')
    const answered = () => trying.locator('dd.status').filter({ hasText: '200' }).waitFor()
    await trying.locator('details.query summary').click()
    await trying.getByLabel('username', { exact: true }).fill(username)
    await trying.getByLabel('is_deleted', { exact: true }).selectOption('false')
    const query = `is_deleted=false&username=${encodeURIComponent(username)}`
    const sent = page.waitForRequest((request) => request.url().includes('/obp/v6.0.0/users'))
    await trying.getByRole('button', { name: 'GET', exact: true }).click()
    expect([...new URL((await sent).url()).searchParams]).toEqual(
      expect.arrayContaining([...new URLSearchParams(query)]),
    )
    expect([...new URL((await sent).url()).searchParams]).toHaveLength(2)
    await answered()
    const { users: found } = JSON.parse((await page.evaluate(() => sessionStorage.getItem('history')))!)
      .map(({ text }: { text: string }) => JSON.parse(text))
      .at(0)
    expect(found.map((user: { username: string }) => user.username)).toEqual([username])

    const address = await trying.locator('.address code').innerText()
    expect([...new URLSearchParams(address.split('?')[1])].sort()).toEqual([...new URLSearchParams(query)].sort())
    await trying.locator('details.snippets summary').click()
    for (const form of ['curl', 'fetch', 'Python']) {
      await trying.locator('.snippets').getByRole('button', { name: form, exact: true }).click()
      expect(await trying.locator('.snippets pre').innerText()).toContain(address)
    }
    await visitor.shoot('query-filled')

    // another query, a page that is loaded anew, and back to the first by the history
    await trying.getByLabel('username', { exact: true }).fill('')
    await trying.getByLabel('limit', { exact: true }).fill('0')
    await trying.getByRole('button', { name: 'GET', exact: true }).click()
    await trying.getByRole('button', { name: 'Send it anyway' }).click()
    await trying.locator('dd.status').filter({ hasText: '400' }).waitFor()
    await page.reload()
    await page.locator('.user').waitFor()
    expect(await trying.getByLabel('limit', { exact: true }).inputValue()).toBe('0')
    await trying.locator('details.history summary').click()
    await trying.locator('.history li button').filter({ hasText: '200' }).click()
    expect(await trying.getByLabel('limit', { exact: true }).inputValue()).toBe('')
    expect(await trying.getByLabel('username', { exact: true }).inputValue()).toBe(username)

    await trying.getByRole('button', { name: 'Copy link' }).click()
    await expect.poll(() => copied).not.toBe('')
    const link = new URL(copied)
    await page.evaluate(() => sessionStorage.clear())
    await page.goto(link.pathname + link.search)
    await page.waitForFunction((name) => {
      const input = document.querySelector<HTMLInputElement>('#query-username')
      return input?.value === name
    }, username)
    expect(await trying.getByLabel('is_deleted', { exact: true }).inputValue()).toBe('false')
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  }, 60_000)

  test.each([
    [looks.desktopLight, 'es_ES', 'Parámetros de la consulta:', 'uno de active, locked'],
    [looks.phoneDark, 'en_GB', 'Query parameters:', 'one of active, locked'],
  ] as const)(
    'an operation tells of its query, and keeps nobody out, at %o in %s',
    async (look, locale, heading, rule) => {
      const visitor = await visit(browser, server, look)
      const { page } = visitor
      await page.goto(`/operations/OBPv6.0.0-getUsers?version=v6.0.0&locale=${locale}`)
      await page.locator('article h2').filter({ hasText: heading }).waitFor()
      await page.locator('dl.query > div').filter({ hasText: 'locked_status' }).getByText(rule).waitFor()
      await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
      await page.locator('#try details.query summary').click()
      await page.locator('#query-sort_by').waitFor()
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width)
      expect(visitor.complaints).toEqual([])
      await visitor.shoot(`query-${locale}`)
      await visitor.close()
    },
  )
})
