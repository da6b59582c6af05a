/** How long a call may take. */
import { Refusal, RequestTimeout } from './errors.ts'

interface Deadline {
  due: number
  expire: () => void
}

/** Lets work end in time: gives its outcome, or rejects with OBP-01000 when the time is over; the work itself goes on. */
export interface Deadlines {
  inTime<T>(work: Promise<T>): Promise<T>
  stop(): void
}

/**
 * Deadlines that are all equally far away, so the oldest is due first and one timer looks after every call: a timer a call
 * costs a tenth of the time that a call takes.
 */
export function deadlines(milliseconds: number): Deadlines {
  const open = new Set<Deadline>()
  const timer = setInterval(expireDue, Math.max(10, milliseconds / 20)).unref()

  function expireDue() {
    const now = performance.now()
    for (const deadline of open) {
      if (deadline.due > now) return
      open.delete(deadline)
      deadline.expire()
    }
  }

  return {
    inTime: (work) =>
      new Promise((resolve, reject) => {
        const deadline = {
          due: performance.now() + milliseconds,
          expire: () => reject(new Refusal(RequestTimeout)),
        }
        open.add(deadline)
        work.then(
          (outcome) => {
            open.delete(deadline)
            resolve(outcome)
          },
          (error) => {
            open.delete(deadline)
            reject(error)
          },
        )
      }),
    stop: () => clearInterval(timer),
  }
}
