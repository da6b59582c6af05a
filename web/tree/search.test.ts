import { describe, expect, test } from 'vitest'
import { documentation } from '../../server/documentation/documentation.ts'
import { catalogue } from '../../server/operations/catalogue.ts'
import type { Locale } from '../../server/protocol/languages.ts'
import { readSettings } from '../../server/settings.ts'
import { groupsOf } from './groups.ts'
import { type Piece, piecesOf, reasonOf } from './matches.ts'
import { hitsOf, searchOver } from './search.ts'
import { wordsOf } from './words.ts'

const docs = documentation(catalogue, readSettings({}))
const terms = docs.search('all')
const { find: search } = searchOver(hitsOf(terms.operations, terms.meanings))
const find = (query: string, version = 'v6.0.0') => search(query, version).map(({ operation_id }) => operation_id)

test.each([
  ['a word of the English summary', 'add customer'],
  ['a word of the Spanish summary', 'cliente'],
  ['without its accent', 'anadir'],
  ['in capitals', 'AÑADIR CLIENTE'],
  ['the beginning of a word', 'custom'],
  ['with a slip', 'custmoer'],
  ['a field', 'highest_education_attained'],
  ['a part of the name of a field', 'employment'],
  ['the meaning of a field', 'single married'],
  ['the meaning of a field in Spanish', 'soltero'],
  ['a word of the summary and one of a meaning', 'customer married'],
  ['an error', 'OBP-30006'],
  ['a role', 'CanCreateUserCustomerLink'],
  ['a tag', 'Old-Style'],
  ['the path', 'BANK_ID customer'],
  ['the id', 'OBPv1.4.0-addCustomer'],
  ['the function', 'addCustomer'],
])('Add a customer is found by %s, from a version that does not serve it', (_what, query) => {
  expect(find(query)).toContain('OBPv1.4.0-addCustomer')
})

test('what has the word in its summary comes before what only mentions it', () => {
  const [first, second, third] = find('customer')
  const summaryOf = (id: string | undefined) => catalogue.find((operation) => operation.id === id)?.summary.en
  for (const id of [first, second, third]) expect(summaryOf(id)).toMatch(/customer/i)
})

test.each(['customer', 'cliente', 'role', 'fecha'])(
  'what only the meaning of a field says of %s comes behind all that says it elsewhere',
  (query) => {
    // without meanings there is nothing else
    const elsewhere = searchOver(hitsOf(terms.operations, []))
      .find(query, 'v6.0.0')
      .map((hit) => hit.operation_id)
    const found = find(query)
    expect(new Set(found.slice(0, elsewhere.length))).toEqual(new Set(elsewhere))
    expect(found.length).toBeGreaterThan(elsewhere.length)
  },
)

test.each(['customer', 'cliente'])('what is about a %s comes before what is done for one', (query) => {
  for (const version of ['v1.4.0', 'v6.0.0']) {
    const found = find(query, version)
    expect(found.slice(0, 2).sort()).toEqual(['OBPv1.4.0-addCustomer', 'OBPv1.4.0-getCustomer'])
    expect(found[2]).toBe('OBPv1.4.0-addCustomerMessage')
  }
})

test.each(['OBP-30006', '30006', 'obp-30006'])('%s finds what answers with that error, and nothing else', (query) => {
  const found = search(query, 'v6.0.0')
  expect(found.length).toBeGreaterThan(0)
  for (const { errors } of found) expect(errors).toContain('OBP-30006')
})

test.each(['OBP-30009', '30009'])('%s, which no operation answers, finds none with an error like it', (query) => {
  expect(find(query)).toEqual([])
})

test.each(['v1.4.0', 'v3.1.0', 'v6.0.0'] as const)(
  'of one path in several versions, that of %s comes first',
  (version) => {
    const [first] = search('get bank', version).filter(({ request_url }) => /\/banks\/BANK_ID$/.test(request_url))
    expect(first!.served_under).toContain(version)
  },
)

test('an answer takes less than 50 ms', () => {
  const queries = ['c', 'cu', 'customer', 'custmoer', 'BANK_ID customer', 'solicitudes de rol', 'OBP-30006']
  const times = queries.map((query) => {
    const begun = performance.now()
    search(query, 'v6.0.0')
    return performance.now() - begun
  })
  // the slowest may have had the collector in it
  expect(times.sort((a, b) => a - b).at(-2)).toBeLessThan(50)
})

describe('what led to a hit is shown', () => {
  const written = (pieces: readonly Piece[]) =>
    pieces.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('')
  const reason = (query: string, locale: Locale) => {
    const found = reasonOf(
      search(query, 'v6.0.0').find(({ operation_id }) => operation_id === 'OBPv1.4.0-addCustomer')!,
      locale,
    )
    return found && [found.lang, written(found.pieces)]
  }

  test.each([
    ['cliente', 'en_GB', ['es', 'Añadir un [cliente]']],
    ['CLIENTE', 'es_ES', null],
    ['anadir', 'es_ES', null],
    ['custom', 'en_GB', null],
    ['custmoer', 'en_GB', null],
    ['custmoer', 'es_ES', ['en', 'Add a [customer]']],
    ['employment', 'es_ES', [undefined, '[employment_status]']],
    ['OBP-30006', 'en_GB', [undefined, '[OBP-30006]']],
    ['CanCreateUserCustomerLink', 'en_GB', [undefined, '[CanCreateUserCustomerLink]']],
    ['single married', 'en_GB', ['en', expect.stringMatching(/^relationship_status: .*\[single\].*\[married\]/)]],
    ['soltero', 'es_ES', ['es', expect.stringMatching(/^relationship_status: .*\[soltero\]/)]],
    ['soltero', 'en_GB', ['es', expect.stringMatching(/^relationship_status: .*\[soltero\]/)]],
    ['customer marrid', 'en_GB', ['en', expect.stringMatching(/^relationship_status: .*\[married\]/)]],
    ['employment married', 'en_GB', ['en', expect.stringMatching(/^relationship_status: .*\[married\]/)]],
    // one word is in the summary, the other is not
    ['customer dependants', 'en_GB', [undefined, '[dependants]']],
    ['mandatory', 'es_ES', ['en', expect.stringMatching(/^…\u00a0.*\[Mandatory\].*\u00a0…$/s)]],
  ] as const)('%s, in %s', (query, locale, expected) => {
    expect(reason(query, locale)).toEqual(expected)
  })

  test('for every hit, by its summary or by something else', () => {
    for (const query of ['cliente', 'employment', 'medianoche', 'rol usuario', 'kyc', 'married', 'solteor']) {
      for (const found of search(query, 'v6.0.0')) {
        const inSummary = piecesOf(found.summaries.en, new Set(Object.keys(found.match)))
        const pieces = [...inSummary, ...(reasonOf(found, 'en_GB')?.pieces ?? [])]
        expect(
          pieces.some(({ isMatch }) => isMatch),
          `${query}: ${found.operation_id}`,
        ).toBe(true)
      }
    }
  })
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
  const index = docs.index('v6.0.0', 'en_GB')
  const groups = groupsOf(index)
  expect(groups.flatMap(({ entries }) => entries)).toHaveLength(index.length)
  for (const { tag, entries } of groups) for (const { tags } of entries) expect(tags[0]).toBe(tag)
})

test('what has a word in the meaning of a field alone comes behind what has all elsewhere, however well the others fit', () => {
  const entry = (id: string, summary: string, description: string, fields: string[]) => ({
    ...terms.operations[0]!,
    operation_id: id,
    request_url: '/',
    tags: [],
    summaries: { en: summary, es: '' },
    descriptions: { en: description, es: '' },
    fields,
    errors: [],
    roles: [],
  })
  const entries = [entry('a', 'Customer', '', ['f']), entry('b', 'Nothing', 'A married customer, and more.', [])]
  const { find } = searchOver(hitsOf(entries, [{ field: 'f', en: 'Married or not.', es: '' }]))
  expect(find('customer married', 'v6.0.0').map(({ operation_id }) => operation_id)).toEqual(['b', 'a'])
})
