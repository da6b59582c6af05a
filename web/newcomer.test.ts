import type { Browser } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import type { TestServer } from '../server/testing/server.ts'
import { looks, visit, withExplorer } from './testing/explorer.ts'

describe.each(Object.values(looks))('a newcomer with nothing but a keyboard, $name', (look) => {
  let server: TestServer
  let browser: Browser
  withExplorer((opened) => {
    ;({ server, browser } = opened)
  })

  test('signs up, finds the operation, asks for its roles, is granted them, and adds a customer', async () => {
    const name = 'nora.quill'
    const newcomer = await visit(browser, server, look, { isKeyboardOnly: true })
    const { page, hands } = newcomer
    await page.goto('/')
    await newcomer.shoot('home')

    await hands.press(page.getByRole('link', { name: 'Sign up' }))
    for (const [field, value] of Object.entries({
      first_name: 'Nora',
      last_name: 'Quill',
      email: 'nora.quill@example.com',
      username: name,
      password: 'Lantern-29-river',
    }))
      await hands.write(page.locator(`input[name=${field}]`), value)
    await hands.press(page.locator('form button'))
    await page.getByText('You are signed up').first().waitFor()
    expect(await server.services.users.withName(server.settings.localIdentityProvider, name)).not.toBeNull()

    // found by a word of either language
    await hands.press(page.getByRole('link', { name: 'Continue' }))
    await page.waitForFunction(() => document.documentElement.dataset.theme !== undefined)
    for (const word of ['cliente', 'customer']) {
      await page.keyboard.press('/')
      await page.keyboard.type(word)
      await page
        .getByRole('link', { name: /Add a customer/ })
        .first()
        .waitFor()
      await hands.write(page.locator('#search'), ' ')
    }
    await page.keyboard.press('Control+k')
    await page.keyboard.type('cliente')
    await hands.press(page.locator('#operation-tree').getByRole('link', { name: /Add a customer/ }))
    await page.getByRole('heading', { name: 'Add a customer', level: 1 }).waitFor()
    await newcomer.shoot('operation-en')
    await hands.press(page.getByRole('link', { name: 'Español' }))
    await page.getByRole('heading', { name: 'Añadir un cliente', level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('es')
    await page.getByText('Roles Requeridos:').waitFor()
    await newcomer.shoot('operation-es')
    await hands.press(page.getByRole('link', { name: 'English' }))
    await page.getByRole('heading', { name: 'Add a customer', level: 1 }).waitFor()

    // logged on, and back at the operation
    await newcomer.logOn(name, 'Lantern-29-river')
    await page.getByRole('heading', { name: 'Add a customer', level: 1 }).waitFor()

    // tries it, and is told which roles are missing
    const trying = page.locator('#try')
    await hands.press(trying.getByRole('button', { name: 'POST' }))
    await trying.locator('dd.status').filter({ hasText: '403' }).waitFor()
    const why = trying.locator('.why')
    await why.getByText('You do not have the role CanCreateCustomer at gh.29.uk.').waitFor()
    await newcomer.shoot('refused')

    // asks for both
    for (const role of ['CanCreateCustomer', 'CanCreateUserCustomerLink']) {
      const item = page
        .locator('section[aria-labelledby=roles] li')
        .filter({ has: page.getByText(role, { exact: true }) })
      await hands.tick(item.getByRole('checkbox', { name: 'gh.29.uk' }))
      await hands.press(item.getByRole('button', { name: 'Request', exact: true }))
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
    const administrator = await visit(browser, server, look, { isKeyboardOnly: true })
    await administrator.page.goto('/role-requests')
    await administrator.logOn(username)
    for (const role of ['CanCreateCustomer', 'CanCreateUserCustomerLink'])
      await administrator.hands.tick(
        administrator.page.locator('.requests li').filter({ hasText: role }).getByRole('checkbox'),
      )
    await administrator.shoot('requests')
    await administrator.hands.press(administrator.page.getByRole('button', { name: 'Grant the chosen ones (2)' }))
    await administrator.page.getByText('No requests are waiting.').waitFor()
    expect(administrator.complaints).toEqual([])
    await administrator.close()

    // sees it without loading anew, and adds a customer
    await page.locator('section[aria-labelledby=roles] .held').nth(1).waitFor()
    await hands.press(trying.getByRole('button', { name: 'POST' }))
    await trying.locator('dd.status').filter({ hasText: '200' }).waitFor()
    await newcomer.shoot('added')

    // reads it back
    await page.goto('/operations/OBPv1.4.0-getCustomer?version=v1.4.0')
    await page.locator('.user').waitFor()
    await hands.press(trying.getByRole('button', { name: 'GET' }))
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
    await hands.press(trying.getByRole('button', { name: 'GET' }))
    await hands.press(trying.getByRole('button', { name: 'Cronología' }))
    await trying.locator('.timeline').getByText('Asked for a mortgage.').waitFor()
    await newcomer.shoot('events')
    await hands.press(trying.getByRole('button', { name: 'Tabla' }))
    await trying.getByRole('columnheader', { name: 'customer_number' }).waitFor()

    expect(newcomer.complaints).toEqual([])
    await newcomer.close()
  }, 120_000)
})
