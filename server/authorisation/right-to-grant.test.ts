import { expect, test } from 'vitest'
import { anyGranter, ownRights } from './right-to-grant.ts'

test('a right that needs a scope which the consumer lacks is none, however long it lasts', () => {
  const [anywhere, here] = anyGranter
  const held = { atBank: new Set([here]), inSystem: new Set([anywhere]) }
  const consumer = { atBank: new Set([here]), inSystem: new Set<string>() }
  expect(ownRights(held, anyGranter)).toEqual([anywhere, here])
  expect(ownRights({ ...held, scopes: { ...consumer, rule: 'all' } }, anyGranter)).toEqual([here])
})
