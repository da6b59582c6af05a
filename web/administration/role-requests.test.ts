/** Requests for roles, as who decides on them and who waits for them see them. */
import type { Browser } from 'playwright-core'
import { afterEach, expect, test } from 'vitest'
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

test('a refusal with its reason shows on the page of the operation of who asked, without loading it anew', async () => {
  await server.bank('de.10.de')
  const asker = await server.user()
  const waiting = await visit(browser, server)
  await waiting.page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await waiting.logOn(asker.username)
  const role = waiting.page.locator('section[aria-labelledby=roles] li').filter({ hasText: 'CanCreateCustomer' })
  // at several banks at once, and each is told apart
  for (const bank of ['gh.29.uk', 'de.10.de']) await role.getByRole('checkbox', { name: bank }).check()
  await role.getByRole('button', { name: 'Request', exact: true }).click()
  await role.locator('.asked').nth(1).waitFor()
  expect(await role.getByRole('button', { name: 'Request', exact: true }).count()).toBe(0)

  const { username } = await server.user({
    '': ['CanGetEntitlementRequestsAtAnyBank', 'CanDeleteEntitlementRequestsAtAnyBank'],
  })
  const deciding = await visit(browser, server)
  await deciding.page.goto('/role-requests')
  await deciding.logOn(username)
  const request = deciding.page.locator('.requests li').filter({ hasText: 'de.10.de' })
  await request.getByText(asker.username).waitFor()
  await request.getByRole('button', { name: 'Refuse' }).click()
  await request.getByLabel('Reason').fill('Not at your desk.')
  await request.getByRole('button', { name: 'Refuse' }).click()
  await request.waitFor({ state: 'detached' })

  await role.getByText('Refused at de.10.de: Not at your desk.').waitFor()
  expect(await role.locator('.asked').allInnerTexts()).toEqual([expect.stringContaining('gh.29.uk')])
  // who was refused may ask again
  await role.getByRole('checkbox', { name: 'de.10.de' }).waitFor()
  for (const { complaints } of [waiting, deciding]) expect(complaints).toEqual([])
})

test('a role is granted until a time to come, by keyboard, and who asked reads it in their language', async () => {
  const asker = await server.user()
  const waiting = await visit(browser, server)
  await waiting.page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=es_ES')
  await waiting.logOn(asker.username)
  const role = waiting.page.locator('section[aria-labelledby=roles] li').filter({ hasText: 'CanCreateCustomer' })
  await role.getByRole('checkbox', { name: 'gh.29.uk' }).check()
  await role.getByRole('button', { name: 'Solicitar', exact: true }).click()
  await role.locator('.asked').waitFor()

  const { username } = await server.user({
    '': ['CanGetEntitlementRequestsAtAnyBank', 'CanCreateEntitlementAtAnyBank'],
  })
  const deciding = await visit(browser, server, undefined, { isKeyboardOnly: true })
  const { page, hands } = deciding
  await page.goto('/role-requests')
  await deciding.logOn(username)
  const request = page.locator('.requests li').filter({ hasText: asker.username })
  const until = request.getByLabel('Until')
  const grants: string[] = []
  page.on('request', (sent) => {
    if (sent.method() === 'POST' && sent.url().endsWith('/entitlements')) grants.push(sent.postData() ?? '')
  })
  await hands.press(request.getByRole('checkbox'))
  await page.keyboard.press('Tab')
  // so for every browser: day and month may stand in either order, and hours may be counted to twelve
  await page.keyboard.type('030320201000A')
  await request.getByText('Choose a time in the future.').waitFor()
  await deciding.shoot('role-request-until-over')
  await hands.press(request.getByRole('button', { name: 'Grant' }))
  expect(await until.evaluate((input) => input === document.activeElement)).toBe(true)
  expect(grants).toEqual([])

  const year = new Date().getFullYear() + 1
  await page.keyboard.type(`0303${year}1000A`)
  expect(await until.inputValue()).toBe(`${year}-03-03T10:00`)
  await hands.press(request.getByRole('button', { name: 'Grant' }))
  await request.waitFor({ state: 'detached' })
  const expires = await page.evaluate((local) => new Date(local).toISOString(), `${year}-03-03T10:00`)
  expect(grants.map((body) => JSON.parse(body))).toEqual([
    { role_name: 'CanCreateCustomer', bank_id: 'gh.29.uk', expires },
  ])

  const text = `✓ Ya tiene este rol en gh.29.uk hasta el 3 de marzo de ${year}, 10:00`
  await role.getByText(text).waitFor()
  await waiting.shoot('role-held-until')
  for (const { complaints } of [waiting, deciding]) expect(complaints).toEqual([])
})

test('many requests that are granted at once show how far that is', async () => {
  const roles = ['CanCreateCustomer', 'CanCreateUserCustomerLink', 'CanGetCustomer']
  const asker = await server.user()
  for (const role_name of roles)
    await server.call('/obp/v3.0.0/entitlement-requests', {
      token: asker.token,
      body: { bank_id: 'gh.29.uk', role_name },
    })
  const { username } = await server.user({
    '': ['CanGetEntitlementRequestsAtAnyBank', 'CanCreateEntitlementAtAnyBank'],
  })
  const { page, logOn, complaints } = await visit(browser, server)
  await page.goto('/role-requests')
  await logOn(username)
  const own = page.locator('.requests li').filter({ hasText: asker.username })
  await own.nth(2).waitFor()
  for (const role of roles) await own.filter({ hasText: role }).getByRole('checkbox').check()
  const { promise: isSeen, resolve: goOn } = Promise.withResolvers<void>()
  let grants = 0
  await page.route('**/entitlements', async (route) => {
    grants += 1
    if (grants === 3) await isSeen
    await route.continue()
  })
  const year = new Date().getFullYear() + 1
  await page.locator('form', { hasText: 'Grant the chosen ones' }).getByLabel('Until').fill(`${year}-12-03T10:00`)
  await page.getByRole('button', { name: 'Grant the chosen ones (3)' }).click()
  await page.locator('main [role=status]').getByText('2 of 3', { exact: true }).waitFor()
  expect(await page.getByRole('progressbar', { name: '2 of 3' }).getAttribute('value')).toBe('2')
  goOn()
  await own.first().waitFor({ state: 'detached' })
  const { body } = await server.call('/obp/v3.0.0/my/entitlements', { token: asker.token })
  expect(body.list.map(({ expires }: { expires: string }) => expires.slice(0, 10))).toEqual(
    roles.map(() => `${year}-12-03`),
  )
  expect(complaints).toEqual([])
})

test('a new request shows by itself, is announced, and can be chosen with all others', async () => {
  const { username } = await server.user({ '': ['CanGetEntitlementRequestsAtAnyBank'] })
  const asker = await server.user()
  const { page, logOn, complaints } = await visit(browser, server)
  await page.goto('/role-requests')
  await logOn(username)
  await page.getByText('No requests are waiting.').or(page.getByLabel('Choose all')).first().waitFor()
  for (const role_name of ['CanCreateCustomer', 'CanGetCustomer'])
    await server.call('/obp/v3.0.0/entitlement-requests', {
      token: asker.token,
      body: { bank_id: 'gh.29.uk', role_name },
    })
  const own = page.locator('.requests li').filter({ hasText: asker.username })
  await own.nth(1).waitFor()
  await page.getByRole('status').filter({ hasText: 'New requests:' }).waitFor({ state: 'attached' })
  const all = page.getByLabel('Choose all')
  await all.check()
  expect(await page.locator('.requests input[type=checkbox]:not(:checked)').count()).toBe(0)
  await own.first().getByRole('checkbox').uncheck()
  expect(await all.evaluate((box: HTMLInputElement) => box.indeterminate)).toBe(true)
  expect(complaints).toEqual([])
})

test('what could not be granted is said, and stays chosen', async () => {
  const roles = ['CanCreateCustomer', 'CanGetCustomer']
  const asker = await server.user()
  const ask = (role_name: string) =>
    server.call('/obp/v3.0.0/entitlement-requests', { token: asker.token, body: { bank_id: 'gh.29.uk', role_name } })
  for (const role of roles) await ask(role)
  const { username } = await server.user({ '': ['CanGetEntitlementRequestsAtAnyBank'] })
  const { page, logOn, complaints } = await visit(browser, server)
  await page.goto('/role-requests')
  await logOn(username)
  const own = page.locator('.requests li').filter({ hasText: asker.username })
  for (const role of roles) await own.filter({ hasText: role }).getByRole('checkbox').check()
  // shows that the list has come again
  await ask('CanCreateUserCustomerLink')
  await page.getByRole('button', { name: 'Grant the chosen ones (2)' }).click()
  await own.nth(2).waitFor()
  const told = page.locator('main').getByRole('alert').filter({ hasText: 'was not given' })
  const sentence = (role: string) =>
    `${asker.username} was not given the role ${role} at gh.29.uk: you may not grant it. That takes CanCreateEntitlementAtOneBank at the bank, or CanCreateEntitlementAtAnyBank.`
  expect(await told.allInnerTexts()).toEqual(roles.map(sentence))
  expect(await own.locator('input:checked').count()).toBe(2)

  await ask('CanCreateCustomerAddress')
  await own.filter({ hasText: 'CanCreateUserCustomerLink' }).getByRole('button', { name: 'Grant' }).click()
  await own.nth(3).waitFor()
  expect(await told.allInnerTexts()).toEqual([sentence('CanCreateUserCustomerLink')])
  expect(await own.locator('input:checked').count()).toBe(2)
  expect(complaints).toEqual([])
})

test('who may not decide is told which role that takes, in their language, and asks for it', async () => {
  const { username } = await server.user()
  const { page, logOn, shoot, complaints } = await visit(browser, server)
  await page.goto('/role-requests?locale=es_ES')
  await logOn(username)
  await page.getByText('Solo los usuarios con el rol siguiente').waitFor()
  expect(await page.locator('main').getByRole('alert').count()).toBe(0)
  await shoot('role-requests-not-allowed')
  await page.locator('main').getByRole('button', { name: 'Solicitar', exact: true }).click()
  await page.locator('main .asked').waitFor()
  expect(complaints).toEqual([])
})
