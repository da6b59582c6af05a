/** The command line of the import as an operator meets it: a process of its own, with what it prints and how it ends. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connectTo, type FicheroProcess, newDataDirectory, postmasterOf, startProcess } from './testing/process.ts'
import { startTestServer, type TestServer } from './testing/server.ts'

const program = join(import.meta.dirname, 'import.ts')

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'fichero-import-'))
})
afterAll(() => rm(folder, { recursive: true }))

function start(args: string[], environment: Record<string, string> = {}) {
  const child = spawn(process.execPath, [program, ...args], {
    env: { PATH: process.env.PATH, HOME: process.env.HOME, INIT_CWD: folder, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { out: '', err: '' }
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said.out += part
  })
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    said.err += part
  })
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, ...said }))
  return { child, said, ended }
}
const run = (args: string[], environment?: Record<string, string>) => start(args, environment).ended

let made = 0
/** Writes a file of one bank, two users, one account and as many CRM events as asked for, and some that is not kept. */
async function newFile(events = 1) {
  const number = ++made
  const bankId = `bank.${number}`
  const usernames = [`first.${number}`, `second.${number}`]
  const name = `${number}.json`
  const file = {
    banks: [{ id: bankId, short_name: 'B', full_name: 'Bank', logo: '', website: '' }],
    users: usernames.map((user_name) => ({ email: 'a@example.com', user_name, password: 'a1b2c3' })),
    accounts: [
      {
        id: 'a',
        bank: bankId,
        label: '',
        number: '1',
        type: '',
        balance: { currency: 'EUR', amount: '1.00' },
        IBAN: '',
        owners: usernames,
      },
    ],
    products: [
      {
        bank_id: bankId,
        code: 'P',
        name: 'P',
        category: '',
        family: '',
        super_family: '',
        more_info_url: '',
        meta: { license: { id: '', name: '' } },
      },
    ],
    crm_events: Array.from({ length: events }, (_, place) => ({
      id: `event-${place}`,
      bank_id: bankId,
      customer: { name: 'N', number: '1' },
      category: 'C',
      detail: 'D'.repeat(500),
      channel: 'H',
      actual_date: '2025-02-14T00:00:00.000Z',
    })),
  }
  await writeFile(join(folder, name), JSON.stringify(file))
  return { name, bankId, usernames }
}

const summary = (name: string, events = '1 CRM event') =>
  `Imported from ${name}: 1 bank, 2 users, 1 account, ${events}.
Checked and not kept: 0 transactions, 0 branches, 0 ATMs, 1 product.
`
const isThere = (name: string) =>
  `${name}: Cannot import the sandbox data: banks[0].id exists already, and nothing was imported.\n`

describe('how it is called', () => {
  test.each([[[]], [['a.json', 'b.json']], [['--force', 'a.json']]])('%j is 2 with how it is meant', async (args) => {
    expect(await run(args)).toEqual({
      code: 2,
      out: '',
      err: 'Usage: script/import FILE\nTry script/import --help.\n',
    })
  })

  test('--help is 0 with what it does', async () => {
    const { code, out, err } = await run(['--help'])
    expect([code, err]).toEqual([0, ''])
    expect(out).toMatch(/^Usage: script\/import FILE\n[\s\S]*all of it, or nothing/)
  })
})

describe('into a database of DATABASE_URL', () => {
  let server: TestServer
  let environment: Record<string, string>
  beforeAll(async () => {
    server = await startTestServer()
    const { host, port, user, password, database } = server.connection
    const query = new URLSearchParams({ host: host!, port: String(port) })
    environment = { DATABASE_URL: `postgres://${user}:${password}@localhost/${database}?${query}` }
  })
  afterAll(() => server.close())

  const banks = async () =>
    (await server.storage.db.selectFrom('bank').select('bank_id').orderBy('bank_id').execute()).map(
      (row) => row.bank_id,
    )

  test('0, how far it is, what it kept and what not; the users log in', async () => {
    const { name, bankId, usernames } = await newFile()
    expect(await run([name], environment)).toEqual({
      code: 0,
      out: summary(name),
      err: 'hashing passwords: 2 of 2\nwriting banks: 1 of 1\nwriting users: 2 of 2\nwriting accounts: 1 of 1\nwriting CRM events: 1 of 1\n',
    })
    expect(await banks()).toContain(bankId)
    for (const username of usernames) {
      const header = `username=${username}, password=a1b2c3, consumer_key=test-consumer`
      const login = await server.call('/my/logins/direct', { method: 'POST', headers: { DirectLogin: header } })
      expect(login.status).toBe(201)
    }
    const trail = await server.storage.pool.query('select * from audit_event where bank_id = $1', [bankId])
    expect(trail.rows).toHaveLength(3)
    for (const row of trail.rows)
      expect(row).toMatchObject({ operation_id: 'import', user_id: null, consumer_id: null })
  })

  test('a file larger than a call may be, in more rows than a statement takes', async () => {
    const { name, bankId } = await newFile(8000)
    const { code, out } = await run([name], environment)
    expect([code, out]).toEqual([0, summary(name, '8000 CRM events')])
    const { rows } = await server.storage.pool.query(
      `select (select count(*)::int from crm_event where bank_id = $1) as events, (select count(*)::int from audit_event where bank_id = $1) as audited`,
      [bankId],
    )
    expect(rows).toEqual([{ events: 8000, audited: 8002 }])
  })

  test('1 and one sentence for what is there already', async () => {
    const { name } = await newFile()
    await run([name], environment)
    expect(await run([name], environment)).toEqual({ code: 1, out: '', err: isThere(name) })
  })

  test('two at once: one imports, the other is refused', async () => {
    const { name, bankId } = await newFile(2000)
    const results = await Promise.all([run([name], environment), run([name], environment)])
    expect(results.map(({ code }) => code).sort()).toEqual([0, 1])
    expect(results.find(({ code }) => code === 1)!.err).toContain(isThere(name))
    const { rows } = await server.storage.pool.query('select count(*)::int as c from crm_event where bank_id = $1', [
      bankId,
    ])
    expect(rows).toEqual([{ c: 2000 }])
  })

  test('SIGTERM ends it with 1, and nothing is kept', async () => {
    const { name, bankId } = await newFile()
    const other = new pg.Client(server.connection)
    await other.connect()
    await other.query('begin')
    await other.query('lock table crm_event in access exclusive mode')
    const { child, ended } = start([name], environment)
    while (!(await other.query('select from pg_locks where not granted')).rowCount);
    child.kill('SIGTERM')
    await other.query('rollback')
    await other.end()
    const { code, err } = await ended
    expect(code).toBe(1)
    expect(err).toMatch(/^Stopped: nothing was imported\.$/m)
    expect(await banks()).not.toContain(bankId)
  })

  test.each([
    ['no file', 'nowhere.json', undefined, 'nowhere.json cannot be read (ENOENT).\n'],
    ['a folder', '.', undefined, '. cannot be read (EISDIR).\n'],
    ['no JSON', 'text.json', 'banks', 'text.json: OBP-10001: Incorrect json format. The body is not JSON in UTF-8.\n'],
    [
      'a wrong field',
      'wrong.json',
      '{"crm_events":[{}]}',
      'wrong.json: OBP-10001: Incorrect json format. crm_events[0].id is missing.\n',
    ],
  ])('1 and one sentence for %s', async (_, name, text, err) => {
    if (text !== undefined) await writeFile(join(folder, name), text)
    const before = await banks()
    expect(await run([name], environment)).toEqual({ code: 1, out: '', err })
    expect(await banks()).toEqual(before)
  })

  test('1 and one sentence where the database cannot be used', async () => {
    const { name } = await newFile()
    expect(await run([name], { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' })).toEqual({
      code: 1,
      out: '',
      err: 'The database does not answer: run the import again, for it is kept as a whole or not at all.\n',
    })
    const wrong = new URL(environment.DATABASE_URL!)
    wrong.pathname = '/none'
    expect(await run([name], { DATABASE_URL: wrong.href })).toEqual({
      code: 1,
      out: '',
      err: 'The database cannot be used: database "none" does not exist.\n',
    })
    expect((await run([name], { DATABASE_URL: 'nonsense' })).err).toMatch(/^DATABASE_URL must be .*\.\n$/)
  })
})

describe('into the embedded database of DATA_DIR', () => {
  let directory: Awaited<ReturnType<typeof newDataDirectory>>
  let running: FicheroProcess[] = []
  beforeEach(async () => {
    directory = await newDataDirectory()
  })
  afterEach(async () => {
    await Promise.all(running.map((fichero) => fichero.end('SIGTERM')))
    running = []
    await directory.remove()
  })
  const startServer = async (environment = {}) => {
    const fichero = await startProcess({ DATA_DIR: directory.path, ...environment })
    running.push(fichero)
    return fichero
  }

  async function banks(): Promise<string[]> {
    const client = await connectTo(directory.path)
    const { rows } = await client.query('select bank_id from bank order by bank_id')
    await client.end()
    return rows.map(({ bank_id }) => bank_id)
  }

  test('of a running server, which goes on', async () => {
    const { name, bankId } = await newFile()
    const fichero = await startServer()
    const postmaster = await postmasterOf(directory.path)
    const { code, out } = await run([name], { DATA_DIR: directory.path })
    expect([code, out]).toEqual([0, summary(name)])
    expect(await banks()).toEqual([bankId])
    expect(await postmasterOf(directory.path)).toBe(postmaster)
    expect((await fetch(`${fichero.url}/health/ready`)).status).toBe(200)
    expect((await run([name], { DATA_DIR: directory.path })).err).toBe(isThere(name))
  })

  test('of a stopped server, or one that never ran: nothing goes on running, and the server finds it', async () => {
    const { name, bankId } = await newFile()
    const { code, out } = await run([name], { DATA_DIR: directory.path })
    expect([code, out]).toEqual([0, summary(name)])
    expect(await postmasterOf(directory.path)).toBeUndefined()
    expect(await run([name], { DATA_DIR: directory.path })).toEqual({ code: 1, out: '', err: isThere(name) })
    expect(await postmasterOf(directory.path)).toBeUndefined()
    await startServer({ DEMO_DATA: 'true' })
    expect(await banks()).toEqual([bankId])
  })

  test('of a server that is just starting', async () => {
    const { name, bankId } = await newFile()
    const starting = startServer()
    // it has the directory, and is making the database in it
    while (!(await readFile(join(directory.path, 'server.pid'), 'utf8').catch(() => '')));
    const { code, out } = await run([name], { DATA_DIR: directory.path })
    expect([code, out]).toEqual([0, summary(name)])
    await starting
    expect(await banks()).toEqual([bankId])
  })

  test('two at once without a server: both are imported, and nothing goes on running', async () => {
    await run([(await newFile()).name], { DATA_DIR: directory.path })
    const files = [await newFile(500), await newFile(2500), await newFile(10)]
    const results = await Promise.all(files.map(({ name }) => run([name], { DATA_DIR: directory.path })))
    expect(results.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(await postmasterOf(directory.path)).toBeUndefined()
    await startServer()
    for (const { bankId } of files) expect(await banks()).toContain(bankId)
  })
})
