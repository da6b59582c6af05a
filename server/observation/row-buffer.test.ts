import { describe, expect, test } from 'vitest'
import { rowBuffer } from './row-buffer.ts'

class Away extends Error {}

function open({ batch = 3, most = 10 } = {}) {
  const written: number[][] = []
  const failures: { error: unknown; dropped: number }[] = []
  const state = { error: null as Error | null, gate: Promise.resolve() }
  const buffer = rowBuffer<number>({
    async write(rows) {
      await state.gate
      if (state.error) throw state.error
      written.push([...rows])
    },
    batch,
    most,
    isTemporary: (error) => error instanceof Away,
    onFailure: (error, dropped) => failures.push({ error, dropped }),
  })
  const push = (from: number, to: number) => {
    for (let row = from; row <= to; row++) buffer.push(row)
  }
  return { buffer, written, failures, state, push }
}

describe('rowBuffer', () => {
  test('a flush writes what was pushed, in order and in batches', async () => {
    const { buffer, written, push } = open({ batch: 3, most: 100 })
    push(1, 2)
    await buffer.flush()
    push(3, 10)
    await buffer.flush()
    expect(written.flat()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(Math.max(...written.map((rows) => rows.length))).toBe(3)
    expect(buffer.waiting).toBe(0)
  })

  test('as many rows as a batch are written without a flush', async () => {
    const { buffer, written, push } = open()
    push(1, 2)
    expect(written).toEqual([])
    push(3, 3)
    await expect.poll(() => written).toEqual([[1, 2, 3]])
    expect(buffer.waiting).toBe(0)
  })

  test('nothing to write is no statement', async () => {
    const { buffer, written } = open()
    await buffer.flush()
    expect(written).toEqual([])
  })

  test('rows that are under way count as waiting, and a flush waits for them', async () => {
    const { buffer, written, state, push } = open()
    let release = () => {}
    state.gate = new Promise((resolve) => {
      release = resolve
    })
    push(1, 2)
    const first = buffer.flush()
    await Promise.resolve()
    const second = buffer.flush()
    expect(buffer.waiting).toBe(2)
    release()
    await second
    expect(written).toEqual([[1, 2]])
    await first
  })

  test('rows that cannot be written now are written later, in order', async () => {
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
    expect(written.flat()).toEqual([1, 2, 3, 4, 5])
  })

  test('when too many wait the oldest are dropped, and counted', async () => {
    const { buffer, written, state, push } = open({ batch: 3, most: 10 })
    state.error = new Away()
    push(1, 1000)
    await buffer.flush()
    expect(buffer.waiting).toBeLessThanOrEqual(10)
    expect(buffer.waiting + buffer.dropped).toBe(1000)
    state.error = null
    await buffer.flush()
    await buffer.flush()
    const kept = written.flat()
    expect(kept).toEqual(Array.from({ length: kept.length }, (_, n) => 1001 - kept.length + n))
    expect(kept.length + buffer.dropped).toBe(1000)
  })

  test('rows that can never be written are dropped, and those behind them are written', async () => {
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
