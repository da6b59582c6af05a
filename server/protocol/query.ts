/** The parameters of a query string: declared once, read by the pipeline, and told by documentation. */
import Type, { type TSchema } from 'typebox'
import type { Instant } from '../storage/schema.ts'
import { parseFilterInstant } from './dates.ts'
import { documentedText, type ErrorEntry, InvalidFilter, InvalidFilterDate, Refusal } from './errors.ts'
import * as field from './fields.ts'
import type { Localised } from './languages.ts'

export interface QueryParameter<Value = unknown> {
  /** of the value, as a program sends it */
  readonly schema: TSchema
  readonly meaning: Localised
  readonly example: string | number | boolean
  /** What the handler gets for the text that was sent. @throws Refusal */
  readonly read: (text: string) => Value
  /** an empty value is read like any other; else it counts as absent */
  readonly readsEmpty?: true
  /** programs should send another one, or none */
  readonly isDeprecated?: true
}

/** The parameters that an operation knows, by name, in the order in which wrong ones are refused. */
export type QueryParameters = Readonly<Record<string, QueryParameter>>

/** What a handler gets of parameters: undefined for each that did not come. */
export type QueryValues<Parameters extends QueryParameters> = {
  readonly [Name in keyof Parameters]: ReturnType<Parameters[Name]['read']> | undefined
}

/** The values of the parameters in a query; others are ignored. @throws Refusal of the first that is wrong */
export function readQuery<Parameters extends QueryParameters>(
  parameters: Parameters,
  query: Readonly<Record<string, string>>,
): QueryValues<Parameters> {
  const values: Record<string, unknown> = {}
  for (const name in parameters) {
    const { read, readsEmpty } = parameters[name]!
    const text = query[name]
    if (text !== undefined && (text !== '' || readsEmpty)) values[name] = read(text)
  }
  return values as QueryValues<Parameters>
}

/** OBP-10016 with the error that is behind it, and what else there is to say. */
export const wrongFilter = (entry: ErrorEntry, detail: Localised = { en: '', es: '' }): Refusal =>
  new Refusal(InvalidFilter, {
    en: ` <- ${documentedText(entry, 'en_GB')}${detail.en}`,
    es: ` <- ${documentedText(entry, 'es_ES')}${detail.es}`,
  })

/** OBP-10016 with what is wrong, where no error of its own is behind it. */
export const wrongFilterValue = (reason: Localised): Refusal => new Refusal(InvalidFilter, reason)

/** A text, as it was sent. */
export const text = (example: string, meaning: Localised): QueryParameter<string> => ({
  schema: Type.String(),
  meaning,
  example,
  read: (sent) => sent,
})

/** Texts between commas; blanks around them are cut. */
export const list = (example: string, meaning: Localised): QueryParameter<string[]> => ({
  schema: Type.String(),
  meaning,
  example,
  read: itemsOf,
})

/** The texts between commas, without blanks around them. */
export const itemsOf = (sent: string): string[] =>
  sent
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** One of a few words. @param otherwise what any other text gets, if it does not throw */
export const oneOf = <const Word extends string, Otherwise = never>(
  words: readonly Word[],
  otherwise: (sent: string) => Otherwise,
  meaning: Localised,
  example: NoInfer<Word> = words[0]!,
): QueryParameter<Word | Otherwise> => ({
  schema: field.oneOf(...words),
  meaning,
  example,
  read: (sent) => words.find((word) => word === sent) ?? otherwise(sent),
})

/** One of the words of a parameter, which is named where another is sent. @throws Refusal OBP-10016 */
export const namedOneOf = <const Word extends string>(
  name: string,
  words: readonly Word[],
  meaning: Localised,
  example?: NoInfer<Word>,
): QueryParameter<Word> =>
  oneOf(
    words,
    () => {
      throw wrongFilterValue({
        en: `${name} must be one of ${words.join(', ')}.`,
        es: `${name} debe ser uno de ${words.join(', ')}.`,
      })
    },
    meaning,
    example,
  )

/** `true` or `false`, in any letter case. @throws Refusal OBP-10016 with the error given */
export const flag = (error: ErrorEntry, meaning: Localised): QueryParameter<boolean> => ({
  schema: Type.Boolean(),
  meaning,
  example: true,
  read(sent) {
    const word = sent.toLowerCase()
    if (word !== 'true' && word !== 'false') throw wrongFilter(error)
    return word === 'true'
  },
})

/** A whole number that fits PostgreSQL's integer. @throws Refusal OBP-10016 with the error given */
export const integer = (
  { least, most }: { least: number; most?: number | undefined },
  error: ErrorEntry,
  example: number,
  meaning: Localised,
): QueryParameter<number> => ({
  schema: Type.Integer({ minimum: least, ...(most !== undefined && { maximum: most }) }),
  meaning,
  example,
  read(sent) {
    const number = Number(sent)
    if (!/^\d+$/.test(sent) || number < least || number > (most ?? 2_147_483_647)) throw wrongFilter(error)
    return number
  },
})

/** A date such as `2013-01-21T23:08:00.000Z`. @throws Refusal OBP-10016 with OBP-10026 */
export const date = (meaning: Localised): QueryParameter<Instant> => ({
  schema: Type.Unsafe<string>({ type: 'string', format: 'obp-filter-date' }),
  meaning,
  example: '2013-01-21T23:08:00.000Z',
  read(sent) {
    const instant = parseFilterInstant(sent)
    if (!instant) throw wrongFilter(InvalidFilterDate)
    return instant
  },
})

/** The parameter, with the value that its absence stands for, which documentation tells. */
export const defaultingTo = <Value>(
  absent: string | number | boolean,
  parameter: QueryParameter<Value>,
): QueryParameter<Value> => ({ ...parameter, schema: { ...parameter.schema, default: absent } as TSchema })
