import type { TSchema } from 'typebox'
import { describe, expect, test } from 'vitest'
import { catalogue } from '../operations/catalogue.ts'
import { locales } from '../protocol/languages.ts'
import { placeholder } from '../protocol/versions.ts'
import { descriptionOf } from './description.ts'
import { anchorOf, anchorOfField, glossaryEntries, meaningOf } from './glossary.ts'

const anchors = new Set(glossaryEntries().map(({ title }) => anchorOf(title)))
const linked = (markdown: string): string[] => [...markdown.matchAll(/\]\(\/glossary#([^)]*)\)/g)].map(([, to]) => to!)

/** The names of the fields of a schema, at every depth. */
function fieldsOf(schema: TSchema | undefined): string[] {
  const {
    properties = {},
    items,
    anyOf = [],
  } = (schema ?? {}) as {
    properties?: Record<string, TSchema>
    items?: TSchema
    anyOf?: TSchema[]
  }
  const below = [...Object.values(properties), ...(items ? [items] : []), ...anyOf]
  return [...Object.keys(properties), ...below.flatMap(fieldsOf)]
}

/** The names of the fields of an example, at every depth. */
function fieldsShown(example: unknown): string[] {
  if (Array.isArray(example)) return example.flatMap(fieldsShown)
  if (typeof example !== 'object' || example === null) return []
  return Object.entries(example).flatMap(([name, value]) => [name, ...fieldsShown(value)])
}

describe.each(catalogue.map((operation) => ({ id: operation.id, operation })))('$id', ({ operation }) => {
  const { path, request, response, example } = operation

  test('every field and placeholder has a meaning', () => {
    const names = [
      ...fieldsOf(request),
      ...fieldsOf(response),
      ...fieldsShown(example.request),
      ...fieldsShown(example.response),
      ...(path.match(placeholder) ?? []),
    ]
    expect([...new Set(names)].filter((name) => !meaningOf(name))).toEqual([])
  })

  test.each(locales)('every link of its documentation to the glossary arrives, in %s', (locale) => {
    expect(linked(descriptionOf(operation, locale)).filter((anchor) => !anchors.has(anchor))).toEqual([])
  })
})

describe('the glossary', () => {
  test('says more of a field than its name', () => {
    const small = new Set('the a an of it its itself to in on for and or that this is are'.split(' '))
    const stems = (text: string) =>
      text
        .replaceAll(/(?<=[a-z])[A-Z]/g, (capital) => ` ${capital}`)
        .toLowerCase()
        .split(/[^a-z]+/)
        .filter((word) => word !== '' && !small.has(word))
        .map((word) => word.replace(/(ies|es|s)$/, ''))
    const repeats = glossaryEntries().filter(({ title, en }) => stems(en).every((stem) => stems(title).includes(stem)))
    expect(repeats.map(({ title, en }) => `${title}: ${en}`)).toEqual([])
  })

  test('has each title once, and no two entries share an anchor', () => {
    expect(anchors.size).toBe(glossaryEntries().length)
    for (const anchor of anchors) expect(anchor).not.toMatch(/\s/)
  })

  test('stands in the order of the alphabet', () => {
    const titles = glossaryEntries().map(({ title }) => title)
    expect(titles).toEqual([...titles].sort((a, b) => a.localeCompare(b, 'en') || (a < b ? -1 : 1)))
  })

  test.each(glossaryEntries().map((entry) => [entry.title, entry] as const))('%s', (_title, { en, es }) => {
    for (const text of [en, es]) {
      expect(text.trim()).not.toBe('')
      expect(linked(text).filter((anchor) => !anchors.has(anchor))).toEqual([])
    }
    expect(es).not.toBe(en)
    // an article leads to the same entries in either language
    expect(new Set(linked(es))).toEqual(new Set(linked(en)))
  })

  test('explains a field in one plain sentence', () => {
    for (const { title } of glossaryEntries()) {
      const meaning = meaningOf(title)
      if (!meaning) continue
      for (const text of [meaning.en, meaning.es]) expect(text).toMatch(/^[^`*[\]\n]+\.$/)
    }
  })

  test('knows the names of messages by those of the API', () => {
    expect(meaningOf('legalName')).toEqual(meaningOf('legal_name'))
    expect(anchorOfField('legalName')).toBe('legal_name')
    expect(anchorOfField('nameSuffix')).toBe('nameSuffix')
    expect(meaningOf('noSuchField')).toBeUndefined()
  })

  test("links placeholders to the articles that OBP's documentation links to", () => {
    expect(anchorOfField('BANK_ID')).toBe('Bank.bank_id')
    expect(anchorOfField('CUSTOMER_ID')).toBe('Customer.customer_id')
    expect(anchorOfField('USER_ID')).toBe('USER_ID')
    expect(anchorOf('KYC Check')).toBe('KYC-Check')
  })
})
