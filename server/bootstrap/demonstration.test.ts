import { afterEach, describe, expect, test } from 'vitest'
import { isStrongPassword } from '../authentication/passwords/passwords.ts'
import { roleNamed } from '../authorisation/roles.ts'
import { openStorage } from '../storage/pool.ts'
import { newDataDirectory, startProcess } from '../testing/process.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { ensureAdministrator } from './administrator.ts'
import { ensureDemonstration, isDemonstrationOpen, readDemonstration } from './demonstration.ts'

let server: TestServer
const start = async (settings = {}) => {
  server = await startTestServer(settings)
  return server
}
afterEach(() => server.close())

async function logIn(username: string): Promise<string> {
  const { sandbox, customerFile } = await readDemonstration()
  const { password } = sandbox.users!.find(({ user_name }) => user_name === username)!
  // as the README writes it: neither the password nor the key needs quoting
  const header = `username=${username}, password=${password}, consumer_key=${customerFile.consumer.key}`
  const answer = await server.call('/my/logins/direct', { method: 'POST', headers: { DirectLogin: header } })
  expect(answer.status).toBe(201)
  return answer.body.token
}

async function count(table: string): Promise<number> {
  return (await server.storage.pool.query(`select count(*)::int as rows from ${table}`)).rows[0].rows
}

const newCustomer = {
  customer_number: '5987953',
  legal_name: 'Clara Dunmore',
  mobile_phone_number: '+44 7700 900411',
  email: 'clara.dunmore@example.com',
  face_image: null,
  date_of_birth: '1990-05-01T00:00:00Z',
  relationship_status: 'single',
  dependants: 0,
  highest_education_attained: 'Master',
  employment_status: 'employed',
  kyc_status: true,
  last_ok_date: null,
}

describe('in a new database', () => {
  test('the user with the two roles adds a customer, is linked to it, and sees it', async () => {
    await start()
    expect(await ensureDemonstration(server)).toBe(true)
    const token = await logIn('clara.dunmore')
    const path = '/obp/v1.4.0/banks/gh.29.uk/customer'
    expect((await server.call(path, { token })).status).toBe(404)
    expect((await server.call(path, { token, body: newCustomer })).status).toBe(200)
    expect((await server.call(path, { token })).body).toMatchObject({ legal_name: 'Clara Dunmore' })
  })

  test('the user without roles sees the customer who they are linked to, and may not add one', async () => {
    await start()
    await ensureDemonstration(server)
    const token = await logIn('jonas.petersen')
    const path = '/obp/v1.4.0/banks/gh.29.uk/customer'
    expect((await server.call(path, { token })).body).toMatchObject({
      customer_number: 'GH-100294',
      legal_name: 'Jonas Petersen',
      date_of_birth: '1986-09-14T00:00:00Z',
      dependants: 2,
      kyc_status: true,
    })
    expect((await server.call(path, { token, body: newCustomer })).status).toBe(403)
    expect((await server.call('/obp/v1.4.0/banks/de.10.de/customer', { token })).status).toBe(404)
  })

  test.each(['gh.29.uk', 'de.10.de'])('%s has customers, accounts and CRM events about them', async (bankId) => {
    await start({ crmEventsVisibleTo: 'linked' })
    await ensureDemonstration(server)
    const { pool } = server.storage
    const { rows } = await pool.query('select customer_number from customer where bank_id = $1', [bankId])
    const numbers = rows.map(({ customer_number }) => customer_number)
    expect(numbers.length).toBeGreaterThan(1)
    expect((await pool.query('select from bank_account where bank_id = $1', [bankId])).rowCount).toBeGreaterThan(0)
    // the officer's role lets them see the events of all customers
    const token = await logIn('ines.calder')
    const { body } = await server.call(`/obp/v1.4.0/banks/${bankId}/crm-events`, { token })
    expect(body.crm_events.length).toBeGreaterThan(1)
    for (const event of body.crm_events) expect(numbers).toContain(event.customer_number)
  })

  test.each(['gh.29.uk', 'de.10.de'])(
    'the officer sees the role requests, grants one at %s and refuses another',
    async (bank_id) => {
      await start()
      await ensureDemonstration(server)
      const [asking, token] = [await logIn('jonas.petersen'), await logIn('ines.calder')]
      for (const role_name of ['CanGetCrmEvents', 'CanCreateCustomer'])
        await server.call('/obp/v3.0.0/entitlement-requests', { token: asking, body: { bank_id, role_name } })
      const { body } = await server.call('/obp/v3.0.0/entitlement-requests', { token })
      expect(body.entitlement_requests).toHaveLength(2)
      const [granted, refused] = ['CanGetCrmEvents', 'CanCreateCustomer'].map((name) =>
        body.entitlement_requests.find(({ role_name }: { role_name: string }) => role_name === name),
      )
      const role = { bank_id, role_name: 'CanGetCrmEvents' }
      const path = `/obp/v2.0.0/users/${granted.user.user_id}/entitlements`
      expect((await server.call(path, { token, body: role })).status).toBe(201)
      const refusal = `/obp/v6.0.0/entitlement-requests/${refused.entitlement_request_id}/refusal`
      expect((await server.call(refusal, { method: 'PUT', token, body: { reason: 'Not yet.' } })).status).toBe(200)
      const own = await server.call('/obp/v3.0.0/my/entitlement-requests?status=all', { token: asking })
      expect(own.body.entitlement_requests.map(({ status }: { status: string }) => status).sort()).toEqual([
        'granted',
        'refused',
      ])
    },
  )

  test('each change has its row in the audit trail, without passwords', async () => {
    await start()
    await ensureDemonstration(server)
    const { rows } = await server.storage.pool.query(
      `select subject, count(*)::int as rows from audit_event where operation_id = 'demonstration' group by 1 order by 1`,
    )
    const { sandbox, customerFile } = await readDemonstration()
    expect(rows).toEqual([
      { subject: 'app_user', rows: 3 },
      { subject: 'bank', rows: 2 },
      { subject: 'bank_account', rows: sandbox.accounts!.length },
      { subject: 'crm_event', rows: sandbox.crm_events!.length },
      { subject: 'customer', rows: customerFile.customers.length },
      { subject: 'demonstration', rows: 1 },
      { subject: 'entitlement', rows: await count('entitlement') },
      { subject: 'user_customer_link', rows: 1 },
    ])
    const trail = JSON.stringify((await server.storage.pool.query('select * from audit_event')).rows)
    for (const { password } of sandbox.users!) expect(trail).not.toContain(password)
    expect(trail).not.toContain('argon2')
  })

  test('an administrator does not make it old', async () => {
    await start({ adminUsername: 'admin', adminPassword: 'Correct-horse-1', adminConsumerKey: 'automation' })
    await ensureAdministrator(server)
    expect(await ensureDemonstration(server)).toBe(true)
    expect(await count('app_user')).toBe(4)
  })

  test('nodes that start at once bring it once', async () => {
    await start()
    const other = openStorage({
      connection: server.connection,
      size: 5,
      connectTimeout: 5000,
      queryTimeout: 20_000,
      onError: () => {},
    })
    const node = { settings: server.settings, storage: other }
    const brought = await Promise.all([server, node, server, node].map(ensureDemonstration))
    await other.close()
    expect(brought.filter(Boolean)).toHaveLength(1)
    expect([await count('bank'), await count('app_user'), await count('user_customer_link')]).toEqual([2, 3, 1])
  })
})

describe('never again', () => {
  test('after a change it stays changed', async () => {
    await start()
    await ensureDemonstration(server)
    await server.storage.pool.query(`update bank set full_name = 'Ours' where bank_id = 'gh.29.uk'`)
    expect(await ensureDemonstration(server)).toBe(false)
    const { rows } = await server.storage.pool.query(`select full_name from bank where bank_id = 'gh.29.uk'`)
    expect(rows).toEqual([{ full_name: 'Ours' }])
  })

  test('after all of it was deleted it stays deleted', async () => {
    await start()
    await ensureDemonstration(server)
    await server.storage.pool.query('truncate app_user, bank, entitlement cascade')
    expect(await ensureDemonstration(server)).toBe(false)
    expect([await count('bank'), await count('app_user'), await count('customer')]).toEqual([0, 0, 0])
  })

  test.each([
    ['a bank', () => server.bank('ours')],
    ['a user', () => server.user()],
  ])('nor where %s is there', async (_, make) => {
    await start()
    await make()
    const before = [await count('bank'), await count('app_user'), await count('audit_event')]
    expect(await ensureDemonstration(server)).toBe(false)
    expect([await count('bank'), await count('app_user'), await count('audit_event')]).toEqual(before)
  })
})

describe('open to everyone', () => {
  test('while one of its users has the password of the file', async () => {
    await start()
    expect(await isDemonstrationOpen(server)).toBe(false)
    await ensureDemonstration(server)
    expect(await isDemonstrationOpen(server)).toBe(true)
    await server.storage.pool.query(`update app_user set deleted_at = now() where username <> 'ines.calder'`)
    expect(await isDemonstrationOpen(server)).toBe(true)
    await server.storage.pool.query(`update app_user set password_hash = null where username = 'ines.calder'`)
    expect(await isDemonstrationOpen(server)).toBe(false)
  })
})

test('a start that lets other machines in warns once, each time; one on the loopback interface does not', async () => {
  await start()
  const directory = await newDataDirectory()
  try {
    const linesOf = async (environment: Record<string, string>) => {
      const fichero = await startProcess({ DATA_DIR: directory.path, LOG_LEVEL: 'warn', ...environment })
      const { output } = await fichero.end('SIGTERM')
      return output.split('\n').filter((line) => line.includes('passwords that everyone can read'))
    }
    expect(await linesOf({ HOST: '0.0.0.0' })).toHaveLength(0)
    expect(await linesOf({ HOST: '127.0.0.1', DEMO_DATA: 'true' })).toHaveLength(0)
    expect(await linesOf({ HOST: '0.0.0.0', DEMO_DATA: 'true' })).toHaveLength(1)
    expect(await linesOf({ HOST: '0.0.0.0' })).toHaveLength(1)
  } finally {
    await directory.remove()
  }
})

test('the files: passwords that OBP-30207 allows and a header needs not quote, and roles that exist', async () => {
  await start()
  const { sandbox, customerFile } = await readDemonstration()
  expect(sandbox.users).toHaveLength(3)
  for (const { password } of sandbox.users!) {
    expect(isStrongPassword(password)).toBe(true)
    expect(password).not.toMatch(/[,"' ]/)
  }
  for (const { bank_id, roles } of customerFile.entitlements)
    for (const role of roles) expect([role, roleNamed(role)?.requiresBankId]).toEqual([role, bank_id !== ''])
})
