import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '../authentication/passwords/passwords.ts'
import { origin, startTestServer, type TestServer } from '../testing/server.ts'
import { importSandbox } from './import.ts'
import { readImportFile } from './import-file.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

const banks = [{ id: 'b', short_name: 'B', full_name: 'Bank', logo: '', website: '' }]
const user = (number: number) => ({ email: `u${number}@example.com`, user_name: `u${number}`, password: 'abc123' })
const event = {
  bank_id: 'b',
  customer: { name: 'N', number: '1' },
  category: '',
  detail: '',
  channel: '',
  actual_date: '2025-01-01T00:00:00.000Z',
}
const fileOf = (lists: object) => readImportFile(Buffer.from(JSON.stringify(lists)))
const options = { provider: 'fichero', patience: 4000 }

async function rows(): Promise<number> {
  const { rows } = await server.storage.pool.query(
    'select (select count(*) from bank) + (select count(*) from app_user) + (select count(*) from audit_event) as rows',
  )
  return rows[0].rows
}

test('ended while it hashes passwords, it hashes no more of them and keeps nothing', async () => {
  const stopping = new AbortController()
  const before = await rows()
  const file = fileOf({ banks, users: Array.from({ length: 30 }, (_, number) => user(number)) })
  let hashed = 0
  const result = importSandbox(server.storage.db, origin, file, {
    ...options,
    signal: stopping.signal,
    onProgress(_step, done) {
      hashed = done
      stopping.abort(new Error('too late'))
    },
  })
  await expect(result).rejects.toThrow('too late')
  // one more, so that those under way are over
  await hashPassword('abc123')
  expect(hashed).toBe(1)
  expect(await rows()).toBe(before)
})

test('ended when all is written but nothing committed, it keeps nothing', async () => {
  const stopping = new AbortController()
  const before = await rows()
  const file = fileOf({ banks, users: [user(1)], crm_events: [{ ...event, id: 'e' }] })
  const steps: string[] = []
  const result = importSandbox(server.storage.db, origin, file, {
    ...options,
    signal: stopping.signal,
    onProgress(step) {
      steps.push(step)
      if (step === 'crm_events') stopping.abort(new Error('too late'))
    },
  })
  await expect(result).rejects.toThrow('too late')
  expect(steps).toEqual(['passwords', 'banks', 'users', 'crm_events'])
  expect(await rows()).toBe(before)
})

test('tells how far it is, step by step', async () => {
  const told: unknown[] = []
  const crm_events = Array.from({ length: 2001 }, (_, number) => ({ ...event, id: `e${number}` }))
  await importSandbox(server.storage.db, origin, fileOf({ banks, users: [user(1), user(2)], crm_events }), {
    ...options,
    signal: new AbortController().signal,
    onProgress: (...step) => told.push(step),
  })
  expect(told).toEqual([
    ['passwords', 1, 2],
    ['passwords', 2, 2],
    ['banks', 1, 1],
    ['users', 2, 2],
    ['crm_events', 1000, 2001],
    ['crm_events', 2000, 2001],
    ['crm_events', 2001, 2001],
  ])
})

test('an account with more owners than one statement takes', async () => {
  const { pool } = server.storage
  await pool.query(
    `insert into app_user (user_id, provider, username, email) select 'o' || n, 'fichero', 'o' || n, '' from generate_series(1, 12000) n`,
  )
  const account = {
    id: 'a',
    bank: 'c',
    label: '',
    number: '',
    type: '',
    balance: { currency: 'EUR', amount: '1' },
    owners: Array.from({ length: 12_000 }, (_, number) => `o${number + 1}`),
  }
  const file = fileOf({ banks: [{ ...banks[0], id: 'c' }], accounts: [account] })
  await importSandbox(server.storage.db, origin, file, { ...options, signal: new AbortController().signal })
  const { rows } = await pool.query(`select count(*)::int as owners from bank_account_owner where bank_id = 'c'`)
  expect(rows).toEqual([{ owners: 12_000 }])
})
