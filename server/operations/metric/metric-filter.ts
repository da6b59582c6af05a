/** Which metrics a query asks for, and how documentation says it. */
import type { MetricFilter } from '../../observation/metric-queries.ts'
import { InvalidAnonFilter, InvalidDurationFilter } from '../../protocol/errors.ts'
import type { Localised } from '../../protocol/languages.ts'
import type { Page } from '../../protocol/paging.ts'
import { flag, integer, list, type QueryParameter, type QueryValues, text } from '../../protocol/query.ts'
import type { Instant } from '../../storage/schema.ts'

/** The parameters that all operations on metrics know besides those of a page. */
export const metricParameters = {
  anon: flag(InvalidAnonFilter, {
    en: 'true for calls without a user, false for those of users.',
    es: 'true para las llamadas sin usuario, false para las de usuarios.',
  }),
  duration: integer({ least: 0 }, InvalidDurationFilter, 500, {
    en: 'Calls that took longer than so many milliseconds.',
    es: 'Las llamadas que duraron más de esos milisegundos.',
  }),
  bank_id: text('gh.29.uk', { en: 'Calls at this bank.', es: 'Las llamadas a este banco.' }),
  consumer_id: text('5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4', {
    en: 'Calls of this consumer.',
    es: 'Las llamadas de este consumidor.',
  }),
  user_id: text('9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1', {
    en: 'Calls of this user.',
    es: 'Las llamadas de este usuario.',
  }),
  url: text('/obp/v1.4.0/banks/gh.29.uk/customer', {
    en: 'Calls of this path.',
    es: 'Las llamadas a esta ruta.',
  }),
  app_name: text('Branch desk', {
    en: 'Calls of the consumer of this name.',
    es: 'Las llamadas del consumidor con este nombre.',
  }),
  implemented_by_partial_function: text('getCustomer', {
    en: 'The name of the operation.',
    es: 'El nombre de la operación.',
  }),
  implemented_in_version: text('v1.4.0', {
    en: 'The version by which it was called.',
    es: 'La versión con la que se llamó.',
  }),
  verb: text('GET', { en: 'Calls with this verb.', es: 'Las llamadas con este verbo.' }),
  correlation_id: text('1flssoftxq0cr1nssr68u0mioj', {
    en: 'The call with this Correlation-Id.',
    es: 'La llamada con este Correlation-Id.',
  }),
  http_status_code: text('200', {
    en: 'Calls that were answered with this status.',
    es: 'Las llamadas que se respondieron con este estado.',
  }),
  include_app_names: list('Branch desk,Onboarding', {
    en: 'Only calls of these consumers, comma-separated.',
    es: 'Solo las llamadas de estos consumidores, separados por comas.',
  }),
  include_url_patterns: list('/obp/v1.4.0/%,%/crm-events', {
    en: 'Only calls of these paths, comma-separated, with % for any text.',
    es: 'Solo las llamadas a estas rutas, separadas por comas, con % para cualquier texto.',
  }),
  include_implemented_by_partial_functions: list('getCustomer,addCustomer', {
    en: 'Only calls of these operations, comma-separated.',
    es: 'Solo las llamadas a estas operaciones, separadas por comas.',
  }),
  exclude_app_names: list('Branch desk,Onboarding', {
    en: 'All calls but those of these consumers, comma-separated.',
    es: 'Todas las llamadas menos las de estos consumidores, separados por comas.',
  }),
  exclude_url_patterns: list('/obp/v1.4.0/%,%/crm-events', {
    en: 'All calls but those of these paths, comma-separated, with % for any text.',
    es: 'Todas las llamadas menos las de estas rutas, separadas por comas, con % para cualquier texto.',
  }),
  exclude_implemented_by_partial_functions: list('getCustomer,addCustomer', {
    en: 'All calls but those of these operations, comma-separated.',
    es: 'Todas las llamadas menos las de estas operaciones, separadas por comas.',
  }),
}

/** What a call of an operation on metrics asks for. */
export interface AskedMetrics {
  page: Page
  query: QueryValues<typeof metricParameters>
}

/** The filter that a call asks for. */
export function readMetricFilter({ page: { fromDate, toDate }, query }: AskedMetrics): MetricFilter {
  return {
    fromDate,
    toDate,
    isAnonymous: query.anon ?? null,
    longerThan: query.duration ?? null,
    bankId: query.bank_id ?? null,
    consumerId: query.consumer_id ?? null,
    userId: query.user_id ?? null,
    url: query.url ?? null,
    appName: query.app_name ?? null,
    functionName: query.implemented_by_partial_function ?? null,
    version: query.implemented_in_version ?? null,
    verb: query.verb?.toUpperCase() ?? null,
    correlationId: query.correlation_id ?? null,
    status: query.http_status_code ?? null,
    only: {
      appNames: query.include_app_names ?? [],
      urlPatterns: query.include_url_patterns ?? [],
      functionNames: query.include_implemented_by_partial_functions ?? [],
    },
    not: {
      appNames: query.exclude_app_names ?? [],
      urlPatterns: query.exclude_url_patterns ?? [],
      functionNames: query.exclude_implemented_by_partial_functions ?? [],
    },
  }
}

/** Days before `to_date`, or before now, that figures are of where `from_date` is left out. */
const reportedDays = 30

/** As {@link readMetricFilter}, for figures: they read every call of their time, so that there has to be an end to it. */
export function readReportFilter(call: AskedMetrics): MetricFilter {
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

/** What is kept, for the descriptions. */
export const keptText: Localised = {
  en: 'Of each call, refused ones and logins too, are kept who called (ids), the operation, the path with its bank, how it ended and how long it took. The other values of the path, its query and the body are not kept: they may be personal data.',
  es: 'De cada llamada, también de las rechazadas y de los inicios de sesión, se guarda quién la hizo (identificadores), la operación, la ruta con su banco, cómo terminó y cuánto duró. Los demás valores de la ruta, los parámetros y el cuerpo no se guardan: pueden ser datos personales.',
}

const lineOf =
  (language: keyof Localised) =>
  ([name, { meaning, example }]: [string, QueryParameter]) =>
    `* ${name}: ${meaning[language]} \`${example}\``
const linesIn = (language: keyof Localised) => Object.entries(metricParameters).map(lineOf(language)).join('\n')

/** The filters that all operations on metrics have, for the descriptions. */
export const filterText: Localised = {
  en: `Possible filters, all of which must hold:

* from_date, to_date: the time of the call. \`2013-01-21T23:08:00.000Z\`
${linesIn('en')}`,
  es: `Filtros posibles, que deben cumplirse todos:

* from_date, to_date: el momento de la llamada. \`2013-01-21T23:08:00.000Z\`
${linesIn('es')}`,
}

/** limit, offset and order, for the descriptions of lists that have a page. */
export const pageText: Localised = {
  en: 'limit (50 if it is left out) and offset choose the page; sort_direction is DESC, the newest first, unless it is ASC.',
  es: 'limit (50 si no se indica) y offset eligen la página; sort_direction es DESC, primero las más recientes, salvo que sea ASC.',
}
