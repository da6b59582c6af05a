/** A call as a person makes it on the page of an operation: what is sent, and what is shown of the answer. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import type { TestServer } from '../../server/testing/server.ts'
import { visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

const getBanks = '/operations/OBPv4.0.0-getBanks?version=v4.0.0'
const addCustomer = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'

async function open(path: string) {
  const visitor = await visit(browser, server)
  const { page } = visitor
  page.setDefaultTimeout(10_000)
  const copied: string[] = []
  // leave to use the clipboard is more than the packaged browser survives
  await page.exposeFunction('copy', (text: string) => copied.push(text))
  await page.addInitScript('navigator.clipboard.writeText = (text) => window.copy(text)')
  await page.goto(path)
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  return { ...visitor, trying: page.locator('#try'), copied }
}
const answered = (page: Page, status: number) =>
  page
    .locator('#try dd.status')
    .filter({ hasText: String(status) })
    .waitFor()

test('headers and a query that were typed are sent, as the copied call has them', async () => {
  const { page, trying, copied, complaints } = await open(getBanks)
  await trying.getByText('Query and headers').click()
  await trying.getByLabel('Other query parameters').fill('note=a b&c')
  await trying.getByLabel('Request headers, one per line').fill('X-Request-ID: desk-7\nX-Branch:  DERBY6 ')
  const sent = page.waitForRequest(/\/obp\/v4\.0\.0\/banks\?/)
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  const request = await sent
  expect(await request.allHeaders()).toMatchObject({ 'x-request-id': 'desk-7', 'x-branch': 'DERBY6' })
  expect(new URL(request.url()).search).toBe('?note=a+b&c=')
  await answered(page, 200)
  await trying.locator('details.snippets summary').click()
  await trying.locator('.snippets').getByRole('button', { name: 'Copy', exact: true }).click()
  await expect.poll(() => copied).toHaveLength(1)
  expect(copied[0]).toContain("-H 'X-Request-ID: desk-7'")
  expect(copied[0]).toContain(`'${server.url}/obp/v4.0.0/banks?note=a+b&c='`)
  expect(complaints).toEqual([])
})

test('of an answer there is how long it took, how large it is, its headers, and its text to be copied', async () => {
  const { page, trying, copied, complaints } = await open(getBanks)
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  await answered(page, 200)
  const facts = Object.fromEntries(
    await trying
      .locator('.facts > div')
      .evaluateAll((all) => all.map((each) => [...each.children].map((child) => child.textContent))),
  )
  expect(facts).toEqual({
    Status: '200',
    Duration: expect.stringMatching(/^\d+ ms$/),
    Size: expect.stringMatching(/^[\d.]+ k?B$/),
    'Correlation-Id': expect.stringMatching(/^[\w-]{8,}$/),
  })
  await trying.getByText('Response headers').click()
  const headers = trying.locator('.headers.received > div')
  expect(
    await headers
      .filter({ has: page.getByText('correlation-id', { exact: true }) })
      .locator('dd')
      .textContent(),
  ).toBe(facts['Correlation-Id'])
  const copy = trying.locator('.answer .json button')
  await copy.click()
  await copy.filter({ hasText: 'Copied' }).waitFor()
  expect(JSON.parse(copied[0]!).banks).toContainEqual(expect.objectContaining({ id: 'gh.29.uk' }))
  await copy.filter({ hasText: /^Copy$/ }).waitFor()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(complaints).toEqual([])
})

test('a code of an error in an answer leads to what is said of it, as JSON and in the table', async () => {
  const { page, trying, complaints } = await open('/operations/OBPv1.4.0-getCustomer?version=v1.4.0&locale=es_ES')
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  await answered(page, 401)
  const code = trying.locator('.answer').getByRole('link', { name: 'OBP-20001', exact: true })
  await code.first().waitFor()
  await trying.locator('.answer').getByRole('button', { name: 'Tabla', exact: true }).click()
  await trying.locator('.answer td').getByRole('link', { name: 'OBP-20001' }).waitFor()
  await trying.locator('.answer').getByRole('button', { name: 'JSON', exact: true }).click()
  await trying.locator('.answer pre').getByRole('link', { name: 'OBP-20001' }).click()
  await page.getByRole('heading', { level: 1, name: 'Errores' }).waitFor()
  expect(new URL(page.url()).hash).toBe('#OBP-20001')
  await page.locator('#OBP-20001').filter({ visible: true }).waitFor()
  expect(complaints).toEqual([])
})

test('an answer that comes after its user has logged off is nowhere', async () => {
  const { username } = await server.user()
  const { page, trying, logOn, complaints } = await open('/operations/OBPv1.4.0-getCustomer?version=v1.4.0')
  await logOn(username)
  const asked = Promise.withResolvers<void>()
  const answers = Promise.withResolvers<void>()
  // who logs off stays on the page where the provider does not answer
  await page.route('**/openid/**', (route) => route.fulfill({ status: 503, body: '' }))
  await page.route(
    '**/banks/gh.29.uk/customer',
    async (route) => {
      asked.resolve()
      await answers.promise
      await route.fulfill({ json: { legal_name: 'of-who-has-gone' } })
    },
    { times: 1 },
  )
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  await asked.promise
  await page.locator('header').getByRole('button', { name: 'Log off' }).click()
  await page.getByRole('alert').filter({ hasText: 'the server could not be told' }).waitFor()
  const came = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/customer'))
  answers.resolve()
  await came
  // what is sent later is answered later
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  await answered(page, 401)
  expect(await page.evaluate(() => sessionStorage.getItem('history'))).not.toContain('of-who-has-gone')
  expect(await trying.locator('.history summary').innerText()).toMatch(/ 1$/)
  expect(complaints).toEqual([])
})

test('of a call there are the headers that were sent, without what they keep secret', async () => {
  const { page, trying, logOn, complaints } = await open(getBanks)
  const { username } = await server.user()
  await logOn(username)
  await trying.getByText('Query and headers').click()
  await trying.getByLabel('Request headers, one per line').fill('X-Request-ID: desk-7\nX-Api-Key: hidden-key')
  const sent = page.waitForRequest((request) => request.headers()['x-request-id'] === 'desk-7')
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  const { authorization } = await (await sent).allHeaders()
  expect(authorization).toMatch(/^Bearer ./)
  await answered(page, 200)
  await trying.getByText('Request headers that were sent').click()
  const shown = trying.locator('.headers.sent > div')
  const texts = await shown.evaluateAll((all) =>
    all.map((each) => [...each.children].map((child) => child.textContent)),
  )
  expect(Object.fromEntries(texts)).toEqual({
    authorization: 'Bearer ••••',
    'x-api-key': '••••',
    'x-request-id': 'desk-7',
  })
  const token = authorization!.slice('Bearer '.length)
  expect(await page.evaluate(() => sessionStorage.getItem('history'))).not.toMatch(
    new RegExp(`${token.replaceAll('.', '\\.')}|hidden-key`),
  )
  expect(complaints).toEqual([])
})

test.each(['.', '..'])('a path with %s in it is refused before a browser could fold it', async (value) => {
  const { page, trying, complaints } = await open('/operations/OBPv4.0.0-getBank?version=v4.0.0')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  const field = trying.locator('#path-BANK_ID')
  await field.fill(value)
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  const reason = `BANK_ID cannot be ${value}: the browser would drop it from the path and call something else.`
  await trying.getByRole('alert').getByText(reason, { exact: true }).waitFor()
  expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
  expect(sent.filter((url) => url.includes('/obp/v4.0.0/banks/'))).toEqual([])
  expect(complaints).toEqual([])
})

test('what has changed since the call before is seen', async () => {
  const { page, trying, complaints } = await open(getBanks)
  const send = () => trying.getByRole('button', { name: 'GET', exact: true }).click()
  await send()
  await answered(page, 200)
  expect(await trying.getByRole('button', { name: 'Difference to the previous one' }).count()).toBe(0)
  await server.bank('de.10.de')
  await send()
  await trying.getByRole('button', { name: 'Difference to the previous one' }).click()
  await trying.locator('.answer ins').filter({ hasText: '"de.10.de"' }).waitFor()
  expect(await trying.locator('.answer ins').filter({ hasText: '"gh.29.uk"' }).count()).toBe(0)
  expect(complaints).toEqual([])
})

test('a call that takes too long for somebody is cancelled', async () => {
  const { page, trying, complaints } = await open(getBanks)
  const { promise: isLeft, resolve: leave } = Promise.withResolvers<void>()
  await page.route(/\/obp\/v4\.0\.0\/banks$/, async (route) => {
    await isLeft
    await route.continue().catch(() => {})
  })
  await trying.getByRole('button', { name: 'GET', exact: true }).click()
  await trying.getByRole('button', { name: 'Cancel' }).click()
  await trying.getByRole('alert').filter({ hasText: 'Cancelled.' }).waitFor()
  await trying.locator('button:not([disabled])').filter({ hasText: 'GET' }).waitFor()
  leave()
  expect(complaints).toEqual([])
})

describe('a body', () => {
  test('is checked before it is sent, and sent all the same where somebody wants that', async () => {
    const { page, trying, logOn, complaints } = await open(addCustomer)
    const { username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    await logOn(username)
    const field = trying.locator('#field-dependants')
    await field.fill('many')
    await trying.getByRole('button', { name: 'POST', exact: true }).click()
    await trying.getByRole('alert').filter({ hasText: 'Please check the fields that are marked.' }).waitFor()
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(true)
    await trying.getByText('Accepted type: whole number.').waitFor()
    expect(await trying.locator('.answer').count()).toBe(0)
    await trying.getByRole('button', { name: 'Send it anyway' }).click()
    await answered(page, 400)
    await trying.locator('.why').getByText('The field dependants does not fit: Accepted type: whole number.').waitFor()
    expect(complaints).toEqual([])
  })

  test('is one text in the form and as JSON, and stays with its operation while somebody looks elsewhere', async () => {
    const { page, trying, complaints } = await open(addCustomer)
    const asJson = trying.locator('.body').getByRole('button', { name: 'JSON', exact: true })
    const name = trying.locator('#field-legal_name')
    await name.fill('Ana Ruiz')
    await name.blur()
    await asJson.click()
    const text = trying.getByRole('textbox', { name: 'Body', exact: true })
    const body = JSON.parse(await text.inputValue())
    expect(body.legal_name).toBe('Ana Ruiz')
    await text.fill(JSON.stringify({ ...body, face_image: { ...body.face_image, url: 'https://example.com/ana.png' } }))
    await page.getByRole('link', { name: 'Get CRM Events' }).first().click()
    await page.getByRole('heading', { level: 1, name: 'Get CRM Events' }).waitFor()
    expect(await trying.locator('.body').count()).toBe(0)
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: 'Add a customer' }).waitFor()
    expect(await trying.locator('[id="field-face_image.url"]').inputValue()).toBe('https://example.com/ana.png')
    expect(await name.inputValue()).toBe('Ana Ruiz')
    await trying.getByRole('button', { name: 'Start over' }).click()
    await expect.poll(() => name.inputValue()).toBe('Eveline Tripman')
    expect(complaints).toEqual([])
  })
})

test('the guide says what is done, and values of one step are offered in the next', async () => {
  const { page, trying, logOn, complaints } = await open('/guide')
  const { username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
  const done = () => page.locator('.steps .done').count()
  expect(await done()).toBe(0)
  await logOn(username)
  await expect.poll(done).toBe(2)
  await page.locator('.steps').getByRole('link', { name: 'Add a customer' }).click()
  const banks = page.locator('#values-BANK_ID option')
  await expect
    .poll(() => banks.evaluateAll((all) => all.map((each) => (each as HTMLOptionElement).value)))
    .toContain('gh.29.uk')
  await trying.getByRole('button', { name: 'POST', exact: true }).click()
  await answered(page, 200)
  const { customer_id } = JSON.parse(await trying.locator('.answer .json pre').innerText())
  await page.locator('header').getByRole('link', { name: 'Guide' }).click()
  await expect.poll(done).toBe(3)
  await page.locator('#search').fill('addCustomerMessage')
  await page.locator('#operation-tree a[href*="/OBPv1.4.0-addCustomerMessage?"]').click()
  await page.locator(`#values-CUSTOMER_ID option[value="${customer_id}"]`).waitFor({ state: 'attached' })
  expect(complaints).toEqual([])
})
