/** What the operations ask of the metrics. Names and addresses are looked up, never kept with a call. */
import { type Expression, type Kysely, type SqlBool, sql } from 'kysely'
import { Refusal, RequestTimeout } from '../protocol/errors.ts'
import type { Page } from '../protocol/paging.ts'
import { isStatementTooSlow } from '../storage/pool.ts'
import type { Database, Instant } from '../storage/schema.ts'

/** Which calls; what is null or empty does not restrict. */
export interface MetricFilter {
  readonly fromDate: Instant | null
  readonly toDate: Instant | null
  readonly bankId: string | null
  readonly consumerId: string | null
  readonly userId: string | null
  /** true: calls of nobody who is known; false: those of users */
  readonly isAnonymous: boolean | null
  readonly url: string | null
  readonly appName: string | null
  readonly functionName: string | null
  readonly version: string | null
  readonly verb: string | null
  readonly correlationId: string | null
  readonly status: string | null
  /** calls that took longer than so many milliseconds */
  readonly longerThan: number | null
  readonly only: MetricPatterns
  readonly not: MetricPatterns
}

export interface MetricPatterns {
  readonly appNames: readonly string[]
  /** with `%` for anything, as in SQL's `like` */
  readonly urlPatterns: readonly string[]
  readonly functionNames: readonly string[]
}

/** A call, with who made it; user and consumer are null where nobody is known, names where they are gone. */
export interface Metric {
  readonly calledAt: Instant
  readonly duration: number
  readonly operationId: string
  readonly functionName: string
  readonly version: string
  readonly verb: string
  readonly url: string
  readonly status: number
  readonly correlationId: string
  readonly userId: string | null
  readonly username: string | null
  readonly consumerId: string | null
  readonly appName: string | null
  readonly developerEmail: string | null
  readonly sourceIp: string | null
}

/** Columns that a list can be sorted by. */
export const metricOrders = {
  date: 'm.called_at',
  url: 'm.url',
  username: 'u.username',
  user_name: 'u.username',
  app_name: 'c.app_name',
  developer_email: 'c.developer_email',
  implemented_by_partial_function: 'm.function_name',
  implemented_in_version: 'm.version',
  consumer_id: 'm.consumer_id',
  verb: 'm.verb',
} as const
export type MetricOrder = keyof typeof metricOrders

type Slice = Pick<Page, 'limit' | 'offset'>

/** Each rejects with OBP-01000 where it takes longer than a statement may. */
export interface MetricQueries {
  list(filter: MetricFilter, page: Slice & Pick<Page, 'sortDirection'>, order?: MetricOrder): Promise<Metric[]>
  /** Times in milliseconds; all are 0 where there are no calls. */
  aggregate(filter: MetricFilter): Promise<{ count: number; average: number; least: number; most: number }>
  /** The operations that were called most often, by the version they were called by. */
  topOperations(
    filter: MetricFilter,
    slice: Slice,
  ): Promise<{ count: number; operationId: string; functionName: string; version: string }[]>
  /** The consumers that called most often; those that there are no more are left out. */
  topConsumers(
    filter: MetricFilter,
    slice: Slice,
  ): Promise<{ count: number; consumerId: string; appName: string; developerEmail: string }[]>
}

export function metricQueries(db: Kysely<Database>): MetricQueries {
  const matching = (filter: MetricFilter) =>
    db
      .selectFrom('metric as m')
      .leftJoin('consumer as c', 'c.consumer_id', 'm.consumer_id')
      .where(({ and }) => and(conditions(filter)))

  return {
    async list(filter, { limit, offset, sortDirection }, order = 'date') {
      const query = matching(filter)
        .leftJoin('app_user as u', (join) => join.onRef('u.user_id', '=', 'm.user_id').on('u.deleted_at', 'is', null))
        .select([
          'm.called_at as calledAt',
          'm.duration',
          'm.operation_id as operationId',
          'm.function_name as functionName',
          'm.version',
          'm.verb',
          'm.url',
          'm.status',
          'm.correlation_id as correlationId',
          'm.user_id as userId',
          'u.username',
          'm.consumer_id as consumerId',
          'c.app_name as appName',
          'c.developer_email as developerEmail',
        ])
        .select(sql<string | null>`host(m.source_ip)`.as('sourceIp'))
        .$if(order !== 'date', (sorted) => sorted.orderBy(metricOrders[order], sortDirection))
        .orderBy('m.called_at', sortDirection)
        .orderBy('m.metric_id', sortDirection)
        .offset(offset)
      return inTime((limit === null ? query : query.limit(limit)).execute())
    },

    aggregate: (filter) =>
      inTime(
        matching(filter)
          .select(({ fn }) => [
            fn.countAll<number>().as('count'),
            sql<number>`coalesce(round(avg(m.duration), 2), 0)::float8`.as('average'),
            sql<number>`coalesce(min(m.duration), 0)`.as('least'),
            sql<number>`coalesce(max(m.duration), 0)`.as('most'),
          ])
          .executeTakeFirstOrThrow(),
      ),

    topOperations(filter, { limit, offset }) {
      const query = matching(filter)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .select(['m.operation_id as operationId', 'm.function_name as functionName', 'm.version'])
        .groupBy(['m.operation_id', 'm.function_name', 'm.version'])
        .orderBy('count', 'desc')
        .orderBy('m.function_name')
        .orderBy('m.version')
        .offset(offset)
      return inTime((limit === null ? query : query.limit(limit)).execute())
    },

    topConsumers(filter, { limit, offset }) {
      const query = matching(filter)
        .innerJoin('consumer as known', 'known.consumer_id', 'm.consumer_id')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .select([
          'known.consumer_id as consumerId',
          'known.app_name as appName',
          'known.developer_email as developerEmail',
        ])
        .groupBy('known.consumer_id')
        .orderBy('count', 'desc')
        .orderBy('known.app_name')
        .orderBy('known.consumer_id')
        .offset(offset)
      return inTime((limit === null ? query : query.limit(limit)).execute())
    },
  }
}

/** @throws Refusal OBP-01000 where there is too much to read: the database is there, and the caller can ask for less */
async function inTime<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch (error) {
    if (!isStatementTooSlow(error)) throw error
    throw new Refusal(RequestTimeout, {
      en: 'There are too many calls to read: please ask for less time, with from_date and to_date.',
      es: 'Hay demasiadas llamadas que leer: pida menos tiempo con from_date y to_date.',
    })
  }
}

// in SQL a backslash escapes what follows, and at the end of a pattern is an error
const literal = (patterns: readonly string[]) => patterns.map((pattern) => pattern.replaceAll('\\', '\\\\'))

function conditions(filter: MetricFilter): Expression<SqlBool>[] {
  const { fromDate, toDate, isAnonymous, longerThan, only, not } = filter
  const equal = (column: string, value: string | null) =>
    value === null ? [] : [sql<SqlBool>`${sql.ref(column)} = ${value}`]
  const given = (list: readonly string[], condition: (list: readonly string[]) => Expression<SqlBool>) =>
    list.length === 0 ? [] : [condition(list)]
  return [
    ...(fromDate === null ? [] : [sql<SqlBool>`m.called_at >= ${fromDate}`]),
    ...(toDate === null ? [] : [sql<SqlBool>`m.called_at <= ${toDate}`]),
    ...equal('m.bank_id', filter.bankId),
    ...equal('m.consumer_id', filter.consumerId),
    ...equal('m.user_id', filter.userId),
    ...equal('m.url', filter.url),
    ...equal('c.app_name', filter.appName),
    ...equal('m.function_name', filter.functionName),
    ...equal('m.version', filter.version),
    ...equal('m.verb', filter.verb),
    ...equal('m.correlation_id', filter.correlationId),
    ...(filter.status === null ? [] : [sql<SqlBool>`m.status::text = ${filter.status}`]),
    ...(isAnonymous === null
      ? []
      : [isAnonymous ? sql<SqlBool>`m.user_id is null` : sql<SqlBool>`m.user_id is not null`]),
    ...(longerThan === null ? [] : [sql<SqlBool>`m.duration > ${longerThan}`]),
    ...given(only.appNames, (names) => sql`c.app_name = any(${names})`),
    ...given(only.urlPatterns, (patterns) => sql`m.url like any(${literal(patterns)})`),
    ...given(only.functionNames, (names) => sql`m.function_name = any(${names})`),
    // a call without a consumer has no name that could be among them
    ...given(not.appNames, (names) => sql`(c.app_name = any(${names})) is not true`),
    ...given(not.urlPatterns, (patterns) => sql`not m.url like any(${literal(patterns)})`),
    ...given(not.functionNames, (names) => sql`m.function_name <> all(${names})`),
  ]
}
