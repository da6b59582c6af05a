/** The list of features names what is there. */
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const read = (path: string) => readFile(new URL(`../${path}`, import.meta.url), 'utf8')
const rows = (await read('docs/explorer.md')).split('\n').filter((line) => /^\| [^-]/.test(line))
const features = rows.filter((row) => row.split(' | ').length === 3 && !row.endsWith(' | kept by |'))

test('every file that is named exists', async () => {
  const named = rows.flatMap((row) => [...row.matchAll(/`((?:web|server|client)\/[^`*]+)`/g)].map(([, path]) => path!))
  for (const path of new Set(named)) expect(await read(path), path).not.toBe('')
})

test('every feature has a test, which exists', async () => {
  expect(features.length).toBeGreaterThan(50)
  for (const row of features) {
    const tests = [...row.matchAll(/`([^`]+\.test\.ts)` \*([^*]+)\*/g)]
    expect(tests, row).not.toEqual([])
    for (const [, file, name] of tests) {
      const source = await read(file!)
      expect(
        [`'${name}'`, `"${name}"`, `\`${name}\``].some((title) => source.includes(title)),
        name,
      ).toBe(true)
    }
  }
})
