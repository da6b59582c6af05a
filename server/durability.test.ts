/** What the API has acknowledged is there after any process was killed, whole; what it has not is there whole or not at all. */
import { randomInt } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleNewCustomerV140 } from './operations/customer/customer-v140.ts'
import { connectTo, type FicheroProcess, newDataDirectory, postmasterOf, startProcess } from './testing/process.ts'

const admin = { ADMIN_USERNAME: 'administrator', ADMIN_PASSWORD: 'Correct-horse-1', ADMIN_CONSUMER_KEY: 'durability' }
let directory: Awaited<ReturnType<typeof newDataDirectory>>
let environment: Record<string, string>
let fichero: FicheroProcess
let token: string

beforeAll(async () => {
  directory = await newDataDirectory()
  environment = { ...admin, DATA_DIR: directory.path, CUSTOMERS_PER_USER_AND_BANK: 'unlimited' }
  fichero = await startProcess(environment)
  await withDatabase(async (client) => {
    await client.query(
      `insert into bank (bank_id, short_name, full_name, logo_url, website_url) values ('gh.29.uk', '', '', '', '')`,
    )
    await client.query(`
      insert into entitlement (bank_id, entitlement_id, user_id, role_name)
      select 'gh.29.uk', role, user_id, role from app_user, unnest(array['CanCreateCustomer', 'CanCreateUserCustomerLink']) role`)
  })
  token = await logIn()
})
afterAll(async () => {
  await fichero.end('SIGTERM')
  await directory.remove()
})

test('ten rounds of kill -9 under a stream of addCustomer lose nothing and leave nothing half', {
  timeout: 180_000,
}, async () => {
  const acknowledged = new Set<string>()
  for (let round = 0; round < 10; round++) {
    const enough = acknowledged.size + randomInt(5, 60)
    const stream = streamOfCustomers(round, acknowledged)
    await stream.during(until(() => acknowledged.size >= enough))
    if (round % 2 === 0) {
      await fichero.end('SIGKILL')
      await stream.stop()
      fichero = await startProcess(environment)
    } else {
      const killed = (await postmasterOf(directory.path))!
      process.kill(killed, 'SIGKILL')
      // the server stays, starts it again and finds it by itself
      await stream.during(until(async () => ![undefined, killed].includes(await postmasterOf(directory.path))))
      await stream.during(until(isReady))
      await stream.stop()
    }
    await withDatabase((client) => assertWhole(client, acknowledged))
  }
  expect(acknowledged.size).toBeGreaterThan(50)
})

/** Four clients that add customers one after the other and note which ones were acknowledged. */
function streamOfCustomers(round: number, acknowledged: Set<string>) {
  let going = true
  const clients = Array.from({ length: 4 }, async (_, client) => {
    for (let count = 0; going; count++) {
      const customer_number = `${round}-${client}-${count}`
      const body = JSON.stringify({ ...exampleNewCustomerV140, user_id: '', customer_number })
      const answer = await fetch(`${fichero.url}/obp/v1.4.0/banks/gh.29.uk/customer`, {
        method: 'POST',
        headers: { DirectLogin: `token=${token}`, 'Content-Type': 'application/json' },
        body,
      }).catch(() => undefined)
      if (answer?.status === 200) acknowledged.add(customer_number)
      else if (answer) expect(answer.status).toBe(503)
      else await delay(5)
    }
  })
  // they end by themselves only where an answer is not what it has to be
  const ended = Promise.all(clients)
  ended.catch(() => {
    going = false
  })
  return {
    /** Waits while the clients go on; what one of them throws ends the wait at once. */
    during: (fact: Promise<void>) => Promise.race([fact, ended]),
    async stop() {
      going = false
      await ended
    },
  }
}

async function assertWhole(client: pg.Client, acknowledged: ReadonlySet<string>) {
  const { rows } = await client.query(`
    select c.customer_number, count(distinct l.user_customer_link_id)::int as links,
      count(distinct a.audit_event_id) filter (where a.subject = 'customer')::int as audits,
      (select count(*)::int from audit_event e where e.subject = 'user_customer_link'
        and e.subject_id = any(array_agg(l.user_customer_link_id))) as link_audits
    from customer c
    left join user_customer_link l using (bank_id, customer_id)
    left join audit_event a on a.bank_id = c.bank_id and a.subject_id = c.customer_id
    group by c.bank_id, c.customer_id, c.customer_number`)
  for (const { customer_number, ...parts } of rows)
    expect({ customer_number, ...parts }).toEqual({ customer_number, links: 1, audits: 1, link_audits: 1 })
  const kept = new Set(rows.map((row) => row.customer_number))
  expect([...acknowledged].filter((number) => !kept.has(number))).toEqual([])
}

async function logIn(): Promise<string> {
  const answer = await fetch(`${fichero.url}/my/logins/direct`, {
    method: 'POST',
    headers: {
      DirectLogin: `username=${admin.ADMIN_USERNAME},password=${admin.ADMIN_PASSWORD},consumer_key=${admin.ADMIN_CONSUMER_KEY}`,
    },
  })
  return ((await answer.json()) as { token: string }).token
}

const isReady = async () => (await fetch(`${fichero.url}/health/ready`)).status === 200

async function withDatabase(work: (client: pg.Client) => Promise<unknown>) {
  const client = await connectTo(directory.path)
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

/** Looks again until the fact is there; the test's own time limit is the end of patience. */
async function until(fact: () => boolean | Promise<boolean>) {
  while (!(await fact())) await delay(5)
}
