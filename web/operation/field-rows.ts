import type { JsonSchema } from '../../server/documentation/json-schema.ts'
import type { Label } from '../languages/labels.ts'

/** Gives a label in the language of the page. */
type Say = (label: Label, values?: Readonly<Record<string, string>>) => string

/** A field at its place in a body, as a table shows it. */
export interface FieldRow {
  /** `face_image.url`, `crm_events[].id` */
  path: string
  name: string
  depth: number
  type: string
  isRequired: boolean
  limits: string
  example: string
  meaning: string
}

/** The fields of a schema at every depth, in the order in which they are declared. */
export function fieldRows(
  schema: JsonSchema | undefined,
  example: unknown,
  say: Say,
  before = '',
  depth = 0,
): FieldRow[] {
  if (!schema) return []
  if (schema.items && !schema.properties)
    return fieldRows(schema.items, Array.isArray(example) ? example[0] : undefined, say, `${before}[]`, depth)
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = before ? `${before}.${name}` : name
    const shown = (example as Record<string, unknown> | null | undefined)?.[name]
    const row: FieldRow = {
      path,
      name,
      depth,
      type: typeOf(field, say),
      isRequired: schema.required?.includes(name) ?? false,
      limits: limitsOf(field),
      example: textOf(shown),
      meaning: field.description ?? '',
    }
    return [row, ...fieldRows(field, shown, say, path, depth + 1)]
  })
}

/** The type as a developer says it in the language of the page; `null` is the same word in all of them. */
export function typeOf({ type, format, anyOf = [], items }: JsonSchema, say: Say): string {
  const word = (name: string) => (words[name] ? say(words[name]) : name)
  const names = [type ?? 'any']
    .flat()
    .map((name) => (name === 'array' && items ? say('typeArrayOf', { type: typeOf(items, say) }) : word(name)))
  const formats = [format, ...anyOf.map((each) => each.format)].filter((each) => each !== undefined)
  return names.join(' | ') + (formats.length > 0 ? ` (${formats.map(word).join(' | ')})` : '')
}

/** Types and formats of JSON Schema that other languages have a word for. */
const words: Record<string, Label> = {
  string: 'typeString',
  integer: 'typeInteger',
  number: 'typeNumber',
  boolean: 'typeBoolean',
  object: 'typeObject',
  array: 'typeArray',
  any: 'typeAny',
  date: 'typeDate',
  'date-time': 'typeDateTime',
  email: 'typeEmail',
}

/** What a value must keep to, in signs that need no language. */
export function limitsOf({
  minLength,
  maxLength,
  minimum,
  maximum,
  minItems,
  maxItems,
  enum: words,
  pattern,
  anyOf,
}: JsonSchema): string {
  // the whole range of PostgreSQL's integer says nothing
  const isNarrow = (value: number | undefined) => value !== undefined && Math.abs(value) < 2_147_483_647
  const between = (least: number | undefined, most: number | undefined) =>
    [least === undefined ? '' : `≥ ${least}`, most === undefined ? '' : `≤ ${most}`].filter(Boolean).join(', ')
  return [
    // no length is less than 0
    between(minLength || undefined, maxLength),
    between(isNarrow(minimum) ? minimum : undefined, isNarrow(maximum) ? maximum : undefined),
    between(minItems || undefined, maxItems),
    words?.join(', ') ?? '',
    // the names of the formats say it better
    (anyOf ? undefined : pattern) ?? '',
  ]
    .filter(Boolean)
    .join('; ')
}

const textOf = (value: unknown): string => {
  if (value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value))) return ''
  if (Array.isArray(value) && value.some((each) => typeof each === 'object')) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
