import { expect, test } from 'vitest'
import { documentation } from '../documentation/documentation.ts'
import { catalogue } from '../operations/catalogue.ts'
import { servedUnder } from '../protocol/versions.ts'
import { readSettings } from '../settings.ts'
import { filterOf, isNarrow, queryOf, within } from './filter.ts'

const index = documentation(catalogue, readSettings({})).index('v4.0.0', 'en_GB')
const served = servedUnder('v4.0.0', catalogue)
const ids = (query: Record<string, string>) =>
  within(index, 'v4.0.0', filterOf(query))
    .map(({ operation_id }) => operation_id)
    .sort()
const idsWhere = (isChosen: (operation: (typeof served)[number]) => boolean) =>
  served
    .filter(isChosen)
    .map(({ id }) => id)
    .sort()

test('tags keep what has one of them, first or not', () => {
  const chosen = ids({ tags: 'Customer, Bank' })
  expect(chosen).toEqual(idsWhere(({ tags }) => tags.includes('Customer') || tags.includes('Bank')))
  expect(chosen.length).toBeGreaterThan(1)
})

test('functions keep what is called so, or has the id', () => {
  expect(ids({ functions: 'OBPv4.0.0-getBanks' })).toEqual(['OBPv4.0.0-getBanks'])
  expect(ids({ functions: 'getBanks,root' })).toEqual(idsWhere(({ name }) => name === 'getBanks' || name === 'root'))
})

test('native keeps what the version brought, or what it did not', () => {
  const own = ids({ native: 'true' })
  expect(own).toEqual(idsWhere(({ version }) => version === 'v4.0.0'))
  const inherited = ids({ native: 'false' })
  expect(inherited).toEqual(idsWhere(({ version }) => version !== 'v4.0.0'))
  expect([own.length > 0, inherited.length > 0]).toEqual([true, true])
})

test('an address says the filter that it was read from, and nothing of what narrows nothing', () => {
  const filter = filterOf({ tags: ' A ,,B,A', functions: '', native: 'maybe' })
  expect(queryOf(filter)).toEqual({ tags: 'A,B', functions: undefined, native: undefined })
  expect([isNarrow(filter), isNarrow(filterOf({}))]).toEqual([true, false])
  expect(queryOf(filterOf({ native: 'false' })).native).toBe('false')
})
