/** The document on security names tests that are there, where it says. */
import { globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'

const root = new URL('..', import.meta.url)
const read = (path: string) => readFile(new URL(path, root), 'utf8')
const files = globSync('{server,bench}/**/*.ts', { cwd: root })
const lines = (await read('docs/security.md')).split('\n')

/** The files that a path of the document may mean: it may leave out how the path begins. */
const filesOf = (path: string) => files.filter((file) => `/${file}`.endsWith(`/${path}`))

const titlesOf = async (path: string) =>
  Array.from((await read(path)).matchAll(/(?:\b(?:test|describe)|\))\(\s*(['"`])(.+?)\1,/g), ([, , title]) => title!)

test('every file that is named is one', () => {
  const named = lines.flatMap((line) => Array.from(line.matchAll(/`([\w/.-]+\.ts)`/g), ([, path]) => path!))
  expect(named.length).toBeGreaterThan(50)
  for (const path of named) expect(filesOf(path), path).toHaveLength(1)
})

test('every test that is named is in the file that is named before it', async () => {
  let tests = 0
  for (const line of lines) {
    let file: string | undefined
    // bold is no name of a test
    for (const [, path, name] of line.replaceAll(/\*\*.*?\*\*/g, '').matchAll(/`([\w/.-]+\.test\.ts)`|\*([^*]+)\*/g)) {
      if (path) [file] = filesOf(path)
      if (!name) continue
      tests++
      expect(file, `the file of ${name}`).toBeDefined()
      const titles = await titlesOf(file!)
      expect(
        titles.some((title) => title.includes(name)),
        `${name}, in ${file}`,
      ).toBe(true)
    }
  }
  expect(tests).toBeGreaterThan(50)
})
