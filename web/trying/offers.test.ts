/** What the fields of a path offer: what the person can see, by name, asked for no sooner than it is needed and never in vain. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { exampleNewConsumerV510 } from '../../server/operations/consumer/consumer-v510.ts'
import { exampleNewCustomerV140 } from '../../server/operations/customer/customer-v140.ts'
import type { TestServer } from '../../server/testing/server.ts'
import { visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})
beforeAll(() => server.storage.pool.query(`update bank set short_name = 'Gringotts' where bank_id = 'gh.29.uk'`))
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

const addMessage = '/operations/OBPv1.4.0-addCustomerMessage?version=v1.4.0'
const getConsumer = '/operations/OBPv2.1.0-getConsumer?version=v2.1.0'
const getEntitlements = '/operations/OBPv4.0.0-getEntitlements?version=v4.0.0'

/** The page of an operation in front of a user; `asked` has the calls that it makes, `refused` their refusals for lack of a role. */
async function open(path: string, username: string) {
  const visitor = await visit(browser, server)
  const { page } = visitor
  page.setDefaultTimeout(20_000)
  await page.goto(path)
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await visitor.logOn(username)
  const asked: string[] = []
  const refused: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  page.on('response', (response) => response.status() === 403 && refused.push(response.url()))
  return { ...visitor, asked, refused }
}

/** What the field of a placeholder offers, by value. */
const offered = async (page: Page, name: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    await page
      .locator(`#values-${name} option`)
      .evaluateAll((all) => all.map((each) => [(each as HTMLOptionElement).value, each.textContent])),
  )

test('the own customer at the chosen bank is offered by name, asked for once and not before the field is opened', async () => {
  const [clerk, owner] = await Promise.all([
    server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] }),
    server.user(),
  ])
  const body = { ...exampleNewCustomerV140, user_id: owner.userId, customer_number: 'N-1' }
  const added = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', { token: clerk.token, body })
  const { customer_id } = added.body
  const { page, asked, refused, complaints } = await open(addMessage, owner.username)
  await expect.poll(() => offered(page, 'BANK_ID')).toEqual({ 'gh.29.uk': 'Gringotts' })
  const own = '/obp/v1.4.0/banks/gh.29.uk/customer'
  const field = page.locator('#path-CUSTOMER_ID')
  expect(await offered(page, 'CUSTOMER_ID')).toEqual({})
  expect(asked).not.toContain(own)
  await field.focus()
  await expect.poll(() => offered(page, 'CUSTOMER_ID')).toEqual({ [customer_id]: 'Eveline Tripman · N-1' })
  await page.locator('#path-BANK_ID').focus()
  await field.focus()
  await field.fill(customer_id)
  await page.locator('#named-CUSTOMER_ID').filter({ hasText: 'Eveline Tripman · N-1' }).waitFor()
  expect(asked.filter((path) => path === own)).toHaveLength(1)
  expect(await page.locator('#named-BANK_ID').textContent()).toBe('Gringotts')
  expect((await new AxeBuilder({ page }).include('#try').analyze()).violations).toEqual([])
  expect(refused).toEqual([])
  expect(complaints).toEqual([])
})

test('own consumers are offered by name, and all of them to who may see them', async () => {
  const [{ username, token }, reader] = await Promise.all([server.user(), server.user({ '': ['CanGetConsumers'] })])
  const made = await server.call('/obp/v5.1.0/my/consumers', {
    token,
    body: { ...exampleNewConsumerV510, app_name: 'Branch app' },
  })
  expect(made.status).toBe(201)
  const ofOwner = await open(getConsumer, username)
  await ofOwner.page.locator('#path-CONSUMER_ID').focus()
  await expect.poll(() => offered(ofOwner.page, 'CONSUMER_ID')).toEqual({ [made.body.consumer_id]: 'Branch app' })
  expect(ofOwner.refused).toEqual([])
  const ofReader = await open(getConsumer, reader.username)
  await ofReader.page.locator('#path-CONSUMER_ID').focus()
  await expect.poll(async () => Object.keys(await offered(ofReader.page, 'CONSUMER_ID')).length).toBeGreaterThan(1)
  expect(await offered(ofReader.page, 'CONSUMER_ID')).toHaveProperty([made.body.consumer_id], 'Branch app')
  expect(ofReader.refused).toEqual([])
})

test('users are offered by name: oneself without a call, the others to who may see them', async () => {
  const [clerk, reader] = await Promise.all([server.user(), server.user({ '': ['CanGetAnyUser'] })])
  const ofClerk = await open(getEntitlements, clerk.username)
  await ofClerk.page.locator('#path-USER_ID').focus()
  await expect.poll(() => offered(ofClerk.page, 'USER_ID')).toEqual({ [clerk.userId]: clerk.username })
  expect(ofClerk.asked.filter((path) => path.endsWith('/users'))).toEqual([])
  const ofReader = await open(getEntitlements, reader.username)
  await ofReader.page.locator('#path-USER_ID').focus()
  await expect
    .poll(() => offered(ofReader.page, 'USER_ID'))
    .toMatchObject({ [reader.userId]: reader.username, [clerk.userId]: clerk.username })
  expect(ofReader.refused).toEqual([])
})

test('nothing that was offered to a user is there for the next', async () => {
  const { userId, username } = await server.user({ '': ['CanGetAnyUser'] })
  const { page } = await open(getEntitlements, username)
  await page.locator('#path-USER_ID').focus()
  await expect.poll(async () => Object.keys(await offered(page, 'USER_ID'))).toContain(userId)
  // the provider asks nobody again here: what is looked at is what this page still has
  await page.route(/\/openid\//, (route) => route.abort())
  await page.locator('header').getByRole('button', { name: 'Log off' }).click()
  await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
  expect(await offered(page, 'USER_ID')).toEqual({})
  expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain(userId)
})
