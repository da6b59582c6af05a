/** Which metrics a query asks for, and how documentation says it. */
import type { MetricFilter } from '../../observation/metric-queries.ts'
import { InvalidAnonFilter, InvalidDurationFilter } from '../../protocol/errors.ts'
import type { Localised } from '../../protocol/languages.ts'
import type { Page } from '../../protocol/paging.ts'
import { flag, integer, list, type QueryValues, text } from '../../protocol/query.ts'
import type { Instant } from '../../storage/schema.ts'

/** The parameters that all operations on metrics know besides those of a page. */
export const metricParameters = {
  anon: flag(InvalidAnonFilter, {
    en: 'true for calls made without a user, false for calls made by users.',
    es: 'true para las llamadas sin usuario; false para las de usuarios identificados.',
  }),
  duration: integer({ least: 0 }, InvalidDurationFilter, 500, {
    en: 'Calls that took longer than this number of milliseconds.',
    es: 'Las llamadas que duraron más de este número de milisegundos.',
  }),
  bank_id: text('gh.29.uk', {
    en: 'Calls whose path names this bank.',
    es: 'Las llamadas en cuya ruta figura este banco.',
  }),
  consumer_id: text('5dc1a7e4-6d02-40e3-a129-0b2bf89de8c4', {
    en: 'Calls made by this consumer.',
    es: 'Las llamadas hechas por este consumidor.',
  }),
  user_id: text('9ca9a7e4-6d02-40e3-a129-0b2bf89de9b1', {
    en: 'Calls made by this user.',
    es: 'Las llamadas hechas por este usuario.',
  }),
  url: text('/obp/v1.4.0/banks/gh.29.uk/customer', {
    en: 'Calls to this path.',
    es: 'Las llamadas a esta ruta.',
  }),
  app_name: text('Branch desk', {
    en: 'Calls made by the consumer with this name.',
    es: 'Las llamadas hechas por el consumidor con este nombre.',
  }),
  implemented_by_partial_function: text('getCustomer', {
    en: 'Calls to the operation with this name.',
    es: 'Las llamadas a la operación con este nombre.',
  }),
  implemented_in_version: text('v1.4.0', {
    en: 'Calls made under this version of the API.',
    es: 'Las llamadas hechas con esta versión de la API.',
  }),
  verb: text('GET', { en: 'Calls with this HTTP verb.', es: 'Las llamadas con este verbo HTTP.' }),
  correlation_id: text('1flssoftxq0cr1nssr68u0mioj', {
    en: 'The call with this correlation id.',
    es: 'La llamada con este identificador de correlación.',
  }),
  http_status_code: text('200', {
    en: 'Calls answered with this HTTP status.',
    es: 'Las llamadas respondidas con este estado HTTP.',
  }),
  include_app_names: list('Branch desk,Onboarding', {
    en: 'Only calls made by the consumers with these names, separated by commas.',
    es: 'Solo las llamadas de los consumidores con estos nombres, separados por comas.',
  }),
  include_url_patterns: list('/obp/v1.4.0/%,%/crm-events', {
    en: 'Only calls to these paths, separated by commas; % stands for any text.',
    es: 'Solo las llamadas a estas rutas, separadas por comas; % representa cualquier texto.',
  }),
  include_implemented_by_partial_functions: list('getCustomer,addCustomer', {
    en: 'Only calls to the operations with these names, separated by commas.',
    es: 'Solo las llamadas a las operaciones con estos nombres, separados por comas.',
  }),
  exclude_app_names: list('Branch desk,Onboarding', {
    en: 'Leaves out calls made by the consumers with these names, separated by commas.',
    es: 'Excluye las llamadas de los consumidores con estos nombres, separados por comas.',
  }),
  exclude_url_patterns: list('/obp/v1.4.0/%,%/crm-events', {
    en: 'Leaves out calls to these paths, separated by commas; % stands for any text.',
    es: 'Excluye las llamadas a estas rutas, separadas por comas; % representa cualquier texto.',
  }),
  exclude_implemented_by_partial_functions: list('getCustomer,addCustomer', {
    en: 'Leaves out calls to the operations with these names, separated by commas.',
    es: 'Excluye las llamadas a las operaciones con estos nombres, separados por comas.',
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

/** Which calls figures are of, for their descriptions. */
export const reportText: Localised = {
  en: `A call has to match every filter that is given. Without from_date, the calls of the ${reportedDays} days before to_date count, or before now.`,
  es: `Cada llamada ha de cumplir todos los filtros que se indiquen. Sin from_date cuentan las llamadas de los ${reportedDays} días anteriores a to_date o, si tampoco se indica, a este momento.`,
}

/** Which calls a list has, and what is kept of each, for the descriptions. */
export const keptText: Localised = {
  en: 'A call has to match every filter that is given. Of each call, refused ones and logins too, are kept who called (ids), the operation, the path with its bank, how it ended and how long it took. The other values of the path, its query and the body are not kept: they may be personal data.',
  es: 'Cada llamada ha de cumplir todos los filtros que se indiquen. De cada llamada, también de las rechazadas y de los inicios de sesión, se guarda quién la hizo (identificadores), la operación, la ruta con su banco, cómo terminó y cuánto duró. Los demás valores de la ruta, los parámetros y el cuerpo no se guardan: pueden ser datos personales.',
}
