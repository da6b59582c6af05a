let second = Number.NaN
let written = ''

/** An instant in whole milliseconds as `Date.toISOString` writes it. Every call pays for two: those of a second share most of it. */
export function isoTime(milliseconds: number): string {
  const itsSecond = Math.floor(milliseconds / 1000)
  if (itsSecond !== second) {
    second = itsSecond
    written = new Date(itsSecond * 1000).toISOString().slice(0, -4)
  }
  return `${written}${String(milliseconds - itsSecond * 1000).padStart(3, '0')}Z`
}
