/** Limit, offset, order and dates of a list, from the query string, and from headers where the reference reads them there. */
import type { IncomingHttpHeaders } from 'node:http'
import type { Instant } from '../storage/schema.ts'
import { InvalidLimit, InvalidOffset, InvalidSortDirection } from './errors.ts'
import { date, defaultingTo, integer, oneOf, readQuery, wrongFilter } from './query.ts'

export interface Page {
  /** null: all */
  readonly limit: number | null
  readonly offset: number
  readonly sortDirection: 'asc' | 'desc'
  readonly fromDate: Instant | null
  readonly toDate: Instant | null
}

const pageParts = ['limit', 'offset', 'sort_direction', 'from_date', 'to_date'] as const
export type PagePart = (typeof pageParts)[number]

/** What a list allows to be asked for. */
export interface Paging {
  /** the parameters that count, where not all do: only they are documented */
  parts?: readonly PagePart[]
  /** the default limit; null for none */
  limit: number | null
  /** the largest limit that can be asked for */
  most?: number
  /** the parts are read from headers, too, such as `obp_limit` or `limit`; what the query says goes before */
  readsHeaders?: true
}

const direction = oneOf(
  ['asc', 'desc'],
  () => {
    throw wrongFilter(InvalidSortDirection)
  },
  { en: 'Ascending or descending order.', es: 'Orden ascendente o descendente.' },
)

/** Every parameter that chooses a page, in the order in which wrong ones are refused. */
export function pageParameters(paging: Paging) {
  const limit = integer({ least: 1, most: paging.most }, InvalidLimit, 10, {
    en: 'Maximum number of results.',
    es: 'Número máximo de resultados.',
  })
  const offset = integer({ least: 0 }, InvalidOffset, 20, {
    en: 'Number of results to skip.',
    es: 'Número de resultados que se omiten al principio.',
  })
  return {
    sort_direction: {
      ...defaultingTo('desc', direction),
      read: (sent: string) => direction.read(sent.toLowerCase()),
    },
    from_date: date({
      en: 'Only results dated at or after this time.',
      es: 'Solo los resultados con fecha igual o posterior a esta.',
    }),
    to_date: date({
      en: 'Only results dated at or before this time.',
      es: 'Solo los resultados con fecha igual o anterior a esta.',
    }),
    limit: paging.limit === null ? limit : defaultingTo(paging.limit, limit),
    offset: defaultingTo(0, offset),
  }
}

/**
 * Makes what reads the page that a query asks for; an empty value counts as absent.
 * @throws Refusal OBP-10016 with the first of OBP-10023, 10026, 10025 and 10024 that applies, in that order
 */
export function pageReader(paging: Paging): (query: Readonly<Record<string, string>>) => Page {
  const parameters = pageParameters(paging)
  const { parts = Object.keys(parameters) as PagePart[] } = paging
  return (query) => {
    // as in OBP, a wrong value is refused even where a right one would not count
    const read = readQuery(parameters, query)
    const counting = <Part extends PagePart>(part: Part) => (parts.includes(part) ? read[part] : undefined)
    return {
      sortDirection: counting('sort_direction') ?? 'desc',
      fromDate: counting('from_date') ?? null,
      toDate: counting('to_date') ?? null,
      limit: counting('limit') ?? paging.limit,
      offset: counting('offset') ?? 0,
    }
  }
}

/** The headers that say a part of the page, where headers are read: the first that comes counts. */
export const headersOf = (part: PagePart): readonly string[] => [`obp_${part}`, part]

/** What the headers of a call say of the page, as a query would. */
export function pageHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const sent: Record<string, string> = {}
  for (const part of pageParts) {
    const value = headersOf(part)
      .map((name) => headers[name])
      .find((each) => typeof each === 'string')
    if (value !== undefined) sent[part] = value
  }
  return sent
}

/** The header of an answer that tells of its page as the reference does: the offset and the limit, not the last place. */
export const pageSent = ({ limit, offset }: Page): Record<string, string> =>
  limit === null ? {} : { Range: `items=${offset}-${limit}` }
