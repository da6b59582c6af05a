/** *Get customer for logged in user*, beside the bare look-up, and for few and many customers. */
import { bankId, customerLogins, type DatasetSize, type Login } from './dataset.ts'
import { byDirectLogin, feedLine, load } from './load.ts'
import { type Running, startFichero, startReference } from './processes.ts'
import { type Figure, interleave, milliseconds, perSecond, ratio } from './rounds.ts'
import { type Plan, type Scenario, writeFeed } from './scenario.ts'

export const path = `/obp/v1.4.0/banks/${bankId}/customer`

/** Puts the load of this scenario on a server: every request with a login of its own, at random. */
export async function loader(plan: Plan, size: DatasetSize) {
  const feed = await writeFeed(
    plan,
    `get-${size.customers}`,
    customerLogins(size).map(({ token }) => feedLine(path, byDirectLogin(token))),
  )
  return ({ url }: Running, seconds = plan.seconds) =>
    load({ url, feed, order: 'random', connections: plan.connections, seconds })
}

export const besideBareServer: Scenario = async (plan, site) => {
  const place = await site.place(plan.size)
  const logins = customerLogins(place.size)
  const bareFeed = await writeFeed(
    plan,
    'get-bare',
    logins.map(({ userId }) => feedLine(`/${userId}`)),
  )
  const loadOurs = await loader(plan, place.size)
  const loadBare = ({ url }: Running, seconds = plan.seconds) =>
    load({ url, feed: bareFeed, order: 'random', connections: plan.connections, seconds })

  await using stack = new AsyncDisposableStack()
  const ours = stack.adopt(await startFichero(place.environment), (running) => running.stop())
  const bare = stack.adopt(await startReference(place.url), (running) => running.stop())
  await assertSameAnswer(ours, bare, logins[0]!)
  await assertSameAnswer(ours, bare, logins.at(-1)!)
  await loadOurs(ours, warmUp(plan))
  await loadBare(bare, warmUp(plan))
  const turns = await interleave(
    plan.rounds,
    () => loadOurs(ours),
    () => loadBare(bare),
  )
  const name = `GET customer, ${site.name}`
  return [
    ratio(name, turns, (measured) => measured.perSecond, perSecond, { atLeast: 1.5 }),
    ratio(`${name}, p99`, turns, (measured) => measured.p99, milliseconds, { atMost: 1 }),
  ]
}

export const fewAndMany: Scenario = async (plan, site): Promise<Figure[]> => {
  await using stack = new AsyncDisposableStack()
  const open = async (size: DatasetSize) => {
    const place = await site.place(size)
    const server = stack.adopt(await startFichero(place.environment), (running) => running.stop())
    const put = await loader(plan, size)
    await put(server, warmUp(plan))
    return () => put(server)
  }
  const turns = await interleave(plan.rounds, await open(plan.many), await open(plan.few))
  const name = `GET customer, ${count(plan.many)} : ${count(plan.few)} customers, ${site.name}`
  return [ratio(name, turns, (measured) => measured.perSecond, perSecond, { atLeast: 0.9 })]
}

const count = ({ customers }: DatasetSize) => customers.toLocaleString('en')

/**
 * Until every process of PostgreSQL has touched what it will read (the first touch of a page of shared memory costs more than
 * the look-up), and the code is compiled: the reference, which has ten of them, needs it longest.
 */
export const warmUp = ({ seconds }: Plan): number => 2 * seconds

/** @throws where the two do not answer the same JSON, for then they do not do the same work */
async function assertSameAnswer(ours: Running, bare: Running, { token, userId }: Login) {
  const [own, other] = await Promise.all([
    fetch(ours.url + path, { headers: { DirectLogin: `token=${token}` } }).then((response) => response.text()),
    fetch(`${bare.url}/${userId}`).then((response) => response.text()),
  ])
  if (own !== other) throw new Error(`The two servers do not answer the same.\nours:      ${own}\nreference: ${other}`)
}
