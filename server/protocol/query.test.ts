import { describe, expect, expectTypeOf, test } from 'vitest'
import { catalogue } from '../operations/catalogue.ts'
import { documentedQuery } from './documented-query.ts'
import { InvalidAnonFilter, InvalidDurationFilter, Refusal } from './errors.ts'
import * as field from './fields.ts'
import { operation } from './operation.ts'
import { pageParameters } from './paging.ts'
import { date, flag, integer, list, oneOf, readQuery, text } from './query.ts'

const meaning = { en: 'A meaning.', es: 'Un significado.' }
const parameters = {
  order: oneOf(['name', 'date'], () => null, meaning),
  since: date(meaning),
  isOpen: flag(InvalidAnonFilter, meaning),
  least: integer({ least: 0, most: 9 }, InvalidDurationFilter, 1, meaning),
  names: list('a,b', meaning),
  name: text('a', meaning),
  raw: { ...text('a', meaning), readsEmpty: true },
} as const

const refusalOf = (query: Record<string, string>): string => {
  try {
    readQuery(parameters, query)
  } catch (error) {
    if (error instanceof Refusal) return error.text('en_GB')
    throw error
  }
  return ''
}

describe('a query', () => {
  test.each([
    ['a text', { name: ' a b ' }, { name: ' a b ' }],
    ['texts between commas', { names: ' a ,,b c' }, { names: ['a', 'b c'] }],
    ['a flag in any letter case', { isOpen: 'True' }, { isOpen: true }],
    ['a flag that is false', { isOpen: 'false' }, { isOpen: false }],
    ['a whole number', { least: '09' }, { least: 9 }],
    ['a zone without its colon', { since: '2013-01-21T23:08:00.000+0200' }, { since: '2013-01-21T21:08:00Z' }],
    ['one of a few words', { order: 'date' }, { order: 'date' }],
    ['another word', { order: 'Date' }, { order: null }],
    ['what nobody declared', { other: '1', name: 'a' }, { name: 'a' }],
    ['empty values', { name: '', names: '', isOpen: '', least: '', since: '', order: '' }, {}],
    ['an empty value that is wanted', { raw: '' }, { raw: '' }],
    ['nothing', {}, {}],
  ])('with %s', (_what, query, values) => {
    expect(readQuery(parameters, query)).toEqual(values)
  })

  test.each([
    ['isOpen', 'perhaps', 'OBP-10028'],
    ['isOpen', ' true', 'OBP-10028'],
    ['least', '10', 'OBP-10029'],
    ['least', '-1', 'OBP-10029'],
    ['least', '1.5', 'OBP-10029'],
    ['since', '2013-02-31', 'OBP-10026'],
  ])('%s=%s is OBP-10016 with %s', (name, sent, code) => {
    const wrong = 'OBP-10016: Incorrect filter Parameters in URL.  <- '
    expect(refusalOf({ [name]: sent }).startsWith(`${wrong}${code}: `)).toBe(true)
  })

  test('is refused for the first wrong parameter in the order of the declaration', () => {
    expect(refusalOf({ least: 'x', isOpen: 'x', since: 'x' })).toContain('OBP-10026')
    expect(refusalOf({ least: 'x', isOpen: 'x' })).toContain('OBP-10028')
  })

  test('has a type by its declaration, and a handler that reads another name does not compile', () => {
    const values = readQuery(parameters, {})
    expectTypeOf(values.isOpen).toEqualTypeOf<boolean | undefined>()
    expectTypeOf(values.names).toEqualTypeOf<string[] | undefined>()
    expectTypeOf(values.order).toEqualTypeOf<'name' | 'date' | null | undefined>()
    const sketch = {
      version: 'v6.0.0',
      name: 'sketch',
      verb: 'GET',
      path: '/sketches',
      summary: meaning,
      description: meaning,
      tags: ['Sketch'],
      response: field.string(),
      status: 200,
      errors: [],
      example: { response: '' },
    } as const
    operation({
      ...sketch,
      query: { name: text('a', meaning) },
      handle: ({ query }) => {
        expectTypeOf(query.name).toEqualTypeOf<string | undefined>()
        // @ts-expect-error: it is not declared
        return query.nickname ?? ''
      },
    })
    // @ts-expect-error: nothing is declared
    operation({ ...sketch, handle: ({ query }) => query.name })
    // @ts-expect-error: it is not declared
    operation({ ...sketch, query: parameters, document: { changesWith: 'nickname' }, handle: () => '' })
  })
})

test('no operation declares what its page or its language has already', () => {
  const common = [...Object.keys(pageParameters({ limit: null })), 'locale', 'language']
  for (const { id, query = {} } of catalogue)
    expect([id, Object.keys(query).filter((name) => common.includes(name))]).toEqual([id, []])
})

test('the example of every parameter is one that its operation takes', () => {
  for (const declared of catalogue) {
    for (const [name, { example, read, isDeprecated }] of Object.entries(declared.query ?? {}))
      if (!isDeprecated) expect(() => read(String(example)), `${declared.id} ${name}`).not.toThrow()
    for (const [name, { read, example }] of Object.entries(pageParameters({ limit: null })))
      expect(() => read(String(example)), name).not.toThrow()
  }
})

describe('documentation tells of', () => {
  const namesOf = (id: string) => Object.keys(documentedQuery(catalogue.find((each) => each.id === id)!))
  test.each([
    ['OBPv1.4.0-getCustomer', ['locale']],
    ['OBPv1.4.0-getCrmEvents', ['limit', 'offset', 'sort_direction', 'from_date', 'to_date', 'locale']],
    ['OBPv4.0.0-getUsers', ['is_deleted', 'locked_status', 'limit', 'offset', 'locale']],
    ['OBPv2.2.0-getConnectorMetrics', ['locale']],
    ['OBPv3.1.0-getAllEntitlements', ['role', 'locale']],
    ['OBPv1.4.0-getResourceDocsObp', ['tags', 'functions', 'content', 'api-collection-id', 'locale', 'language']],
  ])('%s: %j', (id, names) => {
    expect(namesOf(id)).toEqual(names)
  })
})
