/** Limit, offset, order and dates of a list, from the query string. */
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

/** What a list allows to be asked for. */
export interface Paging {
  /** the default limit; null for none */
  limit: number | null
  /** the largest limit that can be asked for */
  most?: number
}

const direction = oneOf(
  ['asc', 'desc'],
  () => {
    throw wrongFilter(InvalidSortDirection)
  },
  { en: 'The order by date.', es: 'El orden por fecha.' },
)

/** The parameters that choose a page, in the order in which wrong ones are refused. */
export function pageParameters(paging: Paging) {
  const limit = integer({ least: 1, most: paging.most }, InvalidLimit, 10, {
    en: 'How many to give at most.',
    es: 'Cuántos dar como máximo.',
  })
  const offset = integer({ least: 0 }, InvalidOffset, 20, {
    en: 'How many to leave out first.',
    es: 'Cuántos omitir al principio.',
  })
  return {
    sort_direction: {
      ...defaultingTo('desc', direction),
      read: (sent: string) => direction.read(sent.toLowerCase()),
    },
    from_date: date({ en: 'Only what is of this time or later.', es: 'Solo lo que es de este momento o posterior.' }),
    to_date: date({ en: 'Only what is of this time or earlier.', es: 'Solo lo que es de este momento o anterior.' }),
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
  return (query) => {
    const { sort_direction, from_date, to_date, limit, offset } = readQuery(parameters, query)
    return {
      sortDirection: sort_direction ?? 'desc',
      fromDate: from_date ?? null,
      toDate: to_date ?? null,
      limit: limit ?? paging.limit,
      offset: offset ?? 0,
    }
  }
}
