/** No text is missing in a language: those that the running server knows, and those that stand in its sources. */
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { TSchema } from 'typebox'
import { describe, expect, test } from 'vitest'
import { labels } from '../../web/languages/labels.ts'
import { contract } from '../connector/contract.ts'
import { catalogue } from '../operations/catalogue.ts'
import { documentedHeaders, documentedQuery } from '../protocol/documented-query.ts'
import * as errors from '../protocol/errors.ts'
import { ruleOf } from '../protocol/fields.ts'
import type { Localised } from '../protocol/languages.ts'
import { errorCatalogue } from './error-advice.ts'
import { glossaryEntries } from './glossary.ts'
import { tagMeanings } from './tag-meanings.ts'

interface Place extends Localised {
  where: string
}

const isLocalised = (value: unknown): value is Localised =>
  typeof value === 'object' && value !== null && 'en' in value && 'es' in value

const placed = (where: string, { en, es }: Localised): Place => ({ where, en, es })

/** What a field of a request must be, at every depth. */
function demands(schema: TSchema | undefined, where: string): Place[] {
  if (!schema) return []
  const rule = ruleOf(schema)
  const { properties = {}, items } = schema as { properties?: Record<string, TSchema>; items?: TSchema }
  return [
    ...(rule ? [placed(where, rule.mustBe)] : []),
    ...Object.entries(properties).flatMap(([name, each]) => demands(each, `${where}.${name}`)),
    ...demands(items, `${where}[]`),
  ]
}

const inTheServer: Place[] = [
  ...catalogue.flatMap((operation) => [
    placed(`${operation.id} summary`, operation.summary),
    placed(`${operation.id} description`, operation.description),
    ...demands(operation.request, operation.id),
    ...Object.entries(documentedQuery(operation)).map(([name, { meaning }]) =>
      placed(`${operation.id} query ${name}`, meaning),
    ),
    ...Object.entries(documentedHeaders(operation)).map(([name, { meaning }]) =>
      placed(`${operation.id} header ${name}`, meaning),
    ),
  ]),
  ...Object.entries<unknown>(errors).flatMap(([name, value]) => (isLocalised(value) ? [placed(name, value)] : [])),
  ...[...errorCatalogue].flatMap(([{ code, en }, { cause, fix }]) => [
    placed(`cause of ${code ?? en}`, cause),
    placed(`fix of ${code ?? en}`, fix),
  ]),
  ...Object.entries(tagMeanings).map(([tag, meaning]) => placed(`tag ${tag}`, meaning)),
  ...glossaryEntries().map((entry) => placed(`glossary: ${entry.title}`, entry)),
  ...Object.entries(contract).map(([method, { description }]) => placed(`connector method ${method}`, description)),
  ...Object.entries(labels).map(([name, label]) => placed(`label ${name}`, label)),
]

const literal = '(`(?:\\\\.|[^`\\\\])*`|\'(?:\\\\.|[^\'\\\\])*\'|"(?:\\\\.|[^"\\\\])*")'
const pair = new RegExp(`\\ben:\\s*${literal},\\s*es:\\s*${literal}`, 'g')

/** The pairs of texts that stand in a source as `{ en: …, es: … }`. */
async function inSources(): Promise<Place[]> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const files = await Promise.all(
    ['server', 'web'].map((folder) => readdir(`${root}/${folder}`, { recursive: true, withFileTypes: true })),
  )
  const sources = files
    .flat()
    .filter((file) => file.isFile() && /(?<!\.test|\.d)\.(ts|svelte)$/.test(file.name))
    .map(({ parentPath, name }) => `${parentPath}/${name}`)
  const places = await Promise.all(
    sources.map(async (path) =>
      [...(await readFile(path, 'utf8')).matchAll(pair)].map(([, en, es]) => ({
        where: path.slice(root.length),
        en: en!.slice(1, -1),
        es: es!.slice(1, -1),
      })),
    ),
  )
  return places.flat()
}

const texts = [...inTheServer, ...(await inSources())]

/** Texts that are the same in both languages: the same words. */
const sameInBoth: readonly string[] = ['No']

/** What is code, or a name, in a text: it has no language. */
const withoutCode = (text: string): string =>
  text
    .replaceAll(/\\`[^`]*\\`|`[^`]*`/g, ' ')
    .replaceAll(/\$\{[^}]*\}/g, ' ')
    .replaceAll(/\]\([^)]*\)/g, ' ')
    .replaceAll(/https?:\S+/g, ' ')

/** A text of code and values alone has no language. */
const hasWords = (text: string): boolean => /\p{L}{2}/u.test(withoutCode(text))

const english =
  /(?<![\p{L}\d_/.-])(the|of|and|with|which|from|this|that|are|your|has|have|must|without)(?![\p{L}\d_/-])/iu

describe('every text', () => {
  test('is looked at', () => {
    // an operation has two, and there are more in the sources than in what is walked
    expect(inTheServer.length).toBeGreaterThan(2 * catalogue.length)
    const inFiles = new Set(texts.map(({ where }) => where))
    for (const path of ['server/pages/sign-up.ts', 'server/operations/customer/add-customer.ts'])
      expect(inFiles).toContain(path)
  })

  test('is there in each language', () => {
    expect(inTheServer.filter(({ en, es }) => !hasWords(en) || !hasWords(es))).toEqual([])
    // where nothing is to be said, it is not said in either
    expect(texts.filter(({ en, es }) => (en.trim() === '') !== (es.trim() === ''))).toEqual([])
  })

  test('is another in Spanish, but for a few', () => {
    expect(texts.filter(({ en, es }) => en === es && hasWords(en) && !sameInBoth.includes(en))).toEqual([])
  })

  test('has no English in its Spanish', () => {
    const mixed = texts.flatMap(({ where, es }) => {
      const found = english.exec(withoutCode(es))
      return found ? [`${where}: ${found[0]} in ${es.slice(0, 120)}`] : []
    })
    expect(mixed).toEqual([])
  })
})

test('a text with English in it would be seen', () => {
  for (const text of ['Indique the banco.', 'El nombre of un banco', '(with) algo'])
    expect(english.test(withoutCode(text))).toBe(true)
  for (const text of ['`the name`', 'que el otro', '[banco](/glossary#Bank-of-the)', 'the_name'])
    expect(english.test(withoutCode(text))).toBe(false)
})
