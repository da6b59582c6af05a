import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest'
import { sealName } from '../authentication/oauth1/tokens.ts'
import { keyEncryption } from '../authentication/secrets/key-encryption.ts'
import { sealSecrets } from '../authentication/secrets/seal-secrets.ts'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { migrate } from './migrate.ts'
import { openStorage, type Storage } from './pool.ts'

const server = { ...inject('postgres'), database: 'postgres' }
let admin: pg.Client
beforeAll(async () => {
  admin = new pg.Client(server)
  await admin.connect()
})
afterAll(() => admin.end())

describe('migrate', () => {
  let database: string
  let directory: string
  let storages: Storage[]
  beforeEach(async () => {
    database = `migrate_${randomUUID().replaceAll('-', '')}`
    await admin.query(`create database ${database}`)
    directory = await mkdtemp(join(tmpdir(), 'fichero-migrations-'))
    storages = []
  })
  afterEach(async () => {
    for (const storage of storages) await storage.close()
    await admin.query(`drop database ${database} with (force)`)
    await rm(directory, { recursive: true })
  })

  /** Another node's connections to the empty database. */
  function node({ queryTimeout = 20_000 } = {}) {
    const connection = { ...server, database }
    const storage = openStorage({ connection, size: 2, connectTimeout: 5000, queryTimeout, onError: () => {} })
    storages.push(storage)
    return storage.pool
  }
  const file = (name: string, text: string) => writeFile(join(directory, name), text)
  const folder = () => pathToFileURL(`${directory}/`)
  const tables = async (pool: pg.Pool) => {
    const { rows } = await pool.query(`select tablename from pg_tables where schemaname = 'public' order by 1`)
    return rows.map(({ tablename }) => tablename)
  }
  const ran = async (pool: pg.Pool) =>
    (await pool.query('select number, name from schema_migration order by number')).rows

  test('an upgrade keeps the secrets that earlier versions had in the clear', async () => {
    const pool = node()
    const own = fileURLToPath(new URL('migrations/', import.meta.url))
    for (const name of await readdir(own)) if (name < '0017') await file(name, await readFile(join(own, name), 'utf8'))
    await migrate(pool, folder())
    await pool.query(`
      insert into app_user (user_id, provider, username, email) values ('u', 'local', 'susan', 'susan@example.com');
      insert into consumer (
        consumer_id, consumer_key, consumer_secret, app_name, app_type, description, developer_email, redirect_url, is_active)
      values ('c', 'key', 'secret of c', 'Desk', 'Confidential', '', '', '', true);
      insert into oauth1_access_token (token_hash, secret, user_id, consumer_id, expires_at)
      values (sha256('token'), 'secret of token', 'u', 'c', now() + interval '1 day');
      insert into oauth1_request_token (token_hash, secret, consumer_id, callback, expires_at)
      values (sha256('request'), 'secret of request', 'c', 'oob', now() + interval '1 hour')`)
    expect(await migrate(pool)).toContain('0017_sealed_secrets.sql')
    const encryption = await keyEncryption({ keyEncryptionKey: Buffer.alloc(32, 7), dataDirectory: directory })
    expect(await sealSecrets(storages[0]!, encryption)).toBe(2)
    const { rows } = await pool.query(`
      select c.sealed_secret as consumer, t.sealed_secret as token, t.token_hash, c.clear_secret as none,
        (select count(*)::integer from oauth1_request_token) as under_way
      from consumer c, oauth1_access_token t`)
    expect(encryption.consumerSecrets.open(rows[0].consumer, 'c').toString()).toBe('secret of c')
    expect(encryption.tokenSecrets.open(rows[0].token, sealName(rows[0].token_hash)).toString()).toBe('secret of token')
    expect(rows).toMatchObject([{ none: null, under_way: 0 }])
    await expect(pool.query(`update consumer set clear_secret = 'again'`)).rejects.toThrow('violates check constraint')
  })

  test('runs the files in order, once', async () => {
    const pool = node()
    await file('0001_first.sql', 'create table first (id integer); insert into first values (1);')
    await file('0002_second.sql', 'alter table first rename to second; insert into second values (2);')
    expect(await migrate(pool, folder())).toEqual(['0001_first.sql', '0002_second.sql'])
    expect(await migrate(pool, folder())).toEqual([])
    await file('0003_third.sql', 'insert into second values (3)')
    expect(await migrate(pool, folder())).toEqual(['0003_third.sql'])
    expect((await pool.query('select id from second order by id')).rows).toEqual([{ id: 1 }, { id: 2 }, { id: 3 }])
    expect(await ran(pool)).toEqual([
      { number: 1, name: '0001_first.sql' },
      { number: 2, name: '0002_second.sql' },
      { number: 3, name: '0003_third.sql' },
    ])
  })

  test('runs the files of this release', async () => {
    const pool = node()
    expect(await migrate(pool)).toContain('0001_customer_file.sql')
    expect(await tables(pool)).toContain('customer')
    expect(await migrate(pool)).toEqual([])
  })

  test('of nodes that start at the same moment one runs the files, the others find them done', async () => {
    await file('0001_first.sql', 'create table first (id integer); insert into first values (1);')
    await file('0002_second.sql', 'create table second (id integer)')
    const pools = Array.from({ length: 5 }, () => node())
    const answers = await Promise.all(pools.map((pool) => migrate(pool, folder())))
    expect(answers.filter(({ length }) => length > 0)).toEqual([['0001_first.sql', '0002_second.sql']])
    expect((await pools[0]!.query('select id from first')).rows).toEqual([{ id: 1 }])
  })

  test('a migration may take longer than DATABASE_TIMEOUT, and so may the wait for another node', async () => {
    await file('0001_slow.sql', 'create table slow (id integer); select pg_sleep(1.3)')
    const pools = [node({ queryTimeout: 1000 }), node({ queryTimeout: 1000 })]
    const answers = await Promise.all(pools.map((pool) => migrate(pool, folder())))
    expect(answers.flat()).toEqual(['0001_slow.sql'])
    // the connections it used have the time limit of the others again
    for (const pool of pools) {
      expect(pool.totalCount).toBe(1)
      expect((await pool.query('show statement_timeout')).rows).toEqual([{ statement_timeout: '900ms' }])
    }
  })

  test.each([
    ['edited', () => file('0001_first.sql', 'create table first (id bigint)')],
    ['renamed', () => rename(join(directory, '0001_first.sql'), join(directory, '0001_second.sql'))],
  ])('a file that was %s after it ran stops, and nothing after it runs', async (_what, change) => {
    const pool = node()
    await file('0001_first.sql', 'create table first (id integer)')
    await migrate(pool, folder())
    await change()
    await file('0002_next.sql', 'create table next (id integer)')
    await expect(migrate(pool, folder())).rejects.toThrow(
      'Migration 0001_first.sql was changed after it ran on this database: restore the file and add a new one.',
    )
    expect(await tables(pool)).toEqual(['first', 'schema_migration'])
  })

  test('other line ends are no edit', async () => {
    const pool = node()
    await file('0001_first.sql', 'create table first (\n  id integer\n);\n')
    await migrate(pool, folder())
    await file('0001_first.sql', 'create table first (\r\n  id integer\r\n);\r\n')
    expect(await migrate(pool, folder())).toEqual([])
  })

  test('a migration that is not known here stops: the database is of a newer release', async () => {
    const pool = node()
    await file('0001_first.sql', 'create table first (id integer)')
    await file('0002_newer.sql', 'create table newer (id integer)')
    await migrate(pool, folder())
    await rm(join(directory, '0002_newer.sql'))
    await expect(migrate(pool, folder())).rejects.toThrow(
      'Migration 0002_newer.sql has run on this database but is unknown here: start a newer Fichero.',
    )
  })

  test('a file that fails leaves nothing, names itself, and keeps what ran before it; mended, it runs', async () => {
    const pool = node()
    await file('0001_first.sql', 'create table first (id integer)')
    await file('0002_broken.sql', 'create table half (id integer); insert into half values (1); select 1 / 0;')
    await file('0003_never.sql', 'create table never (id integer)')
    await expect(migrate(pool, folder())).rejects.toThrow('Migration 0002_broken.sql failed: division by zero')
    // its connection is closed, and with it the lock is gone
    expect(pool.totalCount).toBe(0)
    expect(await tables(pool)).toEqual(['first', 'schema_migration'])
    expect(await ran(pool)).toEqual([{ number: 1, name: '0001_first.sql' }])
    await file('0002_broken.sql', 'create table whole (id integer)')
    // from another connection: the one that failed has let go of the lock
    expect(await migrate(node(), folder())).toEqual(['0002_broken.sql', '0003_never.sql'])
  })

  test.each([
    ['a gap', ['0001_first.sql', '0003_third.sql'], '0003_third.sql is out of order: expected number 2'],
    ['a number twice', ['0001_first.sql', '0001_other.sql'], '0001_other.sql is out of order: expected number 2'],
    ['no number', ['first.sql'], 'first.sql is out of order: expected number 1'],
  ])('%s in the numbers stops before anything runs', async (_what, names, message) => {
    const pool = node()
    for (const name of names) await file(name, `create table t_${randomUUID().slice(0, 8)} (id integer)`)
    await expect(migrate(pool, folder())).rejects.toThrow(message)
    expect(await tables(pool)).toEqual([])
  })
})

describe('the tables of a migrated database', () => {
  let fichero: TestServer
  beforeAll(async () => {
    fichero = await startTestServer()
  })
  afterAll(() => fichero.close())

  /** What keeps a table from being distributed over nodes by bank_id, one sentence each. */
  async function offences(client: pg.ClientBase): Promise<string[]> {
    const { rows } = await client.query(`
      with own as (
        select c.oid, c.relname,
               exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'bank_id') as of_a_bank
        from pg_class c
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      ),
      -- the first column of every unique index
      first_column as (
        select i.indrelid, i.indisprimary, i.indexrelid::regclass::text as name, a.attname
        from pg_index i
        left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
        where i.indisunique
      )
      select relname || ' has no primary key' as offence
      from own
      where not exists (select from first_column where indrelid = own.oid and indisprimary)
      union all
      select i.name || ' does not begin with bank_id'
      from own join first_column i on i.indrelid = own.oid
      where own.of_a_bank and i.attname is distinct from 'bank_id'
      union all
      select f.conname || ' of ' || own.relname || ' leaves the bank'
      from pg_constraint f
      join own on own.oid = f.conrelid
      join own target on target.oid = f.confrelid
      join pg_attribute here on here.attrelid = f.conrelid and here.attnum = f.conkey[1]
      join pg_attribute there on there.attrelid = f.confrelid and there.attnum = f.confkey[1]
      where f.contype = 'f'
        and not (here.attname = 'bank_id' and there.attname = 'bank_id')
        and target.relname <> 'bank'
        and (own.of_a_bank or target.of_a_bank)
      order by 1`)
    return rows.map(({ offence }) => offence)
  }

  test('those of a bank have bank_id first in their primary key and every unique index, and refer to their bank only', async () => {
    const client = await fichero.storage.pool.connect()
    try {
      expect(await offences(client)).toEqual([])
    } finally {
      client.release()
    }
  })

  test('and that would be seen if it were otherwise', async () => {
    const client = await fichero.storage.pool.connect()
    try {
      await client.query('begin')
      await client.query(`
        create table keyless (bank_id text);
        create table wrong_key (id integer primary key, bank_id text);
        create table wrong_index (bank_id text, id integer unique, primary key (bank_id, id));
        create table expression_index (bank_id text, id text, primary key (bank_id, id));
        create unique index on expression_index (lower(id));
        create table leaves (bank_id text, id integer, user_id text references app_user, primary key (bank_id, id));
        create table crosses (bank_id text, id text, other_bank_id text, primary key (bank_id, id),
          foreign key (other_bank_id, id) references customer);
        create table enters (id text primary key, bank_id_of_it text, foreign key (bank_id_of_it, id) references customer);
        create table fine (bank_id text references bank, id integer, primary key (bank_id, id));
        create table fine_too (id integer primary key, bank text references bank, user_id text references app_user)`)
      expect(await offences(client)).toEqual([
        'crosses_other_bank_id_id_fkey of crosses leaves the bank',
        'enters_bank_id_of_it_id_fkey of enters leaves the bank',
        'expression_index_lower_idx does not begin with bank_id',
        'keyless has no primary key',
        'leaves_user_id_fkey of leaves leaves the bank',
        'wrong_index_id_key does not begin with bank_id',
        'wrong_key_pkey does not begin with bank_id',
      ])
    } finally {
      await client.query('rollback')
      client.release()
    }
  })
})
