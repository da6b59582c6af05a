/** Where everything is, at every width. */
import type { Browser, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { TestServer } from '../server/testing/server.ts'
import { looks, visit, withExplorer } from './testing/explorer.ts'

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="84" height="28"><rect width="84" height="28"/></svg>'

let server: TestServer
let browser: Browser
withExplorer(
  (opened) => {
    ;({ server, browser } = opened)
  },
  {
    explorerName: 'Caja Rural de la Sierra Norte',
    explorerLogo: { type: 'image/svg+xml', bytes: Buffer.from(svg) },
    explorerLinks: ['Ayuda', 'La entidad', 'Condiciones de uso'].map((text) => ({ text, url: '/guide' })),
  },
)

/** How many rows the header has, and what sticks out of the page or lies over its neighbour. */
const layout = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll('.bar > :not(.choices), .choices > *')]
      .map((element) => ({ element, box: element.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0)
    const middles = boxes.map(({ box }) => Math.round((box.top + box.bottom) / 20))
    const over = boxes.filter(({ box }, place) => {
      const next = boxes[place + 1]?.box
      return box.right > innerWidth || (next && next.top < box.bottom && next.left > box.left && next.left < box.right)
    })
    return {
      rows: new Set(middles).size,
      over: over.map(({ element }) => element.textContent!.trim()),
      isWide: document.documentElement.scrollWidth > innerWidth,
      name: Math.round(document.querySelector('.bar .name')!.getBoundingClientRect().width),
    }
  })

test('the header of a bank is one row in Spanish at every width from 1024 pixels on, and its name can be read', async () => {
  const { username } = await server.user({}, 'maria.dolores.fernandez@example.com')
  const { page, logOn, close } = await visit(browser, server)
  const seen = async () => {
    const widths = []
    for (let width = 1024; width <= 1920; width += 32) {
      await page.setViewportSize({ width, height: 900 })
      const { name, ...rest } = await layout(page)
      if (name < 120 || rest.rows > 1 || rest.over.length > 0 || rest.isWide) widths.push({ width, name, ...rest })
    }
    return widths
  }
  await page.goto('/?locale=es_ES')
  await page
    .locator('header .bar > .places')
    .getByRole('link', { name: 'Documentación de mensajes' })
    .waitFor({ state: 'attached' })
  expect(await seen()).toEqual([])
  await page.setViewportSize(looks.desktopLight)
  await logOn(username)
  expect(await seen()).toEqual([])
  await close()
})

test('on a phone nothing of it is cut, and every page is in a menu', async () => {
  const { username } = await server.user()
  const { page, logOn, close } = await visit(browser, server, looks.phoneDark)
  await page.goto('/?locale=es_ES')
  await logOn(username)
  expect(await layout(page)).toMatchObject({ over: [], isWide: false })
  const header = page.locator('header')
  await header.getByText('Más', { exact: true }).click()
  for (const name of ['Glosario', 'Ayuda', 'Condiciones de uso']) {
    const box = await header.getByRole('link', { name, exact: true }).boundingBox()
    expect(box!.x).toBeGreaterThanOrEqual(0)
    expect(box!.x + box!.width).toBeLessThanOrEqual(390)
  }
  await header.getByRole('link', { name: 'Glosario', exact: true }).click()
  await page.getByRole('heading', { name: 'Glosario', level: 1 }).waitFor()
  await close()
})

test('the menu of a user closes by a key, and where a link is followed', async () => {
  const { username } = await server.user()
  const { page, logOn, close } = await visit(browser, server)
  await page.goto('/?locale=es_ES')
  await logOn(username)
  const roles = page.locator('header').getByRole('link', { name: 'Mis roles' })
  await page.locator('.user').click()
  await roles.waitFor()
  await page.keyboard.press('Escape')
  await roles.waitFor({ state: 'hidden' })
  await page.locator('.user').click()
  await roles.click()
  await page.getByRole('heading', { name: 'Mis roles', level: 1 }).waitFor()
  expect(await roles.isVisible()).toBe(false)
  await close()
})
