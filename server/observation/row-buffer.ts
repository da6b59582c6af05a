/** Rows that are written later and together. When they cannot be written the oldest are dropped: memory stays bounded. */

export interface RowBuffer<Row> {
  push(row: Row): void
  /** Writes what was pushed before; where that fails the rows wait for the next time. Never rejects. */
  flush(): Promise<void>
  /** rows that are not written yet */
  readonly waiting: number
  /** rows that never will be */
  readonly dropped: number
}

export interface RowBufferOptions<Row> {
  write: (rows: readonly Row[]) => Promise<void>
  /** rows that are written together; so many are written at once instead of waiting for the next flush */
  batch: number
  /** most rows that wait */
  most: number
  /** whether rows that could not be written may be written later; others would never be, and are dropped */
  isTemporary: (error: unknown) => boolean
  onFailure: (error: unknown, dropped: number) => void
}

export function rowBuffer<Row>({ write, batch, most, isTemporary, onFailure }: RowBufferOptions<Row>): RowBuffer<Row> {
  let rows: Row[] = []
  let underWay = 0
  let dropped = 0
  let isWaiting = false
  let last: Promise<void> = Promise.resolve()

  function drop(count: number) {
    rows.splice(0, count)
    dropped += count
  }

  /** False where the rows wait for another time. */
  async function writeBatch(): Promise<boolean> {
    const some = rows.splice(0, batch)
    underWay = some.length
    try {
      await write(some)
      return true
    } catch (error) {
      const isLater = isTemporary(error)
      if (isLater) rows = [...some, ...rows]
      else dropped += some.length
      if (rows.length > most) drop(rows.length - most)
      onFailure(error, dropped)
      return !isLater
    } finally {
      underWay = 0
    }
  }

  async function writeAll() {
    // not what comes meanwhile: a flush ends, however many calls there are
    let left = rows.length
    while (left > 0 && (await writeBatch())) left -= batch
  }

  function flush(): Promise<void> {
    last = last.then(writeAll)
    return last
  }

  return {
    push(row) {
      rows.push(row)
      // a tenth at a time: taking off one by one moves all the others each time
      if (rows.length > most) drop(Math.ceil(most / 10))
      if (rows.length >= batch && !isWaiting) {
        isWaiting = true
        flush().then(() => {
          isWaiting = false
        })
      }
    },
    flush,
    get waiting() {
      return rows.length + underWay
    },
    get dropped() {
      return dropped
    },
  }
}
