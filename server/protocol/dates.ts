/** How instants come in and go out. */
import type { Instant } from '../storage/schema.ts'

/** The forms of {@link parseInstant}; what the calendar does not have, such as 31 February, keeps to them too. */
export const dateForm =
  /^([1-9]\d{3})-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?:T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d{1,9}))?(Z|[+-](?:0\d|1[0-8]):[0-5]\d))?$/

/** The forms of {@link parseFilterInstant}. */
export const filterDateForm: RegExp = new RegExp(dateForm.source.replace('):[0-5]\\d))', '):?[0-5]\\d))'))

/**
 * Reads the dates that the page shows: `2013-01-21T23:08:00Z`, the same with a fraction or an offset, and a plain
 * `2018-03-09`, which is midnight UTC. Gives milliseconds at most; undefined for anything else: junk behind the date,
 * 31 February, a year outside 1000 to 9999.
 */
export function parseInstant(text: string): Instant | undefined {
  const match = dateForm.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', offset = 'Z'] = match
  const local = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  // Date rolls 31 February over into March; a date that exists comes back as it went in
  if (
    Number.isNaN(local.getTime()) ||
    local.toISOString().slice(0, 19) !== `${year}-${month}-${day}T${hour}:${minute}:${second}`
  )
    return undefined
  const milliseconds = Number(fraction.padEnd(3, '0').slice(0, 3))
  const instant = new Date(local.getTime() - offsetMinutes(offset) * 60_000 + milliseconds)
  const utcYear = instant.getUTCFullYear()
  if (utcYear < 1000 || utcYear > 9999) return undefined
  return instant.toISOString().replace(/\.?0*Z$/, 'Z') as Instant
}

/** Reads a date of a query: as {@link parseInstant}, and with a zone that has no colon, as OBP's filters take it: `+0200`. */
export const parseFilterInstant = (text: string): Instant | undefined =>
  parseInstant(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0
  return (offset[0] === '-' ? -1 : 1) * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(4)))
}

/** As OBP writes dates: whole seconds, UTC. `2013-01-21T23:08:00Z` */
export const toSeconds = (instant: Instant): string => `${instant.slice(0, 19)}Z`

/** As OBP writes the dates of metrics: milliseconds, UTC. `2013-01-21T23:08:00.000Z` */
export const toMilliseconds = (instant: Instant): string => new Date(instant).toISOString()

/** As {@link toSeconds}; no date stays null. */
export const toSecondsOrNull = (instant: Instant | null): string | null =>
  instant === null ? null : toSeconds(instant)
