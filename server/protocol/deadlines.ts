/** How long a call may take. */
import { Refusal, RequestTimeout } from './errors.ts'

interface Deadline {
  due: number
  expire: () => void
  /** where it stands among those that are open; -1 when it is not any more */
  place: number
}

/** Lets work end in time: gives its outcome, or rejects with OBP-01000 when the time is over; the work itself goes on. */
export interface Deadlines {
  inTime<T>(work: Promise<T>): Promise<T>
  stop(): void
}

/**
 * Deadlines that are each `milliseconds` away. One timer looks after every call: a timer a call costs a tenth of the time that a
 * call takes. Not in a `Set`: each table that it outgrows holds the next, and the calls that were open then, until V8 collects
 * its old objects.
 */
export function deadlines(milliseconds: number): Deadlines {
  const open: Deadline[] = []
  const timer = setInterval(expireDue, Math.max(10, milliseconds / 20)).unref()

  /** The last takes its place. */
  function close(deadline: Deadline) {
    const { place } = deadline
    if (place < 0) return
    deadline.place = -1
    const last = open.pop()!
    if (last === deadline) return
    open[place] = last
    last.place = place
  }

  function expireDue() {
    const now = performance.now()
    for (const deadline of open.filter(({ due }) => due <= now)) {
      close(deadline)
      deadline.expire()
    }
  }

  return {
    inTime: (work) =>
      new Promise((resolve, reject) => {
        const deadline = {
          due: performance.now() + milliseconds,
          expire: () => reject(new Refusal(RequestTimeout)),
          place: open.length,
        }
        open.push(deadline)
        work.then(
          (outcome) => {
            close(deadline)
            resolve(outcome)
          },
          (error) => {
            close(deadline)
            reject(error)
          },
        )
      }),
    stop: () => clearInterval(timer),
  }
}
