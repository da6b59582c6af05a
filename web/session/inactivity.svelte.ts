/** Ends a session that nobody uses: after a time without key or pointer in any tab, with a warning before. */
import { browserStorage } from '../storage.ts'

/** seconds that the warning counts down */
const warned = 60
/** milliseconds within which it need not be written again that somebody is here */
const quiet = 1000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
/** where the tabs of one browser tell each other when somebody last did something, in milliseconds since 1970 */
const stored = 'active'
/** and from when to when nobody did anything in any of them, the last time that it was long */
const storedAbsence = 'absent'
/** after how many seconds the server logs off, as a tab that is logged on has learnt it */
const storedTimeout = 'timeout'
/** seconds, where none has learnt it yet */
const usualTimeout = 300
/** seconds; no server logs off sooner */
const long = 60

export class Inactivity {
  /** seconds until the end; null while it is far */
  remaining: number | null = $state(null)
  private timeout = Number.POSITIVE_INFINITY
  /** since when this tab counts, in milliseconds since 1970 */
  private since = 0
  private ticking: ReturnType<typeof setInterval> | undefined
  private readonly onEnd: () => void

  constructor(onEnd: () => void) {
    this.onEnd = onEnd
    this.notice = this.notice.bind(this)
  }

  /** What is done in this tab counts for all, also for those where somebody else is signed in. */
  watch(): void {
    for (const sign of signs) addEventListener(sign, this.notice, { passive: true })
    document.addEventListener('visibilitychange', () => this.check())
  }

  /** Begins to count. Somebody who has just signed in is here; a tab that is loaded again may have been left long ago. */
  start({ isNew }: { isNew: boolean }): void {
    this.stop()
    this.timeout = knownTimeout()
    if (isNew) browserStorage.set(stored, String(Date.now()))
    this.since = this.lastSign()
    this.ticking = setInterval(() => this.check(), 1000)
    this.check()
  }

  /** @param timeout in seconds, as the server has it */
  learn(timeout: number): void {
    browserStorage.set(storedTimeout, String(timeout))
    this.start({ isNew: false })
  }

  stop(): void {
    clearInterval(this.ticking)
    this.timeout = Number.POSITIVE_INFINITY
    this.remaining = null
  }

  /** Somebody is here, and says so. */
  stay(): void {
    const idle = this.idle()
    if (idle > long * 1000) browserStorage.set(storedAbsence, `${this.lastSign()} ${Date.now()}`)
    browserStorage.set(stored, String(Date.now()))
    this.check()
  }

  /** Whether nobody has done anything in any tab for as long as one stays logged on. */
  isLong(): boolean {
    return this.idle() > knownTimeout() * 1000
  }

  private notice(): void {
    // first: a machine that slept for a night is touched too late
    this.check()
    // once there is the warning, a hand that brushes the mouse is no answer to it
    if (this.remaining === null && this.idle() > quiet) this.stay()
  }

  /** By the clock, for a machine that sleeps, or a tab in the background, counts no seconds. */
  private idle(): number {
    return Math.max(0, Date.now() - this.lastSign())
  }

  private lastSign(): number {
    return Number(browserStorage.get(stored))
  }

  /** Ends what is to be ended, without waiting for the next tick: a machine that slept may do something else first. */
  check(): void {
    const left = Math.ceil(this.timeout - this.idle() / 1000)
    if (left <= 0 || this.wasAbsent()) {
      this.stop()
      this.onEnd()
    } else this.remaining = left <= Math.min(warned, this.timeout / 2) ? left : null
  }

  /** A machine that slept for a night may be touched in a tab first that counts nothing, or counts longer. */
  private wasAbsent(): boolean {
    const [from = 0, to = 0] = (browserStorage.get(storedAbsence) ?? '').split(' ').map(Number)
    return from >= this.since && to - from > this.timeout * 1000
  }
}

const knownTimeout = (): number => Number(browserStorage.get(storedTimeout)) || usualTimeout
