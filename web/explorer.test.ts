/** What holds for every page of the Explorer. */
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Locator } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { meaningOf } from '../server/documentation/glossary.ts'
import { placeOfOldLink } from '../server/explorer/old-links.ts'
import type { TestServer } from '../server/testing/server.ts'
import { looks, startExplorer, visit, withExplorer } from './testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

/** Waits until a person sees it without scrolling. */
const comesOnScreen = (thing: Locator): Promise<void> =>
  expect
    .poll(() =>
      thing.evaluate((element) => {
        const { top } = element.getBoundingClientRect()
        return top >= 0 && top < innerHeight
      }),
    )
    .toBe(true)

const addCustomer = '/operations/OBPv1.4.0-addCustomer?version=v1.4.0'
const places = [
  '/',
  addCustomer,
  '/operations?tags=Customer&version=v1.4.0',
  '/guide',
  '/glossary',
  '/message-docs',
  '/errors',
  '/my-roles',
  '/role-requests',
  '/collections',
  '/nonsense-operation',
  '/?version=OBPv9.9.9',
  '/nonsense',
]

// each page twice: a wide light one in Spanish, a narrow dark one in English
describe.each([
  [looks.desktopLight, 'es_ES'],
  [looks.phoneDark, 'en_GB'],
] as const)('at %o in %s', (look, locale) => {
  test.each(places)('%s has nothing that keeps anybody out, and is no wider than the screen', async (place) => {
    const visitor = await visit(browser, server, look)
    const path = place === '/nonsense-operation' ? '/operations/OBPv1.4.0-nonsense' : place
    await visitor.page.goto(`${path}${path.includes('?') ? '&' : '?'}locale=${locale}`)
    await visitor.page.locator('main h1').waitFor()
    if (/glossary|message-docs|errors/.test(place)) await visitor.page.locator('.entry').first().waitFor()
    // hundreds of entries are alike
    if (place === '/glossary') await visitor.page.locator('#filter').fill('KYC')
    if (place === '/errors') await visitor.page.locator('#filter').fill('OBP-200')
    const { violations } = await new AxeBuilder({ page: visitor.page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
      .analyze()
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`),
    ).toEqual([])
    expect(await visitor.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(look.width)
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe(locale.slice(0, 2))
    expect(visitor.complaints).toEqual([])
    await visitor.shoot(`page-${place.split('?')[0]!.replaceAll(/\W+/g, '-')}-${locale}`)
    await visitor.close()
  })
})

test.each([...places, '/status', '/signed-in'])(
  '%s has each of its ids once, before its script has come and after',
  async (place) => {
    const path = place === '/nonsense-operation' ? '/operations/OBPv1.4.0-nonsense' : place
    const { page, complaints, close } = await visit(browser, server)
    const twice = () =>
      page.evaluate(() => {
        const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id)
        return ids.filter((id, index) => ids.indexOf(id) !== index)
      })
    await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }))
    await page.goto(path)
    expect(await twice()).toEqual([])
    await page.unroute('**/assets/*.js')
    await page.goto(path)
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    await page.locator('main h1').waitFor()
    expect(await twice()).toEqual([])
    expect(complaints).toEqual([])
    await close()
  },
)

describe('an operation', () => {
  test('can be read without any script', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url })
    const page = await context.newPage()
    await page.goto(`${addCustomer}&locale=es_ES`)
    const headings = await page.locator('article h2').allTextContents()
    // page: the blocks in their order
    expect(headings).toEqual([
      'Parámetros de la URL:',
      'Campos del cuerpo JSON de la petición:',
      'Campos del cuerpo JSON de la respuesta:',
      'Respuesta Exitosa Típica:',
      'Roles Requeridos:',
      'Validaciones:',
      'Posibles Errores:',
      'Métodos de conector:',
      'Versiones:',
    ])
    const text = await page.locator('article').innerText()
    for (const part of [
      'CanCreateUserCustomerLink',
      'OBP-30006',
      'operación: OBPv1.4.0-addCustomer',
      'Validación JSON requerida: No',
      'Tipos de autenticación permitidos: Sin definir',
    ])
      expect(text).toContain(part)
    await context.close()
  })

  test('shows the rules that are in force now', async () => {
    const path = '/obp/v4.0.0/management/authentication-type-validations/OBPv1.4.0-getCrmEvents'
    const { token } = await server.user({ '': ['CanCreateAuthenticationTypeValidation'] })
    expect((await server.call(path, { token, body: ['DirectLogin'] })).status).toBe(201)
    const { text } = await server.call('/operations/OBPv1.4.0-getCrmEvents')
    expect(text).toMatch(/Allowed Authentication Types:(<!---->|\s)*DirectLogin/)
  })

  test('that there is not is a 404 with a page', async () => {
    const { status, headers } = await server.call('/operations/OBPv1.4.0-nonsense')
    expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8'])
  })

  test('that a version does not serve is shown as one serves it', async () => {
    const url = `${server.url}/operations/OBPv1.4.0-addCustomer?locale=es_ES&version=v6.0.0`
    const { status, headers } = await fetch(url, { redirect: 'manual' })
    expect([status, headers.get('location')]).toEqual([
      302,
      '/operations/OBPv1.4.0-addCustomer?locale=es_ES&version=v1.4.0&asked=v6.0.0',
    ])
  })

  test.each([
    [looks.desktopLight, 'en_GB', 'v6.0.0 does not serve this operation. What you see is v1.4.0.'],
    [looks.phoneDark, 'es_ES', 'La v6.0.0 no ofrece esta operación. Lo que ve es la v1.4.0.'],
  ] as const)(
    'whose address names a version that does not serve it says which one is shown: at %o in %s',
    async (look, locale, text) => {
      const path = `/operations/OBPv1.4.0-addCustomer?version=v6.0.0&locale=${locale}`
      // also where there is no script
      expect((await server.call(path)).text).toContain(text)
      const { page, complaints, shoot, close } = await visit(browser, server, look)
      await page.goto(`${path}#roles`)
      await page.getByText(text).waitFor()
      // it is no part of the place that is shared
      await page.waitForURL(`${server.url}/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=${locale}#roles`)
      await shoot(`not-served-${locale}`)
      expect(complaints).toEqual([])
      await close()
    },
  )

  test.each([
    ['no version', '/operations/OBPv1.4.0-addCustomer'],
    ['one that serves it', '/operations/OBPv1.4.0-addCustomer?version=v1.4.0&asked=v1.4.0'],
    ['one that is none', '/operations/OBPv1.4.0-addCustomer?version=v1.4.0&asked=v9.9.9'],
  ])('says nothing of the kind where %s was asked for', async (_what, path) => {
    expect((await server.call(path)).text).not.toContain('does not serve this operation')
  })

  test('is still shown where a version is chosen that does not serve it, which is said', async () => {
    const { page, complaints, close } = await visit(browser, server)
    await page.goto(`${addCustomer}&locale=en_GB`)
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    const version = page.locator('header select[name=version]')
    const notice = page.getByText('v4.0.0 does not serve this operation. What you see is v1.4.0.')
    await version.selectOption('v4.0.0')
    await notice.waitFor()
    await expect.poll(() => version.inputValue()).toBe('v1.4.0')
    expect(new URL(page.url()).searchParams.get('version')).toBe('v1.4.0')
    await page.getByRole('link', { name: 'Español' }).click()
    await notice.waitFor({ state: 'detached' })
    await page.goto('/?locale=en_GB')
    await version.selectOption('v4.0.0')
    await page.waitForURL(/version=v4\.0\.0/)
    expect(await version.inputValue()).toBe('v4.0.0')
    expect(await page.locator('.notice').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test('is found by its link in the older Explorers', async () => {
    const { page, close } = await visit(browser, server)
    await page.goto('/?version=OBPv1.4.0&operation_id=OBPv1_4_0-getCrmEvents&currentTag=Customer&locale=es_ES')
    expect(await page.locator('h1').innerText()).toBe('Obtener los eventos de CRM')
    await close()
  })
})

test.each([
  ['/glossary', 'legal_name'],
  ['/errors', 'OBP-30006'],
  ['/message-docs', 'obp.getBanks'],
])('%s is read without any script, and its links lead to their entries', async (path, anchor) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    baseURL: server.url,
    viewport: looks.phoneDark,
    reducedMotion: 'reduce',
  })
  const page = await context.newPage()
  await page.goto(`${path}?locale=es_ES`)
  const entry = page.locator(`[id="${anchor}"]`)
  expect(await entry.textContent()).toContain(anchor)
  // nobody is offered what only a script does
  expect(await page.locator('#filter').isVisible()).toBe(false)
  await page.locator(`a[href="#${anchor}"]`).click()
  await page.waitForURL(`**#${anchor}`)
  await comesOnScreen(entry)
  await page.goto(`${path}?locale=es_ES#${anchor}`)
  await comesOnScreen(entry)
  await context.close()
})

test('an entry that a link names is on the screen: of the address, and for who comes from an operation', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/errors#OBP-30006')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await comesOnScreen(page.locator('#OBP-30006'))
  await page.goto(addCustomer)
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  await page.locator('article a[href*="/glossary"][href$="#relationship_status"]').first().click()
  await page.getByRole('heading', { level: 1, name: 'Glossary' }).waitFor()
  await comesOnScreen(page.locator('#relationship_status'))
  expect(complaints).toEqual([])
  await close()
})

test('a glossary behind a role is shown to who has it, in the language of the page', async () => {
  const closed = await startExplorer({ glossaryRequiresRole: true })
  const { username } = await closed.user({ '': ['CanReadGlossary'] })
  const visitor = await visit(browser, closed)
  await visitor.page.goto('/glossary?locale=en_GB')
  await visitor.page.getByRole('alert').getByText('OBP-20001').waitFor()
  await visitor.logOn(username)
  await visitor.page.getByText(meaningOf('legal_name')!.en).first().waitFor()
  await visitor.page.getByRole('link', { name: 'Español' }).click()
  await visitor.page.getByText(meaningOf('legal_name')!.es).first().waitFor()
  await visitor.close()
  await closed.close()
})

test.each([
  ['/operatoins/addCustomer', '/?version=v6.0.0&locale=en_GB'],
  ['/signed-in', '/?version=v6.0.0&locale=en_GB'],
  [`/${'x'.repeat(8192)}`, '/?version=v6.0.0&locale=en_GB'],
  ['/errors?version=v4.0.0', '/errors?version=v4.0.0&locale=en_GB'],
  [addCustomer, '/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=en_GB'],
])('who signs up at %.40s comes back to %s', async (path, place) => {
  const { text } = await server.call(path, { headers: { accept: 'text/html', 'accept-language': 'en' } })
  const link = /href="(\/user_mgt\/sign_up[^"]*)"/.exec(text)![1]!.replaceAll('&amp;', '&')
  expect(new URL(link, server.url).searchParams.get('return_to')).toBe(place)
})

test('a mistyped address is a page that leads on, and changes its language where it is', async () => {
  const visitor = await visit(browser, server, looks.phoneDark)
  const { page, complaints } = visitor
  await page.goto('/operatoins/addCustomer')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  expect(await page.locator('main h1').innerText()).toBe('Not found')
  await page.locator('header select').first().selectOption('v4.0.0')
  await page.waitForURL('**/operatoins/addCustomer?version=v4.0.0*')
  await page.getByRole('link', { name: 'Español' }).click()
  await page.getByRole('heading', { level: 1, name: 'No encontrado' }).waitFor()
  expect(new URL(page.url()).pathname).toBe('/operatoins/addCustomer')
  await page.locator('#search').fill('addCustomer')
  await page.locator('#operation-tree a[href*="OBPv1.4.0-addCustomer?"]').waitFor()
  await page.getByRole('link', { name: 'Ir al inicio' }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
  expect(complaints).toEqual([])
  await visitor.close()
})

test.each([
  [
    { operation_id: 'OBPv1_4_0-getCrmEvents', version: 'OBPv1.4.0', locale: 'es_ES', currentTag: 'Customer' },
    '/operations/OBPv1.4.0-getCrmEvents?version=v1.4.0&locale=es_ES&tag=Customer',
  ],
  // underscores that are the operation's own stay
  [{ operation_id: 'OBPv4_0_0-a_b' }, '/operations/OBPv4.0.0-a_b'],
  [{ operation_id: 'OBPv1_4_0-x', version: 'BGv1.3' }, '/operations/OBPv1.4.0-x?version=BGv1.3'],
  [{ operation_id: '../evil' }, '/operations/..%2Fevil'],
  [{ version: 'OBPv1.4.0' }, null],
  [{ version: 'OBPv1.4.0', tags: 'Customer,KYC' }, '/operations?version=v1.4.0&tags=Customer%2CKYC'],
  [{ 'api-collection-id': 'c-1', tags: 'Bank', locale: 'es_ES' }, '/operations?locale=es_ES&api-collection-id=c-1'],
  [{ functions: 'root', native: 'true' }, '/operations?functions=root&native=true'],
  [{ tags: '', native: 'true' }, null],
])('an old link %j leads to %s', (query, place) => {
  expect(placeOfOldLink(query as Record<string, string>)).toBe(place)
})

test('a customer whose legal name is a script is text, in every form of the answer', async () => {
  const name = '<img src=x onerror="document.title=\'owned\'"><script>document.title="owned"</script>'
  const { token, username } = await server.user({ 'gh.29.uk': ['CanCreateCustomer', 'CanCreateUserCustomerLink'] })
  const { status } = await server.call('/obp/v1.4.0/banks/gh.29.uk/customer', {
    token,
    body: {
      customer_number: 'S-1',
      legal_name: name,
      mobile_phone_number: '1',
      email: 'a@example.com',
      face_image: null,
      date_of_birth: null,
      relationship_status: 'single',
      dependants: 0,
      highest_education_attained: 'x',
      employment_status: 'x',
      kyc_status: true,
      last_ok_date: null,
    },
  })
  expect(status).toBe(200)
  const visitor = await visit(browser, server)
  const { page } = visitor
  await page.goto('/operations/OBPv1.4.0-getCustomer?version=v1.4.0')
  await visitor.logOn(username)
  await page.locator('#try').getByRole('button', { name: 'GET', exact: true }).click()
  await page.locator('#try dd.status').filter({ hasText: '200' }).waitFor()
  for (const view of ['JSON', 'Table']) {
    await page.locator('#try .answer').getByRole('button', { name: view, exact: true }).click()
    await page.locator('#try .answer').getByText('onerror').first().waitFor()
  }
  expect(await page.locator('#try img, #try script').count()).toBe(0)
  expect(await page.title()).not.toBe('owned')
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test('documentation behind a role is on no page, and is shown to who has the role', async () => {
  const gated = await startExplorer({ resourceDocsRequiresRole: true })
  const { text } = await gated.call(addCustomer)
  expect(text).not.toContain('Eveline')
  expect(text).not.toContain('Add a customer')
  const { username } = await gated.user({ '': ['CanReadResourceDoc'] })
  const visitor = await visit(browser, gated)
  await visitor.page.goto(addCustomer)
  await visitor.logOn(username)
  await visitor.page.getByRole('heading', { level: 1, name: 'Add a customer' }).waitFor()
  await visitor.close()
  await gated.close()
})

test('a term says what it means where it is pointed at or has the focus, in the language of the page', async () => {
  const { page, complaints, close } = await visit(browser, server)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=es_ES')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  const card = page.getByRole('tooltip')
  const term = page.locator('a[href*="#legal_name"]').first()
  await term.hover()
  await card.getByText('legal_name').waitFor()
  expect(await card.textContent()).toContain(meaningOf('legal_name')!.es)
  expect((await new AxeBuilder({ page }).include('#glossary-card').analyze()).violations).toEqual([])
  // it stays for who goes to read it, and goes when it is told to
  await card.hover()
  await page.keyboard.press('Escape')
  await card.waitFor({ state: 'hidden' })
  await page.locator('a[href*="#BANK_ID"]').first().focus()
  await card.getByText('BANK_ID').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('what is tried leaves no secret in the tab: not in a draft, not in the history', async () => {
  const { page, close } = await visit(browser, server)
  await page.goto('/operations/OBPv2.0.0-createUser?version=v2.0.0')
  await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
  const trying = page.locator('#try')
  const type = async (field: string, text: string) => {
    await trying.locator(`#field-${field}`).fill(text)
    await trying.locator(`#field-${field}`).blur()
  }
  await type('username', 'wren.hollis')
  await type('password', 'Sparrow-17-harbour')
  await trying.locator('details').first().locator('summary').click()
  await trying.locator('#headers').fill('X-Request-ID: kept\nDirectLogin: token=of-somebody')
  await trying.getByRole('button', { name: 'POST' }).click()
  await trying.locator('dd.status').waitFor()
  const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }))
  expect(kept).toContain('wren.hollis')
  expect(kept).toContain('X-Request-ID: kept')
  expect(kept).not.toMatch(/Sparrow-17-harbour|of-somebody/)
  await close()
})

test('the policy lets in nothing but files of the server, and no token outlives the tab', async () => {
  const { headers } = await server.call(addCustomer)
  const policy = headers.get('content-security-policy')!
  expect(policy).toContain("default-src 'none'; script-src 'self';")
  expect(policy).not.toContain('unsafe')
  const { username } = await server.user()
  const visitor = await visit(browser, server)
  await visitor.page.goto('/')
  await visitor.logOn(username)
  // another tab of the same browser has tokens of its own
  const other = await visitor.page.context().newPage()
  await other.goto(server.url)
  await other.locator('.user').filter({ hasText: username }).waitFor()
  const kept = await other.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie)
  expect(kept).not.toMatch(/eyJ/)
  await visitor.page.getByRole('button', { name: 'Log off' }).click()
  await visitor.page.waitForURL(/\/openid\/session\/end|\/$/)
  // nor is anything left for whoever comes next
  expect(await visitor.page.evaluate(() => ({ ...sessionStorage }))).toEqual({})
  await expect.poll(() => other.evaluate(() => ({ ...sessionStorage }))).toEqual({})
  await visitor.close()
})
