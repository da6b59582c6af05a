import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toSeconds } from '../../protocol/dates.ts'
import { readImportFile } from '../../sandbox/import-file.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { exampleImportFile } from './example-import-file.ts'

const path = '/obp/v2.1.0/sandbox/data-import'
type Example = typeof exampleImportFile

let server: TestServer
let token: string
let userId: string
beforeAll(async () => {
  server = await startTestServer({ writeMetrics: false })
  ;({ token, userId } = await server.user({ '': ['CanCreateSandbox'] }))
})
afterAll(() => server.close())

let made = 0
/** The example as a file of its own: no id of it is in another one. */
function newFile(): Example {
  const number = ++made
  const [bank, user, account, event] = [`bank.${number}`, `user.${number}`, `account-${number}`, `event-${number}`]
  const file = structuredClone(exampleImportFile)
  file.banks[0]!.id = bank
  Object.assign(file.users[0]!, { user_name: user, email: `${user}@example.com` })
  Object.assign(file.accounts[0]!, { id: account, bank, owners: [user] })
  file.transactions[0]!.this_account = { id: account, bank }
  for (const entry of [...file.branches, ...file.atms, ...file.products]) entry.bank_id = bank
  Object.assign(file.crm_events[0]!, { id: event, bank_id: bank })
  return file
}

/** How many rows each table has. */
async function counts(): Promise<Record<string, number>> {
  const tables = await server.storage.db.introspection.getTables()
  const found: Record<string, number> = {}
  for (const { name } of tables) {
    const { rows } = await server.storage.pool.query(`select count(*)::int as count from ${name}`)
    found[name] = rows[0].count
  }
  return found
}

const post = (body: unknown, at = path) => server.call(at, { token, body })

async function expectRefused(body: unknown, message: string | RegExp) {
  const before = await counts()
  const answer = await post(body)
  expect(answer.body).toEqual({ code: 400, message: expect.stringMatching(message) })
  expect(answer.status).toBe(400)
  expect(await counts()).toEqual(before)
}
const exactly = (text: string) => new RegExp(`^${RegExp.escape(text)}$`)

async function logIn(username: string, password: string) {
  const header = `username="${username}", password="${password}", consumer_key="test-consumer"`
  return server.call('/my/logins/direct', { method: 'POST', headers: { DirectLogin: header } })
}

describe('success', () => {
  test.each(['v2.1.0', 'v3.1.0', 'v5.1.0', 'v6.0.0'])('201 under %s', async (version) => {
    const answer = await post(newFile(), `/obp/${version}/sandbox/data-import`)
    expect(answer.body).toEqual({ success: 'Success' })
    expect(answer.status).toBe(201)
  })

  test('404 under v2.0.0, which does not have it', async () => {
    expect((await post(newFile(), '/obp/v2.0.0/sandbox/data-import')).status).toBe(404)
  })

  test('keeps banks, users, accounts with their owners, and CRM events with all their fields', async () => {
    const file = newFile()
    expect((await post(file)).status).toBe(201)
    const bankId = file.banks[0]!.id
    const { db } = server.storage
    const bank = await db.selectFrom('bank').selectAll().where('bank_id', '=', bankId).executeTakeFirstOrThrow()
    expect(bank).toMatchObject({
      short_name: 'Greyhaven',
      full_name: 'The Bank of Greyhaven',
      logo_url: 'https://www.example.com/greyhaven.png',
      website_url: 'https://www.example.com',
      swift_bic: 'GREHGB2LXXX',
      national_identifier: '29',
    })
    const { user_name } = file.users[0]!
    const user = await db.selectFrom('app_user').selectAll().where('username', '=', user_name).executeTakeFirstOrThrow()
    expect(user).toMatchObject({
      provider: 'fichero',
      email: `${user_name}@example.com`,
      first_name: 'Inés',
      last_name: 'Calder',
      is_validated: true,
    })
    const accounts = await db.selectFrom('bank_account').selectAll().where('bank_id', '=', bankId).execute()
    expect(accounts).toEqual([
      expect.objectContaining({
        account_id: file.accounts[0]!.id,
        label: 'Everyday',
        number: '30054411',
        account_type: 'CURRENT',
        iban: 'GB33 BUKB 2020 1555 5555 55',
        balance_currency: 'GBP',
        balance_amount: '1250.7500',
      }),
    ])
    expect(await db.selectFrom('bank_account_owner').selectAll().where('bank_id', '=', bankId).execute()).toEqual([
      { bank_id: bankId, account_id: file.accounts[0]!.id, user_id: user.user_id },
    ])
    const events = await server.call(`/obp/v1.4.0/banks/${bankId}/crm-events`, { token })
    expect(events.body).toEqual({
      crm_events: [
        {
          id: file.crm_events[0]!.id,
          bank_id: bankId,
          customer_name: 'Inés Calder',
          customer_number: '5987953',
          category: 'Call',
          detail: 'Asked how to order a new card.',
          channel: 'Phone',
          actual_date: '2025-03-05T10:30:00Z',
          scheduled_date: '2025-03-07T09:00:00Z',
          result: 'Card ordered',
        },
      ],
    })
  })

  test('lists may be absent or null, optional fields too, and unknown fields are ignored', async () => {
    const file = newFile()
    const bank = { ...file.banks[0]!, swift_bic: null, national_identifier: undefined, colour: 'grey' }
    const { IBAN: _, generate_public_view: __, ...account } = file.accounts[0]!
    const { scheduled_date: ___, ...event } = { ...file.crm_events[0]!, result: null }
    const { display_name: ____, ...user } = file.users[0]!
    const body = {
      banks: [bank],
      users: [user],
      accounts: [{ ...account, owners: null }],
      transactions: null,
      crm_events: [event],
      cards: [{ id: 7 }],
    }
    expect((await post(body)).status).toBe(201)
    const { pool } = server.storage
    const kept = await pool.query('select scheduled_date, result from crm_event where crm_event_id = $1', [event.id])
    expect(kept.rows).toEqual([{ scheduled_date: null, result: '' }])
    expect((await post({})).status).toBe(201)
  })

  test('milliseconds of a date are kept, and a date without them is taken', async () => {
    const file = newFile()
    const [event] = file.crm_events
    file.crm_events = [
      { ...event!, actual_date: '2015-02-14T12:30:15.123Z' },
      { ...event!, id: `${event!.id}-b`, actual_date: '2015-02-14' },
    ]
    expect((await post(file)).status).toBe(201)
    const { rows } = await server.storage.pool.query(
      'select actual_date from crm_event where bank_id = $1 order by crm_event_id',
      [file.banks[0]!.id],
    )
    expect(rows).toEqual([{ actual_date: '2015-02-14T12:30:15.123Z' }, { actual_date: '2015-02-14T00:00:00Z' }])
  })

  test('a weak password logs in, and so does one that stands as a bare number', async () => {
    const file = newFile()
    const [user] = file.users
    const other = `${user!.user_name}.b`
    const users = [
      { ...user, password: 'a1b2c3' },
      { ...user, user_name: other, password: 482_913 },
    ]
    expect((await post({ ...file, users })).status).toBe(201)
    expect((await logIn(user!.user_name, 'a1b2c3')).status).toBe(201)
    expect((await logIn(other, '482913')).status).toBe(201)
    expect((await logIn(other, '482914')).status).toBe(401)
  })

  test('accounts, events and products may belong to a bank, and owners be users, that are there already', async () => {
    const first = newFile()
    expect((await post(first)).status).toBe(201)
    const { banks: _, users: __, ...file } = newFile()
    const bankId = first.banks[0]!.id
    file.accounts[0]!.bank = bankId
    file.accounts[0]!.owners = [first.users[0]!.user_name]
    file.transactions[0]!.this_account.bank = bankId
    for (const entry of [...file.branches, ...file.atms, ...file.products, ...file.crm_events]) entry.bank_id = bankId
    expect((await post(file)).status).toBe(201)
    const events = await server.call(`/obp/v1.4.0/banks/${bankId}/crm-events`, { token })
    expect(events.body.crm_events).toHaveLength(2)
  })

  test('the same ids at another bank, and the same user name of another provider, are no clash', async () => {
    const first = newFile()
    const second = newFile()
    second.accounts[0]!.id = first.accounts[0]!.id
    second.crm_events[0]!.id = first.crm_events[0]!.id
    await server.services.users.create(
      { operationId: 'test', correlationId: 'test', userId: null, consumerId: null },
      {
        provider: 'elsewhere',
        username: second.users[0]!.user_name,
        email: '',
        firstName: '',
        lastName: '',
        passwordHash: null,
        isValidated: true,
      },
    )
    expect((await post(first)).status).toBe(201)
    expect((await post(second)).status).toBe(201)
  })

  test('an owner named twice owns the account once', async () => {
    const file = newFile()
    const [name] = file.accounts[0]!.owners
    file.accounts[0]!.owners = [name!, name!]
    expect((await post(file)).status).toBe(201)
    const { rows } = await server.storage.pool.query(
      'select count(*)::int as owners from bank_account_owner where account_id = $1',
      [file.accounts[0]!.id],
    )
    expect(rows).toEqual([{ owners: 1 }])
  })

  test('an audit row for each bank, user, account and event, without the password or its hash', async () => {
    const file = newFile()
    const answer = await post(file)
    const { rows } = await server.storage.pool.query(
      'select * from audit_event where correlation_id = $1 order by audit_event_id',
      [answer.headers.get('correlation-id')],
    )
    const bankId = file.banks[0]!.id
    expect(rows.map(({ bank_id, subject }) => [bank_id, subject])).toEqual([
      [bankId, 'bank'],
      ['', 'app_user'],
      [bankId, 'bank_account'],
      [bankId, 'crm_event'],
    ])
    const consumer = await server.services.consumers.withKey('test-consumer')
    for (const row of rows)
      expect(row).toMatchObject({
        user_id: userId,
        consumer_id: consumer!.consumer_id,
        operation_id: 'OBPv2.1.0-sandboxDataImport',
      })
    expect(rows.map(({ subject_id }) => subject_id)).toEqual([
      bankId,
      expect.any(String),
      file.accounts[0]!.id,
      file.crm_events[0]!.id,
    ])
    const text = JSON.stringify(rows)
    expect(text).toContain(file.users[0]!.user_name)
    expect(text).not.toContain(file.users[0]!.password)
    expect(text).not.toContain('argon2')
  })

  test('more entries than one statement takes', async () => {
    const file = newFile()
    const [event] = file.crm_events
    file.crm_events = Array.from({ length: 2500 }, (_, number) => ({ ...event!, id: `many-${number}` }))
    expect((await post(file)).status).toBe(201)
    const { rows } = await server.storage.pool.query(
      'select count(*)::int as events, (select count(*)::int from audit_event a where a.bank_id = $1) as audited from crm_event where bank_id = $1',
      [file.banks[0]!.id],
    )
    expect(rows).toEqual([{ events: 2500, audited: 2502 }])
  })
})

describe('a whole import file', () => {
  // the variable may name any import file of OBP; without it, the project's own
  const name =
    process.env.OBP_IMPORT_FILE || new URL('../../bootstrap/demonstration/sandbox.json', import.meta.url).pathname

  test('is imported, all its users log in, and every bank shows its CRM events', async () => {
    const bytes = await readFile(name)
    const { users = [], banks = [], accounts = [], crm_events = [] } = readImportFile(bytes)
    expect(users.length * banks.length * crm_events.length).toBeGreaterThan(0)
    const before = await counts()
    const answer = await post(bytes.toString())
    expect(answer.body).toEqual({ success: 'Success' })
    expect(answer.status).toBe(201)

    for (const { user_name, password } of users) {
      const login = await logIn(user_name, password)
      expect(login.status).toBe(201)
      for (const { id } of banks) {
        const events = await server.call(`/obp/v1.4.0/banks/${id}/crm-events`, { token: login.body.token })
        const expected = crm_events
          .filter(({ bank_id }) => bank_id === id)
          .map((event) => ({
            id: event.id,
            bank_id: id,
            customer_name: event.customer.name,
            customer_number: event.customer.number,
            category: event.category,
            detail: event.detail,
            channel: event.channel,
            actual_date: toSeconds(event.actual_date),
            scheduled_date: event.scheduled_date ? toSeconds(event.scheduled_date) : null,
            result: event.result ?? '',
          }))
          .sort((a, b) =>
            a.actual_date === b.actual_date ? (a.id < b.id ? -1 : 1) : a.actual_date < b.actual_date ? 1 : -1,
          )
        expect(events.body).toEqual(
          expected.length > 0 ? { crm_events: expected } : { code: 404, message: 'No CRM Events available.' },
        )
      }
    }
    const after = await counts()
    const grown = (table: string) => after[table]! - before[table]!
    expect([grown('bank'), grown('app_user'), grown('bank_account'), grown('crm_event')]).toEqual([
      banks.length,
      users.length,
      accounts.length,
      crm_events.length,
    ])
    expect(grown('bank_account_owner')).toBe(accounts.reduce((sum, { owners }) => sum + new Set(owners).size, 0))

    const again = await post(bytes.toString())
    expect(again.status).toBe(400)
    expect(again.body.message).toBe(
      'Cannot import the sandbox data: banks[0].id exists already, and nothing was imported.',
    )
    expect({ ...(await counts()), login_token: 0 }).toEqual({ ...after, login_token: 0 })
  })
})

describe('who may', () => {
  test('401 without a login, even with a wrong body', async () => {
    const answer = await server.call(path, { body: '{' })
    expect(answer.body).toEqual({ code: 401, message: 'OBP-20001: User not logged in. Authentication is required!' })
  })

  test('403 without the role, even with a wrong body', async () => {
    const nobody = await server.user()
    const before = await counts()
    const answer = await server.call(path, { token: nobody.token, body: '{' })
    expect(answer.status).toBe(403)
    expect(answer.body.message).toBe('OBP-20006: User is missing one or more roles: CanCreateSandbox')
    expect(await counts()).toEqual(before)
  })

  test('403 OBP-00002 where the instance does not allow it, to those who have the role and a right body', async () => {
    const closed = await startTestServer({ allowSandboxImport: false })
    try {
      const { token } = await closed.user({ '': ['CanCreateSandbox'] })
      const answer = await closed.call(path, { token, body: newFile() })
      expect(answer.body).toEqual({
        code: 403,
        message: 'OBP-00002: Data import is disabled for this API instance.',
      })
      expect(answer.status).toBe(403)
      expect((await closed.storage.pool.query('select from bank')).rowCount).toBe(0)
      expect((await closed.call(path, { token, body: { banks: 1 } })).status).toBe(400)
      const { token: without } = await closed.user()
      expect((await closed.call(path, { token: without, body: newFile() })).body.message).toMatch(/^OBP-20006/)
    } finally {
      await closed.close()
    }
  })
})

describe('a wrong shape is 400 OBP-10001 that names the entry, and nothing is written', () => {
  const id = (most: number) => `1 to ${most} characters, only A-Z, a-z, 0-9, '-', '.' and '_'`
  const text = (most: number) => `a text of at most ${most} characters`
  const date = 'a date such as 2013-01-21T23:08:00Z'
  const amount = 'an amount such as 1250.75, of at most 15 digits and 4 decimals'

  // each with a value it may not have, and what it must be
  const wrong: [field: string, value: unknown, mustBe: string][] = [
    ['banks', {}, 'a list of at most 1000000 items'],
    ['banks[0]', null, 'an object'],
    ['banks[0].id', '', id(255)],
    ['banks[0].id', 'a bank', id(255)],
    ['banks[0].id', 'b'.repeat(256), id(255)],
    ['banks[0].id', null, id(255)],
    ['banks[0].short_name', 's'.repeat(101), text(100)],
    ['banks[0].full_name', true, text(255)],
    ['banks[0].logo', null, text(2000)],
    ['banks[0].website', 'w'.repeat(2001), text(2000)],
    ['banks[0].swift_bic', {}, `${text(255)}, or null`],
    ['banks[0].national_identifier', 'n'.repeat(256), `${text(255)}, or null`],
    ['users', 'nobody', 'a list of at most 1000000 items'],
    ['users[0].email', 'no address', 'an e-mail address of at most 200 characters'],
    ['users[0].user_name', '', "1 to 100 characters, only A-Z, a-z, 0-9, '-', '.', '_', '@' and blanks"],
    ['users[0].user_name', 'a"b', "1 to 100 characters, only A-Z, a-z, 0-9, '-', '.', '_', '@' and blanks"],
    ['users[0].password', '', '1 to 512 characters, only letters, digits, blanks and signs of ASCII'],
    ['users[0].password', 'pässword', '1 to 512 characters, only letters, digits, blanks and signs of ASCII'],
    ['users[0].password', 'p'.repeat(513), '1 to 512 characters, only letters, digits, blanks and signs of ASCII'],
    ['users[0].display_name', 'd'.repeat(101), `${text(100)}, or null`],
    ['accounts', 0, 'a list of at most 1000000 items'],
    ['accounts[0].id', 'an account', id(255)],
    ['accounts[0].label', [], text(255)],
    ['accounts[0].number', 'n'.repeat(129), text(128)],
    ['accounts[0].type', false, text(255)],
    ['accounts[0].balance', null, 'an object'],
    ['accounts[0].balance.currency', 'pounds', 'a currency such as EUR'],
    ['accounts[0].balance.amount', '12,50', amount],
    ['accounts[0].balance.amount', '1234567890123456', amount],
    ['accounts[0].balance.amount', 1e15, amount],
    ['accounts[0].balance.amount', '1.23456', amount],
    ['accounts[0].IBAN', 'I'.repeat(65), `${text(64)}, or null`],
    ['accounts[0].owners', 'ines', 'a list of at most 100000 items'],
    ['accounts[0].owners[0]', null, "1 to 100 characters, only A-Z, a-z, 0-9, '-', '.', '_', '@' and blanks"],
    ['accounts[0].generate_public_view', 'yes', 'true or false, or null'],
    ['transactions[0].id', '', id(255)],
    ['transactions[0].this_account.id', '', id(255)],
    ['transactions[0].this_account.bank', null, id(255)],
    ['transactions[0].counterparty', 'Bakery', 'an object or null'],
    ['transactions[0].counterparty.name', [], `${text(255)}, or null`],
    ['transactions[0].details.type', null, text(255)],
    ['transactions[0].details.posted', '2025-02-31T00:00:00.000Z', date],
    ['transactions[0].details.completed', 'soon', date],
    ['transactions[0].details.new_balance', 'much', amount],
    ['transactions[0].details.value', null, amount],
    ['branches[0].id', null, id(255)],
    ['branches[0].name', 'n'.repeat(256), text(255)],
    ['branches[0].address.city', null, text(255)],
    ['branches[0].location.latitude', 91, 'a number from -90 to 90'],
    ['branches[0].location.longitude', '2.0', 'a number from -180 to 180'],
    ['branches[0].meta.license', 'CC0', 'an object'],
    ['branches[0].lobby', 'always', 'an object or null'],
    ['atms[0].address', null, 'an object'],
    ['atms[0].bank_id', '', id(255)],
    ['products[0].code', '', 'a text of 1 to 255 characters'],
    ['products[0].more_info_url', null, text(2000)],
    ['crm_events', true, 'a list of at most 1000000 items'],
    ['crm_events[0].id', 'e'.repeat(37), id(36)],
    ['crm_events[0].bank_id', {}, id(255)],
    ['crm_events[0].customer', [], 'an object'],
    ['crm_events[0].customer.name', 'n'.repeat(65), text(64)],
    ['crm_events[0].customer.number', null, text(64)],
    ['crm_events[0].category', 'c'.repeat(33), text(32)],
    ['crm_events[0].channel', 'c'.repeat(33), text(32)],
    ['crm_events[0].actual_date', '2015-02-14T00:00:00.000Zjunk', date],
    ['crm_events[0].actual_date', null, date],
    ['crm_events[0].scheduled_date', 'tomorrow', `${date}, or null`],
    ['crm_events[0].result', 'r'.repeat(33), `${text(32)}, or null`],
  ]
  test.each(wrong)('%s as %j', async (field, value, mustBe) => {
    const file = newFile()
    put(file, field, value)
    await expectRefused(file, exactly(`OBP-10001: Incorrect json format. ${field} must be ${mustBe}.`))
  })

  test.each([
    ['crm_events[0].detail', 'd\0', 'holds a character that cannot be kept: NUL, or half of a surrogate pair'],
    ['accounts[0].bank', 7.5e20, 'must be sent as a text in quotes: so large a number loses digits'],
  ])('%s as %j', async (field, value, sentence) => {
    const file = newFile()
    put(file, field, value)
    await expectRefused(file, exactly(`OBP-10001: Incorrect json format. ${field} ${sentence}.`))
  })

  const needed = [
    'banks[0].id',
    'banks[0].website',
    'users[0].email',
    'users[0].user_name',
    'users[0].password',
    'accounts[0].owners',
    'accounts[0].balance',
    'transactions[0].details',
    'branches[0].address',
    'atms[0].location',
    'products[0].name',
    'crm_events[0].customer',
    'crm_events[0].customer.number',
    'crm_events[0].actual_date',
  ]
  test.each(needed)('without %s', async (field) => {
    const file = newFile()
    put(file, field, undefined)
    await expectRefused(file, exactly(`OBP-10001: Incorrect json format. ${field} is missing.`))
  })

  test('the second entry is named as the second', async () => {
    const file = newFile()
    file.crm_events.push({ ...file.crm_events[0]!, id: 'another', actual_date: 'yesterday' })
    await expectRefused(file, exactly(`OBP-10001: Incorrect json format. crm_events[1].actual_date must be ${date}.`))
  })

  test.each(['', '{', '[]', '"banks"', 'null'])('a body of %j', (body) => expectRefused(body, /^OBP-10001: /))

  test('413 for a body above 1 MiB', async () => {
    const before = await counts()
    const answer = await post({ ...newFile(), note: 'x'.repeat(1024 * 1024) })
    expect(answer.status).toBe(413)
    expect(answer.body.message).toMatch(/^OBP-10001: /)
    expect(await counts()).toEqual(before)
  })

  /** Sets what a path such as `banks[0].id` names; undefined takes it away. */
  function put(file: object, field: string, value: unknown) {
    const parts = field.split(/[.[\]]+/).filter(Boolean)
    let here = file as Record<string, unknown>
    for (const part of parts.slice(0, -1)) here = here[part] as Record<string, unknown>
    here[parts.at(-1)!] = value
  }
})

describe('a thing twice in the file is 400 OBP-10001', () => {
  test.each([
    ['banks', 'id'],
    ['users', 'user_name'],
    ['accounts', 'id'],
    ['crm_events', 'id'],
  ] as const)('in %s', async (list, field) => {
    const file = newFile()
    const entries = file[list] as object[]
    entries.push({ ...entries[0]! })
    await expectRefused(
      file,
      exactly(`OBP-10001: Incorrect json format. ${list}[1].${field} is that of ${list}[0] too.`),
    )
  })
})

describe('what does not fit the database is 400, and nothing is written', () => {
  const refusal = (what: string) => exactly(`Cannot import the sandbox data: ${what}, and nothing was imported.`)

  let there: Example
  beforeAll(async () => {
    there = newFile()
    expect((await post(there)).status).toBe(201)
  })

  test('a bank that is there already', async () => {
    const file = newFile()
    file.banks.push({ ...there.banks[0]! })
    await expectRefused(file, refusal('banks[1].id exists already'))
  })

  test('a user name that is there already', async () => {
    const file = newFile()
    file.users.push({ ...there.users[0]! })
    await expectRefused(file, refusal('users[1].user_name exists already'))
  })

  test('the name of a deleted user stays taken, and owns nothing', async () => {
    const { username } = await server.user()
    await server.storage.pool.query('update app_user set deleted_at = now() where username = $1', [username])
    const file = newFile()
    file.users.push({ ...there.users[0]!, user_name: username })
    await expectRefused(file, refusal('users[1].user_name exists already'))
    const other = newFile()
    other.accounts[0]!.owners.push(username)
    await expectRefused(other, refusal('accounts[0].owners[1] names no user of the import or of this server'))
  })

  test('an account that is there already at its bank', async () => {
    const file = newFile()
    file.accounts.push({ ...there.accounts[0]! })
    await expectRefused(file, refusal('accounts[1].id exists already'))
  })

  test('a CRM event that is there already at its bank', async () => {
    const file = newFile()
    file.crm_events.push({ ...there.crm_events[0]! })
    await expectRefused(file, refusal('crm_events[1].id exists already'))
  })

  test('an owner who is neither in the file nor there', async () => {
    const file = newFile()
    file.accounts[0]!.owners.push('nobody')
    await expectRefused(file, refusal('accounts[0].owners[1] names no user of the import or of this server'))
  })

  test('an owner who is a user of another provider only', async () => {
    const { username } = await server.user()
    await server.storage.pool.query(`update app_user set provider = 'elsewhere' where username = $1`, [username])
    const file = newFile()
    file.accounts[0]!.owners = [username]
    await expectRefused(file, refusal('accounts[0].owners[0] names no user of the import or of this server'))
  })

  test.each(['accounts', 'transactions', 'branches', 'atms', 'products', 'crm_events'] as const)(
    'an unknown bank in %s',
    async (list) => {
      const file = newFile()
      const [entry] = file[list]
      let field = 'bank_id'
      if (list === 'accounts') field = 'bank'
      if (list === 'transactions') field = 'this_account.bank'
      if ('this_account' in entry!) entry.this_account.bank = 'no.such.bank'
      else Object.assign(entry!, { [field]: 'no.such.bank' })
      await expectRefused(file, refusal(`${list}[0].${field} names no bank of the import or of this server`))
    },
  )

  test('in Spanish for those who ask for it', async () => {
    const answer = await post(there, `${path}?locale=es_ES`)
    expect(answer.body.message).toBe(
      'No se pueden importar los datos del entorno de pruebas: banks[0].id ya existe; no se ha importado nada.',
    )
  })
})

describe('at once', () => {
  test('the same file several times: one is imported, the others are refused, nothing is there twice or half', async () => {
    const file = newFile()
    const before = await counts()
    const answers = await Promise.all([post(file), post(file), post(file), post(file)])
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400])
    for (const { status, body } of answers)
      if (status === 400)
        expect(body.message).toBe(
          'Cannot import the sandbox data: banks[0].id exists already, and nothing was imported.',
        )
    const after = await counts()
    for (const table of ['bank', 'app_user', 'bank_account', 'bank_account_owner', 'crm_event'])
      expect(after[table]! - before[table]!).toBe(1)
    expect(after.audit_event! - before.audit_event!).toBe(4)
  })

  test('different files: all are imported', async () => {
    const answers = await Promise.all([post(newFile()), post(newFile()), post(newFile())])
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  })

  test('a bank that comes by another way after the checks: refused, nothing half', async () => {
    const file = newFile()
    file.banks.unshift({ ...file.banks[0]!, id: `${file.banks[0]!.id}.first` })
    const other = new pg.Client(server.connection)
    await other.connect()
    await other.query('begin')
    await other.query(
      `insert into bank (bank_id, short_name, full_name, logo_url, website_url) values ($1, '', '', '', '')`,
      [file.banks[1]!.id],
    )
    const before = await counts()
    const answer = post(file)
    // the import has been through its checks when it waits for the row of the other
    while (!(await other.query('select from pg_locks where not granted')).rowCount);
    await other.query('commit')
    await other.end()
    expect((await answer).body).toEqual({
      code: 400,
      message: 'Cannot import the sandbox data: banks[1].id exists already, and nothing was imported.',
    })
    expect(await counts()).toEqual({ ...before, bank: before.bank! + 1 })
  })

  test('an import that runs for too long is not waited for', async () => {
    const impatient = await startTestServer({ databaseTimeout: 250 })
    const other = new pg.Client(impatient.connection)
    try {
      const { token } = await impatient.user({ '': ['CanCreateSandbox'] })
      await other.connect()
      // as an import does while it writes
      await other.query('begin')
      await other.query('select pg_advisory_xact_lock(5023061996)')
      const answer = await impatient.call(path, { token, body: newFile() })
      expect(answer.body).toEqual({
        code: 400,
        message: 'Cannot import the sandbox data: another import is running, try again when it has ended.',
      })
      await other.query('rollback')
      expect((await impatient.call(path, { token, body: newFile() })).status).toBe(201)
    } finally {
      await other.end()
      await impatient.close()
    }
  })
})
