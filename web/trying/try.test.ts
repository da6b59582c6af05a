/** Trying an operation in a browser, and above all what a person sees when it does not go as it should. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { origin, type TestServer } from '../../server/testing/server.ts'
import { looks, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

const answered = (page: Page, status: number) =>
  page
    .locator('#try dd.status')
    .filter({ hasText: String(status) })
    .waitFor()
const send = (page: Page, verb: string) => page.locator('#try').getByRole('button', { name: verb, exact: true }).click()
const barriers = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

describe.each([
  [
    looks.desktopLight,
    'en_GB',
    {
      number: 'A whole number from 1 to 2147483647 is expected.',
      date: 'A date such as 2013-01-21T23:08:00.000Z is expected.',
      hint: 'To see what the server says to them, send it anyway.',
      anyway: 'Send it anyway',
      why: 'The query parameter limit cannot be “abc”.',
    },
  ],
  [
    looks.phoneDark,
    'es_ES',
    {
      number: 'Se espera un número entero entre 1 y 2147483647.',
      date: 'Se espera una fecha como 2013-01-21T23:08:00.000Z.',
      hint: 'Para ver qué responde el servidor, envíelos de todos modos.',
      anyway: 'Enviar de todos modos',
      why: 'El parámetro de la consulta limit no puede ser «abc».',
    },
  ],
] as const)('a wrong query, at $name in %s', (look, locale, says) => {
  test('is marked at its field before it is sent, is sent nevertheless, and is explained', async () => {
    const { username } = await server.user()
    const visitor = await visit(browser, server, look)
    const { page } = visitor
    const calls: string[] = []
    page.on('request', (request) => request.url().includes('/crm-events') && calls.push(request.url()))
    await page.goto(`/operations/OBPv1.4.0-getCrmEvents?version=v1.4.0&locale=${locale}`)
    await visitor.logOn(username)
    const trying = page.locator('#try')
    await trying.locator('details.query summary').click()
    await trying.locator('#query-limit').fill('abc')
    await trying.locator('#query-from_date').fill('21/01/2013')
    await send(page, 'GET')
    await trying.getByRole('alert').filter({ hasText: says.hint }).waitFor()
    for (const [name, text] of [
      ['limit', says.number],
      ['from_date', says.date],
    ]) {
      const field = trying.locator(`#query-${name}`)
      expect(await field.getAttribute('aria-invalid')).toBe('true')
      expect(await field.getAttribute('aria-describedby')).toContain(`query-${name}-wrong`)
      expect(await trying.locator(`#query-${name}-wrong`).innerText()).toBe(text)
    }
    expect(await trying.locator('#query-offset').getAttribute('aria-invalid')).toBeNull()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('query-limit')
    expect(calls).toEqual([])
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width)
    await visitor.shoot(`wrong-query-${locale}`)

    // what is put right is marked no longer
    await trying.locator('#query-from_date').fill('2013-01-21')
    await trying.locator('#query-from_date-wrong').waitFor({ state: 'detached' })

    await trying.getByRole('button', { name: says.anyway }).click()
    await answered(page, 400)
    await trying.locator('.why').getByText(`${says.why} ${says.number}`).waitFor()
    expect(new URL(calls[0]!).searchParams.get('limit')).toBe('abc')
    expect(await trying.locator('[aria-invalid]').count()).toBe(0)
    await visitor.shoot(`why-query-${locale}`)

    await trying.locator('#query-limit').fill('5')
    await send(page, 'GET')
    await expect.poll(() => calls.length).toBe(2)
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})

test('a wrong value that is typed among other parameters is marked there', async () => {
  const { page, close } = await visit(browser, server)
  await page.goto('/operations/OBPv6.0.0-getResourceDocsIndex?version=v6.0.0')
  await page.locator('#path-API_VERSION').fill('v6.0.0')
  const typed = page.locator('#query')
  await page.locator('#try summary').filter({ hasText: 'Query and headers' }).click()
  await typed.fill('language=english')
  await page.locator('#try summary').filter({ hasText: 'Query and headers' }).click()
  await send(page, 'GET')
  // also where it was out of sight
  const wrong = page.locator('#query-wrong').filter({ hasText: 'language One of these is expected: en_GB, es_ES.' })
  await wrong.waitFor()
  expect(await typed.getAttribute('aria-invalid')).toBe('true')
  await page.locator('#try').getByRole('button', { name: 'Send it anyway' }).click()
  await answered(page, 400)
  await page.locator('.why').getByText('The query parameter language cannot be “english”.').waitFor()
  await close()
})

test('a parameter that is repeated is sent, kept and copied each time', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  const trying = page.locator('#try')
  await trying.locator('summary').filter({ hasText: 'Query and headers' }).click()
  await trying.locator('#query').fill('a=1&a=2')
  const sent = page.waitForRequest((request) => request.url().includes('/obp/v4.0.0/banks?'))
  await send(page, 'GET')
  expect(new URL((await sent).url()).search).toBe('?a=1&a=2')
  await answered(page, 400)
  await trying.locator('.why').getByText('the server takes each only once: a.').waitFor()
  await trying.locator('.snippets summary').click()
  expect(await trying.locator('.snippets pre').innerText()).toContain('/banks?a=1&a=2')

  await trying.locator('#query').fill('')
  await trying.locator('.history summary').click()
  await trying.locator('.history li button').filter({ hasText: '?a=1&a=2' }).click()
  expect(await trying.locator('#query').inputValue()).toBe('a=1&a=2')
  expect(complaints).toEqual([])
  await close()
})

test('an earlier answer is said to be one while a later call has none', async () => {
  const { page, close } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  const heading = page.locator('#answer')
  await send(page, 'POST')
  await answered(page, 401)
  expect(await heading.innerText()).toBe('Response')

  const json = page.locator('#try .body').getByRole('button', { name: 'JSON' })
  await json.click()
  await page.locator('#body-text').fill('{')
  await send(page, 'POST')
  await page.locator('#try').getByRole('alert').filter({ hasText: 'The body is not JSON.' }).waitFor()
  expect(await heading.innerText()).toMatch(/^Earlier response, from \d/)
  expect(await page.locator('#body-text').getAttribute('aria-invalid')).toBe('true')
  expect(await barriers(page)).toEqual([])

  await page.route('**/obp/**', (route) => route.abort())
  await page.locator('#try').getByRole('button', { name: 'Send it anyway' }).click()
  await page.locator('#try').getByRole('alert').filter({ hasText: 'The server cannot be reached.' }).waitFor()
  expect(await heading.innerText()).toMatch(/^Earlier response, from \d/)

  await page.unroute('**/obp/**')
  await send(page, 'POST')
  await page.locator('#try').getByRole('button', { name: 'Send it anyway' }).click()
  await page
    .locator('#answer')
    .filter({ hasText: /^Response$/ })
    .waitFor()
  await close()
})

test('a customer number that is taken is replaced by one click', async () => {
  const { username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
  const first = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
  const visitor = await visit(browser, server)
  const { page } = visitor
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  const example = JSON.parse(await page.evaluate(() => sessionStorage.getItem('draft OBPv1.4.0-addCustomer')!)).body
  expect((await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', { token: first.token, body: example })).status).toBe(
    200,
  )
  await visitor.logOn(username)
  await send(page, 'POST')
  await answered(page, 400)
  const offer = page.locator('.why').getByRole('button', { name: /^Use the number \d+$/ })
  const number = (await offer.innerText()).replace(/\D/g, '')
  await visitor.shoot('number-taken')
  await offer.click()
  expect(await page.locator('#field-customer_number').inputValue()).toBe(number)
  // what has the focus sends it
  await page.keyboard.press('Enter')
  await answered(page, 200)
  expect(await page.locator('.answer pre').innerText()).toContain(number)

  // a second one, for the same user
  await send(page, 'POST')
  await offer.click()
  await send(page, 'POST')
  await page.locator('.why').getByText('The user already has a customer at this bank').waitFor()
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test.each([
  [
    looks.desktopLight,
    'en_GB',
    {
      lacks: 'You do not have the role CanCreateCustomer at gh.29.uk.',
      ask: 'Request all 2 that are missing',
      now: 'You have the roles that it needs now: the call can be sent again.',
      again: 'Send it again',
    },
  ],
  [
    looks.phoneDark,
    'es_ES',
    {
      lacks: 'No tiene el rol CanCreateCustomer en gh.29.uk.',
      ask: 'Solicitar los 2 que faltan',
      now: 'Ahora ya tiene los roles necesarios: puede volver a enviar la llamada.',
      again: 'Volver a enviarla',
    },
  ],
] as const)(
  'roles that a call lacked and that came meanwhile are said to be there, and the call is sent again: at %o in %s',
  async (look, locale, says) => {
    const { userId, username } = await server.user()
    const visitor = await visit(browser, server, look)
    const { page } = visitor
    await page.goto(`/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=${locale}`)
    await visitor.logOn(username)
    const number = `7${Date.now()}`
    await page.locator('#field-customer_number').fill(number)
    await send(page, 'POST')
    await answered(page, 403)
    const why = page.locator('.why')
    await why.getByText(says.lacks).waitFor()
    await why.getByRole('button', { name: says.ask }).click()
    await why.locator('.state.asked').nth(1).waitFor()
    for (const roleName of ['CanCreateCustomer', 'CanCreateUserCustomerLink'] as const)
      await server.services.entitlements.grant(origin, { userId, roleName, bankId: 'gh.29.uk' })
    await why.getByText(says.now).waitFor()
    // nothing else is said of it
    expect(await why.locator('li').count()).toBe(1)
    await visitor.shoot(`roles-came-${locale}`)
    expect(await barriers(page)).toEqual([])
    // what is in the form by now is another call
    await page.locator('#path-BANK_ID').fill('de.10.de')
    await page.locator('#field-customer_number').fill(`8${Date.now()}`)
    await why.getByRole('button', { name: says.again }).click()
    await answered(page, 200)
    expect(JSON.parse(await page.locator('.answer pre').innerText()).customer_number).toBe(number)
    expect(await page.locator('#field-customer_number').inputValue()).toBe(number)
    expect(await page.locator('#path-BANK_ID').inputValue()).toBe('gh.29.uk')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('POST')
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  },
)

test('a call that lost its secret is put back to be completed, and is not sent again without it', async () => {
  const { userId, username } = await server.user()
  const visitor = await visit(browser, server)
  const { page } = visitor
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await visitor.logOn(username)
  await page.locator('#try summary').filter({ hasText: 'Query and headers' }).click()
  await page.locator('#headers').fill('X-Api-Key: only-mine')
  await send(page, 'POST')
  await answered(page, 403)
  for (const roleName of ['CanCreateCustomer', 'CanCreateUserCustomerLink'] as const)
    await server.services.entitlements.grant(origin, { userId, roleName, bankId: 'gh.29.uk' })
  await page.reload()
  const calls: string[] = []
  page.on('request', (request) => request.method() === 'POST' && calls.push(request.url()))
  await page.locator('.why').getByRole('button', { name: 'Send it again' }).click()
  await page.locator('#try').getByRole('alert').filter({ hasText: 'enter it again, then send the call' }).waitFor()
  expect(calls.filter((url) => url.includes('/customer'))).toEqual([])
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test('a body without known fields has no form beside its text, and one that was sent empty is put back so', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/operations/OBPv4.0.0-lockUser?version=v4.0.0&USERNAME=somebody')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  const body = page.locator('#body-text')
  expect(await body.isVisible()).toBe(true)
  expect(await page.locator('#try .body').getByRole('button').count()).toBe(0)
  await send(page, 'POST')
  await answered(page, 401)
  await body.fill('{"a": 1}')
  await page.locator('.history summary').click()
  await page.locator('.history li button').first().click()
  expect(await body.inputValue()).toBe('')
  expect(complaints).toEqual([])
  await close()
})

test('a role that was held when the call was sent does not explain it away, where its body asks for another', async () => {
  const { username } = await server.user({ '': ['CanEnableConsumers'] })
  const visitor = await visit(browser, server)
  const { page } = visitor
  await page.goto('/operations/OBPv3.1.0-enableDisableConsumers?version=v3.1.0&CONSUMER_ID=none')
  await visitor.logOn(username)
  await page.locator('section[aria-labelledby=roles]').getByText('✓ You have this Role in the system').waitFor()
  await page.locator('#field-enabled').selectOption('false')
  await send(page, 'PUT')
  await answered(page, 403)
  const why = page.locator('.why')
  await why.getByText('You do not have the role CanDisableConsumers in the system.').waitFor()
  expect(await why.getByRole('button', { name: 'Send it again' }).count()).toBe(0)
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test('what a call lacks at the bank of its body is told of that bank, and each role is asked for by itself where one is enough', async () => {
  const { userId, username } = await server.user()
  const visitor = await visit(browser, server)
  const { page } = visitor
  await page.goto(`/operations/OBPv2.0.0-addEntitlement?version=v4.0.0&USER_ID=${userId}`)
  await visitor.logOn(username)
  await send(page, 'POST')
  await answered(page, 403)
  const why = page.locator('.why')
  await why.getByText('You do not have the role CanCreateEntitlementAtOneBank at gh.29.uk.').waitFor()
  await why.getByText('You do not have the role CanCreateEntitlementAtAnyBank in the system.').waitFor()
  expect(await why.locator('input:checked').inputValue()).toBe('gh.29.uk')
  expect(await why.getByRole('button', { name: /^Request all/ }).count()).toBe(0)
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

describe.each([
  [
    looks.desktopLight,
    'en_GB',
    {
      ofRule: 'It breaks the JSON schema rule of the bank (see Validations).',
      missing: 'It is missing.',
      number: 'Allowed number of characters: at most 3.',
      date: 'It must be a date such as 2013-01-21T23:08:00Z.',
      anyway: 'Send it anyway',
      noForm: 'There is no form while the text is not JSON.',
      form: 'Form',
    },
  ],
  [
    looks.phoneDark,
    'es_ES',
    {
      ofRule: 'Incumple la regla de JSON Schema del banco (véase Validaciones).',
      missing: 'Falta.',
      number: 'Número de caracteres permitido: como máximo 3.',
      date: 'Debe ser una fecha como 2013-01-21T23:08:00Z.',
      anyway: 'Enviar de todos modos',
      noForm: 'No hay formulario mientras el texto no sea JSON.',
      form: 'Formulario',
    },
  ],
] as const)('a body, at $name in %s', (look, locale, says) => {
  test('is checked against the rule of the bank before it is sent, and sent nevertheless', async () => {
    const operationId = 'OBPv1.4.0-addCustomer'
    const roles = ['CanCreateJsonSchemaValidation', 'CanDeleteJsonSchemaValidation'] as const
    const { token } = await server.user({ '': [...roles] })
    const path = `/obp/v6.0.0/management/json-schema-validations/${operationId}`
    const rule = {
      $schema: 'http://json-schema.org/draft-07/schema#',
      title: 'Customer',
      description: 'What the desk asks.',
      type: 'object',
      required: ['vat'],
      properties: {
        customer_number: { type: 'string', maxLength: 3 },
        legal_name: { type: 'string', pattern: '^[A-Z]' },
      },
    }
    const made = await server.call(path, { token, body: rule })
    expect(made.status).toBe(201)
    const { username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
    const visitor = await visit(browser, server, look)
    const { page } = visitor
    await page.goto(`/operations/${operationId}?version=v1.4.0&locale=${locale}`)
    await visitor.logOn(username)
    await page.locator('#field-customer_number').fill('59')
    await send(page, 'POST')
    // what it asks for besides has no field
    const others = page.locator('#body-wrong')
    await others.waitFor()
    expect(await others.locator('li').allInnerTexts()).toEqual([`vat ${says.ofRule} ${says.missing}`])
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('body-wrong')
    await page.locator('#field-customer_number').fill('5987')
    await page.locator('#field-date_of_birth').fill('yesterday')
    await send(page, 'POST')
    const number = page.locator('[id="field-customer_number-wrong"]')
    await number.getByText(`${says.ofRule} ${says.number}`).waitFor()
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('field-customer_number')
    // what the operation itself asks is not the bank's
    expect(await page.locator('[id="field-date_of_birth-wrong"]').innerText()).toBe(says.date)
    expect(await page.locator('.answer').count()).toBe(0)
    await visitor.shoot(`rule-${locale}`)
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width)
    await page.locator('#try').getByRole('button', { name: says.anyway }).click()
    await answered(page, 400)
    await page.locator('.why').getByText(says.number).waitFor()
    expect((await server.call(path, { token, method: 'DELETE' })).status).toBe(200)
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })

  test('has no form while it is not JSON, which is said, and has it again', async () => {
    const visitor = await visit(browser, server, look)
    const { page } = visitor
    await page.goto(`/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=${locale}`)
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    const tabs = page.locator('#try .body .tabs')
    const form = tabs.getByRole('button', { name: says.form, exact: true })
    await tabs.getByRole('button', { name: 'JSON', exact: true }).click()
    expect(await form.getAttribute('aria-describedby')).toBeNull()
    await page.locator('#body-text').fill('{"legal_name": "Ana Ruiz"')
    await page.getByText(says.noForm).waitFor()
    expect(await form.getAttribute('aria-disabled')).toBe('true')
    const described = await form.getAttribute('aria-describedby')
    expect(await page.locator(`#${described}`).innerText()).toContain(says.noForm)
    // who works it by keyboard gets there and hears why
    await form.press('Enter')
    expect(await page.locator('#body-text').isVisible()).toBe(true)
    await visitor.shoot(`no-form-${locale}`)
    expect(await barriers(page)).toEqual([])
    await page.locator('#body-text').fill('{"legal_name": "Ana Ruiz"}')
    await page.getByText(says.noForm).waitFor({ state: 'detached' })
    await form.click()
    expect(await page.locator('#field-legal_name').inputValue()).toBe('Ana Ruiz')
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  })
})
