import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../storage/schema.ts'
import { parseInstant, toSeconds, toSecondsOrNull } from './dates.ts'

const first = Date.UTC(1000, 0, 1)
const last = Date.UTC(9999, 11, 31, 23, 59, 59, 999)
const instant = fc.integer({ min: first, max: last }).map((time) => new Date(time))
const offset = fc
  .record({
    sign: fc.constantFrom('+', '-'),
    hours: fc.integer({ min: 0, max: 18 }),
    minutes: fc.integer({ min: 0, max: 59 }),
  })
  .map(({ sign, hours, minutes }) => ({
    text: `${sign}${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`,
    milliseconds: (sign === '-' ? -1 : 1) * (hours * 60 + minutes) * 60_000,
  }))

const out = (text: string): string | undefined => {
  const read = parseInstant(text)
  return read && toSeconds(read)
}

describe('a date that comes in', () => {
  test('in whole seconds goes out as it came', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const text = `${date.toISOString().slice(0, 19)}Z`
        expect(out(text)).toBe(text)
      }),
    )
  })

  test('with a fraction goes out as the same second, and keeps its milliseconds inside', () => {
    fc.assert(
      fc.property(instant, fc.stringMatching(/^\d{1,9}$/), (date, fraction) => {
        const seconds = date.toISOString().slice(0, 19)
        const read = parseInstant(`${seconds}.${fraction}Z`)!
        expect(toSeconds(read)).toBe(`${seconds}Z`)
        expect(new Date(read).getUTCMilliseconds()).toBe(Number(fraction.padEnd(3, '0').slice(0, 3)))
      }),
    )
  })

  test('with an offset goes out as the same instant in UTC', () => {
    fc.assert(
      fc.property(instant, offset, (date, { text, milliseconds }) => {
        const local = new Date(date.getTime() + milliseconds)
        fc.pre(local.getTime() >= first && local.getTime() <= last)
        expect(out(`${local.toISOString().slice(0, 19)}${text}`)).toBe(`${date.toISOString().slice(0, 19)}Z`)
      }),
    )
  })

  test('as a plain day is midnight UTC', () => {
    fc.assert(
      fc.property(instant, (date) => {
        const day = date.toISOString().slice(0, 10)
        expect(out(day)).toBe(`${day}T00:00:00Z`)
      }),
    )
  })

  test('of no other form is none, and neither is one that does not exist', () => {
    const form = /^\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d))?$/
    const near = fc.string({ unit: fc.constantFrom(...'0123456789-:.TZ+ z'), minLength: 8, maxLength: 26 })
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        if (!form.test(text)) expect(parseInstant(text)).toBeUndefined()
      }),
      { numRuns: 2000 },
    )
  })

  test('with anything behind or before it is none', () => {
    fc.assert(
      fc.property(instant, fc.string({ minLength: 1 }), (date, junk) => {
        const text = `${date.toISOString().slice(0, 19)}Z`
        expect(parseInstant(text + junk)).toBeUndefined()
        expect(parseInstant(junk + text)).toBeUndefined()
      }),
    )
  })

  test.each([
    '2013-02-31',
    '2013-02-29T00:00:00Z',
    '2013-04-31T00:00:00Z',
    '2013-13-01T00:00:00Z',
    '2013-00-01T00:00:00Z',
    '2013-01-00T00:00:00Z',
    '2013-01-21T24:00:00Z',
    '2013-01-21T23:60:00Z',
    '2013-01-21T23:08:60Z',
    '2013-01-21T23:08:00',
    '2013-01-21T23:08Z',
    '2013-01-21 23:08:00Z',
    '2013-01-21t23:08:00z',
    '2013-01-21T23:08:00.Z',
    '2013-01-21T23:08:00.0123456789Z',
    '2013-01-21T23:08:00,5Z',
    '2013-01-21T23:08:00+0100',
    '2013-01-21T23:08:00+19:00',
    '2013-01-21T23:08:00+01:60',
    '2013-01-21Z',
    '20130121',
    '13-01-21',
    '0999-12-31T23:59:59Z',
    '0000-01-01',
    '10000-01-01T00:00:00Z',
    '+002013-01-21T00:00:00Z',
    '1000-01-01T00:00:00+00:01',
    '9999-12-31T23:59:59-00:01',
    '٢٠١٣-٠١-٢١',
    '',
  ])('"%s" is none', (text) => {
    expect(parseInstant(text)).toBeUndefined()
  })

  test('29 February of a leap year is one', () => {
    expect(out('2012-02-29')).toBe('2012-02-29T00:00:00Z')
  })
})

test('no date goes out as null', () => {
  expect(toSecondsOrNull(null)).toBeNull()
  expect(toSecondsOrNull('2013-01-21T23:08:00.5Z' as Instant)).toBe('2013-01-21T23:08:00Z')
})
