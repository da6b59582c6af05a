import { expect, test } from 'vitest'
import { addressList, isListed } from './address-list.ts'

const list = addressList(['192.0.2.7', '198.51.100.0/24', '2001:db8::/32', '::1'])!

test.each([
  ['192.0.2.7', true],
  ['192.0.2.8', false],
  ['198.51.100.255', true],
  ['198.51.101.0', false],
  ['::ffff:192.0.2.7', true],
  ['::ffff:198.51.100.9', true],
  ['::ffff:192.0.2.8', false],
  ['2001:db8:1::5', true],
  ['2001:db9::5', false],
  ['::1', true],
  [undefined, false],
])('%s is on the list: %s', (address, listed) => {
  expect(isListed(list, address)).toBe(listed)
})

test.each([
  'localhost',
  '192.0.2',
  '192.0.2.0/33',
  '192.0.2.0/0',
  '::/0',
  '2001:db8::/129',
  '192.0.2.0/x',
  '192.0.2.0/24/8',
  '192.0.2.0/',
])('%s is no list', (text) => {
  expect(addressList(['127.0.0.1', text])).toBeNull()
})
