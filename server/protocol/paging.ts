/** Limit, offset, order and dates of a list, from the query string. */
import type { Instant } from '../storage/schema.ts'
import { parseInstant } from './dates.ts'
import {
  documentedText,
  type ErrorEntry,
  InvalidFilter,
  InvalidFilterDate,
  InvalidLimit,
  InvalidOffset,
  InvalidSortDirection,
  Refusal,
} from './errors.ts'
import type { Localised } from './languages.ts'

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

/** OBP-10016 with the error that is behind it, and what else there is to say. */
export const wrongFilter = (entry: ErrorEntry, detail: Localised = { en: '', es: '' }): Refusal =>
  new Refusal(InvalidFilter, {
    en: ` <- ${documentedText(entry, 'en_GB')}${detail.en}`,
    es: ` <- ${documentedText(entry, 'es_ES')}${detail.es}`,
  })

/**
 * Reads the page that a query asks for; an empty value counts as absent.
 * @throws Refusal OBP-10016 with the first of OBP-10023, 10026, 10025 and 10024 that applies, in that order
 */
export function readPage(query: Readonly<Record<string, string>>, { limit: defaultLimit, most }: Paging): Page {
  return {
    sortDirection: sortDirection(query.sort_direction),
    fromDate: date(query.from_date),
    toDate: date(query.to_date),
    limit: query.limit ? integerFilter(query.limit, 1, InvalidLimit, most) : defaultLimit,
    offset: query.offset ? integerFilter(query.offset, 0, InvalidOffset) : 0,
  }
}

function sortDirection(text: string | undefined): 'asc' | 'desc' {
  const direction = (text || 'desc').toLowerCase()
  if (direction !== 'asc' && direction !== 'desc') throw wrongFilter(InvalidSortDirection)
  return direction
}

function date(text: string | undefined): Instant | null {
  if (!text) return null
  // OBP's filters also take a zone without its colon: 2013-01-21T23:08:00.000+0200
  const instant = parseInstant(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (!instant) throw wrongFilter(InvalidFilterDate)
  return instant
}

/** The whole number that a parameter holds. @throws Refusal OBP-10016 with the error given */
export function integerFilter(text: string, least: number, error: ErrorEntry, most = 2_147_483_647): number {
  const number = Number(text)
  if (!/^\d+$/.test(text) || number < least || number > most) throw wrongFilter(error)
  return number
}
