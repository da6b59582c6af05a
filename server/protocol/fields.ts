/**
 * The kinds of field that requests and answers are made of. Each is a JSON schema, a static type, and, for requests, how
 * the value on the wire becomes the value inside and the sentence that says what the field must be.
 */
import Type, { type Static, type TSchema, type TUnsafe } from 'typebox'
import Format from 'typebox/format'
import type { Instant } from '../storage/schema.ts'
import { parseFilterInstant, parseInstant } from './dates.ts'
import type { ErrorEntry, Refusal } from './errors.ts'
import type { Localised } from './languages.ts'

/** What a request field carries besides its JSON schema; not part of the schema that is published. */
export interface FieldRule {
  /** from the value on the wire to the value inside; absent where they are the same */
  decode?: (value: never) => unknown
  /** completes "legal_name must be …" */
  mustBe: Localised
  /** what is said of single rules of the schema instead, by their JSON schema keyword; completes "legal_name …" */
  sayings?: Readonly<Record<string, Localised>>
  /** the error that a wrong value has by itself, instead of OBP-10001 */
  error?: ErrorEntry
  /** the refusals that single rules of the schema have by themselves, by their JSON schema keyword */
  refusals?: Readonly<Record<string, Refusal>>
}

const rules = new WeakMap<object, FieldRule>()

/** The rule of a field, if it has one of its own. */
export const ruleOf = (schema: TSchema): FieldRule | undefined => rules.get(schema)

function field<T>(schema: Record<string, unknown>, rule: FieldRule): TUnsafe<T> {
  const made = Type.Unsafe<T>(schema)
  rules.set(made, rule)
  return made
}

// PostgreSQL stores no NUL, and UTF-8 has no unpaired surrogates
Format.Set('text', (value) => !value.includes('\0') && value.isWellFormed())
Format.Set('obp-date', (value) => parseInstant(value) !== undefined)
Format.Set('obp-filter-date', (value) => parseFilterInstant(value) !== undefined)
Format.Set('email', (value) => isEmail(value.trim()) && value.toLowerCase().length === value.length)

/** True for a text that looks like an e-mail address. */
export const isEmail = (value: string): boolean =>
  /^[^\s@]+@[^\s@]+$/.test(value) && !value.includes('\0') && value.isWellFormed()

// no fragment: RFC 6749 3.1.2; the schemes are those that run or show something by themselves
Format.Set(
  'redirect-url',
  (value) =>
    value === '' ||
    (/^[!-~]+$/.test(value) &&
      !value.includes('#') &&
      !/^(javascript|data|vbscript|file|blob|about):/i.test(value) &&
      URL.canParse(value)),
)

Format.Set('web-url', (value) => value === '' || (/^https?:\/\/[!-~]+$/i.test(value) && URL.canParse(value)))

// beyond these a number has lost digits before anyone looks at it
const exact = { minimum: -Number.MAX_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER }

const inQuotes = {
  en: 'must be sent as a text in quotes: so large a number loses digits',
  es: 'debe enviarse como texto entre comillas: un número tan grande pierde cifras',
}
const ofTexts = {
  minimum: inQuotes,
  maximum: inQuotes,
  format: {
    en: 'holds a character that cannot be kept: NUL, or half of a surrogate pair',
    es: 'contiene un carácter que no se puede guardar: NUL o la mitad de un par suplente',
  },
}

/**
 * A text. Numbers are taken as their text, as the page itself shows `customer_number: 5987953`; booleans, objects and
 * lists are not.
 */
export const text = ({ most, least = 0 }: { most: number; least?: number }) =>
  field<string>(
    { type: ['string', 'number'], format: 'text', maxLength: most, ...(least > 0 && { minLength: least }), ...exact },
    {
      mustBe: {
        en: `a text of ${least > 0 ? `${least} to` : 'at most'} ${most} characters`,
        es: `un texto de ${least > 0 ? `${least} a` : 'como mucho'} ${most} caracteres`,
      },
      sayings: ofTexts,
    },
  )

/** A text of any length, for an id that is only looked for: one that is too long is nobody's, like any other. */
export const anyText = () =>
  field<string>(
    { type: ['string', 'number'], format: 'text', ...exact },
    { mustBe: { en: 'a text', es: 'un texto' }, sayings: ofTexts },
  )

/** An address that a browser may be sent back to after a login, or the empty text. */
export const redirectUrl = ({ most }: { most: number }) =>
  field<string>(
    { type: 'string', format: 'redirect-url', maxLength: most },
    {
      mustBe: {
        en: `a URL such as https://app.example.com/callback of at most ${most} characters and without a fragment, or empty`,
        es: `una URL como https://app.example.com/callback de como mucho ${most} caracteres y sin fragmento, o vacío`,
      },
    },
  )

/** The address of a picture on the web, or the empty text. */
export const logoUrl = ({ most }: { most: number }) =>
  field<string>(
    { type: 'string', format: 'web-url', maxLength: most },
    {
      mustBe: {
        en: `a URL that starts with https:// or http:// of at most ${most} characters, or empty`,
        es: `una URL que empiece por https:// o http:// de como mucho ${most} caracteres, o vacío`,
      },
    },
  )

/** A password, exactly as it is written: a number would lose digits and lock its owner out. */
export const password = () => field<string>({ type: 'string' }, { mustBe: { en: 'a text', es: 'un texto' } })

/** An e-mail address; blanks around it are cut and it is kept in lower case. */
export const email = ({ most }: { most: number }) =>
  field<string>(
    { type: 'string', format: 'email', maxLength: most },
    {
      decode: (value: string) => value.trim().toLowerCase(),
      mustBe: {
        en: `an e-mail address of at most ${most} characters`,
        es: `una dirección de correo de como mucho ${most} caracteres`,
      },
    },
  )

/** A text that a regular expression allows, `^` to `$`, such as an id. Numbers are taken as their text where it allows digits. */
export const matching = ({
  pattern,
  most,
  least = 0,
  mustBe,
}: {
  pattern: string
  most: number
  least?: number
  mustBe: Localised
}) =>
  // bounded, because JavaScript writes larger numbers with an exponent
  field<string>(
    {
      type: new RegExp(pattern).test('1'.repeat(least || 1)) ? ['string', 'number'] : 'string',
      pattern,
      format: 'text',
      maxLength: most,
      ...(least > 0 && { minLength: least }),
      minimum: -999_999_999_999_999,
      maximum: 999_999_999_999_999,
    },
    { decode: String, mustBe, sayings: ofTexts },
  )

/** A number, with or without a fraction. */
export const numberBetween = (least: number, most: number) =>
  field<number>(
    { type: 'number', minimum: least, maximum: most },
    { mustBe: { en: `a number from ${least} to ${most}`, es: `un número de ${least} a ${most}` } },
  )

/** A date such as `2013-01-21T23:08:00Z` or `2018-03-09`. */
export const date = () =>
  field<Instant>(
    { type: 'string', format: 'obp-date' },
    {
      decode: parseInstant,
      mustBe: { en: 'a date such as 2013-01-21T23:08:00Z', es: 'una fecha como 2013-01-21T23:08:00Z' },
    },
  )

/** A whole number that fits PostgreSQL's integer. */
export const integer = ({ least = -2_147_483_648, most = 2_147_483_647 } = {}) =>
  field<number>(
    { type: 'integer', minimum: least, maximum: most },
    {
      mustBe: {
        en: `a whole number from ${least} to ${most}`,
        es: `un número entero de ${least} a ${most}`,
      },
    },
  )

export const flag = () => field<boolean>({ type: 'boolean' }, { mustBe: { en: 'true or false', es: 'true o false' } })

/** One of a few words. */
export const oneOf = <const Word extends string>(...words: Word[]) =>
  field<Word>(
    { type: 'string', enum: words },
    { mustBe: { en: `one of ${words.join(', ')}`, es: `uno de ${words.join(', ')}` } },
  )

/** A list of `least` (0 or 1) to `most` items; absent lists are the operation's affair, `null` counts as the empty list where that is allowed. */
export const listOf = <Item extends TSchema>(item: Item, { most, least = 0 }: { most: number; least?: 0 | 1 }) => {
  const type = least === 0 ? ['array', 'null'] : 'array'
  const made = Type.Unsafe<Static<Item>[]>({ ...Type.Array(item), type, minItems: least, maxItems: most })
  rules.set(made, {
    decode: (value: unknown[] | null) => (value ?? []).map((each) => decode(item, each)),
    mustBe: {
      en: `a list of ${least > 0 ? `${least} to` : 'at most'} ${most} items`,
      es: `una lista de ${least > 0 ? `${least} a` : 'como mucho'} ${most} elementos`,
    },
  })
  return made
}

/** An object with named fields; unknown ones are ignored. */
export const object = <Fields extends Record<string, TSchema>>(fields: Fields) => Type.Object(fields)

/** The field, or null. */
export const orNull = <Field extends TSchema>(schema: Field) => {
  const { type } = schema as unknown as { type: string | string[] }
  const rule = ruleOf(schema)
  const made = Type.Unsafe<Static<Field> | null>({ ...schema, type: [type, 'null'].flat() })
  rules.set(made, {
    decode: (value: unknown) => (value === null ? null : decode(schema, value)),
    mustBe: rule
      ? { en: `${rule.mustBe.en}, or null`, es: `${rule.mustBe.es} o null` }
      : { en: 'an object or null', es: 'un objeto o null' },
    ...(rule?.sayings && { sayings: rule.sayings }),
    ...(rule?.error && { error: rule.error }),
    ...(rule?.refusals && { refusals: rule.refusals }),
  })
  return made
}

/** The field, which may be left out. */
export const optional = <Field extends TSchema>(schema: Field) => {
  const made = Type.Optional(schema)
  const rule = ruleOf(schema)
  if (rule) rules.set(made, rule)
  return made
}

/** The field, whose wrong values have an error of their own. */
export const refusedWith = <Field extends TSchema>(error: ErrorEntry, schema: Field): Field => {
  const made = { ...schema }
  rules.set(made, { mustBe: { en: 'valid', es: 'válido' }, ...ruleOf(schema), error })
  return made
}

/** The field, whose rules have refusals of their own: `{ maxLength: new Refusal(ValueTooLong) }`. */
export const refusedBy = <Field extends TSchema>(refusals: Record<string, Refusal>, schema: Field): Field => {
  const made = { ...schema }
  rules.set(made, { mustBe: { en: 'valid', es: 'válido' }, ...ruleOf(schema), refusals })
  return made
}

const reshapes = new WeakMap<object, (body: Record<string, unknown>) => unknown>()

/** An object whose older forms are first brought into the declared one. */
export const reshaped = <Body extends TSchema>(
  schema: Body,
  reshape: (body: Record<string, unknown>) => unknown,
): Body => {
  reshapes.set(schema, reshape)
  return schema
}

/** The body in the declared form, if it is an object at all. */
export function reshape(schema: TSchema, body: unknown): unknown {
  const change = reshapes.get(schema)
  return change && typeof body === 'object' && body !== null && !Array.isArray(body)
    ? change(body as Record<string, unknown>)
    : body
}

/**
 * The body with the numbers that stand for texts as their texts, so that the rules of texts apply to them; it is changed
 * in place. A number that has lost digits stays a number, which its field refuses.
 */
export function numbersAsTexts(schema: TSchema, value: unknown): unknown {
  const { type, properties, items } = schema as {
    type?: unknown
    properties?: Record<string, TSchema>
    items?: TSchema
  }
  if (typeof value === 'number') {
    const isText = Array.isArray(type) && type.includes('string') && type.includes('number')
    if (!isText) return value
    // of an infinite one a schema would only say that it is no number
    return Math.abs(value) <= exact.maximum ? String(value) : Math.sign(value) * Number.MAX_VALUE
  }
  if (Array.isArray(value)) return items ? value.map((each) => numbersAsTexts(items, each)) : value
  if (typeof value !== 'object' || value === null || !properties) return value
  const body = value as Record<string, unknown>
  for (const name in properties)
    if (Object.hasOwn(body, name)) body[name] = numbersAsTexts(properties[name]!, body[name])
  return body
}

/** The value inside of a value that the schema accepts: declared fields only, each decoded by its rule. */
export function decode(schema: TSchema, value: unknown): unknown {
  const rule = rules.get(schema)
  if (rule) return rule.decode ? rule.decode(value as never) : value
  const { properties } = schema as { properties?: Record<string, TSchema> }
  if (!properties) return value
  const decoded: Record<string, unknown> = {}
  for (const name in properties) {
    if (Object.hasOwn(value as object, name))
      decoded[name] = decode(properties[name]!, (value as Record<string, unknown>)[name])
  }
  return decoded
}

// Fields of answers: what is sent is what the schema says, so these have no rule.

export const array = <Item extends TSchema>(item: Item) => Type.Array(item)
export const string = () => Type.String()
export const stringOrNull = () => Type.Unsafe<string | null>({ type: ['string', 'null'] })
/** A date as OBP writes it, whole seconds in UTC. */
export const dateTime = () => Type.Unsafe<string>({ type: 'string', format: 'date-time' })
export const dateTimeOrNull = () => Type.Unsafe<string | null>({ type: ['string', 'null'], format: 'date-time' })
export const boolean = () => Type.Boolean()
export const number = () => Type.Integer()
export const numberOrAbsent = () => Type.Optional(Type.Integer())
/** A number with or without a fraction. */
export const decimal = () => Type.Number()
/** Any JSON value, such as the example of a body. */
export const json = () => Type.Unsafe<unknown>({})

const writtenShapes = new WeakSet<object>()

/** An answer of this shape that the handler gives as JSON text, because it keeps large parts of it ready. */
export const written = (shape: TSchema): TUnsafe<string> => {
  const made = Type.Unsafe<string>({ ...shape })
  writtenShapes.add(made)
  return made
}

/** True where the handler gives the JSON text itself. */
export const isWritten = (shape: TSchema): boolean => writtenShapes.has(shape)
