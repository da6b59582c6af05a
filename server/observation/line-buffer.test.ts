import { describe, expect, test } from 'vitest'
import { lineBuffer } from './line-buffer.ts'

class Away extends Error {}

/** Lines are `0001`, `0002` …, so that three of them, with room for the longest that a fourth could be, fill a batch of 25 bytes. */
const textOf = (line: number) => `${line}`.padStart(4, '0')

function open({ batch = 25, most = 4 } = {}) {
  const written: number[][] = []
  const failures: { error: unknown; dropped: number }[] = []
  const state = { error: null as Error | null, gate: Promise.resolve() }
  const buffer = lineBuffer({
    async write(lines) {
      const text = lines.toString()
      await state.gate
      if (state.error) throw state.error
      expect(text.endsWith('\n')).toBe(true)
      // as they are after they were waited for: nobody writes over them
      expect(lines.toString()).toBe(text)
      written.push(text.trimEnd().split('\n').map(Number))
    },
    batch,
    most,
    isTemporary: (error) => error instanceof Away,
    onFailure: (error, dropped) => failures.push({ error, dropped }),
  })
  const push = (from: number, to: number) => {
    for (let line = from; line <= to; line++) buffer.push(textOf(line))
  }
  return { buffer, written, failures, state, push }
}

const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, n) => from + n)

describe('lineBuffer', () => {
  test('a flush writes what was pushed, in order and in batches', async () => {
    const { buffer, written, push } = open({ most: 100 })
    push(1, 2)
    await buffer.flush()
    push(3, 10)
    await buffer.flush()
    expect(written.flat()).toEqual(numbers(1, 10))
    expect(written.map((lines) => lines.length)).toEqual([2, 3, 3, 2])
    expect(buffer.waiting).toBe(0)
  })

  test('a batch that is full is written without a flush', async () => {
    const { buffer, written, push } = open()
    push(1, 3)
    expect(written).toEqual([])
    push(4, 4)
    await expect.poll(() => written).toEqual([[1, 2, 3]])
    expect(buffer.waiting).toBe(1)
  })

  test('nothing to write is no statement', async () => {
    const { buffer, written } = open()
    await buffer.flush()
    expect(written).toEqual([])
  })

  test('a line that is longer than a batch is written whole', async () => {
    const { buffer, written } = open()
    const long = '9'.repeat(12)
    buffer.push(textOf(1))
    buffer.push(long)
    buffer.push(textOf(2))
    await buffer.flush()
    expect(written.flat()).toEqual([1, Number(long), 2])
  })

  test('any character comes whole', async () => {
    const texts = ['á', '漢', '😀', 'ÿ'.repeat(50)]
    const lines: string[] = []
    const buffer = lineBuffer({
      write: async (bytes) => void lines.push(bytes.toString()),
      batch: 16,
      most: 10,
      isTemporary: () => false,
      onFailure: () => {},
    })
    for (const text of texts) buffer.push(text)
    await buffer.flush()
    expect(lines.join('')).toBe(texts.map((text) => `${text}\n`).join(''))
  })

  test('lines that are under way count as waiting, and a flush waits for them', async () => {
    const { buffer, written, state, push } = open()
    let release = () => {}
    state.gate = new Promise((resolve) => {
      release = resolve
    })
    push(1, 2)
    const first = buffer.flush()
    await Promise.resolve()
    push(3, 9)
    const second = buffer.flush()
    expect(buffer.waiting).toBe(9)
    release()
    await second
    expect(written.flat()).toEqual(numbers(1, 9))
    expect(buffer.waiting).toBe(0)
    await first
  })

  test('lines that cannot be written now are written later, in order', async () => {
    const { buffer, written, failures, state, push } = open()
    state.error = new Away()
    push(1, 2)
    await buffer.flush()
    push(3, 5)
    await buffer.flush()
    expect(buffer.waiting).toBe(5)
    expect(buffer.dropped).toBe(0)
    expect(failures.length).toBeGreaterThanOrEqual(2)
    state.error = null
    await buffer.flush()
    expect(written.flat()).toEqual(numbers(1, 5))
  })

  test('a flush every second while the database is away fills batches, not the memory', async () => {
    const { buffer, written, state, push } = open({ most: 4 })
    state.error = new Away()
    for (let line = 1; line <= 9; line++) {
      push(line, line)
      await buffer.flush()
    }
    expect(buffer).toMatchObject({ waiting: 9, dropped: 0 })
    state.error = null
    await buffer.flush()
    expect(written.flat()).toEqual(numbers(1, 9))
  })

  test('when too many wait the oldest are dropped, and counted', async () => {
    const { buffer, written, failures, state, push } = open({ most: 4 })
    state.error = new Away()
    push(1, 1000)
    await buffer.flush()
    expect(buffer.waiting).toBeLessThanOrEqual(4 * 3)
    expect(buffer.waiting).toBeGreaterThanOrEqual(3 * 3)
    expect(buffer.waiting + buffer.dropped).toBe(1000)
    expect(failures.at(-1)!.dropped).toBe(buffer.dropped)
    state.error = null
    await buffer.flush()
    const kept = written.flat()
    expect(kept).toEqual(numbers(1001 - kept.length, 1000))
    expect(kept.length + buffer.dropped).toBe(1000)
  })

  test('lines that are dropped because writing is too slow are told of, though no writing fails', async () => {
    const { buffer, written, failures, state, push } = open({ most: 4 })
    let release = () => {}
    state.gate = new Promise((resolve) => {
      release = resolve
    })
    push(1, 30)
    await expect.poll(() => buffer.dropped).toBeGreaterThan(0)
    expect(failures.at(-1)).toEqual({ error: expect.any(Error), dropped: buffer.dropped })
    release()
    await buffer.flush()
    expect(written.flat().length + buffer.dropped).toBe(30)
  })

  test('lines that can never be written are dropped, and those behind them are written', async () => {
    const { buffer, written, failures, state, push } = open()
    state.error = new Error('wrong')
    push(1, 2)
    await buffer.flush()
    expect(buffer).toMatchObject({ waiting: 0, dropped: 2 })
    expect(failures).toEqual([{ error: state.error, dropped: 2 }])
    state.error = null
    push(3, 3)
    await buffer.flush()
    expect(written).toEqual([[3]])
  })
})
