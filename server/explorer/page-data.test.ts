import { expect, test } from 'vitest'
import { isPage } from './page-data.ts'

test.each([
  ['/', true],
  ['/operations', true],
  ['/operations/OBPv1.4.0-addCustomer', true],
  ['/my-roles', true],
  ['/status', true],
  ['/status/now', false],
  ['/glossary.json', false],
  ['/toString', false],
  ['/assets/index.js', false],
  ['/obp/v6.0.0/root', false],
])('%s is a page: %s', (path, expected) => {
  expect(isPage(path)).toBe(expected)
})
