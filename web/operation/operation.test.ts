/** What the page of an operation lets a person do besides trying it. */
import type { Browser, Page } from 'playwright-core'
import { afterEach, describe, expect, test } from 'vitest'
import { origin, type TestServer } from '../../server/testing/server.ts'
import { operationRules } from '../../server/validation/rules.ts'
import { looks, startExplorer, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer(
  (opened) => {
    ;({ server, browser } = opened)
  },
  { showUsedConnectorMethods: true, featuredApis: ['getBanks'] },
)
afterEach(async () => {
  for (const context of browser.contexts()) await context.close()
})

async function open(path: string) {
  const visitor = await visit(browser, server)
  visitor.page.setDefaultTimeout(10_000)
  await visitor.page.goto(path)
  await visitor.page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  return visitor
}
const titled = (page: Page, name: string) => page.getByRole('heading', { level: 1, name, exact: true }).waitFor()

test('a documented error is seen as the server answers it, in the language of the page', async () => {
  const { page, complaints } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=en_GB')
  const error = page.locator('.errors > li').filter({ hasText: 'OBP-30006' })
  await error.locator('summary').click()
  await error.getByText('What to do:').waitFor()
  await error.getByRole('button', { name: 'See this error' }).click()
  await error
    .locator('pre')
    .filter({ hasText: /^\d{3} \{"code":\d{3},"message":"OBP-30006: / })
    .waitFor()
  expect(complaints).toEqual([])
})

test('where no error may be provoked, nothing offers it', async () => {
  const strict = await startExplorer({ allowForcedErrors: false })
  const { text } = await strict.call('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  expect(text).toContain('OBP-30006')
  expect(text).not.toContain('See this error')
  await strict.close()
})

describe('the rules of an operation', () => {
  const place = '/operations/OBPv4.0.0-getBanks?version=v4.0.0'
  const rules = (page: Page) => page.locator('section[aria-labelledby=validations]')

  test('are changed on its page by who may, and show at once', async () => {
    const { username } = await server.user({
      '': [
        'CanCreateJsonSchemaValidation',
        'CanDeleteJsonSchemaValidation',
        'CanCreateAuthenticationTypeValidation',
        'CanUpdateAuthenticationTypeValidation',
      ],
    })
    const { page, logOn, complaints } = await open(place)
    await logOn(username)
    await rules(page).getByText('Change the JSON schema rule').click()
    const schema = rules(page).getByRole('textbox', { name: 'JSON schema rule' })
    await schema.fill('{"type": 1}')
    await rules(page).getByRole('button', { name: 'Save' }).first().click()
    await rules(page).getByRole('alert').filter({ hasText: 'OBP-40026' }).waitFor()
    await schema.fill(
      JSON.stringify({
        $schema: 'http://json-schema.org/draft-07/schema#',
        title: 'Banks',
        description: 'What the desk may ask.',
        type: 'object',
        required: ['desk'],
        properties: { desk: { type: 'string' } },
      }),
    )
    await rules(page).getByRole('button', { name: 'Save' }).first().click()
    await rules(page).getByText('Required JSON Validation: Yes').waitFor()
    expect(await rules(page).locator('pre').first().textContent()).toContain('"desk"')
    await rules(page).getByRole('button', { name: 'Remove' }).click()
    await rules(page).getByText('Required JSON Validation: No').waitFor()

    await rules(page).getByText('Change the allowed authentication types').click()
    for (const type of ['DirectLogin', 'OAuth2_OIDC']) {
      await rules(page).getByRole('checkbox', { name: type, exact: true }).check()
      await rules(page).getByRole('button', { name: 'Save' }).last().click()
      await rules(page).locator('li').filter({ hasText: type }).waitFor()
    }
    await rules(page).getByText('Allowed Authentication Types: DirectLogin, OAuth2_OIDC').waitFor()
    expect(complaints).toEqual([])
  })

  test('that change while the page is open explain a refusal by them, and are read again', async () => {
    const { page, logOn, complaints } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
    const { username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    await logOn(username)
    const { authenticationTypes } = operationRules(server.storage)
    const answer = page.locator('#try .answer')
    const post = page.locator('#try').getByRole('button', { name: 'POST', exact: true })
    await authenticationTypes.create(origin, 'OBPv1.4.0-addCustomer', ['DirectLogin'])
    await post.click()
    await answer.getByText('only these ways to log in here: DirectLogin. This page logs in with OAuth2_OIDC.').waitFor()
    await rules(page).getByText('Allowed Authentication Types: DirectLogin').waitFor()
    await authenticationTypes.remove(origin, 'OBPv1.4.0-addCustomer')
    expect(complaints).toEqual([])
  })

  test('are only read by anybody else', async () => {
    const { username } = await server.user({ '': ['CanGetJsonSchemaValidation'] })
    const { page, logOn } = await open('/operations/OBPv1.4.0-getCrmEvents?version=v1.4.0')
    await logOn(username)
    await page.getByText('Required JSON Validation:').waitFor()
    expect(await rules(page).locator('textarea, input, button').count()).toBe(0)
  })
})

test('all roles that a call misses are asked for at its bank, each or all at once', async () => {
  const { page, logOn, complaints } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  const { username, token } = await server.user()
  await logOn(username)
  await page.locator('#try').getByRole('button', { name: 'POST', exact: true }).click()
  const why = page.locator('.why')
  await why.getByRole('checkbox').nth(1).waitFor()
  for (const box of await why.getByRole('checkbox', { name: 'gh.29.uk' }).all())
    expect(await box.isChecked()).toBe(true)
  await why.getByRole('button', { name: 'Request all 2 that are missing' }).click()
  await why.getByText('an administrator has not decided yet').nth(1).waitFor()
  const { body } = await server.call('/obp/v3.0.0/my/entitlement-requests', { token })
  expect(
    body.entitlement_requests.map(({ role_name, bank_id }: Record<string, string>) => `${role_name} ${bank_id}`).sort(),
  ).toEqual(['CanCreateCustomer gh.29.uk', 'CanCreateUserCustomerLink gh.29.uk'])
  expect(complaints).toEqual([])
})

describe('the required roles', () => {
  const roles = (page: Page) => page.locator('section[aria-labelledby=roles]')
  const expectChosen = async (page: Page, bank: string) => {
    for (const role of ['CanCreateCustomer', 'CanCreateUserCustomerLink'])
      await expect
        .poll(() => roles(page).locator('li').filter({ hasText: role }).locator('input:checked').inputValue())
        .toBe(bank)
  }

  test('are for the bank of the address, then of the form, and all that are missing are asked for there at once', async () => {
    await server.bank('de.10.de')
    const { page, logOn, complaints } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0&BANK_ID=de.10.de')
    const { username, token } = await server.user()
    await logOn(username)
    await expectChosen(page, 'de.10.de')
    await page.locator('#path-BANK_ID').fill('gh.29.uk')
    await expectChosen(page, 'gh.29.uk')
    await page.locator('#path-BANK_ID').fill('there.is.none')
    await expect.poll(() => roles(page).locator('input:checked').count()).toBe(0)
    const all = roles(page).getByRole('button', { name: /^Request all/ })
    expect(await all.count()).toBe(0)
    await page.locator('#path-BANK_ID').fill('de.10.de')
    await all.and(page.getByText('Request all 2 that are missing at de.10.de')).click()
    await roles(page).getByText('an administrator has not decided yet').nth(1).waitFor()
    expect(await all.count()).toBe(0)
    const { body } = await server.call('/obp/v3.0.0/my/entitlement-requests', { token })
    expect(
      body.entitlement_requests
        .map(({ role_name, bank_id }: Record<string, string>) => `${role_name} ${bank_id}`)
        .sort(),
    ).toEqual(['CanCreateCustomer de.10.de', 'CanCreateUserCustomerLink de.10.de'])
    expect(complaints).toEqual([])
  })

  test('are asked for by a button that stays under the finger, and each refusal is told as long as that role is missing', async () => {
    await server.bank('fr.20.fr')
    const { page, logOn } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
    const { username } = await server.user()
    await logOn(username)
    const all = roles(page).getByRole('button', { name: /^Request all/ })
    const isFocused = () => all.evaluate((element) => element === document.activeElement)
    // the first is asked for, the second waits for the test and is refused
    const { promise: isSecond, resolve: second } = Promise.withResolvers<void>()
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>()
    await page.route('**/entitlement-requests', async (route) => {
      if (!route.request().postData()?.includes('CanCreateUserCustomerLink')) return route.continue()
      second()
      await mayEnd
      await route.fulfill({ status: 400, json: { code: 400, message: 'OBP-00002: not today' } })
    })
    await all.press('Enter')
    await isSecond
    await roles(page).getByText('an administrator has not decided yet').waitFor()
    expect(await all.innerText()).toBe('Request all 2 that are missing at gh.29.uk')
    expect(await all.getAttribute('aria-disabled')).toBe('true')
    expect(await isFocused()).toBe(true)
    end()
    const refusals = roles(page).getByRole('alert').locator('li')
    await refusals.filter({ hasText: 'CanCreateUserCustomerLink OBP-00002: not today' }).waitFor()
    expect(await all.count()).toBe(0)
    expect(await refusals.evaluateAll(([first]) => first!.closest('[tabindex]') === document.activeElement)).toBe(true)

    await page.unroute('**/entitlement-requests')
    await page.route('**/entitlement-requests', async (route) => {
      const { role_name } = route.request().postDataJSON() as { role_name: string }
      await route.fulfill({ status: 400, json: { code: 400, message: `OBP-00001: no ${role_name}` } })
    })
    await page.locator('#path-BANK_ID').fill('fr.20.fr')
    await expect.poll(() => refusals.count()).toBe(0)
    await all.press('Enter')
    await expect
      .poll(() => refusals.allInnerTexts())
      .toEqual([
        'CanCreateCustomer OBP-00001: no CanCreateCustomer',
        'CanCreateUserCustomerLink OBP-00001: no CanCreateUserCustomerLink',
      ])
    expect(await isFocused()).toBe(true)
    expect(await all.getAttribute('aria-disabled')).toBe('false')
  })

  test('are asked for one by one where only one is missing, and where one is enough', async () => {
    const { page, logOn, complaints } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
    const { username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer'] })
    await logOn(username)
    await roles(page).getByText('✓ You have this Role at gh.29.uk').waitFor()
    await roles(page).locator('input:checked').waitFor()
    expect(
      await roles(page)
        .getByRole('button', { name: /^Request all/ })
        .count(),
    ).toBe(0)
    await page.goto('/operations/OBPv2.0.0-addEntitlement?version=v4.0.0')
    // the bank is in the body
    await expect.poll(() => roles(page).locator('input:checked').inputValue()).toBe('gh.29.uk')
    expect(
      await roles(page)
        .getByRole('button', { name: /^Request all/ })
        .count(),
    ).toBe(0)
    expect(complaints).toEqual([])
  })
})

test('its connector methods lead to their messages, and those back to it', async () => {
  const { page, complaints } = await open('/operations/OBPv1.4.0-getCrmEvents?version=v1.4.0')
  await page.getByRole('link', { name: 'obp.getCrmEvents', exact: true }).click()
  const entry = page.locator('[id="obp.getCrmEvents"]')
  await entry.getByText('Outbound message').click()
  await entry.locator('pre').first().filter({ hasText: 'outboundAdapterCallContext' }).waitFor()
  await entry.getByRole('link', { name: /^getCrmEvents/ }).click()
  await titled(page, 'Get CRM Events')
  expect(complaints).toEqual([])
})

test('the start shows what the bank features, and says what is deprecated where it is read', async () => {
  const { page } = await open('/?version=v4.0.0')
  await page.getByRole('heading', { name: 'Featured' }).waitFor()
  await page
    .locator('.cards')
    .last()
    .getByRole('link', { name: /Get Banks/ })
    .click()
  await titled(page, 'Get Banks')
  expect(await page.getByText('This operation is deprecated.').count()).toBe(0)
  await page.goto('/operations/OBPv1.4.0-addCustomer')
  await page.getByText('This operation is deprecated.').waitFor()
})

test('its address stays through a version and a language, and names both languages to those who look for them', async () => {
  const { page } = await open('/operations/OBPv4.0.0-getBanks?version=v4.0.0&locale=en_GB')
  await page.locator('header select').first().selectOption('v5.1.0')
  await page.waitForURL(/version=v5\.1\.0/)
  expect(new URL(page.url()).pathname).toBe('/operations/OBPv4.0.0-getBanks')
  await page.getByText('/obp/v5.1.0/banks').first().waitFor()
  const { text } = await server.call('/operations/OBPv4.0.0-getBanks?version=v5.1.0&locale=es_ES')
  expect(text).toContain('<html lang="es">')
  expect(text).toContain(`<link rel="canonical" href="${server.url}/operations/OBPv4.0.0-getBanks"`)
  for (const [language, locale] of [
    ['en', 'en_GB'],
    ['es', 'es_ES'],
  ])
    expect(text).toMatch(
      new RegExp(
        `<link rel="alternate" hreflang="${language}" href="[^"]*/OBPv4\\.0\\.0-getBanks\\?[^"]*locale=${locale}`,
      ),
    )
})

test('it says what differs where another version answers the same path, and leads to what that version brought', async () => {
  const { page } = await open('/operations/OBPv4.0.0-getBank?version=v4.0.0')
  await page.getByText('What differs in v1.2.1').click()
  await page.locator('section[aria-labelledby=versions] ins').first().waitFor()
  await page.locator('.footer').getByRole('link', { name: 'OBPv4.0.0' }).click()
  await titled(page, 'API Explorer')
  expect(new URL(page.url()).searchParams.get('version')).toBe('v4.0.0')
})

test('on paper it is what is read, without what is clicked around it', async () => {
  const { page } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('header, aside, .try, .neighbours').filter({ visible: true }).count()).toBe(0)
  expect(await page.locator('article').isVisible()).toBe(true)
})

test('who has no collection yet sees no error, and makes a favourite by a click', async () => {
  const { username } = await server.user()
  const { page, complaints, logOn } = await visit(browser, server)
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  const refused: string[] = []
  page.on('response', (response) => {
    if (response.url().includes('/obp/') && !response.ok()) refused.push(response.url())
  })
  const looked = page.waitForResponse('**/my/api-collections')
  await logOn(username)
  await looked
  await page.locator('.collecting summary').click()
  // what came before these has been looked at
  await page.getByLabel('New collection').waitFor()
  expect(await page.getByRole('alert').count()).toBe(0)
  const favourite = page.getByRole('button', { name: 'Favourite' })
  await favourite.and(page.locator('[aria-pressed=false]')).click()
  await favourite.and(page.locator('[aria-pressed=true]')).waitFor()
  expect(refused).toEqual([])
  expect(complaints).toEqual([])
})

test('an error’s advice is shown without the marks of its code', async () => {
  const { page } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  const errors = page.locator('.errors')
  expect(await errors.locator('code').allTextContents()).toContain('POST /entitlement-requests')
  expect(await errors.textContent()).not.toContain('`')
})

test('query parameters that only one version has are among what differs', async () => {
  const { page } = await visit(browser, server)
  await page.goto('/operations/OBPv6.0.0-getWebUiProps?version=v6.0.0')
  const versions = page.locator('section[aria-labelledby=versions]')
  await versions.locator('summary').filter({ hasText: 'v5.1.0' }).click()
  const changed = versions.locator('div').filter({ hasText: 'Query parameters:' })
  expect(await changed.locator('ins, del').allTextContents()).toEqual(['+ what', '− active'])
})

test('no name of a parameter is cut on a phone', async () => {
  const { page } = await visit(browser, server, looks.phoneLight)
  await page.goto('/operations/OBPv6.0.0-getMetrics?version=v6.0.0')
  const tooWide = await page
    .locator('dl.query dt')
    .evaluateAll((names) => names.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent))
  expect(tooWide).toEqual([])
})

test('the box of a collection that refuses the operation is not ticked', async () => {
  const { username, userId } = await server.user()
  await server.services.apiCollections.create(origin, userId, { name: 'Desk', isSharable: false, description: '' })
  const { page, logOn, complaints } = await open('/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=en_GB')
  await logOn(username)
  const choice = page.locator('.collecting')
  await choice.getByText('Collections', { exact: true }).click()
  const box = choice.getByRole('checkbox', { name: 'Desk' })
  await box.waitFor()
  await page.context().setOffline(true)
  await box.click()
  await choice.getByRole('alert').filter({ hasText: 'cannot be reached' }).waitFor()
  await expect.poll(() => box.isChecked()).toBe(false)
  await page.context().setOffline(false)
  await box.click()
  await expect.poll(() => choice.getByRole('alert').count()).toBe(0)
  await expect.poll(() => box.isChecked()).toBe(true)
  expect(complaints).toEqual([])
})
