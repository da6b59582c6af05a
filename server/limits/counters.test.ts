import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Counters, openCounters } from './counters.ts'

const month = 30 * 24 * 60 * 60
const start = Date.UTC(2026, 10, 26)
let counters: Counters
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  // memory asks nothing of the storage
  counters = openCounters({ store: 'memory', redisUrl: undefined }, { pool: undefined as never }, () => {})
})
afterEach(async () => {
  await counters.close()
  vi.useRealTimers()
})

test('in memory, too, a month begins with the first call of its key, and the next with the first one after it', async () => {
  expect(await counters.look('a', month)).toBeNull()
  vi.setSystemTime(start + 10_000)
  expect(await counters.add('a', month)).toEqual({ times: 1, resetIn: month })
  vi.setSystemTime(start + 11_000)
  expect(await counters.add('b', month)).toEqual({ times: 1, resetIn: month })
  expect(await counters.add('a', month)).toEqual({ times: 2, resetIn: month - 1 })
  expect(await counters.add('a', month, -1)).toEqual({ times: 1, resetIn: month - 1 })
  expect(await counters.look('a', month)).toEqual({ times: 1, resetIn: month - 1 })
  vi.setSystemTime(start + 10_000 + month * 1000)
  expect(await counters.look('a', month)).toBeNull()
  expect(await counters.add('a', month, -1)).toEqual({ times: 0, resetIn: 1 })
  expect(await counters.add('b', month)).toEqual({ times: 2, resetIn: 1 })
  vi.setSystemTime(start + 50_000 + month * 1000)
  expect(await counters.add('a', month)).toEqual({ times: 1, resetIn: month })
})
