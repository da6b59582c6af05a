/** Which metrics a query asks for, and how documentation says it. */
import type { MetricFilter } from '../../observation/metric-queries.ts'
import { InvalidAnonFilter, InvalidDurationFilter } from '../../protocol/errors.ts'
import type { Localised } from '../../protocol/languages.ts'
import { integerFilter, type Page, wrongFilter } from '../../protocol/paging.ts'
import type { Instant } from '../../storage/schema.ts'

type Query = Readonly<Record<string, string>>

/**
 * An empty value counts as absent.
 * @param call the page is read first, so that its errors come first
 * @throws Refusal OBP-10016 as `readPage`, then with OBP-10028 or OBP-10029
 */
export function readMetricFilter({ page, query }: { page: Page; query: Query }): MetricFilter {
  const { fromDate, toDate } = page
  const text = (name: string) => query[name] || null
  return {
    fromDate,
    toDate,
    isAnonymous: anonymous(query.anon),
    longerThan: query.duration ? integerFilter(query.duration, 0, InvalidDurationFilter) : null,
    bankId: text('bank_id'),
    consumerId: text('consumer_id'),
    userId: text('user_id'),
    url: text('url'),
    appName: text('app_name'),
    functionName: text('implemented_by_partial_function'),
    version: text('implemented_in_version'),
    verb: text('verb')?.toUpperCase() ?? null,
    correlationId: text('correlation_id'),
    status: text('http_status_code'),
    only: patterns('include', query),
    not: patterns('exclude', query),
  }
}

/** Days before `to_date`, or before now, that figures are of where `from_date` is left out. */
const reportedDays = 30

/** As {@link readMetricFilter}, for figures: they read every call of their time, so that there has to be an end to it. */
export function readReportFilter(call: { page: Page; query: Query }): MetricFilter {
  const filter = readMetricFilter(call)
  const until = filter.toDate === null ? Date.now() : Date.parse(filter.toDate)
  const fromDate = new Date(until - reportedDays * 24 * 3_600_000).toISOString() as Instant
  return { ...filter, fromDate: filter.fromDate ?? fromDate }
}

/** The time that figures are of, for their descriptions. */
export const reportText: Localised = {
  en: `Without from_date, the calls of the ${reportedDays} days before to_date count, or before now.`,
  es: `Sin from_date cuentan las llamadas de los ${reportedDays} días anteriores a to_date o, si tampoco se indica, a este momento.`,
}

/** The parameters that leave calls out, of those that a query has. */
export const excludeParameters = (query: Query): string[] =>
  ['exclude_app_names', 'exclude_url_patterns', 'exclude_implemented_by_partial_functions'].filter(
    (name) => query[name],
  )

function anonymous(text: string | undefined): boolean | null {
  if (!text) return null
  const value = text.toLowerCase()
  if (value !== 'true' && value !== 'false') throw wrongFilter(InvalidAnonFilter)
  return value === 'true'
}

const patterns = (kind: 'include' | 'exclude', query: Query) => ({
  appNames: list(query[`${kind}_app_names`]),
  urlPatterns: list(query[`${kind}_url_patterns`]),
  functionNames: list(query[`${kind}_implemented_by_partial_functions`]),
})

const list = (text = ''): string[] =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter(Boolean)

/** What is kept, for the descriptions. */
export const keptText: Localised = {
  en: 'Of each call, refused ones and logins too, are kept who called (ids), the operation, the path with its bank, how it ended and how long it took. The other values of the path, its query and the body are not kept: they may be personal data.',
  es: 'De cada llamada, también de las rechazadas y de los inicios de sesión, se guarda quién la hizo (identificadores), la operación, la ruta con su banco, cómo terminó y cuánto duró. Los demás valores de la ruta, los parámetros y el cuerpo no se guardan: pueden ser datos personales.',
}

/** The filters that all operations on metrics have, for the descriptions. */
export const filterText: Localised = {
  en: `Possible filters, all of which must hold:

* from_date, to_date: \`2013-01-21T23:08:00.000Z\`
* consumer_id, user_id, bank_id, app_name, verb, correlation_id, http_status_code
* url: the path, such as \`/obp/v1.4.0/banks/gh.29.uk/customer\`
* implemented_by_partial_function: the name of the operation, such as \`getCustomer\`
* implemented_in_version: the version by which it was called
* anon: \`true\` for calls without a user, \`false\` for those of users
* duration: calls that took longer than so many milliseconds
* include_app_names, include_url_patterns, include_implemented_by_partial_functions: only these; comma-separated, with \`%\` for anything in URL patterns
* exclude_app_names, exclude_url_patterns, exclude_implemented_by_partial_functions: all but these`,
  es: `Filtros posibles, que deben cumplirse todos:

* from_date, to_date: \`2013-01-21T23:08:00.000Z\`
* consumer_id, user_id, bank_id, app_name, verb, correlation_id, http_status_code
* url: la ruta, por ejemplo \`/obp/v1.4.0/banks/gh.29.uk/customer\`
* implemented_by_partial_function: el nombre de la operación, por ejemplo \`getCustomer\`
* implemented_in_version: la versión con la que se llamó
* anon: \`true\` para las llamadas sin usuario, \`false\` para las de usuarios
* duration: las llamadas que duraron más de esos milisegundos
* include_app_names, include_url_patterns, include_implemented_by_partial_functions: solo estos; separados por comas, con \`%\` para cualquier texto en los patrones de URL
* exclude_app_names, exclude_url_patterns, exclude_implemented_by_partial_functions: todos menos estos`,
}

/** limit, offset and order, for the descriptions of lists that have a page. */
export const pageText: Localised = {
  en: 'limit (50 if it is left out) and offset choose the page; sort_direction is DESC, the newest first, unless it is ASC.',
  es: 'limit (50 si no se indica) y offset eligen la página; sort_direction es DESC, primero las más recientes, salvo que sea ASC.',
}
