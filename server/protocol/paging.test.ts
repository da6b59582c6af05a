import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from './errors.ts'
import { type Paging, pageReader } from './paging.ts'

const readPage = (query: Record<string, string>, paging: Paging) => pageReader(paging)(query)

const refused = (query: Record<string, string>, locale: 'en_GB' | 'es_ES' = 'en_GB'): string => {
  try {
    readPage(query, { limit: null })
  } catch (error) {
    if (error instanceof Refusal) return error.text(locale)
    throw error
  }
  return ''
}

describe('a page', () => {
  test('is by default everything from the start, newest first', () => {
    const all = { limit: null, offset: 0, sortDirection: 'desc', fromDate: null, toDate: null }
    expect(readPage({}, { limit: null })).toEqual(all)
    expect(readPage({}, { limit: 50 })).toEqual({ ...all, limit: 50 })
    const empty = { limit: '', offset: '', sort_direction: '', from_date: '', to_date: '' }
    expect(readPage(empty, { limit: null })).toEqual(all)
  })

  test('is what the query asks for', () => {
    const query = {
      limit: '10',
      offset: '20',
      sort_direction: 'ASC',
      from_date: '2013-01-21T23:08:00.000Z',
      to_date: '2018-03-09',
    }
    expect(readPage(query, { limit: 50 })).toEqual({
      limit: 10,
      offset: 20,
      sortDirection: 'asc',
      fromDate: '2013-01-21T23:08:00Z',
      toDate: '2018-03-09T00:00:00Z',
    })
  })

  test('has whole numbers that fit the database, or is refused', () => {
    const number = fc.oneof(fc.integer().map(String), fc.double().map(String), fc.bigInt().map(String), fc.string())
    fc.assert(
      fc.property(number, (text) => {
        fc.pre(text !== '')
        for (const [name, least, code] of [
          ['limit', 1, 'OBP-10025'],
          ['offset', 0, 'OBP-10024'],
        ] as const) {
          const value = Number(text)
          const isGood = /^[0-9]+$/.test(text) && value >= least && value <= 2 ** 31 - 1
          if (isGood) expect(readPage({ [name]: text }, { limit: null })[name]).toBe(value)
          else expect(refused({ [name]: text })).toContain(`<- ${code}: `)
        }
      }),
    )
  })

  test.each([
    [{ limit: '0' }, 'OBP-10025: wrong value for obp_limit parameter. Please send a positive integer (=>1)!'],
    [{ offset: '-1' }, 'OBP-10024: wrong value for obp_offset parameter. Please send a positive integer (=>0)!'],
    [{ sort_direction: 'up' }, 'OBP-10023: obp_sort_direction parameter can only take two values: DESC or ASC!'],
    [
      { from_date: 'yesterday' },
      "OBP-10026: Failed to parse date string. Please use this format yyyy-MM-dd'T'HH:mm:ss.SSS'Z'!",
    ],
    [
      { to_date: '2013-02-31' },
      "OBP-10026: Failed to parse date string. Please use this format yyyy-MM-dd'T'HH:mm:ss.SSS'Z'!",
    ],
  ])('%j is refused with OBP-10016 and what is wrong', (query, inner) => {
    expect(refused(query)).toBe(`OBP-10016: Incorrect filter Parameters in URL.  <- ${inner}`)
  })

  test('is refused for the first of several reasons: order, dates, limit, offset', () => {
    const wrong = { offset: 'x', limit: 'x', to_date: 'x', from_date: 'x', sort_direction: 'x' }
    expect(refused(wrong)).toContain('OBP-10023')
    expect(refused({ ...wrong, sort_direction: '' })).toContain('OBP-10026')
    expect(refused({ offset: 'x', limit: 'x' })).toContain('OBP-10025')
    expect(refused({ offset: 'x' })).toContain('OBP-10024')
  })

  test('is refused in Spanish too', () => {
    expect(refused({ limit: 'x' }, 'es_ES')).toBe(
      'OBP-10016: Los parámetros de filtro de la URL son incorrectos.  <- OBP-10025: El valor del parámetro obp_limit es incorrecto. Envíe un entero positivo (=>1).',
    )
  })
})

test('of a list that has not every part, the others are refused when wrong, and else do nothing', () => {
  const paging: Paging = { limit: 50, parts: ['offset'] }
  const query = { limit: '2', offset: '3', sort_direction: 'asc', from_date: '2013-01-21', to_date: '2018-03-09' }
  expect(readPage(query, paging)).toEqual({ ...readPage({}, paging), offset: 3 })
  for (const name of Object.keys(query)) expect(() => readPage({ ...query, [name]: 'x' }, paging)).toThrow(Refusal)
})

test('a list may have a largest limit, which is asked for and no more', () => {
  expect(readPage({ limit: '10' }, { limit: 5, most: 10 }).limit).toBe(10)
  expect(() => readPage({ limit: '11' }, { limit: 5, most: 10 })).toThrow(Refusal)
})
