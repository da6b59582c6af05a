/** A role that one node gives and takes: what the very next calls to another node, on the same database, are answered. */
import { bankId, clerkLogins, customerLogins, type Login } from './dataset.ts'
import { startFichero } from './processes.ts'
import type { Scenario } from './scenario.ts'
import { withClient } from './sites.ts'

const role = { bank_id: bankId, role_name: 'CanGetEntitlementsForOneBank' }
/** Users to whom it happens at the same time. */
const abreast = 20

export const revocation: Scenario = async (plan, site) => {
  const place = await site.place(plan.size)
  const [administrator] = clerkLogins(place.size)
  const users = customerLogins(place.size).slice(0, abreast)
  await using stack = new AsyncDisposableStack()
  const first = stack.adopt(await startFichero(place.environment), (running) => running.stop())
  // the embedded PostgreSQL of the first is there for the second too
  const second = stack.adopt(await startFichero({ DATABASE_URL: place.url }), (running) => running.stop())
  await withClient(place.url, (client) =>
    client.query(
      `insert into entitlement (bank_id, entitlement_id, user_id, role_name)
       select '', gen_random_uuid()::text, $1, role
       from unnest(array['CanCreateEntitlementAtAnyBank', 'CanDeleteEntitlementAtAnyBank']) role
       on conflict do nothing`,
      [administrator!.userId],
    ),
  )

  let left = plan.revocations
  let right = 0
  const work = async (user: Login) => {
    while (left-- > 0) if (await isFollowed(first.url, second.url, administrator!, user)) right++
  }
  await Promise.all(users.map(work))
  const count = (value: number) => value.toLocaleString('en')
  return [
    {
      name: `revocation, ${site.name}`,
      ours: `${count(right)} of ${count(plan.revocations)}`,
      reference: '',
      values: [right],
      write: count,
      target: { atLeast: plan.revocations },
    },
  ]
}

/** Gives a user the role at one node and takes it again; true where the other node follows each time at once. */
async function isFollowed(one: string, other: string, administrator: Login, { userId, token }: Login) {
  const ask = async () => (await call(`${other}/obp/v4.0.0/banks/${bankId}/entitlements`, token)).status
  const ofUser = `${one}/obp/v4.0.0/users/${userId}`
  const granted = await call(`${ofUser}/entitlements`, administrator.token, {
    method: 'POST',
    body: JSON.stringify(role),
  })
  const { entitlement_id } = (await granted.json()) as { entitlement_id: string }
  const after = await ask()
  const revoked = await call(`${ofUser}/entitlement/${entitlement_id}`, administrator.token, { method: 'DELETE' })
  if (granted.status !== 201 || revoked.status !== 204)
    throw new Error(`The role was not given and taken: ${granted.status}, ${revoked.status}.`)
  return after === 200 && (await ask()) === 403
}

const call = (url: string, token: string, request: { method?: string; body?: string } = {}) =>
  fetch(url, { ...request, headers: { DirectLogin: `token=${token}`, 'Content-Type': 'application/json' } })
