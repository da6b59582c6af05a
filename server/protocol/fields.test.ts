import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bodyReader } from './body.ts'
import { ProblemGettingUserId, Refusal } from './errors.ts'
import * as field from './fields.ts'

type Field = ReturnType<typeof field.flag> | ReturnType<typeof field.object>

/** What a field makes of a value on the wire: the value inside, or the sentence that refuses it. */
function of(schema: unknown): (value: unknown) => { value: unknown } | { refused: string } {
  const read = bodyReader(field.object({ it: schema as Field }))
  return (value) => {
    try {
      return { value: (read(Buffer.from(JSON.stringify({ it: value }))) as { it: unknown }).it }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return { refused: error.text('en_GB').replace('OBP-10001: Incorrect json format. it must be ', '') }
    }
  }
}

const anything = fc.oneof(
  fc.jsonValue(),
  fc.string({ unit: 'binary' }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.emailAddress(),
  fc.integer(),
)
const everyField = {
  text: field.text({ most: 10 }),
  email: field.email({ most: 200 }),
  date: field.date(),
  integer: field.integer(),
  flag: field.flag(),
  oneOf: field.oneOf('a', 'b'),
  listOfDates: field.listOf(field.date(), { most: 2 }),
  orNull: field.orNull(field.date()),
  objectOrNull: field.orNull(field.object({ url: field.text({ most: 10 }), date: field.orNull(field.date()) })),
  list: field.listOf(field.object({ name: field.text({ most: 10 }) }), { most: 3 }),
}

describe('every field', () => {
  test.each(Object.entries(everyField))('%s takes a value or refuses it in words, whatever comes', (_, schema) => {
    const take = of(schema)
    fc.assert(
      fc.property(anything, (value) => {
        const taken = take(value)
        if ('refused' in taken) expect(taken.refused).not.toBe('')
        else expect(taken.value).not.toBeUndefined()
      }),
      { numRuns: 500 },
    )
  })
})

describe('text', () => {
  const wrongLength = { refused: 'a text of 2 to 5 characters.' }
  const unkeepable = {
    refused:
      'OBP-10001: Incorrect json format. it holds a character that cannot be kept: NUL, or half of a surrogate pair.',
  }
  const tooLarge = {
    refused: 'sent as a text in quotes: so large a number loses digits.',
  }
  test('is taken where its characters are as many as allowed and can be stored', () => {
    const take = of(field.text({ most: 5, least: 2 }))
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 8 }), (value) => {
        const characters = [...value].length
        const [taken, canBeKept] = [take(value), !value.includes('\0') && value.isWellFormed()]
        if (characters < 2 || characters > 5) expect([wrongLength, unkeepable]).toContainEqual(taken)
        else expect(taken).toEqual(canBeKept ? { value } : unkeepable)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['😀😀😀😀😀', { value: '😀😀😀😀😀' }],
    ['😀😀😀😀😀😀', { refused: 'a text of 2 to 5 characters.' }],
    [`e${'\u0301'.repeat(5)}`, { refused: 'a text of 2 to 5 characters.' }],
    ['a\0b', unkeepable],
    ['a\ud800', unkeepable],
    [12345, { value: '12345' }],
    [1, { refused: 'a text of 2 to 5 characters.' }],
    [123456, { refused: 'a text of 2 to 5 characters.' }],
    [true, { refused: 'a text of 2 to 5 characters.' }],
    [null, { refused: 'a text of 2 to 5 characters.' }],
    [['ab'], { refused: 'a text of 2 to 5 characters.' }],
    [{}, { refused: 'a text of 2 to 5 characters.' }],
  ])('%j', (value, taken) => {
    expect(of(field.text({ most: 5, least: 2 }))(value)).toEqual(taken)
  })

  test('takes no number that has lost digits on its way', () => {
    const take = of(field.text({ most: 50 }))
    expect(take(9007199254740991)).toEqual({ value: '9007199254740991' })
    for (const number of [2 ** 53, -(2 ** 53), 1e21, -1e300]) expect(take(number)).toEqual(tooLarge)
    const digits = of(field.matching({ pattern: '^\\d+$', most: 20, mustBe: { en: 'digits', es: 'cifras' } }))
    expect([digits(7), digits(1e21), digits('x')]).toEqual([{ value: '7' }, tooLarge, { refused: 'digits.' }])
    const letters = of(field.matching({ pattern: '^[a-z]+$', most: 20, mustBe: { en: 'letters', es: 'letras' } }))
    expect(letters(1e21)).toEqual({ refused: 'letters.' })
    expect(of(field.orNull(field.text({ most: 50 })))(1e21)).toEqual(tooLarge)
  })

  test('that a pattern allows can be stored, too', () => {
    const take = of(field.matching({ pattern: '^.*\\S.*$', most: 9, mustBe: { en: 'no blank', es: 'no en blanco' } }))
    expect(['a', '\0', 'a\ud800', ' '].map(take)).toEqual([
      { value: 'a' },
      unkeepable,
      unkeepable,
      { refused: 'no blank.' },
    ])
  })

  test('refuses a number beyond all numbers, too', () => {
    const read = bodyReader(field.object({ it: field.text({ most: 50 }) }))
    for (const number of ['1e999', '-1e999'])
      expect(() => read(Buffer.from(`{"it":${number}}`))).toThrow(
        expect.objectContaining({
          detail: {
            en: ' it must be sent as a text in quotes: so large a number loses digits.',
            es: ' it debe enviarse como texto entre comillas: un número tan grande pierde cifras.',
          },
        }),
      )
  })

  test('of any length is an id that is looked for', () => {
    const take = of(field.anyText())
    expect(take('x'.repeat(100_000))).toEqual({ value: 'x'.repeat(100_000) })
    expect([take(7), take(1e21), take('a\0b')]).toEqual([{ value: '7' }, tooLarge, unkeepable])
  })
})

describe('email', () => {
  test.each([
    ['felixsmith@example.com', { value: 'felixsmith@example.com' }],
    ['  Felix.Smith@Example.COM ', { value: 'felix.smith@example.com' }],
    ['felixsmith', { refused: 'an e-mail address of at most 30 characters.' }],
    ['@example.com', { refused: 'an e-mail address of at most 30 characters.' }],
    ['a@b@c', { refused: 'an e-mail address of at most 30 characters.' }],
    ['a b@example.com', { refused: 'an e-mail address of at most 30 characters.' }],
    ['', { refused: 'an e-mail address of at most 30 characters.' }],
    [1, { refused: 'an e-mail address of at most 30 characters.' }],
    [`${'a'.repeat(30)}@example.com`, { refused: 'an e-mail address of at most 30 characters.' }],
  ])('%j', (value, taken) => {
    expect(of(field.email({ most: 30 }))(value)).toEqual(taken)
  })
})

describe('the others', () => {
  test.each([
    ['date', field.date(), '2018-03-09', { value: '2018-03-09T00:00:00Z' }],
    ['date', field.date(), '2018-02-31', { refused: 'a date such as 2013-01-21T23:08:00Z.' }],
    ['date', field.date(), 20180309, { refused: 'a date such as 2013-01-21T23:08:00Z.' }],
    ['date', field.date(), null, { refused: 'a date such as 2013-01-21T23:08:00Z.' }],
    ['integer', field.integer({ least: 0 }), 0, { value: 0 }],
    ['integer', field.integer({ least: 0 }), -1, { refused: 'a whole number from 0 to 2147483647.' }],
    ['integer', field.integer({ least: 0 }), 2 ** 31, { refused: 'a whole number from 0 to 2147483647.' }],
    ['integer', field.integer({ least: 0 }), 1.5, { refused: 'a whole number from 0 to 2147483647.' }],
    ['integer', field.integer({ least: 0 }), '1', { refused: 'a whole number from 0 to 2147483647.' }],
    ['flag', field.flag(), false, { value: false }],
    ['flag', field.flag(), 'false', { refused: 'true or false.' }],
    ['flag', field.flag(), 0, { refused: 'true or false.' }],
    ['oneOf', field.oneOf('a', 'b'), 'b', { value: 'b' }],
    ['oneOf', field.oneOf('a', 'b'), 'B', { refused: 'one of a, b.' }],
    ['listOf', field.listOf(field.date(), { most: 2 }), ['2018-03-09'], { value: ['2018-03-09T00:00:00Z'] }],
    ['listOf', field.listOf(field.date(), { most: 2 }), null, { value: [] }],
    ['listOf', field.listOf(field.date(), { most: 2 }), 'x', { refused: 'a list of at most 2 items.' }],
    [
      'listOf',
      field.listOf(field.date(), { most: 2 }),
      Array(3).fill('2018-03-09'),
      { refused: 'a list of at most 2 items.' },
    ],
    ['orNull', field.orNull(field.date()), null, { value: null }],
    ['orNull', field.orNull(field.date()), '2018-03-09', { value: '2018-03-09T00:00:00Z' }],
    ['orNull', field.orNull(field.date()), 'x', { refused: 'a date such as 2013-01-21T23:08:00Z, or null.' }],
    ['object or null', field.orNull(field.object({})), [], { refused: 'an object or null.' }],
    ['object', field.object({}), 'x', { refused: 'an object.' }],
    [
      'with its own error',
      field.refusedWith(ProblemGettingUserId, field.flag()),
      1,
      { refused: 'Problem getting user_id' },
    ],
  ])('%s %#', (_, schema, value, taken) => {
    expect(of(schema)(value)).toEqual(taken)
  })

  test('a list names the element that is wrong', () => {
    expect(of(field.listOf(field.date(), { most: 2 }))(['2018-03-09', 'x'])).toEqual({
      refused: 'OBP-10001: Incorrect json format. it[1] must be a date such as 2013-01-21T23:08:00Z.',
    })
  })
})

describe('an answer that is written by its handler', () => {
  test('has the shape that it is declared with, and is known as such', () => {
    const shape = field.object({ resource_docs: field.array(field.json()) })
    const written = field.written(shape)
    expect(field.isWritten(written)).toBe(true)
    expect(field.isWritten(shape)).toBe(false)
    expect(JSON.stringify(written)).toBe(JSON.stringify(shape))
  })
})
