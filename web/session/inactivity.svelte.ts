/** Ends a session that nobody uses: after a time without key or pointer in any tab, with a warning before. */

/** seconds that the warning counts down */
const warned = 60
/** milliseconds within which it need not be written again that somebody is here */
const quiet = 1000
/** seconds that a browser may let a tab in the background wait for its turn */
const turn = 60
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const
/** where the tabs of one browser tell each other: milliseconds since 1970 */
const stored = 'active'

export class Inactivity {
  /** seconds until the end; null while it is far */
  remaining: number | null = $state(null)
  private timeout = Number.POSITIVE_INFINITY
  /** the last sign that this tab has seen, in milliseconds since 1970 */
  private seen = 0
  private ticking: ReturnType<typeof setInterval> | undefined
  private readonly onEnd: () => void

  constructor(onEnd: () => void) {
    this.onEnd = onEnd
    this.notice = this.notice.bind(this)
  }

  /** What is done in this tab counts for all, also for those where somebody else is signed in. */
  watch(): void {
    for (const sign of signs) addEventListener(sign, this.notice, { passive: true })
  }

  /** Begins to count. @param timeout in seconds */
  start(timeout: number): void {
    this.stop()
    this.timeout = timeout
    this.seen = Date.now()
    this.stay()
    this.ticking = setInterval(() => this.tick(), 1000)
  }

  stop(): void {
    clearInterval(this.ticking)
    this.timeout = Number.POSITIVE_INFINITY
    this.remaining = null
  }

  /** Somebody is here, and says so. */
  stay(): void {
    localStorage.setItem(stored, String(Date.now()))
    this.tick()
  }

  private notice(): void {
    // first: a machine that slept for a night is touched too late
    this.tick()
    // once there is the warning, a hand that brushes the mouse is no answer to it
    if (this.remaining === null && this.idle() > quiet) this.stay()
  }

  /** By the clock, for a machine that sleeps, or a tab in the background, counts no seconds. */
  private idle(): number {
    return Math.max(0, Date.now() - this.lastSign())
  }

  private lastSign(): number {
    return Number(localStorage.getItem(stored))
  }

  private tick(): void {
    const left = Math.ceil(this.timeout - this.idle() / 1000)
    // a machine that slept for a night may be touched in another tab first
    const isTooLate = this.lastSign() - this.seen > (this.timeout + turn) * 1000
    this.seen = this.lastSign()
    if (left <= 0 || isTooLate) {
      this.stop()
      this.onEnd()
    } else this.remaining = left <= Math.min(warned, this.timeout / 2) ? left : null
  }
}
