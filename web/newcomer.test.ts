import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestServer } from '../server/testing/server.ts'
import { openChromium } from './testing/chromium.ts'
import { looks, startExplorer, visit } from './testing/explorer.ts'

describe.each(looks)('a newcomer at $name', (look) => {
  let server: TestServer
  let browser: Browser
  beforeAll(async () => {
    server = await startExplorer()
    await server.bank('gh.29.uk')
    browser = await openChromium()
  })
  afterAll(async () => {
    await browser.close()
    await server.close()
  })

  test('signs up, finds the operation, asks for its roles, is granted them, and adds a customer', async () => {
    const name = 'nora.quill'
    const newcomer = await visit(browser, server, look)
    const { page } = newcomer
    await page.goto('/')
    await newcomer.shoot('home')

    await page.getByRole('link', { name: 'Sign up' }).click()
    for (const [field, value] of Object.entries({
      username: name,
      email: 'nora.quill@example.com',
      first_name: 'Nora',
      last_name: 'Quill',
      password: 'Lantern-29-river',
      repeated: 'Lantern-29-river',
    }))
      if ((await page.locator(`input[name=${field}]`).count()) > 0)
        await page.locator(`input[name=${field}]`).fill(value)
    await page.locator('form button').first().click()
    expect(await server.services.users.withName(server.settings.localIdentityProvider, name)).not.toBeNull()

    // found by a word of either language
    await page.goto('/')
    for (const word of ['cliente', 'customer']) {
      await page.keyboard.press('/')
      await page.keyboard.type(word)
      await page
        .getByRole('link', { name: /Add a customer/ })
        .first()
        .waitFor()
      await page.locator('#search').fill('')
    }
    await page.keyboard.press('Control+k')
    await page.keyboard.type('cliente')
    await page
      .locator('#operations')
      .getByRole('link', { name: /Add a customer/ })
      .click()
    await page.getByRole('heading', { name: 'Add a customer', level: 1 }).waitFor()
    await newcomer.shoot('operation-en')
    await page.getByRole('link', { name: 'Español' }).click()
    await page.getByRole('heading', { name: 'Añadir un cliente', level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.getByText('Roles Requeridos:').waitFor()
    await newcomer.shoot('operation-es')
    await page.getByRole('link', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Add a customer', level: 1 }).waitFor()

    // logged on, and back at the operation
    await newcomer.logOn(name, 'Lantern-29-river')
    await page.getByRole('heading', { name: 'Add a customer', level: 1 }).waitFor()

    // tries it, and is told which roles are missing
    const trying = page.locator('#try')
    await trying.getByRole('button', { name: 'POST' }).click()
    await trying.locator('dd.status').filter({ hasText: '403' }).waitFor()
    const why = trying.locator('.why')
    await why.getByText('You do not have the role CanCreateCustomer at gh.29.uk.').waitFor()
    await newcomer.shoot('refused')

    // asks for both
    for (const role of ['CanCreateCustomer', 'CanCreateUserCustomerLink']) {
      const item = page
        .locator('section[aria-labelledby=roles] li')
        .filter({ has: page.getByText(role, { exact: true }) })
      await item.getByRole('checkbox', { name: 'gh.29.uk' }).check()
      await item.getByRole('button', { name: 'Request', exact: true }).click()
      await item.getByText('an administrator has not decided yet').waitFor()
    }
    await newcomer.shoot('asked')

    // an administrator sees both and grants them at once
    const { username } = await server.user({
      '': [
        'CanGetEntitlementRequestsAtAnyBank',
        'CanCreateEntitlementAtAnyBank',
        'CanDeleteEntitlementRequestsAtAnyBank',
      ],
    })
    const administrator = await visit(browser, server, look)
    await administrator.page.goto('/role-requests')
    await administrator.logOn(username)
    for (const role of ['CanCreateCustomer', 'CanCreateUserCustomerLink'])
      await administrator.page.locator('.requests li').filter({ hasText: role }).getByRole('checkbox').check()
    await administrator.shoot('requests')
    await administrator.page.getByRole('button', { name: 'Grant the chosen ones (2)' }).click()
    await administrator.page.getByText('Nobody waits for a role.').waitFor()
    expect(administrator.complaints).toEqual([])
    await administrator.close()

    // sees it without loading anew, and adds a customer
    await page.locator('section[aria-labelledby=roles] .held').nth(1).waitFor()
    await trying.getByRole('button', { name: 'POST' }).click()
    await trying.locator('dd.status').filter({ hasText: '200' }).waitFor()
    await newcomer.shoot('added')

    // reads it back
    await page.goto('/operations/OBPv1.4.0-getCustomer?version=v1.4.0')
    await page.locator('.user').waitFor()
    await trying.getByRole('button', { name: 'GET' }).click()
    await trying.locator('dd.status').filter({ hasText: '200' }).waitFor()
    await trying.locator('.json').getByText('"Eveline Tripman"').waitFor()

    // and sees the bank's CRM events as a timeline
    await server.storage.db
      .insertInto('crm_event')
      .values({
        bank_id: 'gh.29.uk',
        crm_event_id: 'event-1',
        customer_name: 'Eveline Tripman',
        customer_number: '5987953',
        category: 'Call',
        detail: 'Asked for a mortgage.',
        channel: 'Phone',
        scheduled_date: '2026-01-02T10:00:00Z',
        actual_date: '2026-01-03T10:00:00Z',
        result: 'Appointment',
      } as never)
      .execute()
    await page.goto('/?version=OBPv1.4.0&operation_id=OBPv1_4_0-getCrmEvents&currentTag=Customer&locale=es_ES')
    await page.getByRole('heading', { name: 'Obtener los eventos de CRM', level: 1 }).waitFor()
    await page.locator('.user').waitFor()
    await trying.getByRole('button', { name: 'GET' }).click()
    await trying.getByRole('button', { name: 'Cronología' }).click()
    await trying.locator('.timeline').getByText('Asked for a mortgage.').waitFor()
    await newcomer.shoot('events')
    await trying.getByRole('button', { name: 'Tabla' }).click()
    await trying.getByRole('columnheader', { name: 'customer_number' }).waitFor()

    expect(newcomer.complaints).toEqual([])
    await newcomer.close()
  }, 120_000)
})
