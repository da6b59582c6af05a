import { expect, test } from 'vitest'
import { indexEntryOf, searchEntryOf } from '../../server/documentation/operation-index.ts'
import { catalogue } from '../../server/operations/catalogue.ts'
import { readSettings } from '../../server/settings.ts'
import { groupsOf } from './groups.ts'
import { searchOver, wordsOf } from './search.ts'

const settings = readSettings({})
const index = catalogue.map((operation) => indexEntryOf(operation, 'v6.0.0', 'en_GB', settings))
const find = searchOver(catalogue.map(searchEntryOf), index)

test.each([
  ['a word of the English summary', 'add customer'],
  ['a word of the Spanish summary', 'cliente'],
  ['without its accent', 'anadir'],
  ['in capitals', 'AÑADIR CLIENTE'],
  ['the beginning of a word', 'custom'],
  ['with a slip', 'custmoer'],
  ['a field', 'highest_education_attained'],
  ['a part of the name of a field', 'employment'],
  ['an error', 'OBP-30006'],
  ['a role', 'CanCreateUserCustomerLink'],
  ['a tag', 'Old-Style'],
  ['the path', 'BANK_ID customer'],
  ['the id', 'OBPv1.4.0-addCustomer'],
  ['the function', 'addCustomer'],
])('Add a customer is found by %s', (_what, query) => {
  expect(find(query)).toContain('OBPv1.4.0-addCustomer')
})

test('what has the word in its summary comes before what only mentions it', () => {
  const [first, second, third] = find('customer')
  const isNamed = (id: string) => index.find(({ operation_id }) => operation_id === id)?.summary.match(/customer/i)
  for (const id of [first, second, third]) expect(isNamed(id!)).toBeTruthy()
})

test('nothing is found by what nobody wrote', () => {
  expect(find('xyzzyplugh')).toEqual([])
})

test('names are found whole and by their parts', () => {
  expect(wordsOf('customer_number addCustomer OBP-30006')).toEqual(
    expect.arrayContaining(['customer_number', 'customer', 'number', 'addCustomer', 'add', 'Customer', 'OBP-30006']),
  )
})

test('the tree has each operation once, under its first tag', () => {
  const groups = groupsOf(index)
  expect(groups.flatMap(({ entries }) => entries)).toHaveLength(index.length)
  for (const { tag, entries } of groups) for (const { tags } of entries) expect(tags[0]).toBe(tag)
})
