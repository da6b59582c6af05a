/** Calls that were made earlier. */
import type { ObservedCall } from '../observation/metrics.ts'
import type { TestServer } from './server.ts'

/** Milliseconds since 1970 of a second of the year 2001. */
export const second = (n: number): number => Date.UTC(2001, 0, 1, 0, 0, n)

/** The dates that hold every call of a test, and none that the test itself makes. */
export const thatYear = 'from_date=2001-01-01T00:00:00.000Z&to_date=2001-12-31T00:00:00.000Z'

export const call: ObservedCall = {
  calledAt: second(0),
  duration: 10,
  operationId: 'OBPv1.4.0-getCustomer',
  version: 'v3.1.0',
  verb: 'GET',
  url: '/obp/v3.1.0/banks/gh.29.uk/customer',
  status: 200,
  correlationId: 'first-call',
  bankId: 'gh.29.uk',
  userId: null,
  consumerId: null,
  sourceIp: '192.0.2.17',
}

/** Observes calls, the first in second 0, the next in second 1 … */
export function observe({ services: { metrics } }: TestServer, changes: readonly Partial<ObservedCall>[]): void {
  for (const [n, change] of changes.entries()) metrics.observe({ ...call, calledAt: second(n), ...change })
}

/** 400 for each of these, and why; in this order, where several are wrong. */
export const wrongFilters = [
  ['sort_direction=up', 'OBP-10023: obp_sort_direction parameter can only take two values: DESC or ASC!'],
  [
    'from_date=yesterday',
    "OBP-10026: Failed to parse date string. Please use this format yyyy-MM-dd'T'HH:mm:ss.SSS'Z'!",
  ],
  [
    'to_date=2013-02-31T00:00:00.000Z',
    "OBP-10026: Failed to parse date string. Please use this format yyyy-MM-dd'T'HH:mm:ss.SSS'Z'!",
  ],
  ['limit=0', 'OBP-10025: wrong value for obp_limit parameter. Please send a positive integer (=>1)!'],
  ['offset=-1', 'OBP-10024: wrong value for obp_offset parameter. Please send a positive integer (=>0)!'],
  ['anon=maybe', 'OBP-10028: anon parameter can only take two values: TRUE or FALSE!'],
  ['duration=-1', 'OBP-10029: wrong value for `duration` parameter. Please send a positive integer (=>0)!'],
  ['duration=long', 'OBP-10029: wrong value for `duration` parameter. Please send a positive integer (=>0)!'],
] as const
