/** The query of a call: the parameters that the form has, and whatever else was typed. */
import type { OperationDocument } from '../../server/documentation/operation-document.ts'
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
    const description = schema.format === 'date-time' ? `${meaning} ${example}` : meaning
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

/** What to put in the form for a query that was sent. */
export function queryDraft(document: Documented, text: string): QueryDraft {
  const names = new Set(queryFields(document, { parameters: {}, query: '' }).map(({ label }) => label))
  const sent = [...new URLSearchParams(text)]
  return {
    parameters: Object.fromEntries(sent.filter(([name]) => names.has(name))),
    query: new URLSearchParams(sent.filter(([name]) => !names.has(name))).toString(),
  }
}
