/** The form of a body: its fields with their values, and the body with a value changed. */
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
