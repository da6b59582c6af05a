/** The versions of the API: the prefixes that are served, and which operation answers under which. */

/** Prefixes that clients call, oldest first. */
export const prefixes = [
  'v1.4.0',
  'v2.0.0',
  'v2.1.0',
  'v2.2.0',
  'v3.0.0',
  'v3.1.0',
  'v4.0.0',
  'v5.0.0',
  'v5.1.0',
  'v6.0.0',
] as const
export type Prefix = (typeof prefixes)[number]

/** Versions that operations were defined in. The oldest have no prefix of their own here. */
export type Version = 'v1.2.1' | Prefix

const order: readonly Version[] = ['v1.2.1', ...prefixes]
export const isAtLeast = (version: Version, least: Version): boolean => order.indexOf(version) >= order.indexOf(least)

interface Versioned {
  version: Version
  until?: Prefix | undefined
  verb: string
  path: string
}

/**
 * The operations that answer under a prefix: each under its own version and the later ones, until its last version or
 * until a newer operation takes its verb and path.
 */
export function servedUnder<Op extends Versioned>(prefix: Prefix, operations: readonly Op[]): Op[] {
  const newest = new Map<string, Op>()
  for (const operation of operations) {
    if (!isAtLeast(prefix, operation.version)) continue
    const key = routeOf(operation)
    const rival = newest.get(key)
    if (!rival || isAtLeast(operation.version, rival.version)) newest.set(key, operation)
  }
  return [...newest.values()].filter(({ until }) => !until || isAtLeast(until, prefix))
}

/** The path, whatever its placeholders are called. */
export const shapeOf = ({ path }: Pick<Versioned, 'path'>): string => path.replaceAll(placeholder, '*')

const routeOf = (operation: Pick<Versioned, 'verb' | 'path'>) => `${operation.verb} ${shapeOf(operation)}`

/** True where two operations answer the same calls, each in its versions. */
export const sameRoute = (one: Pick<Versioned, 'verb' | 'path'>, other: Pick<Versioned, 'verb' | 'path'>): boolean =>
  routeOf(one) === routeOf(other)

/** A part of a path that stands for a value: BANK_ID, USERNAME. */
export const placeholder = /(?<=\/)[A-Z][A-Z_]*(?=\/|$)/g
