/** Calls in a row that neither wait for one another nor come all at the same time. */

const most = 6

/** Acts on each, on a few at once, and gives what came of them in their order. */
export async function fewAtOnce<Of, Result>(all: readonly Of[], act: (each: Of) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = []
  const waiting = all.entries()
  async function work() {
    // every worker takes from the same row
    for (const [place, each] of waiting) results[place] = await act(each)
  }
  await Promise.all(Array.from({ length: most }, work))
  return results
}
