/** The query of a call: the parameters that the form has, and whatever else was typed. */
import type { JsonSchema } from '../../server/documentation/json-schema.ts'
import type { OperationDocument, QueryParameterDocument } from '../../server/documentation/operation-document.ts'
import { parseFilterInstant } from '../../server/protocol/dates.ts'
import type { FormField } from './form.ts'
import { formFields } from './form.ts'

export interface QueryDraft {
  /** by name; '' where nothing is sent */
  parameters: Record<string, string>
  /** others, as in an address: `a=1&b=2` */
  query: string
}

type Documented = Pick<OperationDocument, 'query_parameters'>

const offered = ({ query_parameters }: Documented) => query_parameters.filter(({ is_deprecated }) => !is_deprecated)

/** The fields of the form; none where there is but the language, which every operation knows. */
export function queryFields(document: Documented, { parameters }: QueryDraft): FormField[] {
  const shown = offered(document)
  if (shown.length <= 1) return []
  const properties = shown.map(({ name, schema, meaning, example }) => {
    const description = isDate(schema) ? `${meaning} ${example}` : meaning
    return [name, { ...schema, description }] as const
  })
  return formFields({ properties: Object.fromEntries(properties) }, parameters)
}

/** As it stands behind the `?` of an address; a field that has a value comes before what was typed under its name. */
export function queryText({ parameters, query }: QueryDraft): string {
  const text = new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== ''))
  for (const [name, value] of new URLSearchParams(query)) if (!parameters[name]) text.append(name, value)
  return text.toString()
}

/** What to put in the form for a query that was sent; a field has room for one value, so what came several times is typed. */
export function queryDraft(document: Documented, text: string): QueryDraft {
  const names = new Set(queryFields(document, { parameters: {}, query: '' }).map(({ label }) => label))
  const sent = new URLSearchParams(text)
  const isField = ([name, value]: [string, string]) => names.has(name) && value !== '' && sent.getAll(name).length === 1
  const all = [...sent]
  return {
    parameters: Object.fromEntries(all.filter(isField)),
    query: new URLSearchParams(all.filter((each) => !isField(each))).toString(),
  }
}

/** Every value of the query, by name. */
export function queryValues(text: string): Record<string, string[]> {
  const sent = new URLSearchParams(text)
  return Object.fromEntries([...sent.keys()].map((name) => [name, sent.getAll(name)]))
}

/** The names that come more than once. */
export const repeatedNames = (text: string): string[] =>
  Object.entries(queryValues(text))
    .filter(([, values]) => values.length > 1)
    .map(([name]) => name)

/** A value that the server will refuse, and what it expects. */
export interface QueryProblem {
  name: string
  value: string
  expected: Expected
}

/** As a label and its values. */
type Expected =
  | { kind: 'integer'; least: number; most: number }
  | { kind: 'flag' }
  | { kind: 'choice'; words: string }
  | { kind: 'date'; example: string }

/** What is wrong with a query before it is sent. */
export function queryProblems({ query_parameters }: Documented, text: string): QueryProblem[] {
  return [...new URLSearchParams(text)].flatMap(([name, value]) => {
    const parameter = query_parameters.find((each) => each.name === name)
    const expected = parameter && expectedOf(parameter)
    // the server takes an empty value for none
    return !expected || value === '' || fits(value, expected) ? [] : [{ name, value, expected }]
  })
}

const isDate = ({ anyOf = [] }: JsonSchema) => anyOf.some(({ format }) => format === 'date')

/** The largest number that the server reads: an integer of PostgreSQL. */
const largest = 2_147_483_647

function expectedOf({ schema, example }: QueryParameterDocument): Expected | null {
  if (schema.enum) return { kind: 'choice', words: schema.enum.join(', ') }
  if (schema.type === 'integer') return { kind: 'integer', least: schema.minimum ?? 0, most: schema.maximum ?? largest }
  if (schema.type === 'boolean') return { kind: 'flag' }
  return isDate(schema) ? { kind: 'date', example } : null
}

function fits(value: string, expected: Expected): boolean {
  if (expected.kind === 'integer')
    return /^\d+$/.test(value) && Number(value) >= expected.least && Number(value) <= expected.most
  if (expected.kind === 'date') return parseFilterInstant(value) !== undefined
  // some are read in any letter case
  const word = value.toLowerCase()
  return (expected.kind === 'flag' ? 'true, false' : expected.words.toLowerCase()).split(', ').includes(word)
}
