import { setTimeout as delay } from 'node:timers/promises'

/** Whether `fact` came true within `milliseconds`. Leaves no timer behind, so that it never holds up the end of the process. */
export async function within(fact: Promise<unknown>, milliseconds: number): Promise<boolean> {
  const timer = new AbortController()
  const late = delay(milliseconds, false, { signal: timer.signal }).catch(() => false)
  try {
    return await Promise.race([fact.then(() => true), late])
  } finally {
    timer.abort()
  }
}

/** Whether `isSo` answered true before `milliseconds` had passed, asking every ten milliseconds and once at least. */
export async function until(isSo: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds
  for (;;) {
    if (await isSo()) return true
    if (performance.now() > end) return false
    await delay(10)
  }
}
