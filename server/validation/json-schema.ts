/** JSON schemas of administrators: which are accepted, and what is wrong with a body that does not fit one. */
import { hash } from 'node:crypto'
import type { AnySchemaObject, ErrorObject, ValidateFunction, Ajv as Validators } from 'ajv'
import { Ajv } from 'ajv'
import { Ajv2019 } from 'ajv/dist/2019.js'
import { Ajv2020 } from 'ajv/dist/2020.js'
import draft06 from 'ajv/dist/refs/json-schema-draft-06.json' with { type: 'json' }
import ajvDraft04 from 'ajv-draft-04'
import ajvFormats from 'ajv-formats'
import { RE2JS } from 're2js'
import type { Localised } from '../protocol/languages.ts'

/** Characters of the longest schema, as it is kept. */
export const longestSchema = 65_536
/** Schemas that are kept compiled: by their text, so that none can be stale. */
const mostCompiled = 200
const mostReasons = 20
/** Values in a body up to which everything that is wrong is looked for; in a larger one, the first thing only. */
const mostValuesForAllReasons = 2000
/** Characters of a field's name in a reason. */
const longestName = 100

const addFormats = ajvFormats as unknown as (ajv: object) => void
const Draft04 = ajvDraft04 as unknown as typeof Ajv

/**
 * The patterns of schemas, matched in time that grows with the text only: one that backtracks could hold up every call. Look
 * around and references back are not known to it, and refused with the schema.
 */
const linear = Object.assign(
  (pattern: string) => {
    const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern))
    return { test: (text: string) => compiled.test(text), toString: () => pattern }
  },
  { code: 'linear' },
)

// strict would refuse schemas that are valid; own properties, or every object has `toString`
const options = (allErrors: boolean) =>
  ({ strict: false, ownProperties: true, allErrors, verbose: true, logger: false, code: { regExp: linear } }) as const

/** The drafts, by what their `$schema` contains. */
const drafts: readonly [RegExp, (allErrors: boolean) => object][] = [
  [/json-schema\.org\/draft-04\b/, (all) => new Draft04(options(all))],
  [/json-schema\.org\/draft-0[67]\b/, (all) => new Ajv(options(all)).addMetaSchema(draft06)],
  [/json-schema\.org\/draft\/2019-09\b/, (all) => new Ajv2019(options(all))],
  [/json-schema\.org\/draft\/2020-12\b/, (all) => new Ajv2020(options(all))],
]

/** A schema that is not accepted; the messages say why. */
export class SchemaError extends Error {
  readonly reasons: readonly Localised[]
  constructor(reasons: readonly Localised[]) {
    super('JSON schema refused')
    this.reasons = reasons
  }
}

/** The validator that stops at the first thing that is wrong, and the one that goes on. */
interface Compiled {
  readonly first: ValidateFunction
  readonly all: () => ValidateFunction
}

const compiled = new Map<string, Compiled>()

/**
 * What is wrong with a body, by a schema that {@link assertSchema} has accepted: `$.name: is missing but it is required`.
 * Names fields and rules, never a value. Empty where the body fits.
 */
export function reasonsAgainst(schemaText: string, body: unknown): Localised[] {
  const { first, all } = validatorsOf(schemaText)
  try {
    if (first(body)) return []
    // each wrong value is an object per rule: a large body would cost gigabytes
    const { errors } = hasMoreValuesThan(mostValuesForAllReasons, body) ? first : failed(all(), body)
    const reasons = (errors ?? []).slice(0, mostReasons).map(reasonOf)
    return reasons.length > 0 ? reasons : [{ en: '$: does not fit', es: '$: no se ajusta' }]
  } catch (error) {
    // a schema that refers to itself follows the body down
    if (error instanceof RangeError) return [tooDeep]
    throw error
  }
}

const tooDeep: Localised = {
  en: '$: is nested too deeply, or its schema leads back to itself',
  es: '$: está anidado a demasiada profundidad, o su esquema conduce a sí mismo',
}

function failed(validate: ValidateFunction, body: unknown): ValidateFunction {
  validate(body)
  return validate
}

/** The values of a body that was parsed from JSON, counted without recursion and no further than needed. */
function hasMoreValuesThan(most: number, body: unknown): boolean {
  const waiting = [body]
  for (let count = 0; waiting.length > 0; count++) {
    if (count + waiting.length > most) return true
    const value = waiting.pop()
    if (typeof value !== 'object' || value === null) continue
    for (const each of Object.values(value)) {
      waiting.push(each)
      if (waiting.length > most) return true
    }
  }
  return false
}

function validatorsOf(schemaText: string): Compiled {
  const key = hash('sha256', schemaText, 'base64')
  const known = compiled.get(key)
  if (known) return known
  let all: ValidateFunction | undefined
  const made: Compiled = {
    first: compile(JSON.parse(schemaText), false),
    all: () => (all ??= compile(JSON.parse(schemaText), true)),
  }
  if (compiled.size >= mostCompiled) compiled.delete(compiled.keys().next().value!)
  compiled.set(key, made)
  return made
}

/** @throws SchemaError where a schema is none, or lacks what OBP asks of one */
export function assertSchema(schema: unknown): void {
  if (typeof schema !== 'object' || schema === null || Array.isArray(schema))
    throw new SchemaError([{ en: '$: must be an object', es: '$: debe ser un objeto' }])
  const missing = ['$schema', 'type', 'title', 'description', 'required', 'properties'].filter(
    (name) => !Object.hasOwn(schema, name),
  )
  if (missing.length > 0) throw new SchemaError(missing.map((name) => required(`$.${name}`)))
  const { properties } = schema as AnySchemaObject
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties))
    throw new SchemaError([{ en: '$.properties: must be an object', es: '$.properties: debe ser un objeto' }])
  const untyped = Object.entries(properties).filter(
    ([, property]) => typeof property !== 'object' || property === null || !Object.hasOwn(property, 'type'),
  )
  if (untyped.length > 0) throw new SchemaError(untyped.map(([name]) => required(`$.properties.${name}.type`)))
  compile(schema as AnySchemaObject, false)
}

const required = (path: string): Localised => ({
  en: `${path}: is missing but it is required`,
  es: `${path}: falta y es obligatorio`,
})

/** @throws SchemaError for an unknown draft, a schema that its draft refuses, and a `$ref` that leads out of it */
function compile(schema: AnySchemaObject, allErrors: boolean): ValidateFunction {
  const draft = drafts.find(([pattern]) => typeof schema.$schema === 'string' && pattern.test(schema.$schema))
  if (!draft)
    throw new SchemaError([
      {
        en: '$.$schema: must name draft 4, 6, 7, 2019-09 or 2020-12 of JSON schema',
        es: '$.$schema: debe indicar el borrador 4, 6, 7, 2019-09 o 2020-12 de JSON Schema',
      },
    ])
  // Ajv's own keyword: such a validator answers with a promise, which counts as a body that fits
  if (Object.hasOwn(schema, '$async'))
    throw new SchemaError([{ en: '$.$async: is not supported', es: '$.$async: no se admite' }])
  const ajv = draft[1](allErrors) as Validators
  addFormats(ajv)
  try {
    // http and https, with and without a #, name the same draft
    const { $schema: _, $id: __, id: ___, ...rest } = schema
    if (!ajv.validateSchema(rest)) throw new SchemaError((ajv.errors ?? []).slice(0, mostReasons).map(reasonOf))
    return ajv.compile(rest)
  } catch (error) {
    if (error instanceof SchemaError) throw error
    throw new SchemaError([{ en: `$: ${(error as Error).message}`, es: `$: ${(error as Error).message}` }])
  }
}

const typeNames: Record<string, string> = { number: 'number', string: 'string', boolean: 'boolean', object: 'object' }
const typeOf = (value: unknown): string =>
  value === null
    ? 'null'
    : Array.isArray(value)
      ? 'array'
      : Number.isInteger(value)
        ? 'integer'
        : (typeNames[typeof value] ?? 'unknown')

const bounds = {
  '>=': { en: 'at least', es: 'como mínimo' },
  '<=': { en: 'at most', es: 'como máximo' },
  '>': { en: 'more than', es: 'mayor que' },
  '<': { en: 'less than', es: 'menor que' },
} as const

/** What the length of a value is counted in, one and several. */
const counts = {
  Length: { en: ['character', 'characters'], es: ['carácter', 'caracteres'] },
  Items: { en: ['item', 'items'], es: ['elemento', 'elementos'] },
  Properties: { en: ['field', 'fields'], es: ['campo', 'campos'] },
} as const

const shortened = (name: string): string => (name.length > longestName ? `${name.slice(0, longestName)}…` : name)

function reasonOf({ keyword, instancePath, params, data }: ErrorObject): Localised {
  const path = `$${instancePath
    .split('/')
    .slice(1)
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(shortened)
    .map((part) => (/^\d+$/.test(part) ? `[${part}]` : `.${part}`))
    .join('')}`
  switch (keyword) {
    case 'required':
      return required(`${path}.${params.missingProperty}`)
    case 'type': {
      const expected = [params.type].flat().join(', ')
      const found = typeOf(data)
      return {
        en: `${path}: ${found} found, ${expected} expected`,
        es: `${path}: se encontró ${found}, se esperaba ${expected}`,
      }
    }
    case 'additionalProperties':
      return {
        en: `${path}.${shortened(params.additionalProperty)}: is not defined in the schema and the schema does not allow additional properties`,
        es: `${path}.${shortened(params.additionalProperty)}: no está definido en el esquema, que no admite otras propiedades`,
      }
    case 'enum':
      return {
        en: `${path}: does not have a value in the enumeration`,
        es: `${path}: no tiene ninguno de los valores de la enumeración`,
      }
    case 'minimum':
    case 'maximum':
    case 'exclusiveMinimum':
    case 'exclusiveMaximum': {
      const { en, es } = bounds[params.comparison as keyof typeof bounds]
      return {
        en: `${path}: must be ${en} ${params.limit} (${keyword})`,
        es: `${path}: debe ser ${es} ${params.limit} (${keyword})`,
      }
    }
    case 'minLength':
    case 'minItems':
    case 'minProperties':
    case 'maxLength':
    case 'maxItems':
    case 'maxProperties': {
      const { en, es } = bounds[keyword.startsWith('min') ? '>=' : '<=']
      const counted = counts[keyword.slice('min'.length) as keyof typeof counts]
      const form = params.limit === 1 ? 0 : 1
      return {
        en: `${path}: must have ${en} ${params.limit} ${counted.en[form]} (${keyword})`,
        es: `${path}: debe tener ${es} ${params.limit} ${counted.es[form]} (${keyword})`,
      }
    }
    case 'pattern':
      return {
        en: `${path}: does not match the regex pattern ${params.pattern}`,
        es: `${path}: no cumple la expresión regular ${params.pattern}`,
      }
    case 'format':
      return {
        en: `${path}: does not match the format ${params.format}`,
        es: `${path}: no tiene el formato ${params.format}`,
      }
    default:
      return { en: `${path}: breaks the rule ${keyword}`, es: `${path}: incumple la regla ${keyword}` }
  }
}
