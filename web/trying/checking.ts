/** What is wrong with a body, by the schema of its operation and by the rule of the bank. */
import { type OutputUnit, type SchemaDraft, Validator } from '@cfworker/json-schema'
import type { JsonSchema } from '../../server/documentation/json-schema.ts'

/** What is counted or measured, with the keywords that say from where and up to where. */
const bounded = {
  length: ['minLength', 'maxLength'],
  items: ['minItems', 'maxItems'],
  range: ['minimum', 'maximum'],
} as const
type Bounded = keyof typeof bounded

export const problemKinds = [
  'missing',
  'notAllowed',
  'type',
  'date',
  'dateTime',
  'email',
  'format',
  ...(Object.keys(bounded) as Bounded[]),
  'choice',
  'pattern',
  'other',
] as const

export const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const
type Type = (typeof types)[number]

export interface Problem {
  /** `face_image.url`; '' for the body itself */
  path: string
  kind: (typeof problemKinds)[number]
  /** what it must be, where its type is wrong */
  types?: readonly Type[]
  /** the least and the most that is allowed of it, where it is too much or too little */
  least?: number | undefined
  most?: number | undefined
  /** true where it is a rule of the bank that is broken */
  isOfRule?: true
}

/** Keywords of what is around a wrong value, which only repeat what is said of that. */
const ofTheOutside = [
  '$ref',
  'properties',
  'additionalProperties',
  'patternProperties',
  'unevaluatedProperties',
  'items',
  'prefixItems',
  'allOf',
  'if',
]

/** What is wrong with a body before it is sent; undefined is none that could be looked at. */
export const problemsOf = (schema: object, body: unknown): Problem[] =>
  body === undefined ? [] : problemsIn(schema, errorsOf(schema, body, '2020-12'))

const errorsOf = (schema: object, body: unknown, draft: SchemaDraft | undefined): OutputUnit[] =>
  new Validator(schema, draft, false).validate(body).errors

function problemsIn(schema: object, errors: readonly OutputUnit[]): Problem[] {
  const problems = errors
    .filter(({ keyword }) => !ofTheOutside.includes(keyword))
    .map((error) => ({
      path: [
        ...namesIn(error.instanceLocation),
        ...(error.keyword === 'required' ? [/"([^"]+)"/.exec(error.error)?.[1] ?? ''] : []),
      ].join('.'),
      ...whatIsWrong(schema, error),
    }))
  return [...Map.groupBy(problems, ({ path }) => path).values()].map(([first]) => first!)
}

/** What breaks the JSON schema rule of the bank, null where it has none; nothing where it cannot be read here, for the server decides. */
export function ruleProblems(rule: unknown, body: unknown): Problem[] {
  if (!isObject(rule) || body === undefined) return []
  // an id is an address to the validator, and the server does not look at it
  const { $schema, $id: _, id: __, ...whole } = rule
  const schema = withoutPatterns(whole) as object
  const text = JSON.stringify(whole)
  if (turning.test(text) && JSON.stringify(schema) !== text) return []
  const draft = drafts.find(([pattern]) => pattern.test(String($schema)))?.[1]
  let errors: OutputUnit[]
  try {
    errors = errorsOf(schema, body, draft)
  } catch {
    // it refers to what is not there, or to itself
    return []
  }
  return problemsIn(schema, errors).map((problem) => ({ ...problem, isOfRule: true }))
}

/** Keywords that may refuse more where a schema asks for less. */
const turning = /"(not|oneOf|if|maxContains|unevaluatedProperties|unevaluatedItems)":/
/** Keywords under which names are not keywords. */
const byName = ['properties', 'definitions', '$defs', 'dependentSchemas', 'dependencies']
/** Keywords whose values are not schemas. */
const ofValues = ['const', 'enum', 'default', 'examples']

/** A schema without its patterns: a browser may try one for hours, which the server's engine (RE2) does not. */
function withoutPatterns(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(withoutPatterns)
  if (!isObject(schema)) return schema
  // additional are those that no pattern takes
  const left = ['pattern', ...('patternProperties' in schema ? ['patternProperties', 'additionalProperties'] : [])]
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([keyword]) => !left.includes(keyword))
      .map(([keyword, value]) => {
        if (ofValues.includes(keyword)) return [keyword, value]
        if (!byName.includes(keyword) || !isObject(value)) return [keyword, withoutPatterns(value)]
        return [keyword, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withoutPatterns(each)]))]
      }),
  )
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const drafts: readonly [RegExp, SchemaDraft][] = [
  [/draft-04\b/, '4'],
  [/draft-0[67]\b/, '7'],
  [/2019-09\b/, '2019-09'],
]

/** The names in a pointer such as `#/properties/kyc_status/type`. */
const namesIn = (pointer: string): string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))

/** What stands in a schema, through what it refers to; undefined where that is elsewhere. */
const schemaAt = (schema: object, names: readonly string[]): JsonSchema | undefined =>
  names.reduce<unknown>((here, name) => {
    const next = (here as Record<string, unknown> | undefined)?.[name]
    if (name !== '$ref' || typeof next !== 'string') return next
    return next.startsWith('#') ? schemaAt(schema, namesIn(next)) : undefined
  }, schema) as JsonSchema | undefined

function whatIsWrong(schema: object, { keyword, keywordLocation }: OutputUnit): Omit<Problem, 'path'> {
  const around = schemaAt(schema, namesIn(keywordLocation).slice(0, -1))
  if (keyword === 'type') {
    const expected = types.filter((type) => [around?.type].flat().includes(type))
    // a number that stands for a text is not worth a word
    const named = expected.includes('string') ? expected.filter((type) => type !== 'number') : expected
    return named.length > 0 ? { kind: 'type', types: named } : { kind: 'other' }
  }
  for (const kind of Object.keys(bounded) as Bounded[]) {
    const [least, most] = bounded[kind]
    if (around && [least, most].some((name) => name === keyword))
      return { kind, least: around[least], most: around[most] }
  }
  if (keyword === 'format' || keyword === 'anyOf' || keyword === 'pattern') {
    const formats = (around && (keyword === 'format' ? [around] : around.anyOf))?.map(({ format }) => format) ?? []
    if (formats.includes('date-time')) return { kind: 'dateTime' }
    if (formats.includes('date')) return { kind: 'date' }
    if (formats.includes('email')) return { kind: 'email' }
  }
  return { kind: kinds[keyword] ?? 'other' }
}

const kinds: Record<string, Problem['kind']> = {
  required: 'missing',
  // a schema that lets nothing through
  false: 'notAllowed',
  format: 'format',
  const: 'choice',
  enum: 'choice',
  pattern: 'pattern',
}
