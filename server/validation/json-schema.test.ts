import { describe, expect, test } from 'vitest'
import { assertSchema, reasonsAgainst, SchemaError } from './json-schema.ts'

const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'T',
  description: 'D',
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string', maxLength: 3 }, list: { type: 'array', items: { type: 'integer' } } },
}
const drafts = [
  'http://json-schema.org/draft-04/schema#',
  'http://json-schema.org/draft-06/schema#',
  'http://json-schema.org/draft-07/schema',
  'https://json-schema.org/draft-07/schema#',
  'https://json-schema.org/draft/2019-09/schema',
  'https://json-schema.org/draft/2020-12/schema',
]
const refusal = (value: unknown) => {
  try {
    assertSchema(value)
  } catch (error) {
    expect(error).toBeInstanceOf(SchemaError)
    return (error as SchemaError).reasons.map(({ en }) => en)
  }
  return []
}
const english = (text: string, body: unknown) => reasonsAgainst(text, body).map(({ en }) => en)

describe.each(drafts)('%s', ($schema) => {
  test('is accepted, and says what is wrong with a body', () => {
    expect(refusal({ ...schema, $schema })).toEqual([])
    const text = JSON.stringify({ ...schema, $schema })
    expect(english(text, { name: 'Ann' })).toEqual([])
    expect(english(text, {})).toEqual(['$.name: is missing but it is required'])
    expect(english(text, { name: 1, list: [1, 'x'] }).sort()).toEqual([
      '$.list[1]: string found, integer expected',
      '$.name: integer found, string expected',
    ])
  })
})

test('what a draft has of its own is understood in it', () => {
  const exclusive = (exclusiveMinimum: unknown, $schema: string) =>
    JSON.stringify({
      ...schema,
      $schema,
      required: ['n'],
      properties: { n: { type: 'number', minimum: 1, exclusiveMinimum } },
    })
  expect(english(exclusive(true, drafts[0]!), { n: 1 })).toHaveLength(1)
  expect(english(exclusive(1, drafts[5]!), { n: 1 })).toHaveLength(1)
  expect(refusal(JSON.parse(exclusive(true, drafts[5]!)))).not.toEqual([])
})

describe('a schema is refused', () => {
  test.each(['$schema', 'title', 'description', 'type', 'required', 'properties'] as const)('without %s', (name) => {
    const { [name]: _, ...rest } = schema
    expect(refusal(rest)).toEqual([`$.${name}: is missing but it is required`])
  })

  test.each([
    [{ ...schema, $schema: 'http://example.com/schema' }, '$.$schema: must name draft 4'],
    [{ ...schema, $schema: 7 }, '$.$schema: must name draft 4'],
    [{ ...schema, properties: { name: {} } }, '$.properties.name.type: is missing'],
    [{ ...schema, properties: { name: null } }, '$.properties.name.type: is missing'],
    [{ ...schema, properties: [] }, '$.properties: must be an object'],
    [{ ...schema, type: 'thing' }, '$.type: '],
    [{ ...schema, properties: { name: { type: 'string', pattern: '(' } } }, '$'],
    [{ ...schema, properties: { name: { type: 'string', $ref: 'https://example.com/other.json' } } }, '$: '],
  ])('%j', (value, reason) => {
    const [first] = refusal(value)
    expect(first?.startsWith(reason)).toBe(true)
  })

  test('that is nested without end', () => {
    let deep: unknown = { type: 'string' }
    for (let level = 0; level < 20_000; level++) deep = { type: 'object', not: deep }
    expect(refusal({ ...schema, properties: { deep } })).not.toEqual([])
  })
})

describe('reasons', () => {
  const text = JSON.stringify(schema)

  test('never hold a value, and are in Spanish too', () => {
    const [reason] = reasonsAgainst(text, { name: 'secret' })
    expect(reason).toEqual({
      en: '$.name: must have at most 3 characters (maxLength)',
      es: '$.name: debe tener como máximo 3 caracteres (maxLength)',
    })
    expect(reasonsAgainst(text, {})[0]!.es).toBe('$.name: falta y es obligatorio')
  })

  test.each([
    [{ type: 'string', minLength: 5 }, 'x', 'must have at least 5 characters', 'debe tener como mínimo 5 caracteres'],
    [{ type: 'string', maxLength: 1 }, 'xy', 'must have at most 1 character', 'debe tener como máximo 1 carácter'],
    [{ type: 'array', minItems: 1 }, [], 'must have at least 1 item', 'debe tener como mínimo 1 elemento'],
    [{ type: 'array', maxItems: 2 }, [1, 2, 3], 'must have at most 2 items', 'debe tener como máximo 2 elementos'],
    [{ type: 'object', minProperties: 2 }, {}, 'must have at least 2 fields', 'debe tener como mínimo 2 campos'],
    [
      { type: 'object', maxProperties: 1 },
      { a: 1, b: 2 },
      'must have at most 1 field',
      'debe tener como máximo 1 campo',
    ],
    [{ type: 'integer', minimum: 5 }, 4, 'must be at least 5', 'debe ser como mínimo 5'],
    [{ type: 'integer', maximum: 5 }, 6, 'must be at most 5', 'debe ser como máximo 5'],
    [{ type: 'integer', exclusiveMinimum: 5 }, 5, 'must be more than 5', 'debe ser mayor que 5'],
    [{ type: 'integer', exclusiveMaximum: 5 }, 5, 'must be less than 5', 'debe ser menor que 5'],
  ])('say what %j counts, and how many', (rule, value, en, es) => {
    const { type: _, ...keywords } = rule
    const [keyword] = Object.keys(keywords)
    const only = JSON.stringify({ ...schema, required: [], properties: { it: rule } })
    expect(reasonsAgainst(only, { it: value })).toEqual([
      { en: `$.it: ${en} (${keyword})`, es: `$.it: ${es} (${keyword})` },
    ])
  })

  test('are twenty at most', () => {
    expect(reasonsAgainst(text, { name: 'Ann', list: Array(1000).fill('x') })).toHaveLength(20)
  })

  test.each([null, 1, 'x', [], true])('%j is no object', (body) =>
    expect(english(text, body)[0]).toMatch(/^\$: \w+ found, object expected$/),
  )

  test('a __proto__ in a body is a field like any other', () => {
    const closed = JSON.stringify({ ...schema, additionalProperties: false })
    expect(english(closed, JSON.parse('{"name":"Ann","__proto__":{"name":"x"}}'))).toEqual([
      '$.__proto__: is not defined in the schema and the schema does not allow additional properties',
    ])
    expect(({} as { name?: string }).name).toBeUndefined()
  })
})

describe('a body or a schema that is meant to do harm', () => {
  const withField = (a: unknown) => JSON.stringify({ ...schema, required: [], properties: { a } })

  test('a schema that would be checked later is refused', () => {
    expect(refusal({ ...schema, $async: true })).toEqual(['$.$async: is not supported'])
    expect(refusal({ ...schema, properties: { name: { type: 'object', $async: true } } })).not.toEqual([])
  })

  test('a body nested without end is told so by a schema that refers to itself', () => {
    let deep: unknown = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    const text = withField({ type: ['array', 'integer'], items: { $ref: '#/properties/a' } })
    expect(english(text, { a: deep })).toEqual(['$: is nested too deeply, or its schema leads back to itself'])
    expect(english(text, { a: [[1]] })).toEqual([])
  })

  test('of a large body one reason is given, before the rest of it is looked at', () => {
    const text = withField({ type: 'array', items: { allOf: Array(30).fill({ type: 'string' }) } })
    let looks = 0
    const a = new Proxy(Array(500_000).fill(1), {
      get(list, place, itself) {
        looks++
        return Reflect.get(list, place, itself)
      },
    })
    expect(english(text, { a })).toEqual(['$.a[0]: integer found, string expected'])
    // each was counted, and next to none looked at again
    expect(looks).toBeLessThan(1.5 * a.length)
  })

  test('the name of a field is shortened', () => {
    const text = JSON.stringify({ ...schema, required: [], additionalProperties: false })
    expect(english(text, { ['x'.repeat(500_000)]: 1 })[0]!.length).toBeLessThan(250)
  })

  test('what every object of JavaScript has is missing until it is sent', () => {
    const text = JSON.stringify({ ...schema, required: ['toString'] })
    expect(english(text, {})).toEqual(['$.toString: is missing but it is required'])
    expect(english(text, { toString: 'x' })).toEqual([])
  })
})

describe('a pattern', () => {
  const withPattern = (pattern: string) => ({ ...schema, properties: { name: { type: 'string', pattern } } })

  test.each([
    ['^\\d{3}-[A-Z]+$', '123-AB', '12-AB'],
    ['^\\p{L}+$', 'Zoë', 'Zoë1'],
    ['^\\u0041', 'Anna', 'Hanna'],
    ['(?<year>\\d{4})', 'in 2026', 'in 26'],
  ])('%s takes %j and not %j', (pattern, right, wrong) => {
    expect(refusal(withPattern(pattern))).toEqual([])
    const text = JSON.stringify(withPattern(pattern))
    expect(english(text, { name: right })).toEqual([])
    expect(english(text, { name: wrong })).toHaveLength(1)
  })

  test.each(['^(?=a)', '(a)\\1', '('])('%s is refused with its schema', (pattern) => {
    expect(refusal(withPattern(pattern)).length).toBeGreaterThan(0)
  })
})
