/** The JSON schema (2020-12) of a body, as documentation publishes it: what programs may send, and what they get. */
import type { TSchema } from 'typebox'
import { dateForm, filterDateForm } from '../protocol/dates.ts'

export interface JsonSchema {
  type?: string | readonly string[]
  format?: string
  description?: string
  enum?: readonly unknown[]
  properties?: Record<string, JsonSchema>
  required?: readonly string[]
  items?: JsonSchema
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  minimum?: number
  maximum?: number
  pattern?: string
  /** the formats of which a text has one */
  anyOf?: readonly { format?: string; pattern?: string }[]
  default?: unknown
}

/** What the name of a field means, for its `description`. */
export type Describe = (field: string) => string | undefined

const kept = [
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'minimum',
  'maximum',
  'pattern',
  'enum',
  'default',
] as const

/** Formats that we check ourselves, by the standard one that is nearest; where none is near, the text stays a text. */
const published: Record<string, Pick<JsonSchema, 'format' | 'pattern' | 'anyOf'>> = {
  email: { format: 'email' },
  'date-time': { format: 'date-time' },
  // the pattern has the forms, the formats have the calendar
  'obp-date': { pattern: dateForm.source, anyOf: [{ format: 'date' }, { format: 'date-time' }] },
  'obp-filter-date': {
    pattern: filterDateForm.source,
    anyOf: [{ format: 'date' }, { format: 'date-time' }, { pattern: '[+-]\\d{4}$' }],
  },
}

type Declared = JsonSchema & { type?: string | string[]; anyOf?: readonly TSchema[]; const?: unknown }

/** A value that may be null, or is one of several words. */
function unionOf(parts: readonly TSchema[], describe: Describe): JsonSchema {
  const others = parts.filter((part) => (part as Declared).type !== 'null')
  const words = others.map((part) => (part as Declared).const)
  const [only] = others
  const schema = words.every((word) => typeof word === 'string')
    ? { type: 'string', enum: words }
    : jsonSchemaOf(only!, describe)
  return others.length === parts.length ? schema : { ...schema, type: [schema.type ?? [], 'null'].flat() }
}

/** The published form of a declared schema. */
export function jsonSchemaOf(schema: TSchema, describe: Describe = () => undefined): JsonSchema {
  const declared = schema as Declared
  if (declared.anyOf) return unionOf(declared.anyOf, describe)
  const types = [declared.type ?? []].flat()
  const result: JsonSchema = {}
  if (types.length > 0) result.type = types.length === 1 ? types[0]! : types
  Object.assign(result, published[declared.format ?? ''])
  for (const name of kept) {
    const isOfNumbers = name === 'minimum' || name === 'maximum'
    const isTextOnly = types.includes('string') && !types.includes('number')
    if (declared[name] !== undefined && !(isOfNumbers && isTextOnly)) Object.assign(result, { [name]: declared[name] })
  }
  if (declared.properties) {
    result.properties = Object.fromEntries(
      Object.entries(declared.properties).map(([name, field]) => {
        const description = describe(name)
        return [name, { ...jsonSchemaOf(field as TSchema, describe), ...(description && { description }) }]
      }),
    )
    const required = declared.required ?? []
    if (required.length > 0) result.required = required
  }
  if (declared.items) result.items = jsonSchemaOf(declared.items as TSchema, describe)
  return result
}
