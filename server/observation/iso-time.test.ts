import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoTime } from './iso-time.ts'

test('it is what Date.toISOString writes, in whatever order instants come', () => {
  const earliest = Date.UTC(0, 0, 1)
  const latest = Date.UTC(9999, 11, 31)
  fc.assert(
    fc.property(fc.integer({ min: earliest, max: latest }), fc.integer({ min: -2000, max: 2000 }), (at, later) => {
      for (const each of [at, at + later, at]) expect(isoTime(each)).toBe(new Date(each).toISOString())
    }),
  )
})
