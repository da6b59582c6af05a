/** The periods in which the calls of a consumer are counted, shortest first. */
export const periods = [
  { name: 'second', seconds: 1 },
  { name: 'minute', seconds: 60 },
  { name: 'hour', seconds: 3600 },
  { name: 'day', seconds: 86_400 },
  { name: 'week', seconds: 604_800 },
  { name: 'month', seconds: 2_592_000 },
] as const

export type Period = (typeof periods)[number]['name']

/** Most calls in each period; -1 (and 0, as in OBP) is no limit. */
export type Limits = Readonly<Record<Period, number>>

/** The value that a function gives for each period. */
export const eachPeriod = <T>(of: (period: Period) => T): Record<Period, T> =>
  Object.fromEntries(periods.map(({ name }) => [name, of(name)])) as Record<Period, T>
