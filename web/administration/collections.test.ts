import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { origin, type TestServer } from '../../server/testing/server.ts'
import { looks, type Visitor, visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
withExplorer((opened) => {
  ;({ server, browser } = opened)
})

async function expectAccessible({ page }: Visitor) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([])
}

/** What is asked about collections from now on. */
function collectionCallsOf(page: Page): string[] {
  const calls: string[] = []
  page.on('request', (request) => {
    const call = /\/my\/(api-collection.*)/.exec(request.url())
    if (call) calls.push(`${request.method()} ${call[1]!.replaceAll(/[0-9a-f]{8}-[0-9a-f-]+/g, 'ID')}`)
  })
  return calls
}

test('those of who has logged off are not there for the next, though they come late', async () => {
  const { username, userId } = await server.user()
  await server.services.apiCollections.create(origin, userId, {
    name: 'Of who has gone',
    isSharable: false,
    description: '',
  })
  const { page, logOn, complaints, close } = await visit(browser, server)
  const asked = Promise.withResolvers<void>()
  const answers = Promise.withResolvers<void>()
  await page.goto('/collections')
  await page.route(
    '**/my/api-collections',
    async (route) => {
      asked.resolve()
      await answers.promise
      await route.continue()
    },
    { times: 1 },
  )
  await logOn(username)
  await asked.promise
  // who logs off stays on the page where the provider does not answer
  await page.route('**/openid/**', (route) => route.fulfill({ status: 503, body: '' }))
  await page.locator('header').getByRole('button', { name: 'Log off' }).click()
  await page.getByRole('alert').filter({ hasText: 'the server could not be told' }).waitFor()
  const came = page.waitForEvent('requestfinished', (request) => request.url().endsWith('/my/api-collections'))
  answers.resolve()
  await came
  // the page goes on behind them
  await page.waitForURL(({ pathname }) => pathname === '/')
  expect(await page.getByText('Of who has gone').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test.each([looks.desktopLight, looks.phoneDark])(
  'an operation goes into collections, which are renamed, shared and deleted, at $name',
  async (look) => {
    const { username, userId } = await server.user()
    const { apiCollections } = server.services
    await apiCollections.create(origin, userId, { name: 'Branch desk', isSharable: false, description: 'For Ana.' })
    const named = async () =>
      Object.fromEntries(
        await Promise.all(
          (await apiCollections.ofUser(userId)).map(async ({ name, apiCollectionId }) => [
            name,
            (await apiCollections.endpoints(apiCollectionId)).map(({ operationId }) => operationId),
          ]),
        ),
      )
    const visitor = await visit(browser, server, look)
    const { page } = visitor
    await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
    await visitor.logOn(username)

    await page.getByRole('button', { name: 'Favourite' }).click()
    await page.getByRole('button', { name: '★ Favourite', pressed: true }).waitFor()
    const choice = page.locator('.collecting')
    await choice.getByText('Collections', { exact: true }).click()
    await choice.getByRole('checkbox', { name: 'Branch desk' }).check()
    await choice.getByLabel('New collection').fill('Onboarding')
    await choice.getByRole('button', { name: 'Create' }).click()
    await choice.getByRole('checkbox', { name: 'Onboarding', checked: true }).waitFor()
    await expectAccessible(visitor)
    await visitor.shoot('collecting')
    // the star and the list tell the same
    await choice.getByRole('checkbox', { name: 'Favourites' }).uncheck()
    await page.getByRole('button', { name: '☆ Favourite', pressed: false }).waitFor()
    await choice.getByLabel('New collection').fill('Onboarding')
    await choice.getByRole('button', { name: 'Create' }).click()
    await choice.getByRole('alert').filter({ hasText: 'OBP-30086' }).waitFor()
    expect(await named()).toEqual({
      'Branch desk': ['OBPv1.4.0-addCustomer'],
      Favourites: [],
      Onboarding: ['OBPv1.4.0-addCustomer'],
    })

    await page.goto('/collections?version=v1.4.0')
    const section = (name: string) => page.getByRole('region', { name, exact: true })
    await section('Branch desk').getByRole('button', { name: 'Rename' }).click()
    await section('Branch desk').getByLabel('Name').fill('Front desk')
    await section('Branch desk').getByRole('button', { name: 'Save' }).click()
    await section('Front desk').getByRole('link', { name: 'Add a customer' }).waitFor()
    await section('Front desk').getByRole('checkbox', { name: 'Others may see it' }).check()
    const link = section('Front desk').getByRole('link', { name: /api-collection-id=/ })
    await link.waitFor()
    const [shared] = (await apiCollections.ofUser(userId)).filter(({ isSharable }) => isSharable)
    expect(await link.getAttribute('href')).toBe(
      `${server.url}/operations?api-collection-id=${shared!.apiCollectionId}`,
    )
    expect(shared).toMatchObject({ name: 'Front desk', description: 'For Ana.' })
    await section('Favourites').getByRole('button', { name: 'Delete the collection' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByText('Delete “Favourites”?').waitFor()
    await expectAccessible(visitor)
    await visitor.shoot('delete-collection')
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    expect(Object.keys(await named())).toContain('Favourites')
    await section('Favourites').getByRole('button', { name: 'Delete the collection' }).click()
    await dialog.getByRole('button', { name: 'Delete the collection' }).click()
    await section('Favourites').waitFor({ state: 'detached' })
    await section('Onboarding').getByRole('button', { name: 'Remove' }).click()
    await section('Onboarding').getByText('Nothing is in it yet.').waitFor()
    await visitor.shoot('collections')
    expect(await named()).toEqual({ 'Front desk': ['OBPv1.4.0-addCustomer'], Onboarding: [] })
    expect(visitor.complaints).toEqual([])
    await visitor.close()
  },
  60_000,
)

test('of a hundred collections what is in one is asked for where it is opened, and nothing again after a change', async () => {
  const { username, userId } = await server.user()
  const { apiCollections } = server.services
  const make = async (name: string) => {
    const made = await apiCollections.create(origin, userId, { name, isSharable: false, description: '' })
    if (typeof made === 'string') throw new Error(made)
    await apiCollections.addEndpoint(origin, made.apiCollectionId, 'OBPv1.4.0-addCustomer')
  }
  for (let number = 100; number < 200; number++) await make(`Desk ${number}`)
  const visitor = await visit(browser, server)
  const { page } = visitor
  await page.goto('/guide')
  await visitor.logOn(username)
  const calls = collectionCallsOf(page)
  const taken = () => calls.splice(0)
  await page.goto('/collections?version=v1.4.0')
  const section = (name: string) => page.getByRole('region', { name, exact: true })
  await section('Desk 199').waitFor()
  expect(taken()).toEqual(['GET api-collections'])
  await expectAccessible(visitor)
  await visitor.shoot('collections-hundred')

  await page.getByLabel('Filter').fill('desk 14')
  await page.getByText('10 found').waitFor()
  await section('Desk 142').locator('summary').first().click()
  await section('Desk 142').getByRole('link', { name: 'Add a customer' }).waitFor()
  expect(taken()).toEqual(['GET api-collection-ids/ID/api-collection-endpoints'])
  await section('Desk 142').getByRole('button', { name: 'Rename' }).click()
  await section('Desk 142').getByLabel('Name').fill('Desk 149 bis')
  await section('Desk 142').getByRole('button', { name: 'Save' }).click()
  await section('Desk 149 bis').getByRole('button', { name: 'Remove' }).click()
  await section('Desk 149 bis').getByText('Nothing is in it yet.').waitFor()
  await section('Desk 149 bis').getByRole('checkbox', { name: 'Others may see it' }).check()
  await section('Desk 149 bis').getByText('shared', { exact: true }).waitFor()
  await section('Desk 149 bis').getByRole('button', { name: 'Delete the collection' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete the collection' }).click()
  await section('Desk 149 bis').waitFor({ state: 'detached' })
  const change = 'api-collections/ID'
  expect(taken()).toEqual([
    `PUT ${change}`,
    'DELETE api-collection-ids/ID/api-collection-endpoints/OBPv1.4.0-addCustomer',
    `PUT ${change}`,
    `DELETE ${change}`,
  ])

  await page.getByLabel('Name', { exact: true }).fill('Branch')
  await page.getByRole('button', { name: 'Create' }).click()
  await section('Branch').getByText('Nothing is in it yet.').waitFor()
  expect(taken()).toEqual(['POST api-collections'])
  expect(visitor.complaints).toEqual([])
  await visitor.close()
}, 60_000)

test('the tree has the collections of who is logged on, favourites first, and follows what is done with the star', async () => {
  const { username, userId } = await server.user()
  const { apiCollections } = server.services
  for (const name of ['Branch desk', 'Favourites', 'Zebra']) {
    const made = await apiCollections.create(origin, userId, { name, isSharable: false, description: '' })
    if (typeof made === 'string') throw new Error(made)
    await apiCollections.addEndpoint(origin, made.apiCollectionId, 'OBPv1.4.0-addCustomer')
  }
  const visitor = await visit(browser, server)
  const { page } = visitor

  const calls = collectionCallsOf(page)
  await page.goto('/operations/OBPv4.0.0-getBanks?version=v4.0.0')
  const tree = page.locator('aside')
  const own = tree.locator('details.own')
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await own.count()).toBe(0)
  await visitor.logOn(username)
  await own.getByText('Favourites 1').waitFor()
  expect(await own.locator('details > summary').allTextContents()).toEqual(['Favourites 1', 'Branch desk', 'Zebra'])
  expect(calls.splice(0)).toEqual(['GET api-collections', 'GET api-collection-ids/ID/api-collection-endpoints'])

  await page.getByRole('button', { name: '☆ Favourite', pressed: false }).click()
  await own.getByText('Favourites 2').click()
  await own.getByRole('link', { name: 'Get banks' }).waitFor()
  expect(calls.splice(0)).toEqual(['POST api-collection-ids/ID/api-collection-endpoints'])
  await own.getByText('Zebra').click()
  // which this version does not serve
  await own
    .getByRole('link', { name: /^POST Add a customer in v\d/ })
    .nth(1)
    .waitFor()
  expect(calls.splice(0)).toEqual(['GET api-collection-ids/ID/api-collection-endpoints'])
  await expectAccessible(visitor)
  await visitor.shoot('own-collections')
  // what is typed into the search, and cleared again, reads nothing anew
  await page.getByRole('searchbox').fill('banks')
  await own.waitFor({ state: 'detached' })
  await page.getByRole('searchbox').fill('')
  await own.getByText('Zebra').click()
  await own.getByRole('link', { name: /^POST Add a customer in v\d/ }).waitFor()
  expect(calls).toEqual([])

  await own.getByRole('link', { name: 'All on one page' }).filter({ visible: true }).click()
  await page.getByRole('heading', { level: 1, name: 'Operations: Zebra' }).waitFor()
  const [zebra] = (await apiCollections.ofUser(userId)).filter(({ name }) => name === 'Zebra')
  expect(new URL(page.url()).searchParams.get('api-collection-id')).toBe(zebra!.apiCollectionId)
  await page.locator('header').getByRole('button', { name: 'Log off' }).click()
  await page.locator('header').getByRole('button', { name: 'Log on' }).waitFor()
  await own.waitFor({ state: 'detached' })
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test('who has no collection sees nothing of them in the tree, until there is one', async () => {
  const { username } = await server.user()
  const visitor = await visit(browser, server, looks.phoneDark)
  const { page } = visitor
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0&locale=es_ES')
  const looked = page.waitForResponse('**/my/api-collections')
  await visitor.logOn(username)
  await looked
  await page.getByRole('button', { name: 'Operaciones' }).click()
  const own = page.locator('aside details.own')
  await page.locator('aside').getByText('Desplegar todo').waitFor()
  expect(await own.count()).toBe(0)
  await page.getByRole('button', { name: '☆ Favorita' }).click()
  await own.getByText('Favourites 1').click()
  await own.getByRole('link').nth(1).waitFor()
  await expectAccessible(visitor)
  await visitor.shoot('own-collections')
  await own.getByRole('link').nth(1).click()
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test('who has no collections is told how to make one, also where they could not be read at first', async () => {
  const { username } = await server.user()
  const visitor = await visit(browser, server, looks.phoneDark)
  const { page } = visitor
  await page.goto('/guide?locale=es_ES')
  await visitor.logOn(username)
  await page.route('**/my/api-collections', (route) =>
    route.fulfill({ status: 503, json: { code: 503, message: 'OBP-50019: Away.' } }),
  )
  await page.goto('/collections?locale=es_ES')
  await page.locator('main').getByRole('alert').filter({ hasText: 'OBP-50019' }).waitFor()
  expect(await page.getByText('Todavía no tiene colecciones.').count()).toBe(0)
  await page.unroute('**/my/api-collections')
  await page.locator('main').getByRole('button', { name: 'Volver a intentarlo' }).click()
  await page.getByText('Todavía no tiene colecciones. Cree una aquí').waitFor()
  await expectAccessible(visitor)
  await visitor.shoot('collections-none')
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

test('My roles shows what became of each request, and an open one is withdrawn', async () => {
  const user = await server.user()
  const admin = await server.user({
    '': [
      'CanDeleteEntitlementRequestsAtAnyBank',
      'CanCreateEntitlementAtAnyBank',
      'CanGetEntitlementRequestsAtAnyBank',
    ],
  })
  const ask = async (role_name: string) =>
    (
      await server.call('/obp/v3.0.0/entitlement-requests', {
        token: user.token,
        body: { bank_id: 'gh.29.uk', role_name },
      })
    ).body.entitlement_request_id
  await ask('CanCreateCustomer')
  const refused = await ask('CanGetCustomer')
  const granted = { bank_id: 'gh.29.uk', role_name: 'CanCreateUserCustomerLink' }
  await ask(granted.role_name)
  await server.call(`/obp/v4.0.0/users/${user.userId}/entitlements`, { token: admin.token, body: granted })
  await server.call(`/obp/v6.0.0/entitlement-requests/${refused}/refusal`, {
    method: 'PUT',
    token: admin.token,
    body: { reason: 'Not at your desk.' },
  })
  const visitor = await visit(browser, server, looks.phoneDark)
  const { page } = visitor
  await page.goto('/my-roles?locale=es_ES')
  await visitor.logOn(user.username)
  const item = (role: string) => page.locator('main li').filter({ hasText: role }).last()
  await item('CanGetCustomer').getByText('Denegado: Not at your desk.').waitFor()
  await item('CanCreateUserCustomerLink').getByText('en gh.29.uk').waitFor()
  await item('CanCreateUserCustomerLink').getByText('✓ Concedido').waitFor()
  await expectAccessible(visitor)
  await visitor.shoot('my-roles')
  await item('CanCreateCustomer').getByRole('button', { name: 'Retirar' }).click()
  await item('CanCreateCustomer').waitFor({ state: 'detached' })
  const { body } = await server.call('/obp/v3.0.0/my/entitlement-requests?status=all', { token: user.token })
  expect(body.entitlement_requests.map(({ role_name }: { role_name: string }) => role_name).sort()).toEqual([
    'CanCreateUserCustomerLink',
    'CanGetCustomer',
  ])
  expect(visitor.complaints).toEqual([])
  await visitor.close()
})

describe('where something goes wrong', () => {
  /** Somebody who is logged on, with a collection of one operation and a request for a role. */
  async function someone() {
    const user = await server.user({ '': ['CanGetEntitlementRequestsAtAnyBank'] })
    const made = await server.services.apiCollections.create(origin, user.userId, {
      name: 'Desk',
      isSharable: false,
      description: '',
    })
    if (typeof made === 'string') throw new Error(made)
    await server.services.apiCollections.addEndpoint(origin, made.apiCollectionId, 'OBPv1.4.0-addCustomer')
    const request = { bank_id: 'gh.29.uk', role_name: 'CanCreateCustomer' }
    await server.call('/obp/v3.0.0/entitlement-requests', { token: user.token, body: request })
    return user
  }
  const alerts = (page: Page) => page.locator('main').getByRole('alert')

  test('what is in a collection that cannot be read is not said to be nothing', async () => {
    const { username } = await someone()
    const { page, logOn, complaints, close } = await visit(browser, server)
    await page.goto('/guide')
    await logOn(username)
    await page.route('**/api-collection-endpoints', (route) =>
      route.fulfill({ status: 503, json: { code: 503, message: 'OBP-50019: Away.' } }),
    )
    await page.goto('/collections')
    await alerts(page).filter({ hasText: 'OBP-50019' }).waitFor()
    expect(await page.getByText('Nothing is in it yet.').count()).toBe(0)
    expect(complaints).toEqual([])
    await close()
  })

  test.each([
    ['/collections', /^Quitar/],
    ['/collections', /^Crear$/],
    ['/collections', /^Eliminar la colección/],
    ['/my-roles', /^Retirar$/],
    ['/role-requests', /^Conceder$/],
    ['/operations/OBPv1.4.0-addCustomer?version=v1.4.0', /^☆/],
  ])('%s says that the server cannot be reached where %s is pushed', async (place, name) => {
    const { username } = await someone()
    const { page, logOn, complaints, close } = await visit(browser, server, looks.phoneDark)
    await page.goto(`${place}${place.includes('?') ? '&' : '?'}locale=es_ES`)
    await logOn(username)
    const button = page.locator('main').getByRole('button', { name }).first()
    await button.waitFor()
    if (name.test('Crear')) await page.getByLabel('Nombre').fill('Otra')
    await page.context().setOffline(true)
    await button.click()
    if (name.test('Eliminar la colección')) await page.getByRole('dialog').getByRole('button', { name }).click()
    await alerts(page).filter({ hasText: 'No se puede contactar con el servidor.' }).first().waitFor()
    expect(complaints).toEqual([])
    await close()
  })
})

test('the documents of a collection are those of the page, in the language of the page', async () => {
  const { username, userId } = await server.user()
  const { apiCollections } = server.services
  const made = await apiCollections.create(origin, userId, { name: 'Desk', isSharable: false, description: '' })
  if (typeof made === 'string') throw new Error(made)
  await apiCollections.addEndpoint(origin, made.apiCollectionId, 'OBPv1.4.0-addCustomer')
  const { page, logOn, close } = await visit(browser, server)
  await page.goto('/collections?version=v5.1.0&locale=es_ES')
  await logOn(username)
  const links = page.locator('main .exports a')
  await links.first().waitFor()
  expect(await links.first().getAttribute('href')).toBe(
    `/obp/v4.0.0/resource-docs/v5.1.0/obp?locale=es_ES&api-collection-id=${made.apiCollectionId}`,
  )
  // a link carries no token, and the collection is its owner's alone
  const download = page.waitForEvent('download')
  await links.first().click()
  expect((await download).suggestedFilename()).toBe('v5.1.0-obp.json')
  await close()
})
