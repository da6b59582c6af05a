/** The form of a body: its fields with their values, and the body with a value changed. */
import { Validator } from '@cfworker/json-schema'
import type { JsonSchema } from '../../server/documentation/json-schema.ts'
import { parsed } from './json-text.ts'

export type Path = readonly string[]

export interface FormField {
  path: Path
  label: string
  kind: 'text' | 'number' | 'flag' | 'choice' | 'list' | 'json'
  choices: readonly string[]
  isRequired: boolean
  isNullable: boolean
  hint: string
  /** as the form shows it */
  value: string
}

/** The fields that a form shows, in the order of the schema; deeper objects stand among the others under their path. */
export function formFields(schema: JsonSchema, body: unknown, before: Path = []): FormField[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = [...before, name]
    const value = (body as Record<string, unknown> | null | undefined)?.[name]
    if (field.properties) return formFields(field, value, path)
    return [
      {
        path,
        label: path.join('.'),
        kind: kindOf(field),
        choices: (field.enum ?? []).map(String),
        isRequired: schema.required?.includes(name) ?? false,
        isNullable: [field.type].flat().includes('null'),
        hint: [field.description, field.maxLength ? `≤ ${field.maxLength}` : ''].filter(Boolean).join(' · '),
        value: shown(value, kindOf(field)),
      },
    ]
  })
}

function kindOf({ type, enum: words, items }: JsonSchema): FormField['kind'] {
  const types = [type ?? []].flat()
  if (words) return 'choice'
  if (types.includes('boolean')) return 'flag'
  // of what may be a number, too
  if (types.includes('string')) return 'text'
  if (types.includes('integer') || types.includes('number')) return 'number'
  if (types.includes('array')) return items?.properties || items?.items ? 'json' : 'list'
  return 'json'
}

function shown(value: unknown, kind: FormField['kind']): string {
  if (value === undefined || value === null) return ''
  if (kind === 'list' && Array.isArray(value)) return value.join('\n')
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2)
}

/** The value that a text in the form stands for; undefined for an empty field, which is left out. */
export function valueFrom({ kind, isRequired, isNullable }: FormField, text: string): unknown {
  if (text === '') return isRequired ? (isNullable ? null : kind === 'text' ? '' : undefined) : undefined
  if (kind === 'number') return Number.isNaN(Number(text)) ? text : Number(text)
  if (kind === 'flag') return text === 'true'
  if (kind === 'list') return text.split('\n').filter((line) => line.trim() !== '')
  if (kind === 'json') {
    const json = parsed(text)
    return json === undefined ? text : json
  }
  return text
}

/** The body with one value changed; objects on the way are made, and empty ones taken away with their last field. */
export function withValue(body: unknown, [name, ...rest]: Path, value: unknown): unknown {
  const fields = { ...(typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {}) } as Record<
    string,
    unknown
  >
  const next = rest.length === 0 ? value : withValue(fields[name!], rest, value)
  const isLeftOut = next === undefined || (rest.length > 0 && Object.keys(next as object).length === 0)
  if (isLeftOut) delete fields[name!]
  else fields[name!] = next
  return fields
}

export interface Problem {
  /** `face_image.url`; '' for the body itself */
  path: string
  kind: 'missing' | 'type' | 'format' | 'length' | 'range' | 'choice' | 'pattern' | 'other'
  /** what it must be, where its type is wrong */
  types?: readonly Type[]
}

const types = ['string', 'number', 'integer', 'boolean', 'array', 'object', 'null'] as const
type Type = (typeof types)[number]

/** What is wrong with a body before it is sent. */
export function problemsOf(schema: object, body: unknown): Problem[] {
  const { errors } = new Validator(schema as ConstructorParameters<typeof Validator>[0], '2020-12', false).validate(
    body,
  )
  const problems = errors
    // those of the objects around only repeat what is inside
    .filter(({ keyword }) => keyword !== 'properties' && keyword !== 'items' && keyword !== '$ref')
    .map(({ keyword, keywordLocation, instanceLocation, error }) => ({
      path: [
        ...instanceLocation.split('/').slice(1),
        ...(keyword === 'required' ? [/"([^"]+)"/.exec(error)?.[1] ?? ''] : []),
      ].join('.'),
      kind: kinds[keyword] ?? 'other',
      ...(keyword === 'type' && { types: typesAt(schema, keywordLocation) }),
    }))
  return [...Map.groupBy(problems, ({ path }) => path).values()].map(([first]) => first!)
}

/** The types at a place such as `#/properties/kyc_status/type`; a number that stands for a text is not worth a word. */
function typesAt(schema: object, location: string): Type[] {
  const at = location
    .split('/')
    .slice(1)
    .reduce<unknown>((here, name) => (here as Record<string, unknown> | undefined)?.[name], schema)
  const found = types.filter((type) => [at].flat().includes(type))
  return found.includes('string') ? found.filter((type) => type !== 'number') : found
}

const kinds: Record<string, Problem['kind']> = {
  required: 'missing',
  type: 'type',
  format: 'format',
  anyOf: 'format',
  maxLength: 'length',
  minLength: 'length',
  maxItems: 'length',
  minItems: 'length',
  minimum: 'range',
  maximum: 'range',
  enum: 'choice',
  pattern: 'pattern',
}
