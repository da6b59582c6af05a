/** How often consumers may call: what administrators have set, and which of it applies to a call. */
import { randomUUID } from 'node:crypto'
import { type Selectable, sql, type Transaction } from 'kysely'
import { type Origin, recordChange } from '../observation/audit.ts'
import { gather } from '../storage/gather.ts'
import type { Storage } from '../storage/pool.ts'
import type { CallLimitTable, Database, Instant } from '../storage/schema.ts'
import { eachPeriod, type Limits } from './periods.ts'

/** What a limit is about: '' is any version, any operation, any bank. */
export interface LimitScope {
  readonly apiVersion: string
  readonly apiName: string
  readonly bankId: string
}

export interface NewCallLimit extends LimitScope {
  readonly consumerId: string
  readonly fromDate: Instant
  readonly toDate: Instant
  readonly limits: Limits
}

export interface CallLimit extends NewCallLimit {
  readonly callLimitId: string
  readonly createdAt: Instant
  readonly updatedAt: Instant
}

export interface CallLimits {
  /** All that was ever set for a consumer, oldest first. */
  ofConsumer(consumerId: string): Promise<CallLimit[]>
  /** Those whose time it is. */
  inForce(consumerId: string): Promise<CallLimit[]>
  /** Those whose time it is at some instant. */
  inForceAt(consumerId: string, at: Instant): Promise<CallLimit[]>
  create(origin: Origin, limit: NewCallLimit): Promise<CallLimit>
  /** Replaces what was last set for the consumer and scope, or sets it; of two at once one sets and the other replaces. */
  put(origin: Origin, limit: NewCallLimit): Promise<CallLimit>
  /** Null where the consumer has no such limit. */
  update(origin: Origin, callLimitId: string, limit: NewCallLimit): Promise<CallLimit | null>
  /** False where the consumer has no such limit. */
  remove(origin: Origin, consumerId: string, callLimitId: string): Promise<boolean>
}

const toCallLimit = (row: Selectable<CallLimitTable>): CallLimit => ({
  callLimitId: row.call_limit_id,
  consumerId: row.consumer_id,
  apiVersion: row.api_version,
  apiName: row.api_name,
  bankId: row.bank_id,
  fromDate: row.from_date,
  toDate: row.to_date,
  limits: eachPeriod((period) => row[`per_${period}`]),
  createdAt: row.created_at,
  updatedAt: row.updated_at,
})

const toColumns = ({ consumerId, apiVersion, apiName, bankId, fromDate, toDate, limits }: NewCallLimit) => ({
  consumer_id: consumerId,
  api_version: apiVersion,
  api_name: apiName,
  bank_id: bankId,
  from_date: fromDate,
  to_date: toDate,
  per_second: limits.second,
  per_minute: limits.minute,
  per_hour: limits.hour,
  per_day: limits.day,
  per_week: limits.week,
  per_month: limits.month,
})

export function callLimits({ db, lookups }: Storage): CallLimits {
  const inForce = gather<string, CallLimit>({
    lookups,
    name: 'call_limits_in_force',
    text: `
      select asked.place, l.*
      from unnest($1::text[]) with ordinality as asked(consumer_id, place)
      join call_limit l on l.consumer_id = asked.consumer_id
      where l.from_date <= now() and now() < l.to_date
      order by asked.place, l.created_at, l.call_limit_id`,
    parts: (consumerId) => [consumerId],
    shape: toCallLimit,
  })
  const ofConsumer = (consumerId: string) =>
    db
      .selectFrom('call_limit')
      .selectAll()
      .where('consumer_id', '=', consumerId)
      .orderBy('created_at')
      .orderBy('call_limit_id')

  return {
    inForce,
    ofConsumer: async (consumerId) => (await ofConsumer(consumerId).execute()).map(toCallLimit),
    inForceAt: async (consumerId, at) =>
      (await ofConsumer(consumerId).where('from_date', '<=', at).where('to_date', '>', at).execute()).map(toCallLimit),

    create: (origin, limit) => db.transaction().execute((transaction) => insert(transaction, origin, limit)),

    put: (origin, limit) =>
      db.transaction().execute(async (transaction) => {
        // whoever sets limits of this consumer at the same moment waits here
        await transaction
          .selectFrom('consumer')
          .select('consumer_id')
          .where('consumer_id', '=', limit.consumerId)
          .forUpdate()
          .execute()
        const last = await transaction
          .selectFrom('call_limit')
          .select('call_limit_id')
          .where('consumer_id', '=', limit.consumerId)
          .where('api_version', '=', limit.apiVersion)
          .where('api_name', '=', limit.apiName)
          .where('bank_id', '=', limit.bankId)
          .orderBy('created_at', 'desc')
          .orderBy('call_limit_id')
          .limit(1)
          .executeTakeFirst()
        const updated = last && (await update(transaction, origin, last.call_limit_id, limit))
        return updated ?? insert(transaction, origin, limit)
      }),

    update: (origin, callLimitId, limit) =>
      db.transaction().execute((transaction) => update(transaction, origin, callLimitId, limit)),

    remove: (origin, consumerId, callLimitId) =>
      db.transaction().execute(async (transaction) => {
        const row = await transaction
          .deleteFrom('call_limit')
          .where('call_limit_id', '=', callLimitId)
          .where('consumer_id', '=', consumerId)
          .returningAll()
          .executeTakeFirst()
        if (row) await audit(transaction, origin, row, 'deleted')
        return row !== undefined
      }),
  }
}

async function insert(transaction: Transaction<Database>, origin: Origin, limit: NewCallLimit): Promise<CallLimit> {
  const row = await transaction
    .insertInto('call_limit')
    .values({ call_limit_id: randomUUID(), ...toColumns(limit) })
    .returningAll()
    .executeTakeFirstOrThrow()
  await audit(transaction, origin, row, 'created')
  return toCallLimit(row)
}

async function update(
  transaction: Transaction<Database>,
  origin: Origin,
  callLimitId: string,
  limit: NewCallLimit,
): Promise<CallLimit | null> {
  const row = await transaction
    .updateTable('call_limit')
    .set({ ...toColumns(limit), updated_at: sql`now()` })
    .where('call_limit_id', '=', callLimitId)
    .where('consumer_id', '=', limit.consumerId)
    .returningAll()
    .executeTakeFirst()
  if (!row) return null
  await audit(transaction, origin, row, 'updated')
  return toCallLimit(row)
}

const audit = (
  transaction: Transaction<Database>,
  origin: Origin,
  row: Selectable<CallLimitTable>,
  what: 'created' | 'updated' | 'deleted',
) =>
  recordChange(transaction, origin, {
    bankId: row.bank_id,
    subject: 'call_limit',
    subjectId: row.call_limit_id,
    change: { [what]: row },
  })

/** A call, as far as limits look at it. */
export interface LimitedCall {
  /** the version by which it came, `v4.0.0` */
  readonly prefix: string
  /** the function that answers, `getCustomer` */
  readonly name: string
  /** '' where the path has no bank */
  readonly bankId: string
}

/**
 * The limits that apply to a call: those of its version and operation, or else of its operation, its version, or of
 * everything; each first at its bank. Several of one scope add up, as OBP's v6.0.0 says. Null where none applies.
 */
export function applicable(
  all: readonly CallLimit[],
  { prefix, name, bankId }: LimitedCall,
): { scope: LimitScope; limits: Limits } | null {
  for (const [apiVersion, apiName] of [
    [prefix, name],
    ['', name],
    [prefix, ''],
    ['', ''],
  ] as const)
    for (const place of bankId === '' ? [''] : [bankId, '']) {
      const found = all.filter(
        (limit) => limit.apiVersion === apiVersion && limit.apiName === apiName && limit.bankId === place,
      )
      if (found.length > 0) return { scope: { apiVersion, apiName, bankId: place }, limits: sum(found) }
    }
  return null
}

/** Those of limits that are added up; -1 where none of them has one for the period. */
export const sum = (all: readonly CallLimit[]): Limits =>
  eachPeriod((period) => {
    const set = all.map(({ limits }) => limits[period]).filter((limit) => limit > 0)
    return set.length === 0 ? -1 : set.reduce((total, limit) => total + limit, 0)
  })
