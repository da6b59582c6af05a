import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAtLeast, placeholder, prefixes, servedUnder, type Version } from './versions.ts'

const op = (version: Version, path: string, more: { until?: (typeof prefixes)[number]; verb?: string } = {}) => ({
  version,
  path,
  verb: 'GET',
  ...more,
})

describe('an operation is served', () => {
  test('from its own version on', () => {
    const get = op('v3.0.0', '/banks')
    const serving = prefixes.filter((prefix) => servedUnder(prefix, [get]).length === 1)
    expect(serving).toEqual(['v3.0.0', 'v3.1.0', 'v4.0.0', 'v5.0.0', 'v5.1.0', 'v6.0.0'])
  })

  test('under every prefix, where it is older than all of them', () => {
    const get = op('v1.2.1', '/banks')
    for (const prefix of prefixes) expect(servedUnder(prefix, [get])).toEqual([get])
  })

  test('until its last version', () => {
    const get = op('v1.4.0', '/banks/BANK_ID/customer', { until: 'v2.0.0' })
    const serving = prefixes.filter((prefix) => servedUnder(prefix, [get]).length === 1)
    expect(serving).toEqual(['v1.4.0', 'v2.0.0'])
  })

  test('until a newer one takes its verb and path, whatever the list says first and the parts are called', () => {
    const older = op('v1.4.0', '/banks/BANK_ID/customers/CUSTOMER_ID')
    const newer = op('v3.1.0', '/banks/BANK_ID/customers/ID')
    const other = op('v4.0.0', '/banks/BANK_ID/customers/ID', { verb: 'PUT' })
    for (const list of [
      [older, newer, other],
      [other, newer, older],
    ]) {
      expect(servedUnder('v3.0.0', list)).toEqual([older])
      expect(servedUnder('v3.1.0', list)).toEqual([newer])
      expect(servedUnder('v6.0.0', list)).toHaveLength(2)
      expect(servedUnder('v6.0.0', list)).toEqual(expect.arrayContaining([newer, other]))
    }
  })

  test('no longer, where a newer one that took its place has ended too', () => {
    const older = op('v1.4.0', '/banks/BANK_ID/customer')
    const newer = op('v2.0.0', '/banks/BANK_ID/customer', { until: 'v2.1.0' })
    expect(servedUnder('v2.1.0', [older, newer])).toEqual([newer])
    expect(servedUnder('v2.2.0', [older, newer])).toEqual([])
  })

  test('at most once for a verb and a path under any prefix', () => {
    const operation = fc.record({
      version: fc.constantFrom<Version[]>('v1.2.1', ...prefixes),
      path: fc.constantFrom('/root', '/banks', '/banks/BANK_ID', '/banks/ID', '/banks/BANK_ID/customer'),
      verb: fc.constantFrom('GET', 'POST'),
      until: fc.option(fc.constantFrom(...prefixes), { nil: undefined }),
    })
    fc.assert(
      fc.property(fc.array(operation), fc.constantFrom(...prefixes), (list, prefix) => {
        const served = servedUnder(prefix, list)
        const places = served.map(({ verb, path }) => `${verb} ${path.replaceAll(placeholder, '*')}`)
        expect(new Set(places).size).toBe(places.length)
        for (const { version, until } of served) {
          expect(isAtLeast(prefix, version)).toBe(true)
          if (until) expect(isAtLeast(until, prefix)).toBe(true)
        }
      }),
    )
  })
})

test('versions are in the order of their numbers', () => {
  const numbers = ['v1.2.1', ...prefixes].map((version) => Number(version.slice(1).replaceAll('.', '')))
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
  expect(isAtLeast('v4.0.0', 'v4.0.0')).toBe(true)
  expect(isAtLeast('v3.1.0', 'v4.0.0')).toBe(false)
})

test('only whole parts in capitals stand for values', () => {
  const names = (path: string) => [...path.matchAll(placeholder)].map(([name]) => name)
  expect(names('/banks/BANK_ID/customers/CUSTOMER_ID')).toEqual(['BANK_ID', 'CUSTOMER_ID'])
  expect(names('/resource-docs/API_VERSION/obp')).toEqual(['API_VERSION'])
  expect(names('/users/A')).toEqual(['A'])
  expect(names('/Banks/bank_ID/aBC/DEFg')).toEqual([])
})
