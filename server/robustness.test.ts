/**
 * Whatever is sent at any operation: never a 5xx, never a hang, always OBP's envelope, and nothing written by a call that
 * was refused.
 */
import { request } from 'node:http'
import fc from 'fast-check'
import { Compile } from 'typebox/compile'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { roles } from './authorisation/roles.ts'
import { catalogue } from './operations/catalogue.ts'
import { yamlType } from './protocol/documents.ts'
import type { Operation } from './protocol/operation.ts'
import { placeholder } from './protocol/versions.ts'
import { startTestServer, type TestServer } from './testing/server.ts'

const runs = 100

let server: TestServer
let token: string
let tables: string[]
beforeAll(async () => {
  server = await startTestServer()
  for (const bank of ['gh.29.uk', 'de.10.de']) await server.bank(bank)
  const named = (requiresBankId: boolean) =>
    roles.filter((role) => role.requiresBankId === requiresBankId).map(({ name }) => name)
  token = (await server.user({ 'gh.29.uk': named(true), 'de.10.de': named(true), '': named(false) })).token
  const { rows } = await server.storage.pool.query(`select tablename from pg_tables where schemaname = 'public'`)
  // every call leaves a metric, and a wrong login is counted: neither is a change
  tables = rows.map(({ tablename }) => tablename).filter((table) => !['metric', 'unknown_login'].includes(table))
  await server.storage.pool.query(`
    create sequence test_writes;
    create function test_count_write() returns trigger language plpgsql as
      $$ begin perform nextval('test_writes'); return null; end $$;
    ${tables
      .map(
        (table) =>
          `create trigger test_write after insert or update or delete or truncate on ${table} execute function test_count_write();`,
      )
      .join('')}`)
})
afterAll(() => server.close())

interface Shot {
  method: string
  path: string
  headers: Record<string, string>
  body: Buffer | undefined
}

describe.each(catalogue.map((operation) => [operation.id, operation] as const))('%s', (_id, operation) => {
  const declared = Compile(operation.response)
  const read: (text: string) => unknown = operation.document?.type === yamlType ? parse : JSON.parse

  test(`withstands ${runs} mutated calls`, { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(shot(operation), async (fired) => {
        const before = await fingerprint()
        const { status, body } = await fire(fired)
        expect(status).toBeLessThan(500)
        if (status < 300 && isOf(operation, fired)) {
          expect(status).toBe(operation.status)
          if (status === 204) expect(body).toBe('')
          else expect(declared.Errors(read(body))).toEqual([])
        }
        if (status < 400) return
        expect(await fingerprint()).toBe(before)
        // an answer to HEAD has no body
        if (fired.method === 'HEAD') return
        expect(JSON.parse(body)).toEqual({ code: status, message: expect.any(String) })
      }),
      { numRuns: runs },
    )
  })
})

test('the login withstands mutated calls', { timeout: 120_000 }, async () => {
  const parts = fc.array(fc.tuple(fc.constantFrom('username', 'password', 'consumer_key', 'token', 'x'), headerText), {
    maxLength: 6,
  })
  const header = fc.oneof(
    headerText,
    parts.map((pairs) => `DirectLogin ${pairs.map(([name, value]) => `${name}=${value}`).join(',')}`),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('DirectLogin', 'Authorization'),
      header,
      fc.option(nastyBody, { nil: undefined }),
      async (name, value, body) => {
        const answer = await fire({ method: 'POST', path: '/my/logins/direct', headers: { [name]: value }, body })
        expect(answer.status).toBeLessThan(500)
        expect(JSON.parse(answer.body)).toEqual({ code: answer.status, message: expect.any(String) })
      },
    ),
    { numRuns: 100 },
  )
})

const nastyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '\0',
    'a\0b',
    '\ud800',
    '\udfff\ud800',
    '__proto__',
    'constructor',
    '',
    ' ',
    "'; drop table bank; --",
    '%00',
    '../..',
    '\u202e',
    '🏦'.repeat(20),
  ),
  fc.constant('x'.repeat(70_000)),
)
const deep = (depth: number): unknown => JSON.parse('['.repeat(depth) + ']'.repeat(depth))
const nastyValue = fc.oneof(
  fc.jsonValue({ stringUnit: 'binary' }),
  nastyText,
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    0,
    -1,
    1.5,
    1e308,
    2 ** 53,
    [],
    {},
    [null],
    [[]],
    { $gt: '' },
    deep(2000),
  ),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
)
const nastyBody = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  nastyValue.map((value) => Buffer.from(JSON.stringify(value))),
  fc
    .constantFrom(
      '',
      '{',
      '{"a":',
      'null',
      '"x"',
      `"${'x'.repeat(1_048_000)}"`,
      `{"a":"${'x'.repeat(1_100_000)}"}`,
      '['.repeat(500_000),
      '{"a":1,"a":2}',
    )
    .map((text) => Buffer.from(text)),
)
const headerText = fc.string({ maxLength: 80 }).map((text) => text.replaceAll(/[^\x20-\x7e]/g, '').trim())

/** Whether it reaches the operation: with another verb, or without a part of its path, a call is one of another. */
function isOf({ verb, path }: Operation, fired: Shot): boolean {
  const partsOf = (text: string) => text.split('?')[0]!.split('/').filter(Boolean).length
  return fired.method === verb && partsOf(fired.path) === partsOf(`/obp/v1.4.0${path}`)
}

/** A call of an operation, mostly right, with a few things wrong. */
function shot(operation: Operation): fc.Arbitrary<Shot> {
  const prefix = operation.version === 'v1.2.1' ? 'v1.4.0' : operation.version
  const path = fc
    .tuple(
      ...(operation.path.match(placeholder) ?? []).map(() =>
        fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: nastyText }),
      ),
    )
    .map((values) => {
      let place = 0
      return `/obp/${prefix}${operation.path.replaceAll(placeholder, (name) => encodeURIComponent(wellFormed(values[place++] ?? usual(name)).slice(0, 2000)))}`
    })
  const query = fc.array(
    fc.tuple(
      fc.oneof(
        fc.constantFrom(
          'limit',
          'offset',
          'sort_direction',
          'from_date',
          'to_date',
          'locale',
          'tags',
          'functions',
          'content',
          'role',
        ),
        nastyText,
      ),
      nastyText,
    ),
    { maxLength: 3 },
  )
  const headers = fc.record(
    {
      DirectLogin: fc.oneof({ weight: 6, arbitrary: fc.constant('ours') }, { weight: 1, arbitrary: headerText }),
      'Content-Type': fc.oneof(
        { weight: 8, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: headerText },
      ),
      'X-Request-ID': headerText,
      'If-None-Match': headerText,
      Accept: headerText,
      Authorization: headerText,
    },
    { requiredKeys: ['DirectLogin', 'Content-Type'] },
  )
  const body = operation.request
    ? fc.oneof(
        { weight: 5, arbitrary: mutated(operation.example.request).map((value) => Buffer.from(JSON.stringify(value))) },
        { weight: 1, arbitrary: nastyBody },
      )
    : fc.option(nastyBody, { nil: undefined })
  const method = fc.oneof(
    { weight: 20, arbitrary: fc.constant(operation.verb as string) },
    { weight: 1, arbitrary: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'PATCH') },
  )
  return fc
    .record({ method, path, query, headers, body })
    .map(({ query, headers: { DirectLogin, Authorization, ...others }, ...rest }) => ({
      method: rest.method,
      path: query.length
        ? `${rest.path}?${query.map(([name, value]) => `${encodeURIComponent(wellFormed(name).slice(0, 50))}=${encodeURIComponent(wellFormed(value).slice(0, 1000))}`).join('&')}`
        : rest.path,
      headers: Object.fromEntries(
        Object.entries({
          ...others,
          ...(Authorization && { Authorization }),
          ...(DirectLogin && { DirectLogin: DirectLogin === 'ours' ? `token=${token}` : DirectLogin }),
        }).filter(([, value]) => value),
      ),
      body: rest.body,
    }))
}

const usual = (name: string) =>
  ({ BANK_ID: 'gh.29.uk', API_VERSION: 'v4.0.0' })[name] ?? '5995d6a2-01b3-423c-a173-5481df49bdaf'
// encodeURIComponent takes no lone surrogates; in a URL they cannot be written at all
const wellFormed = (text: string) => text.toWellFormed()

/** The example with up to three of its values replaced or left out, or with a field too many. */
function mutated(example: unknown): fc.Arbitrary<unknown> {
  const change = fc.record({
    where: fc.nat(),
    how: fc.constantFrom('replace', 'drop', 'add'),
    value: nastyValue,
    name: nastyText,
  })
  return fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    const copy = structuredClone(example)
    for (const { where, how, value: drawn, name } of changes) {
      // the same object is drawn again and again: put in uncopied it could come to hold itself
      const value = structuredClone(drawn)
      const places = placesIn(copy)
      const place = places[where % places.length]
      if (!place) return value
      if (how === 'replace') place.parent[place.key] = value
      else if (how === 'drop') delete place.parent[place.key]
      else place.parent[name] = value
    }
    return copy
  })
}

function placesIn(root: unknown): { parent: Record<string, unknown>; key: string }[] {
  const places = []
  const open = [root]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    const parent = value as Record<string, unknown>
    for (const key of Object.keys(parent)) {
      places.push({ parent, key })
      open.push(parent[key])
    }
  }
  return places
}

function fire({ method, path, headers, body }: Shot): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    const length = method === 'GET' || method === 'HEAD' ? {} : { 'Content-Length': String(body?.length ?? 0) }
    const sent = request(
      `${server.url}`,
      { method, path, headers: { ...headers, ...length }, timeout: 20_000 },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part) => {
          text += part
        })
        answer.on('end', () => resolve({ status: answer.statusCode!, body: text }))
      },
    )
    sent.on('timeout', () => sent.destroy(new Error(`${method} ${path} hangs`)))
    sent.on('error', reject)
    sent.end(method === 'GET' || method === 'HEAD' ? undefined : body)
  })
}

let known = { writes: '', content: '' }
/** Changes with every change of any row; the rows are only read when a statement has touched any. */
async function fingerprint(): Promise<string> {
  const { pool } = server.storage
  // a sequence is not rolled back
  const writes = (await pool.query('select last_value, is_called from test_writes')).rows.map(Object.values).join()
  if (writes === known.writes) return known.content
  const { rows } = await pool.query(
    tables
      .map(
        (table) =>
          `select '${table}' as name, count(*)::text || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0)::text as content from ${table} t`,
      )
      .join(' union all '),
  )
  known = { writes, content: JSON.stringify(rows) }
  return known.content
}
