/** Every parameter of a query that documentation tells of, and every header that stands for one. */
import * as field from './fields.ts'
import { locales } from './languages.ts'
import type { Operation } from './operation.ts'
import { headersOf, type PagePart, pageParameters } from './paging.ts'
import type { QueryParameter, QueryParameters } from './query.ts'

/** A parameter, without what only the pipeline needs. */
export type DocumentedParameter = Omit<QueryParameter, 'read' | 'readsEmpty'>

const locale: DocumentedParameter = {
  schema: field.oneOf(...locales),
  meaning: { en: 'The language of the texts.', es: 'El idioma de los textos.' },
  example: 'es_ES',
}
const language: DocumentedParameter = {
  ...locale,
  meaning: { en: 'The former name of locale.', es: 'El nombre anterior de locale.' },
  isDeprecated: true,
}

/** Those that the operation declares, those of its page, and the language, which every operation knows. */
export function documentedQuery({
  query = {},
  paging,
  document,
}: Pick<Operation, 'query' | 'paging' | 'document'>): Readonly<Record<string, DocumentedParameter>> {
  return { ...query, ...(paging && shownPage(paging)), locale, ...(document && { language }) }
}

/** Those that say a page, where they are read. */
export function documentedHeaders({
  paging,
}: Pick<Operation, 'paging'>): Readonly<Record<string, DocumentedParameter>> {
  if (!paging?.readsHeaders) return {}
  return Object.fromEntries(
    Object.entries(shownPage(paging)).flatMap(([part, { meaning, ...parameter }]) =>
      headersOf(part as PagePart).map((name) => [
        name,
        {
          ...parameter,
          meaning: {
            en: `${meaning.en} What the query string says of it goes before.`,
            es: `${meaning.es} Lo que indique la cadena de consulta tiene prioridad.`,
          },
        },
      ]),
    ),
  )
}

// people ask for a limit first
const shownParts: readonly PagePart[] = ['limit', 'offset', 'sort_direction', 'from_date', 'to_date']

function shownPage(paging: NonNullable<Operation['paging']>): QueryParameters {
  const { parts = shownParts } = paging
  const parameters = pageParameters(paging)
  return Object.fromEntries(shownParts.filter((part) => parts.includes(part)).map((part) => [part, parameters[part]]))
}
