/**
 * Lines that are written later and together. They wait as bytes outside of the heap: as strings they would outlive the
 * young generation, and be collected with the old one. When they cannot be written the oldest are dropped: memory stays bounded.
 */

export interface LineBuffer {
  push(line: string): void
  /** Writes what was pushed before; where that fails the lines wait for the next time. Never rejects. */
  flush(): Promise<void>
  /** lines that are not written yet */
  readonly waiting: number
  /** lines that never will be */
  readonly dropped: number
}

export interface LineBufferOptions {
  /** @param lines each with its line feed; the bytes are used again after it resolves */
  write: (lines: Buffer) => Promise<void>
  /** bytes that are written together; so many are written at once instead of waiting for the next flush */
  batch: number
  /** most batches that wait */
  most: number
  /** whether lines that could not be written may be written later; others would never be, and are dropped */
  isTemporary: (error: unknown) => boolean
  onFailure: (error: unknown, dropped: number) => void
}

interface Batch {
  bytes: Buffer
  end: number
  lines: number
}

export function lineBuffer({ write, batch, most, isTemporary, onFailure }: LineBufferOptions): LineBuffer {
  /** the last one is being filled */
  const batches: Batch[] = []
  let spare: Buffer | undefined
  let waiting = 0
  let dropped = 0
  let isWriting = false
  let last: Promise<void> = Promise.resolve()

  function drop({ lines }: Batch) {
    waiting -= lines
    dropped += lines
  }

  function withRoom(size: number): Batch {
    const filled = batches.at(-1)
    if (filled && filled.bytes.length - filled.end >= size) return filled
    if (batches.length >= most) {
      drop(batches.shift()!)
      onFailure(new Error('more lines come than can be written'), dropped)
    }
    const fresh = {
      bytes: size > batch ? Buffer.allocUnsafeSlow(size) : (spare ?? Buffer.allocUnsafeSlow(batch)),
      end: 0,
      lines: 0,
    }
    spare = undefined
    batches.push(fresh)
    if (batches.length > 1 && !isWriting) {
      isWriting = true
      inTurn(batches.length - 1).finally(() => {
        isWriting = false
      })
    }
    return fresh
  }

  /** False where the lines wait for another time. */
  async function writeFirst(): Promise<boolean> {
    const first = batches.shift()!
    try {
      await write(first.bytes.subarray(0, first.end))
      waiting -= first.lines
      if (first.bytes.length === batch) spare = first.bytes
      return true
    } catch (error) {
      const isLater = isTemporary(error)
      if (isLater && batches.length < most) batches.unshift(first)
      else drop(first)
      onFailure(error, dropped)
      return !isLater
    }
  }

  function inTurn(count: number): Promise<void> {
    last = last.then(async () => {
      // not what comes meanwhile: a flush ends, however many calls there are
      for (let left = count; left > 0 && batches.length > 0 && (await writeFirst()); left--);
    })
    return last
  }

  return {
    push(line) {
      // no character of UTF-16 takes more than three bytes in UTF-8
      const into = withRoom(3 * line.length + 1)
      into.end += into.bytes.write(line, into.end)
      into.bytes[into.end++] = lineFeed
      into.lines++
      waiting++
    },
    flush: () => inTurn(batches.length),
    get waiting() {
      return waiting
    },
    get dropped() {
      return dropped
    },
  }
}

const lineFeed = 0x0a
