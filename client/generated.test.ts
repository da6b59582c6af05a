import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { catalogue } from '../server/operations/catalogue.ts'
import { prefixes, servedUnder } from '../server/protocol/versions.ts'
import { generated } from './generate.ts'
import type { Operation } from './operation.ts'

const folder = new URL('operations/', import.meta.url)

test('operations/ is what `node client/generate.ts` writes now, and nothing else', async () => {
  const files = generated()
  expect((await readdir(folder)).sort()).toEqual([...files.keys()].sort())
  for (const [name, text] of files) expect(await readFile(new URL(name, folder), 'utf8'), name).toBe(text)
})

test.each(prefixes)('%s: every operation that is served there, once, by its name', async (prefix) => {
  const served = servedUnder(prefix, catalogue)
  const exported = Object.entries<Operation>(await import(new URL(`${prefix}.ts`, folder).href))
  expect(exported).toHaveLength(served.length)
  for (const { name, version, verb, path } of served) {
    const [found] = exported.find(
      ([, operation]) => operation.verb === verb && operation.path === `/obp/${prefix}${path}`,
    )!
    const isAlone = served.every((other) => other.name !== name || other.version <= version)
    expect(found).toBe(isAlone ? name : name + version.toUpperCase().replaceAll('.', ''))
  }
})
