/** The reduced JSON schema that resource docs give of a body, read off its example. */
import { parseInstant } from '../protocol/dates.ts'

export type TypedBody =
  | { type: 'object'; properties: Record<string, TypedBody> }
  | { type: 'array'; items?: TypedBody }
  | { type: 'string'; format?: 'date-time' }
  | { type: 'integer' | 'number' | 'boolean' | 'null' }

/**
 * Types and names only, as clients of OBP know it: no `required`, no descriptions. A list is described by its first
 * element; a text that is a point in time is `date-time`, and so is a plain date in a field whose name says date.
 */
export function typedBody(example: unknown, name = ''): TypedBody {
  if (example === null || example === undefined) return { type: 'null' }
  if (Array.isArray(example))
    return example.length > 0 ? { type: 'array', items: typedBody(example[0], name) } : { type: 'array' }
  if (typeof example === 'object') return { type: 'object', properties: typedProperties(example) }
  if (typeof example === 'boolean') return { type: 'boolean' }
  if (typeof example === 'number') return { type: Number.isInteger(example) ? 'integer' : 'number' }
  return isDate(String(example), name) ? { type: 'string', format: 'date-time' } : { type: 'string' }
}

const typedProperties = (example: object): Record<string, TypedBody> =>
  Object.fromEntries(
    Object.entries(example)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typedBody(value, name)]),
  )

const isDate = (text: string, name: string): boolean =>
  parseInstant(text) !== undefined && (text.includes('T') || name.includes('date'))
