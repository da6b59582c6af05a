import { readdir, readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { problemKinds, types } from '../trying/checking.ts'
import { labels } from './labels.ts'

const here = new URL('../', import.meta.url)

/** What components say, in `say('label')` and in lists of labels. */
async function sources(): Promise<string> {
  const names = (await readdir(here, { recursive: true })).filter(
    (name) => /\.(svelte|ts)$/.test(name) && !name.startsWith('built') && !name.startsWith('languages/'),
  )
  return (await Promise.all(names.map((name) => readFile(new URL(name, here), 'utf8')))).join('\n')
}

test('every label that is said exists, and every label that exists is said', async () => {
  const text = await sources()
  const said = new Set([...text.matchAll(/\bsay\(\s*'(\w+)'/g)].map(([, label]) => label!))
  expect([...said].filter((label) => !(label in labels))).toEqual([])
  // of `why_away` the code has 'away'
  const isUsed = (label: string) =>
    text.includes(`'${label}'`) || text.includes(`'${label.replace(/^(why|expected)_/, '')}'`)
  const others = Object.keys(labels).filter((label) => !/^(problem|type)_/.test(label))
  expect(others.filter((label) => !isUsed(label))).toEqual([])
})

test.each([
  ['problem', problemKinds],
  // null is called so in every language
  ['type', types.filter((type) => type !== 'null')],
])('of each %s there is a label, and no other', (what, names) => {
  const own = Object.keys(labels).filter((label) => label.startsWith(`${what}_`))
  expect(own.sort()).toEqual(names.map((name) => `${what}_${name}`).sort())
})

// the same word in both languages
const same = ['no']

test.each(Object.entries(labels))('%s is said in both languages', (label, { en, es }) => {
  expect([en.trim(), es.trim()]).not.toContain('')
  if (!same.includes(label)) expect(es).not.toBe(en)
  const values = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([value]) => value).sort()
  expect(values(es)).toEqual(values(en))
})
