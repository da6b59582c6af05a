/** The step of the pipeline that counts the calls of consumers and refuses those that are too many. */
import type { Log } from '../observation/log.ts'
import { Refusal, TooManyRequests } from '../protocol/errors.ts'
import { applicable, type CallLimits, type LimitedCall, type LimitScope } from './call-limits.ts'
import { type Count, type Counters, failureOf } from './counters.ts'
import { type Limits, type Period, periods } from './periods.ts'

export interface CallCounter {
  /**
   * Counts a call. Gives the headers that tell its caller how many are left: of the shortest period that has a limit.
   * @throws Refusal OBP-10018, and then the call does not count
   */
  count(consumerId: string, call: LimitedCall): Promise<Readonly<Record<string, string>>>
  /** The counts of a consumer as they stand, of what has no narrower limit. */
  counts(consumerId: string): Promise<Record<Period, Count | null>>
}

const keyOf = (consumerId: string, { apiVersion, apiName, bankId }: LimitScope) =>
  `consumer:${consumerId}:${apiVersion}:${apiName}:${bankId}`
const everything: LimitScope = { apiVersion: '', apiName: '', bankId: '' }

export function callCounter(
  { inForce }: Pick<CallLimits, 'inForce'>,
  counters: Counters,
  { excluded, log }: { excluded: readonly string[]; log: Pick<Log, 'warn'> },
): CallCounter {
  /** A store that is away lets calls through: it must not take the bank's API with it. */
  function letThrough(error: unknown): Record<string, string> {
    if (error instanceof Refusal) throw error
    log.warn(failureOf(counters.store, error), 'calls are not counted: the store of the counters does not answer')
    return {}
  }

  return {
    async count(consumerId, call) {
      if (excluded.includes(call.name)) return {}
      const found = applicable(await inForce(consumerId), call)
      if (!found) return {}
      return take(counters, keyOf(consumerId, found.scope), found.limits).catch(letThrough)
    },
    async counts(consumerId) {
      const key = keyOf(consumerId, everything)
      const found = await Promise.all(periods.map(({ seconds }) => counters.look(key, seconds)))
      return Object.fromEntries(periods.map(({ name }, place) => [name, found[place]!])) as Record<Period, Count | null>
    },
  }
}

/**
 * Adds one in every period that has a limit, all at once; where one is exceeded, each is taken back. Of calls at the same
 * moment never more pass than the limit says, for each sees a count of its own.
 */
async function take(counters: Counters, key: string, limits: Limits): Promise<Record<string, string>> {
  const limited = periods.filter(({ name }) => limits[name] > 0)
  const counts = await Promise.all(limited.map(({ seconds }) => counters.add(key, seconds)))
  const exceeded = limited.findIndex(({ name }, place) => counts[place]!.times > limits[name])
  if (exceeded === -1) {
    const [shortest] = limited
    return shortest ? headersOf(limits[shortest.name], counts[0]!) : {}
  }
  await Promise.all(limited.map(({ seconds }) => counters.add(key, seconds, -1)))
  const { name } = limited[exceeded]!
  throw tooMany(name, limits[name], counts[exceeded]!)
}

const headersOf = (limit: number, { times, resetIn }: Count) => ({
  'X-Rate-Limit-Limit': String(limit),
  'X-Rate-Limit-Remaining': String(Math.max(0, limit - times)),
  'X-Rate-Limit-Reset': String(resetIn),
})

const spanish: Record<Period, string> = {
  second: 'segundo',
  minute: 'minuto',
  hour: 'hora',
  day: 'día',
  week: 'semana',
  month: 'mes',
}

const tooMany = (period: Period, limit: number, count: Count): Refusal =>
  new Refusal(
    TooManyRequests,
    {
      en: ` We only allow ${limit} requests per ${period} for this Consumer.`,
      es: ` Solo se permiten ${limit} peticiones por ${spanish[period]} para este consumidor.`,
    },
    { ...headersOf(limit, count), 'Retry-After': String(count.resetIn) },
  )
