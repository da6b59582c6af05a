/** *Add a customer*, with its login, roles, checks and audit rows, beside the bare insert of a customer and its link. */
import { type Added, bankId, clerkLogins, countAdded, prospectId, removeAdded } from './dataset.ts'
import { byDirectLogin, feedLine, load, type Measured } from './load.ts'
import { type Running, startFichero, startReference } from './processes.ts'
import { interleave, perSecond, ratio } from './rounds.ts'
import { type Plan, type Scenario, writeFeed } from './scenario.ts'
import { withClient } from './sites.ts'

// KEY: the number of the customer and the user that it is linked to, another one in each request
const body = JSON.stringify({
  user_id: 'KEY',
  customer_number: 'KEY',
  legal_name: 'Eveline Tripman',
  mobile_phone_number: '+44 07972 444 876',
  email: 'felixsmith@example.com',
  face_image: { url: 'https://static.example.com/faces/1.png', date: '2017-09-19T00:00:00Z' },
  date_of_birth: '1973-03-09T00:00:00Z',
  relationship_status: 'single',
  dependants: 1,
  dob_of_dependants: ['2013-01-21T23:08:00Z'],
  highest_education_attained: 'Master',
  employment_status: 'worker',
  kyc_status: true,
  last_ok_date: '2023-06-28T21:00:46Z',
})

export const addCustomer: Scenario = async (plan, site) => {
  const place = await site.place(plan.size)
  const { prospects, clerks } = place.size
  const logins = clerkLogins(place.size)
  const bodyFile = await writeFeed(plan, 'add-body', [body])
  const feed = (name: string, line: (place: number, key: string) => string) =>
    writeFeed(
      plan,
      name,
      Array.from({ length: prospects }, (_, place) => line(place, prospectId(place + 1))),
    )
  const ourFeed = await feed('add', (place, key) =>
    feedLine(`/obp/v1.4.0/banks/${bankId}/customer`, byDirectLogin(logins[place % clerks]!.token), key),
  )
  const bareFeed = await feed('add-bare', (_, key) => feedLine('/', '', key))

  /** One turn; afterwards the tables are as they were. */
  const turn = async ({ url }: Running, file: string): Promise<Measured> => {
    const { connections, seconds } = plan
    const measured = await load({ url, feed: file, order: 'once', body: bodyFile, connections, seconds })
    await withClient(place.url, async (client) => {
      assertAdded(measured, await countAdded(client), plan)
      await removeAdded(client)
    })
    return measured
  }

  await using stack = new AsyncDisposableStack()
  const ours = stack.adopt(await startFichero(place.environment), (running) => running.stop())
  const bare = stack.adopt(await startReference(place.url), (running) => running.stop())
  await turn(ours, ourFeed)
  await turn(bare, bareFeed)
  const turns = await interleave(
    plan.rounds,
    () => turn(ours, ourFeed),
    () => turn(bare, bareFeed),
  )
  return [ratio(`addCustomer, ${site.name}`, turns, (measured) => measured.perSecond, perSecond, { atLeast: 0.5 })]
}

/** @throws where the database does not hold what was answered; what was under way at the end may be there too */
function assertAdded({ requests }: Measured, { customers, links }: Added, { connections }: Plan) {
  if (customers !== links) throw new Error(`${customers} customers were added, but ${links} links.`)
  if (customers < requests || customers > requests + connections)
    throw new Error(`${requests} customers were said to be added, but ${customers} are there.`)
}
