/** How often one network address may try: to log in wrongly, to sign up, to call without a login. */
import ipaddr from 'ipaddr.js'
import type { Log } from '../observation/log.ts'
import { Refusal, TooManyRequests } from '../protocol/errors.ts'
import { type Counters, failureOf } from './counters.ts'

const kinds = {
  'failed login': { seconds: 60, en: 'failed logins per minute', es: 'inicios de sesión fallidos por minuto' },
  'sign-up': { seconds: 3600, en: 'sign-ups per hour', es: 'altas por hora' },
  'anonymous call': { seconds: 3600, en: 'requests per hour', es: 'peticiones por hora' },
} as const
export type Kind = keyof typeof kinds

export interface AddressLimits {
  /** @throws Refusal OBP-10018 where the address has had its share */
  assertBelow(kind: Kind, address: string): Promise<void>
  /** Counts one. @throws Refusal OBP-10018 where it is one too many */
  count(kind: Kind, address: string): Promise<void>
}

/** 0 is no limit. */
export function addressLimits(
  counters: Counters,
  most: Readonly<Record<Kind, number>>,
  log: Pick<Log, 'warn'>,
): AddressLimits {
  async function below(kind: Kind, address: string, look: 'look' | 'add') {
    if (most[kind] === 0) return
    const { seconds } = kinds[kind]
    const count = await counters[look](`address:${kind}:${networkOf(address)}`, seconds).catch((error: unknown) => {
      log.warn(failureOf(counters.store, error), 'addresses are not counted: the store does not answer')
      return null
    })
    if (count && (look === 'add' ? count.times > most[kind] : count.times >= most[kind]))
      throw tooMany(kind, most[kind], count.resetIn)
  }
  return {
    assertBelow: (kind, address) => below(kind, address, 'look'),
    count: (kind, address) => below(kind, address, 'add'),
  }
}

/** What counts as one caller: an IPv4 address, or the /64 that one customer of a provider has of IPv6. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address
  const parsed = ipaddr.process(address)
  if (parsed instanceof ipaddr.IPv4) return parsed.toString()
  return new ipaddr.IPv6([...parsed.parts.slice(0, 4), 0, 0, 0, 0]).toString() + '/64'
}

const tooMany = (kind: Kind, limit: number, resetIn: number): Refusal =>
  new Refusal(
    TooManyRequests,
    {
      en: ` We only allow ${limit} ${kinds[kind].en} for anonymous access.`,
      es: ` Solo se permiten ${limit} ${kinds[kind].es} sin identificarse.`,
    },
    { 'Retry-After': String(resetIn) },
  )
