/** *Get customer for logged in user* at two nodes on one database, beside one node with as many connections. */
import { loader, warmUp } from './get-customer.ts'
import type { Measured } from './load.ts'
import { type Running, startFichero } from './processes.ts'
import { type Figure, interleave, perSecond, ratio } from './rounds.ts'
import type { Scenario } from './scenario.ts'

export const twoNodes: Scenario = async (plan, site): Promise<Figure[]> => {
  const place = await site.place(plan.size)
  const half = { ...plan, connections: plan.connections / 2 }
  const putAll = await loader(plan, place.size)
  const putHalf = await loader(half, place.size)
  await using stack = new AsyncDisposableStack()
  const first = stack.adopt(await startFichero(place.environment), (running) => running.stop())
  // the embedded PostgreSQL of the first is there for the second too
  const second = stack.adopt(await startFichero({ DATABASE_URL: place.url }), (running) => running.stop())
  const both = async (seconds = plan.seconds): Promise<Measured> => {
    const [one, other] = await Promise.all([first, second].map((node: Running) => putHalf(node, seconds)))
    return {
      requests: one!.requests + other!.requests,
      perSecond: one!.perSecond + other!.perSecond,
      p99: Math.max(one!.p99, other!.p99),
    }
  }
  await both(warmUp(plan))
  const turns = await interleave(
    plan.rounds,
    () => both(),
    () => putAll(first),
  )
  return [
    ratio(`GET customer, two nodes : one, ${site.name}`, turns, (measured) => measured.perSecond, perSecond, {
      atLeast: 0.9,
    }),
  ]
}
