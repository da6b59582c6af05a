/** Roles that change while the page is looked at. */
import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestServer } from '../../server/testing/server.ts'
import { visit, withExplorer } from '../testing/explorer.ts'

let server: TestServer
let browser: Browser
/** the settings of the server, to which a user is added whom the test makes */
const superAdmins: string[] = []
withExplorer(
  (opened) => {
    ;({ server, browser } = opened)
  },
  { superAdminUserIds: superAdmins },
)

const role = { bank_id: 'gh.29.uk', role_name: 'CanCreateCustomer' }
const requested = '**/my/entitlement-requests?*'

/** My roles of somebody who waits for one. */
async function waiting() {
  const user = await server.user()
  await server.call('/obp/v3.0.0/entitlement-requests', { token: user.token, body: role })
  const visitor = await visit(browser, server)
  await visitor.page.goto('/my-roles')
  await visitor.logOn(user.username)
  await request(visitor.page).waitFor()
  return { ...user, ...visitor }
}
const request = (page: Page) => page.locator('main li').filter({ has: page.getByRole('button', { name: 'Withdraw' }) })

test('a grant shows by itself, though the server was away for a moment', async () => {
  const { page, userId, complaints, close } = await waiting()
  const isMissed = page.waitForEvent('requestfailed')
  await page.context().setOffline(true)
  await isMissed
  const admin = await server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
  await server.call(`/obp/v4.0.0/users/${userId}/entitlements`, { token: admin.token, body: role })
  await page.context().setOffline(false)
  await page.getByText('✓ Granted').waitFor()
  expect(complaints).toEqual([])
  await close()
})

test('what is given to who asked for nothing shows when they come back to the tab, and a refusal no longer', async () => {
  const { page, userId, token, complaints, close } = await waiting()
  const admin = await server.user({
    '': [
      'CanCreateEntitlementAtAnyBank',
      'CanGetEntitlementRequestsAtAnyBank',
      'CanDeleteEntitlementRequestsAtAnyBank',
    ],
  })
  const { body } = await server.call('/obp/v3.0.0/my/entitlement-requests', { token })
  const { entitlement_request_id: id } = body.entitlement_requests[0]
  const refusal = { token: admin.token, body: { reason: 'Not before your training.' } }
  expect(
    (await server.call(`/obp/v6.0.0/entitlement-requests/${id}/refusal`, { ...refusal, method: 'PUT' })).status,
  ).toBe(200)
  await page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  const shown = page.locator('section[aria-labelledby=roles] li').filter({ hasText: role.role_name })
  await shown.getByText('Not before your training.').waitFor()
  await server.call(`/obp/v4.0.0/users/${userId}/entitlements`, { token: admin.token, body: role })
  await page.evaluate("window.dispatchEvent(new Event('focus'))")
  await shown.getByText('✓ You have this Role at gh.29.uk').waitFor()
  expect(await shown.getByText('Not before your training.').count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

test('an answer that comes late does not bring back what was withdrawn', async () => {
  const { page, complaints, close } = await waiting()
  const { promise: isWithdrawn, resolve: goOn } = Promise.withResolvers<void>()
  const { promise: isHeld, resolve: held } = Promise.withResolvers<void>()
  await page.route(
    requested,
    async (route) => {
      const response = await route.fetch()
      held()
      await isWithdrawn
      await route.fulfill({ response })
    },
    { times: 1 },
  )
  await isHeld
  await request(page).getByRole('button', { name: 'Withdraw' }).click()
  await request(page).waitFor({ state: 'detached' })
  const late = page.waitForResponse(requested)
  goOn()
  await (await late).finished()
  // nothing more is asked for, so it would stay for three seconds
  await page.waitForTimeout(500)
  expect(await request(page).count()).toBe(0)
  expect(complaints).toEqual([])
  await close()
})

/** The page of an operation for which somebody has a role for a minute and a half, and then, for the server, no more. */
async function expired({ isClockOurs = false } = {}) {
  const user = await server.user()
  const expires = new Date(Date.now() + 90_000).toISOString()
  const admin = await server.user({ '': ['CanCreateEntitlementAtAnyBank'] })
  await server.call(`/obp/v4.0.0/users/${user.userId}/entitlements`, { token: admin.token, body: { ...role, expires } })
  const visitor = await visit(browser, server)
  if (isClockOurs) await visitor.page.clock.install()
  await visitor.page.goto('/operations/OBPv1.4.0-addCustomer?version=v1.4.0')
  await visitor.logOn(user.username)
  const shown = visitor.page.locator('section[aria-labelledby=roles] li').filter({ hasText: role.role_name })
  await shown.getByText(/✓ You have this Role at gh\.29\.uk until \d+ \w+ \d{4}/).waitFor()
  expect(await shown.getByRole('checkbox').count()).toBe(0)
  await server.storage.pool.query(
    `update entitlement set created_at = created_at - interval '1 day', expires_at = now() where user_id = $1`,
    [user.userId],
  )
  const isOver = async () => {
    await shown.getByText(/You had this Role at gh\.29\.uk until .+; it has expired\./).waitFor()
    await shown.getByRole('checkbox', { name: 'gh.29.uk' }).waitFor()
    expect(await shown.locator('.held').count()).toBe(0)
  }
  return { ...visitor, isOver }
}

test('a role that expires is one to be asked for, without loading the page anew', async () => {
  const { page, isOver, complaints, close } = await expired({ isClockOurs: true })
  await page.clock.runFor(90_000)
  await isOver()
  expect(complaints).toEqual([])
  await close()
})

test('who comes back to the tab has their roles read once, whatever events tell of it', async () => {
  const { username } = await server.user()
  const { page, logOn, complaints, close } = await visit(browser, server)
  await page.goto('/my-roles')
  await logOn(username)
  await page.getByText('You have no roles yet.').waitFor()
  await page.waitForLoadState('networkidle')
  const calls: string[] = []
  page.on('request', (request) => request.url().includes('/my/entitlement') && calls.push(request.url()))
  const isAnswered = page.waitForResponse(requested)
  // two looks would be sent side by side
  await page.evaluate(
    "document.dispatchEvent(new Event('visibilitychange')), window.dispatchEvent(new Event('focus')), undefined",
  )
  await isAnswered
  expect(calls).toHaveLength(3)
  expect(complaints).toEqual([])
  await close()
})

test.each([
  ['visibilitychange', 'document'],
  ['focus', 'window'],
])('a role that expired while the machine slept is gone with the first %s', async (event, target) => {
  const { page, isOver, complaints, close } = await expired()
  // though somebody has just been there
  await page.evaluate(`${target}.dispatchEvent(new Event('${event}'))`)
  // no timer is due before the test is over
  await page.clock.setFixedTime(Date.now() + 100_000)
  await page.evaluate(`${target}.dispatchEvent(new Event('${event}'))`)
  await isOver()
  expect(complaints).toEqual([])
  await close()
})

test('a super admin gives a role to themselves where requests are decided, and nobody else does', async () => {
  const { username, userId } = await server.user()
  const { page, logOn, complaints, close } = await visit(browser, server)
  await page.goto('/role-requests')
  await logOn(username)
  const take = page.getByRole('button', { name: 'Give it to yourself' })
  await take.click()
  await page.locator('main [role=alert]').filter({ hasText: 'OBP-20050' }).waitFor()
  superAdmins.push(userId)
  await page.locator('form', { has: take }).getByLabel('Until').fill('2099-12-03T10:00')
  await take.click()
  await page.getByText('No requests are waiting.').waitFor()
  const { body } = await server.call(`/obp/v4.0.0/users/${userId}/entitlements`, {
    token: (await server.user({ '': ['CanGetEntitlementsForAnyUserAtAnyBank'] })).token,
  })
  expect(body.list).toContainEqual({
    entitlement_id: expect.any(String),
    role_name: 'CanGetEntitlementRequestsAtAnyBank',
    bank_id: '',
    expires: expect.stringMatching(/^2099-12-03T/),
  })
  expect(complaints).toEqual([])
  await close()
})
